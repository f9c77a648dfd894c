import { formatYearMonth, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { refuse } from '../../access/refusal.ts';
import { type Here, monthIndexOf } from '../reading/moment.ts';

/** A month of the route that is over or running. @throws Refusal 404 `registers.month-ahead` */
export function monthUpTo(at: Here, text: string): MonthIndex {
  const month = monthIndexOf(text);
  if (month <= at.month) return month;
  return refuse('registers.month-ahead', {
    status: 404,
    title: 'まだ来ていない月です',
    detail: `${formatYearMonth(at.month)} までの月を選んでください。`,
  });
}

/** Whether a month is over. */
export const isOver = (at: Here, month: MonthIndex): boolean => at.dutyDay > lastDayOf(month);
