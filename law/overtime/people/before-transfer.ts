import type { Citation } from '../../decision/citation.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type MonthIndex, monthOf } from '../../time/months.ts';
import { annualCap, beforeTransferReading, breaks, type Cap, capIn, monthlyCap } from '../caps/caps.ts';
import {
  countedMonths,
  ImpossibleHistory,
  type KnownMonths,
  kindIn,
  knownMonthsOf,
  onlyConfirms,
  yearAround,
} from '../known-months.ts';
import { becauseUnknown } from '../measure.ts';
import type { DepartmentTransfer, OvertimeHistory, Verdict } from '../types.ts';

/** The hours that someone brought into an externally driven department, held against the caps of the former one. Minutes. */
export type BeforeTransferVerdict = {
  readonly limit: 'monthlyBefore' | 'annualBefore';
  readonly on: EpochDay;
  readonly value: Minutes | null;
  readonly cap: Minutes;
  readonly verdict: Verdict;
  readonly because?: string;
  readonly citation: Citation;
};

type Sum = { readonly value: Minutes; readonly unknown: readonly MonthIndex[]; readonly exceptional: boolean };

function judge(
  limit: BeforeTransferVerdict['limit'],
  on: EpochDay,
  { value, unknown, exceptional }: Sum,
  { limit: cap, within }: Cap,
): BeforeTransferVerdict {
  const judged = { limit, on, cap, citation: beforeTransferReading };
  const over = breaks(value, cap, within);
  if (unknown.length > 0 && !over) {
    return { ...judged, value: null, verdict: 'notJudged', because: becauseUnknown(unknown) };
  }
  if (!over) return { ...judged, value, verdict: 'within' };
  return { ...judged, value, verdict: exceptional ? 'exceededForExceptionalWork' : 'exceeded' };
}

/** The months of the year before the transfer's; undefined when one was externally driven, for then the year has 720 hours. */
function yearBefore(known: KnownMonths, month: MonthIndex): Sum | undefined {
  const months = countedMonths(known, yearAround(known, month).from, month - 1);
  if (months.some((each) => kindIn(known, each) === 'externallyDriven')) return undefined;
  const found = months.map((each) => known.byMonth.get(each));
  return {
    value: found.reduce((sum, each) => sum + (each?.overtime ?? 0), 0),
    unknown: months.filter((each) => !known.byMonth.has(each)),
    exceptional: found.some((each) => (each?.exceptional ?? 0) > 0),
  };
}

function judgeTransfer(
  known: KnownMonths,
  { on, overtimeBefore }: DepartmentTransfer,
): readonly BeforeTransferVerdict[] {
  if (overtimeBefore === undefined) return [];
  const month = monthOf(on);
  const whole = known.byMonth.get(month);
  if (!Number.isInteger(overtimeBefore) || overtimeBefore < 0 || overtimeBefore > (whole?.overtime ?? overtimeBefore)) {
    throw new ImpossibleHistory(`the hours before ${formatLocalDate(on)} cannot be`);
  }
  const exceptional = (whole?.exceptional ?? 0) > 0;
  const ofMonth = { value: overtimeBefore, unknown: [], exceptional };
  const monthly = judge('monthlyBefore', on, ofMonth, capIn(monthlyCap.selfDirected, month).value);
  const before = yearBefore(known, month);
  if (before === undefined) return [monthly];
  const ofYear = { ...before, value: before.value + overtimeBefore, exceptional: before.exceptional || exceptional };
  return [monthly, judge('annualBefore', on, ofYear, capIn(annualCap.selfDirected, month).value)];
}

/**
 * Where daily data exist: whether the hours up to the day before a transfer 自律→他律 kept 45 hours of the month and, when no month
 * of the year was externally driven before, 360 of the year (a reading, OT-05). Only transfers with `overtimeBefore` that change the
 * kind within a month; ascending by day.
 * @throws ImpossibleHistory
 */
export function judgeBeforeTransfers(history: OvertimeHistory): readonly BeforeTransferVerdict[] {
  if (history.regime === 'article36') return [];
  const known = knownMonthsOf(history);
  return known.transfers
    .filter(({ from, to }) => from === 'selfDirected' && to === 'externallyDriven')
    .filter((transfer) => !onlyConfirms(known, transfer))
    .flatMap((transfer) => judgeTransfer(known, transfer));
}
