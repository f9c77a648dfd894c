import type { PartialChildcareStepName } from '@tokimori/law/leave/partial-childcare/step-names';
import { formatYearMonth } from '@tokimori/law/time/months';
import { eraDate, eraMonth, hm } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';
import { circumstanceName, eventName, refusalName, typeName } from './words.ts';

const date = (t: Told, word: string): string => eraDate(t.w(word));
const time = (t: Told, figure: string): string => hm(t.n(figure));

/** 2:00 − 育児時間 0:45 − 介護時間 0:00 = 1:15 */
function type1Day(t: Told): string {
  const less = [
    ['育児時間', t.n('childcareTime')],
    ['介護時間', t.n('caregiverTime')],
  ] as const;
  const taken = less.filter(([, minutes]) => minutes > 0).map(([name, minutes]) => ` − ${name} ${hm(minutes)}`);
  const sum = taken.length === 0 ? '' : `${time(t, 'base')}${taken.join('')} = `;
  return `第1号部分休業は、この日は ${sum}${time(t, 'limit')} までです。`;
}

const lengthOfPeriod = (t: Told): string => (t.w('per') === 'week' ? '週' : '年');
const minus = (whole: string, part: string, left: string) => (t: Told) =>
  `${time(t, whole)} − ${time(t, part)} = ${time(t, left)}`;

