import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { stepText } from '../../testing/step-text.ts';
import { formatDuration } from '../../time/minutes.ts';
import type { Span } from '../../time/spans.ts';
import { formatTimeOfDay, parseTimeOfDay } from '../../time/time-of-day.ts';
import { type BreakDay, checkBreaks, ImpossibleBreaks, requiredBreak } from './breaks.ts';
import { judgeBreakTogether, UnknownNumber } from './together.ts';

function spanOf(text: string): Span {
  const [from = Number.NaN, until = Number.NaN] = text.split('-').map((at) => parseTimeOfDay(at) ?? Number.NaN);
  return { from, until };
}
const textOf = ({ from, until }: Span) => `${formatTimeOfDay(from)}-${formatTimeOfDay(until)}`;

const stepLine = stepText({ days: [], counts: [] });

function dayOf(given: Given): BreakDay {
  return {
    regular: given.has('regular') ? spanOf(given.text('regular')) : null,
    overtime: given.texts('overtime').map(spanOf),
    breaks: given.texts('breaks').map(spanOf),
  };
}

testCases(new URL('./breaks.cases.yaml', import.meta.url), (given) => {
  const day = dayOf(given);
  try {
    const { outcome, steps } = checkBreaks(day);
    const { worked, required, given: taken, findings, further } = outcome;
    return {
      answer: {
        hours: [worked, required, taken].map(formatDuration).join(' '),
        findings: findings.map((finding) =>
          finding.rule === 'tooShort'
            ? `tooShort ${formatDuration(finding.shortage)}`
            : `${finding.rule} ${textOf(finding)}`,
        ),
        further: further === null ? null : textOf(further),
        steps: steps.map(stepLine),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleBreaks) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

describe('breaks', () => {
  it.each([
    [0, 0],
    [360, 0],
    [361, 45],
    [480, 45],
    [481, 60],
    [1440, 60],
  ])('of %d minutes of work are %d', (worked, needed) => expect(requiredBreak(worked)).toBe(needed));

  it('are refused outside 0:00–48:00', () => {
    const outside = { regular: { from: -1, until: 60 }, overtime: [], breaks: [] };
    expect(() => checkBreaks(outside)).toThrow(ImpossibleBreaks);
    expect(() => checkBreaks({ ...outside, regular: { from: 0, until: 2881 } })).toThrow(ImpossibleBreaks);
  });

  const arbitrary = fc
    .record({ from: fc.integer({ min: 0, max: 600 }), pause: fc.nat(90), overtime: fc.nat(400), gap: fc.nat(60) })
    .map(({ from, pause, overtime, gap }): BreakDay => {
      const until = from + 465 + pause;
      return {
        regular: { from, until },
        breaks: pause > 0 ? [{ from: from + 200, until: from + 200 + pause }] : [],
        overtime: overtime > 0 ? [{ from: until + gap, until: until + gap + overtime }] : [],
      };
    });

  it('and work make up the whole time, and filling the shortage satisfies', () => {
    fc.assert(
      fc.property(arbitrary, (day) => {
        const { worked, given, required, findings, further } = checkBreaks(day).outcome;
        const [only] = day.overtime;
        expect(worked + given).toBe((only?.until ?? day.regular?.until ?? 0) - (day.regular?.from ?? 0));
        expect(findings.length > 0).toBe(given < required);
        if (further === null || only === undefined) return;
        const moved = { from: further.until, until: only.until + further.until - further.from };
        const after = checkBreaks({ ...day, overtime: [moved] }).outcome;
        expect(after).toMatchObject({ worked, findings: [], further: null });
      }),
      { numRuns: samples(200) },
    );
  });
});

describe('breaks at once', () => {
  it.each([1, 2, 3, 5, 6, 7, 12, 15])('are needed at number %d', (number) => {
    const asked = judgeBreakTogether(number, { simultaneousBreakExempt: false });
    expect(asked.outcome).toEqual({ together: true, because: 'rule' });
    expect(asked.steps.map(({ says, citation }) => [says, citation?.path])).toEqual([['togetherNeeded', 'a=34/p=2']]);
    expect(judgeBreakTogether(number, { simultaneousBreakExempt: true }).outcome).toEqual({
      together: false,
      because: 'ordinance',
    });
  });
  it.each([4, 8, 9, 10, 11, 13, 14])('are not needed at number %d', (number) => {
    const { outcome, steps } = judgeBreakTogether(number, { simultaneousBreakExempt: false });
    expect([outcome.together, outcome.because, steps[0]?.says]).toEqual([false, 'number', 'numberExempt']);
  });
  it('are not needed in a public office outside the list', () =>
    expect(judgeBreakTogether(null, { simultaneousBreakExempt: false }).outcome.because).toBe('publicOffice'));
  it.each([0, 16, 1.5])('know no number %d', (number) =>
    expect(() => judgeBreakTogether(number, { simultaneousBreakExempt: true })).toThrow(UnknownNumber),
  );
});
