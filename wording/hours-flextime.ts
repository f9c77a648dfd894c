import type { FlextimeStepName } from '@tokimori/law/hours/flextime/types';
import type { FlextimeWorkStepName } from '@tokimori/law/hours/flextime/worked';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { dayLabel, eraDate, hm, span } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const day = (index: number): string => dayLabel(formatLocalDate(index));
const at = (t: Told): string => day(t.n('date'));
const period = (t: Told): string =>
  t.n('weeks') > 0 ? `${hm(t.n('unit'))} × ${t.n('weeks')}週` : `${hm(t.n('unit'))} × 週休日でない ${t.n('days')}日`;

/** Every sentence on a declaration of flextime. */
export const flextimeSentences: Sentences<FlextimeStepName> = {
  frameFound: (t) =>
    `単位期間の初日には、${eraDate(formatLocalDate(t.n('from')))}からのフレックスタイム制の定めが適用されます。`,
  totalCompared: (t) =>
    `割り振った時間は ${hm(t.n('total'))}、要る時間は ${period(t)} の ${hm(t.n('required'))} です。`,
  sumDiffers: (t) =>
    t.n('total') < t.n('required')
      ? `合計が ${hm(t.n('required') - t.n('total'))} 足りません。`
      : `合計が ${hm(t.n('total') - t.n('required'))} 多くなっています。`,
  outsideBand: (t) =>
    `${at(t)}の${span(t.n('from'), t.n('until'))}は、勤務できる${span(t.n('bandFrom'), t.n('bandUntil'))}の外に出ています。`,
  coreMissed: (t) =>
    `${at(t)}は、コアタイムの${span(t.n('from'), t.n('until'))}の中の勤務が ${hm(Math.max(0, t.n('within')))} で、続けて ${hm(t.n('length'))} に足りません。`,
  belowMinimum: (t) => `${at(t)}の ${hm(t.n('minutes'))} は、1日の最短 ${hm(t.n('least'))} に足りません。`,
  aboveMaximum: (t) => `${at(t)}の ${hm(t.n('minutes'))} は、1日の最長 ${hm(t.n('most'))} を超えています。`,
  breakShort: (t) => `${at(t)}の休憩は ${hm(t.n('given'))} で、${hm(t.n('required'))} に足りません。`,
  offStep: (t) => `${at(t)}の${span(t.n('from'), t.n('until'))}は、${t.n('step')}分の刻みに合いません。`,
  hoursOnDayOff: (t) => `${at(t)}は週休日なので、${hm(t.n('minutes'))} を割り振れません。`,
  zeroDayNotAllowed: (t) => `${at(t)}を勤務時間を割り振らない日にすることはできません。`,
  zeroDayTooEarly: (t) =>
    `${at(t)}を勤務時間を割り振らない日にすることは、${eraDate(formatLocalDate(t.n('since')))}より前に始まる期間では、育児と介護に限られます。`,
  tooManyZeroDays: (t) =>
    `${at(t)}: 勤務時間を割り振らない日は週に ${t.n('most')}日までですが、この週には ${t.n('days')}日あります。`,
  holidayNotFull: (t) => `${at(t)}は休日なので、${hm(t.n('full'))} を割り振ります(申告は ${hm(t.n('minutes'))} です)。`,
  late: (t) => `申告は${day(t.n('latest'))}までですが、${day(t.n('declared'))}に申告されています。`,
  exemptDay: (t) => `${at(t)}は、コアタイムと最短の時間の例外とする日です。`,
  zeroDayGranted: (t) => `${at(t)}は、勤務時間を割り振らない日です。`,
  declarationAccepted: () => '申告のとおり割り振れます。',
  declarationRefused: (t) => `申告のとおりには割り振れません(${t.n('findings')}件)。`,
};

/** Every sentence on what counts on a flextime day. */
export const flextimeWorkSentences: Sentences<FlextimeWorkStepName> = {
  outsideAllotment: (t) =>
    `割り振った ${hm(t.n('allotted'))} の外の ${hm(t.n('minutes'))} が時間外勤務です(60時間までは 125/100)。`,
  zeroDayWork: (t) => `勤務時間を割り振らない日の ${hm(t.n('minutes'))} はすべて時間外勤務です(60時間までは 135/100)。`,
  dayOffWork: (t) => `週休日の ${hm(t.n('minutes'))} はすべて時間外勤務です(60時間までは 135/100)。`,
  holidayBeyond: (t) =>
    `休日に割り振った ${hm(t.n('allotted'))} の外の ${hm(t.n('minutes'))} が時間外勤務です(60時間までは 135/100)。`,
  leaveCredit: (t) => `1日の休暇は、その日に割り振った ${hm(t.n('minutes'))} と数えます。`,
  leaveCreditFull: (t) =>
    `1日の休暇は、割り振った ${hm(t.n('allotted'))} にかかわらず ${hm(t.n('minutes'))} と数えます。`,
};
