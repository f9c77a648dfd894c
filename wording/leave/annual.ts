import type { AnnualLeaveStepName } from '@tokimori/law/leave/annual/step-names';
import { dayOfMonth, eraDate, hm } from '../format.ts';
import type { Sentences, Told } from '../sentence.ts';
import { daysAndTime } from './words.ts';

const amount = (t: Told, figure: string): string => daysAndTime(t.n(figure), t.n('day'));
const time = (t: Told, figure: string): string => hm(t.n(figure));
const halfDays = (n: number): string => `${Math.floor(n / 2)}日${n % 2 === 1 ? '半' : ''}`;
const dutyDays = (t: Told): string => (t.has('weeklyDays') ? `週${t.n('weeklyDays')}日` : `年${t.n('annualDays')}日`);
const lotName = (t: Told): string => {
  const lot = t.w('lot');
  if (lot === 'carriedOver') return '繰越し分';
  return lot === 'granted' ? '今年の分' : `${eraDate(lot)}付与の分`;
};
const served = (t: Told): string => (t.n('service') === 0 ? '最初の付与' : `${t.n('service') + 1}回目の付与`);

/** Every sentence about 年次有給休暇. */
export const annualLeaveSentences: Sentences<AnnualLeaveStepName> = {
  yearGranted: (t) => `この年の年次有給休暇は${t.n('days')}日です。`,
  firstYearGranted: (t) =>
    `年の途中の採用で、在職する月数が${t.n('months')}か月(1か月未満は切上げ)のため、${t.n('days')}日です。`,
  shortTimeGranted: (t) =>
    `週${t.n('weeklyDays')}日勤務のため、${t.n('base')}日 × ${t.n('weeklyDays')} ÷ 5(四捨五入) = ${t.n('days')}日です。`,
  carriedOver: (t) => `前の年からの繰越しは ${amount(t, 'amount')} です(${t.n('most')}日まで)。`,
  carryOverCut: (t) => `前の年からの繰越しは、上限(${t.n('most')}日)と端数の定めにより ${amount(t, 'amount')} です。`,
  attendanceEnough: (t) =>
    `${eraDate(t.w('grantedOn'))}の前の期間は、全労働日${t.n('of')}日のうち${t.n('worked')}日出勤し、8割以上です。`,
  attendanceShort: (t) =>
    `${eraDate(t.w('grantedOn'))}の前の期間は、全労働日${t.n('of')}日のうち${t.n('worked')}日の出勤で、8割に足りません。`,
  appointeeFull: (t) => `${eraDate(t.w('grantedOn'))}に${t.n('days')}日を付与します(${served(t)})。`,
  appointeeProportional: (t) =>
    `${eraDate(t.w('grantedOn'))}に、${dutyDays(t)}勤務の比例付与で${t.n('days')}日を付与します(${served(t)})。`,
  wholeDay: (t) => `1日(${time(t, 'day')})の取得です。`,
  halfDay: (t) => `半日の取得で、${amount(t, 'amount')} を引きます。`,
  halfDayAbsent: () => 'この団体には半日単位の年次有給休暇がありません。',
  hourUnit: (t) => `${time(t, 'minutes')} は1時間単位です。`,
  finishing: (t) =>
    `${time(t, 'minutes')} を取ると残り ${amount(t, 'balance')} がちょうど日数になるため、分の端数を認めます。`,
  finishingNotApplied: (t) =>
    `${time(t, 'minutes')} を取っても残り ${amount(t, 'balance')} はちょうどの日数になりません。`,
  unitBroken: (t) => `${time(t, 'minutes')} は1時間単位ではありません。`,
  hourlyUnlimited: () => '時間単位の取得に日数の上限はありません(労働基準法39条4項の5日の限度は読み替えられています)。',
  hourlyNoAgreement: () => '時間単位の取得には労使協定が要ります。',
  hourlyWithin: (t) =>
    `時間単位は ${time(t, 'before')} + ${time(t, 'minutes')} で、${time(t, 'limit')}(5日)までに入ります。`,
  hourlyOver: (t) => `時間単位は ${time(t, 'before')} + ${time(t, 'minutes')} で、${time(t, 'limit')}(5日)を超えます。`,
  takenFrom: (t) => `${dayOfMonth(t.w('on'))}: ${lotName(t)}から ${amount(t, 'amount')} を引きます。`,
  withinBalance: (t) => `残り ${amount(t, 'balance')} から ${amount(t, 'amount')} を取ることができます。`,
  overBalance: (t) => `${amount(t, 'amount')} は残り ${amount(t, 'balance')} を超えます。`,
  revoked: (t) => `${dayOfMonth(t.w('on'))}の取得は取り消されています。`,
  yearClosed: (t) => `年の終わりに ${amount(t, 'carries')} を翌年へ繰り越し、${amount(t, 'expires')} が消えます。`,
  fiveDaysExcluded: () => '年5日の取得の義務は、企業職員及び単純労務職員以外には適用されません。',
  fiveDaysNotDue: (t) => `付与が${t.n('days')}日で${t.n('least')}日に満たないため、年5日の取得の義務はありません。`,
  fiveDaysMet: (t) =>
    `${eraDate(t.w('through'))}までに${halfDays(t.n('required'))}のところ、${halfDays(t.n('taken'))}取得しています。`,
  fiveDaysLeft: (t) =>
    `${eraDate(t.w('through'))}までに、あと${halfDays(t.n('left'))}を取得させる必要があります(取得 ${halfDays(t.n('taken'))})。`,
};
