import { setImmediate as breathe } from 'node:timers/promises';
import { holidayYears } from '@tokimori/law/calendar/holidays';
import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, lengthOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { deriveDutyDay } from '@tokimori/law/working-time/derive-duty-day';
import { marksByDutyDate, marksNeededFor, type TimedMark } from '@tokimori/law/working-time/duty-dates';
import type { DutyDay, Mark, OvertimeEntry } from '@tokimori/law/working-time/types';
import type { Tx } from '../store/tenant.ts';
import {
  type DayCorrection,
  type MonthFact,
  type MonthOvertime,
  monthKey,
  readCorrections,
  readFirstMonth,
  readMarks,
  readMonthFacts,
  readOvertime,
} from './facts.ts';
import { blankDays, dayColumns, type MonthDays, outOfService, putDay, readArray, resizeDays } from './month-days.ts';
import { literalOf, type RecordRow, readRows, rowOf, valueIn } from './record-rows.ts';
import { readRecordedMonths } from './recorded-months.ts';
import type { Rules } from './rules.ts';
import { postOf, type Service, servesIn } from './service.ts';
import { readServices } from './services.ts';
import type { DayRange } from './stale.ts';

/** A month as derived, beside what is stored. `derived` null: the month holds nothing of this person. */
export type DerivedMonth = {
  readonly staff: string;
  readonly month: MonthIndex;
  readonly stored: RecordRow | null;
  readonly derived: RecordRow | null;
};

export type DerivedMonths = {
  readonly months: readonly DerivedMonth[];
  /** Months that hold a first daily record and are now to be noted as recorded. */
  readonly begun: readonly MonthIndex[];
};

/** From this length of touched days on, the whole month is read: fewer different windows make fewer statements. */
const LONG_WINDOW = 10;
/** The loop gives way to waiting requests after so many people (some milliseconds). */
const PEOPLE_BETWEEN_BREATHS = 50;
const NO_MARKS: readonly Mark[] = [];
const NO_OVERTIME: readonly OvertimeEntry[] = [];

/**
 * Derives months from their facts: only the touched duty dates where a row is stored, the whole month where none is.
 * Reads only, writes nothing. Months to come and months without a known calendar are
 * passed over.
 * @param afresh derive every touched month as a whole, whatever is stored.
 */
export async function deriveMonths(
  tx: Tx,
  rules: Rules,
  touched: readonly DayRange[],
  afresh = false,
): Promise<DerivedMonths> {
  const staff = [...new Set(touched.map((t) => t.staff))];
  const { recorded, handedOver, months } = await readMonthsAtHand(tx, rules, touched, staff);
  const byMonth = touchedByMonth(touched, months);
  const [services, stored] = await Promise.all([
    readServices(tx, staff),
    Promise.all(
      [...byMonth].map(([month, t]) =>
        readRows(
          tx,
          t.map((x) => x.staff),
          month,
        ),
      ),
    ),
  ]);
  const gone: DerivedMonth[] = [];
  const results = await Promise.all(
    [...byMonth].map(([month, windows], i) => {
      const work = windows.flatMap((window): Work[] => {
        const row = stored[i]?.get(window.staff) ?? null;
        const service = services.get(window.staff);
        if (service !== undefined && servesIn(service, month)) {
          const fact = handedOver.get(monthKey(window.staff, month)) ?? null;
          return [workOf(window, { service, fact, row, afresh })];
        }
        if (row !== null) gone.push({ staff: window.staff, month, stored: row, derived: null });
        return [];
      });
      return deriveMonth(tx, rules, work, month, recorded.has(month));
    }),
  );
  return {
    months: [...gone, ...results.flatMap((r) => r.months)],
    begun: results.filter((r) => r.begins).map((r) => r.month),
  };
}

type AtHand = {
  readonly recorded: ReadonlySet<MonthIndex>;
  readonly handedOver: ReadonlyMap<string, MonthFact>;
  /** The touched months that can hold anything. */
  readonly months: readonly MonthIndex[];
};

/** Someone's service may have begun long before any record: such months are left out before anything is read of them. */
async function readMonthsAtHand(tx: Tx, rules: Rules, touched: readonly DayRange[], staff: string[]): Promise<AtHand> {
  const first = Math.max(monthOf(minimum(touched.map((t) => t.first))), holidayYears.from * 12);
  const last = Math.min(
    -minimum(touched.map((t) => -monthOf(t.last))),
    monthOf(rules.today),
    holidayYears.through * 12 + 11,
  );
  if (!(first <= last)) return { recorded: new Set(), handedOver: new Map(), months: [] };
  const [recorded, handedOver] = await Promise.all([readRecordedMonths(tx), readMonthFacts(tx, staff, first, last)]);
  const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const begins = range.every((m) => recorded.has(m)) ? Infinity : await readFirstMonth(tx, staff);
  const withTotals = new Set([...handedOver.keys()].map((key) => Number(key.slice(0, key.indexOf('/')))));
  return { recorded, handedOver, months: range.filter((m) => recorded.has(m) || m >= begins || withTotals.has(m)) };
}

