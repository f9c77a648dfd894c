import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { CAPS_BEGIN } from '@tokimori/law/overtime/caps/caps';
import type { OvertimeMonth } from '@tokimori/law/overtime/types';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Allotment } from '@tokimori/law/working-time/types';
import type { Parameters } from '@tokimori/ordinances/schema';
import { lengthOf } from '@tokimori/records/overtime-length';
import type { Context } from '../../context.ts';
import { underArticle36 } from '../../derive/article36/histories.ts';
import type { Days } from '../../derive/departments.ts';
import { loadHistories, type StaffHistory } from '../../derive/histories.ts';
import { readDepartmentsOf } from '../../derive/rules.ts';
import { readServices } from '../../derive/services.ts';
import type { Tx } from '../../store/tenant.ts';
import { firstRecordedMonth } from './city-sums.ts';
import { type DepartmentTree, readTree } from './department-tree.ts';
import { grouped } from './grouped.ts';
import { dayOf, type Here, monthDate, monthEnd } from './moment.ts';
import { lengthAt, type MonthRow, readMonths } from './month-rows.ts';
import { type StandingOvertime, standingOvertime } from './overtime-rows.ts';
import { personsOn } from './persons.ts';

/** What the effect of an order on a person's month is judged from. Minutes. */
export type Ground = {
  readonly month: MonthIndex;
  /** The duty date of the clock. */
  readonly today: number;
  readonly parameters: Parameters;
  readonly managerial: boolean;
  readonly history: StaffHistory['history'];
  readonly pace: StaffHistory['pace'];
  /** Worked and counted so far. */
  readonly worked: number;
  /** The month so far with orders already given, also those of the last seconds that are not derived yet. */
  readonly before: number;
  /** Of `before`, exceptional work. */
  readonly exceptional: number;
  /** What else stands on the days of the month: asked, ordered, confirmed. */
  readonly others: readonly StandingOvertime[];
  /** Of people under 労基法36条: days on which 災害対応 is ordered by 33条1項, outside the agreement. */
  readonly disasterDays: readonly Days[] | null;
};

type Stale = { readonly staff: string; readonly first_date: string; readonly last_date: string };

/**
 * Reads the grounds of some people for one month. Figures come from the derived rows; where days of a person wait to be
 * derived again, the orders of those days are taken from the orders themselves.
 */
export async function readGrounds(
  context: Context,
  tx: Tx,
  at: Here,
  staff: readonly string[],
  month: MonthIndex,
): Promise<ReadonlyMap<string, Ground>> {
  if (staff.length === 0) return new Map();
  const parameters = await context.parameters(tx, firstDayOf(month));
  const known = Math.min(month, at.month);
  // Read first what waits: whatever is derived in between is then in the histories as well.
  const [stale, histories, overtime] = await Promise.all([
    readStale(tx, staff),
    loadHistories(tx, parameters, staff, known),
    standingOvertime(tx, staff, monthDate(month), monthEnd(month)),
  ]);
  const waiting = grouped(stale, (row) => row.staff);
  const rows = new Map((await readMonths(tx, [...waiting.keys()], [monthDate(month)])).map((row) => [row.staff, row]));
  const blanks = await readBlanks(
    tx,
    parameters,
    staff.filter((each) => !histories.has(each)),
    known,
  );
  const byStaff = grouped(overtime, (row) => row.staff);
  return new Map(
    staff.map((each) => {
      const found = histories.get(each) ?? blanks.get(each) ?? blankHistory(known, 'selfDirected', false, known);
      const others = byStaff.get(each) ?? [];
      const unsettled = month > at.month ? null : (waiting.get(each) ?? []);
      return [each, groundOf({ found, others, unsettled, row: rows.get(each), month, parameters, at })];
    }),
  );
}

async function readStale(tx: Tx, staff: readonly string[]): Promise<Stale[]> {
  return tx.query<Stale>(
    `select d.staff, d.first_date, d.last_date from tk.stale_day d where d.municipality = $1 and d.staff = any($2)`,
    [tx.municipality, staff],
  );
}

type Given = {
  readonly found: StaffHistory;
  readonly others: readonly StandingOvertime[];
  /** Days that wait to be derived; null = the whole month is still to come and has no record. */
  readonly unsettled: readonly Stale[] | null;
  readonly row: MonthRow | undefined;
  readonly month: MonthIndex;
  readonly parameters: Parameters;
  readonly at: Here;
};

function groundOf(given: Given): Ground {
  const { found, others, month, parameters } = given;
  const ordered = ordersByDay(others, parameters);
  const extra = given.unsettled === null ? sumOf(ordered) : notDerived(ordered, given);
  const ahead = month > given.at.month;
  // Under 労基法36条 what counts is beyond the statutory hours; orders to come are added in full.
  const soFar = found.article36 === undefined ? found.record.overtime : (found.history.months.at(-1)?.overtime ?? 0);
  const worked = ahead ? 0 : soFar;
  const before = worked + (ahead ? 0 : found.record.orderedAhead) + extra.minutes;
  return {
    month,
    today: given.at.dutyDay,
    parameters,
    managerial: found.record.managerial,
    history: ahead ? continued(found.history, month) : found.history,
    pace: ahead ? null : found.pace,
    worked,
    before,
    exceptional: Math.min(before, (ahead ? 0 : found.record.exceptional) + extra.exceptional),
    others,
    disasterDays: found.article36?.workplace.disasters ?? null,
  };
}

