import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { monthOf } from '../../time/months.ts';
import { type Span, Spans } from '../../time/spans.ts';
import { payCitations } from '../citations.ts';
import { LATEST, MIDNIGHT, payLawOf } from '../pay-rates.ts';
import type { PayDayKind } from '../pay-types.ts';
import { modelPay, type PayRules } from '../rules.ts';

/** Work of 管理監督職員 on one occasion. */
export type Occasion = {
  readonly dutyDate: EpochDay;
  readonly dayKind: PayDayKind;
  /** Net of breaks, minutes from 0:00 of the duty date; apart. */
  readonly spans: readonly Span[];
  /** 臨時・緊急の必要, 災害への対処等, or neither. */
  readonly need: 'temporary' | 'disaster' | 'none';
  /** Class of the post, as the municipality calls it. */
  readonly grade?: string;
};

/** 週休日等の勤務, 平日深夜の勤務, or none. */
export type OccasionClass = 'dayOff' | 'night' | 'none';
export type OccasionPay = {
  readonly dutyDate: EpochDay;
  readonly class: OccasionClass;
  readonly minutes: Minutes;
  /** Of them, in the night band of the allowance. */
  readonly inBand: Minutes;
  /** Of them, 22:00–5:00 (労基法37条4項). */
  readonly statutoryNight: Minutes;
  /** Over six hours on a 週休日 or 休日: half as much again. */
  readonly longer: boolean;
  /** Yen of the class of posts; null = no amount is known. */
  readonly yen: number | null;
};

export type ManagersMonth = {
  readonly occasions: readonly OccasionPay[];
  /** Minutes of all occasions on 週休日・休日, and of the others. */
  readonly dayOffMinutes: Minutes;
  readonly otherMinutes: Minutes;
  /** 22:00–5:00, whatever allowance there is. */
  readonly statutoryNight: Minutes;
  /** Percent of 夜間勤務手当 for them; 0 = the municipality pays none (`belowLaw`). */
  readonly nightRate: number;
  /** Hours of the night are worked and the municipality pays no 夜間勤務手当: below 労基法37条4項. */
  readonly belowLaw: boolean;
  readonly total: number | null;
};

/**
 * dayOffOccasion: minutes, long, longer (words: dutyDate, need) · nightOccasion: minutes, inBand, from (words: dutyDate) · noOccasion:
 * minutes (words: dutyDate, because) · amountRead: yen, base, longer (words: grade) · amountUnknown (words: grade) · nightSummed: minutes,
 * rate · nightBelowLaw: minutes · managersSummed: dayOff, other
 */
export type ManagersStepName =
  | 'dayOffOccasion'
  | 'nightOccasion'
  | 'noOccasion'
  | 'amountRead'
  | 'amountUnknown'
  | 'nightSummed'
  | 'nightBelowLaw'
  | 'managersSummed';

/** Thrown when spans of an occasion are reversed, overlap, or leave the duty date, or two occasions meet. */
export class ImpossibleOccasion extends Error {
  override readonly name = 'ImpossibleOccasion';
  readonly dutyDate: EpochDay;

  constructor(dutyDate: EpochDay) {
    super(formatLocalDate(dutyDate));
    this.dutyDate = dutyDate;
  }
}

/** Six hours: above them half as much again (給与法19条の3). */
const LONG = hours(6);

/** 平日深夜 (給与法19条の3第2項), since 2015-04-01. */
const nightRule: readonly Dated<'night'>[] = [
  { from: '2015-04-01', value: 'night', citation: payCitations.managers, checkedOn: '2026-11-28' },
];

const statutoryNight = Spans.of(
  { from: 0, until: hours(5) },
  { from: hours(22), until: hours(29) },
  { from: hours(46), until: LATEST },
);

/** The night band of the allowance: from the hour the municipality says to 5:00. */
function bandFrom(from: Minutes): Spans {
  return Spans.of(
    { from: from - MIDNIGHT, until: hours(5) },
    { from, until: hours(29) },
    { from: from + MIDNIGHT, until: LATEST },
  );
}

function spansOf({ dutyDate, spans }: Occasion): Spans {
  for (const { from, until } of spans) {
    if (from < 0 || until <= from || until > LATEST) throw new ImpossibleOccasion(dutyDate);
  }
  const set = Spans.of(...spans);
  const length = spans.reduce((sum, { from, until }) => sum + until - from, 0);
  if (spans.length === 0 || set.total !== length) throw new ImpossibleOccasion(dutyDate);
  return set;
}

function checkApart(occasions: readonly Occasion[]): void {
  const line = occasions
    .flatMap(({ dutyDate, spans }) =>
      spans.map(({ from, until }) => ({ dutyDate, at: dutyDate * MIDNIGHT + from, end: dutyDate * MIDNIGHT + until })),
    )
    .sort((a, b) => a.at - b.at);
  line.forEach(({ dutyDate, at }, i) => {
    if (at < (line[i - 1]?.end ?? Number.NEGATIVE_INFINITY)) throw new ImpossibleOccasion(dutyDate);
  });
}

const isDayOff = (kind: PayDayKind): boolean => kind !== 'dutyDay' && kind !== 'compensatedHoliday';

