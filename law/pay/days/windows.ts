import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '../../time/months.ts';
import { payLawOf } from '../pay-rates.ts';
import type { PayRules } from '../rules.ts';

/** Days from `first` through `last`, both inclusive. */
export type Window = { readonly first: EpochDay; readonly last: EpochDay };

export const holds = ({ first, last }: Window, day: EpochDay): boolean => first <= day && day <= last;

/** A window as words of a step. */
export const windowWords = ({ first, last }: Window): { readonly first: string; readonly last: string } => ({
  first: formatLocalDate(first),
  last: formatLocalDate(last),
});

/** Days by which a window is shorter when the day to be worked is its first day. */
const own = ({ windowCount }: PayRules): 0 | 1 => (windowCount === 'INCLUSIVE' ? 1 : 0);

/** 週休日の振替: the days from which one may become the day off for a day to be worked. @throws NotInForce before 2010-04-01 */
export function transferWindow(work: EpochDay, rules: PayRules): Window {
  payLawOf(monthOf(work));
  return {
    first: work - 7 * rules.transferWeeksBefore + own(rules),
    last: work + 7 * rules.transferWeeksAfter - own(rules),
  };
}

/** 代休日: the days from which one may be named for a 休日. @throws NotInForce before 2010-04-01 */
export function compensatoryWindow(holiday: EpochDay, rules: PayRules): Window {
  payLawOf(monthOf(holiday));
  return { first: holiday + 1, last: holiday + 7 * rules.compensatoryWeeks - own(rules) };
}

/** 時間外勤務代休時間: the days on which the hours beyond sixty of a month may be taken off. @throws NotInForce before 2010-04 */
export function timeOffWindow(month: MonthIndex, { timeOffWindowMonths }: PayRules): Window {
  payLawOf(month);
  return { first: firstDayOf(month + 1), last: lastDayOf(month + timeOffWindowMonths) };
}
