import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { modelStressCheck } from '../rules.ts';
import type { StressTotals } from '../stress.ts';
import type { Columns, Sex } from '../stress-scales.ts';
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

  it('is judged by points only as far as every table agrees while that of three items is not confirmed', () => {
    const { steps } = scoreStress23({ sex: 'female', answers: all(4) });
    expect(steps).toMatchObject([
      { says: 'sums23Compared', figures: { A: 15, B: 44, C: 24, high: 1 }, citation: { confidence: 'B' } },
      { says: 'table23Unconfirmed', figures: {}, citation: { confidence: 'C' } },
      {
        says: 'points23Bounded',
        figures: { A: 6, least: 5, greatest: 9, C: 2, high: 1 },
        citation: { confidence: 'C' },
      },
    ]);
  });

  /** Sums of the answers to 疲労感, 不安感, 抑うつ感, and the answers to 食欲不振 and 不眠; support by the chief as answered. */
  type Reactions = readonly [fatigue: number, anxiety: number, depression: number, appetite: number, sleep: number];
  const three = (sum: number): number[] => {
    const first = Math.min(4, sum - 2);
    const second = Math.min(4, sum - first - 1);
    return [first, second, sum - first - second];
  };
  const good = [4, 4, 4, 1, 1, 1];
  const bad = [1, 1, 1, 4, 4, 4];
  /** 量的負担 and コントロール at their worst are 2 points, support by colleagues at its best 5, by the chief of the raw value 3 one. */
  const answersOf = (causes: readonly number[], [f, a, d, q44, q46]: Reactions, chief: number): number[] => {
    const of = three(15 - chief);
    const support = of.flatMap((answer) => [answer, 1]);
    return [...causes, ...three(f), ...three(a), ...three(d), q44, q46, ...support];
  };

  it.each<[Sex, readonly number[], Reactions, number, string]>([
    ['male', good, [5, 5, 5, 4, 4], 12, '10/11/10 high'],
    ['male', good, [5, 5, 5, 4, 3], 12, '10/12/10 not high'],
    ['female', good, [6, 5, 5, 4, 4], 12, '10/11/10 high'],
    ['female', good, [5, 5, 5, 4, 4], 12, '10/12/10 not high'],
    ['male', bad, [5, 5, 4, 1, 4], 4, '2/16/6 high'],
    ['male', bad, [4, 5, 4, 1, 4], 4, '2/17/6 not high'],
    ['male', bad, [5, 5, 4, 1, 4], 5, '2/16/7 not high'],
    ['female', bad, [6, 5, 4, 1, 4], 3, '2/16/6 high'],
    ['female', bad, [5, 5, 4, 1, 4], 3, '2/17/6 not high'],
    ['female', bad, [6, 5, 4, 1, 4], 4, '2/16/7 not high'],
    ['male', bad, [11, 10, 9, 3, 2], 4, '2/8/6 high'],
    ['female', bad, [11, 10, 9, 3, 2], 3, '2/10/6 high'],
  ])('by points with a table: %s %j %j, chief %i', (sex, causes, reactions, chief, expected) => {
    const given = { sex, answers: answersOf(causes, reactions, chief) };
    const { converted, bounded } = scoreStress23(given, withTable).outcome;
    expect(totals(converted!)).toBe(expected);
    expect(bounded).toBeNull();
  });

  it.each<[Sex, readonly number[], Reactions, number, number, number, boolean | null]>([
    ['male', good, [5, 10, 5, 4, 4], 12, 7, 11, true],
    ['male', good, [5, 8, 5, 4, 4], 12, 8, 12, null],
    ['female', good, [6, 10, 5, 4, 4], 12, 8, 12, null],
    ['male', good, [5, 5, 3, 4, 4], 12, 13, 13, false],
    ['male', good, [4, 4, 4, 3, 4], 12, 12, 16, false],
    ['male', bad, [5, 5, 4, 2, 3], 4, 12, 16, true],
    ['male', bad, [5, 5, 4, 2, 2], 4, 13, 17, null],
    ['male', bad, [5, 5, 3, 2, 3], 4, 16, 16, true],
    ['male', bad, [5, 5, 3, 2, 2], 4, 17, 17, false],
    ['female', bad, [5, 5, 12, 2, 2], 3, 14, 18, null],
    ['female', bad, [5, 5, 12, 2, 2], 4, 14, 18, false],
  ])(
    'by points without one: %s %j %j, chief %i: B %i to %i',
    (sex, causes, reactions, chief, least, greatest, high) => {
      const { outcome, steps } = scoreStress23({ sex, answers: answersOf(causes, reactions, chief) });
      expect(outcome).toMatchObject({ converted: null, bounded: { B: { least, greatest }, highStress: high } });
      const { A, C } = outcome.bounded!;
      expect(steps[2]).toMatchObject(
        high === null
          ? { says: 'points23Open', figures: { A, C, least, greatest } }
          : { says: 'points23Bounded', figures: { A, C, least, greatest, high: Number(high) } },
      );
    },
  );

  it('agrees without a table with every table there can be', () => {
    const columns = fc
      .array(fc.integer({ min: 3, max: 12 }), { minLength: 4, maxLength: 4 })
      .map((few) => [...few.sort((a, b) => a - b), 12] as unknown as Columns);
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 23, maxLength: 23 });
    fc.assert(
      fc.property(fc.constantFrom<Sex>('male', 'female'), answers, columns, (sex, given, depression23) => {
        const { bounded } = scoreStress23({ sex, answers: given }).outcome;
        const { converted } = scoreStress23({ sex, answers: given }, { ...modelStressCheck, depression23 }).outcome;
        const { A, B, C, highStress } = converted!;
        expect([bounded!.A, bounded!.C]).toEqual([A, C]);
        expect(B).toBeGreaterThanOrEqual(bounded!.B.least);
        expect(B).toBeLessThanOrEqual(bounded!.B.greatest);
        if (bounded!.highStress !== null) expect(highStress).toBe(bounded!.highStress);
      }),
      { numRuns: samples(200) },
    );
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
