import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCitation } from '../decision/format-citation.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { formatDuration, hours, parseDuration } from '../time/minutes.ts';
import { type GuidanceInput, type GuidanceMonth, ImpossibleHours, judgeGuidance } from './guidance.ts';
import { type GuidanceRules, modelGuidance } from './guidance-rules.ts';

function inputOf(given: Given): GuidanceInput {
  const last = given.month('month');
  const worked = given.has('worked') ? given.minutes('worked') : undefined;
  const months = given.texts('overtime').flatMap((text, back): GuidanceMonth[] => {
    const overtime = parseDuration(text);
    if (overtime === undefined) return [];
    return [{ month: last - back, overtime, ...(back === 0 && worked !== undefined ? { worked } : {}) }];
  });
  return {
    months,
    requested: given.has('requested') && given.flag('requested'),
    foundUnneeded: given.has('found') && given.flag('found'),
  };
}

const overHundred: GuidanceRules = { ...modelGuidance, month: { hours: hours(100), fires: 'moreThan' } };

testCases(new URL('./guidance.cases.yaml', import.meta.url), (given) => {
  const input = inputOf(given);
  const rules = given.has('over100') && given.flag('over100') ? overHundred : modelGuidance;
  try {
    const { outcome, steps } = judgeGuidance(input, rules);
    const { due, exempt, interview, reasons, notJudged } = outcome;
    const nameOf = (rule: string, months: number | undefined) => (months === undefined ? rule : `${rule}-${months}`);
    return {
      answer: {
        judged: `${due} ${exempt ? 'exempt' : 'no'} ${interview}`,
        reasons: reasons.map(({ rule, months, value }) => `${nameOf(rule, months)} ${formatDuration(value)}`),
        notJudged: notJudged.map(({ rule, months }) => nameOf(rule, months)),
      },
      cites: [...reasons, ...steps].flatMap(({ citation }) =>
        citation === undefined ? [] : [formatCitation(citation)],
      ),
    };
  } catch (error) {
    if (error instanceof ImpossibleHours) return { answer: { refused: true }, refusal: error };
    throw error;
  }
});

describe('the interview guidance', () => {
  const LAST = 24_320;
  const arbitrary: fc.Arbitrary<GuidanceInput> = fc
    .record({
      overtime: fc.array(fc.option(fc.integer({ min: 0, max: 7200 }), { freq: 5 }), { minLength: 6, maxLength: 6 }),
      now: fc.integer({ min: 0, max: 7200 }),
      regular: fc.option(fc.integer({ min: 0, max: 12_000 })),
      requested: fc.boolean(),
      foundUnneeded: fc.boolean(),
    })
    .map(({ overtime, now, regular, ...rest }) => ({
      ...rest,
      months: [
        ...overtime.flatMap((each, at) => (each === null ? [] : [{ month: LAST - 6 + at, overtime: each }])),
        { month: LAST, overtime: now, ...(regular === null ? {} : { worked: now + regular }) },
      ],
    }));
  const ranks = { none: 0, onRequest: 1, withoutRequest: 2 } as const;
  const dueOf = (input: GuidanceInput) => ranks[judgeGuidance(input).outcome.due];

  it('does not depend on the order of the months', () => {
    fc.assert(
      fc.property(arbitrary, (input) => {
        const reversed = { ...input, months: input.months.toReversed() };
        expect(judgeGuidance(reversed)).toEqual(judgeGuidance(input));
      }),
      { numRuns: samples(300) },
    );
  });

  it('is never due the less for a longer month', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(600), (input, more) => {
        const longer = input.months.map((each) => ({
          ...each,
          overtime: each.overtime + more,
          ...(each.worked === undefined ? {} : { worked: each.worked + more }),
        }));
        expect(dueOf({ ...input, months: longer })).toBeGreaterThanOrEqual(dueOf(input));
      }),
      { numRuns: samples(300) },
    );
  });

  it('is due by hours alone: neither a request nor a finding changes it', () => {
    fc.assert(
      fc.property(arbitrary, (input) => {
        const due = dueOf(input);
        expect(dueOf({ ...input, requested: !input.requested })).toBe(due);
        expect(dueOf({ ...input, foundUnneeded: !input.foundUnneeded })).toBe(due);
      }),
      { numRuns: samples(300) },
    );
  });

  it('refuses a month that is given twice', () => {
    const month = { month: LAST, overtime: 0 };
    expect(() => judgeGuidance({ months: [month, month], requested: false, foundUnneeded: false })).toThrow(
      ImpossibleHours,
    );
  });
});
