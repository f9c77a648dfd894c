import { holidayYears } from '@tokimori/law/calendar/holidays';
import { type EpochDay, formatLocalDate, type LocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf, parseYearMonth } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import { refuse } from '../../access/refusal.ts';
import type { Context } from '../../context.ts';
import { formatInstant, tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';

/** Where the clock of a call stands, and the municipality's parameters on that day. */
export type Here = {
  readonly now: Date;
  /** Civil day and minute in Asia/Tokyo. */
  readonly day: EpochDay;
  readonly minute: Minutes;
  /** Before the 日の区切り it is still the duty date before. */
  readonly dutyDay: EpochDay;
  readonly dutyDate: LocalDate;
  readonly month: MonthIndex;
  readonly parameters: Parameters;
};

/** Reads the clock once for a call. */
export async function here(context: Context, tx: Tx): Promise<Here> {
  const now = context.clock.now();
  const { day, minute } = tokyoOf(now);
  const parameters = await context.parameters(tx, day);
  const dutyDay = minute < parameters.dayBoundary ? day - 1 : day;
  return { now, day, minute, dutyDay, dutyDate: formatLocalDate(dutyDay), month: monthOf(dutyDay), parameters };
}

/** The clock as ISO 8601 with +09:00. */
export const instantText = (at: Here): string => formatInstant(at.now);

/** A stored month (`YYYY-MM`). */
export function monthOfText(text: string): MonthIndex {
  const month = parseYearMonth(text);
  if (month === undefined) throw new Error(`not a month: ${text}`);
  return month;
}

/** A month of the route (`YYYY-MM`), whose form the contract has checked; 404 for one whose holidays are not known. */
export function monthIndexOf(text: string): MonthIndex {
  const month = monthOfText(text);
  const year = Math.floor(month / 12);
  if (year >= holidayYears.from && year <= holidayYears.through) return month;
  return refuse('month.outside-calendar', {
    status: 404,
    title: 'この月の記録はありません',
    detail: `${text} は扱える期間(${holidayYears.from}年–${holidayYears.through}年)の外です。月を選び直してください。`,
  });
}

/** A stored or checked date as a day. */
export function dayOf(date: LocalDate): EpochDay {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(`not a day of the calendar: ${date}`);
  return day;
}

/** First day of a month as it is stored. */
export const monthDate = (month: MonthIndex): LocalDate => formatLocalDate(firstDayOf(month));
/** Last day of a month. */
export const monthEnd = (month: MonthIndex): LocalDate => formatLocalDate(lastDayOf(month));

/** The last whole day with figures: yesterday, or the last day of a month that is over; null when there is none yet. */
export function throughOf(month: MonthIndex, at: Here): EpochDay | null {
  const last = Math.min(at.dutyDay - 1, lastDayOf(month));
  return last < firstDayOf(month) ? null : last;
}

/** By when the records of a day are put in order: the closing day of the month after it. */
export function closingOf(day: EpochDay, parameters: Parameters): LocalDate {
  return formatLocalDate(firstDayOf(monthOf(day) + 1) + parameters.monthCloseDay - 1);
}
