import type { FatigueStepName } from '@tokimori/law/health/fatigue';
import type { StressStepName } from '@tokimori/law/health/stress';
import type { Stress23StepName } from '@tokimori/law/health/stress-scheme/items23';
import type { Sentences, Told } from '../sentence.ts';

/** Every sentence of the fatigue checklist. */
export const fatigueSentences: Sentences<FatigueStepName> = {
  symptomsSummed: (t) => `最近1か月間の自覚症状の合計は ${t.n('total')} 点で、評価は${t.w('grade')}です。`,
  workSummed: (t) => `最近1か月間の勤務の状況の合計は ${t.n('total')} 点で、評価は ${t.w('grade')} です。`,
  loadScored: (t) =>
    `自覚症状${t.w('symptomGrade')}と勤務の状況 ${t.w('workGrade')} から、仕事による負担度は ${t.n('score')} 点で「${t.w('judgement')}」と考えられます。`,
};

const verdict = (t: Told): string => (t.n('high') === 1 ? '高ストレス者に当たります' : '高ストレス者に当たりません');
const totals = (t: Told): string =>
  `A(仕事のストレス要因)${t.n('A')}、B(心身のストレス反応)${t.n('B')}、C(周囲のサポート)${t.n('C')}`;
const both = (t: Told): string => `A+C = ${t.n('A')} + ${t.n('C')} = ${t.n('A') + t.n('C')}`;

/** Every sentence of the stress check of 57 items. */
export const stressSentences: Sentences<StressStepName> = {
  sumsCompared: (t) =>
    `合計点数: ${totals(t)}。B が 77 以上、または ${both(t)} が 76 以上で B が 63 以上のときに当たります。${verdict(t)}。`,
  pointsCompared: (t) =>
    `素点換算(点の低い方が悪い): ${totals(t)}。B が 12 以下、または ${both(t)} が 26 以下で B が 17 以下のときに当たります。${verdict(t)}。`,
};

const bounds = (t: Told): string =>
  `A(仕事のストレス要因)${t.n('A')}、B(心身のストレス反応)${t.n('least')}${t.n('least') === t.n('greatest') ? '' : `から ${t.n('greatest')} まで`}、C(周囲のサポート)${t.n('C')}`;

/** Every sentence of the form of 23 items. */
export const stress23Sentences: Sentences<Stress23StepName> = {
  sums23Compared: (t) =>
    `合計点数(23項目): ${totals(t)}。B が 31 以上、または ${both(t)} が 39 以上で B が 23 以上のときに当たります。${verdict(t)}。`,
  points23Compared: (t) =>
    `素点換算(23項目、点の低い方が悪い): ${totals(t)}。B が 11 以下、または ${both(t)} が 8 以下で B が 16 以下のときに当たります。${verdict(t)}。`,
  table23Unconfirmed: () => '抑うつ感3項目の換算表が確認されていないため、素点換算の点は幅で示します。',
  points23Bounded: (t) => `素点換算(23項目): ${bounds(t)}。抑うつ感が何点でも、${verdict(t)}。`,
  points23Open: (t) =>
    `素点換算(23項目): ${bounds(t)}。B が 11 以下、または ${both(t)} が 8 以下で B が 16 以下のときに当たりますが、抑うつ感の点によるため、素点換算では判定しません。`,
};
