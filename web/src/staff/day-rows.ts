import type { DayView } from '@tokimori/contract/values';
import { dayOfMonth, dayOnly, weekday } from '@tokimori/wording/format';

/** What the day rows need to know of the page around them. */
export type DayContext = { readonly axis: number; readonly today: string; readonly now: number; readonly own: boolean };

export type FoldedRow = {
  readonly kind: 'folded';
  readonly key: string;
  readonly days: string;
  readonly weekdays: string;
  readonly words: string;
};
export type DayRow = { readonly kind: 'day'; readonly key: string; readonly day: DayView };

/** Nothing was recorded and nothing was due: the day may be folded away. */
export const isEmptyRest = (day: DayView): boolean =>
  (day.state === 'dayOff' || day.state === 'holiday') && day.spans.length === 0 && day.firstIn === null;
const isRest = (day: DayView): boolean =>
  isEmptyRest(day) || (day.state === 'future' && day.allotment === null && day.spans.length === 0);

/** Rows of a month: empty days off that follow each other become one row; a holiday keeps its own, with its name. */
export function rowsOf(days: readonly DayView[]): (FoldedRow | DayRow)[] {
  const rows: (FoldedRow | DayRow)[] = [];
  for (const day of days) {
    const last = rows.at(-1);
    if (!isRest(day)) rows.push({ kind: 'day', key: day.date, day });
    else if (day.holidayName !== null)
      rows.push({
        kind: 'folded',
        key: day.date,
        days: dayOnly(day.date),
        weekdays: weekday(day.date),
        words: `${day.state === 'dayOff' ? '週休日' : '休日'} ${day.holidayName}`,
      });
    else if (last?.kind === 'folded' && last.words === '週休日')
      rows[rows.length - 1] = {
        ...last,
        days: `${last.days}・${dayOnly(day.date)}`,
        weekdays: last.weekdays + weekday(day.date),
      };
    else
      rows.push({
        kind: 'folded',
        key: day.date,
        days: dayOnly(day.date),
        weekdays: weekday(day.date),
        words: '週休日',
      });
  }
  return rows;
}

/** 「合計(10月23日を除く)」: the total says which days are not in it. */
export function totalName(unclear: readonly string[]): string {
  if (unclear.length === 0) return '合計';
  return `合計(${unclear.length > 2 ? `${unclear.length}日` : unclear.map(dayOfMonth).join('・')}を除く)`;
}
