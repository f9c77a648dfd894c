import type { ClippedStepName } from '@tokimori/law/record-keeping/clipped/types';
import type { RecordingStepName } from '@tokimori/law/record-keeping/recording-method/judge-recording';
import type { RetentionStepName } from '@tokimori/law/record-keeping/retention/retention';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { count, eraDate, hm } from './format.ts';
import { limitWords, startWords } from './record-keeping-names.ts';
import type { Sentences, Told } from './sentence.ts';

const day = (t: Told, name: string): string => eraDate(formatLocalDate(t.n(name)));
const event = (t: Told): string => startWords[t.w('event')] ?? t.w('event');

/** Until when records are kept. */
export const retentionSentences: Sentences<RetentionStepName> = {
  retentionStart: (t) =>
    `${event(t)}は ${day(t, 'start')} です。保存期間は ${day(t, 'first')} から数えます${t.n('first') === t.n('start') ? '' : '(当日は数えません)'}。`,
  retentionNotStarted: (t) => `${event(t)}がまだ来ていないため、保存期間は始まっていません。`,
  payDayLater: (t) => `賃金の支払期日 ${day(t, 'payDay')} のほうが遅いため、その日から数えます。`,
  payDayNotLater: (t) => `賃金の支払期日 ${day(t, 'payDay')} は ${day(t, 'start')} より遅くないため、影響しません。`,
  statutoryTerm: (t) =>
    `法令の保存期間は ${t.n('years')}年で、${day(t, 'from')} から数えると ${day(t, 'until')} の前日までです。`,
  termForNow: (t) => `条文は ${t.n('article')}年ですが、当分の間は ${t.n('years')}年とされています。`,
  guidelineTerm: (t) => `把握ガイドラインも ${t.n('years')}年の保存を求めています。`,
  municipalTerm: (t) =>
    `団体の保存期間は ${t.n('years')}年で、${day(t, 'from')}${t.n('fiscalYear') === 1 ? '(翌年度の4月1日)' : ''} から数えると ${day(t, 'until')} の前日までです。`,
  municipalTermShorter: (t) =>
    `団体の設定の ${t.n('years')}年は法令の ${t.n('statutory')}年より短いため、法令の年数で保存します。`,
  deletionRefused: (t) =>
    `${day(t, 'on')} には削除できません。削除できるのは ${day(t, 'from')} からです(あと${count(t.n('days'))}日)。`,
  deletionByLawOnly: (t) =>
    `法令の保存期間は ${day(t, 'statutory')} の前日で終わりましたが、団体の定めにより ${day(t, 'from')} まで削除できません。`,
  deletionAllowed: (t) => `${day(t, 'from')} から削除できます。${day(t, 'on')} は削除できる日です。`,
};

const department = (t: Told): string => t.w('department');
const tenths = (n: number): string => `${Math.floor(n / 10)}.${n % 10}`;

/** How the days of each department are recorded. */
export const recordingSentences: Sentences<RecordingStepName> = {
  sourcesCounted: (t) =>
    `${department(t)}の ${count(t.n('total'))}人日は、ICカード ${count(t.n('ic'))}、PC ${count(t.n('pc'))}、入退庁 ${count(t.n('gate'))}、所属長の現認 ${count(t.n('manager'))}、自己申告 ${count(t.n('self'))}、記録なし ${count(t.n('none'))} です。`,
  selfOnlyDepartment: (t) =>
    `${department(t)}は記録のある ${count(t.n('self'))}人日のすべてが自己申告だけです。客観的な記録か現認を基礎にしてください。`,
  selfShareHigh: (t) =>
    `${department(t)}は記録のある ${count(t.n('recorded'))}人日のうち ${count(t.n('self'))}人日が自己申告だけで、${t.n('percent')}% を超えています。`,
  objectiveMethod: (t) => `${department(t)}は現認または客観的な記録だけで把握しています。`,
  daysUnrecorded: (t) => `${department(t)}に始業・終業の記録がない日が ${count(t.n('count'))}人日あります。`,
  staffNotExplained: (t) =>
    `${department(t)}の自己申告の職員 ${count(t.n('of'))}人のうち ${count(t.n('count'))}人に、適正な申告についての説明が済んでいません。`,
  timeKeepersNotExplained: (t) =>
    `${department(t)}の労働時間を管理する者 ${count(t.n('of'))}人のうち ${count(t.n('count'))}人に、講ずべき措置の説明が済んでいません。`,
  surveyDue: (t) =>
    t.n('never') === 1
      ? `${department(t)}では、申告と実際の労働時間の実態調査をまだ行っていません。`
      : `${department(t)}の実態調査から ${t.n('months')}か月を過ぎました。実態調査を行ってください。`,
  surveyDone: (t) => `${department(t)}の実態調査は ${t.n('months')}か月以内に行われています。`,
  noDeclarationDuties: (t) => `${department(t)}には自己申告がないため、説明と実態調査の措置は当たりません。`,
  selfOnlyBody: () => 'この団体は自己申告だけで労働時間を把握しています。',
  dutiesOpen: (t) =>
    t.n('count') === 0
      ? '残っている措置はありません。'
      : `残っている措置は ${count(t.n('count'))}件です。労務管理の責任者が管理します。`,
};

