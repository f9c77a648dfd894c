import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, lengthOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { deriveDutyDay } from '@tokimori/law/working-time/derive-duty-day';
import { marksByDutyDate, type TimedMark } from '@tokimori/law/working-time/duty-dates';
import type { DutyDay, Mark, OvertimeEntry } from '@tokimori/law/working-time/types';
import type { DayCorrection, MonthFact, MonthOvertime } from './facts.ts';
import { blankDays, dayColumns, type MonthDays, outOfService, putDay, readArray, resizeDays } from './month-days.ts';
import { literalOf, type RecordRow, rowOf, type StoredRow } from './record-rows.ts';
import type { Rules } from './rules.ts';
import { managerialOn, postOf, type Service } from './service.ts';
import type { DayRange } from './stale.ts';
import type { ByPerson } from './told.ts';

const NO_MARKS: readonly Mark[] = [];
const NO_OVERTIME: readonly OvertimeEntry[] = [];

/** Touched days within one month. */
export type Touched = DayRange & { readonly month: MonthIndex };

/** One person's month to be made. */
export type Work = Touched & {
  readonly service: Service;
  readonly fact: MonthFact | null;
  /** What is stored. */
  readonly row: StoredRow | null;
  /** What the touched days are put into; null = the whole month is made. */
  readonly base: StoredRow | null;
};

/** The facts of a month, by person. */
export type Facts = {
  readonly marks: ByPerson<readonly TimedMark[]>;
  readonly overtime: ByPerson<MonthOvertime>;
  readonly corrections: ReadonlyMap<string, ReadonlyMap<EpochDay, DayCorrection>>;
};

/** One boundary a month, so that every part of a month is attributed alike. */
export function boundaryOf(rules: Rules, month: MonthIndex): number {
  return rules.parametersOn(firstDayOf(month)).dayBoundary;
}

/** Whether the month itself holds a daily fact of this person. */
export function hasRecordIn(facts: Facts, { staff, month }: Work): boolean {
  if (facts.overtime.has(staff) || facts.corrections.has(staff)) return true;
  const from = firstDayOf(month) * 1440;
  const until = firstDayOf(month + 1) * 1440;
  return facts.marks.get(staff)?.some((mark) => mark.at >= from && mark.at < until) ?? false;
}

type DayMaker = (day: EpochDay) => DutyDay;

/** Days without any fact are alike for everybody. */
export function emptyDays(rules: Rules): DayMaker {
  const known = new Map<EpochDay, DutyDay>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      found = deriveDutyDay(
        {
          day,
          allotment: rules.allotmentOn(day),
          marks: NO_MARKS,
          corrected: null,
          overtime: NO_OVERTIME,
          discrepancyAnswered: false,
          clock: rules.clockOn(day),
        },
        rules.parametersOn(day),
      );
      known.set(day, found);
    }
    return found;
  };
}

/** The row of one person and month: touched days derived, the others as stored, totals summed anew. */
export function rowFrom(rules: Rules, work: Work, facts: Facts, empty: DayMaker): RecordRow {
  const { staff, month, service } = work;
  const { yearStartMonth, caps } = rules.parametersOn(firstDayOf(month));
  const readings = { yearStartMonth, rules: caps };
  const post = postOf(service, rules.departments, month, { ...readings, today: rules.today });
  const marks = marksByDutyDate(facts.marks.get(staff) ?? [], boundaryOf(rules, month));
  const overtime = facts.overtime.get(staff);
  const corrections = facts.corrections.get(staff);
  const fact = work.fact;
  if (fact !== null && overtime === undefined && corrections === undefined && !anyIn(marks, month)) {
    const days = daysFrom(work, (day) => (day >= service.from && day < service.until ? empty(day) : outOfService));
    const handedOver = { overtime: fact.overtime, exceptional: fact.exceptional, unclassifiable: 0 };
    return rowOf(staff, month, { post, source: 'month', days, allowance: fact.allowance, handedOver }, work.row);
  }
  const days = daysFrom(work, (day) => {
    if (day < service.from || day >= service.until) return outOfService;
    const found = marks.get(day);
    const entries = overtime?.entries.get(day);
    const correction = corrections?.get(day);
    if (found === undefined && entries === undefined && correction === undefined) return empty(day);
    return deriveDutyDay(
      {
        day,
        allotment: rules.allotmentOn(day),
        marks: found ?? NO_MARKS,
        corrected: correctedOf(correction),
        overtime: entries ?? NO_OVERTIME,
        // 管理監督職員 are not ordered overtime: nothing is asked about when they leave.
        discrepancyAnswered: managerialOn(service, day) || (correction?.answered ?? false),
        clock: rules.clockOn(day),
      },
      rules.parametersOn(day),
    );
  });
  const allowance = overtime?.allowance ?? fact?.allowance ?? null;
  return rowOf(staff, month, { post, source: 'days', days, allowance }, work.row);
}

function anyIn(marks: ReadonlyMap<EpochDay, unknown>, month: MonthIndex): boolean {
  for (const day of marks.keys()) if (monthOf(day) === month) return true;
  return false;
}

function correctedOf(correction: DayCorrection | undefined): { in: number | null; out: number | null } | null {
  if (correction === undefined || (correction.in === null && correction.out === null)) return null;
  return { in: correction.in, out: correction.out };
}

/** One month at a time is made, and written down before the next: its arrays serve for all. */
const scratch = blankDays(31);

/** Makes the touched days and puts them between the stored ones. The answer holds until the next call. */
function daysFrom({ month, first, last, base }: Work, make: DayMaker): MonthDays {
  resizeDays(scratch, lengthOf(month));
  if (base !== null) for (const column of dayColumns) readArray(literalOf(base, column), scratch[column]);
  const firstDay = firstDayOf(month);
  for (let day = first; day <= last; day++) putDay(scratch, day - firstDay, make(day));
  return scratch;
}
