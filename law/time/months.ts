import { civilOf, daysInMonth, type EpochDay, epochDayOf } from './civil.ts';

/** Months since year 0: `year * 12 + month - 1`. Consecutive months differ by one. */
export type MonthIndex = number;
/** `YYYY-MM`. */
export type YearMonth = string;

const MONTH = /^(\d{4})-(\d{2})$/;

/** Reads `YYYY-MM`; undefined for anything else. */
export function parseYearMonth(text: string): MonthIndex | undefined {
  const match = MONTH.exec(text);
  if (match === null) return undefined;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : undefined;
}

/** Writes `YYYY-MM`. */
export function formatYearMonth(month: MonthIndex): YearMonth {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month in which a day lies. */
export function monthOf(day: EpochDay): MonthIndex {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** First day of a month. */
export function firstDayOf(month: MonthIndex): EpochDay {
  return epochDayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** Last day of a month. */
export function lastDayOf(month: MonthIndex): EpochDay {
  return firstDayOf(month + 1) - 1;
}

/** Number of days of a month. */
export function lengthOf(month: MonthIndex): number {
  return daysInMonth(Math.floor(month / 12), (month % 12) + 1);
}

/**
 * The year (年度) to which a month belongs, named by the calendar year in which it starts.
 * @param yearStartMonth 1–12; 4 unless the appointer fixed another start (職職-328 第10).
 */
export function fiscalYearOf(month: MonthIndex, yearStartMonth = 4): number {
  return Math.floor((month - (yearStartMonth - 1)) / 12);
}

/** First month of a fiscal year. */
export function firstMonthOf(fiscalYear: number, yearStartMonth = 4): MonthIndex {
  return fiscalYear * 12 + yearStartMonth - 1;
}
