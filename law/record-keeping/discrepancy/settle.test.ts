import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import type { Span } from '../../time/spans.ts';
import {
  type Answer,
  type Finding,
  ImpossibleSettlement,
  type NotWork,
  type SettlementInput,
  settleDifference,
} from './settle.ts';
import type { Difference } from './types.ts';

const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;
const difference: Difference = {
  kind: 'afterOvertime',
  span: { from: 1170, until: 1260 },
  minutes: 90,
  threshold: 30,
  class: 'toExplain',
};
const reasons: readonly NotWork[] = ['break', 'selfStudy', 'waiting', 'private', 'other'];

function workedOf(given: Given): Span {
  const [from, until] = given
    .text('worked')
    .split('-')
    .map((text) => parseDuration(text) ?? Number.NaN);
  return { from: from ?? Number.NaN, until: until ?? Number.NaN };
}

function answerOf(given: Given): Answer {
  const says = given.text('says');
  const common = { by: given.has('by') ? given.text('by') : '100001', on: given.day('on') };
  if (says === 'work') return { says, ...common, worked: workedOf(given) };
  return { says: 'notWork', ...common, reason: reasons.find((reason) => reason === says) ?? 'other' };
}

function findingOf(given: Given): Finding {
  const common = {
    by: given.has('by') ? given.text('by') : '200001',
    on: given.day('on'),
    investigated: given.has('investigated') && given.flag('investigated'),
  };
  if (given.text('found') === 'work') return { ...common, found: 'work', worked: workedOf(given) };
  return { ...common, found: 'notWork', ground: '終電を待っていたことを確かめた' };
}

testCases(new URL('./settle.cases.yaml', import.meta.url), (given) => {
  const input: SettlementInput = {
    staffMember: '100001',
    difference,
    mustInvestigate: given.has('grave') && given.flag('grave'),
    shownOn: day('2026-11-05'),
    answer: given.has('answer') ? answerOf(given.inner('answer')) : null,
    finding: given.has('finding') ? findingOf(given.inner('finding')) : null,
    asOf: given.day('asOf'),
  };
  try {
    const { outcome, steps } = settleDifference(input);
    return {
      answer: {
        state: outcome.state,
        corrected: outcome.corrected.map(({ from, until }) => `${formatDuration(from)}-${formatDuration(until)}`),
        minutes: formatDuration(outcome.correctedMinutes),
        outside: formatDuration(outcome.outside),
        by: outcome.by === null ? 'なし' : formatLocalDate(outcome.by),
        overdue: outcome.overdue,
        says: steps.map(({ says }) => says),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleSettlement) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

describe('the settlement of a difference', () => {
  const anyWorked = fc.tuple(fc.nat(2878), fc.integer({ min: 1, max: 600 })).map(([from, length]) => ({
    from,
    until: Math.min(2880, from + length),
  }));
  const start = day('2026-11-05');

  it('corrects only what a second person found, every minute of it, inside or outside the difference', () => {
    fc.assert(
      fc.property(anyWorked, fc.boolean(), (worked, grave) => {
        const { outcome } = settleDifference({
          staffMember: '1',
          difference,
          mustInvestigate: grave,
          shownOn: start,
          answer: { says: 'notWork', by: '1', on: start, reason: 'break' },
          finding: { found: 'work', by: '2', on: start, investigated: false, worked },
          asOf: start,
        });
        const inside = Math.max(0, Math.min(worked.until, 1260) - Math.max(worked.from, 1170));
        expect(outcome.correctedMinutes).toBe(worked.until - worked.from);
        expect(outcome.correctedMinutes - outcome.outside).toBe(inside);
      }),
      { numRuns: samples(150) },
    );
  });

  it.each([Number.NaN, -1, 1.5])('refuses a stretch that begins at %s', (from) => {
    const answer = { says: 'work', by: '1', on: start, worked: { from, until: 1260 } } as const;
    const input = {
      staffMember: '1',
      difference,
      mustInvestigate: false,
      shownOn: start,
      answer,
      finding: null,
      asOf: start,
    };
    expect(() => settleDifference(input)).toThrow('noSpan');
  });

  it('refuses a stretch that ends within a minute', () => {
    const answer = { says: 'work', by: '1', on: start, worked: { from: 1200, until: 1260.5 } } as const;
    const input = {
      staffMember: '1',
      difference,
      mustInvestigate: false,
      shownOn: start,
      answer,
      finding: null,
      asOf: start,
    };
    expect(() => settleDifference(input)).toThrow('noSpan');
  });
});
