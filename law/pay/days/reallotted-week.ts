import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { monthOf } from '../../time/months.ts';
import { payCitations } from '../citations.ts';
import { payLawOf } from '../pay-rates.ts';
import { lastOfWeek } from '../resolve.ts';
import { modelPay, type PayRules } from '../rules.ts';

/** A week into which a 振替 moved hours. Minutes. */
export type ReallottedWeek = {
  /** Any day of the week. */
  readonly day: EpochDay;
  /** The week's allotment before every 振替 (割振り変更前の正規の勤務時間). */
  readonly allotted: Minutes;
  /** Regular minutes actually worked, those moved into the week included; no leave, no unworked 休日, no overtime. */
  readonly worked: Minutes;
  /** Of the week, paid as 休日勤務手当. */
  readonly holidayWork: Minutes;
  /** Moved into the week from another one. */
  readonly movedIn: Minutes;
  /** A week of short-time staff: 25/100 begins above the full week. */
  readonly shortTime: boolean;
};

/** One day of such a week. Minutes. */
export type WeekDay = {
  readonly day: EpochDay;
  readonly allotted: Minutes;
  readonly worked: Minutes;
  readonly holidayWork: Minutes;
  readonly movedIn: Minutes;
};

/** weekSummed: allotted, worked, holidayWork, movedIn (words: first, last) · nothingMovedIn · thresholdT38: fullWeek, allotted,
 * holidayWork, threshold · thresholdPlain: allotted, threshold, fullWeek (short-time staff, else 0) · withinForty: forty, holidayWork,
 * bound, worked · thresholdForty: allotted, holidayWork, forty, threshold, bound · paidAtQuarter: worked, threshold, minutes */
export type ReallottedStepName =
  | 'weekSummed'
  | 'nothingMovedIn'
  | 'thresholdT38'
  | 'thresholdPlain'
  | 'withinForty'
  | 'thresholdForty'
  | 'paidAtQuarter';

/** Thrown when a week's figures cannot be: negative, more worked than allotted and moved in, days of two weeks or a day twice. */
export class ImpossibleWeek extends Error {
  override readonly name = 'ImpossibleWeek';
}

const FORTY = hours(40);

/** The figures of a week from its days, in any order. @throws ImpossibleWeek */
export function sumWeek(days: readonly WeekDay[], shortTime: boolean, rules: PayRules = modelPay): ReallottedWeek {
  const [first] = days;
  if (first === undefined) throw new ImpossibleWeek('no day');
  if (new Set(days.map(({ day }) => day)).size < days.length) throw new ImpossibleWeek('a day twice');
  const end = lastOfWeek(first.day, rules.weekStart);
  if (days.some(({ day }) => lastOfWeek(day, rules.weekStart) !== end)) throw new ImpossibleWeek('days of two weeks');
  const sum = (figure: (day: WeekDay) => Minutes) => days.reduce((total, day) => total + figure(day), 0);
  return {
    day: Math.min(...days.map(({ day }) => day)),
    allotted: sum(({ allotted }) => allotted),
    worked: sum(({ worked }) => worked),
    holidayWork: sum(({ holidayWork }) => holidayWork),
    movedIn: sum(({ movedIn }) => movedIn),
    shortTime,
  };
}

function checkWeek({ allotted, worked, holidayWork, movedIn }: ReallottedWeek): void {
  if (Math.min(allotted, worked, holidayWork, movedIn) < 0) throw new ImpossibleWeek('negative');
  if (worked > allotted + movedIn) throw new ImpossibleWeek('more worked than allotted and moved in');
  if (holidayWork > worked) throw new ImpossibleWeek('more holiday work than worked');
}

type Threshold = { readonly minutes: Minutes; readonly step: Step<ReallottedStepName> };

/** 筑後市・秩父市: above the week's own allotment, at least 38:45 and the hours paid as 休日勤務. */
function thresholdT38({ allotted, holidayWork }: ReallottedWeek, { fullWeek }: PayRules): Threshold {
  const minutes = Math.max(allotted, fullWeek + holidayWork);
  const figures = { fullWeek, allotted, holidayWork, threshold: minutes };
  return { minutes, step: { says: 'thresholdT38', figures, citation: payCitations.weekT38 } };
}

/** 青森市・長門市・木城町: in a week with 休日勤務 nothing until 40:00 and the hours paid as 休日勤務. */
function thresholdT40(week: ReallottedWeek, { fullWeek }: PayRules): Threshold {
  const { worked, holidayWork, shortTime } = week;
  const citation = payCitations.weekT38;
  const allotted = shortTime ? Math.max(week.allotted, fullWeek) : week.allotted;
  if (holidayWork === 0) {
    const figures = { allotted: week.allotted, threshold: allotted, fullWeek: shortTime ? fullWeek : 0 };
    return { minutes: allotted, step: { says: 'thresholdPlain', figures, citation } };
  }
  const bound = FORTY + holidayWork;
  if (worked <= bound) {
    const figures = { forty: FORTY, holidayWork, bound, worked };
    return { minutes: worked, step: { says: 'withinForty', figures, citation } };
  }
  const minutes = allotted > FORTY ? Math.max(allotted, bound) : allotted + holidayWork;
  const figures = { allotted, holidayWork, forty: FORTY, threshold: minutes, bound };
  return { minutes, step: { says: 'thresholdForty', figures, citation } };
}

/**
 * How many minutes of a week with a 振替 are paid at 25/100 (割振り変更前の正規の勤務時間を超えた勤務). A 振替 within the week moves nothing
 * into it.
 * @throws ImpossibleWeek; NotInForce before 2010-04-01
 */
export function judgeReallottedWeek(
  week: ReallottedWeek,
  rules: PayRules = modelPay,
): Decision<Minutes, ReallottedStepName> {
  payLawOf(monthOf(week.day));
  checkWeek(week);
  const { allotted, worked, holidayWork, movedIn } = week;
  const last = lastOfWeek(week.day, rules.weekStart);
  const words = { first: formatLocalDate(last - 6), last: formatLocalDate(last) };
  const summed: Step<ReallottedStepName> = {
    says: 'weekSummed',
    figures: { allotted, worked, holidayWork, movedIn },
    words,
  };
  if (movedIn === 0) {
    const step = { says: 'nothingMovedIn', figures: {}, citation: payCitations.reallotted } as const;
    return { outcome: 0, steps: [summed, step] };
  }
  const threshold = rules.reallottedMethod === 'T38' ? thresholdT38(week, rules) : thresholdT40(week, rules);
  const outcome = Math.max(0, worked - threshold.minutes);
  const figures = { worked, threshold: threshold.minutes, minutes: outcome };
  const paid = { says: 'paidAtQuarter', figures, citation: payCitations.reallotted } as const;
  return { outcome, steps: [summed, threshold.step, paid] };
}
