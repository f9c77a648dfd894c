import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { type FatigueAnswers, fatigueMistakes, scoreFatigue } from './fatigue.ts';

/** Items with two answers. */
const TWOFOLD = [2, 3, 5];
const highest: FatigueAnswers = {
  symptoms: new Array(14).fill(3),
  work: Array.from({ length: 13 }, (_, i) => (TWOFOLD.includes(i + 1) ? 1 : 3)),
};

function answersOf(given: Given): FatigueAnswers {
  if (given.has('allHighest') && given.flag('allHighest')) return highest;
  const part = (key: string, length: number): number[] => {
    const answers = new Array<number>(length).fill(0);
    for (const pair of given.has(key) ? given.text(key).split(' ') : []) {
      const [item = 0, points = 0] = pair.split('=').map(Number);
      answers[item - 1] = points;
    }
    return answers;
  };
  return {
    symptoms: part('symptoms', given.has('symptomCount') ? given.number('symptomCount') : 14),
    work: part('work', 13),
  };
}

testCases(new URL('./fatigue.cases.yaml', import.meta.url), (given) => {
  const answers = answersOf(given);
  const [mistake] = fatigueMistakes(answers);
  if (mistake !== undefined) return { answer: `${mistake.part} ${mistake.item} takes ${mistake.takes.join()}` };
  const { outcome, steps } = scoreFatigue(answers);
  const { symptomTotal, symptomGrade, workTotal, workGrade, score, judgement } = outcome;
  return {
    answer: `${symptomTotal} ${symptomGrade} ${workTotal} ${workGrade} ${score} ${judgement}`,
    steps,
  };
});

describe('the fatigue checklist', () => {
  const arbitrary = fc.record({
    symptoms: fc.array(fc.constantFrom(0, 1, 3), { minLength: 14, maxLength: 14 }),
    work: fc.tuple(
      ...Array.from({ length: 13 }, (_, i) =>
        TWOFOLD.includes(i + 1) ? fc.constantFrom(0, 1) : fc.constantFrom(0, 1, 3),
      ),
    ),
  });

  it('never finds less load for a worse answer', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(13), (answers, at) => {
        const before = scoreFatigue(answers).outcome;
        const symptoms = answers.symptoms.with(at, 3);
        const work = at === 13 ? answers.work : answers.work.with(at, TWOFOLD.includes(at + 1) ? 1 : 3);
        expect(scoreFatigue({ ...answers, symptoms }).outcome.score).toBeGreaterThanOrEqual(before.score);
        expect(scoreFatigue({ ...answers, work }).outcome.score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: samples(500) },
    );
  });

  it('gives every sum of symptoms but 41, which no answers make', () => {
    const sums = new Set([0]);
    for (let item = 0; item < 14; item += 1) {
      for (const sum of [...sums]) for (const points of [1, 3]) sums.add(sum + points);
    }
    const upTo42 = Array.from({ length: 43 }, (_, sum) => sum);
    expect(upTo42.filter((sum) => !sums.has(sum))).toEqual([41]);
  });

  it('refuses a sheet that is not whole', () => {
    expect(() => scoreFatigue({ ...highest, work: [] })).toThrow(RangeError);
    expect(fatigueMistakes({ symptoms: [], work: [] })).toHaveLength(2);
  });
});
