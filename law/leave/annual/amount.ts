import type { Minutes } from '../../time/minutes.ts';

/**
 * An amount of 年次有給休暇 in half minutes: half a day of 7:45 is 3:52½, and balances are kept to the minute, without fractions.
 */
export type HalfMinutes = number;

/** Days as an amount. */
export const daysOf = (days: number, dayMinutes: Minutes): HalfMinutes => days * dayMinutes * 2;
/** Hours and minutes as an amount. */
export const timeOf = (minutes: Minutes): HalfMinutes => minutes * 2;

/** An amount as it is told: whole days, the minutes beyond them, and whether half a minute remains. */
export type DaysAndTime = { readonly days: number; readonly minutes: Minutes; readonly halfMinute: boolean };

/** 1 day = `dayMinutes` (規則15―14 第20条3項). The amount must not be negative. */
export function asDaysAndTime(amount: HalfMinutes, dayMinutes: Minutes): DaysAndTime {
  const day = daysOf(1, dayMinutes);
  const rest = amount % day;
  return { days: Math.floor(amount / day), minutes: Math.floor(rest / 2), halfMinute: rest % 2 === 1 };
}
