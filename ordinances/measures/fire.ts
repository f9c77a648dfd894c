import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, lengthOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { exceeds } from './bounds.ts';
import type { PersonHistory, PersonMonth } from './facts.ts';
import type { Bound, Condition, Due, Measure } from './measure.ts';
import { PastMonths } from './past-months.ts';
import { RunningMonth } from './running.ts';
import type { Figure } from './vocabulary.ts';

/** A measure that came to be due: for whom, when, because of which figure and whom. */
export type Fired = {
  readonly measure: Measure;
  /** Person, section, bureau, or '' for the whole body. */
  readonly subject: string;
  readonly month: MonthIndex;
  /** The day on whose end it fired; the day before which it is done of `beforeMonth`. */
  readonly on: EpochDay;
  /** Where it belongs: 課 and 部局 of the person or 課; the 部局 alone; nothing for the whole body. */
  readonly section: string;
  readonly bureau: string;
  /** Those whose figures did it, in the order in which they came; empty where nobody's figures are asked. */
  readonly causes: readonly Cause[];
};
export type Cause = { readonly person: string; readonly figure: Figure; readonly value: number };

export type FireOptions = {
  readonly from: MonthIndex;
  readonly through: MonthIndex;
  readonly yearStartMonth: number;
  /** Duty days that must be over before a forecast is made of them. */
  readonly leastDays?: number;
  /** The last day that is over; later ones are not looked at. */
  readonly until?: EpochDay;
  /** The first day on which the measures hold: what was so before comes to be due on it. */
  readonly since?: EpochDay;
  /** Since when each measure holds, by id, for those with `lasting`; `since` unless given. */
  readonly begun?: ReadonlyMap<string, EpochDay>;
  /**
   * The daily run: a plan (`beforeMonth` without condition) comes to be due at the beginning of the month before; a report of what is
   * expected by `Foreseeing`, once something is. A trial counts both by the month as it came.
   */
  readonly live?: boolean;
};

type Whole = Required<FireOptions>;

/** Duty days after which the pace of a month is taken for its forecast. */
export const LEAST_DAYS = 5;

type Growing = Omit<Fired, 'on' | 'causes'> & { on: EpochDay; causes: Cause[] };
export type Place = Pick<Fired, 'subject' | 'section' | 'bureau'>;

/** The first condition that holds now and in whose figure the month has a part, with the figure that met it (of `average` in whole minutes, rounded down). */
function met(conditions: readonly Condition[], running: RunningMonth): { figure: Figure; value: number } | null {
  for (const condition of conditions) {
    const { figure } = condition;
    const found = passed(condition, running);
    if (found === null || !running.movedBy(figure)) continue;
    if ((condition.and ?? []).some((other) => passed(other, running) === null)) continue;
    return { figure, value: figure === 'average' ? Math.floor(found / 60) : found };
  }
  return null;
}

/** The figure that is beyond a bound now; null when it is not, or is not known. */
function passed(bound: Bound, running: RunningMonth): number | null {
  const found = running.figure(bound.figure);
  return found !== null && exceeds(bound, found) ? found : null;
}

/** Whether a measure is asked of a person's month at all; one for each 課 not of whoever stands directly in a 部局. */
export const concerns = (
  { staff, departments, per }: Measure,
  { managerial, department, section }: Pick<PersonMonth, 'managerial' | 'department' | 'section'>,
): boolean =>
  (per !== 'section' || section !== '') &&
  (staff === 'all' || (staff === 'managers') === managerial) &&
  (departments === 'all' || departments === department);

/** For whom a measure comes to be due by a person, and where that belongs. */
export function placeOf(
  { per }: Measure,
  person: string,
  { section, bureau }: Pick<PersonMonth, 'section' | 'bureau'>,
): Place {
  switch (per) {
    case 'person':
      return { subject: person, section, bureau };
    case 'section':
      return { subject: section, section, bureau };
    case 'bureau':
      return { subject: bureau, section: '', bureau };
    case 'city':
      return { subject: '', section: '', bureau: '' };
  }
}

/** Whether a measure is looked at at the end of a day of the month. */
function isLookedAt({ moment, day, when }: Measure, { day: now, length }: RunningMonth, live: boolean): boolean {
  switch (moment) {
    case 'atOnce':
    case 'daily':
      return true;
    case 'onDay':
      return now === Math.min(day ?? length, length);
    case 'monthEnd':
      return now === length;
    case 'beforeMonth':
      return live ? when.length === 0 : now === length;
    case 'yearStart':
      return now === 1;
    case 'standing':
      return false;
  }
}

/** The month concerned and the day: of `beforeMonth` a day of the month before (in the daily run its first, for the month to come). */
function timeOf({ moment, day }: Measure, month: MonthIndex, now: number, live: boolean): Pick<Fired, 'month' | 'on'> {
  if (moment !== 'beforeMonth') return { month, on: firstDayOf(month) + now - 1 };
  if (live) return { month: month + 1, on: firstDayOf(month) + now - 1 };
  const before = month - 1;
  return { month, on: firstDayOf(before) + Math.min(day ?? 31, lengthOf(before)) - 1 };
}

