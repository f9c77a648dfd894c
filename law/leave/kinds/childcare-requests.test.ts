import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { type EpochDay, epochDayOf, formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { parseDuration } from '../../time/minutes.ts';
import { firstDayOf } from '../../time/months.ts';
import { modelLeave } from '../rules.ts';
import {
  type ChildcareRequest,
  childcareRequestKinds,
  ImpossibleChildcareRequest,
  judgeChildcareRequest,
  partTimeMonths,
} from './childcare-requests.ts';

function requestOf(given: Given): ChildcareRequest {
  const [from, through] = given
    .text('period')
    .split('–')
    .map((text) => parseLocalDate(text) as EpochDay) as [EpochDay, EpochDay];
  const months = given.has('partTime') ? given.number('partTime') : null;
  return {
    kind: childcareRequestKinds.find((kind) => kind === given.text('kind'))!,
    requestedOn: given.day('requested'),
    from,
    through,
    child: { bornOn: given.day('child'), expected: given.has('expected') && given.flag('expected') },
    partTime: months === null ? null : partTimeMonths.find((each) => each === months)!,
    week: given.has('week') ? given.texts('week').map((text) => parseDuration(text) ?? Number.NaN) : null,
  };
}

testCases(new URL('./childcare-requests.cases.yaml', import.meta.url), (given) => {
  const rules = { ...modelLeave };
  for (const key of ['childcareLeaveLeadMonths', 'birthLeaveLeadWeeks', 'shortTimeLeadMonths'] as const) {
    if (given.has(key)) Object.assign(rules, { [key]: given.number(key) });
  }
  const request = requestOf(given);
  try {
    const { outcome, steps } = judgeChildcareRequest(request, rules);
    return {
      answer: {
        verdict: outcome.verdict,
        refusals: outcome.refusals.join(' '),
        askedBy: formatLocalDate(outcome.askedBy),
        childThrough: formatLocalDate(outcome.childThrough),
        ...(outcome.shortTime === null ? {} : { pattern: outcome.shortTime.pattern ?? 'none' }),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleChildcareRequest || error instanceof NotInForce) {
      return { answer: { impossible: error.message }, refusal: error };
    }
    throw error;
  }
});

describe('requests', () => {
  const full = { partTime: null, week: null } as const;

  it('are judged for every month from 2022-10 to 2028-03', () => {
    for (let month = 2022 * 12 + 9; month <= 2028 * 12 + 2; month += 1) {
      const from = firstDayOf(month);
      const child = { bornOn: from - 10, expected: false };
      const about = { from, through: from + 27, requestedOn: from - 31, child };
      for (const kind of ['childcareLeave', 'birthPeriodLeave'] as const) {
        expect(judgeChildcareRequest({ ...full, ...about, kind }).outcome.verdict).toBe('accepted');
      }
      const week = [465, 465, 465];
      const long = { ...full, ...about, through: from + 31, week, kind: 'childcareShortTime' } as const;
      expect(judgeChildcareRequest(long).outcome.verdict).toBe('accepted');
    }
  });

  it('of short time have a rule from 2009-04-01 on', () => {
    const from = epochDayOf(2009, 3, 31);
    const child = { bornOn: epochDayOf(2008, 1, 1), expected: false };
    const given = {
      kind: 'childcareShortTime',
      requestedOn: from - 60,
      child,
      partTime: null,
      week: [465, 465, 465],
    } as const;
    expect(() => judgeChildcareRequest({ ...given, from, through: from + 90 })).toThrow(NotInForce);
    expect(judgeChildcareRequest({ ...given, from: from + 1, through: from + 90 }).outcome.verdict).toBe('accepted');
  });

  it('are late from the day after the last on, and the day is never less than four weeks before', () => {
    const child = { bornOn: epochDayOf(2024, 1, 1), expected: false };
    fc.assert(
      fc.property(fc.nat(700), (shift) => {
        const from = epochDayOf(2024, 3, 1) + shift;
        const asked = (requestedOn: number) =>
          judgeChildcareRequest({ ...full, kind: 'childcareLeave', from, through: from, child, requestedOn }).outcome;
        const { askedBy } = asked(from - 100);
        expect(from - askedBy).toBeGreaterThanOrEqual(28);
        expect(from - askedBy).toBeLessThanOrEqual(31);
        expect(asked(askedBy).refusals).toEqual([]);
        expect(asked(askedBy + 1).refusals).toEqual(['late']);
      }),
      { numRuns: samples(100) },
    );
  });
});
