import { dayOnly, eraMonth, span, weekday } from '@tokimori/wording/format';
import type { UndatedPaper } from '../paper/typesetter.ts';
import { sumOf } from '../sheet/figures.ts';
import { hours } from '../sheet/words.ts';

/** An order as the book has it. Times are minutes from 0:00 of the duty date, past 24:00 when on the next day; null where there is none. */
export type OrderBookRow = {
  /** Duty date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly orderedFrom: number | null;
  readonly orderedUntil: number | null;
  /** Kind of overtime in words: 通常, 臨時, 特例. */
  readonly category: string;
  readonly work: string;
  /** Why it could not be done in regular hours, or be ordered before. */
  readonly reason: string;
  /** Who ordered it; of hours that were only confirmed, who confirmed them. */
  readonly orderer: string;
  /** 代決・専決・代理 and for whom; empty when in one's own right. */
  readonly inPlace: string;
  readonly confirmedFrom: number | null;
  readonly confirmedUntil: number | null;
  /** Confirmed length in minutes, breaks taken off; null until it is confirmed. */
  readonly minutes: number | null;
  readonly firstIn: number | null;
  readonly lastOut: number | null;
  /** 事後: ordered after it was worked. */
  readonly retroactive: boolean;
};

/** The orders of a person and month. Rows may come in any order; the book has them by day and time. */
export type OrderBookMonth = {
  readonly staff: string;
  readonly name: string;
  readonly post: string;
  /** 所属 down to the 係. */
  readonly section: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: readonly OrderBookRow[];
};

const byTime = (one: OrderBookRow, other: OrderBookRow): number =>
  one.date.localeCompare(other.date) ||
  (one.orderedFrom ?? one.confirmedFrom ?? 0) - (other.orderedFrom ?? other.confirmedFrom ?? 0);

const spanOr = (from: number | null, until: number | null): string =>
  from === null && until === null ? '' : span(from, until);

const rowOf = (row: OrderBookRow) => ({
  day: dayOnly(row.date).replace('日', ''),
  weekday: weekday(row.date),
  ordered: spanOr(row.orderedFrom, row.orderedUntil),
  category: row.category,
  work: row.work,
  reason: row.reason,
  orderer: row.orderer,
  inPlace: row.inPlace,
  confirmed: spanOr(row.confirmedFrom, row.confirmedUntil),
  hours: hours(row.minutes),
  presence: spanOr(row.firstIn, row.lastOut),
  retroactive: row.retroactive ? '事後' : '',
});

/** Confirmed hours by kind, kinds in the order in which they came, and all together. */
function totalsOf(rows: readonly OrderBookRow[]): readonly { readonly category: string; readonly hours: string }[] {
  const kinds = [...new Set(rows.map(({ category }) => category))];
  const sum = (of: readonly OrderBookRow[]) => hours(sumOf(of.map(({ minutes }) => minutes)) ?? 0);
  return [
    ...kinds.map((category) => ({ category, hours: sum(rows.filter((row) => row.category === category)) })),
    { category: '計', hours: sum(rows) },
  ];
}

function sheetOf(month: OrderBookMonth): object {
  const rows = month.rows.toSorted(byTime);
  return {
    month: eraMonth(month.month),
    staff: month.staff,
    name: month.name,
    post: month.post,
    section: month.section,
    rows: rows.map(rowOf),
    totals: totalsOf(rows),
    count: rows.length,
    after: rows.filter(({ retroactive }) => retroactive).length,
    open: rows.filter(({ minutes }) => minutes === null).length,
  };
}

/** 時間外勤務命令簿: a page for a person and month. Up to 45 orders stand on it, the rows lower the more there are; what is over goes on under the same head. */
export function orderBook(municipality: string, months: readonly OrderBookMonth[]): UndatedPaper {
  return {
    template: 'order-book/order-book.typ',
    batch: months.length > 1,
    data: { municipality, sheets: months.map(sheetOf) },
  };
}
