import { lengthOf } from '@tokimori/law/time/months';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceeds } from './bounds.ts';
import type { PersonMonth } from './facts.ts';
import { LEAST_DAYS } from './fire.ts';
import type { Bound, Condition } from './measure.ts';
import { PastMonths } from './past-months.ts';
import { RunningMonth } from './running.ts';
import { monthAt, monthOfPerson } from './testing/people.ts';
import { figureNames } from './vocabulary.ts';

const MONTH = monthAt('2026-10');
const DAYS = lengthOf(MONTH);

const minutes = (least: number, most: number) =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: least, max: most })), {
    minLength: DAYS,
    maxLength: DAYS,
  });
const monthOf = (name: string) =>
  fc
    .record({ overtime: minutes(0, 400), share: fc.double({ min: 0, max: 1, noNaN: true }), rest: minutes(-1, 200) })
    .map(
      ({ overtime, share, rest }): PersonMonth => ({
        ...monthOfPerson(name),
        overtime: Int16Array.from(overtime),
        exceptional: Int16Array.from(overtime, (each) => Math.floor(each * share)),
        presence: Int16Array.from(rest),
        arriveBeforeWork: Int16Array.from(rest.toReversed()),
        leaveAfterDuty: Int16Array.from(rest, (each) => Math.max(-1, each - 100)),
        leaveAfterOvertime: Int16Array.from(rest, (each, at) => (at % 3 === 0 ? each : -1)),
        ordered: Int16Array.from(overtime.toReversed(), (each, at) => (at % 4 === 0 ? each : 0)),
      }),
    );
const bound: fc.Arbitrary<Bound> = fc.record({
  figure: fc.constantFrom(...figureNames),
  comparison: fc.constantFrom('above', 'atLeast'),
  value: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9_000 })),
});
const condition: fc.Arbitrary<Condition> = fc
  .record({ first: bound, and: fc.option(fc.array(bound, { minLength: 1, maxLength: 2 }), { nil: undefined }) })
  .map(({ first, and }) => (and === undefined ? first : { ...first, and }));

describe('mayMeet', () => {
  it('never passes over a month on whose days conditions hold', () => {
    let held = 0;
    fc.assert(
      fc.property(
        fc.tuple(monthOf('2026-08'), monthOf('2026-09'), monthOf('2026-10')),
        fc.array(condition, { minLength: 1, maxLength: 3 }),
        (months, conditions) => {
          const past = new PastMonths({ person: '1', months, since: monthAt('2026-08') }, 4);
          const running = new RunningMonth(months[2], past, { leastDays: LEAST_DAYS });
          const may = running.mayMeet(conditions);
          const holds = ({ and = [], ...first }: Condition) =>
            [first, ...and].every((each) => {
              const found = running.figure(each.figure);
              return found !== null && exceeds(each, found);
            });
          while (running.day < running.length) {
            running.advance();
            if (!conditions.some(holds)) continue;
            held += 1;
            expect(may).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(held).toBeGreaterThan(1_000);
  });

  it('passes over whoever stays below, and no measure without a condition', () => {
    const months = [monthOfPerson('2026-10', { overtime: { 3: '2:00' } })];
    const past = new PastMonths({ person: '1', months }, 4);
    const running = new RunningMonth(months[0]!, past, { leastDays: LEAST_DAYS });
    const over = (figure: Bound['figure'], value: number): Condition => ({ figure, comparison: 'above', value });
    expect(running.mayMeet([over('month', 120), over('forecast', 1_000), over('leaveAfterDuty', 0)])).toBe(false);
    expect(running.mayMeet([over('month', 119)])).toBe(true);
    expect(running.mayMeet([])).toBe(true);
  });
});
