import type { RestrictionStepName } from '@tokimori/law/restrictions/step-names';
import type { PersonalLimit, RequestDefect, RestrictionKind } from '@tokimori/law/restrictions/types';
import { formatYearMonth } from '@tokimori/law/time/months';
import { eraDate, eraMonth, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

/** What each request is called. */
export const restrictionNames: Readonly<Record<RestrictionKind, string>> = {
  overtimeLimit: '時間外勤務の制限(月24時間・年150時間)',
  overtimeExemption: '時間外勤務の免除',
  lateNightLimit: '深夜勤務の制限',
  maternityOvertime: '妊産婦の時間外・休日労働の請求',
  maternityNight: '妊産婦の深夜業の請求',
  childcareShortTime: '育児短時間勤務',
};

/** What is wrong with a request. */
export const defectWords: Readonly<Record<RequestDefect, string>> = {
  wrongGround: 'この理由では請求できません',
  notEligible: '請求できる期間の外です',
  spouseCaresAtNight: '深夜に常に養育できる配偶者がいます',
  tooLong: '1回の請求の期間が長すぎます',
  late: '請求の期限を過ぎています',
  overlaps: '免除の期間と制限の期間が重なっています',
  mustBeFollowed: '断ることができません',
  managerial: '管理監督職員には時間外勤務の命令がないので、対象がありません',
};

/** What a personal limit is called. */
export const personalNames: Readonly<Record<PersonalLimit, string>> = {
  personalMonthly: '請求による月24時間の制限',
  personalAnnual: '請求による年150時間の制限',
  personalExempt: '請求による免除',
};

const named = (names: Readonly<Record<string, string>>, word: string): string => names[word] ?? word;
const month = (index: number): string => eraMonth(formatYearMonth(index));
const months = (t: Told): string =>
  t.n('from') === t.n('through') ? month(t.n('from')) : `${month(t.n('from'))}から${month(t.n('through'))}まで`;
const within = (t: Told): string =>
  t.n('over') === 1 ? `${hm(t.n('value') - t.n('cap'))} 超えています` : `超えていません`;

/** Every sentence about limits on request. */
export const restrictionSentences: Sentences<RestrictionStepName> = {
  schoolEntryCounted: (t) =>
    `${eraDate(t.w('born'))}生まれの子は、${eraDate(t.w('last'))}まで小学校就学の始期に達しません。`,
  underThreeCounted: (t) =>
    `${eraDate(t.w('born'))}生まれの子は、${eraDate(t.w('last'))}に3歳に達します。就学までの免除はまだありません。`,
  careCounted: () => '要介護者を介護する職員の請求です。',
  maternityCounted: (t) =>
    t.w('last') === '' ? '妊娠中の職員の請求です。' : `産後1年は${eraDate(t.w('last'))}までです。`,
  requestHolds: (t) =>
    `${named(restrictionNames, t.w('kind'))}は、${eraDate(t.w('from'))}から${eraDate(t.w('through'))}まで効きます。`,
  requestFails: (t) => `${named(restrictionNames, t.w('kind'))}は効きません。${named(defectWords, t.w('defect'))}。`,
  requestLate: (t) =>
    `請求は${eraDate(t.w('requested'))}で、期限の${eraDate(t.w('needed'))}を過ぎています。認めれば効きます。`,
  requestLapsed: (t) => `請求は${eraDate(t.w('on'))}に失効しました。`,
  requestDeclined: (t) => `${named(restrictionNames, t.w('kind'))}を認められない理由が記録されています。`,
  monthlyCompared: (t) => `${months(t)}は ${hm(t.n('value'))} で、請求による月 ${hm(t.n('cap'))} を${within(t)}。`,
  annualCompared: (t) => `${months(t)}は ${hm(t.n('value'))} で、請求による年 ${hm(t.n('cap'))} を${within(t)}。`,
  exemptCompared: (t) =>
    t.n('value') === 0
      ? `${month(t.n('month'))}は免除の月で、時間外勤務はありません。`
      : `${month(t.n('month'))}は免除の月ですが、時間外勤務が ${hm(t.n('value'))} あります。`,
  unknownMonths: (t) => `${months(t)}には不明の月があるので、請求による制限を判定できません。`,
  partOfMonth: (t) =>
    `${month(t.n('month'))}は一部の日だけに請求が効くので、月の合計からは判定できません。日ごとの実績で確かめてください。`,
  disasterLeftOut: (t) => `災害などの臨時の勤務 ${hm(t.n('minutes'))} は、育児・介護の請求による制限に数えません。`,
  noLimit: () => '判定日に、時間数を縛る請求はありません。',
  personalRemaining: (t) =>
    `請求による上限のもとで命令できるのは あと ${hm(t.n('remaining'))} です(${named(personalNames, t.w('limit'))})。`,
  exemptNow: (t) => `${eraDate(t.w('on'))}は、時間外勤務を命令できません。`,
  nightForbidden: (t) => `${eraDate(t.w('on'))}は、22:00 から 5:00 までの勤務を命令できません。`,
  holidayForbidden: (t) => `${eraDate(t.w('on'))}は、休日労働を命令できません。`,
  graveReasonNeeded: (t) =>
    `${eraDate(t.w('on'))}は、公務の運営に著しい支障があるときに限り、時間外勤務を命令できます。`,
};
