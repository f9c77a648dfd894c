import type { Decision } from '../decision/decision.ts';
import { fatigueCitations } from './citations.ts';

/**
 * 労働者の疲労蓄積度自己診断チェックリスト (the sheet of 2023; the older one has other items and grades).
 * Symptoms of the last month and the state of work, each summed and graded; both grades together give the score.
 */
export type FatigueAnswers = {
  /** 1. 最近1か月間の自覚症状: ほとんどない 0, 時々ある 1, よくある 3. In the order of the sheet. */
  readonly symptoms: readonly number[];
  /** 2. 最近1か月間の勤務の状況. In the order of the sheet. */
  readonly work: readonly number[];
};

export type SymptomGrade = 'Ⅰ' | 'Ⅱ' | 'Ⅲ' | 'Ⅳ';
export type WorkGrade = 'A' | 'B' | 'C' | 'D';
export type FatigueJudgement = '低い' | 'やや高い' | '高い' | '非常に高い';

export type Fatigue = {
  readonly symptomTotal: number;
  readonly symptomGrade: SymptomGrade;
  readonly workTotal: number;
  readonly workGrade: WorkGrade;
  /** 仕事による負担度, 0–7. */
  readonly score: number;
  readonly judgement: FatigueJudgement;
};

/** symptomsSummed, workSummed: total (words: grade) · loadScored: score (words: symptomGrade, workGrade, judgement) */
export type FatigueStepName = 'symptomsSummed' | 'workSummed' | 'loadScored';

/** An answer that its item cannot take. */
export type FatigueMistake = {
  readonly part: 'symptoms' | 'work';
  /** Number on the sheet, from 1; null when the part has too few or too many answers. */
  readonly item: number | null;
  readonly given: unknown;
  /** What the item takes; of a part, how many answers it has. */
  readonly takes: readonly number[];
};

const threefold = [0, 1, 3] as const;
const twofold = [0, 1] as const;
/** Items of the symptoms. */
const SYMPTOMS = 14;
/** What each item on work takes: 2 不規則な勤務, 3 出張, 5 休憩・仮眠 have two answers only. */
const workItems = [
  threefold,
  twofold,
  twofold,
  threefold,
  twofold,
  ...Array.from({ length: 8 }, () => threefold),
] as const;

const symptomGrades: readonly (readonly [through: number, grade: SymptomGrade])[] = [
  [2, 'Ⅰ'],
  [7, 'Ⅱ'],
  [14, 'Ⅲ'],
  [3 * SYMPTOMS, 'Ⅳ'],
];
const workGrades: readonly (readonly [through: number, grade: WorkGrade])[] = [
  [0, 'A'],
  [5, 'B'],
  [11, 'C'],
  [33, 'D'],
];

/** 仕事による負担度点数表. */
const scores: Readonly<Record<SymptomGrade, Readonly<Record<WorkGrade, number>>>> = {
  Ⅰ: { A: 0, B: 0, C: 2, D: 4 },
  Ⅱ: { A: 0, B: 1, C: 3, D: 5 },
  Ⅲ: { A: 0, B: 2, C: 4, D: 6 },
  Ⅳ: { A: 1, B: 3, C: 5, D: 7 },
};
const judgements: readonly (readonly [through: number, judgement: FatigueJudgement])[] = [
  [1, '低い'],
  [3, 'やや高い'],
  [5, '高い'],
  [7, '非常に高い'],
];

function within<T>(bands: readonly (readonly [through: number, name: T])[], value: number): T {
  const found = bands.find(([through]) => value <= through);
  if (found === undefined) throw new RangeError(`beyond the last band: ${value}`);
  return found[1];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function mistakesIn(
  part: FatigueMistake['part'],
  given: readonly unknown[],
  items: readonly (readonly number[])[],
): readonly FatigueMistake[] {
  if (given.length !== items.length) return [{ part, item: null, given: given.length, takes: [items.length] }];
  return given.flatMap((value, at) => {
    const takes = items[at] ?? [];
    return takes.includes(value as number) ? [] : [{ part, item: at + 1, given: value, takes }];
  });
}

/** What is wrong with the answers; empty when the sheet can be scored. Nothing is ever filled in for a missing answer. */
export function fatigueMistakes({ symptoms, work }: FatigueAnswers): readonly FatigueMistake[] {
  const symptomItems = Array.from({ length: SYMPTOMS }, () => threefold);
  return [...mistakesIn('symptoms', symptoms, symptomItems), ...mistakesIn('work', work, workItems)];
}

/**
 * Scores a filled sheet.
 * @throws RangeError when an answer is missing or impossible; see {@link fatigueMistakes}
 */
export function scoreFatigue(answers: FatigueAnswers): Decision<Fatigue, FatigueStepName> {
  const [mistake] = fatigueMistakes(answers);
  if (mistake !== undefined) throw new RangeError(`${mistake.part} ${mistake.item}: ${String(mistake.given)}`);
  const [symptomTotal, workTotal] = [sum(answers.symptoms), sum(answers.work)];
  const [symptomGrade, workGrade] = [within(symptomGrades, symptomTotal), within(workGrades, workTotal)];
  const score = scores[symptomGrade][workGrade];
  const judgement = within(judgements, score);
  return {
    outcome: { symptomTotal, symptomGrade, workTotal, workGrade, score, judgement },
    steps: [
      {
        says: 'symptomsSummed',
        figures: { total: symptomTotal },
        words: { grade: symptomGrade },
        citation: fatigueCitations.symptoms,
      },
      {
        says: 'workSummed',
        figures: { total: workTotal },
        words: { grade: workGrade },
        citation: fatigueCitations.work,
      },
      {
        says: 'loadScored',
        figures: { score },
        words: { symptomGrade, workGrade, judgement },
        citation: fatigueCitations.load,
      },
    ],
  };
}
