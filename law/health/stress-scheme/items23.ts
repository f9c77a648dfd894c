import type { Decision, Step } from '../../decision/decision.ts';
import { stressCitations } from '../citations.ts';
import { modelStressCheck, type StressCheckRules } from '../rules.ts';
import type { StressMistake, StressTotals } from '../stress.ts';
import { type Columns, type Sex, type StressScale, stressScales, turnedItems } from '../stress-scales.ts';

/**
 * 簡略版 of 23 items: those items of the 57 that carry 量的負担, コントロール, 疲労感, 不安感, 抑うつ感 (three of six), 食欲不振,
 * 不眠, and support by the chief and by colleagues.
 */
export const items23: readonly number[] = [
  1, 2, 3, 8, 9, 10, 24, 25, 26, 27, 28, 29, 30, 31, 33, 44, 46, 47, 48, 50, 51, 53, 54,
];
const depressionItems = [30, 31, 33] as const;

export type Stress23Answers = {
  readonly sex: Sex;
  /** 23 answers 1–4 in the order of `items23`. */
  readonly answers: readonly number[];
};

export type Stress23 = {
  readonly sum: StressTotals;
  /** null while the table of 抑うつ感 by three items is not confirmed (`depression23`). */
  readonly converted: StressTotals | null;
  /** What the points say whatever that table is; null where it is confirmed. */
  readonly bounded: BoundedTotals | null;
};

/** 評価点 while those of 抑うつ感 may be any that a table can give. */
export type BoundedTotals = {
  readonly A: number;
  /** Least and greatest. */
  readonly B: { readonly least: number; readonly greatest: number };
  readonly C: number;
  /** null = the table decides. */
  readonly highStress: boolean | null;
};

/**
 * sums23Compared, points23Compared: A, B, C, high · table23Unconfirmed · points23Bounded: A, least, greatest, C, high (of B the least and the
 * greatest) · points23Open: A, least, greatest, C
 */
export type Stress23StepName =
  | 'sums23Compared'
  | 'points23Compared'
  | 'table23Unconfirmed'
  | 'points23Bounded'
  | 'points23Open';

/** Method 1: reactions alone, or causes and support with lesser reactions. */
const sums = { reactions: 31, causesAndSupport: 39, lesserReactions: 23 } as const;
/** Method 2. */
const points = { reactions: 11, causesAndSupport: 8, lesserReactions: 16 } as const;

const single = (key: string, name: string, item: number): StressScale => {
  const through: Columns = [1, 1, 2, 3, 4];
  return {
    key,
    name,
    part: 'B',
    base: 0,
    plus: [item],
    minus: [],
    good: false,
    through: { male: through, female: through },
  };
};

function scalesOf(depression: Columns): readonly StressScale[] {
  const taken = stressScales.filter(({ key }) => ['A1', 'A6', 'B3', 'B4', 'C1', 'C2'].includes(key));
  const depressed = {
    ...single('B5', '抑うつ感(3項目)', 0),
    plus: depressionItems,
    through: { male: depression, female: depression },
  };
  return [...taken, depressed, single('Q44', '食欲不振', 44), single('Q46', '不眠', 46)];
}

/** What is wrong with the answers, by their number among the 23; empty when they can be scored. */
export function stress23Mistakes(answers: readonly unknown[]): readonly StressMistake[] {
  if (answers.length !== items23.length) return [{ item: null, given: answers.length }];
  return answers.flatMap((given, at) =>
    given === 1 || given === 2 || given === 3 || given === 4 ? [] : [{ item: at + 1, given }],
  );
}

type Answered = ReadonlyMap<number, number>;

function summedOf(answered: Answered): StressTotals {
  const total = (first: number, last: number): number =>
    [...answered].reduce((sum, [item, answer]) => {
      if (item < first || item > last) return sum;
      return sum + (turnedItems.has(item) ? 5 - answer : answer);
    }, 0);
  const [A, B, C] = [total(1, 17), total(18, 46), total(47, 55)];
  return { A, B, C, highStress: B >= sums.reactions || (A + C >= sums.causesAndSupport && B >= sums.lesserReactions) };
}

