import type { EpochDay } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { exceeds } from './bounds.ts';
import type { PersonMonth } from './facts.ts';
import { concerns, type Fired, Gathering, placeOf } from './fire.ts';
import type { Condition, Measure } from './measure.ts';
import type { Figure } from './vocabulary.ts';

/** The figure of a month to come that notices and orders tell; what else a month will bring is not known before it. */
export const expectedFigure: Figure = 'monthExceptional';

/** Minutes of 特例業務 that are expected, and the day on which that became known: a notice was filed, an order given. */
export type Expectation = { readonly on: EpochDay; readonly minutes: number };

/** What is expected of a person in a month: by the prior notices in force, and by the orders given for days of it. */
export type ExpectedMonth = Pick<PersonMonth, 'month' | 'section' | 'bureau' | 'department' | 'managerial'> & {
  readonly person: string;
  readonly notices: readonly Expectation[];
  readonly orders: readonly Expectation[];
};

/** Whether a measure asks what is expected of a month to come: a report before it, where a condition holds. */
export const asksExpected = ({ moment, when }: Measure): boolean => moment === 'beforeMonth' && when.length > 0;

/** Whether the daily run can answer a condition of a month to come. */
export const isExpected = ({ and = [], ...first }: Condition): boolean =>
  [first, ...and].every(({ figure }) => figure === expectedFigure);

/** What is expected by the end of a day: orders are given within a notice or beyond it, so the larger of both is. */
export function expectedBy({ notices, orders }: Pick<ExpectedMonth, 'notices' | 'orders'>, day: EpochDay): number {
  const sum = (all: readonly Expectation[]) =>
    all.reduce((total, { on, minutes }) => (on <= day ? total + minutes : total), 0);
  return Math.max(sum(notices), sum(orders));
}

const holds = (condition: Condition, minutes: number): boolean =>
  isExpected(condition) && [condition, ...(condition.and ?? [])].every((bound) => exceeds(bound, minutes));

/** The first day by which a measure's condition held; null while none does. */
function cameOn({ when }: Measure, expected: ExpectedMonth, until: EpochDay): EpochDay | null {
  const days = [...expected.notices, ...expected.orders].map(({ on }) => on).filter((on) => on <= until);
  const found = days
    .sort((a, b) => a - b)
    .find((day) => when.some((condition) => holds(condition, expectedBy(expected, day))));
  return found ?? null;
}

/**
 * What measures bring due of what is expected of months, as it is known at the end of a day. Each once a month for its subject, on the day on which
 * the expectation came, or on the first on which the measure holds.
 */
export function fireExpected(
  measures: readonly Measure[],
  people: Iterable<ExpectedMonth>,
  { since, until, from }: { readonly since: EpochDay; readonly until: EpochDay; readonly from: MonthIndex },
): readonly Fired[] {
  const gathering = new Gathering();
  const asked = measures.filter(asksExpected);
  for (const expected of people) {
    if (expected.month < from) continue;
    for (const measure of asked) {
      const on = concerns(measure, expected) ? cameOn(measure, expected, until) : null;
      if (on === null) continue;
      const { person, month } = expected;
      const cause = { person, figure: expectedFigure, value: expectedBy(expected, until) };
      gathering.add(measure, placeOf(measure, person, expected), { month, on: Math.max(on, since) }, cause);
    }
  }
  return gathering.all();
}
