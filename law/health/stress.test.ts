import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { type Stress, scoreStress, stressMistakes } from './stress.ts';
import { type Sex, STRESS_ITEMS, stressScales } from './stress-scales.ts';

const all = (answer: number): number[] => new Array<number>(STRESS_ITEMS).fill(answer);
const withItems = (base: number, items: Readonly<Record<number, number>>): number[] =>
  all(base).map((answer, at) => items[at + 1] ?? answer);
const scored = (sex: Sex, answers: readonly number[]): Stress => scoreStress({ sex, answers }).outcome;
const totals = ({ A, B, C, highStress }: Stress['sum']) => `${A}/${B}/${C} ${highStress ? 'high' : 'not high'}`;

describe('合計点数を使う方法', () => {
  it.each([
    [1, '50/38/9 not high'],
    [4, '35/107/36 high'],
  ])('all answers %i', (answer, expected) => expect(totals(scored('male', all(answer)).sum)).toBe(expected));

  /** The answer of each item in a part that sums up to a total. */
  function answersFor(a: number, b: number, c: number): number[] {
    const turned = new Set([1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15, 18, 19, 20]);
    const answers = all(1);
    const fill = (first: number, last: number, total: number) => {
      let rest = total - (last - first + 1);
      for (let item = first; item <= last; item += 1) {
        const more = Math.min(3, rest);
        rest -= more;
        answers[item - 1] = turned.has(item) ? 4 - more : 1 + more;
      }
      if (rest !== 0) throw new Error(`${total} cannot be reached`);
    };
    fill(1, 17, a);
    fill(18, 46, b);
    fill(47, 55, c);
    return answers;
  }

  it.each([
    [17, 76, 9, false],
    [17, 77, 9, true],
    [46, 62, 30, false],
    [46, 63, 30, true],
    [45, 63, 30, false],
  ])('A %i, B %i, C %i', (a, b, c, high) => {
    const { sum } = scored('female', answersFor(a, b, c));
    expect([sum.A, sum.B, sum.C, sum.highStress]).toEqual([a, b, c, high]);
  });
});

