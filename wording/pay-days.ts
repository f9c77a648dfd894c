import type { CompensatoryStepName } from '@tokimori/law/pay/days/compensatory-day-off';
import type { TransferStepName } from '@tokimori/law/pay/days/day-off-transfer';
import type { MovedHolidayStepName } from '@tokimori/law/pay/days/moved-holidays';
import type { ReallottedStepName } from '@tokimori/law/pay/days/reallotted-week';
import { dayLabel, eraDay, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const kindNames: Readonly<Record<string, string>> = {
  dutyDay: '勤務日',
  weeklyDayOff: '週休日',
  legalHoliday: '休日',
};
const date = (t: Told, name: string): string => dayLabel(t.w(name));
/** With its year: a window may run into another one. */
const longDate = (t: Told, name: string): string => eraDay(t.w(name));
const kind = (t: Told): string => kindNames[t.w('kind')] ?? t.w('kind');
const when = (t: Told, yes: string, no: string): string => (t.n('fits') === 1 ? yes : no);

/** Every sentence about a week with a 振替. */
export const reallottedSentences: Sentences<ReallottedStepName> = {
  weekSummed: (t) =>
    `${date(t, 'first')}〜${date(t, 'last')}の週は、振替前の割振り ${hm(t.n('allotted'))}、勤務した正規の時間 ${hm(t.n('worked'))}(うち休日勤務 ${hm(t.n('holidayWork'))})、ほかの週から移した時間 ${hm(t.n('movedIn'))} です。`,
  nothingMovedIn: () => 'ほかの週から移した時間がないため、100分の25 の時間はありません。',
  thresholdT38: (t) =>
    `振替前の割振り ${hm(t.n('allotted'))} と、${hm(t.n('fullWeek'))} + 休日勤務 ${hm(t.n('holidayWork'))} の大きいほう ${hm(t.n('threshold'))} を超えた時間を数えます。`,
  thresholdPlain: (t) =>
    t.n('fullWeek') > 0
      ? `休日勤務のない週です。短時間勤務の職員は、割振り ${hm(t.n('allotted'))} と ${hm(t.n('fullWeek'))} の大きいほう ${hm(t.n('threshold'))} を超えた時間を数えます。`
      : `休日勤務のない週です。振替前の割振り ${hm(t.n('threshold'))} を超えた時間を数えます。`,
  withinForty: (t) =>
    `休日勤務のある週です。勤務した ${hm(t.n('worked'))} は、${hm(t.n('forty'))} + 休日勤務 ${hm(t.n('holidayWork'))} = ${hm(t.n('bound'))} 以下です。`,
  thresholdForty: (t) =>
    t.n('threshold') === t.n('allotted') + t.n('holidayWork')
      ? `休日勤務のある週で、${hm(t.n('bound'))} を超えています。割振り ${hm(t.n('allotted'))} + 休日勤務 ${hm(t.n('holidayWork'))} = ${hm(t.n('threshold'))} を超えた時間を数えます。`
      : `休日勤務のある週で、割振り ${hm(t.n('allotted'))} と ${hm(t.n('bound'))} の大きいほう ${hm(t.n('threshold'))} を超えた時間を数えます。`,
  paidAtQuarter: (t) =>
    t.n('minutes') > 0
      ? `100分の25 の時間は ${hm(t.n('worked'))} − ${hm(t.n('threshold'))} = ${hm(t.n('minutes'))} です。`
      : '100分の25 の時間はありません。',
};

/** Every sentence about a 振替. */
export const transferSentences: Sentences<TransferStepName> = {
  workCompared: (t) =>
    `${date(t, 'day')}は${kind(t)}です。${when(t, '', '振替で勤務を命じる日は、週休日でなければなりません。')}`,
  fromCompared: (t) =>
    `${date(t, 'day')}は${kind(t)}です。${when(t, '', '代わりに休む日は、休日でない、ほかの勤務日でなければなりません。')}`,
  windowCompared: (t) =>
    `${date(t, 'from')}は、振り替えられる期間(${longDate(t, 'first')}〜${longDate(t, 'last')})の${when(t, '中です。', '外です。')}`,
  decisionCompared: (t) =>
    `${longDate(t, 'decidedOn')}に決めています。${when(t, '', `${date(t, 'before')}より前に決めなければなりません。`)}`,
  decisionUnknown: () => '決めた日が書かれていないため、前もって決めたかは見ていません。',
  halfDayCompared: (t) => {
    const faults = [
      t.n('regular') <= t.n('half') ? `正規の勤務時間が ${hm(t.n('regular'))} の日からは移せません。` : '',
      t.n('atEdge') === 1 ? '' : '始業か終業に続く時間でなければ移せません。',
      t.n('secondHalf') === 1 ? '2つの日から同じ週休日へは移せません。' : '',
    ].join('');
    return `移すのは ${hm(t.n('half'))} です。${faults}`;
  },
  daysOffCounted: (t) =>
    `${date(t, 'first')}〜${date(t, 'last')}の4週間の週休日は、最も少なくて ${t.n('fewest')}日です(${t.n('least')}日以上が必要)。`,
  runCounted: (t) =>
    t.n('fits') === 1
      ? `引き続く勤務は ${t.n('longest')}日です(${t.n('most')}日まで)。`
      : `引き続く勤務が ${t.n('most')}日を超えます。`,
  weekCompared: (t) =>
    t.n('same') === 1
      ? '同じ週の中の振替のため、100分の25 の時間は生じません。'
      : `${date(t, 'work')}の週の勤務時間が増えます。週の時間によって 100分の25 の時間が生じます。`,
  transferVerdict: (t) =>
    t.n('possible') === 1
      ? `${t.w('length') === 'halfDay' ? '4時間の勤務時間の割振り変更' : '週休日の振替'}ができます。移す時間は ${hm(t.n('moved'))} です。`
      : `${t.w('length') === 'halfDay' ? '4時間の勤務時間の割振り変更' : '週休日の振替'}はできません。`,
};

const treatments: Readonly<Record<string, (t: Told) => string>> = {
  overtime: (t) => `この日の勤務は週休日の時間外勤務で、100分の${t.n('rate')} です。`,
  holidayWork: (t) =>
    `正規の勤務時間の勤務は休日勤務で 100分の${t.n('rate')}、それを超える勤務は時間外勤務で 100分の${t.n('overtimeRate')} です。`,
  compensated: (t) =>
    `代休日を与えるため休日勤務手当はなく、正規の勤務時間を超える勤務は 100分の${t.n('overtimeRate')} です。`,
};

/** Every sentence about a 代休日. */
export const compensatorySentences: Sentences<CompensatoryStepName> = {
  holidayRead: (t) => `${longDate(t, 'holiday')}は祝日又は年末年始で、割振りの上では${kind(t)}です。`,
  dayOffHoliday: (t) => `${date(t, 'holiday')}は週休日に当たるため、振替をしなければ週休日として扱います。`,
  wholeDayCompared: (t) =>
    `正規の勤務時間 ${hm(t.n('regular'))} のうち勤務の必要は ${hm(t.n('required'))} です。${when(t, '', '代休日は、そのすべてを勤務するときに限ります。')}`,
  noneNamed: () => '代休日は指定されていません。',
  windowCompared: (t) =>
    `${date(t, 'named')}は、代休日にできる期間(${longDate(t, 'first')}〜${longDate(t, 'last')})の${when(t, '中です。', '外です。')}`,
  namedDayCompared: (t) =>
    `${date(t, 'named')}は${kind(t)}です。${when(t, '', '代休日は、休日でない勤務日でなければなりません。')}`,
  namedBefore: (t) =>
    `${longDate(t, 'on')}に指定しています。${when(t, '', `${date(t, 'holiday')}より前に指定しなければなりません。`)}`,
  declinedByStaff: () => '職員が望まないため、代休日を指定しません。',
  treatmentVerdict: (t) => treatments[t.w('treatment')]?.(t) ?? t.w('treatment'),
  namedDayWorked: (t) =>
    `${date(t, 'named')}に勤務が必要になれば、休日と同じく休日勤務手当を支給します。正規の勤務時間の外は休日の時間外勤務です。`,
};

/** Every sentence about 休日 that move to the next duty day. */
export const movedHolidaySentences: Sentences<MovedHolidayStepName> = {
  movedTo: (t) =>
    `${date(t, 'holiday')}は週休日に当たるため、次の勤務日の${date(t, 'to')}に勤務すると休日勤務手当を支給します。`,
  notMoved: (t) => `${date(t, 'holiday')}は週休日に当たりますが、団体の定めでは次の勤務日に移しません。`,
  noneOnDayOff: () => '週休日に当たる祝日はありません。',
};
