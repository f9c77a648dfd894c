import type { GroupRiskStepName } from '@tokimori/law/health/stress-group/group-risk';
import type { SuppressionStepName } from '@tokimori/law/health/stress-group/suppression';
import { count } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';

/** Whole tenths as they are printed: 1220 → 122.0. */
export const tenths = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
/** Whole hundredths: 950 → 9.50. */
export const hundredths = (value: number): string =>
  `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

const sexes: Readonly<Record<string, string>> = { male: '男性', female: '女性' };
const editions: Readonly<Record<string, string>> = { current: '現行の版', legacy: '旧版' };
const risks = (t: Told): string =>
  `量―コントロール ${tenths(t.n('workload'))}、職場の支援 ${tenths(t.n('support'))}、総合健康リスク ${tenths(t.n('total'))}`;

function boundsOf(t: Told): string {
  const parts = [...(t.has('floor') ? [`下限 ${t.n('floor')}`] : []), ...(t.has('cap') ? [`上限 ${t.n('cap')}`] : [])];
  return parts.join('、');
}

/** Every sentence on the risk of a group. */
export const groupRiskSentences: Sentences<GroupRiskStepName> = {
  tooFewAnswers: (t) => `回答が ${t.n('minimum')} 人に満たないため、何も示しません。`,
  consentedByAll: () => '集団の全員が同意しているため、下限に満たない人数でも示します。',
  handful: (t) => `回答が ${t.n('most')} 人以下なので、全員の同意があっても示しません。`,
  eachSexTooSmall: (t) => `男女のどちらも回答が ${t.n('minimum')} 人に満たないため、何も示しません。`,
  sexHidden: (t) =>
    `回答が ${t.n('minimum')} 人に満たない性別があるため、引き算で求められないよう性別ごとの値を控えます。`,
  editionUsed: (t) => `全国平均は${editions[t.w('edition')] ?? t.w('edition')}を使います。`,
  riskOfSex: (t) =>
    `${sexes[t.w('sex')] ?? t.w('sex')} ${count(t.n('answers'))} 人: 平均は 量 ${hundredths(t.n('amount'))}、コントロール ${hundredths(t.n('control'))}、上司の支援 ${hundredths(t.n('chief'))}、同僚の支援 ${hundredths(t.n('colleagues'))}。${risks(t)}。`,
  riskWeighted: (t) => `男女を回答の数で加重した ${count(t.n('answers'))} 人の値: ${risks(t)}。`,
  boundsApplied: (t) => `示す値に${boundsOf(t)}を設けています。`,
  smallGroup: (t) =>
    `回答は ${count(t.n('answers'))} 人で、望ましい ${t.n('recommended')} 人に足りません。値は揺れやすいものとして読んでください。`,
  highStressCompared: (t) =>
    `総合健康リスク ${tenths(t.n('total'))} は ${t.n('above')} ${t.n('high') === 1 ? 'を超え、高ストレス職場に当たります' : 'を超えず、高ストレス職場に当たりません'}。`,
};

/** Every sentence on hidden cells; `nameOf` names a cell by its position. */
export const suppressionSentences = (nameOf: (cell: number) => string): Sentences<SuppressionStepName> => ({
  cellTooFew: (t) => `「${nameOf(t.n('cell'))}」は回答が ${t.n('minimum')} 人に満たないため示しません。`,
  cellComplementary: (t) =>
    t.n('assumed') === 1
      ? `「${nameOf(t.n('cell'))}」は、示すと ${t.n('minimum')} 人に満たない集団が求められないと確かめられないため控えます。`
      : `「${nameOf(t.n('cell'))}」は、示すと他の値との足し引きで ${t.n('minimum')} 人に満たない集団(${t.n('answers')} 人)が求められるため控えます。`,
  cellsShown: (t) =>
    `示す区分は ${count(t.n('shown'))}、控える区分は ${count(t.n('hidden'))}、回答のない区分は ${count(t.n('empty'))} です。`,
});
