import type { HourlyStepName } from '@tokimori/law/pay/hourly/hourly-step-names';
import type { ManagersStepName } from '@tokimori/law/pay/managers/managers-allowance';
import type { Allowance, OvertimeKind, PayStepName } from '@tokimori/law/pay/pay-types';
import type { BaseAllowance, PayRules } from '@tokimori/law/pay/rules';
import type { TimeOffStepName } from '@tokimori/law/pay/time-off/time-off';
import { count, dayLabel, hm } from './format.ts';
import type { Sentences, Told } from './sentence.ts';

/** What an allowance is called. */
export const allowanceNames: Readonly<Record<Allowance, string>> = {
  overtime: '時間外勤務手当',
  holiday: '休日勤務手当',
  night: '夜間勤務手当',
};

/** What a 手当 in the base of the hourly amount is called. */
export const baseAllowanceNames: Readonly<Record<BaseAllowance, string>> = {
  regional: '地域手当',
  initialSalaryAdjustment: '初任給調整手当',
  monthlySpecialWork: '月額で定める特殊勤務手当',
  wideAreaReassignment: '広域異動手当',
  remoteArea: '特地勤務手当',
  coldArea: '寒冷地手当',
};

const kindNames: Readonly<Record<OvertimeKind | 'holiday' | 'night', string>> = {
  dutyDay: '勤務日の時間外',
  shortTime: '短時間勤務の職員の、フルタイムの勤務時間までの時間外',
  otherDay: '週休日・休日などの時間外',
  reallotted: '振替で週の勤務時間を超えた時間',
  holiday: '休日の正規の勤務時間',
  night: '正規の勤務時間の深夜',
};

/** A word's name, or the word itself where it has none. */
const named = (names: Readonly<Record<string, string>>, word: string): string => names[word] ?? word;
const kind = (t: Told): string => named(kindNames, t.w('kind'));
const date = (t: Told, name: string): string => dayLabel(t.w(name));
const rate = (t: Told): string => `100分の${t.n('rate')}`;
/** The rate is that of the hour, or of the hours beyond sixty. */
const beyond = (t: Told): string => (t.n('beyond') === 1 ? '、60時間超' : '');
const night = (t: Told): string => (t.n('night') === 1 && t.w('kind') !== 'night' ? '、深夜' : '');

/** Every sentence about hours by class. A name of the law without a sentence does not compile. */
export const paySentences: Sentences<PayStepName> = {
  pieceRated: (t) =>
    `${date(t, 'dutyDate')} ${hm(t.n('from'))}–${hm(t.n('until'))} の ${hm(t.n('minutes'))} は ${rate(t)} です(${kind(t)}${night(t)}${beyond(t)})。`,
  reallottedRated: (t) =>
    `${date(t, 'dutyDate')}の週の振替による ${hm(t.n('minutes'))} は ${rate(t)} です(${kind(t)}${beyond(t)})。`,
  travelLeftOut: (t) =>
    `${date(t, 'dutyDate')}の出張の移動 ${hm(t.n('minutes'))} は、あらかじめ命令されていないため時間外勤務に数えません。`,
  minimumRaised: (t) =>
    `${date(t, 'dutyDate')} ${hm(t.n('from'))}–${hm(t.n('until'))} は法定休日に当たるため、100分の135を下回らせません。`,
  sundayLeftOut: (t) => `${date(t, 'dutyDate')}の ${hm(t.n('minutes'))} は日曜日の勤務のため、60時間に数えません。`,
  compensatedHoliday: (t) =>
    `${date(t, 'dutyDate')}は代休日を指定した休日です。時間外勤務は${t.n('otherDay') === 1 ? '休日と同じ' : '勤務日と同じ'}割合とします。`,
  otherMonthLeftOut: (t) =>
    `${date(t, 'dutyDate')}の勤務のうち ${hm(t.n('minutes'))} は、暦の上で隣の月のものです。この月には数えません。`,
  weekCompared: (t) =>
    `${date(t, 'dutyDate')}は勤務時間を割り振らない日です。1日 ${hm(t.n('fullDay'))} まで、かつ週の正規の勤務時間 ${hm(t.n('week'))} と合わせて ${hm(t.n('fullWeek'))} になるまでは100分の100、それを超える時間は100分の125とします。`,
  sixtyCompared: (t) =>
    t.n('beyond') > 0
      ? `60時間に数える時間は ${hm(t.n('counted'))} で、${hm(t.n('sixty'))} を ${hm(t.n('beyond'))} 超えています。`
      : `60時間に数える時間は ${hm(t.n('counted'))} で、${hm(t.n('sixty'))} を超えていません。`,
  classRounded: (t) =>
    `${named(allowanceNames, t.w('allowance'))} ${rate(t)} は月の合計 ${hm(t.n('exact'))} で、支給は ${t.n('paid')} 時間です。`,
  timeOffSummed: (t) => {
    const parts = [
      ['dutyDay', '0.25'],
      ['shortTime', '0.50'],
      ['otherDay', '0.15'],
      ['reallotted', '0.25'],
    ] as const;
    const sum = parts.filter(([name]) => t.n(name) > 0).map(([name, factor]) => `${hm(t.n(name))} × ${factor}`);
    return `60時間を超えた ${hm(t.n('beyondSixty'))} について指定できる時間外勤務代休時間は ${sum.join(' + ')} = ${hm(t.n('timeOff'))} です。`;
  },
};

