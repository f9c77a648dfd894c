import type { LimitName } from '@tokimori/contract/values';
import { hm } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { averageMonths, limitTitle, remainingWords } from '../wording/words.ts';
import type { FigureView, LimitRowView } from './views.ts';

/** Change against an earlier figure in tenths of a per cent, half up; undefined where there is nothing to compare. */
function changeOf(now: number, before: number | null): number | undefined {
  if (before === null || before === 0) return undefined;
  const difference = now - before;
  const tenths = Math.floor((2000 * Math.abs(difference) + before) / (2 * before));
  return difference < 0 ? -tenths : tenths;
}

/** +5.4% / −8.1%; nothing where it cannot be said. */
export function changeWords(now: number, before: number | null): string {
  const tenths = changeOf(now, before);
  if (tenths === undefined) return '';
  const size = Math.abs(tenths);
  return `${tenths < 0 ? '−' : '+'}${Math.floor(size / 10)}.${size % 10}%`;
}

/** 前月 13:49(−8.1%) */
export const comparedWords = (name: string, figure: FigureView, before: number | null): string =>
  before === null ? '' : `${name} ${hm(before)}(${changeWords(figure.now, before) || '比べられません'})`;

/** Share of a whole with one decimal, half up. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '';
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** What stands under 「いま」 of a limit row: the figure, and what is left or over. */
export function standsAt(row: LimitRowView): { readonly figure: string; readonly note: string } {
  if (row.state === 'unknown' || row.value === null) return { figure: '—', note: row.because };
  if (row.limit === 'monthsOver45') {
    return {
      figure: `${row.value}回`,
      note: row.slack === null ? '' : row.slack < 0 ? remainingWords(row.slack) : `今月 ${remainingWords(row.slack)}`,
    };
  }
  const months = averageMonths(row.limit);
  if (months !== undefined) {
    const mean = Math.floor((2 * row.value + months) / (2 * months));
    return {
      figure: hm(mean),
      note: row.slack !== null && row.slack >= 0 ? remainingWords(row.slack) : `${hm(row.value)} ÷ ${months}`,
    };
  }
  return { figure: hm(row.value), note: row.slack === null ? '' : remainingWords(row.slack) };
}

/** Name of a limit with its cap, for a column: 「2か月平均 80:00 まで」. */
export const limitColumn = (row: LimitRowView): string =>
  limitTitle({
    limit: row.limit,
    cap: row.cap,
    comparison: row.limit === 'monthly' && (row.cap ?? 0) >= 6000 ? 'lessThan' : 'atMost',
  });

/** Where the bar of a row ends and where its limit lies, in the limit's own unit. */
export function barOf(
  row: LimitRowView,
): { readonly worked: number; readonly limit: number; readonly forecast: number | null } | undefined {
  if (row.value === null || row.cap === null) return undefined;
  const months = averageMonths(row.limit);
  const cap = months !== undefined && row.cap <= 100 * 60 ? row.cap * months : row.cap;
  return { worked: row.value, limit: cap, forecast: row.forecast };
}

/** Chips: each limit of its own, the averages together. */
export const chipNames: readonly {
  readonly key: string;
  readonly name: string;
  readonly limits: readonly LimitName[];
}[] = [
  { key: 'monthly', name: limitNames.monthly, limits: ['monthly'] },
  { key: 'average', name: '2–6か月平均', limits: ['average-2', 'average-3', 'average-4', 'average-5', 'average-6'] },
  { key: 'annual', name: limitNames.annual, limits: ['annual'] },
  { key: 'monthsOver45', name: '45時間超の回数', limits: ['monthsOver45'] },
  { key: 'afterTransfer', name: limitNames.afterTransfer, limits: ['afterTransfer'] },
];
