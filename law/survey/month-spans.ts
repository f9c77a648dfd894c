import { civilOf, daysInMonth, type EpochDay, epochDayOf } from '../time/civil.ts';

/**
 * Last day of a period of whole months from a day on: the day before the day that answers to it, or, when that month has no
 * such day, its last (民法143条2項). From 31 January one month runs to 28 February, from 1 July to 31 July.
 * @param months ≥ 1
 */
export function endOfMonths(from: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilOf(from);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  return day > last ? epochDayOf(toYear, toMonth, last) : epochDayOf(toYear, toMonth, day) - 1;
}
