import type { Minutes } from '@tokimori/law/time/minutes';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import { sumKnown } from './rounding.ts';
import type { Category, OverviewLabel } from './sheet-one.ts';

/** ②部局ごとの時間外一覧: a month, a category. A total that was printed has no bureau, or no category, or neither. */
export type BureauRow = {
  readonly bureau: string | null;
  readonly month: MonthIndex;
  readonly category: OvertimeCategory | 'total';
  readonly minutes: Minutes;
  /** 円. */
  readonly allowance: number | null;
};

/** 通常業務 is everything but 感染症 and 災害. */
export const categoryOf = (category: OvertimeCategory): Category =>
  category === 'infection' || category === 'disaster' ? category : 'normal';

const labelOf = (category: BureauRow['category']): OverviewLabel =>
  category === 'total' ? category : categoryOf(category);

export type Sum = { readonly minutes: number | null; readonly allowance: number | null };
const nothing: Sum = { minutes: 0, allowance: null };
const categories = ['normal', 'infection', 'disaster'] as const;

type Adding = { minutes: number; allowance: number; allowanceKnown: boolean };
const settled = (sum: Adding | undefined): Sum | undefined =>
  sum === undefined ? undefined : { minutes: sum.minutes, allowance: sum.allowanceKnown ? sum.allowance : null };

/**
 * What the list by bureau says of its months. Totals that were printed are kept apart from the sums of their parts. A
 * month, or a bureau in a month, without any row is unknown, not zero.
 */
export class FileSums {
  readonly #cells = new Set<string>();
  readonly #bureaus = new Map<MonthIndex, Set<string>>();
  readonly #sums = new Map<string, Adding>();

  constructor(rows: readonly BureauRow[]) {
    for (const row of rows) {
      this.#add(`${row.month} ${labelOf(row.category)} ${row.bureau ?? ''}`, row);
      if (row.bureau === null) continue;
      this.#bureaus.set(row.month, (this.#bureaus.get(row.month) ?? new Set()).add(row.bureau));
      if (row.category === 'total') continue;
      this.#add(`${row.month} sum ${row.bureau}`, row);
      this.#add(`${row.month} sum-${categoryOf(row.category)} `, row);
      this.#add(`${row.month} sum `, row);
      this.#cells.add(`${row.month}`).add(`${row.month} ${row.bureau}`);
    }
  }

  #add(key: string, row: BureauRow): void {
    const sum = this.#sums.get(key) ?? { minutes: 0, allowance: 0, allowanceKnown: true };
    sum.minutes += row.minutes;
    sum.allowance += row.allowance ?? 0;
    sum.allowanceKnown &&= row.allowance !== null;
    this.#sums.set(key, sum);
  }

  #at(key: string): Sum | undefined {
    return settled(this.#sums.get(key));
  }

  /** The total of a category, or of everything, over all bureaus as it was printed. */
  printed(month: MonthIndex, label: OverviewLabel): Sum | undefined {
    return this.#at(`${month} ${label} `);
  }

  #printedOf(month: MonthIndex, bureau: string): Sum | undefined {
    return this.#at(`${month} total ${bureau}`);
  }

  #totalOf(month: MonthIndex, bureau: string): Sum | null {
    return this.#printedOf(month, bureau) ?? this.#at(`${month} sum ${bureau}`) ?? null;
  }

  /** A category of a bureau. */
  cell(month: MonthIndex, label: Category, bureau: string): number | null {
    if (!this.#cells.has(`${month} ${bureau}`)) return null;
    return this.#at(`${month} ${label} ${bureau}`)?.minutes ?? 0;
  }

  /** 総時間数 of a bureau: as printed, or the sum of its categories. */
  total(month: MonthIndex, bureau: string): number | null {
    return this.#totalOf(month, bureau)?.minutes ?? null;
  }

  /** Over all bureaus: as printed, or else the sum of the parts. Null where the month is unknown. */
  overall(month: MonthIndex, label: OverviewLabel): Sum | null {
    const printed = this.printed(month, label);
    if (printed !== undefined) return printed;
    if (label !== 'total') {
      return this.#cells.has(`${month}`) ? (this.#at(`${month} sum-${label} `) ?? nothing) : null;
    }
    const bureaus = [...(this.#bureaus.get(month) ?? [])];
    if (bureaus.some((bureau) => this.#printedOf(month, bureau) !== undefined)) {
      return added(bureaus.map((bureau) => this.#totalOf(month, bureau)));
    }
    if (categories.every((each) => this.printed(month, each) === undefined)) return this.#at(`${month} sum `) ?? null;
    return added(categories.map((each) => this.overall(month, each)));
  }
}

/** 手当額 of a part without any hours need not be known. */
const added = (parts: readonly (Sum | null)[]): Sum => ({
  minutes: sumKnown(parts.map((part) => part?.minutes ?? null)),
  allowance: sumKnown(parts.filter((part) => part?.minutes !== 0).map((part) => part?.allowance ?? null)),
});
