import type { EpochDay } from '@tokimori/law/time/civil';
import { firstMonthOf, fiscalYearOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { EarlierMonth, PersonHistory, PersonMonth } from '@tokimori/ordinances/measures/facts';
import { MOST_LASTING } from '@tokimori/ordinances/measures/measure';
import type { Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, type Place, readTree } from '../reading/department-tree.ts';
import { monthDate, monthEnd, monthOfText } from '../reading/moment.ts';
import { type DayRow, type Duty, monthOfRow, type OrderedRow } from './month-by-day.ts';

/** People that are read together, and portions that the database reads while one is looked at. */
const [TOGETHER, AHEAD] = [40, 2];
/** Months before a span that averages of six months reach back to, at the end of the month before the longest run of months. */
const REACH_BACK = 5 + MOST_LASTING;

type SumRow = {
  month: string;
  staff: string;
  overtime: number;
  beyond: number;
  source: 'days' | 'month';
};
export type PlaceOf = (department: string, month: MonthIndex) => Place;

/** Where the people of a department belong in each month of a span, by the one rule of the tree. */
export const placesIn =
  (trees: ReadonlyMap<MonthIndex, DepartmentTree>): PlaceOf =>
  (department, month) =>
    trees.get(month)?.place(department) ?? { section: department, bureau: department };

/** Where somebody's record is kept: with the 課, or, where none is above, with the department itself. */
export function keptIn(trees: ReadonlyMap<MonthIndex, DepartmentTree>): PlaceOf {
  const placeOf = placesIn(trees);
  return (department, month) => {
    const { section, bureau } = placeOf(department, month);
    return { section: section === '' ? department : section, bureau };
  };
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

/** What people are read with: who, in which months, where they stood, and the allotted hours. */
export type Ground = {
  readonly span: Span;
  readonly staff: readonly string[];
  readonly placeOf: PlaceOf;
  readonly hours: Duty;
  /** A measure asks when people come and leave. */
  readonly byDay: boolean;
};

/** Reads everybody by and by, a transaction for each portion; between them others are served. */
export async function eachPerson(
  context: Context,
  municipality: string,
  ground: Ground,
  visit: (person: PersonHistory) => void,
): Promise<void> {
  const { staff } = ground;
  const read = (at: number) =>
    at < staff.length
      ? context.store.tenant(municipality, (tx) => readPeople(tx, staff.slice(at, at + TOGETHER), ground))
      : Promise.resolve([]);
  const portions = Array.from({ length: AHEAD }, (_, nth) => read(nth * TOGETHER));
  for (let at = 0; at < staff.length; at += TOGETHER) {
    const people = await portions.shift();
    const next = read(at + AHEAD * TOGETHER);
    next.catch(() => undefined);
    portions.push(next);
    for (const person of people ?? []) visit(person);
  }
}

/** The people of some staff numbers by day, from what is stored. Three statements, whatever their number. */
export async function readPeople(
  tx: Tx,
  staff: readonly string[],
  { span: { earliest, from, through }, placeOf, hours, byDay }: Ground,
): Promise<readonly PersonHistory[]> {
  const [days, sums, orders, joined] = await Promise.all([
    tx.query<DayRow>(
      `select r.month, r.staff, r.department, r.managerial, r.externally_driven, r.source, r.overtime, r.exceptional,
              r.day_state::text as day_state, r.beyond_days::text as beyond_days,
              case when $5 then r.first_in::text end as first_in, case when $5 then r.last_out::text end as last_out,
              case when r.overtime = 0 then '{}' else r.overtime_days::text end as overtime_days,
              case when r.exceptional = 0 then '{}' else r.exceptional_days::text end as exceptional_days,
              case when r.ordered_ahead = 0 then '{}' else r.ordered_days::text end as ordered_days,
              r.unclassifiable_days::text as unclassifiable_days
       from tk.month_record r
       where r.municipality = $1 and r.staff = any($2) and r.month between $3::date and $4::date
       order by r.staff, r.month`,
      [tx.municipality, staff, monthDate(from), monthDate(through), byDay],
    ),
    tx.query<SumRow>(
      `select r.month, r.staff, r.overtime, r.beyond, r.source from tk.month_record r
       where r.municipality = $1 and r.staff = any($2) and r.month >= $3::date and r.month < $4::date`,
      [tx.municipality, staff, monthDate(earliest), monthDate(from)],
    ),
    byDay ? readOrdered(tx, staff, from, through) : [],
    tx.query<{ staff: string; joined_on: string; left_on: string | null }>(
      'select s.staff, s.joined_on, s.left_on from tk.staff s where s.municipality = $1 and s.staff = any($2)',
      [tx.municipality, staff],
    ),
  ]);
  const ordersOf = new Map(orders.map((row) => [`${row.staff} ${row.month}`, row]));
  const earlierOf = sumsByPerson(sums);
  const people = new Map<string, PersonMonth[]>();
  for (const row of days) {
    const months = people.get(row.staff) ?? [];
    people.set(row.staff, months);
    months.push(
      monthOfRow(row, {
        place: placeOf(row.department, monthOfText(row.month.slice(0, 7))),
        hours,
        orders: ordersOf.get(`${row.staff} ${row.month}`),
      }),
    );
  }
  const services = new Map(joined.map((row) => [row.staff, serviceOf(row)]));
  return [...people].map(([person, months]) => ({
    person,
    months,
    earlier: earlierOf.get(person) ?? [],
    ...services.get(person),
  }));
}

/** The months in which somebody's service begins and, where that is known, ends. */
const serviceOf = (row: { joined_on: string; left_on: string | null }): Pick<PersonHistory, 'since' | 'through'> => ({
  since: monthOfText(row.joined_on.slice(0, 7)),
  ...(row.left_on === null ? {} : { through: monthOfText(row.left_on.slice(0, 7)) }),
});

/** When the overtime of each day begins and ends, a row for each person and month. */
const readOrdered = (tx: Tx, staff: readonly string[], from: MonthIndex, through: MonthIndex): Promise<OrderedRow[]> =>
  tx.query<OrderedRow>(
    `select x.staff, x.month, count(*)::int as days, array_agg(x.place)::text as places, array_agg(x.begins)::text as begins,
            array_agg(x.ends)::text as ends
     from (select o.staff, min(o.month) as month, o.duty_date - min(o.month) as place, min(o.from_minute) as begins, max(o.until_minute) as ends
           from tk.overtime o
           where o.municipality = $1 and o.staff = any($2) and o.duty_date between $3::date and $4::date
             and o.state in ('ordered', 'confirmed') and o.until_minute is not null
           group by o.staff, o.duty_date) x
     group by x.staff, x.month`,
    [tx.municipality, staff, monthDate(from), monthEnd(through)],
  );

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
