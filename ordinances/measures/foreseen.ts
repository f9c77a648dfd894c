import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { FORTY_FIVE } from './bounds.ts';
import {
  asksExpected,
  cameOn,
  type ExpectedMonth,
  expectedBy,
  type Foreseen,
  foreseenOf,
  heldBy,
  knownBy,
} from './expected.ts';
import type { PersonHistory, PersonMonth } from './facts.ts';
import { type Cause, concerns, type Fired, Gathering, LEAST_DAYS, placeOf } from './fire.ts';
import type { Measure } from './measure.ts';
import { PastMonths, type YearBefore } from './past-months.ts';
import { RunningMonth } from './running.ts';

type Options = {
  /** The first day on which the measures hold: what was foreseen before comes to be due on it. */
  readonly since: EpochDay;
  /** The last day that is over. */
  readonly until: EpochDay;
  /**
   * The last day of which it was asked before; null = never. The record does not tell on which day an order was given: what was not foreseen
   * by then came after it, so that a deadline never begins before anybody could know.
   */
  readonly asked: EpochDay | null;
  /** The first month of which it is asked what is foreseen. */
  readonly from: MonthIndex;
  readonly yearStartMonth: number;
};
type Standing = Pick<PersonMonth, 'section' | 'bureau' | 'department' | 'managerial'>;
type Held = { readonly measure: Measure; readonly month: MonthIndex; standing: Standing; on: EpochDay; cause: Cause };

/** Figures of a month that comes to so many minutes, by what was before it. A year in which the month has no part is not its matter. */
function foreseenWith(
  month: number,
  special: number,
  before: YearBefore | null,
  average: (month: number) => number | null,
): Foreseen {
  return (figure) => {
    switch (figure) {
      case 'month':
        return month;
      case 'monthExceptional':
        return special;
      case 'year':
        return before === null || month === 0 ? null : before.sum + month;
      case 'monthsOver45':
        return before === null || month <= FORTY_FIVE ? null : before.over + 1;
      case 'average':
        return month === 0 ? null : average(month);
      default:
        return null;
    }
  };
}

/** A month as it runs: its pace, and no less than what was worked, ordered and noticed. Of one that is over what was worked. */
function foreseeRunning(running: RunningMonth, past: PastMonths, expected: ExpectedMonth | undefined, day: EpochDay) {
  const special = expected === undefined ? 0 : expectedBy(expected, day);
  const isOver = running.day === running.length;
  // Orders of 特例業務 stand in the record; what a notice tells beyond them does not.
  const noticed = expected === undefined || isOver ? 0 : special - knownBy(expected.orders, day);
  const known = running.committed + noticed;
  const month = Math.max(running.figure('forecast') ?? 0, known);
  const { month: name } = running.of;
  return { known, at: foreseenWith(month, special, running.before, (total) => past.average(name, total)) };
}

/**
 * The month behind the one that runs: what is ordered of it; where 特例業務 is expected that, and beside it what the person's months of the year come to
 * on the mean. A year, and an average of months, go on at that mean where nothing more is known: one busy week is not taken for the months to come.
 * @param thisMonth of the month that runs: worked, ordered and noticed, in minutes
 */
function foreseeNext(
  running: RunningMonth,
  past: PastMonths,
  thisMonth: number,
  expected: ExpectedMonth | undefined,
  day: EpochDay,
): Foreseen {
  const next = running.of.month + 1;
  const [special, ordinary] =
    expected === undefined ? [0, 0] : [expectedBy(expected, day), knownBy(expected.ordinary, day)];
  const mean = past.meanBefore(running.of.month) ?? 0;
  const month = special + (special > 0 ? Math.max(mean, ordinary) : ordinary);
  const { before } = running;
  const atLeast = Math.max(thisMonth, mean);
  const year = past.beginsYear(next)
    ? { sum: 0, over: 0 }
    : before && { sum: before.sum + atLeast, over: before.over + Number(thisMonth > FORTY_FIVE) };
  const goesOn = foreseenWith(Math.max(month, mean), special, year, (total) => past.average(next, total, atLeast));
  const known = foreseenWith(month, special, year, () => null);
  return (figure) => (figure === 'year' || figure === 'average' ? goesOn(figure) : known(figure));
}

type Day = { readonly person: string; readonly month: MonthIndex; readonly standing: Standing; readonly on: EpochDay };

