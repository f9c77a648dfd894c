import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { modelStressCheck } from '../rules.ts';
import type { StressTotals } from '../stress.ts';
import { isDepressionTable, items23, scoreStress23, stress23Mistakes } from './items23.ts';

const all = (answer: number): number[] => new Array<number>(23).fill(answer);
const withTable = { ...modelStressCheck, depression23: [3, 4, 6, 8, 12] } as const;
const totals = ({ A, B, C, highStress }: StressTotals) => `${A}/${B}/${C} ${highStress ? 'high' : 'not high'}`;
const scored = (answers: readonly number[], rules = modelStressCheck) =>
  scoreStress23({ sex: 'male', answers }, rules).outcome;

/** Six items of causes (three turned), eleven of reactions, six of support. */
function answersFor(a: number, b: number, c: number): number[] {
  const fill = (count: number, total: number, turned: number): number[] => {
    let rest = total - count;
    return Array.from({ length: count }, (_, at) => {
      const more = Math.min(3, rest);
      rest -= more;
      return at < turned ? 4 - more : 1 + more;
    });
  };
  return [...fill(6, a, 3), ...fill(11, b, 0), ...fill(6, c, 0)];
}

describe('the form of 23 items', () => {
  it('has 23 items of the 57, six, eleven and six', () => {
    expect(items23).toHaveLength(23);
    expect(new Set(items23).size).toBe(23);
    expect(items23.filter((item) => item <= 17)).toHaveLength(6);
    expect(items23.filter((item) => item >= 18 && item <= 46)).toHaveLength(11);
    expect(items23.filter((item) => item >= 47 && item <= 55)).toHaveLength(6);
  });

  it.each([
    [6, 30, 6, false],
    [6, 31, 6, true],
    [19, 23, 20, true],
    [19, 22, 20, false],
    [18, 23, 20, false],
    [19, 23, 19, false],
  ])('by sums: A %i, B %i, C %i', (a, b, c, high) => {
    const { sum, converted } = scored(answersFor(a, b, c));
    expect([sum.A, sum.B, sum.C, sum.highStress]).toEqual([a, b, c, high]);
    expect(converted).toBeNull();
  });

  it('is not judged by points while the table of three items is not confirmed', () => {
    const { steps } = scoreStress23({ sex: 'female', answers: all(4) });
    expect(steps).toMatchObject([
      { says: 'sums23Compared', figures: { A: 15, B: 44, C: 24, high: 1 }, citation: { confidence: 'B' } },
      { says: 'table23Unconfirmed', figures: {}, citation: { confidence: 'C' } },
    ]);
  });

  it.each([
    [1, '6/25/10 not high'],
    [4, '6/5/2 high'],
    [2, '7/15/7 not high'],
    [3, '6/9/4 high'],
  ])('by points with a table, all answers %i', (answer, expected) => {
    const { outcome, steps } = scoreStress23({ sex: 'male', answers: all(answer) }, withTable);
    expect(totals(outcome.converted!)).toBe(expected);
    expect(steps[1]?.says).toBe('points23Compared');
    expect(steps[1]?.figures).toMatchObject({ high: Number(outcome.converted!.highStress) });
  });

  it('by points is high from 11 of reactions down, or from 16 when causes and support have 8 together', () => {
    const met = new Set<string>();
    const levels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 23, maxLength: 23 });
    for (const answers of fc.sample(levels, { numRuns: 6000, seed: 23 })) {
      const { A, B, C, highStress } = scored(answers, withTable).converted!;
      expect(highStress).toBe(B <= 11 || (A + C <= 8 && B <= 16));
      met.add(`${A + C === 8 || A + C === 9 ? A + C : A + C > 8 ? 'more' : 'less'} ${B}`);
    }
    for (const edge of ['8 16', '8 17', '9 16', 'more 11', 'more 12', 'less 16', 'less 17']) {
      expect(met).toContain(edge);
    }
  });

  it('names answers that are none', () => {
    expect(stress23Mistakes(all(1).slice(1))).toEqual([{ item: null, given: 22 }]);
    expect(stress23Mistakes([...all(1).slice(3), 0, 5, '2'])).toEqual([
      { item: 21, given: 0 },
      { item: 22, given: 5 },
      { item: 23, given: '2' },
    ]);
    expect(() => scored(all(0))).toThrow('item 1: 0');
  });

  it('refuses a table that does not cover the values', () => {
    expect(isDepressionTable([3, 4, 6, 8, 12])).toBe(true);
    expect(isDepressionTable([3, 3, 6, 8, 12])).toBe(true);
    expect(isDepressionTable([2, 4, 6, 8, 12])).toBe(false);
    expect(isDepressionTable([3, 4, 6, 8, 11])).toBe(false);
    expect(isDepressionTable([3, 6, 4, 8, 12])).toBe(false);
    expect(isDepressionTable([3, 4, 6.5, 8, 12])).toBe(false);
    expect(() => scored(all(1), { ...modelStressCheck, depression23: [3, 4, 6, 8, 11] })).toThrow('depression23');
  });

  it('never finds less stress for a worse answer to an item of reactions', () => {
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 23, maxLength: 23 });
    fc.assert(
      fc.property(answers, fc.integer({ min: 6, max: 16 }), (given, at) => {
        const [before, after] = [scored(given, withTable), scored(given.with(at, 4), withTable)];
        return (
          after.sum.B >= before.sum.B &&
          after.converted!.B <= before.converted!.B &&
          Number(after.sum.highStress) >= Number(before.sum.highStress) &&
          Number(after.converted!.highStress) >= Number(before.converted!.highStress)
        );
      }),
      { numRuns: samples(200) },
    );
  });
});
