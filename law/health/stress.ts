import type { Decision } from '../decision/decision.ts';
import { stressCitations } from './citations.ts';
import {
  partItems,
  type Sex,
  STRESS_ITEMS,
  type StressPart,
  type StressScale,
  stressScales,
  turnedItems,
} from './stress-scales.ts';

/**
 * 高ストレス者 by both methods of the 労働安全衛生法に基づくストレスチェック制度実施マニュアル: the plain sums, and the
 * converted points. Part D (満足度) judges in neither.
 */
export type StressAnswers = {
  readonly sex: Sex;
  /** 57 answers 1–4 in printed order. */
  readonly answers: readonly number[];
};

export type StressTotals = {
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly highStress: boolean;
};

export type ScaleResult = {
  readonly raw: number;
  /** Column of 素点換算表, 1–5 from the left. */
  readonly level: number;
  /** 評価点: 5 = good … 1 = bad. */
  readonly points: number;
};

export type Stress = {
  /** 合計点数を使う方法: the higher the worse. */
  readonly sum: StressTotals;
  /** 素点換算表を使う方法: the lower the worse. */
  readonly converted: StressTotals & { readonly scales: ReadonlyMap<string, ScaleResult> };
};

/** sumsCompared, pointsCompared: A, B, C, high (1 = high stress) */
export type StressStepName = 'sumsCompared' | 'pointsCompared';

/** An answer that is none. `item` null: too few or too many of them. */
export type StressMistake = { readonly item: number | null; readonly given: unknown };

/** Method 1: reactions alone, or causes and support together with lesser reactions. */
const sums = { reactions: 77, causesAndSupport: 76, lesserReactions: 63 } as const;
/** Method 2. */
const points = { reactions: 12, causesAndSupport: 26, lesserReactions: 17 } as const;

/** What is wrong with the answers; empty when they can be scored. A missing answer is never filled in. */
export function stressMistakes(answers: readonly unknown[]): readonly StressMistake[] {
  if (answers.length !== STRESS_ITEMS) return [{ item: null, given: answers.length }];
  return answers.flatMap((given, at) =>
    given === 1 || given === 2 || given === 3 || given === 4 ? [] : [{ item: at + 1, given }],
  );
}

function sumOf(part: keyof typeof partItems, answers: readonly number[]): number {
  const [first, last] = partItems[part];
  let total = 0;
  for (let item = first; item <= last; item += 1) {
    const answer = answers[item - 1] ?? 0;
    total += turnedItems.has(item) ? 5 - answer : answer;
  }
  return total;
}

function scaleOf({ base, plus, minus, good, through }: StressScale, { sex, answers }: StressAnswers): ScaleResult {
  const total = (items: readonly number[]) => items.reduce((sum, item) => sum + (answers[item - 1] ?? 0), 0);
  const raw = base + total(plus) - total(minus);
  const level = through[sex].findIndex((last) => raw <= last) + 1;
  return { raw, level, points: good ? level : 6 - level };
}

function convertedOf(given: StressAnswers): Stress['converted'] {
  const scales = new Map(stressScales.map((each) => [each.key, scaleOf(each, given)]));
  const totalOf = (part: StressPart): number =>
    stressScales.reduce((sum, { key, part: of }) => sum + (of === part ? (scales.get(key)?.points ?? 0) : 0), 0);
  const [A, B, C] = [totalOf('A'), totalOf('B'), totalOf('C')];
  const highStress = B <= points.reactions || (A + C <= points.causesAndSupport && B <= points.lesserReactions);
  return { scales, A, B, C, highStress };
}

function summedOf(answers: readonly number[]): StressTotals {
  const [A, B, C] = [sumOf('A', answers), sumOf('B', answers), sumOf('C', answers)];
  return { A, B, C, highStress: B >= sums.reactions || (A + C >= sums.causesAndSupport && B >= sums.lesserReactions) };
}

/**
 * Scores a stress check by both methods.
 * @throws RangeError when an answer is missing or impossible; see {@link stressMistakes}
 */
export function scoreStress(given: StressAnswers): Decision<Stress, StressStepName> {
  const [mistake] = stressMistakes(given.answers);
  if (mistake !== undefined) throw new RangeError(`item ${mistake.item}: ${String(mistake.given)}`);
  const sum = summedOf(given.answers);
  const converted = convertedOf(given);
  const figures = ({ A, B, C, highStress }: StressTotals) => ({ A, B, C, high: Number(highStress) });
  return {
    outcome: { sum, converted },
    steps: [
      { says: 'sumsCompared', figures: figures(sum), citation: stressCitations.sum },
      { says: 'pointsCompared', figures: figures(converted), citation: stressCitations.converted },
    ],
  };
}
