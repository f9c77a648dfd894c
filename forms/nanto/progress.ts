import type { Progress } from '@tokimori/contract/registers/progress';
import { hours, type Minutes } from '@tokimori/law/time/minutes';
import { rounded } from '../saga/rounding.ts';

/**
 * 働き方改革・休み方改革進捗報告 of 南砺市 (総務省事例集 令和4年12月). Bounds as its lists word them: 「60時間超」 above 60 hours,
 * 「累計が180時間(平均60時間)以上」 at least 180. The bands 60–80, 80–100, 100超 take their upper bound in, so that they add up to
 * 「60時間超」.
 */
export const LONG_STAY: Minutes = hours(60);
export const LONG_STAY_OF_THREE: Minutes = hours(180);

export type Band = 'to80' | 'to100' | 'over100';

/** The band of a month's 超過在席時間; null up to 60 hours. */
export function bandOf(beyond: Minutes): Band | null {
  if (beyond <= LONG_STAY) return null;
  if (beyond <= hours(80)) return 'to80';
  return beyond <= hours(100) ? 'to100' : 'over100';
}

/** Sums of a month of those with caps. `presentHeads`: of whom presence is known. Null where nothing is known. */
export type MonthCounts = {
  readonly month: string;
  readonly headcount: number;
  readonly presentHeads: number;
  readonly beyond: Minutes | null;
  readonly overtime: Minutes | null;
  readonly allowance: number | null;
};
type Row = Progress['rows'][number];

/** One line of the city's table: per head in tenths of an hour, of those whose hours are known. */
export function progressRow(period: Row['period'], counts: MonthCounts): Row {
  const { month, headcount, presentHeads, beyond, overtime, allowance } = counts;
  return {
    period,
    month,
    headcount,
    beyond,
    beyondPerHead: rounded(beyond, presentHeads * 60, 10),
    beyondUnknown: headcount - presentHeads,
    overtime,
    overtimePerHead: rounded(overtime, headcount * 60, 10),
    allowance,
  };
}

/** One person's month with a long stay. */
export type LongStay = { readonly month: string; readonly section: string; readonly beyond: Minutes };

/** People by band in one month, and where they belong (each once, in the order in which they come). */
export function bandsOf(
  month: Pick<Progress['bands'][number], 'month' | 'lastYear' | 'known'>,
  stays: readonly LongStay[],
): Progress['bands'][number] {
  const own = stays.filter((stay) => stay.month === month.month && bandOf(stay.beyond) !== null);
  const count = (band: Band): number => own.filter(({ beyond }) => bandOf(beyond) === band).length;
  return {
    ...month,
    to80: count('to80'),
    to100: count('to100'),
    over100: count('over100'),
    sections: [...new Set(own.map(({ section }) => section))],
  };
}

/** The sum of three months when it reaches 180 hours; months that are not known add nothing. */
export function threeMonthStay(months: readonly (Minutes | null)[]): Minutes | null {
  const total = months.reduce<number>((sum, month) => sum + (month ?? 0), 0);
  return total >= LONG_STAY_OF_THREE ? total : null;
}