describe('素点換算表を使う方法', () => {
  it.each<[Sex, number, string]>([
    ['male', 1, '22/26/15 not high'],
    ['male', 4, '28/10/3 high'],
    ['female', 4, '29/10/3 high'],
  ])('%s, all answers %i', (sex, answer, expected) =>
    expect(totals(scored(sex, all(answer)).converted)).toBe(expected),
  );

  it('has these scales', () =>
    expect(stressScales.map(({ key, part, name, good }) => `${key} ${part} ${name} ${good}`)).toMatchSnapshot());

  it('is high from 12 points of reactions down, or from 17 when causes and support have 26 together', () => {
    const itemsOf = stressScales.map(({ plus, minus }) => [...plus, ...minus]);
    const levels = fc.sample(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 19, maxLength: 19 }), {
      numRuns: 4000,
      seed: 12,
    });
    const met = new Set<string>();
    for (const level of levels) {
      const answers = all(1);
      for (const [at, items] of itemsOf.entries()) for (const item of items) answers[item - 1] = level[at] ?? 1;
      for (const sex of ['male', 'female'] as const) {
        const { A, B, C, highStress, scales } = scored(sex, answers).converted;
        const sum = (part: string) =>
          [...scales].reduce((total, [key, { points }]) => total + (key.startsWith(part) ? points : 0), 0);
        expect([A, B, C]).toEqual([sum('A'), sum('B'), sum('C')]);
        expect(highStress).toBe(B <= 12 || (A + C <= 26 && B <= 17));
        if (A + C === 26 || A + C === 27) met.add(`${A + C} ${B}`);
        else met.add(`${A + C > 26 ? 'more' : 'less'} ${B}`);
      }
    }
    for (const edge of ['26 17', '26 18', '27 17', '26 13', 'more 12', 'more 13', 'less 17', 'less 18']) {
      expect(met).toContain(edge);
    }
  });

  it('takes 11 of the amount of work as the fourth column, two points', () => {
    const { scales } = scored('male', withItems(1, { 3: 2 })).converted;
    expect(scales.get('A1')).toEqual({ raw: 11, level: 4, points: 2 });
  });

  it('covers every raw value of every scale once, by both sexes', () => {
    for (const { key, base, plus, minus, through } of stressScales) {
      const low = base + plus.length - 4 * minus.length;
      const high = base + 4 * plus.length - minus.length;
      for (const columns of [through.male, through.female]) {
        expect(
          [...columns].sort((a, b) => a - b),
          key,
        ).toEqual([...columns]);
        expect(columns[4], key).toBe(high);
        expect(
          columns.some((last) => last >= low),
          key,
        ).toBe(true);
      }
    }
  });

  it('uses every item but none twice', () => {
    const items = stressScales.flatMap(({ plus, minus }) => [...plus, ...minus]);
    expect(items.sort((a, b) => a - b)).toEqual(Array.from({ length: STRESS_ITEMS }, (_, at) => at + 1));
  });

  /** Raw values at which the columns of the sexes differ. */
  it.each([
    ['A1', [5, 7]],
    ['A2', [5, 7, 9, 11]],
    ['A5', [1]],
    ['A6', [4, 6]],
    ['B2', [8, 10]],
    ['B3', [5, 8, 11]],
    ['B4', [10]],
    ['B5', [17]],
    ['B6', [12, 13, 16, 17, 22, 23, 27, 28, 29]],
    ['C1', [4, 6, 8]],
  ])('%s differs by sex at %j only', (key, raws) => {
    const scale = stressScales.find((each) => each.key === key)!;
    const levelOf = (sex: Sex, raw: number) => scale.through[sex].findIndex((last) => raw <= last);
    const values = Array.from({ length: 45 }, (_, raw) => raw).filter((raw) => raw <= scale.through.male[4]);
    const low = scale.base + scale.plus.length - 4 * scale.minus.length;
    expect(values.filter((raw) => raw >= low && levelOf('male', raw) !== levelOf('female', raw))).toEqual(raws);
  });

  /** Answers that give a scale a raw value, all others 1. */
  function answersOf(key: string, raw: number): number[] {
    const { base, plus, minus } = stressScales.find((each) => each.key === key)!;
    const answers = all(1);
    let rest = raw - base - plus.length + minus.length;
    for (const item of plus) {
      const more = Math.max(0, Math.min(3, rest));
      answers[item - 1] = 1 + more;
      rest -= more;
    }
    for (const item of minus) {
      const more = Math.max(0, Math.min(3, -rest));
      answers[item - 1] = 1 + more;
      rest += more;
    }
    if (rest !== 0) throw new Error(`${key} ${raw} cannot be reached`);
    return answers;
  }

  /** 素点換算表 where the columns of the sexes differ: scale, raw value, points of men and of women. */
  it.each([
    ['A1', 5, 5, 4],
    ['A1', 7, 4, 3],
    ['A2', 5, 5, 4],
    ['A2', 7, 4, 3],
    ['A2', 9, 3, 2],
    ['A2', 11, 2, 1],
    ['A5', 1, 4, 5],
    ['A6', 4, 1, 2],
    ['A6', 6, 2, 3],
    ['B2', 8, 2, 3],
    ['B2', 10, 1, 2],
    ['B3', 5, 3, 4],
    ['B3', 8, 2, 3],
    ['B3', 11, 1, 2],
    ['B4', 10, 1, 2],
    ['B5', 17, 1, 2],
    ['B6', 12, 4, 5],
    ['B6', 13, 4, 5],
    ['B6', 16, 3, 4],
    ['B6', 17, 3, 4],
    ['B6', 22, 2, 3],
    ['B6', 23, 2, 3],
    ['B6', 27, 1, 2],
    ['B6', 28, 1, 2],
    ['B6', 29, 1, 2],
    ['C1', 4, 1, 2],
    ['C1', 6, 2, 3],
    ['C1', 8, 3, 4],
  ])('%s raw %i: men %i points, women %i', (key, raw, male, female) => {
    const answers = answersOf(key, raw);
    const pointsOf = (sex: Sex) => scored(sex, answers).converted.scales.get(key);
    expect(pointsOf('male')).toMatchObject({ raw, points: male });
    expect(pointsOf('female')).toMatchObject({ raw, points: female });
  });

  it('never gives a point that its scale does not have', () => {
    const never: Readonly<Record<string, (sex: Sex) => readonly number[]>> = {
      A3: () => [5],
      A5: (sex) => (sex === 'male' ? [5] : [4]),
      A7: () => [5],
      A8: () => [4],
      A9: () => [4],
    };
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: STRESS_ITEMS, maxLength: STRESS_ITEMS });
    fc.assert(
      fc.property(fc.constantFrom<Sex>('male', 'female'), answers, (sex, given) => {
        const { sum, converted } = scored(sex, given);
        const inRange = (total: number, least: number, most: number) => total >= least && total <= most;
        const possible = [...converted.scales].every(
          ([key, { points, level }]) => level > 0 && !(never[key]?.(sex) ?? []).includes(points),
        );
        return (
          possible &&
          inRange(sum.A, 17, 68) &&
          inRange(sum.B, 29, 116) &&
          inRange(sum.C, 9, 36) &&
          inRange(converted.A, 9, sex === 'male' ? 42 : 43) &&
          inRange(converted.B, 6, 30) &&
          inRange(converted.C, 3, 15)
        );
      }),
      { numRuns: samples(200) },
    );
  });
});

describe('answers that are none', () => {
  it('are named', () => {
    expect(stressMistakes(all(1).slice(1))).toEqual([{ item: null, given: 56 }]);
    expect(stressMistakes(withItems(1, { 8: 5, 57: 0 }))).toEqual([
      { item: 8, given: 5 },
      { item: 57, given: 0 },
    ]);
    expect(() => scored('male', all(5))).toThrow(RangeError);
  });

  it('say by which method they were judged', () => {
    const { steps } = scoreStress({ sex: 'male', answers: all(4) });
    expect(steps).toMatchObject([
      { says: 'sumsCompared', figures: { A: 35, B: 107, C: 36, high: 1 }, citation: { confidence: 'A' } },
      { says: 'pointsCompared', figures: { A: 28, B: 10, C: 3, high: 1 } },
    ]);
  });
});
