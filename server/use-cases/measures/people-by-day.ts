import type { EpochDay } from '@tokimori/law/time/civil';
import { firstMonthOf, fiscalYearOf, lastDayOf, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import { type EarlierMonth, type PersonHistory, type PersonMonth, UNKNOWN } from '@tokimori/ordinances/measures/facts';
import type { Context } from '../../context.ts';
import { dayStates } from '../../store/day-state.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { monthDate, monthOfText } from '../reading/moment.ts';

/** People that are read together. */
const TOGETHER = 100;
/** Months before a span that averages of six months and sums of three reach back to. */
const REACH_BACK = 5;

/** What a month's row tells of its days; arrays as text. */
type DayRow = {
  month: string;
  staff: string;
  department: string;
  managerial: boolean;
  externally_driven: boolean;
  source: 'days' | 'month';
  overtime: number;
  exceptional: number;
  day_state: string;
  last_out: string;
  beyond_days: string;
  overtime_days: string;
  exceptional_days: string;
  ordered_days: string;
  unclassifiable_days: string;
};
type SumRow = {
  month: string;
  staff: string;
  overtime: number;
  beyond: number;
  source: 'days' | 'month';
};
type EndRow = { staff: string; duty_date: string; until: number };

/** Where someone stands on the tree: the topmost 課 and its 部局. */
export type Place = { readonly section: string; readonly bureau: string };
export type PlaceOf = (department: string, month: MonthIndex) => Place;

/** The 課 that a department belongs to: itself or the division above it. */
export function placesIn(trees: ReadonlyMap<MonthIndex, DepartmentTree>): PlaceOf {
  const known = new Map<string, Place>();
  return (department, month) => {
    const key = `${month} ${department}`;
    const found = known.get(key);
    const tree = trees.get(month);
    if (found !== undefined) return found;
    if (tree === undefined) return { section: department, bureau: department };
    const chain = tree.chain(department);
    const section = chain.find(({ kind }) => kind === 'division') ?? chain[0];
    const place = {
      section: section?.department ?? department,
      bureau: tree.bureau(department)?.department ?? department,
    };
    known.set(key, place);
    return place;
  };
}

/** States of a duty day whose hours are known or still to come. */
const dutyNumbers: ReadonlySet<number> = new Set(
  dayStates.flatMap((state, at) => (state === 'classified' || state === 'open' || state === 'future' ? [at] : [])),
);

/** `{1,-1,3}` as numbers; an array stored empty is all zero. */
function numbersIn(literal: string, length: number): Int16Array {
  const numbers = new Int16Array(length);
  if (literal === '{}') return numbers;
  let [at, value, sign] = [0, 0, 1];
  for (let place = 1; place < literal.length; place += 1) {
    const code = literal.charCodeAt(place);
    if (code === 45) sign = -1;
    else if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else {
      numbers[at] = sign * value;
      [at, value, sign] = [at + 1, 0, 1];
    }
  }
  return numbers;
}

/** From the end of duty to leaving on a day without overtime; from the end of overtime on the others. */
function gaps(
  { lastOut, overtime, duty }: { lastOut: Int16Array; overtime: Int16Array; duty: Uint8Array },
  dutyEnds: number,
  ends: ReadonlyMap<number, number> | undefined,
): Pick<PersonMonth, 'leaveAfterDuty' | 'leaveAfterOvertime'> {
  const leaveAfterDuty = new Int16Array(lastOut.length).fill(UNKNOWN);
  const leaveAfterOvertime = new Int16Array(lastOut.length).fill(UNKNOWN);
  for (let at = 0; at < lastOut.length; at += 1) {
    const out = lastOut[at] ?? UNKNOWN;
    if (out < 0) continue;
    const end = ends?.get(at);
    if (end !== undefined) leaveAfterOvertime[at] = Math.max(0, out - (duty[at] === 1 ? Math.max(dutyEnds, end) : end));
    else if (duty[at] === 1 && overtime[at] === 0) leaveAfterDuty[at] = Math.max(0, out - dutyEnds);
  }
  return { leaveAfterDuty, leaveAfterOvertime };
}

function monthOfRow(
  row: DayRow,
  place: Place,
  dutyEnds: number,
  ends: ReadonlyMap<number, number> | undefined,
): PersonMonth {
  const month = monthOfText(row.month.slice(0, 7));
  const length = lengthOf(month);
  const byDay = row.source === 'days';
  const states = numbersIn(row.day_state, length);
  const overtime = byDay ? numbersIn(row.overtime_days, length) : lastDay(row.overtime, length);
  const duty = Uint8Array.from(states, (state) => Number(byDay && dutyNumbers.has(state)));
  const lastOut = byDay ? numbersIn(row.last_out, length) : new Int16Array(length).fill(UNKNOWN);
  return {
    month,
    ...place,
    department: row.externally_driven ? 'externallyDriven' : 'selfDirected',
    managerial: row.managerial,
    overtime,
    exceptional: byDay ? numbersIn(row.exceptional_days, length) : lastDay(row.exceptional, length),
    presence: byDay ? presenceOf(row, length) : new Int16Array(length).fill(UNKNOWN),
    ordered: byDay ? numbersIn(row.ordered_days, length) : new Int16Array(length),
    ...gaps({ lastOut, overtime, duty }, dutyEnds, ends),
    duty,
  };
}

/** Present beyond duty by day; of a day that cannot be classified it is not known. */
function presenceOf(row: DayRow, length: number): Int16Array {
  const beyond = numbersIn(row.beyond_days, length);
  const unknown = numbersIn(row.unclassifiable_days, length);
  return beyond.map((minutes, at) => (unknown[at] === 1 ? UNKNOWN : minutes));
}

/** Of a month that was handed over as a sum, the days are not known: all of it is known at its end. */
function lastDay(minutes: number, length: number): Int16Array {
  const days = new Int16Array(length);
  days[length - 1] = minutes;
  return days;
}

/** Months that are asked of, and the earliest whose sums they need. */
export type Span = { readonly earliest: MonthIndex; readonly from: MonthIndex; readonly through: MonthIndex };

/** Sums of a year reach back to its beginning; averages of six months five before the first that is asked of. */
export const spanOf = (from: MonthIndex, through: MonthIndex, yearStartMonth: number): Span => ({
  earliest: Math.min(firstMonthOf(fiscalYearOf(from, yearStartMonth), yearStartMonth), from - REACH_BACK),
  from,
  through,
});

/** The staff numbers with a record in a span, in order. */
export async function staffIn(tx: Tx, { from, through }: Span): Promise<readonly string[]> {
  const rows = await tx.query<{ staff: string }>(
    `select distinct r.staff from tk.month_record r
     where r.municipality = $1 and r.month between $2::date and $3::date order by r.staff`,
    [tx.municipality, monthDate(from), monthDate(through)],
  );
  return rows.map(({ staff }) => staff);
}

/** What people are read with: who, in which months, where they stood, and when duty ends, in minutes of the day. */
export type Ground = {
  readonly span: Span;
  readonly staff: readonly string[];
  readonly placeOf: PlaceOf;
  readonly dutyEnds: number;
};

/** Reads everybody by and by, a transaction for each portion; between them others are served. */
export async function eachPerson(
  context: Context,
  municipality: string,
  ground: Ground,
  visit: (person: PersonHistory) => void,
): Promise<void> {
  for (let at = 0; at < ground.staff.length; at += TOGETHER) {
    const part = ground.staff.slice(at, at + TOGETHER);
    const people = await context.store.tenant(municipality, (tx) => readPeople(tx, part, ground));
    for (const person of people) visit(person);
  }
}

/** The people of some staff numbers by day, from what is stored. Three statements, whatever their number. */
async function readPeople(
  tx: Tx,
  staff: readonly string[],
  { span: { earliest, from, through }, placeOf, dutyEnds }: Ground,
): Promise<readonly PersonHistory[]> {
  const [days, sums, ends, joined] = await Promise.all([
    tx.query<DayRow>(
      `select r.month, r.staff, r.department, r.managerial, r.externally_driven, r.source, r.overtime, r.exceptional,
              r.day_state::text as day_state, r.last_out::text as last_out, r.beyond_days::text as beyond_days,
              r.overtime_days::text as overtime_days, r.exceptional_days::text as exceptional_days,
              r.ordered_days::text as ordered_days, r.unclassifiable_days::text as unclassifiable_days
       from tk.month_record r
       where r.municipality = $1 and r.staff = any($2) and r.month between $3::date and $4::date
       order by r.staff, r.month`,
      [tx.municipality, staff, monthDate(from), monthDate(through)],
    ),
    tx.query<SumRow>(
      `select r.month, r.staff, r.overtime, r.beyond, r.source from tk.month_record r
       where r.municipality = $1 and r.staff = any($2) and r.month >= $3::date and r.month < $4::date`,
      [tx.municipality, staff, monthDate(earliest), monthDate(from)],
    ),
    tx.query<EndRow>(
      `select o.staff, o.duty_date, max(o.until_minute)::int as until from tk.overtime o
       where o.municipality = $1 and o.staff = any($2) and o.month between $3::date and $4::date
         and o.state in ('ordered', 'confirmed') and o.until_minute is not null
       group by o.staff, o.duty_date`,
      [tx.municipality, staff, monthDate(from), monthDate(through)],
    ),
    tx.query<{ staff: string; joined_on: string }>(
      'select s.staff, s.joined_on from tk.staff s where s.municipality = $1 and s.staff = any($2)',
      [tx.municipality, staff],
    ),
  ]);
  const endsOf = endsByMonth(ends);
  const earlierOf = sumsByPerson(sums);
  const people = new Map<string, PersonMonth[]>();
  for (const row of days) {
    const months = people.get(row.staff) ?? [];
    people.set(row.staff, months);
    months.push(
      monthOfRow(
        row,
        placeOf(row.department, monthOfText(row.month.slice(0, 7))),
        dutyEnds,
        endsOf.get(`${row.staff} ${row.month.slice(0, 7)}`),
      ),
    );
  }
  const since = new Map(joined.map((row) => [row.staff, monthOfText(row.joined_on.slice(0, 7))]));
  return [...people].map(([person, months]) => ({
    person,
    months,
    earlier: earlierOf.get(person) ?? [],
    ...(since.has(person) ? { since: since.get(person) ?? 0 } : {}),
  }));
}

/** The end of the last overtime of each day, by person and month, then by place in the month. */
function endsByMonth(rows: readonly EndRow[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const { staff, duty_date, until } of rows) {
    const key = `${staff} ${duty_date.slice(0, 7)}`;
    const days = found.get(key) ?? new Map<number, number>();
    found.set(key, days);
    days.set(Number(duty_date.slice(8, 10)) - 1, until);
  }
  return found;
}

function sumsByPerson(rows: readonly SumRow[]): ReadonlyMap<string, readonly EarlierMonth[]> {
  const found = new Map<string, EarlierMonth[]>();
  for (const { month, staff, overtime, beyond, source } of rows) {
    const months = found.get(staff) ?? [];
    found.set(staff, months);
    months.push({
      month: monthOfText(month.slice(0, 7)),
      overtime,
      presence: source === 'days' ? beyond : 0,
    });
  }
  return found;
}

/** The departments as they stood on the last day of each month of a span, or on `until` in the month that runs. */
export async function readTrees(
  tx: Tx,
  { from, through }: Span,
  until: EpochDay,
): Promise<ReadonlyMap<MonthIndex, DepartmentTree>> {
  const months = Array.from({ length: through - from + 1 }, (_, at) => from + at);
  const trees = await Promise.all(months.map((month) => readTree(tx, Math.min(until, lastDayOf(month)))));
  return new Map(months.map((month, at) => [month, trees[at] as DepartmentTree]));
}