/** Every sentence about 部分休業. */
export const partialChildcareSentences: Sentences<PartialChildcareStepName> = {
  ruleBefore: (t) =>
    `${date(t, 'on')}は、第1号・第2号の制度の前です。令和7年9月30日までは、勤務時間の始め又は終わりに1日2時間まで、30分単位の部分休業でした。`,
  childEligible: (t) => `子は${date(t, 'lastDay')}まで、小学校就学の始期に達するまでの子です。`,
  childOver: (t) => `子が対象になるのは、生まれた日から${date(t, 'lastDay')}までです。`,
  excludedShortTime: () => '育児短時間勤務をしている職員は、部分休業をすることができません。',
  partTimeEligible: (t) =>
    `勤務日数は${lengthOfPeriod(t)}${t.n('days')}日で、${lengthOfPeriod(t)}${t.n('least')}日以上です。`,
  excludedPartTime: (t) =>
    `勤務日数は${lengthOfPeriod(t)}${t.n('days')}日で、${lengthOfPeriod(t)}${t.n('least')}日に足りません。`,
  shortDay: (t) =>
    `1日の勤務時間 ${time(t, 'daily')} は ${time(t, 'least')} に足りないため、第1号部分休業をすることができません。`,
  longDay: (t) => `1日の勤務時間 ${time(t, 'daily')} は ${time(t, 'least')} 以上です。`,
  declared: (t) => `${typeName(t.w('type'))}部分休業の申出がありました。`,
  sameType: (t) => `すでに${typeName(t.w('type'))}部分休業を申し出ています。`,
  changed: (t) =>
    `${circumstanceName(t.w('circumstance'))}により、${typeName(t.w('type'))}部分休業に変更します(${t.n('changes')}回目。${t.n('most')}回まで)。`,
  noCircumstance: () =>
    '変更できるのは、配偶者の入院、別居その他予測できなかった事実により、変更しなければ養育に著しい支障が生じる場合だけです。',
  noRoom: (t) => `${t.n('changes')}回目の変更になります。変更は${t.n('most')}回までです。`,
  approvalsEnded: (t) =>
    `承認済みの${t.n('uses')}件(${time(t, 'minutes')})がなくなります。${t.n('balance') > 0 ? `第2号の残りは ${time(t, 'balance')} です。` : ''}`,
  type1Day,
  type1PartTime: (t) => `非常勤職員は、1日の勤務時間から5:45を引いた ${minus('daily', 'less', 'limit')(t)} までです。`,
  type1Usable: (t) => `上限 ${time(t, 'limit')} のうち、${t.n('unit')}分単位で使えるのは ${time(t, 'usable')} です。`,
  type2Year: (t) =>
    `第2号部分休業は、1年につき ${time(t, 'daily')} × ${t.n('days')}日分 = ${time(t, 'limit')} までです。`,
  firstPeriodHalved: (t) => `令和7年10月1日から令和8年3月31日までは、半分の${t.n('days')}日分です。`,
  firstPeriodFull: (t) => `令和7年10月1日から令和8年3月31日までも、${t.n('days')}日分です。`,
  convertedLessTaken: (t) => `変更後の上限は、第1号で使った時間を引いて ${minus('base', 'taken', 'limit')(t)} です。`,
  convertedByMonths: (t) =>
    `変更後に使えるのは、${time(t, 'base')} × ${t.n('months')}か月 ÷ ${t.n('of')}か月 = ${time(t, 'allowed')}(端数切捨て)で、上限は ${time(t, 'limit')} です。`,
  convertedFull: (t) => `変更後の上限は ${time(t, 'limit')} です。使った時間は引きません。`,
  noDeclaration: () => '部分休業の申出がまだありません。使う前に申し出てください。',
  otherType: (t) => `申し出ているのは${typeName(t.w('declared'))}部分休業です。`,
  notBeforehand: (t) => `請求は${date(t, 'recordedOn')}で、使う日(${date(t, 'on')})より後です。`,
  childEnded: () => 'この子についての部分休業は、届出のあった事由により終わっています。',
  away: () => '産前産後の休業、休職又は停職の期間です。',
  tooManyRows: (t) => `時間帯が${t.n('rows')}つあります。${t.n('most')}つまでです。`,
  outsideHours: () => '割り振られた勤務時間(休憩時間を除く)の中にありません。',
  otherLeaveMet: () => 'ほかの休暇の時間と重なります。',
  overlapMet: () => '承認済みの部分休業と重なります。',
  workingMinutes: (t) => `休憩時間を除いた時間は ${time(t, 'minutes')} です。`,
  unitKept: (t) => `${time(t, 'minutes')} は ${time(t, 'unit')} 単位です。`,
  unitBroken: (t) => `${time(t, 'minutes')} は ${time(t, 'unit')} 単位ではありません。`,
  wholeDayException: (t) => `1日の勤務時間 ${time(t, 'minutes')} のすべてを請求するため、分の端数を認めます。`,
  wholeDayNotApplied: (t) => `1日の勤務時間 ${time(t, 'daily')} のすべてを請求する場合には当たりません。`,
  balanceException: (t) => `残り ${time(t, 'minutes')} のすべてを請求するため、分の端数を認めます。`,
  balanceNotApplied: (t) => `残り ${time(t, 'balance')} のすべてを請求する場合には当たりません。`,
  withinDay: (t) =>
    `この日の部分休業は ${time(t, 'before')} + ${time(t, 'minutes')} で、${time(t, 'limit')} までに入ります。`,
  overDay: (t) =>
    `この日の部分休業は ${time(t, 'before')} + ${time(t, 'minutes')} で、${time(t, 'limit')} を超えます。`,
  withinBalance: (t) => `残りは ${minus('balance', 'minutes', 'left')(t)} です。`,
  overBalance: (t) => `${time(t, 'minutes')} は残り ${time(t, 'balance')} を超えます。`,
  requestAccepted: (t) => `承認できます(${t.n('days')}日、${time(t, 'minutes')})。`,
  requestRefused: (t) => `承認できません(${refusalName(t.w('reason'))})。`,
  revoked: (t) =>
    `承認を ${time(t, 'minutes')} 取り消します。${t.n('balance') > 0 ? `第2号の残りは ${time(t, 'balance')} です。` : ''}`,
  nothingToRevoke: () => '取り消す承認がありません。',
  remainderOffUnit: (t) =>
    `取消しの後に残る ${time(t, 'minutes')} は ${time(t, 'unit')} 単位ではありません。勤務の実績を確かめてください。`,
  endingLapses: (t) => `${eventName(t.w('what'))}により、承認は効力を失います。`,
  endingRevoked: (t) => `${eventName(t.w('what'))}により、承認を取り消します。`,
  endingByAge: (t) => `${eventName(t.w('what'))}により、部分休業は終わります。`,
  noticeRequired: (t) => `${eventName(t.w('what'))}は、遅滞なく育児部分休業変更届出書で届け出ます。`,
  noticeNotRequired: (t) => `${eventName(t.w('what'))}に、変更届は要りません。`,
  payExact: (t) =>
    `${eraMonth(formatYearMonth(t.n('month')))}は、勤務しない ${time(t, 'minutes')} について給与を減額します。`,
  payRounded: (t) =>
    `${eraMonth(formatYearMonth(t.n('month')))}は、勤務しない ${time(t, 'minutes')} を30分で丸めた ${time(t, 'deducted')} について給与を減額します。`,
};
