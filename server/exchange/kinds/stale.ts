import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, monthOf } from '@tokimori/law/time/months';
import { markEverybody, markStale } from '../../derive/stale.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayFrom } from './references.ts';

/** Days of one person that must be derived again. */
export type TouchedDay = { readonly staff: string; readonly day: EpochDay };

/** Days nearer to each other than this share one range. */
const NEAR = 3;

/**
 * Marks the duty dates that facts of these civil days may touch (`margin` days before and after), one range for every
 * cluster of days of a person.
 */
export async function markDays(tx: Tx, touched: readonly TouchedDay[], margin: number): Promise<void> {
  const byStaff = new Map<string, EpochDay[]>();
  for (const { staff, day } of touched) {
    const days = byStaff.get(staff);
    if (days === undefined) byStaff.set(staff, [day]);
    else days.push(day);
  }
  const ranges: { staff: string; firstDate: string; lastDate: string }[] = [];
  const add = (staff: string, first: EpochDay, last: EpochDay): void => {
    ranges.push({ staff, firstDate: formatLocalDate(first - margin), lastDate: formatLocalDate(last + margin) });
  };
  for (const [staff, days] of byStaff) {
    days.sort((a, b) => a - b);
    let first = days[0]!;
    let last = first;
    for (const day of days) {
      if (day - last > NEAR) {
        add(staff, first, last);
        first = day;
      }
      last = day;
    }
    add(staff, first, last);
  }
  await markStale(tx, ranges);
}

/**
 * Marks everything from a day on to the clock's day, in ranges of a month, for people whose post changed. Months before
 * a person's first record need nothing: there is no fact in them.
 */
export async function markOnwards(tx: Tx, touched: readonly TouchedDay[], today: EpochDay): Promise<void> {
  const from = new Map<string, EpochDay>();
  for (const { staff, day } of touched) from.set(staff, Math.min(day, from.get(staff) ?? day));
  const recorded = await tx.query<{ staff: string; day: string }>(
    `select r.staff, min(r.month)::text as day from tk.month_record r
     where r.municipality = $1 and r.staff = any($2::text[]) group by r.staff`,
    [tx.municipality, [...from.keys()]],
  );
  const earliest = new Map(recorded.map((row) => [row.staff, row.day]));
  const thisMonth = firstDayOf(monthOf(today));
  const ranges: { staff: string; firstDate: string; lastDate: string }[] = [];
  for (const [staff, day] of from) {
    const begins = earliest.get(staff);
    const first = begins === undefined || begins > formatLocalDate(thisMonth) ? thisMonth : dayFrom(begins);
    for (let at = Math.max(day, first); at <= today; at = lastDayOf(monthOf(at)) + 1) {
      const last = Math.min(today, lastDayOf(monthOf(at)));
      ranges.push({ staff, firstDate: formatLocalDate(at), lastDate: formatLocalDate(last) });
    }
  }
  await markStale(tx, ranges);
}

/**
 * Marks everybody from a day on to the clock's day: departments or designations changed. Months in which nobody has a
 * record are left out.
 */
export async function markAll(tx: Tx, from: EpochDay, today: EpochDay): Promise<void> {
  const [earliest] = await tx.query<{ day: string | null }>(
    'select min(r.month)::text as day from tk.month_record r where r.municipality = $1',
    [tx.municipality],
  );
  if (earliest === undefined || earliest.day === null) return;
  const first = Math.max(from, dayFrom(earliest.day));
  if (first <= today) await markEverybody(tx, formatLocalDate(first), formatLocalDate(today));
}
