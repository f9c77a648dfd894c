import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import { type EarlierMonth, type PersonHistory, type PersonMonth, UNKNOWN } from '@tokimori/ordinances/measures/facts';
import { dayStates } from '../../store/day-state.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { monthOfText } from '../reading/moment.ts';

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
};
type SumRow = { month: string; staff: string; overtime: number; beyond: number; source: 'days' | 'month' };
type EndRow = { staff: string; duty_date: string; until: number };

/** Where someone stands on the tree: the topmost 課 and its 部局. */
export type Place = { readonly section: string; readonly bureau: string };
export type PlaceOf = (department: string) => Place;

/** The 課 that a department belongs to: itself or the division above it. */
export function placesIn(tree: DepartmentTree): PlaceOf {
  const known = new Map<string, Place>();
  return (department) => {
    const found = known.get(department);
    if (found !== undefined) return found;
    const chain = tree.chain(department);
    const section = chain.find(({ kind }) => kind === 'division') ?? chain[0];
    const place = {
      section: section?.department ?? department,
      bureau: tree.bureau(department)?.department ?? department,
    };
    known.set(department, place);
    return place;
  };
}

const offNumbers: ReadonlySet<number> = new Set(
  dayStates.flatMap((state, at) => (state === 'dayOff' || state === 'holiday' ? [at] : [])),
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
    if (end !== undefined) leaveAfterOvertime[at] = Math.max(0, out - end);
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
  const duty = Uint8Array.from(states, (state) => Number(byDay && !offNumbers.has(state)));
  const lastOut = byDay ? numbersIn(row.last_out, length) : new Int16Array(length).fill(UNKNOWN);
  return {
    month,
    ...place,
    department: row.externally_driven ? 'externallyDriven' : 'selfDirected',
    managerial: row.managerial,
    overtime,
    exceptional: byDay ? numbersIn(row.exceptional_days, length) : lastDay(row.exceptional, length),
    presence: byDay ? numbersIn(row.beyond_days, length) : new Int16Array(length).fill(UNKNOWN),
    ...gaps({ lastOut, overtime, duty }, dutyEnds, ends),
    duty,
  };
}

/** Of a month that was handed over as a sum, the days are not known: all of it is known at its end. */
function lastDay(minutes: number, length: number): Int16Array {
  const days = new Int16Array(length);
  days[length - 1] = minutes;
  return days;
}

export type Span = { readonly earliest: MonthIndex; readonly from: MonthIndex; readonly through: MonthIndex };
const firstOf = (month: MonthIndex): string => `${formatYearMonth(month)}-01`;

/** The people of some staff numbers by day, from what is stored. Three statements, whatever their number. */
export async function readPeople(
  tx: Tx,
  staff: readonly string[],
  { earliest, from, through }: Span,
  { placeOf, dutyEnds }: { readonly placeOf: PlaceOf; readonly dutyEnds: number },
): Promise<readonly PersonHistory[]> {
  const [days, sums, ends] = await Promise.all([
    tx.query<DayRow>(
      `select r.month, r.staff, r.department, r.managerial, r.externally_driven, r.source, r.overtime, r.exceptional,
              r.day_state::text as day_state, r.last_out::text as last_out, r.beyond_days::text as beyond_days,
              r.overtime_days::text as overtime_days, r.exceptional_days::text as exceptional_days
       from tk.month_record r
       where r.municipality = $1 and r.staff = any($2) and r.month between $3::date and $4::date
       order by r.staff, r.month`,
      [tx.municipality, staff, firstOf(from), firstOf(through)],
    ),
    tx.query<SumRow>(
      `select r.month, r.staff, r.overtime, r.beyond, r.source from tk.month_record r
       where r.municipality = $1 and r.staff = any($2) and r.month >= $3::date and r.month < $4::date`,
      [tx.municipality, staff, firstOf(earliest), firstOf(from)],
    ),
    tx.query<EndRow>(
      `select o.staff, o.duty_date, max(o.until_minute)::int as until from tk.overtime o
       where o.municipality = $1 and o.staff = any($2) and o.month between $3::date and $4::date
         and o.state = 'confirmed' and o.until_minute is not null
       group by o.staff, o.duty_date`,
      [tx.municipality, staff, firstOf(from), firstOf(through)],
    ),
  ]);
  const endsOf = endsByMonth(ends);
  const earlierOf = sumsByPerson(sums);
  const people = new Map<string, PersonMonth[]>();
  for (const row of days) {
    const months = people.get(row.staff) ?? [];
    people.set(row.staff, months);
    months.push(
      monthOfRow(row, placeOf(row.department), dutyEnds, endsOf.get(`${row.staff} ${row.month.slice(0, 7)}`)),
    );
  }
  return [...people].map(([person, months]) => ({ person, months, earlier: earlierOf.get(person) ?? [] }));
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
    months.push({ month: monthOfText(month.slice(0, 7)), overtime, presence: source === 'days' ? beyond : null });
  }
  return found;
}

/** The first and last day of a span, for the tree of departments that its people are put in. */
export const lastDayOfSpan = ({ through }: Span): EpochDay => firstDayOf(through) + lengthOf(through) - 1;