/** What an occasion is: any need on a day off; 災害への対処等 alone in the night of another day. */
function classOf({ dutyDate, dayKind, need }: Occasion, inBand: Minutes): OccasionClass {
  if (need === 'none') return 'none';
  if (isDayOff(dayKind)) return 'dayOff';
  if (need !== 'disaster' || inBand === 0) return 'none';
  return inForce(nightRule, formatLocalDate(dutyDate)).value;
}

/** Why an occasion earns nothing. */
function becauseOf({ dayKind, need }: Occasion): string {
  if (need === 'none') return 'noNeed';
  return isDayOff(dayKind) || need === 'disaster' ? 'outsideBand' : 'notDisaster';
}

function sayClass(occasion: Occasion, pay: OccasionPay, { managersNightFrom }: PayRules): Step<ManagersStepName> {
  const { minutes, inBand } = pay;
  const dutyDate = formatLocalDate(occasion.dutyDate);
  const citation = payCitations.managers;
  switch (pay.class) {
    case 'dayOff': {
      const figures = { minutes, long: LONG, longer: Number(pay.longer) };
      return { says: 'dayOffOccasion', figures, words: { dutyDate, need: occasion.need }, citation };
    }
    case 'night':
      return {
        says: 'nightOccasion',
        figures: { minutes, inBand, from: managersNightFrom },
        words: { dutyDate },
        citation,
      };
    case 'none':
      return { says: 'noOccasion', figures: { minutes }, words: { dutyDate, because: becauseOf(occasion) }, citation };
  }
}

/** The amount of the class of posts, half as much again when it was longer; whole yen, a half up. */
function amountOf(
  { grade }: Occasion,
  of: OccasionClass,
  longer: boolean,
  { managersAmounts }: PayRules,
): { readonly yen: number | null; readonly step: Step<ManagersStepName> | null } {
  if (of === 'none') return { yen: 0, step: null };
  const found = managersAmounts.find((each) => each.grade === grade);
  const words = { grade: grade ?? '' };
  if (found === undefined) return { yen: null, step: { says: 'amountUnknown', figures: {}, words } };
  const base = found[of];
  const yen = longer ? Math.floor((base * 3 + 1) / 2) : base;
  const figures = { yen, base, longer: Number(longer) };
  return { yen, step: { says: 'amountRead', figures, words, citation: payCitations.managers } };
}

function judgeOccasion(occasion: Occasion, rules: PayRules, steps: Step<ManagersStepName>[]): OccasionPay {
  payLawOf(monthOf(occasion.dutyDate));
  const set = spansOf(occasion);
  const minutes = set.total;
  const inBand = set.and(bandFrom(rules.managersNightFrom)).total;
  const of = classOf(occasion, inBand);
  const longer = of === 'dayOff' && minutes > LONG;
  const { yen, step } = amountOf(occasion, of, longer, rules);
  const night = set.and(statutoryNight).total;
  const pay: OccasionPay = {
    dutyDate: occasion.dutyDate,
    class: of,
    minutes,
    inBand,
    statutoryNight: night,
    longer,
    yen,
  };
  steps.push(sayClass(occasion, pay, rules));
  if (step !== null) steps.push(step);
  return pay;
}

const sumOf = (pays: readonly OccasionPay[], figure: (pay: OccasionPay) => number): number =>
  pays.reduce((sum, pay) => sum + figure(pay), 0);

/**
 * 管理職員特別勤務手当 by occasion, the hours of 管理監督職員 by kind of day, and 夜間勤務手当 for 22:00–5:00 (給与法19条の3, 労基法37条4項).
 * Managerial staff have no 時間外勤務手当 or 休日勤務手当; their hours are kept all the same.
 * @throws ImpossibleOccasion; NotInForce before 2010-04, for a night of another day before 2015-04-01
 */
export function managersAllowance(
  occasions: readonly Occasion[],
  rules: PayRules = modelPay,
): Decision<ManagersMonth, ManagersStepName> {
  checkApart(occasions);
  const steps: Step<ManagersStepName>[] = [];
  const ordered = [...occasions].sort(
    (a, b) => a.dutyDate - b.dutyDate || (a.spans[0]?.from ?? 0) - (b.spans[0]?.from ?? 0),
  );
  const pays = ordered.map((occasion) => judgeOccasion(occasion, rules, steps));
  const dayOffMinutes = sumOf(
    pays.filter((_, i) => isDayOff(ordered[i]?.dayKind ?? 'dutyDay')),
    ({ minutes }) => minutes,
  );
  const otherMinutes = sumOf(pays, ({ minutes }) => minutes) - dayOffMinutes;
  const night = sumOf(pays, (pay) => pay.statutoryNight);
  const nightRate =
    rules.nightAllowanceForManagers && night > 0 ? payLawOf(monthOf(ordered[0]?.dutyDate ?? 0)).night : 0;
  const belowLaw = !rules.nightAllowanceForManagers && night > 0;
  const citation = payCitations.statutoryNight;
  steps.push({ says: 'managersSummed', figures: { dayOff: dayOffMinutes, other: otherMinutes } });
  if (belowLaw) steps.push({ says: 'nightBelowLaw', figures: { minutes: night }, citation });
  else if (night > 0) steps.push({ says: 'nightSummed', figures: { minutes: night, rate: nightRate }, citation });
  const total = pays.some(({ yen }) => yen === null) ? null : sumOf(pays, ({ yen }) => yen ?? 0);
  const outcome = { occasions: pays, dayOffMinutes, otherMinutes, statutoryNight: night, nightRate, belowLaw, total };
  return { outcome, steps };
}
