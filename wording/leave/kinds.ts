import type { LeaveKindStepName } from '@tokimori/law/leave/kinds/step-names';
import { eraDate, hm } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';
import { reasonName, refusalName, relationName } from './words.ts';

const time = (t: Told, figure: string): string => hm(t.n(figure));
const date = (t: Told, word: string): string => eraDate(t.w(word));
const window = (t: Told): string => `${date(t, 'from')}から${date(t, 'through')}まで`;
const tally = (t: Told): string =>
  [...(t.n('days') > 0 ? [`${t.n('days')}日`] : []), ...(t.n('minutes') > 0 ? [time(t, 'minutes')] : [])].join('と ');

/** How long before its beginning something is asked for. */
function lead(t: Told): string {
  if (t.n('weeks') > 0) return `${t.n('weeks')}週間前`;
  return t.n('months') > 0 ? `${t.n('months')}か月前` : 'その日';
}
/** Months of one request: 「1か月以上1年以下」. */
const period = (t: Told): string => `${t.n('least')}か月以上${Math.floor(t.n('most') / 12)}年以下`;

function unitBroken(t: Told): string {
  const unit = t.n('unit');
  if (unit === 0) return '1日単位の休暇です。';
  if (t.n('minutes') === 0) return '全日では取得できません。時間帯を書いてください。';
  return `${time(t, 'minutes')} は ${hm(unit)} 単位ではありません。`;
}

function birthShift(t: Told): string {
  const days = t.n('days');
  return days > 0
    ? `出産が予定日より${days}日遅れたため、産前の期間は出産の日まで延びます。`
    : `出産が予定日より${-days}日早いため、産前の期間は出産の日までです。`;
}