/** Takes what fires, person by person. */
export type Sink = {
  readonly add: (measure: Measure, place: Place, time: Pick<Fired, 'month' | 'on'>, cause: Cause | null) => void;
};

/** Gathers what comes to be due; sections and bureaus once, with everybody who caused it. */
export class Gathering implements Sink {
  readonly #found = new Map<string, Growing>();

  add(measure: Measure, place: Place, { month, on }: Pick<Fired, 'month' | 'on'>, cause: Cause | null): void {
    const { subject } = place;
    const daily = measure.moment === 'daily' ? on : '';
    const key = `${measure.id}\u0000${subject}\u0000${month}\u0000${daily}`;
    const found = this.#found.get(key);
    if (found === undefined) {
      this.#found.set(key, { measure, ...place, month, on, causes: cause === null ? [] : [cause] });
      return;
    }
    if (on < found.on) found.on = on;
    // People come one after the other: whoever is named already was the last one.
    if (cause !== null && found.causes.at(-1)?.person !== cause.person) found.causes.push(cause);
  }

  /** Everything so far, in the order of days. */
  all(): readonly Fired[] {
    return [...this.#found.values()].sort((a, b) => a.on - b.on);
  }
}

function runMonth(
  measures: readonly Measure[],
  person: string,
  running: RunningMonth,
  { since, begun, until, live }: Pick<Whole, 'since' | 'begun' | 'until' | 'live'>,
  sink: Sink,
): void {
  const { of } = running;
  const waiting = new Set(measures.filter((measure) => concerns(measure, of) && running.mayMeet(measure.when)));
  const last = Math.min(running.length, until - firstDayOf(of.month) + 1);
  while (running.day < last && waiting.size > 0) {
    running.advance();
    if (firstDayOf(of.month) + running.day - 1 < since) continue;
    for (const measure of waiting) {
      if (!isLookedAt(measure, running, live)) continue;
      const cause = met(measure.when, running);
      if (cause === null && measure.when.length > 0) continue;
      const { id, lasting, when } = measure;
      if (lasting !== undefined && !running.begins(when, lasting, begun.get(id) ?? since)) continue;
      const named = cause === null ? null : { person, ...cause };
      const time = timeOf(measure, of.month, running.day, live);
      sink.add(measure, placeOf(measure, person, of), time, named);
      if (measure.moment !== 'daily') waiting.delete(measure);
    }
  }
}

/**
 * Gathers what the measures of a municipality bring due in the months of a span, person by person. Each fires once a month for its subject,
 * `daily` once a day, one with `lasting` once while its conditions go on holding. The order of the people has no meaning but for the order of causes.
 *
 * `beforeMonth` asks what was expected: here the month itself answers, as it came.
 */
export class Firing {
  readonly #measures: readonly Measure[];
  readonly #options: Whole;
  readonly #sink: Sink;

  constructor(measures: readonly Measure[], options: FireOptions, sink: Sink) {
    this.#measures = measures;
    this.#sink = sink;
    this.#options = {
      leastDays: LEAST_DAYS,
      since: Number.NEGATIVE_INFINITY,
      begun: new Map(),
      until: Number.POSITIVE_INFINITY,
      live: false,
      ...options,
    };
  }

  add(history: PersonHistory): void {
    const { from, through, yearStartMonth } = this.#options;
    const past = new PastMonths(history, yearStartMonth);
    for (const of of history.months) {
      if (of.month < from || of.month > through) continue;
      const starts = (of.month % 12) + 1 === yearStartMonth;
      const now = this.#measures.filter(({ moment }) => moment !== 'yearStart' || starts);
      runMonth(now, history.person, new RunningMonth(of, past, this.#options), this.#options, this.#sink);
    }
  }
}

/** What measures bring due, of people that are all at hand. See {@link Firing}. */
export function fire(
  measures: readonly Measure[],
  people: Iterable<PersonHistory>,
  options: FireOptions,
): readonly Fired[] {
  const gathering = new Gathering();
  const firing = new Firing(measures, options, gathering);
  for (const history of people) firing.add(history);
  return gathering.all();
}

/** The day by which an action is done; null = no day is set. */
export function dueOn(due: Due | null, { on }: Pick<Fired, 'on'>): EpochDay | null {
  if (due === null) return null;
  if ('days' in due) return on + due.days;
  const month = monthOf(on) + due.monthsAfter;
  return Math.min(firstDayOf(month) + due.day - 1, lastDayOf(month));
}

/**
 * The day by which an action is done. What a report of the expected rests on may come after the day on which it had to be handed in: then it is due on
 * the day on which it came, and `passed` tells the day that was over.
 */
export function deadlineOf(
  due: Due | null,
  { measure: { moment, when }, month, on }: Pick<Fired, 'measure' | 'month' | 'on'>,
): { readonly by: EpochDay | null; readonly passed: EpochDay | null } {
  if (moment !== 'beforeMonth') return { by: dueOn(due, { on }), passed: null };
  const by = due === null || 'days' in due ? dueOn(due, { on }) : dueOn(due, { on: firstDayOf(month - 1) });
  return by !== null && on > by && when.length > 0 ? { by: on, passed: by } : { by, passed: null };
}