const deductions: Readonly<Record<PayRules['holidayDeduction'], string>> = {
  WEEKDAY_COUNT: '週休日に当たらない休日の日数',
  LITERAL_OGAWARA: '土曜日を除く祝日法の休日と、土日を除く年末年始の日数',
  FIXED: '団体が定めた日数',
  NONE: '休日を引かない定め',
};
const yen = (t: Told, name = 'yen'): string => `${count(t.n(name))}円`;

/** 2,129円03銭 */
function sen(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  return `${count(whole)}円${String(hundredths - whole * 100).padStart(2, '0')}銭`;
}
/** What an amount becomes: whole yen, or left as it is. */
const toWhole = (t: Told): string => (t.has('yen') ? `${yen(t)}とします` : '丸めません');

/** Every sentence about the hourly amount and what the classes come to. */
export const hourlySentences: Sentences<HourlyStepName> = {
  baseSummed: (t) =>
    `1か月の額は 給料月額 ${yen(t, 'salary')} + 手当 ${yen(t, 'allowances')} = ${yen(t, 'base')} です。`,
  allowanceLeftOut: (t) =>
    `${named(baseAllowanceNames, t.w('allowance'))} ${yen(t)}は、団体の定めでは1時間当たりの額に入りません。`,
  holidaysCounted: (t) =>
    `${t.n('fiscalYear')}年度に引く休日は ${t.n('days')}日です(${named(deductions, t.w('rule'))}${
      t.has('national')
        ? `: 祝日法の休日 ${t.n('national')}日、年末年始 ${t.n('yearEnd')}日、団体の休日 ${t.n('own')}日`
        : ''
    })。`,
  yearHoursSummed: (t) =>
    `1年の勤務時間は ${hm(t.n('fullWeek'))} × ${t.n('weeks')}週 − ${hm(t.n('fullDay'))} × ${t.n('days')}日 = ${hm(t.n('minutes'))} です。`,
  shortWeekApplied: (t) =>
    `短時間勤務のため、${hm(t.n('weekly'))} ÷ ${hm(t.n('fullWeek'))} をかけて ${hm(t.n('minutes'))} とします。`,
  hourlyDivided: (t) =>
    `勤務1時間当たりの給与額は ${yen(t, 'base')} × 12 ÷ ${hm(t.n('minutes'))} = ${sen(t.n('sen'))}で、${toWhole(t)}。`,
  premiumRounded: (t) => `${rate(t)} は ${sen(t.n('sen'))}で、${toWhole(t)}。`,
  amountSummed: (t) =>
    `${named(allowanceNames, t.w('allowance'))} ${rate(t)} は ${t.n('hours')} 時間で ${yen(t)}です。`,
  amountsTotalled: (t) => `合計は ${yen(t)}です。`,
};

const factor = (t: Told): string => `0.${String(t.n('factor')).padStart(2, '0')}`;
const orders: Readonly<Record<PayRules['timeOffRemainderFrom'], string>> = {
  LATEST: '遅く働いた時間から',
  EARLIEST: '早く働いた時間から',
  SMALLEST_FACTOR: '率の小さい時間から',
  GREATEST_FACTOR: '率の大きい時間から',
};
const offDayKinds: Readonly<Record<string, string>> = {
  dutyDay: '勤務日',
  weeklyDayOff: '週休日',
  legalHoliday: '休日',
  compensatoryDayOff: '代休日',
};
const may = (t: Told, yes: string, no: string): string => (t.n('fits') === 1 ? yes : no);

