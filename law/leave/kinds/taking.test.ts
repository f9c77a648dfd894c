import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { readTaking } from '../../testing/leave/read-taking.ts';
import { samples } from '../../testing/samples.ts';
import { epochDayOf } from '../../time/civil.ts';
import { formatDuration } from '../../time/minutes.ts';
import { firstDayOf } from '../../time/months.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { judgeTaking } from './taking.ts';
import type { Left } from './taking-limits.ts';
import { ImpossibleTaking, type Taking } from './taking-types.ts';

function rulesOf(given: Given): LeaveRules {
  const until = given.has('sickChildUntil') ? given.number('sickChildUntil') : 9;
  const without = given.has('withoutVolunteer') && given.flag('withoutVolunteer');
  const own = given.has('ownKind') && given.flag('ownKind');
  return {
    ...modelLeave,
    sickChildUntil: until === 12 ? 12 : 9,
    specialDays: { ...modelLeave.specialDays, ...(without ? { volunteer: null } : {}) },
    municipalKinds: own
      ? [
          {
            code: 'longService',
            name: '永年勤続休暇',
            pay: 'paid',
            attendance: 'deemedPresent',
            units: ['day', 'halfDay'],
            daysPerYear: 3,
          },
        ]
      : [],
  };
}

const told = (left: Left) => (left === null ? '–' : 'days' in left ? `${left.days}日` : formatDuration(left.minutes));

testCases(new URL('./taking.cases.yaml', import.meta.url), (given) => {
  const rules = rulesOf(given);
  const taking = readTaking(given);
  try {
    const { outcome, steps } = judgeTaking(taking, rules);
    const { verdict, refusal, left } = outcome;
    return {
      answer: { verdict: refusal === undefined ? verdict : `${verdict} ${refusal}`, left: told(left) },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleTaking || error instanceof NotInForce)
      return { answer: { impossible: error.message }, refusal: error };
    throw error;
  }
});

const taking: Taking = {
  kind: 'sickChildLeave',
  from: epochDayOf(2026, 5, 11),
  through: epochDayOf(2026, 5, 11),
  time: null,
  halfDay: false,
  dutyDays: 1,
  taken: 0,
  dayMinutes: 465,
  facts: { children: [epochDayOf(2024, 5, 1)], reason: 'illness' },
};

describe('a taking', () => {
  it('of 子の看護等休暇 is answered for every month from 2019-04 to 2028-03', () => {
    for (let month = 2019 * 12 + 3; month <= 2028 * 12 + 2; month += 1) {
      const on = firstDayOf(month);
      const facts = { children: [on - 400], reason: 'illness' } as const;
      expect(judgeTaking({ ...taking, from: on, through: on, facts }).outcome.verdict).toBe('accepted');
    }
  });

  it('leaves what the year has less what was taken, to the minute, and never less than nothing', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 600 }), (taken, time) => {
        const { verdict, left, wanted } = judgeTaking({ ...taking, taken, time }).outcome;
        expect(wanted).toBe(time);
        if (verdict === 'accepted') expect(left).toEqual({ minutes: 5 * 465 - taken - time });
        if (left !== null && 'minutes' in left) expect(left.minutes).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: samples(300) },
    );
  });

  it('is never accepted the more for what was taken before', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 8 }), fc.nat(10), (taken, time, more) => {
        const asked = (before: number) =>
          judgeTaking({ ...taking, taken: before * 60, time: time * 60 }).outcome.verdict;
        if (asked(taken) === 'refused') expect(asked(taken + more)).toBe('refused');
      }),
      { numRuns: samples(200) },
    );
  });

  it('refuses impossible numbers', () => {
    for (const change of [{ taken: -1 }, { dayMinutes: 0 }, { dayMinutes: 1441 }, { dutyDays: -1 }]) {
      expect(() => judgeTaking({ ...taking, ...change })).toThrow(ImpossibleTaking);
    }
    const noFact = () => judgeTaking({ ...taking, facts: { children: [epochDayOf(2024, 5, 1)] } });
    expect(noFact).toThrow('reason: factMissing');
    const rules = { ...modelLeave, bereavement: [] };
    const funeral: Taking = { ...taking, kind: 'bereavement', facts: { relation: 'parent', daysBefore: 0 } };
    expect(() => judgeTaking(funeral, rules)).toThrow('parent: relationWithoutDays');
  });
});
