import { formatYearMonth, type MonthIndex } from '../time/months.ts';
import { breaks } from './caps/caps.ts';
import { countedMonths, type KnownMonths, minutesIn } from './known-months.ts';
import type { LimitPeriod } from './periods.ts';
import type { Verdict } from './types.ts';

/** What is known of a period today. */
export type Measure = {
  /** Sum of the known months (or number of known months over the base), the running one included. */
  readonly value: number;
  /** The same without the running month. */
  readonly before: number;
  readonly unknown: readonly MonthIndex[];
  /** 特例業務 was done in a month of the period. */
  readonly exceptional: boolean;
};

/** Sums a period, month by month. Unknown months add nothing and are named. */
export function measure(known: KnownMonths, period: LimitPeriod): Measure {
  const unknown: MonthIndex[] = [];
  let value = 0;
  let before = 0;
  let exceptional = false;
  for (const month of countedMonths(known, period.from, period.through)) {
    const minutes = minutesIn(known, month, period.counts === 'total' ? 'total' : 'overtime');
    if (minutes === undefined) {
      unknown.push(month);
      continue;
    }
    const counted = period.counts === 'monthsOver' ? Number(minutes > period.base) : minutes;
    value += counted;
    if (month !== known.current) before += counted;
    exceptional ||= (known.byMonth.get(month)?.exceptional ?? 0) > 0;
  }
  return { value, before, unknown, exceptional };
}

const isAverage = (period: LimitPeriod): boolean => period.key.startsWith('average-');

/**
 * The verdict on a measured period. An unknown month leaves it open; only where the months merely add up over a year
 * (not in a window of averages) may what is known already settle it.
 * 特例業務 excuses under the rule only: 労基法36条 knows no such exception.
 */
export function verdictOn(known: KnownMonths, period: LimitPeriod, measured: Measure): Verdict {
  const over = breaks(measured.value, period.cap, period.comparison);
  if (measured.unknown.length > 0 && (isAverage(period) || !over)) return 'notJudged';
  if (!over) return 'within';
  return measured.exceptional && known.regime === 'ordinance' ? 'exceededForExceptionalWork' : 'exceeded';
}

/** The unknown months in runs, as a reason: 2026-04、2026-06〜2026-08の時間外勤務がわかりません. */
export function becauseUnknown(months: readonly MonthIndex[]): string {
  const runs: [MonthIndex, MonthIndex][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  const named = runs.map(([from, through]) =>
    from === through ? formatYearMonth(from) : `${formatYearMonth(from)}〜${formatYearMonth(through)}`,
  );
  return `${named.join('、')}の時間外勤務がわかりません`;
}
