import type { BureauKind } from '@tokimori/law/survey/rules';
import type { SurveyStepName } from '@tokimori/law/survey/step-names';
import { count, dayOfMonth, eraYear, fiscalYearName, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

/** 部局 by kind, as the survey calls them. */
export const bureauKindNames: Readonly<Record<BureauKind, string>> = {
  mayor: '首長部局',
  assembly: '議会事務局',
  committees: '行政委員会の事務局',
  education: '教育委員会',
  police: '警察',
  fire: '消防',
  enterprise: '公営企業',
};

const methodNames: Readonly<Record<string, string>> = {
  timeCard: 'タイムカード',
  icCard: 'ICカード',
  pcLog: 'パソコンの使用時間の記録',
  seenByHead: '所属長の現認',
  selfReport: '職員本人の自己申告',
};

/** Names of a list of keys, joined. */
const joined = (keys: string, names: Readonly<Record<string, string>>): string =>
  keys
    .split(' ')
    .filter((key) => key !== '')
    .map((key) => names[key] ?? key)
    .join('・');

/** 1496 tenths: 149.6; negative with ▲. */
function tenths(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? '▲' : ''}${count((size - (size % 10)) / 10)}.${size % 10}`;
}
const signed = (value: number): string => `${value < 0 ? '▲' : ''}${count(Math.abs(value))}`;

/** 令和8年6月1日から令和8年6月30日まで; without an end, から継続中. */
function span(t: Told): string {
  const day = (date: string) => `${eraYear(date)}${dayOfMonth(date)}`;
  return `${day(t.w('from'))}から${t.w('through') === '' ? '継続中' : `${day(t.w('through'))}まで`}`;
}

const cell = (t: Told): string => `${t.w('row')}「${t.w('column')}」`;
const sexNames: Readonly<Record<string, string>> = { male: '男性職員', female: '女性職員' };

/** Every sentence of the survey's tables. A name of the law without a sentence does not compile. */
export const surveySentences: Sentences<SurveyStepName> = {
  layoutChosen: (t) => `${fiscalYearName(t.n('fiscalYear'))}の調査の表を、${t.w('layout')}で作ります。`,
  overtimePopulation: (t) =>
    t.w('bureaus') === ''
      ? `時間外勤務の表の対象は、全ての部局の延べ ${count(t.n('heads'))}人です。`
      : `時間外勤務の表の対象は、延べ ${count(t.n('heads'))}人です。${joined(t.w('bureaus'), bureauKindNames)}の延べ ${count(t.n('outside'))}人は入れません。`,
  managerialOutside: (t) => `管理監督職員の延べ ${count(t.n('heads'))}人は入れません。`,
  managerialInside: () => '管理監督職員を入れます。',
  recordsOf: (t) =>
    `時間外勤務の記録のある職員は延べ ${count(t.n('people'))}人です。記録のない延べ ${count(t.n('silent'))}人は 0:00 として数えます。`,
  yearAveraged: (t) =>
    `${t.w('row')}の時間(年)は、${hm(t.n('minutes'))} ÷(延べ ${count(t.n('heads'))}人 ÷ 12)= ${tenths(t.n('tenths'))} 時間です。`,
  monthAveraged: (t) =>
    `${t.w('row')}の時間(月)は、${hm(t.n('minutes'))} ÷(延べ ${count(t.n('heads'))}人 ÷ 12)÷ 12 = ${tenths(t.n('tenths'))} 時間です。`,
  yearPublished: (t) => `${t.w('row')}の時間(年)は、公表された ${tenths(t.n('tenths'))} 時間です。`,
  monthOfPublished: (t) =>
    `${t.w('row')}の時間(月)は、${tenths(t.n('year'))} ÷ 12 = ${tenths(t.n('tenths'))} 時間です。`,
  classesSummed: (t) =>
    `${t.w('row')}の45時間超は、45時間超100時間未満 ${count(t.n('between'))}人 + 100時間以上 ${count(t.n('above'))}人 = ${count(t.n('over45'))}人です。`,
  shareRounded: (t) => `${cell(t)}は、${count(t.n('part'))} ÷ ${count(t.n('whole'))} = ${tenths(t.n('tenths'))}%です。`,
  sharePublished: (t) => `${cell(t)}は、公表された ${tenths(t.n('tenths'))}%です。`,
  shareOfNothing: (t) => `${cell(t)}は、対象がないため割合がありません。`,
  displayedDifference: (t) =>
    `${cell(t)}は、表示した数の差 ${tenths(t.n('now'))} − ${tenths(t.n('before'))} = ${tenths(t.n('change'))} です。`,
  countDifference: (t) =>
    `${cell(t)}は、${count(t.n('now'))} − ${count(t.n('before'))} = ${signed(t.n('change'))} です。`,
  daysAveraged: (t) =>
    `${t.w('row')}の平均取得日数は、取得した ${hm(t.n('minutes'))} ÷ 1日 ${hm(t.n('day'))} ÷ ${count(t.n('people'))}人 = ${tenths(t.n('tenths'))} 日です。`,
  healthPopulation: (t) => `面接指導の表は、${count(t.n('bureaus'))}の部局の、管理監督職員を含む全ての職員を数えます。`,
  duePersonMonths: (t) =>
    `要件に該当した職員は延べ ${count(t.n('due'))}人、面接指導を行ったのは ${count(t.n('held'))}人、行わなかったのは ${count(t.n('missing'))}人です。`,
  outcomeNotRecorded: (t) =>
    `行わなかった理由の記録がない延べ ${count(t.n('missing'))}人は、その他に入れます。理由を記録すると区分に入ります。`,
  absenceCounted: (t) => `職員 ${t.w('staff')} の休務(${span(t)})は ${count(t.n('days'))}日で、休務者に数えます。`,
  absenceTooShort: (t) =>
    `職員 ${t.w('staff')} の休務(${span(t)})は ${count(t.n('days'))}日で、休務者に数える長さに足りません。`,
  absenceOutside: (t) => `職員 ${t.w('staff')} の休務(${span(t)})は、調査する年の外です。`,
  absencesCounted: (t) =>
    `メンタルヘルス不調による休務者は ${count(t.n('people'))}人、在籍職員数は ${count(t.n('enrolled'))}人です。`,
  capsJudged: (t) =>
    `上限のある職員 ${count(t.n('people'))}人を判定しました。${t.n('notJudged') > 0 ? `${count(t.n('notJudged'))}人には、前年度の月が不明なため判定できない期間があります。` : ''}`,
  selfReportOnly: (t) =>
    t.n('only') === 1
      ? '勤務時間を職員本人の自己申告のみで把握しています。客観的な記録による把握が必要です。'
      : `勤務時間は、${joined(t.w('methods'), methodNames)}で把握しています。自己申告のみではありません。`,
  remedyFound: (t) => `「${t.w('item')}」が いいえ のため、対応が必要です。`,
  partialFormsUnknown: (t) =>
    `部分休業の形態の記録がない ${count(t.n('people'))}人は、第1号・第2号の内訳に入りません。`,
  childcareRateOf: (t) =>
    `${sexNames[t.w('sex')] ?? t.w('sex')}の取得率は、取得した ${count(t.n('taken'))}人を、新たに取得可能となった ${count(t.n('eligible'))}人で除したものです。`,
  notGiven: (t) => `「${t.w('table')}」は、事実が書かれていないため作りません。`,
};