/** Every sentence about the other kinds of leave, the windows and the register. */
export const leaveKindSentences: Sentences<LeaveKindStepName> = {
  kindFound: (t) => `${t.w('name')}: ${t.w('condition')}。`,
  kindAbsent: (t) => `この団体に${t.w('name')}はありません。`,
  notLeave: (t) => `${t.w('name')}は、請求して取得するものではありません。`,
  judgedElsewhere: (t) => `${t.w('name')}は、その台帳で判定します(tokimori law ask ${t.w('ask')})。`,
  unitDay: (t) => `1日単位で、勤務を要する日は${t.n('days')}日です。`,
  unitTime: (t) => `${time(t, 'minutes')} は取得できる単位です。`,
  unitBroken,
  finishing: (t) => `残り ${time(t, 'balance')} のすべてを使うため、分の端数を認めます。`,
  finishingNotApplied: (t) => `残り ${time(t, 'balance')} のすべてを使う場合には当たりません。`,
  neededTime: () => '必要と認められる期間を取得できます。',
  daysAYear: (t) => `1年につき${t.n('days')}日です${t.n('count') > 1 ? `(対象は${t.n('count')}人)` : ''}。`,
  daysAnOccasion: (t) => `1回につき${t.n('days')}日です。`,
  within: (t) =>
    `${time(t, 'limit')} − 取得済み ${time(t, 'taken')} − ${time(t, 'wanted')} = 残り ${time(t, 'left')} です。`,
  over: (t) => `取得済み ${time(t, 'taken')} + ${time(t, 'wanted')} は ${time(t, 'limit')} を超えます。`,
  daysWithin: (t) => `暦日で ${t.n('before')}日 + ${t.n('days')}日で、${t.n('limit')}日までに入ります。`,
  daysOver: (t) => `暦日で ${t.n('before')}日 + ${t.n('days')}日で、${t.n('limit')}日を超えます。`,
  windowKept: (t) => `取得できる期間(${window(t)})の中です。`,
  windowMissed: (t) => `取得できる期間は${window(t)}です。`,
  childKept: (t) => `対象の子は${t.n('children')}人です(${date(t, 'through')}まで)。`,
  childOver: (t) => `対象の子がいません(子が対象になるのは${date(t, 'through')}まで)。`,
  oldChildRule: () => '令和7年3月31日までは、小学校就学の始期に達するまでの子の看護休暇です。',
  reasonKept: (t) => `${reasonName(t.w('reason'))}は事由に当たります。`,
  reasonNotNamed: (t) => `${reasonName(t.w('reason'))}は事由に当たりません。`,
  assisted: (t) => `体外受精又は顕微授精に係る通院等のため、1年につき${t.n('days')}日です。`,
  notAssisted: (t) => `1年につき${t.n('days')}日です(体外受精又は顕微授精ではない)。`,
  seasonKept: (t) => `${t.n('fromMonth')}月から${t.n('throughMonth')}月までの期間の中です。`,
  seasonMissed: (t) => `取得できるのは${t.n('fromMonth')}月から${t.n('throughMonth')}月までです。`,
  relation: (t) =>
    `${relationName(t.w('relation'))}の忌引は${t.n('days')}日です${t.n('travel') > 0 ? `(往復の${t.n('travel')}日を加えます)` : ''}。`,
  timesWithin: (t) => `1回 ${time(t, 'minutes')} で、1日${t.n('times')}回・1回 ${time(t, 'most')} までに入ります。`,
  timesOver: (t) =>
    `1日${t.n('times')}回・1回 ${time(t, 'most')} までです(この日は${t.n('before')}回取得済みで、今回は ${time(t, 'minutes')})。`,
  periodsWithin: (t) =>
    `期間は${t.n('periods')}回(${t.n('most')}回まで)、通算${t.n('months')}か月と${t.n('days')}日(${t.n('mostMonths')}か月まで)です。`,
  periodsOver: (t) =>
    `期間が${t.n('periods')}回、通算${t.n('months')}か月と${t.n('days')}日になり、${t.n('most')}回・${t.n('mostMonths')}か月を超えます。`,
  periodsOverlap: () => '前に指定された期間と一部が重なります。',
  timeWithin: (t) => `この日は ${time(t, 'before')} + ${time(t, 'minutes')} で、${time(t, 'limit')} までに入ります。`,
  timeOver: (t) => `この日は ${time(t, 'before')} + ${time(t, 'minutes')} で、${time(t, 'limit')} を超えます。`,
  yearsWithin: (t) => `最初の日から${t.n('years')}年(${date(t, 'through')}まで)の中です。`,
  yearsOver: (t) => `取得できるのは、最初の日から${t.n('years')}年(${date(t, 'through')})までです。`,
  takingAccepted: (t) => `取得できます(${time(t, 'wanted')})。`,
  takingRefused: (t) => `取得できません(${refusalName(t.w('reason'))})。`,
  prenatal: (t) => `産前は${t.n('weeks')}週間で、${window(t)}です。`,
  prenatalRunsToBirth: birthShift,
  postnatal: (t) => `産後は${t.n('weeks')}週間で、${window(t)}です。`,
  mayReturn: (t) =>
    `産後${t.n('weeks')}週間を過ぎた${date(t, 'from')}からは、本人が請求し、医師が支障がないと認めた業務に就くことができます。`,
  birthUnknown: (t) => `出産の日がまだわからないため、予定日(${date(t, 'dueOn')})で数えています。`,
  spouseBirth: (t) => `配偶者出産休暇は${date(t, 'through')}までです。`,
  fatherhood: (t) =>
    `育児参加休暇は${window(t)}です(${t.n('weeks') === 0 ? '出産の日以後1年' : `出産の日後${t.n('weeks')}週間`})。`,
  childcareTime: (t) => `育児時間は、子が1歳に達する${date(t, 'through')}までです。`,
  shortTimePattern: (t) => `週 ${time(t, 'week')} で、法の型(${t.w('pattern')})に当たります。`,
  shortTimeByOrdinance: (t) =>
    `週 ${time(t, 'week')} で、条例による型(${time(t, 'least')} から ${time(t, 'most')} まで)に当たります。`,
  shortTimeNone: (t) =>
    `週 ${time(t, 'week')} は、法の4つの型にも、${time(t, 'least')} から ${time(t, 'most')} までの条例による型にも当たりません。`,
  requestInTime: (t) =>
    `${date(t, 'from')}に始めるものは、${lead(t)}の${date(t, 'by')}までに請求します。請求は${date(t, 'requested')}で、間に合っています。`,
  requestLate: (t) =>
    `${date(t, 'from')}に始めるものは、${lead(t)}の${date(t, 'by')}までに請求します。請求は${date(t, 'requested')}で、期限を過ぎています。`,
  requestPartTime: () => '非常勤職員は育児短時間勤務をすることができません。',
  requestBeforeBirth: (t) => `子の出生(${date(t, 'born')})の前に始めることはできません。`,
  requestBirthExpected: (t) => `子はまだ生まれていないため、予定日(${date(t, 'born')})で数えています。`,
  requestChildKept: (t) => `子について取れるのは${date(t, 'through')}までで、期間はその中です。`,
  requestChildOver: (t) => `子について取れるのは${date(t, 'through')}までで、期間の末日がその後です。`,
  requestPeriodKept: (t) => `1回の請求は${period(t)}です。末日は${window(t)}に入ります。`,
  requestPeriodBroken: (t) => `1回の請求は${period(t)}です。末日は${window(t)}でなければなりません。`,
  requestAccepted: () => '請求は要件に合っています。',
  requestRefused: (t) => `請求は要件に合いません(${t.w('reasons').split(' ').map(refusalName).join('、')})。`,
  tallied: (t) => `${t.w('label')}: ${tally(t)}。`,
  uncounted: (t) => `${t.w('code')}: ${tally(t)}。整理欄のどの欄にも入りません。`,
};
