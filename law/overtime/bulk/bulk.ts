import { firstMonthOf, fiscalYearOf, type MonthIndex } from '../../time/months.ts';
import {
  afterTransferCap,
  annualCap,
  averageCap,
  boundOf,
  CAPS_BEGIN,
  capIn,
  monthlyCap,
  monthsOverCap,
} from '../caps/caps.ts';
import { forecastPeriod, roundHalfUp } from '../forecast.ts';
import { limitKeys } from '../limit-order.ts';
import { limitStates } from '../standing.ts';
import { type BulkHistories, type BulkStandings, NONE, NOT_LISTED } from './bulk-types.ts';

export type { BulkHistories, BulkStandings } from './bulk-types.ts';
export { NONE, NOT_LISTED } from './bulk-types.ts';

/**
 * The same judgement as `standingOf` for many people of the ordinance regime at once, from flat arrays and without
 * steps or verdicts of past months. A property test holds the two together.
 */

const LIMITS = limitKeys.length;
const MONTHLY = limitKeys.indexOf('monthly');
const AVERAGE_2 = limitKeys.indexOf('average-2');
const ANNUAL = limitKeys.indexOf('annual');
const MONTHS_OVER = limitKeys.indexOf('monthsOver45');
const AFTER_TRANSFER = limitKeys.indexOf('afterTransfer');
const OVER = limitStates.indexOf('over');
const EXCEPTIONAL = limitStates.indexOf('overExceptional');
const FORECAST = limitStates.indexOf('forecastOver');
const NEAR = limitStates.indexOf('near');
const UNKNOWN = limitStates.indexOf('unknown');
const FINE = limitStates.indexOf('fine');

/** Everything that is the same for all people, and the scratch of the person in hand. */
type Run = {
  readonly given: BulkHistories;
  readonly out: BulkStandings;
  readonly caps: ReturnType<typeof capsIn>;
  readonly yearFrom: MonthIndex;
  readonly yearThrough: MonthIndex;
  readonly begins: MonthIndex;
  person: number;
  /** First month that counts for this person. */
  since: MonthIndex;
  now: number;
  forecast: number;
  /** The stretch of months just summed: without and with the running month. */
  before: number;
  value: number;
  open: boolean;
  exceptional: boolean;
  worst: number;
  leastSlack: number;
  binding: number;
};

/** The caps in force in the running month and its year. */
function capsIn(current: MonthIndex, yearBegins: MonthIndex) {
  return {
    monthly: [
      capIn(monthlyCap.selfDirected, current).value,
      capIn(monthlyCap.externallyDriven, current).value,
    ] as const,
    annual: [
      capIn(annualCap.selfDirected, yearBegins).value,
      capIn(annualCap.externallyDriven, yearBegins).value,
    ] as const,
    average: capIn(averageCap, current).value,
    monthsOver: capIn(monthsOverCap, yearBegins).value,
    afterTransfer: capIn(afterTransferCap, current).value,
  };
}

function emptyStandings(people: number): BulkStandings {
  const figures = () => new Int32Array(people * LIMITS).fill(NONE);
  return {
    state: new Uint8Array(people).fill(FINE),
    remaining: new Int32Array(people).fill(NONE),
    binding: new Int8Array(people).fill(-1),
    forecast: new Int32Array(people).fill(NONE),
    limitState: new Uint8Array(people * LIMITS).fill(NOT_LISTED),
    limitValue: figures(),
    limitCap: figures(),
    limitSlack: figures(),
    limitForecast: figures(),
  };
}

/** Sums the months from `from` to the running one; `base` ≥ 0 counts the months above it instead. */
function sum(run: Run, from: MonthIndex, base: number): void {
  const { overtime, exceptional, months, current } = run.given;
  const end = (run.person + 1) * months - 1;
  const first = end - (current - from);
  run.open = first < end - months + 1;
  run.exceptional = false;
  let before = 0;
  for (let cell = run.open ? end - months + 1 : first; cell <= end; cell += 1) {
    const minutes = overtime[cell] as number;
    if (minutes === NONE) {
      run.open = true;
      continue;
    }
    run.exceptional ||= (exceptional[cell] as number) > 0;
    if (cell < end) before += base < 0 ? minutes : Number(minutes > base);
  }
  run.before = before;
  run.value = before + (base < 0 ? run.now : Number(run.now > base));
}

/** Whether some month from `from` to the running one was externally driven. */
function drivenSince(run: Run, from: MonthIndex): boolean {
  const { externallyDriven, months, current } = run.given;
  const end = (run.person + 1) * months - 1;
  for (let cell = Math.max(end - months + 1, end - (current - from)); cell <= end; cell += 1) {
    if (externallyDriven[cell] === 1) return true;
  }
  return false;
}

function stateOf(run: Run, cap: number, bound: number, forecast: number): number {
  if (run.value > bound) return run.exceptional ? EXCEPTIONAL : OVER;
  if (forecast !== NONE && forecast > bound) return FORECAST;
  return run.value * 100 >= cap * run.given.nearPercent ? NEAR : FINE;
}

