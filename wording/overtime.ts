import type { OvertimeStepName } from '@tokimori/law/overtime/step-names';
import { formatYearMonth } from '@tokimori/law/time/months';
import { forecastSum } from './forecast.ts';
import { dayOfMonth, eraMonth, hm, monthName } from './format.ts';
import { limitNames } from './limit-names.ts';
import type { Sentence, Told } from './sentence.ts';

const month = (index: number): string => monthName(formatYearMonth(index));
const longMonth = (index: number): string => eraMonth(formatYearMonth(index));
/** 「4月–翌年3月」; one month by its name alone. */
function through(t: Told): string {
  const [from, last] = [t.n('from'), t.n('through')];
  if (from === last) return month(from);
  return `${month(from)}–${Math.floor(last / 12) > Math.floor(from / 12) ? '翌年' : ''}${month(last)}`;
}
const kept = (t: Told): string => (t.has('lessThan') && t.n('lessThan') === 1 ? '未満' : '以下');
const left = (slack: number): string => (slack < 0 ? `${hm(-slack)} 超過` : `あと ${hm(slack)}`);
const first = (t: Told): string => (t.n('binding') === 1 ? '先に届く上限です。' : '');
const on = (t: Told): string => (/^\d{4}-\d{2}-\d{2}$/.test(t.w('on')) ? dayOfMonth(t.w('on')) : t.w('on'));

/** The name of a limit whose key a step carries as a word. */
function limitWord(t: Told): string {
  const key = t.w('limit');
  return (limitNames as Readonly<Record<string, string>>)[key] ?? key;
}

/** How far beyond a limit: months where months are counted, hours elsewhere. */
const beyond = (t: Told): string => (t.w('limit') === 'monthsOver45' ? `${t.n('over')}回` : hm(t.n('over')));

/** 80:00 × 2 − 96:50(9月)− 58:40 = 4:30 */
function averageEquation(t: Told): string {
  const months = t.n('months');
  const before = Array.from({ length: months - 1 }, (_, i) => `before${i + 1}`)
    .filter(t.has)
    .map((name, i) => ` − ${hm(t.n(name))}(${month(t.n('from') + months - 2 - i)})`);
  const sum = before.length === months - 1 ? before.join('') : ` − ${hm(t.n('before'))}(前の${months - 1}か月)`;
  return `${months}か月平均: ${hm(t.n('perMonth'))} × ${months}${sum} − ${hm(t.n('now'))} = ${hm(t.n('slack'))}(${left(t.n('slack'))})。${first(t)}`;
}

const difference = (name: string) => (t: Told) =>
  `${name}: ${hm(t.n('bound'))}${t.n('before') > 0 ? ` − ${hm(t.n('before'))}(前の月まで)` : ''} − ${hm(t.n('now'))} = ${hm(t.n('slack'))}(${left(t.n('slack'))})。${first(t)}`;

