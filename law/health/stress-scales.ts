/**
 * The 18 scales of 職業性ストレス簡易調査票 (57 items) that judge, and 満足度: how a raw value comes from the answers, and
 * 素点換算表 by sex. Answers go into a raw value as they were given: nothing is turned round before.
 */
export type Sex = 'male' | 'female';
export type StressPart = 'A' | 'B' | 'C' | 'D';

export type StressScale = {
  readonly key: string;
  readonly name: string;
  readonly part: StressPart;
  /** raw = base + Σ plus − Σ minus, of answers by their printed number. */
  readonly base: number;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** Whether a higher raw value is the better state. */
  readonly good: boolean;
  /** The highest raw value of each of the five columns; a column that does not occur repeats the one before it (or 0). */
  readonly through: Readonly<Record<Sex, Columns>>;
};

export type Columns = readonly [number, number, number, number, number];

type Formula = { readonly base?: number; readonly plus?: readonly number[]; readonly minus?: readonly number[] };

function scale(
  key: string,
  name: string,
  formula: Formula,
  good: boolean,
  male: Columns,
  female: Columns = male,
): StressScale {
  const { base = 0, plus = [], minus = [] } = formula;
  return { key, name, part: key[0] as StressPart, base, plus, minus, good, through: { male, female } };
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, position) => first + position);

export const stressScales: readonly StressScale[] = [
  scale('A1', '心理的な仕事の負担(量)', { base: 15, minus: [1, 2, 3] }, false, [5, 7, 9, 11, 12], [4, 6, 9, 11, 12]),
  scale('A2', '心理的な仕事の負担(質)', { base: 15, minus: [4, 5, 6] }, false, [5, 7, 9, 11, 12], [4, 6, 8, 10, 12]),
  scale('A3', '自覚的な身体的負担度', { base: 5, minus: [7] }, false, [0, 1, 2, 3, 4]),
  scale('A4', '職場の対人関係でのストレス', { base: 10, plus: [14], minus: [12, 13] }, false, [3, 5, 7, 9, 12]),
  scale('A5', '職場環境によるストレス', { base: 5, minus: [15] }, false, [0, 1, 2, 3, 4], [1, 1, 2, 3, 4]),
  scale('A6', '仕事のコントロール度', { base: 15, minus: [8, 9, 10] }, true, [4, 6, 8, 10, 12], [3, 5, 8, 10, 12]),
  scale('A7', '技能の活用度', { plus: [11] }, true, [1, 2, 3, 4, 4]),
  scale('A8', '仕事の適性度', { base: 5, minus: [16] }, true, [1, 2, 3, 3, 4]),
  scale('A9', '働きがい', { base: 5, minus: [17] }, true, [1, 2, 3, 3, 4]),
  scale('B1', '活気', { plus: [18, 19, 20] }, true, [3, 5, 7, 9, 12]),
  scale('B2', 'イライラ感', { plus: [21, 22, 23] }, false, [3, 5, 7, 9, 12], [3, 5, 8, 10, 12]),
  scale('B3', '疲労感', { plus: [24, 25, 26] }, false, [3, 4, 7, 10, 12], [3, 5, 8, 11, 12]),
  scale('B4', '不安感', { plus: [27, 28, 29] }, false, [3, 4, 7, 9, 12], [3, 4, 7, 10, 12]),
  scale('B5', '抑うつ感', { plus: range(30, 35) }, false, [6, 8, 12, 16, 24], [6, 8, 12, 17, 24]),
  scale('B6', '身体愁訴', { plus: range(36, 46) }, false, [11, 15, 21, 26, 44], [13, 17, 23, 29, 44]),
  scale('C1', '上司からのサポート', { base: 15, minus: [47, 50, 53] }, true, [4, 6, 8, 10, 12], [3, 5, 7, 10, 12]),
  scale('C2', '同僚からのサポート', { base: 15, minus: [48, 51, 54] }, true, [5, 7, 9, 11, 12]),
  scale('C3', '家族・友人からのサポート', { base: 15, minus: [49, 52, 55] }, true, [6, 8, 9, 11, 12]),
  scale('D', '仕事や生活の満足度', { base: 10, minus: [56, 57] }, true, [3, 4, 6, 7, 8]),
];

/** Items of which a low answer is the worse one; method 1 turns them round (x → 5 − x). */
export const turnedItems: ReadonlySet<number> = new Set([...range(1, 7), 11, 12, 13, 15, 18, 19, 20]);

/** First and last item of the parts that method 1 sums up. */
export const partItems: Readonly<Record<Exclude<StressPart, 'D'>, readonly [first: number, last: number]>> = {
  A: [1, 17],
  B: [18, 46],
  C: [47, 55],
};

export const STRESS_ITEMS = 57;
