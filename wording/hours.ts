import type { BreakStepName } from '@tokimori/law/hours/breaks/breaks';
import type { TogetherStepName } from '@tokimori/law/hours/breaks/together';
import type { RestStepName, RestWeekStepName } from '@tokimori/law/hours/rest/rest';
import type { StaggeredStepName } from '@tokimori/law/hours/staggered/staggered';
import type { WeeklyStepName } from '@tokimori/law/hours/weekly/weekly';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { dayLabel, eraDay, hm, span } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

const day = (index: number): string => dayLabel(formatLocalDate(index));
const spanOf = (t: Told): string => span(t.n('from'), t.n('until'));

/** Every sentence on the breaks of a day. */
export const breakSentences: Sentences<BreakStepName> = {
  sixHoursKept: (t) => `勤務する時間は ${hm(t.n('worked'))} で、6:00 を超えないため、休憩は要りません。`,
  breakRequired: (t) =>
    `勤務する時間は ${hm(t.n('worked'))} で、${hm(t.n('over'))} を超えるため、${t.n('required')}分以上の休憩が要ります。`,
  breakGiven: (t) => `勤務の途中の休憩は ${hm(t.n('given'))} で、${hm(t.n('required'))} 以上あります。`,
  breakShort: (t) =>
    `勤務の途中の休憩は ${hm(t.n('given'))} で、${hm(t.n('required'))} に ${hm(t.n('shortage'))} 足りません。`,
  breakNotInside: (t) => `${spanOf(t)}の休憩は勤務の途中にないため、数えません。`,
  overtimeInBreak: (t) => `${spanOf(t)}の時間外勤務は休憩の中にあります。休憩の中には命令できません。`,
  furtherBreak: (t) => `正規の勤務の後の${spanOf(t)}に休憩を置き、時間外勤務をその後に始めれば足ります。`,
};

/** Every sentence on breaks given to everyone at once. */
export const togetherSentences: Sentences<TogetherStepName> = {
  publicOfficeExempt: () => '別表第1にない官公署の事業場なので、休憩を一斉に与えなくてもかまいません。',
  numberExempt: (t) => `別表第1第${t.n('number')}号の事業場なので、休憩を一斉に与えなくてもかまいません。`,
  ordinanceExempts: (t) =>
    `別表第1第${t.n('number')}号の事業場ですが、条例の定めにより、休憩を一斉に与えなくてもかまいません。`,
  togetherNeeded: (t) => `別表第1第${t.n('number')}号の事業場で、条例の定めもないため、休憩は一斉に与えます。`,
};

const noDuty = {
  noDutyYet: (t: Told) =>
    `${eraDay(formatLocalDate(t.n('date')))}には、まだ勤務間のインターバルの定めがありません(令和6年4月1日から)。`,
  notAdopted: () => '勤務間のインターバルを定めていない団体なので、目標と比べません。',
};

/** Every sentence on the rest between two shifts. */
export const restSentences: Sentences<RestStepName> = {
  ...noDuty,
  restReached: (t) => `終業から次の始業まで ${hm(t.n('interval'))} で、目標の ${hm(t.n('target'))} 以上あります。`,
  restShort: (t) =>
    `終業から次の始業まで ${hm(t.n('interval'))} です。目標 ${hm(t.n('target'))} − ${hm(t.n('interval'))} = ${hm(t.n('shortage'))} 足りません。`,
  earliestStart: (t) => `目標を守れる最も早い始業は、${day(t.n('date'))}の ${hm(t.n('minute'))} です。`,
  shiftProposed: (t) => `時差出勤「${t.w('shift')}」(${spanOf(t)})にすれば守れます。`,
  noShiftFits: (t) =>
    `その日の ${hm(t.n('minute'))} 以後に始まる時差出勤の勤務がありません。始業を遅らせる命令などを考えてください。`,
};

/** Every sentence on the rest of a week. */
export const restWeekSentences: Sentences<RestWeekStepName> = {
  ...noDuty,
  weekKept: (t) =>
    `勤務した ${t.n('days')}日のうち ${t.n('reached')}日で ${hm(t.n('target'))} 以上あり、目標の ${t.n('wanted')}日に届いています。`,
  weekMissed: (t) =>
    `勤務した ${t.n('days')}日のうち ${hm(t.n('target'))} 以上あるのは ${t.n('reached')}日で、目標の ${t.n('wanted')}日に届きません。`,
};

/** Every sentence on a staggered shift. */
export const staggeredSentences: Sentences<StaggeredStepName> = {
  entitledByOrdinance: (t) =>
    `${t.w('ground') === 'child' ? '小学校を修了するまでの子を養育する' : '家族を介護する'}職員なので、条例により早出遅出勤務を請求できます。`,
  offeredToAnyone: () => '時差出勤はすべての職員が選べます。',
  notOffered: () => '時差出勤は、子を養育する職員と家族を介護する職員に限られています。',
  unknownShift: (t) => `「${t.w('shift')}」という勤務は定められていません。`,
  lengthKept: (t) => `${spanOf(t)}の勤務は、休憩を除いて ${hm(t.n('worked'))} で、1日の勤務時間を変えません。`,
  otherLength: (t) => `この勤務は休憩を除いて ${hm(t.n('worked'))} で、1日の勤務時間 ${hm(t.n('wanted'))} と違います。`,
  breakShort: (t) => `この勤務の休憩は ${hm(t.n('given'))} で、${hm(t.n('required'))} に足りません。`,
  late: (t) => `請求は${day(t.n('latest'))}までですが、${day(t.n('requested'))}に請求されています。`,
  inTime: (t) => `請求は${day(t.n('latest'))}までで、${day(t.n('requested'))}に請求されています。`,
  hindersDuty: () => '公務の運営に支障があるため、認められません。',
  shiftGranted: () => 'この勤務を認めます。',
  shiftRefused: () => 'この勤務は認められません。',
};

/** Every sentence on the allotted hours of a week. */
export const weeklySentences: Sentences<WeeklyStepName> = {
  weeklyTotal: (t) =>
    `${t.n('weeks')}週間に割り振った時間は ${hm(t.n('total'))}、定めは ${hm(t.n('wanted'))} です${t.n('total') === t.n('wanted') ? '' : '(一致しません)'}。`,
  rangeCompared: (t) =>
    `${t.n('weeks')}週間に割り振った時間は ${hm(t.n('total'))} です。定めは ${hm(t.n('least'))} から ${hm(t.n('most'))} までです。`,
  shorterCompared: (t) =>
    `${t.n('weeks')}週間に割り振った時間は ${hm(t.n('total'))} です。常時勤務を要する職員の ${hm(t.n('full'))} より短くします。`,
  daysOffCounted: (t) => `勤務時間を割り振らない日は ${t.n('off')}日、要るのは ${t.n('wanted')}日以上です。`,
  dayTooLong: (t) =>
    `${t.n('week') + 1}週目の${t.n('day') + 1}日目の ${hm(t.n('minutes'))} は、1日の勤務時間 ${hm(t.n('full'))} を超えています。`,
  weeklyKept: () => '1週間当たりの勤務時間の定めを守っています。',
  weeklyBroken: () => '1週間当たりの勤務時間の定めを守っていません。',
};
