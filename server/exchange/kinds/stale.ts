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

/** The first day of which the municipality has any record; null when there is none yet. */
async function firstRecordedDay(tx: Tx): Promise<EpochDay | null> {
  const [derived, recorded] = await Promise.all([
    tx.query<{ day: string | null }>('select min(r.month) as day from tk.month_record r where r.municipality = $1', [
      tx.municipality,
    ]),
    tx.query<{ day: string | null }>('select min(r.month) as day from tk.recorded_month r where r.municipality = $1', [
      tx.municipality,
    ]),
  ]);
  const days = [derived[0]?.day, recorded[0]?.day].flatMap((day) =>
    day === null || day === undefined ? [] : [dayFrom(day)],
  );
  return days.length === 0 ? null : Math.min(...days);
}

/**
 * Marks everything from a day on to the clock's day, in ranges of a month, for people whose post or service changed.
 * Months before the first record of the municipality need nothing.
 */
export async function markOnwards(tx: Tx, touched: readonly TouchedDay[], today: EpochDay): Promise<void> {
  if (touched.length === 0) return;
  const from = new Map<string, EpochDay>();
  for (const { staff, day } of touched) from.set(staff, Math.min(day, from.get(staff) ?? day));
  const first = Math.min((await firstRecordedDay(tx)) ?? today, firstDayOf(monthOf(today)));
  const ranges: { staff: string; firstDate: string; lastDate: string }[] = [];
  for (const [staff, day] of from) {
    for (let at = Math.max(day, first); at <= today; at = lastDayOf(monthOf(at)) + 1) {
      // To the end of the running month: its days to come have an allotment only while the person serves.
      ranges.push({ staff, firstDate: formatLocalDate(at), lastDate: formatLocalDate(lastDayOf(monthOf(at))) });
    }
  }
  await markStale(tx, ranges);
}

/**
 * Marks everybody from a day on to the clock's day: departments or designations changed. Months in which nobody has a
 * record are left out.
 */
export async function markAll(tx: Tx, from: EpochDay, today: EpochDay): Promise<void> {
  const recorded = await firstRecordedDay(tx);
  if (recorded === null) return;
  const first = Math.max(from, recorded);
  if (first <= today) await markEverybody(tx, formatLocalDate(first), formatLocalDate(today));
}
