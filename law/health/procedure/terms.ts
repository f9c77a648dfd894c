import { civilOf, daysInMonth, type EpochDay, epochDayOf } from '../../time/civil.ts';
import { procedureCitations } from '../citations.ts';
import type { Term } from '../rules.ts';

/**
 * Days of terms. The day from which a term runs is not counted (民法140条); a term of months ends on the day before the
 * one that corresponds to its first day, or on the last day of the month where no day corresponds (民法143条2項). So a
 * month from 31 January ends on 28 or 29 February, and one from 28 February, whose first day is 1 March, on 31 March.
 */

/** How a term is counted; a deadline cites its own provision besides. */
export const termCitations = [procedureCitations.dayNotCounted, procedureCitations.monthCounted] as const;

const monthsFrom = (year: number, month: number, months: number): { year: number; month: number } => {
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
};

/** The last day of a term that runs from a day. */
export function lastDayOfTerm(from: EpochDay, term: Term): EpochDay {
  if ('days' in term) return from + term.days;
  if (term.months === 0) return from;
  const first = civilOf(from + 1);
  const { year, month } = monthsFrom(first.year, first.month, term.months);
  const length = daysInMonth(year, month);
  return first.day > length ? epochDayOf(year, month, length) : epochDayOf(year, month, first.day) - 1;
}

/**
 * The first day that lies within one month before a day (期日前1月以内): the same day of the month before; where that month
 * has no such day, the first of the month of the day itself, so that nobody is exempt by a shorter month.
 */
export function firstDayWithinMonthBefore(day: EpochDay): EpochDay {
  const { year, month, day: ofMonth } = civilOf(day);
  const before = monthsFrom(year, month, -1);
  return ofMonth > daysInMonth(before.year, before.month)
    ? epochDayOf(year, month, 1)
    : epochDayOf(before.year, before.month, ofMonth);
}
