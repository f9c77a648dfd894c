import { epochDayOf } from '../time/civil.ts';
import { formatEraDate, formatEraFiscalYear } from '../time/eras.ts';

const letters: Readonly<Record<string, string>> = { 令和: 'R', 平成: 'H' };

const yearName = (fiscalYear: number): string => formatEraFiscalYear(fiscalYear) ?? String(fiscalYear);
/** 令和4年度 → R4; 令和元年度 → R1. */
const shortName = (fiscalYear: number): string =>
  yearName(fiscalYear)
    .replace(/^\D\D/, (era) => letters[era] ?? era)
    .replace('元', '1')
    .replace('年度', '');

/** Puts the years of a survey into a heading or a title. @param fiscalYear the surveyed year */
export function withYears(text: string, fiscalYear: number): string {
  return text.replace(/\{(now|before|twoBefore|next|span|date|calendarYear)\}/g, (_, name: string) => {
    if (name === 'span') return `${shortName(fiscalYear - 1)}→${shortName(fiscalYear)}`;
    if (name === 'date') return formatEraDate(epochDayOf(fiscalYear + 1, 4, 1)) ?? '';
    if (name === 'calendarYear') return (formatEraDate(epochDayOf(fiscalYear, 12, 31)) ?? '').replace(/年.*/, '年');
    const away: Readonly<Record<string, number>> = { now: 0, before: -1, twoBefore: -2, next: 1 };
    return yearName(fiscalYear + (away[name] ?? 0));
  });
}
