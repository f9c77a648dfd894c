import type { MonthIndex } from '../time/months.ts';
import { type KnownMonths, knownMonthsOf, yearAround } from './known-months.ts';
import { limitOrder } from './limit-order.ts';
import { becauseUnknown, measure, verdictOn } from './measure.ts';
import { type LimitPeriod, periodsAfterTransfer, periodsEndingIn, periodsOfYear } from './periods.ts';
import { remainingOf } from './remaining.ts';
import type { LimitVerdict, OvertimeHistory, OvertimeJudgement } from './types.ts';

const averageLength = (period: LimitPeriod) => (period.through - period.from + 1) as 2 | 3 | 4 | 5 | 6;

/** Judges one period in the shape in which it is listed. */
export function judgePeriod(known: KnownMonths, period: LimitPeriod): LimitVerdict {
  const measured = measure(known, period);
  const verdict = verdictOn(known, period, measured);
  const value = verdict === 'notJudged' ? null : measured.value;
  const because = verdict === 'notJudged' ? { because: becauseUnknown(measured.unknown) } : {};
  const { cap, comparison, citation } = period;
  const judged = { verdict, comparison, cap, citation, ...because };
  switch (period.key) {
    case 'monthly':
    case 'monthlyTotal':
      return { ...judged, limit: period.key, month: period.through, value };
    case 'annual':
      return { ...judged, limit: 'annual', fiscalYear: yearAround(known, period.from).fiscalYear, value };
    case 'monthsOver45':
      return { ...judged, limit: 'monthsOver45', fiscalYear: yearAround(known, period.from).fiscalYear, count: value };
    case 'afterTransfer':
      return { ...judged, limit: 'afterTransfer', from: period.from, through: period.through, value };
    default:
      return { ...judged, limit: 'average', months: averageLength(period), through: period.through, sum: value };
  }
}

/** Every limit of every known month and of every year that has one. */
function periodsOf(known: KnownMonths): readonly LimitPeriod[] {
  const months = [...known.byMonth.keys()].sort((a, b) => a - b);
  const years = new Map<number, MonthIndex>(months.map((month) => [yearAround(known, month).fiscalYear, month]));
  return [
    ...months.flatMap((month) => periodsEndingIn(known, month)),
    ...[...years.values()].flatMap((month) => periodsOfYear(known, month)),
    ...periodsAfterTransfer(known),
  ].sort((a, b) => groupOf(a) - groupOf(b) || a.through - b.through || limitOrder(a.key) - limitOrder(b.key));
}

/** Averages of all lengths are listed as one group, by month. */
const groupOf = (period: LimitPeriod) => limitOrder(period.key.startsWith('average-') ? 'average-2' : period.key);

/**
 * Judges a person's overtime under every limit that applies (人事院規則15―14 第16条の2の2, 労働基準法36条), and what may
 * still be ordered in the month of `asOf`. Minutes. The order of months and transfers has no meaning.
 * @throws ImpossibleHistory on a month given twice, a negative length, or more exceptional work than overtime.
 */
export function judgeOvertime(history: OvertimeHistory): OvertimeJudgement {
  const known = knownMonthsOf(history);
  return { limits: periodsOf(known).map((period) => judgePeriod(known, period)), remaining: remainingOf(known) };
}