type Counted = { minutes: number; exceptional: number };

/** Counted minutes of what is ordered or confirmed, by day. */
function ordersByDay(rows: readonly StandingOvertime[], parameters: Parameters): Map<number, Counted> {
  const days = new Map<number, Counted>();
  for (const row of rows) {
    if (row.state !== 'ordered' && row.state !== 'confirmed') continue;
    const day = dayOf(row.duty_date);
    const sum = days.get(day) ?? { minutes: 0, exceptional: 0 };
    const minutes = countedMinutes(row, allotmentOf(parameters, day));
    sum.minutes += minutes;
    if (parameters.exceptionalCategories.includes(row.category)) sum.exceptional += minutes;
    days.set(day, sum);
  }
  return days;
}

/** What of an overtime counts for the caps. */
export function countedMinutes(
  row: Pick<StandingOvertime, 'from_minute' | 'until_minute' | 'minutes'>,
  allotment: Allotment,
): number {
  const { from_minute: from, until_minute: until } = row;
  return from === null || until === null
    ? row.minutes
    : Math.min(row.minutes, lengthOf({ from, until }, allotment).counted);
}

function sumOf(days: ReadonlyMap<number, Counted>): Counted {
  const sum = { minutes: 0, exceptional: 0 };
  for (const day of days.values()) {
    sum.minutes += day.minutes;
    sum.exceptional += day.exceptional;
  }
  return sum;
}

/** Orders of days that wait to be derived, as far as the derived figures do not hold them yet. */
function notDerived(ordered: ReadonlyMap<number, Counted>, { unsettled, row, month }: Given): Counted {
  const sum = { minutes: 0, exceptional: 0 };
  for (const [day, counted] of ordered) {
    const date = day;
    if (!(unsettled ?? []).some((range) => dayOf(range.first_date) <= date && date <= dayOf(range.last_date))) continue;
    const index = day - firstDayOf(month);
    const derived = lengthAt(row?.overtime_days, index) + lengthAt(row?.ordered_days, index);
    const lacking = Math.max(0, counted.minutes - derived);
    sum.minutes += lacking;
    sum.exceptional += Math.min(lacking, counted.exceptional);
  }
  return sum;
}

/** A history carried on to a month that is still to come. */
function continued(history: StaffHistory['history'], month: MonthIndex): StaffHistory['history'] {
  const department = history.months.at(-1)?.department ?? 'selfDirected';
  const next: OvertimeMonth = { month, department, overtime: 0, exceptional: 0, legalHolidayWork: 0 };
  const transfers = history.transfers.filter(({ on }) => monthOf(on) > month - 12);
  return { ...history, months: [...history.months, next], transfers, asOf: lastDayOf(month) };
}

/** People of whom the month has no record yet: their service, their main post and its designation are all that is known. */
async function readBlanks(
  tx: Tx,
  parameters: Parameters,
  staff: readonly string[],
  month: MonthIndex,
): Promise<ReadonlyMap<string, StaffHistory>> {
  if (staff.length === 0) return new Map();
  const [tree, persons, services, first, book] = await Promise.all([
    readTree(tx, lastDayOf(month)),
    personsOn(tx, staff, monthEnd(month)),
    readServices(tx, staff),
    firstRecordedMonth(tx),
    readDepartmentsOf(tx, staff),
  ]);
  const blanks = new Map(
    [...persons].map(([each, person]) => {
      const joined = monthOf(services.get(each)?.from ?? firstDayOf(month));
      const kind = kindOf(tree, person.department);
      const employedFrom = Math.max(first ?? month, Math.min(joined, month));
      const blank = blankHistory(month, kind, person.managerial, employedFrom);
      return [each, { ...blank, record: { ...blank.record, department: person.department } }] as const;
    }),
  );
  if (month < CAPS_BEGIN) return blanks;
  const days = new Map(staff.map((each) => [each, lastDayOf(month)]));
  const under = await underArticle36(tx, { parameters, book, from: month, month }, blanks, days);
  return new Map([...blanks, ...under]);
}

const kindOf = (tree: DepartmentTree, department: string): OvertimeMonth['department'] =>
  tree.designated(department) === undefined ? 'selfDirected' : 'externallyDriven';

function blankHistory(
  month: MonthIndex,
  department: OvertimeMonth['department'],
  managerial: boolean,
  employedFrom: MonthIndex,
): StaffHistory {
  const record = {
    overtime: 0,
    exceptional: 0,
    orderedAhead: 0,
    presence: 0,
    beyond: 0,
    daysWorked: 0,
    unclassifiable: 0,
    discrepancies: 0,
  };
  return {
    history: {
      regime: 'ordinance',
      months: [{ month, department, overtime: 0, exceptional: 0, legalHolidayWork: 0 }],
      transfers: [],
      asOf: lastDayOf(month),
      employedFrom,
    },
    pace: null,
    record: {
      ...record,
      department: '',
      managerial,
      externallyDriven: department === 'externallyDriven',
      source: 'days',
    },
  };
}