function pointsOf({ base, plus, minus, good, through }: StressScale, sex: Sex, answered: Answered): number {
  const total = (items: readonly number[]) => items.reduce((sum, item) => sum + (answered.get(item) ?? 0), 0);
  const raw = base + total(plus) - total(minus);
  const level = through[sex].findIndex((last) => raw <= last) + 1;
  return good ? level : 6 - level;
}

function convertedOf(depression: Columns, sex: Sex, answered: Answered): StressTotals {
  const scales = scalesOf(depression);
  const total = (part: string): number =>
    scales.reduce((sum, scale) => sum + (scale.part === part ? pointsOf(scale, sex, answered) : 0), 0);
  const [A, B, C] = [total('A'), total('B'), total('C')];
  const high = B <= points.reactions || (A + C <= points.causesAndSupport && B <= points.lesserReactions);
  return { A, B, C, highStress: high };
}

/** The tables at both ends: every raw value but the best in the last column, and every one in the first. */
const worstTable: Columns = [3, 3, 3, 3, 12];
const bestTable: Columns = [12, 12, 12, 12, 12];

/** Points under any table of 抑うつ感; it gives 5 to the best raw value, and never more points to a worse one. */
function boundedOf(sex: Sex, answered: Answered): BoundedTotals {
  const [worst, best] = [convertedOf(worstTable, sex, answered), convertedOf(bestTable, sex, answered)];
  const { A, C } = worst;
  const highStress = worst.highStress === best.highStress ? worst.highStress : null;
  return { A, B: { least: worst.B, greatest: best.B }, C, highStress };
}

function boundedStep({ A, B, C, highStress }: BoundedTotals): Step<Stress23StepName> {
  const [figures, citation] = [{ A, least: B.least, greatest: B.greatest, C }, stressCitations.converted23];
  return highStress === null
    ? { says: 'points23Open', figures, citation }
    : { says: 'points23Bounded', figures: { ...figures, high: Number(highStress) }, citation };
}

/** Columns that rise and end at the highest value three items can have. */
export const isDepressionTable = (columns: Columns): boolean =>
  columns.every((last, at) => Number.isSafeInteger(last) && last >= (columns[at - 1] ?? 3)) && columns[4] === 12;

/**
 * Scores the 23-item form: by sums always, by 素点換算表 in full only where the municipality has confirmed the table of 抑うつ感, and
 * until then as far as every table agrees.
 * @throws RangeError when an answer is missing or impossible, or that table does not cover the values
 */
export function scoreStress23(
  { sex, answers }: Stress23Answers,
  { depression23 }: StressCheckRules = modelStressCheck,
): Decision<Stress23, Stress23StepName> {
  const [mistake] = stress23Mistakes(answers);
  if (mistake !== undefined) throw new RangeError(`item ${mistake.item}: ${String(mistake.given)}`);
  if (depression23 !== null && !isDepressionTable(depression23)) throw new RangeError('depression23');
  const answered: Answered = new Map(items23.map((item, at) => [item, answers[at] ?? 0]));
  const sum = summedOf(answered);
  const converted = depression23 === null ? null : convertedOf(depression23, sex, answered);
  const figures = ({ A, B, C, highStress }: StressTotals) => ({ A, B, C, high: Number(highStress) });
  const bounded = converted === null ? boundedOf(sex, answered) : null;
  const citation = stressCitations.converted23;
  return {
    outcome: { sum, converted, bounded },
    steps: [
      { says: 'sums23Compared', figures: figures(sum), citation: stressCitations.sum23 },
      ...(converted === null ? [] : [{ says: 'points23Compared', figures: figures(converted), citation } as const]),
      ...(bounded === null
        ? []
        : [{ says: 'table23Unconfirmed', figures: {}, citation } as const, boundedStep(bounded)]),
    ],
  };
}