/** Whose months: a person, a section, or all together. */
function who(t: Told): string {
  if (t.w('who') === '') return '全体';
  return t.w('level') === 'person' || t.w('level') === '' ? `職員 ${t.w('who')}` : t.w('who');
}
const limit = (t: Told): string => `${limitWords[t.w('limit')] ?? t.w('limit')} ${hm(t.n('most'))}`;
const byChance = (t: Told): string => `偶然にこうなるのは多くても ${count(t.n('oneIn'))}回に1回`;

/** Whether declarations are cut off below a limit. */
export const clippedSentences: Sentences<ClippedStepName> = {
  declaredMonths: (t) =>
    `${count(t.n('months'))}人月のうち、申告にない在庁が ${hm(t.n('undeclared'))} を超える ${count(t.n('withPresence'))}人月を調べました。客観的な記録がない ${count(t.n('withoutRecord'))}人月は調べていません。`,
  declarationUnit: (t) => `申告はおよそ ${t.n('unit')}分きざみです。`,
  comparisonsMade: (t) =>
    `職員 ${count(t.n('person'))}通り、所属 ${count(t.n('group'))}通り、同じ時間数 ${count(t.n('repeated'))}通りを比べました。正しい申告ばかりのとき、どれか1つでも誤って目立つと出る確率は、それぞれ ${tenths(Math.round(t.n('alpha') / 10))}% 以下です。`,
  belowLimitConspicuous: (t) =>
    `${who(t)}は、${limit(t)} の手前 ${hm(t.n('within'))} 以内の申告が ${count(t.n('n'))}人月のうち ${count(t.n('observed'))}人月あります(前後 ${hm(t.n('band'))} と同じ散らばりなら ${tenths(t.n('expectedTenths'))}人月)。${byChance(t)}で、上限に合わせた申告がないか確かめてください。`,
  belowLimitOrdinary: (t) =>
    `${who(t)}は、${limit(t)} の手前 ${hm(t.n('within'))} 以内の申告が ${count(t.n('n'))}人月のうち ${count(t.n('observed'))}人月です(散らばりから見込む数は ${tenths(t.n('expectedTenths'))}人月)。偶然でも起こる数です。`,
  belowLimitNotJudged: (t) =>
    `${who(t)}は、${limit(t)} の近くの申告が ${count(t.n('n'))}人月しかないため、判定しません(${count(t.n('needed'))}人月${t.n('neededPeople') > 1 ? `・${t.n('neededPeople')}人` : ''}から判定します)。`,
  repeatedConspicuous: (t) =>
    `${who(t)}は、${count(t.n('n'))}か月のうち ${count(t.n('observed'))}か月で同じ ${hm(t.n('total'))} を申告し、在庁はそれを超えています。${byChance(t)}で、実際の時間の申告になっているか確かめてください。`,
  repeatedOrdinary: (t) =>
    `${who(t)}は、${count(t.n('n'))}か月のうち ${count(t.n('observed'))}か月で同じ ${hm(t.n('total'))} を申告しています。偶然でも起こる数です。`,
  repeatedNotJudged: (t) =>
    `${who(t)}は同じ ${hm(t.n('total'))} を申告した月がありますが、${count(t.n('n'))}か月しかないため判定しません(${count(t.n('needed'))}か月から判定します)。`,
  nothingBelowLimits: () => '上限の手前に在庁だけが続く月は見当たりません。',
  claimsStand: () => 'これは確かめるきっかけです。申告はこの結果によって拒まれず、減らされません。',
};