/** Every sentence about time off in lieu. */
export const timeOffSentences: Sentences<TimeOffStepName> = {
  beyondWeighed: (t) => {
    const hours = hm(Math.floor(t.n('timeOff') / 100));
    const rest = t.n('timeOff') % 100 === 0 ? '' : '余り';
    return `${kind(t)}の60時間超 ${hm(t.n('minutes'))} × ${factor(t)} = ${hours}${rest}。`;
  },
  nothingBeyond: () => '60時間を超えた時間はありません。',
  entitlementSummed: (t) =>
    `指定できる時間外勤務代休時間は ${hm(t.n('entitlement'))} です。4:00 か 7:45 の単位だけで取れるのは ${hm(t.n('byUnits'))} です。`,
  windowCompared: (t) =>
    `${date(t, 'day')}は、指定できる期間(${date(t, 'first')}〜${date(t, 'last')})の${may(t, '中です。', '外です。')}`,
  dayCompared: (t) =>
    `${date(t, 'day')}は${named(offDayKinds, t.w('kind'))}です。${may(t, '', '時間外勤務代休時間を指定できるのは勤務日だけです。')}`,
  edgeCompared: (t) =>
    `${hm(t.n('from'))}–${hm(t.n('until'))} は${may(t, '始業か終業に続いています。', '始業にも終業にも続いていません。')}`,
  unitCompared: (t) =>
    `長さは ${hm(t.n('length'))}(代休時間 ${hm(t.n('timeOff'))}、年休 ${hm(t.n('leave'))})で、${may(t, '単位に合います。', '4:00 にも 7:45 にもなりません。')}`,
  declinedByStaff: () => '職員が望まないため、指定しません。',
  leftCompared: (t) =>
    `使う ${hm(t.n('timeOff'))} は、残り ${hm(t.n('left'))} の${may(t, '範囲です。', '範囲を超えています。')}`,
  secondOfDay: (t) => `${date(t, 'day')}にはすでに指定があります。`,
  dayUsed: (t) =>
    t.n('possible') === 1
      ? `${date(t, 'day')}に ${hm(t.n('timeOff'))} を指定します${t.n('worked') > 0 ? `(うち ${hm(t.n('worked'))} は勤務しました)` : ''}。`
      : `${date(t, 'day')}には指定できません。`,
  remainderLeft: (t) =>
    `残りは ${hm(t.n('entitlement'))} − ${hm(t.n('used'))}${t.n('worked') > 0 ? ` + 勤務した ${hm(t.n('worked'))}` : ''} = ${hm(t.n('remainder'))} です。`,
  paidBack: (t) =>
    `残りに当たる ${hm(t.n('minutes'))}(${kind(t)}、÷ ${factor(t)}、${named(orders, t.w('order'))})は60時間超の割合で支給します。`,
  withheld: (t) => `${kind(t)}の ${hm(t.n('minutes'))} は、代休時間に代えるため ${rate(t)} で支給します。`,
};

const reasons: Readonly<Record<string, string>> = {
  noNeed: '臨時又は緊急の必要によるものではありません',
  notDisaster: '勤務日の勤務で、災害への対処等ではありません',
  outsideBand: '勤務日の深夜の時間に当たりません',
};

/** Every sentence about 管理職員特別勤務手当. */
export const managersSentences: Sentences<ManagersStepName> = {
  dayOffOccasion: (t) =>
    `${date(t, 'dutyDate')}の週休日等の勤務は ${hm(t.n('minutes'))} です。${hm(t.n('long'))} を${t.n('longer') === 1 ? '超えるため、額は1.5倍です。' : '超えません。'}`,
  nightOccasion: (t) =>
    `${date(t, 'dutyDate')}の災害への対処等 ${hm(t.n('minutes'))} のうち、${hm(t.n('from'))} から翌日 5:00 までに当たる時間は ${hm(t.n('inBand'))} です。`,
  noOccasion: (t) =>
    `${date(t, 'dutyDate')}の ${hm(t.n('minutes'))} に管理職員特別勤務手当はありません。${named(reasons, t.w('because'))}。`,
  amountRead: (t) =>
    t.n('longer') === 1
      ? `${t.w('grade')}の額は ${yen(t, 'base')} × 1.5 = ${yen(t)}です。`
      : `${t.w('grade')}の額は ${yen(t)}です。`,
  amountUnknown: (t) =>
    `${t.w('grade') === '' ? '職の区分が書かれていないため' : `${t.w('grade')}の額が定められていないため`}、額は出しません。`,
  nightSummed: (t) => `22:00–5:00 の勤務 ${hm(t.n('minutes'))} には、夜間勤務手当 ${rate(t)} を支給します。`,
  nightBelowLaw: (t) =>
    `22:00–5:00 の勤務が ${hm(t.n('minutes'))} ありますが、団体の定めでは夜間勤務手当がありません。深夜の割増しは管理監督職員にも要ります。`,
  managersSummed: (t) => `勤務は週休日・休日が ${hm(t.n('dayOff'))}、ほかの日が ${hm(t.n('other'))} です。`,
};