/** Writes one limit from the stretch in hand. `settled`: what is known may already settle it, though months are unknown. */
function settle(
  run: Run,
  limit: number,
  cap: number,
  bound: number,
  slack: number,
  forecast: number,
  settled: boolean,
): void {
  const { out } = run;
  const cell = run.person * LIMITS + limit;
  const open = run.open && !(settled && run.value > bound);
  const state = open ? UNKNOWN : stateOf(run, cap, bound, forecast);
  out.limitState[cell] = state;
  out.limitCap[cell] = cap;
  if (state < run.worst) run.worst = state;
  if (!open) {
    out.limitValue[cell] = run.value;
    out.limitForecast[cell] = forecast;
  }
  if (slack === NONE) return;
  out.limitSlack[cell] = slack;
  if (slack < run.leastSlack) {
    run.leastSlack = slack;
    run.binding = limit;
  }
}

function judgeMonth(run: Run, driven: boolean): void {
  const { limit, within } = run.caps.monthly[driven ? 1 : 0];
  sum(run, run.given.current, -1);
  const bound = boundOf(limit, within);
  settle(run, MONTHLY, limit, bound, bound - run.value, run.forecast, true);
}

function judgeAverages(run: Run): void {
  const { limit, within } = run.caps.average;
  for (let length = 2; length <= 6; length += 1) {
    const from = run.given.current - length + 1;
    if (from < run.since) return;
    sum(run, from, -1);
    const cap = limit * length;
    const bound = boundOf(cap, within);
    const forecast = run.forecast === NONE ? NONE : run.before + run.forecast;
    settle(run, AVERAGE_2 + length - 2, cap, bound, run.open ? NONE : bound - run.value, forecast, false);
  }
}

/** A sum that runs on to the end of the year. */
function judgeRunningSum(run: Run, limit: number, from: MonthIndex, cap: number, bound: number): void {
  const { current } = run.given;
  sum(run, from, -1);
  const forecast =
    run.forecast === NONE
      ? NONE
      : forecastPeriod(run.before, run.forecast, current - from + 1, run.yearThrough - current);
  const judged = !run.open || run.value > bound;
  settle(run, limit, cap, bound, judged ? bound - run.value : NONE, forecast, true);
}

function judgeYear(run: Run): void {
  const from = Math.max(run.yearFrom, run.since);
  const driven = drivenSince(run, from);
  const { limit, within } = run.caps.annual[driven ? 1 : 0];
  judgeRunningSum(run, ANNUAL, from, limit, boundOf(limit, within));
  if (!driven) return;
  const { base, months } = run.caps.monthsOver;
  sum(run, from, base);
  const forecast = run.forecast === NONE ? NONE : run.before + Number(run.forecast > base);
  settle(run, MONTHS_OVER, months, months, run.before >= months ? base - run.now : NONE, forecast, true);
}

function judgeAfterTransfer(run: Run): void {
  const left = run.given.leftExternallyDriven[run.person] as number;
  if (left < Math.max(run.yearFrom, run.since) || left >= run.given.current || drivenSince(run, left + 1)) return;
  const { limit, within } = run.caps.afterTransfer;
  const cap = limit * (run.yearThrough - left);
  judgeRunningSum(run, AFTER_TRANSFER, left + 1, cap, boundOf(cap, within));
}

/** As `forecastMonth`. */
function forecastOf(run: Run): number {
  const { judgedMinutes, judgedDays, daysLeft, orderedAhead } = run.given.pace;
  const days = judgedDays[run.person] as number;
  const left = daysLeft[run.person] as number;
  const ahead = orderedAhead[run.person] as number;
  if (days === NONE) return NONE;
  if (days === 0) return left === 0 || ahead > 0 ? run.now + ahead : NONE;
  return run.now + Math.max(ahead, roundHalfUp((judgedMinutes[run.person] as number) * left, days));
}

function judgePerson(run: Run): void {
  const { given, out, person } = run;
  const last = (person + 1) * given.months - 1;
  run.since = Math.max(run.begins, given.employedFrom[person] as number);
  if (given.current < run.since) return;
  run.now = given.overtime[last] as number;
  if (run.now === NONE) {
    out.state[person] = UNKNOWN;
    return;
  }
  run.forecast = forecastOf(run);
  run.worst = FINE;
  run.leastSlack = Number.POSITIVE_INFINITY;
  run.binding = -1;
  const driven = given.externallyDriven[last] === 1;
  judgeMonth(run, driven);
  if (driven) judgeAverages(run);
  judgeYear(run);
  judgeAfterTransfer(run);
  out.state[person] = run.worst;
  out.forecast[person] = run.forecast;
  out.binding[person] = run.binding;
  if (run.binding >= 0) out.remaining[person] = Math.max(0, run.leastSlack);
}

/**
 * Judges the running month of many people (人事院規則15―14 第16条の2の2). Lengths and figures are minutes.
 * @throws NotInForce when the running month lies before 2019-04.
 */
export function standingsOf(given: BulkHistories): BulkStandings {
  const yearFrom = firstMonthOf(fiscalYearOf(given.current, given.yearStartMonth), given.yearStartMonth);
  const begins = Math.max(CAPS_BEGIN, given.capsFrom ?? CAPS_BEGIN);
  const out = emptyStandings(given.people);
  const run: Run = {
    given,
    out,
    caps: capsIn(given.current, Math.max(yearFrom, begins)),
    yearFrom,
    yearThrough: yearFrom + 11,
    begins,
    person: 0,
    since: 0,
    now: 0,
    forecast: NONE,
    before: 0,
    value: 0,
    open: false,
    exceptional: false,
    worst: FINE,
    leastSlack: 0,
    binding: -1,
  };
  for (; run.person < given.people; run.person += 1) judgePerson(run);
  return out;
}