function minimum(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

/** Cuts ranges into months; several ranges of one person in a month become the one that spans them. */
function touchedByMonth(touched: readonly DayRange[], months: readonly MonthIndex[]): Map<MonthIndex, Touched[]> {
  const byMonth = new Map<MonthIndex, Touched[]>();
  for (const month of months) {
    const days = { first: firstDayOf(month), last: lastDayOf(month) };
    const people = new Map<string, Touched>();
    for (const range of touched) {
      if (range.last < days.first || range.first > days.last) continue;
      const known = people.get(range.staff);
      people.set(range.staff, {
        staff: range.staff,
        month,
        first: Math.max(days.first, Math.min(range.first, known?.first ?? range.first)),
        last: Math.min(days.last, Math.max(range.last, known?.last ?? range.last)),
      });
    }
    if (people.size > 0) byMonth.set(month, [...people.values()]);
  }
  return byMonth;
}

type Touched = DayRange & { readonly month: MonthIndex };

function workOf(
  touched: Touched,
  given: { service: Service; fact: MonthFact | null; row: RecordRow | null; afresh: boolean },
): Work {
  const { service, fact, row, afresh } = given;
  const { staff, month, first, last } = touched;
  const isTotal = row !== null && valueIn(row, 'source') === 'month';
  const whole = afresh || row === null || fact !== null || isTotal || last - first >= LONG_WINDOW;
  const days = whole ? { first: firstDayOf(month), last: lastDayOf(month) } : { first, last };
  return { staff, month, ...days, service, fact, row, base: whole ? null : row };
}

type Work = Touched & {
  readonly service: Service;
  readonly fact: MonthFact | null;
  /** What is stored. */
  readonly row: RecordRow | null;
  /** What the touched days are put into; null = the whole month is made. */
  readonly base: RecordRow | null;
};

type Facts = {
  readonly marks: ReadonlyMap<string, readonly TimedMark[]>;
  readonly overtime: ReadonlyMap<string, MonthOvertime>;
  readonly corrections: ReadonlyMap<string, ReadonlyMap<EpochDay, DayCorrection>>;
};

type MonthResult = { readonly month: MonthIndex; readonly begins: boolean; readonly months: DerivedMonth[] };

async function deriveMonth(
  tx: Tx,
  rules: Rules,
  work: readonly Work[],
  month: MonthIndex,
  wasRecorded: boolean,
): Promise<MonthResult> {
  if (work.length === 0) return { month, begins: false, months: [] };
  const facts = await readFacts(tx, rules, work, month);
  const begins = !wasRecorded && work.some((w) => hasRecordIn(facts, w));
  const isRecorded = wasRecorded || begins;
  const empty = emptyDays(rules);
  const months: DerivedMonth[] = [];
  for (const [i, w] of work.entries()) {
    if (i % PEOPLE_BETWEEN_BREATHS === PEOPLE_BETWEEN_BREATHS - 1) await breathe();
    const derived = isRecorded || w.fact !== null ? rowFrom(rules, w, facts, empty) : null;
    months.push({ staff: w.staff, month, stored: w.row, derived });
  }
  return { month, begins, months };
}

async function readFacts(tx: Tx, rules: Rules, work: readonly Work[], month: MonthIndex): Promise<Facts> {
  const staff = work.map((w) => w.staff);
  const windows = new Map<string, Work[]>();
  for (const w of work) {
    const key = `${w.first}-${w.last}`;
    const list = windows.get(key);
    if (list === undefined) windows.set(key, [w]);
    else list.push(w);
  }
  const boundary = boundaryOf(rules, month);
  const [overtime, corrections, ...marks] = await Promise.all([
    readOvertime(tx, staff, month),
    readCorrections(tx, staff, month),
    ...[...windows.values()].map((group) => {
      const needed = marksNeededFor(group[0]!.first, group[0]!.last, boundary);
      return readMarks(
        tx,
        group.map((w) => w.staff),
        needed,
      );
    }),
  ]);
  const [only] = marks;
  return { overtime, corrections, marks: marks.length === 1 && only ? only : new Map(marks.flatMap((m) => [...m])) };
}

/** One boundary a month, so that every part of a month is attributed alike. */
function boundaryOf(rules: Rules, month: MonthIndex): number {
  return rules.parametersOn(firstDayOf(month)).dayBoundary;
}

/** Whether the month itself holds a daily fact of this person. */
function hasRecordIn(facts: Facts, { staff, month }: Work): boolean {
  if (facts.overtime.has(staff) || facts.corrections.has(staff)) return true;
  const from = firstDayOf(month) * 1440;
  const until = firstDayOf(month + 1) * 1440;
  return facts.marks.get(staff)?.some((mark) => mark.at >= from && mark.at < until) ?? false;
}

type DayMaker = (day: EpochDay) => DutyDay;

/** Days without any fact are alike for everybody. */
function emptyDays(rules: Rules): DayMaker {
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

function rowFrom(rules: Rules, work: Work, facts: Facts, empty: DayMaker): RecordRow {
  const { staff, month, service } = work;
  const { yearStartMonth } = rules.parametersOn(firstDayOf(month));
  const post = postOf(service, rules.departments, month, { yearStartMonth, today: rules.today });
  const marks = marksByDutyDate(facts.marks.get(staff) ?? [], boundaryOf(rules, month));
  const overtime = facts.overtime.get(staff);
  const corrections = facts.corrections.get(staff);
  const fact = work.fact;
  if (fact !== null && overtime === undefined && corrections === undefined && !anyIn(marks, month)) {
    const days = daysFrom(work, (day) => (day >= service.from && day < service.until ? empty(day) : outOfService));
    const handedOver = { overtime: fact.overtime, exceptional: fact.exceptional, unclassifiable: 0 };
    return rowOf(staff, month, { post, source: 'month', days, allowance: fact.allowance, handedOver });
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
        discrepancyAnswered: correction?.answered ?? false,
        clock: rules.clockOn(day),
      },
      rules.parametersOn(day),
    );
  });
  return rowOf(staff, month, { post, source: 'days', days, allowance: overtime?.allowance ?? fact?.allowance ?? null });
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
