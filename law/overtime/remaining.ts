import type { Minutes } from '../time/minutes.ts';
import { averageLengths, boundOf } from './caps/caps.ts';
import { type KnownMonths, minutesIn } from './known-months.ts';
import { limitKeys, limitOrder } from './limit-order.ts';
import { type Measure, measure, verdictOn } from './measure.ts';
import { type LimitPeriod, periodsRunning } from './periods.ts';
import type { LimitKey, Remaining, Verdict } from './types.ts';

/** A limit of the running month with what it leaves. */
export type RunningLimit = {
  readonly period: LimitPeriod;
  readonly measured: Measure;
  readonly verdict: Verdict;
  /** Minutes still free under this limit, negative = over; null = it is not judged or does not bind this month. */
  readonly slack: Minutes | null;
  /** How far the overtime of the month may go under this limit; null as for `slack`. */
  readonly monthBound: Minutes | null;
};

/** The count of months leaves this month free until as many earlier months as it allows are over the base. */
function slackOf(known: KnownMonths, period: LimitPeriod, measured: Measure): Minutes | null {
  if (period.counts !== 'monthsOver') return boundOf(period.cap, period.comparison) - measured.value;
  const now = minutesIn(known, known.current, 'overtime');
  if (now === undefined || measured.before < period.cap) return null;
  return period.base - now;
}

/** Months that are known can settle the count even when others are not: six over are six over. */
function isOpen(period: LimitPeriod, measured: Measure, verdict: Verdict): boolean {
  if (verdict !== 'notJudged') return false;
  return period.counts !== 'monthsOver' || measured.before < period.cap;
}

/** Judges one limit of the running month. */
export function runningLimit(known: KnownMonths, period: LimitPeriod): RunningLimit {
  const measured = measure(known, period);
  const verdict = verdictOn(known, period, measured);
  const slack = isOpen(period, measured, verdict) ? null : slackOf(known, period, measured);
  const now = minutesIn(known, known.current, 'overtime');
  const monthBound = slack === null || now === undefined ? null : now + slack;
  return { period, measured, verdict, slack, monthBound };
}

/** The limit reached first: the smallest slack, at a tie the earlier name. */
export function bindingOf(limits: readonly RunningLimit[]): (RunningLimit & { readonly slack: Minutes }) | null {
  let binding: (RunningLimit & { readonly slack: Minutes }) | null = null;
  for (const limit of limits) {
    const { slack } = limit;
    if (slack === null) continue;
    const earlier = binding !== null && limitOrder(limit.period.key) < limitOrder(binding.period.key);
    if (binding === null || slack < binding.slack || (slack === binding.slack && earlier))
      binding = { ...limit, slack };
  }
  return binding;
}

/** What may apply to a running month whose own figures are not given: nothing can be judged, everything is named. */
function namesWhenUnknown(known: KnownMonths): readonly LimitKey[] {
  const running = periodsRunning(known).map(({ key }) => key);
  const { special } = known.agreement;
  const ofMonth: readonly LimitKey[] = known.regime === 'ordinance' ? ['monthly'] : special ? [] : ['monthly'];
  const averages = averageLengths
    .filter((length) => known.current - length + 1 >= known.begins)
    .map((length): LimitKey => `average-${length}`);
  const names = new Set<LimitKey>([...running, ...ofMonth, ...averages]);
  return limitKeys.filter((key) => names.has(key));
}

/** How much more overtime can be ordered in the month of `asOf` without breaking any limit that is judged. */
export function remainingOf(known: KnownMonths): Remaining {
  const month = known.current;
  if (month >= known.begins && !known.byMonth.has(month)) {
    return { month, overtime: null, binding: null, notJudged: namesWhenUnknown(known) };
  }
  const limits = periodsRunning(known).map((period) => runningLimit(known, period));
  const notJudged = limits
    .filter(({ period, measured, verdict }) => isOpen(period, measured, verdict))
    .map(({ period }) => period.key)
    .sort((a, b) => limitOrder(a) - limitOrder(b));
  const binding = bindingOf(limits);
  if (binding === null) return { month, overtime: null, binding: null, notJudged };
  return { month, overtime: Math.max(0, binding.slack), binding: binding.period.key, notJudged };
}

/**
 * What may still be ordered when some hours are ordered already for days to come: what the limit leaves, less these.
 * A limit that is broken keeps its excess. Minutes; null stays null (not judged).
 */
export function orderable(slack: Minutes | null, orderedAhead: Minutes): Minutes | null {
  return slack === null || slack < 0 ? slack : Math.max(0, slack - orderedAhead);
}
