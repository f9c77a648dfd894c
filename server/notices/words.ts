import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';

/** A month (`YYYY-MM` or a day of it) as mails say it: 令和8年10月. */
export const eraMonthOf = (month: string): string => eraOf(`${month.slice(0, 7)}-01`).replace(/1日$/, '');

/** A fiscal year by the month in which it begins: 令和8年度. */
export const eraYearOf = (month: string): string => `${eraMonthOf(month).replace(/年.*/, '年')}度`;

/** A date as mails say it: 令和8年10月26日. */
export function eraOf(date: string): string {
  const day = parseLocalDate(date);
  return (day === undefined ? undefined : formatEraDate(day)) ?? date;
}
