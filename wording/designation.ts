import type {
  BreachStepName,
  DesignationStepName,
  OrderStepName,
  PriorNoticeStepName,
} from '@tokimori/law/designation/step-names';
import { formatYearMonth } from '@tokimori/law/time/months';
import { count, dayOfMonth, eraDate, eraMonth, fiscalYearName, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const units: Readonly<Record<string, string>> = { department: '部署', task: '業務' };
const kinds: Readonly<Record<string, string>> = { selfDirected: '自律部署', externallyDriven: '他律部署' };
const named = (names: Readonly<Record<string, string>>, word: string): string => names[word] ?? word;
const month = (t: Told): string => eraMonth(formatYearMonth(t.n('month')));

/** Every sentence about a designation of externally driven departments or tasks. */
export const designationSentences: Sentences<DesignationStepName> = {
  designatedBeforehand: (t) =>
    `${eraDate(t.w('published'))}に公表し、${eraDate(t.w('from'))}から適用するので、あらかじめの指定です。`,
  designatedLate: (t) => `適用の初日 ${eraDate(t.w('from'))}が、公表の日 ${eraDate(t.w('published'))}より前です。`,
  lateWithReason: () =>
    '理由を付けてさかのぼる指定です。不適正な運用とされるおそれがあるので、必要を確かめてください。',
  lateNotAllowed: () => 'この団体では、理由があってもさかのぼる指定を認めていません。',
  lateWithoutReason: () => 'さかのぼって適用する理由がないので、指定できません。',
  unitFits: (t) => `この団体は${named(units, t.w('scope'))}を単位として指定します。`,
  unitDoesNotFit: (t) =>
    `この団体は${named(units, t.w('scope'))}を単位として指定するので、${named(units, t.w('unit'))}は指定できません。`,
  fewDesignated: (t) =>
    `${count(t.n('all'))}部署のうち ${count(t.n('driven'))}部署で、${t.n('percent')}%を超えません。`,
  manyDesignated: (t) =>
    `${count(t.n('all'))}部署のうち ${count(t.n('driven'))}部署で、${t.n('percent')}%を超えています。必要最小限か確かめてください。`,
  allDesignated: (t) =>
    `${count(t.n('all'))}部署のすべてが他律部署になります。すべての部署の指定は不適正な運用とされています。`,
  noticesInTime: (t) => `${count(t.n('count'))}人に、適用される上限をあらかじめ知らせています。`,
  noticesMissing: (t) =>
    `${count(t.n('of'))}人のうち ${count(t.n('count'))}人に、適用される上限をあらかじめ知らせていません。`,
  monthWhole: (t) => `${month(t)}は${named(kinds, t.w('kind'))}の月です。`,
  monthChanges: (t) =>
    `${month(t)}は途中で区分が変わります(他律部署は ${t.n('days')}日)。月は${named(kinds, t.w('kind'))}として数えます。`,
  firstDayConfirms: (t) =>
    `${dayOfMonth(t.w('on'))}は年の初日なので、変更はその日の区分(${named(kinds, t.w('kind'))})を確かめるだけです。`,
};

/** Every sentence about an order that goes beyond month 100 or average 80. */
export const orderSentences: Sentences<OrderStepName> = {
  monthReaches: (t) => `この命令で月は ${hm(t.n('sum'))} になり、${hm(t.n('bound'))} を超えます。`,
  monthStays: (t) => `この命令で月は ${hm(t.n('sum'))} で、${hm(t.n('bound'))} を超えません。`,
  averageReaches: (t) =>
    `${t.n('months')}か月の合計は ${hm(t.n('sum'))} になり、平均80:00(合計 ${hm(t.n('bound'))})を超えます。`,
  averageStays: (t) =>
    `${t.n('months')}か月の合計は ${hm(t.n('sum'))} で、平均80:00(合計 ${hm(t.n('bound'))})を超えません。`,
  averageUnknown: (t) => `${t.n('months')}か月平均は、不明の月があるので判定できません。`,
  noDutyYet: (t) => `健康の確認の定めは${eraDate(t.w('on'))}からなので、この命令には及びません。`,
  noDutyBelow: () => '月100:00・平均80:00 の上限を超えないので、健康の確認は要りません。',
  mustConfirm: () => '命令の前に、職員の疲労の蓄積と心身の状況を確認しなければなりません。',
  confirmed: (t) => `${eraDate(t.w('on'))}に確認しています。`,
  confirmationMissing: (t) => `確認の記録に ${t.n('count')} 項目が足りません。`,
  confirmationTooOld: (t) => `確認は ${t.n('days')}日前のもので、${t.n('allowed')}日より古くなっています。`,
  confirmationAfterOrder: (t) => `${eraDate(t.w('on'))}の確認は命令より後です。命令の前の確認が要ります。`,
};

/** Every sentence about the record of an excess and its review. */
export const breachSentences: Sentences<BreachStepName> = {
  recordComplete: (t) => `記録の ${t.n('count')} 項目がそろっています。`,
  recordIncomplete: (t) => `記録の ${t.n('count')} 項目のうち ${t.n('missing')} 項目が足りません。`,
  reviewOfYear: (t) =>
    `${fiscalYearName(t.n('fiscalYear'))}の超過の整理・分析・検証は、${eraDate(t.w('from'))}から ${t.n('months')}か月、${eraDate(t.w('due'))}までです。`,
  reviewOfMonth: (t) => `${month(t)}の超過の検証は、この団体の定めで${eraDate(t.w('due'))}までです。`,
  noMonthlyReview: () => 'この団体には月ごとの検証の期限がありません。速やかに行うことが望まれます。',
};

/** Every sentence about a prior notice of exceptional work. */
export const priorNoticeSentences: Sentences<PriorNoticeStepName> = {
  noticeFiledInTime: (t) => `${eraDate(t.w('filed'))}に届け出ています(期限は${eraDate(t.w('due'))})。`,
  noticeFiledLate: (t) => `届出は${eraDate(t.w('filed'))}で、期限の${eraDate(t.w('due'))}を過ぎています。`,
  noticeComplete: (t) => `届出の ${t.n('count')} 項目がそろっています。`,
  noticeIncomplete: (t) => `届出の ${t.n('count')} 項目のうち ${t.n('missing')} 項目が足りません。`,
};
