import { type Dated, inForce, NotInForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import {
  type DutyMoment,
  earliestStart,
  restBetweenShifts,
  restShortage,
} from '../../working-time/rest-between-shifts.ts';
import { hoursCitations as cites } from '../citations.ts';
import type { RestRules, ShiftChoice } from '../rules.ts';

/** 勤務間のインターバル (人事院規則15―14 第1条の2; 職職―78): a duty to endeavour since 2024-04-01. */

const restDuty: readonly Dated<'endeavour'>[] = [
  { from: '2024-04-01', value: 'endeavour', citation: cites.rest, checkedOn: '2026-11-28' },
];

export type RestInput = {
  /** The last actual end of work of a duty date. */
  readonly end: DutyMoment;
  /** The next actual or allotted start; 週休日 and 休日 between them are rest. */
  readonly start: DutyMoment;
  /** Shifts that the municipality offers, from which a later start is proposed. */
  readonly shifts: readonly ShiftChoice[];
};

export type RestJudgement = {
  readonly duty: 'endeavour' | 'none';
  readonly interval: Minutes;
  readonly shortage: Minutes;
  /** The earliest start that keeps the target. */
  readonly earliest: DutyMoment;
  /** A shift of the list that begins late enough on the day of the start; null where none fits or none is needed. */
  readonly proposal: ShiftChoice | null;
};

/**
 * noDutyYet: date · notAdopted · restReached: interval, target · restShort: interval, target, shortage ·
 * earliestStart: date, minute · shiftProposed: from, until (words: shift) · noShiftFits: minute
 */
export type RestStepName =
  | 'noDutyYet'
  | 'notAdopted'
  | 'restReached'
  | 'restShort'
  | 'earliestStart'
  | 'shiftProposed'
  | 'noShiftFits';

/** Thrown when the next start lies before the end, or a target is negative. */
export class ImpossibleRest extends Error {
  override readonly name = 'ImpossibleRest';
  readonly defect: 'startBeforeEnd' | 'negativeTarget' | 'targetDays' | 'dateTwice';
  constructor(defect: 'startBeforeEnd' | 'negativeTarget' | 'targetDays' | 'dateTwice') {
    super(defect);
    this.defect = defect;
  }
}

/** Whether the duty binds on a day: not before 2024-04-01, and by the municipality's own rules only where it took it over. */
function dutyOn(day: EpochDay, { adopted }: RestRules): Step<RestStepName> | null {
  try {
    inForce(restDuty, formatLocalDate(day));
  } catch (error) {
    if (!(error instanceof NotInForce)) throw error;
    return { says: 'noDutyYet', figures: { date: day }, citation: cites.rest };
  }
  return adopted ? null : { says: 'notAdopted', figures: {}, citation: cites.rest };
}

function refuse({ end, start }: Pick<RestInput, 'end' | 'start'>, { target, daysPerWeek }: RestRules): void {
  if (target < 0) throw new ImpossibleRest('negativeTarget');
  if (!Number.isInteger(daysPerWeek) || daysPerWeek < 1 || daysPerWeek > 7) throw new ImpossibleRest('targetDays');
  if (restBetweenShifts(end, start) < 0) throw new ImpossibleRest('startBeforeEnd');
}

/** The first shift of the list that begins late enough, and later than the start, on the same day. */
function fitting(shifts: readonly ShiftChoice[], start: DutyMoment, earliest: DutyMoment): ShiftChoice | null {
  if (earliest.date > start.date) return null;
  const fit = shifts
    .filter(({ from }) => from >= earliest.minute && from > start.minute)
    .toSorted((a, b) => a.from - b.from);
  return fit[0] ?? null;
}

/**
 * The rest between two duty dates against the municipality's target, and from when the next could begin. Minutes; moments may
 * pass 24:00. Before 2024-04-01 there is no duty: the interval is told, no shortage.
 * @throws ImpossibleRest
 */
export function judgeRest(input: RestInput, rules: RestRules): Decision<RestJudgement, RestStepName> {
  refuse(input, rules);
  const { end, start, shifts } = input;
  const { target } = rules;
  const interval = restBetweenShifts(end, start);
  const earliest = earliestStart(end, target);
  const free = dutyOn(end.date, rules);
  if (free !== null) {
    return { outcome: { duty: 'none', interval, shortage: 0, earliest, proposal: null }, steps: [free] };
  }
  const shortage = restShortage(interval, target);
  if (shortage === 0) {
    const step = { says: 'restReached', figures: { interval, target }, citation: cites.restNotice } as const;
    return { outcome: { duty: 'endeavour', interval, shortage, earliest, proposal: null }, steps: [step] };
  }
  const proposal = fitting(shifts, start, earliest);
  const steps: Step<RestStepName>[] = [
    { says: 'restShort', figures: { interval, target, shortage }, citation: cites.restNotice },
    { says: 'earliestStart', figures: { ...earliest }, citation: cites.restNotice },
    proposal === null
      ? { says: 'noShiftFits', figures: { minute: earliest.minute }, citation: cites.staggeredDirective }
      : {
          says: 'shiftProposed',
          figures: { from: proposal.from, until: proposal.until },
          words: { shift: proposal.name },
          citation: cites.staggeredDirective,
        },
  ];
  return { outcome: { duty: 'endeavour', interval, shortage, earliest, proposal }, steps };
}

/** The rest before one working day of a week. */
export type RestOfDay = { readonly date: EpochDay; readonly interval: Minutes };
export type RestWeek = {
  readonly duty: 'endeavour' | 'none';
  /** Working days, on how many the target was reached, and on how many it should be. */
  readonly days: number;
  readonly reached: number;
  readonly wanted: number;
  readonly kept: boolean;
};

/** noDutyYet: date · notAdopted · weekKept: days, reached, wanted, target · weekMissed: days, reached, wanted, target */
export type RestWeekStepName = 'noDutyYet' | 'notAdopted' | 'weekKept' | 'weekMissed';

/**
 * On how many working days of a week the target was reached, where it cannot be reached every day (職職―78). A week with fewer
 * working days than the target wants all of them.
 * @param week at least one working day, each once, of one week.
 * @throws ImpossibleRest
 */
export function judgeRestWeek(week: readonly RestOfDay[], rules: RestRules): Decision<RestWeek, RestWeekStepName> {
  const [first] = week;
  const dates = new Set(week.map(({ date }) => date));
  if (first === undefined || dates.size < week.length) throw new ImpossibleRest('dateTwice');
  if (week.some(({ interval }) => interval < 0)) throw new ImpossibleRest('startBeforeEnd');
  const moment = { date: first.date, minute: 0 };
  refuse({ end: moment, start: moment }, rules);
  const reached = week.filter(({ interval }) => restShortage(interval, rules.target) === 0).length;
  const wanted = Math.min(rules.daysPerWeek, week.length);
  const free = dutyOn(Math.min(...dates), rules);
  const kept = free !== null || reached >= wanted;
  const outcome: RestWeek = { duty: free === null ? 'endeavour' : 'none', days: week.length, reached, wanted, kept };
  if (free !== null) return { outcome, steps: [free as Step<RestWeekStepName>] };
  const figures = { days: week.length, reached, wanted, target: rules.target };
  return { outcome, steps: [{ says: kept ? 'weekKept' : 'weekMissed', figures, citation: cites.restNotice }] };
}
