import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { testCases } from '../../testing/cases.ts';
import { birthOf } from '../../testing/leave/read-taking.ts';
import { samples } from '../../testing/samples.ts';
import { epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf } from '../../time/months.ts';
import { modelLeave } from '../rules.ts';
import { ImpossibleLeaveRules } from './master.ts';
import { ImpossibleBirth, maternityWindows, type Window } from './maternity.ts';
import { judgeShortTime } from './short-time.ts';

const told = ({ from, through }: Window) => `${formatLocalDate(from)}–${formatLocalDate(through)}`;

testCases(new URL('./maternity.cases.yaml', import.meta.url), (given) => {
  const rules = { ...modelLeave };
  for (const key of ['prenatalWeeks', 'prenatalWeeksMultiple', 'postnatalWeeks'] as const) {
    if (given.has(key)) Object.assign(rules, { [key]: given.number(key) });
  }
  const birth = birthOf(given);
  try {
    const { outcome, steps } = maternityWindows(birth, rules);
    return {
      answer: {
        prenatal: told(outcome.prenatal),
        postnatal: told(outcome.postnatal),
        mayReturn: formatLocalDate(outcome.mayReturnFrom),
        spouseBirth: formatLocalDate(outcome.spouseBirthThrough),
        fatherhood: told(outcome.fatherhood),
        childcareTime: formatLocalDate(outcome.childcareTimeThrough),
        provisional: outcome.provisional,
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleBirth || error instanceof ImpossibleLeaveRules) {
      return { answer: { impossible: error.message }, refusal: error };
    }
    throw error;
  }
});

testCases(new URL('./short-time.cases.yaml', import.meta.url), (given) => {
  const days = given.texts('days').map((text) => parseDuration(text) ?? Number.NaN);
  const { outcome, steps } = judgeShortTime(days, epochDayOf(2026, 4, 1), modelLeave);
  return {
    answer: `${formatDuration(outcome.week)} ${outcome.pattern ?? 'none'}`,
    steps,
  };
});

describe('windows by dates', () => {
  it('are known for every month from 2019-04 to 2028-03, and refused before', () => {
    for (let month = 2019 * 12 + 3; month <= 2028 * 12 + 2; month += 1) {
      const on = firstDayOf(month);
      const { postnatal } = maternityWindows({ dueOn: on, bornOn: on, multiple: false }).outcome;
      expect(postnatal.through - postnatal.from + 1).toBe(56);
      expect(judgeShortTime([465, 465, 465], on, modelLeave).outcome.pattern).toBe('7:45 × 3');
    }
    const before = epochDayOf(2019, 3, 31);
    expect(() => maternityWindows({ dueOn: before, bornOn: before, multiple: false })).toThrow(NotInForce);
    expect(() => judgeShortTime([465, 465, 465], epochDayOf(2009, 3, 31), modelLeave)).toThrow(NotInForce);
  });

  it('join without a gap, and the time before birth has its weeks at least when the birth is not early', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: -195, max: 60 }), fc.boolean(), (shift, late, multiple) => {
        const dueOn = epochDayOf(2020, 1, 1) + shift;
        const { prenatal, postnatal, mayReturnFrom } = maternityWindows({
          dueOn,
          bornOn: dueOn + late,
          multiple,
        }).outcome;
        expect(prenatal.through + 1).toBe(postnatal.from);
        expect(prenatal.from).toBeLessThanOrEqual(prenatal.through);
        expect(mayReturnFrom - postnatal.from).toBe(42);
        if (late >= 0) expect(prenatal.through - prenatal.from + 1).toBe((multiple ? 98 : 42) + late);
      }),
      { numRuns: samples(200) },
    );
  });

  it('of short time do not depend on the order of the days', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([465, 235, 465], { minLength: 3 }), (days) => {
        expect(judgeShortTime(days, epochDayOf(2026, 4, 1), modelLeave).outcome.pattern).toBe('7:45 × 2 + 3:55');
      }),
      { numRuns: samples(6) },
    );
    for (const days of [[], [0], [1441], Array.from({ length: 8 }, () => 100)]) {
      expect(() => judgeShortTime(days, epochDayOf(2026, 4, 1), modelLeave)).toThrow(RangeError);
    }
  });
});
