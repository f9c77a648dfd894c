import { setImmediate as breathe } from 'node:timers/promises';
import { holidayYears } from '@tokimori/law/calendar/holidays';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { marksNeededFor } from '@tokimori/law/working-time/duty-dates';
import type { Tx } from '../store/tenant.ts';
import {
  type MonthFact,
  monthKey,
  readCorrections,
  readFirstMonth,
  readMarks,
  readMonthFacts,
  readOvertime,
} from './facts.ts';
import { boundaryOf, emptyDays, type Facts, hasRecordIn, rowFrom, type Touched, type Work } from './month-making.ts';
import { type RecordRow, readRows, type StoredRow } from './record-rows.ts';
import { readRecordedMonths } from './recorded-months.ts';
import type { Rules } from './rules.ts';
import { type Service, servesIn } from './service.ts';
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
  /** The services on which they rest. */
  readonly services: ReadonlyMap<string, Service>;
};

/** From this length of touched days on, the whole month is read: fewer different windows make fewer statements. */
const LONG_WINDOW = 10;
/** The loop gives way to waiting requests after so many people (some milliseconds). */
const PEOPLE_BETWEEN_BREATHS = 50;

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
    services,
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

function workOf(
  touched: Touched,
  given: { service: Service; fact: MonthFact | null; row: StoredRow | null; afresh: boolean },
): Work {
  const { service, fact, row, afresh } = given;
  const { staff, month, first, last } = touched;
  const isTotal = row?.source === 'month';
  const whole = afresh || row === null || fact !== null || isTotal || last - first >= LONG_WINDOW;
  const days = whole ? { first: firstDayOf(month), last: lastDayOf(month) } : { first, last };
  return { staff, month, ...days, service, fact, row, base: whole ? null : row };
}

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
  const wanted = [...windows.values()].map((group) => ({
    staff: group.map((w) => w.staff),
    within: marksNeededFor(group[0]!.first, group[0]!.last, boundary),
  }));
  const [overtime, corrections, marks] = await Promise.all([
    readOvertime(tx, staff, month),
    readCorrections(tx, staff, month),
    readMarks(tx, wanted),
  ]);
  return { overtime, corrections, marks };
}
