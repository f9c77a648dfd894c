import type { LimitKey } from '@tokimori/law/overtime/types';
import { firstMonthOf, fiscalYearOf, type MonthIndex } from '@tokimori/law/time/months';

/** A limit that a person stands beyond (or of which it is not known) in a month, as the judgement of that month has it. */
export type StandingRow = {
  readonly staff: string;
  readonly limit: LimitKey;
  readonly month: MonthIndex;
  readonly department: string;
  readonly state: 'over' | 'overExceptional' | 'unknown';
  /** Minutes; months for `monthsOver45`. Null while it is not known. */
  readonly value: number | null;
  readonly cap: number | null;
};

/** A limit that was exceeded in its period: what ① and ③ of a 上限を超えたときの記録 rest on. One a person, limit and period. */
export type Exceeded = {
  readonly staff: string;
  readonly limit: LimitKey;
  /** The month; for a limit of the year the first month of the fiscal year. */
  readonly period: MonthIndex;
  /** The month in which it was exceeded first; for averages the last month of the window. */
  readonly month: MonthIndex;
  readonly fiscalYear: number;
  /** Months whose overtime is part of the figure. */
  readonly from: MonthIndex;
  readonly through: MonthIndex;
  /** Where the person belonged in `month`. */
  readonly department: string;
  /** Whether 特例業務 of the period let it be exceeded. */
  readonly carried: 'exceptional' | 'none';
  readonly value: number;
  readonly cap: number;
};

const yearLimits: ReadonlySet<LimitKey> = new Set(['annual', 'monthsOver45', 'afterTransfer']);
/** Whether a limit runs over the fiscal year, so that it is exceeded once a year and not once a month. */
export const isOfYear = (limit: LimitKey): boolean => yearLimits.has(limit);

/** What the cap of 「異動後」 holds for each of its months. Minutes. */
const AFTER_TRANSFER = 30 * 60;

/**
 * The limits that were exceeded, from the judgements of the months: one a month for limits of a month and averages, one a fiscal year for the
 * others. The year's last judgement counts: what a later one finds within the limit (a higher cap since the person's department is externally
 * driven) was not exceeded; what it does not know stays as it was.
 * @param rows over, exceeded for exceptional work, or unknown; in any order
 * @param lastJudged last month in which the person had limits, within the fiscal year that begins in a month
 */
export function exceededOf(
  rows: readonly StandingRow[],
  lastJudged: (staff: string, yearBegins: MonthIndex) => MonthIndex | undefined,
  yearStartMonth: number,
): readonly Exceeded[] {
  const years = new Map<string, StandingRow[]>();
  const found: Exceeded[] = [];
  for (const row of rows) {
    if (isOfYear(row.limit)) {
      const key = `${row.staff} ${row.limit} ${fiscalYearOf(row.month, yearStartMonth)}`;
      const same = years.get(key);
      if (same === undefined) years.set(key, [row]);
      else same.push(row);
    } else if (row.state !== 'unknown' && row.value !== null && row.cap !== null) {
      const length = row.limit.startsWith('average-') ? Number(row.limit.slice(8)) : 1;
      const fiscalYear = fiscalYearOf(row.month, yearStartMonth);
      found.push(made(row, row, { period: row.month, from: row.month - length + 1, fiscalYear }));
    }
  }
  for (const same of years.values()) found.push(...ofYear(same, lastJudged, yearStartMonth));
  return found;
}

type Span = { readonly period: MonthIndex; readonly from: MonthIndex; readonly fiscalYear: number };

/** `first` tells where and when it was exceeded, `last` what stands now. */
function made(first: StandingRow, last: StandingRow, { period, from, fiscalYear }: Span): Exceeded {
  return {
    staff: first.staff,
    limit: first.limit,
    period,
    month: first.month,
    fiscalYear,
    from,
    through: last.month,
    department: first.department,
    carried: last.state === 'overExceptional' ? 'exceptional' : 'none',
    value: last.value ?? 0,
    cap: last.cap ?? 0,
  };
}

function ofYear(
  same: readonly StandingRow[],
  lastJudged: (staff: string, yearBegins: MonthIndex) => MonthIndex | undefined,
  yearStartMonth: number,
): Exceeded[] {
  const over = same
    .filter(({ state, value, cap }) => state !== 'unknown' && value !== null && cap !== null)
    .sort((a, b) => a.month - b.month);
  const [first, last] = [over[0], over.at(-1)];
  if (first === undefined || last === undefined) return [];
  const fiscalYear = fiscalYearOf(first.month, yearStartMonth);
  const period = firstMonthOf(fiscalYear, yearStartMonth);
  const judged = lastJudged(first.staff, period) ?? last.month;
  if (judged > last.month && !same.some(({ month }) => month === judged)) return [];
  const length = first.limit === 'afterTransfer' ? Math.round((last.cap ?? 0) / AFTER_TRANSFER) : 12;
  const from = Math.min(first.month, Math.max(period, period + 12 - length));
  return [made(first, last, { period, from, fiscalYear })];
}
