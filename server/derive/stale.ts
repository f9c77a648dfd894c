import { randomUUID } from 'node:crypto';
import { type EpochDay, formatLocalDate, type LocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';

/** Duty dates of one person whose derived figures wait to be made again; both days included. */
export type StaleDays = { readonly staff: string; readonly firstDate: LocalDate; readonly lastDate: LocalDate };

/**
 * Marks duty dates as stale, in the transaction of the fact that touched them. A punch touches the day before to the day
 * after it; a change of service touches all days from its own to the end of the running month. Rows of one person that overlap or touch
 * become one. After the commit, `context.wakeDeriver` is called.
 */
export async function markStale(tx: Tx, rows: readonly StaleDays[]): Promise<void> {
  const joined = joinRanges(rows);
  if (joined.length === 0) return;
  await tx.query(
    `insert into tk.stale_day (municipality, id, staff, first_date, last_date)
     select $1, u.id, u.staff, u.first_date, u.last_date
       from unnest($2::uuid[], $3::text[], $4::date[], $5::date[]) as u (id, staff, first_date, last_date)
     on conflict (municipality, id) do nothing`,
    [
      tx.municipality,
      joined.map(() => randomUUID()),
      joined.map((r) => r.staff),
      joined.map((r) => formatLocalDate(r.first)),
      joined.map((r) => formatLocalDate(r.last)),
    ],
  );
}

/**
 * Marks days for everybody, to the end of the last one's month: a change of the municipality's rules, of departments or of designations. The deriver works
 * them off month by month; a month that waits already is widened and begun again.
 * @param lastDate usually the clock's day: later days are made when they come.
 */
export async function markEverybody(tx: Tx, firstDate: LocalDate, lastDate: LocalDate): Promise<void> {
  await markDaysOfAll(tx, dayOf(firstDate), lastDayOf(monthOf(dayOf(lastDate))));
}

/** As `markEverybody`, but these days only. */
export async function markDaysOfAll(tx: Tx, first: EpochDay, last: EpochDay): Promise<void> {
  const parts: { first: EpochDay; last: EpochDay; month: EpochDay }[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month++) {
    parts.push({
      month: firstDayOf(month),
      first: Math.max(first, firstDayOf(month)),
      last: Math.min(last, lastDayOf(month)),
    });
  }
  if (parts.length === 0) return;
  await insertSweeps(
    tx,
    parts.map((p) => formatLocalDate(p.month)),
    parts.map((p) => formatLocalDate(p.first)),
    parts.map((p) => formatLocalDate(p.last)),
  );
}

/** Has everybody judged again in some months whose days stand as they are. */
export async function markJudgements(tx: Tx, first: MonthIndex, last: MonthIndex): Promise<void> {
  const months: LocalDate[] = [];
  for (let month = first; month <= last; month++) months.push(formatLocalDate(firstDayOf(month)));
  if (months.length === 0) return;
  const none = months.map(() => null);
  await insertSweeps(tx, months, none, none);
}

type Dates = readonly (LocalDate | null)[];

async function insertSweeps(tx: Tx, months: Dates, firstDates: Dates, lastDates: Dates): Promise<void> {
  await tx.query(
    `insert into tk.sweep as s (municipality, month, first_date, last_date)
     select $1, u.month, u.first_date, u.last_date from unnest($2::date[], $3::date[], $4::date[]) as u (month, first_date, last_date)
     on conflict (municipality, month) do update set
       first_date = least(s.first_date, excluded.first_date), last_date = greatest(s.last_date, excluded.last_date), after_staff = ''`,
    [tx.municipality, months, firstDates, lastDates],
  );
}

/** Days of one person; both included. */
export type DayRange = { readonly staff: string; readonly first: EpochDay; readonly last: EpochDay };

/** Joins ranges of the same person that overlap or lie side by side. A range that ends before it begins vanishes. */
export function joinRanges(rows: readonly StaleDays[]): DayRange[] {
  const ordered = rows
    .map((r) => ({ staff: r.staff, first: dayOf(r.firstDate), last: dayOf(r.lastDate) }))
    .filter((r) => r.first <= r.last)
    .sort((a, b) => (a.staff === b.staff ? a.first - b.first : a.staff < b.staff ? -1 : 1));
  const joined: { staff: string; first: EpochDay; last: EpochDay }[] = [];
  for (const row of ordered) {
    const open = joined.at(-1);
    if (open !== undefined && open.staff === row.staff && row.first <= open.last + 1) {
      open.last = Math.max(open.last, row.last);
    } else joined.push(row);
  }
  return joined;
}

function dayOf(date: LocalDate): EpochDay {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(`not a day of the calendar: ${date}`);
  return day;
}
