import { civilOf, daysInMonth, type EpochDay, epochDayOf } from '../../time/civil.ts';
import type { LeaveRules } from '../rules.ts';

/** First and last day of a leave year, named by the calendar year in which it starts. */
export type LeaveYear = { readonly first: EpochDay; readonly last: EpochDay };

/** 暦年 or 年度, as the municipality has it. */
export function leaveYearOf(year: number, rules: Pick<LeaveRules, 'leaveYear'>): LeaveYear {
  const month = rules.leaveYear === 'calendar' ? 1 : 4;
  return { first: epochDayOf(year, month, 1), last: epochDayOf(year + 1, month, 1) - 1 };
}

/** The leave year in which a day lies, by the calendar year in which it starts. */
export function leaveYearAt(on: EpochDay, rules: Pick<LeaveRules, 'leaveYear'>): number {
  const { year, month } = civilOf(on);
  return rules.leaveYear === 'fiscal' && month < 4 ? year - 1 : year;
}

/**
 * The last day of a period of months that begins on a day (民法143条): the day before the corresponding day, or the last day of a
 * month that has none.
 */
export function endOfMonths(from: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilOf(from);
  const index = year * 12 + month - 1 + months;
  const [endYear, endMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const length = daysInMonth(endYear, endMonth);
  return day <= length ? epochDayOf(endYear, endMonth, day) - 1 : epochDayOf(endYear, endMonth, length);
}

/** The day so many months before, with the same number, or the last of a month that has none (民法143条2項). */
export function monthsBefore(day: EpochDay, months: number): EpochDay {
  const { year, month, day: ofMonth } = civilOf(day);
  const index = year * 12 + month - 1 - months;
  const [before, number] = [Math.floor(index / 12), (index % 12) + 1];
  return epochDayOf(before, number, Math.min(ofMonth, daysInMonth(before, number)));
}

/** Months begun from one day to another, both included: 2か月17日 is 3. At least 1. */
export function monthsBegun(from: EpochDay, through: EpochDay): number {
  let months = 1;
  while (endOfMonths(from, months) < through) months += 1;
  return months;
}
