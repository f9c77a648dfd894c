import type { EpochDay } from '@tokimori/law/time/civil';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { marksByDutyDate, marksNeededFor } from '@tokimori/law/working-time/duty-dates';
import { presenceOf } from '@tokimori/law/working-time/stays';
import type { Span } from '@tokimori/law/working-time/types';
import type { Parameters } from '@tokimori/ordinances/schema';
import { readCorrections, readMarks } from '../../derive/facts.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, monthDate } from './moment.ts';
import type { OvertimeRow } from './overtime-rows.ts';

/** An order that nobody has confirmed, with what was derived of its duty date; null where the day has no record. */
export type ResultRow = Pick<
  OvertimeRow,
  'id' | 'staff' | 'duty_date' | 'from_minute' | 'until_minute' | 'minutes' | 'category' | 'work'
> & {
  day_state: number | null;
  first_in: number | null;
  last_out: number | null;
  presence: number | null;
  discrepancy: number | null;
};

const position = 'extract(day from o.duty_date)::integer';

/** Orders of people in some departments, of duty dates before a day, whose result nobody has confirmed; oldest first. */
export async function openResultRows(
  tx: Tx,
  staff: readonly string[],
  departments: readonly string[],
  months: readonly MonthIndex[],
  before: string,
): Promise<ResultRow[]> {
  if (staff.length === 0) return [];
  return tx.query<ResultRow>(
    `select o.id, o.staff, o.duty_date, o.from_minute, o.until_minute, o.minutes, o.category, o.work,
       r.day_state[${position}] as day_state, r.first_in[${position}] as first_in, r.last_out[${position}] as last_out,
       r.presence_days[${position}] as presence, r.discrepancy_days[${position}] as discrepancy
     from tk.overtime o
     left join tk.month_record r on r.municipality = $1 and r.month = o.month and r.staff = o.staff
     where o.municipality = $1 and o.month = any($4::date[]) and o.staff = any($2) and o.department = any($3)
       and o.state = 'ordered' and o.duty_date < $5::date
     order by o.duty_date, o.from_minute, o.id`,
    [tx.municipality, staff, departments, months.map(monthDate), before],
  );
}

/** A duty date of a person. */
export type StaffDay = { readonly staff: string; readonly day: EpochDay };
export const staffDayKey = ({ staff, day }: StaffDay): string => `${staff}/${day}`;

/** Stays of some duty dates, for days that hold more than one; by `staffDayKey`. As many statements as months and one. */
export async function readStays(
  tx: Tx,
  days: readonly StaffDay[],
  { dayBoundary }: Parameters,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  if (days.length === 0) return new Map();
  const staff = [...new Set(days.map((each) => each.staff))];
  const dates = days.map(({ day }) => day);
  const months = [...new Set(dates.map(monthOf))];
  const [marks, ...corrections] = await Promise.all([
    readMarks(tx, [{ staff, within: marksNeededFor(Math.min(...dates), Math.max(...dates), dayBoundary) }]),
    ...months.map((month) => readCorrections(tx, staff, month)),
  ]);
  const marksOf = new Map(staff.map((who) => [who, marksByDutyDate(marks.get(who) ?? [], dayBoundary)]));
  return new Map(
    days.map((each) => {
      const corrected = corrections[months.indexOf(monthOf(each.day))]?.get(each.staff)?.get(each.day) ?? null;
      const { stays } = presenceOf({ marks: marksOf.get(each.staff)?.get(each.day) ?? [], corrected });
      return [staffDayKey(each), stays];
    }),
  );
}

/** Where the day of a row lies. */
export const staffDayOf = (row: ResultRow): StaffDay => ({ staff: row.staff, day: dayOf(row.duty_date) });
