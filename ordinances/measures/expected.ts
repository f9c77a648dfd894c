import type { EpochDay } from '@tokimori/law/time/civil';
import { exceeds, foreseenFigures, SIXTIETHS } from './bounds.ts';
import type { PersonMonth } from './facts.ts';
import type { Bound, Condition, Measure } from './measure.ts';
import type { Figure } from './vocabulary.ts';

/** Minutes of overtime that are expected, and the day on which that became known: a notice was filed, an order given. */
export type Expectation = { readonly on: EpochDay; readonly minutes: number };

/** What is expected of a person in a month: by the prior notices in force, and by the orders given for days of it. */
export type ExpectedMonth = Pick<PersonMonth, 'month' | 'section' | 'bureau' | 'department' | 'managerial'> & {
  readonly person: string;
  /** 特例業務 of the prior notices. */
  readonly notices: readonly Expectation[];
  /** 特例業務 that was ordered. */
  readonly orders: readonly Expectation[];
  /** Other overtime that was ordered of a month to come; of a month that runs its record tells. */
  readonly ordinary: readonly Expectation[];
};

/** A figure of a month as it is foreseen at the end of a day; null = nothing is foreseen of it. Of `average` in sixtieths of a minute. */
export type Foreseen = (figure: Figure) => number | null;

/** Whether a measure asks what is expected of a month to come: a report before it, where a condition holds. */
export const asksExpected = ({ moment, when }: Measure): boolean => moment === 'beforeMonth' && when.length > 0;

/** Whether the daily run can answer a condition of a month to come. */
export const isExpected = ({ and = [], ...first }: Condition): boolean =>
  [first, ...and].every(({ figure }) => foreseenFigures.has(figure));

export const knownBy = (all: readonly Expectation[], day: EpochDay): number =>
  all.reduce((total, { on, minutes }) => (on <= day ? total + minutes : total), 0);

/** 特例業務 that is expected by the end of a day: orders are given within a notice or beyond it, so the larger of both is. */
export const expectedBy = ({ notices, orders }: Pick<ExpectedMonth, 'notices' | 'orders'>, day: EpochDay): number =>
  Math.max(knownBy(notices, day), knownBy(orders, day));

/** What notices and orders alone tell of a month. */
export const foreseenOf =
  (expected: ExpectedMonth, day: EpochDay): Foreseen =>
  (figure) => {
    if (figure === 'monthExceptional') return expectedBy(expected, day);
    return figure === 'month' ? expectedBy(expected, day) + knownBy(expected.ordinary, day) : null;
  };

/** The first condition that is foreseen to hold, with the figure that meets it (of `average` in whole minutes, rounded down). */
export function heldBy(
  conditions: readonly Condition[],
  foreseen: Foreseen,
): { readonly figure: Figure; readonly value: number } | null {
  const passed = (bound: Bound): number | null => {
    const found = foreseen(bound.figure);
    return found !== null && exceeds(bound, found) ? found : null;
  };
  for (const condition of conditions) {
    const value = passed(condition);
    if (value === null || condition.and?.some((other) => passed(other) === null)) continue;
    const { figure } = condition;
    return { figure, value: figure === 'average' ? Math.floor(value / SIXTIETHS) : value };
  }
  return null;
}

/** The first day by which notices and orders alone bring a measure due; null while they do not. */
export function cameOn({ when }: Measure, expected: ExpectedMonth, until: EpochDay): EpochDay | null {
  const { notices, orders, ordinary } = expected;
  const days = [...notices, ...orders, ...ordinary].map(({ on }) => on).filter((on) => on <= until);
  return days.sort((a, b) => a - b).find((day) => heldBy(when, foreseenOf(expected, day)) !== null) ?? null;
}
