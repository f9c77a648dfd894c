import type { Minutes } from '../time/minutes.ts';
import type { Pace } from './types.ts';

/** Integer division rounded to the nearest whole, halves up. Dividend not negative, divisor positive. */
export const roundHalfUp = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));

/**
 * Overtime of the running month expected at its end: so far + mean of the judged working days × working days left,
 * never below what is ordered already. Whole minutes. Null while no day has been judged and nothing is ordered ahead.
 */
export function forecastMonth(soFar: Minutes, pace: Pace): Minutes | null {
  const ordered = soFar + pace.orderedAhead;
  if (pace.judgedDays === 0) return pace.daysLeft === 0 || pace.orderedAhead > 0 ? ordered : null;
  return Math.max(ordered, soFar + roundHalfUp(pace.judgedMinutes * pace.daysLeft, pace.judgedDays));
}

/**
 * A sum that runs on for months after the running one (a year, the months after a transfer), expected at its end:
 * what the elapsed months come to with the running month at its forecast, and their mean for each month to come.
 * @param before sum of the elapsed months before the running one
 * @param elapsed number of elapsed months, the running one included (at least 1)
 */
export function forecastPeriod(before: Minutes, monthForecast: Minutes, elapsed: number, monthsLeft: number): Minutes {
  const soFar = before + monthForecast;
  return soFar + roundHalfUp(soFar * monthsLeft, elapsed);
}
