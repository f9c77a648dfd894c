import { civilOf, type EpochDay } from '../time/civil.ts';
import { firstDayOf, lastDayOf, lengthOf, type MonthIndex, monthOf } from '../time/months.ts';

/** Days, both inclusive. */
export type DayPeriod = { readonly from: EpochDay; readonly through: EpochDay };

/** The last day of a period of months that begins with a day: the day before the same number, or the month's last (民法143条2項). */
export function lastDayOfPeriod(from: EpochDay, months: number): EpochDay {
  const { day } = civilOf(from);
  const month = monthOf(from) + months;
  return day > lengthOf(month) ? lastDayOf(month) : firstDayOf(month) + day - 2;
}

/** The day so many months before, with the same number or the last of its month. */
export function monthsBefore(day: EpochDay, months: number): EpochDay {
  const month = monthOf(day) - months;
  return firstDayOf(month) + Math.min(civilOf(day).day, lengthOf(month)) - 1;
}

/** The days that any of the periods holds, as periods that neither meet nor overlap. Ascending. */
export function unionOf(periods: readonly DayPeriod[]): readonly DayPeriod[] {
  const joined: { from: EpochDay; through: EpochDay }[] = [];
  for (const { from, through } of periods.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.through + 1) last.through = Math.max(last.through, through);
    else joined.push({ from, through });
  }
  return joined;
}

/** How much of a month such periods cover. */
export function coverageOf(month: MonthIndex, union: readonly DayPeriod[]): 'none' | 'part' | 'whole' {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const days = union.reduce(
    (sum, { from, through }) => sum + Math.max(0, Math.min(through, last) - Math.max(from, first) + 1),
    0,
  );
  if (days === 0) return 'none';
  return days === lengthOf(month) ? 'whole' : 'part';
}
