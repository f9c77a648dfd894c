import { monthOf } from '../time/months.ts';
import { breaks } from './caps/caps.ts';
import { explainStanding } from './explanation/explain.ts';
import { forecastMonth, forecastPeriod } from './forecast.ts';
import { type KnownMonths, knownMonthsOf, minutesIn } from './known-months.ts';
import { limitOrder } from './limit-order.ts';
import { becauseUnknown } from './measure.ts';
import { periodsRunning } from './periods.ts';
import { bindingOf, type RunningLimit, runningLimit } from './remaining.ts';
import type { LimitStanding, LimitState, MonthStanding, StandingInput } from './types.ts';

/** States of a limit, most urgent first. */
export const limitStates = [
  'over',
  'overExceptional',
  'forecastOver',
  'near',
  'unknown',
  'fine',
] as const satisfies readonly LimitState[];

/** What a limit's value is expected to be at the end of the month, or of the period when it runs on. */
function forecastUnder(known: KnownMonths, limit: RunningLimit, monthForecast: number | null): number | null {
  const { period, measured } = limit;
  if (monthForecast === null || limit.verdict === 'notJudged') return null;
  if (period.counts === 'monthsOver') return measured.before + Number(monthForecast > period.base);
  const beside = period.counts === 'total' ? (known.byMonth.get(known.current)?.legalHolidayWork ?? 0) : 0;
  const monthsLeft = period.through - known.current;
  if (monthsLeft === 0) return measured.before + monthForecast + beside;
  const elapsed = known.current - Math.max(period.from, known.begins) + 1;
  return forecastPeriod(measured.before, monthForecast, elapsed, monthsLeft);
}

function stateOf(limit: RunningLimit, forecast: number | null, nearPercent: number): LimitState {
  const { period, measured, verdict } = limit;
  if (verdict === 'notJudged') return 'unknown';
  if (verdict === 'exceeded') return 'over';
  if (verdict === 'exceededForExceptionalWork') return 'overExceptional';
  if (forecast !== null && breaks(forecast, period.cap, period.comparison)) return 'forecastOver';
  // Where nothing may be ordered (no 36協定) the cap is 0: whoever has worked none is not near it.
  return measured.value > 0 && measured.value * 100 >= period.cap * nearPercent ? 'near' : 'fine';
}

function limitStanding(
  known: KnownMonths,
  limit: RunningLimit,
  forecast: number | null,
  nearPercent: number,
): LimitStanding {
  const { period, measured, verdict, slack, monthBound } = limit;
  const open = verdict === 'notJudged';
  const value = open ? null : measured.value;
  const under = forecastUnder(known, limit, forecast);
  const because = open ? becauseUnknown(measured.unknown) : null;
  const { key, cap, comparison, citation } = period;
  return {
    limit: key,
    state: stateOf(limit, under, nearPercent),
    value,
    cap,
    comparison,
    slack,
    monthBound,
    forecast: under,
    because,
    citation,
  };
}

/** Smallest slack first; limits without one last; at a tie the earlier name. */
function bySlack(a: { slack: number | null; limit: LimitStanding['limit'] }, b: typeof a): number {
  if (a.slack !== b.slack) {
    if (a.slack === null) return 1;
    if (b.slack === null) return -1;
    return a.slack - b.slack;
  }
  return limitOrder(a.limit) - limitOrder(b.limit);
}

/** The most urgent state of some limits; `fine` when there is none. */
function worst(limits: readonly LimitStanding[]): LimitState {
  return limitStates.find((state) => limits.some((limit) => limit.state === state)) ?? 'fine';
}

/**
 * Where a person stands in the month of `asOf` under each limit that applies: value, slack, forecast, state, in the
 * order of slack, with the steps that led there. Every page shows this one answer. Minutes.
 * A limit is near from `nearPercent` of its cap on. @throws ImpossibleHistory
 */
export function standingOf(input: StandingInput): MonthStanding {
  const known = knownMonthsOf(input.history);
  const month = monthOf(input.history.asOf);
  const soFar = minutesIn(known, month, 'overtime');
  const covered = month >= known.begins;
  const running = soFar === undefined ? [] : periodsRunning(known).map((period) => runningLimit(known, period));
  const binding = bindingOf(running);
  const forecast = soFar === undefined || input.pace === null ? null : forecastMonth(soFar, input.pace);
  const limits = running.map((limit) => limitStanding(known, limit, forecast, input.nearPercent)).sort(bySlack);
  return {
    month,
    state: covered && soFar === undefined ? 'unknown' : worst(limits),
    remaining: binding === null ? null : Math.max(0, binding.slack),
    binding: binding?.period.key ?? null,
    forecast,
    limits,
    steps: explainStanding({ known, running, binding, limits, forecast, pace: input.pace }),
  };
}