/** Every sentence of the judgement of overtime. A name of the law without a sentence does not compile. */
export const overtimeSentences: Readonly<Record<OvertimeStepName, Sentence>> = {
  monthSummed: (t) =>
    `${month(t.n('month'))}の時間外勤務は ${hm(t.n('overtime'))} です${t.n('exceptional') > 0 ? `(うち特例業務 ${hm(t.n('exceptional'))})` : ''}。${t.has('legalHolidayWork') && t.n('legalHolidayWork') > 0 ? `法定休日の労働は ${hm(t.n('legalHolidayWork'))} です。` : ''}`,
  monthUnknown: (t) => `${longMonth(t.n('month'))}の時間外勤務がわかりません。所属が届け出ると判定できます。`,
  selfDirectedDepartment: (t) => `${month(t.n('month'))}は自律部署の上限が適用されます。`,
  externallyDrivenDepartment: (t) =>
    `${month(t.n('month'))}は他律部署(他律的業務の比重が高い部署)の上限が適用されます。`,
  externallyDrivenForTransfer: (t) => `${month(t.n('month'))}は途中に異動があるため、他律部署の上限が適用されます。`,
  article36Agreement: () => '36協定の上限が適用されます。',
  noCapInForce: (t) => `${longMonth(t.n('month'))}には、まだ上限の定めがありません。`,
  monthlyCapApplies: (t) => `月 ${hm(t.n('cap'))} ${kept(t)}`,
  monthlyTotalCapApplies: (t) => `月 ${hm(t.n('cap'))} ${kept(t)}(休日労働を含む)`,
  averageCapApplies: (t) => `${t.n('fewest')}–${t.n('most')}か月の平均が ${hm(t.n('cap'))} 以下`,
  annualCapApplies: (t) => `年 ${hm(t.n('cap'))} 以下(${through(t)})`,
  monthsOverCapApplies: (t) => `${hm(t.n('base'))} を超える月は 年${t.n('cap')}回まで(${through(t)})`,
  afterTransferCapApplies: (t) =>
    `異動後の${through(t)}は ${hm(t.n('perMonth'))} × ${t.n('months')}か月 = ${hm(t.n('cap'))} 以下`,
  remainingMonthly: difference('月'),
  remainingMonthlyTotal: difference('月(休日労働を含む)'),
  remainingAverage: averageEquation,
  remainingAnnual: difference('年'),
  remainingMonthsOver: (t) =>
    `${hm(t.n('base'))} を超えた月: 今月を入れて ${t.n('now')}回。${t.n('cap')}回まで あと ${Math.max(0, t.n('left'))}回です。${t.has('slack') ? `今月は ${hm(t.n('base'))} までです(${left(t.n('slack'))})。` : ''}`,
  remainingAfterTransfer: difference('異動後'),
  limitNotJudged: (t) => `${limitWord(t)}は判定できません。${t.w('because')}。`,
  exceptionalWorkAbsent: (t) =>
    `特例業務には当たりません。${through(t)}に特例業務の命令がありません${t.n('outside') > 0 ? `(${month(t.n('outsideMonth'))}の ${hm(t.n('outside'))} はこの期間の外)` : ''}。`,
  exceptionalWorkPresent: (t) => `${through(t)}に特例業務の命令が ${hm(t.n('exceptional'))} あります。`,
  ordinaryWorkAlone: (t) =>
    `特例業務を除いても ${t.w('limit') === 'monthsOver45' ? `${t.n('ordinary')}回` : `${hm(t.n('ordinary'))} `}で、上限を ${beyond(t)} 超えています(${limitWord(t)})。特例業務によるものか確かめてください。`,
  disasterNeedApart: (t) =>
    `${month(t.n('month'))}の災害等による臨時の必要(労働基準法第33条第1項)の ${hm(t.n('disasterNeed'))} は、36条の上限に数えません。`,
  exceptionalWorkUnknownToArticle36: () => '36協定には特例業務の定めがありません。',
  transferAbsent: (t) => `年度途中の異動には当たりません。${through(t)}に区分の異なる部署への異動がありません。`,
  transferOnFirstDay: (t) => `異動は年度の初日(${on(t)})です。その日の部署だけで決まります。`,
  transferOnFirstOfMonth: (t) =>
    `異動は月の初日(${on(t)})です。${month(t.n('month'))}はその日からの部署だけで決まります。`,
  transferToSelfDirected: (t) =>
    `${on(t)}に他律部署から自律部署へ異動しました。${through(t)}は異動後の上限があります。`,
  transferToExternallyDriven: (t) => `${on(t)}に自律部署から他律部署へ異動しました。`,
  windowsBeforeStart: (t) => `${longMonth(t.n('begins'))}より前にかかる期間は判定しません。`,
  personalRequestsApart: () => '育児・介護の請求による上限は、この判定に入っていません。人事課が別に確かめます。',
  remainingVerdict: (t) =>
    `${month(t.n('month'))}に命令できるのは あと ${hm(t.n('remaining'))} です(${limitWord(t)}の上限)。`,
  overVerdict: (t) => `${month(t.n('month'))}は上限を ${beyond(t)} 超えています(${limitWord(t)}の上限)。`,
  overExceptionalVerdict: (t) =>
    `${month(t.n('month'))}は特例業務により上限を ${beyond(t)} 超えています(${limitWord(t)}の上限)。`,
  notJudgedVerdict: (t) => `${month(t.n('month'))}は判定できません。足りない記録がそろうと判定できます。`,
  noLimitVerdict: (t) => `${month(t.n('month'))}に適用される上限はありません。`,
  monthForecast: (t) =>
    `${forecastSum({
      soFar: t.n('soFar'),
      judgedMinutes: t.n('judgedMinutes'),
      judgedDays: t.n('judgedDays'),
      daysLeft: t.n('daysLeft'),
      orderedAhead: t.n('orderedAhead'),
    })} = ${hm(t.n('forecast'))}。`,
  noForecast: () => '判定できた平日がまだないため、見込みは出しません。',
  forecastOverLimit: (t) =>
    t.has('average')
      ? `見込み ${hm(t.n('forecastMonth'))} では ${limitWord(t)}が ${hm(Math.round(t.n('average')))} になり、上限を ${hm(Math.round(t.n('averageOver')))} 超えます。`
      : `見込みは ${hm(t.n('forecast'))} で、${limitWord(t)}の上限を ${hm(t.n('over'))} 超えます。`,
};