/** Keeps the first day on which each measure held; what a month that is over did not come to goes. */
function note(
  held: Map<string, Held>,
  measures: readonly Measure[],
  { person, month, standing, on }: Day,
  at: Foreseen,
  isOver = false,
): void {
  for (const measure of measures) {
    const key = `${measure.id} ${month}`;
    const found = held.get(key);
    if (found !== undefined && !isOver) continue;
    const cause = heldBy(measure.when, at);
    if (cause === null) held.delete(key);
    else held.set(key, { measure, month, standing, on: found?.on ?? on, cause: { person, ...cause } });
  }
}

/**
 * Gathers what measures bring due of what is foreseen of months (`beforeMonth` with a condition), as it is known at the end of a day: by notices and
 * orders, by the pace of the month that runs, by the year as it goes on. Each once a month for its subject, on the day on which it was foreseen, or
 * on the first on which the measure holds. What was foreseen of a month that is over and did not come is not due any more.
 */
export class Foreseeing {
  readonly #measures: readonly Measure[];
  readonly #options: Options;
  readonly #expected: Map<string, ExpectedMonth[]>;
  readonly #gathering = new Gathering();

  constructor(measures: readonly Measure[], people: Iterable<ExpectedMonth>, options: Options) {
    this.#measures = measures.filter(asksExpected);
    this.#options = options;
    this.#expected = new Map();
    for (const each of people) {
      const months = this.#expected.get(each.person) ?? [];
      months.push(each);
      this.#expected.set(each.person, months);
    }
  }

  /** Takes a person with a record of the months that run. */
  add(history: PersonHistory): void {
    if (this.#measures.length === 0) return;
    const expected = this.#expected.get(history.person) ?? [];
    this.#expected.delete(history.person);
    const held = new Map<string, Held>();
    for (const of of history.months) this.#ask(history, of, expected, held);
    this.#finish(history.person, expected, held);
  }

  /** Everything, those without a record of their own as well; in the order of days. */
  all(): readonly Fired[] {
    for (const [person, expected] of this.#expected) this.#finish(person, expected, new Map());
    this.#expected.clear();
    return this.#gathering.all();
  }

  /** Asks a month, and the one behind it, day by day. */
  #ask(history: PersonHistory, of: PersonMonth, expected: readonly ExpectedMonth[], held: Map<string, Held>): void {
    const { since, until, from, yearStartMonth } = this.#options;
    const past = new PastMonths(history, yearStartMonth);
    const running = new RunningMonth(of, past, { leastDays: LEAST_DAYS });
    const [mine, next] = [of.month, of.month + 1].map((month) => expected.find((each) => each.month === month));
    const goesOn = next !== undefined || history.through === undefined || history.through > of.month;
    const standings = [mine ?? of, next ?? of] as const;
    const [ofMine, ofNext] = standings.map((each) => this.#measures.filter((measure) => concerns(measure, each)));
    // Where the person really stands in the month is known now: what was foreseen of it by the month before may not concern them.
    for (const measure of this.#measures) if (!ofMine?.includes(measure)) held.delete(`${measure.id} ${of.month}`);
    const last = Math.min(running.length, until - firstDayOf(of.month) + 1);
    while (running.day < last) {
      running.advance();
      const day = firstDayOf(of.month) + running.day - 1;
      if (day < since) continue;
      const { known, at } = foreseeRunning(running, past, mine, day);
      const isOver = running.day === running.length;
      const person = history.person;
      if (of.month >= from)
        note(held, ofMine ?? [], { person, month: of.month, standing: standings[0], on: day }, at, isOver);
      if (goesOn && of.month + 1 >= from)
        note(
          held,
          ofNext ?? [],
          { person, month: of.month + 1, standing: standings[1], on: day },
          foreseeNext(running, past, known, next, day),
        );
    }
  }

  /** Adds what notices and orders alone tell, of any month and day, and hands all of it on. */
  #finish(person: string, expected: readonly ExpectedMonth[], held: Map<string, Held>): void {
    const { since, until, from, asked } = this.#options;
    if (asked !== null) for (const each of held.values()) each.on = Math.max(each.on, asked + 1);
    for (const each of expected) {
      if (each.month < from) continue;
      for (const measure of this.#measures) {
        const on = concerns(measure, each) ? cameOn(measure, each, until) : null;
        const cause = on === null ? null : heldBy(measure.when, foreseenOf(each, until));
        if (on === null || cause === null) continue;
        const key = `${measure.id} ${each.month}`;
        const first = Math.min(Math.max(on, since), held.get(key)?.on ?? Number.POSITIVE_INFINITY);
        held.set(key, { measure, month: each.month, standing: each, on: first, cause: { person, ...cause } });
      }
    }
    for (const { measure, month, standing, on, cause } of held.values())
      this.#gathering.add(measure, placeOf(measure, person, standing), { month, on }, cause);
  }
}
