import {
  type BaseAllowance,
  type ManagersAmount,
  modelPay,
  type PayRules,
  type YenRounding,
} from '@tokimori/law/pay/rules';
import { hours } from '@tokimori/law/time/minutes';
import { type Check, define, type Group, sameAs, usedByCommands } from '../definition.ts';
import { list, record } from '../kinds/composites.ts';
import { choice, count, duration, flag, percent, text, weekday } from '../kinds/values.ts';

const roundingWords: Readonly<Record<YenRounding, string>> = {
  HALF_UP: '50銭未満切捨て、50銭以上切上げ',
  DOWN: '1円未満切捨て',
  UP: '1円未満切上げ',
  NONE: '端数のまま次へ',
};
const { NONE: _kept, ...finalRounding } = roundingWords;

const allowanceWords: Readonly<Record<BaseAllowance, string>> = {
  regional: '地域手当',
  initialSalaryAdjustment: '初任給調整手当',
  monthlySpecialWork: '月額の特殊勤務手当',
  wideAreaReassignment: '広域異動手当',
  remoteArea: '特地勤務手当',
  coldArea: '寒冷地手当',
};

const yen = count('円', { from: 0, through: 1_000_000 });
const weeks = count('週間', { from: 0, through: 52 });

const checks: readonly Check<PayRules>[] = [
  {
    about: ['halfDay', 'fullDay'],
    broken: ({ halfDay, fullDay }) =>
      halfDay < fullDay
        ? undefined
        : {
            ja: '半日の振替の時間は、1日の勤務時間より短くします。',
            en: 'The half day must be shorter than the full day.',
          },
  },
];

export const payGroup: Group<PayRules> = {
  title: '手当と振替・代休',
  about: '支給割合(125/100など)と60時間は法令の数字です。ここは、給与条例・規則で分かれるところです。',
  used: usedByCommands,
  model: modelPay,
  fields: {
    holidayWorkRate: define('休日勤務手当の支給割合', percent({ from: 125, through: 150 }), [
      '給与条例(準則)第16条(125〜150の範囲内)',
      '条例',
      'A',
    ]),
    holidayWorkSplit: define(
      '休日勤務手当の書き方',
      choice<PayRules['holidayWorkSplit']>({
        WHOLE: '全体を一つの区分で',
        BASE_AND_PREMIUM: '100/100と割増しに分ける',
        PREMIUM_ONLY: '割増しだけ(100は給料に含む)',
      }),
      ['筑後市の例(35/100)', '条例', 'A'],
    ),
    compensatedHolidayRate: define(
      '代休日を指定した休日の時間外勤務',
      choice<PayRules['compensatedHolidayRate']>({
        DUTY_DAY: '勤務日と同じ(125/100)',
        OTHER_DAY: '休日と同じ(135/100)',
      }),
      ['給与条例(準則)第15条(例規で要確認)', '規則', 'C'],
    ),
    sixtyExcludes: define(
      '60時間に数えない時間外勤務',
      choice<PayRules['sixtyExcludes']>({
        NONE: 'なし(すべて数える)',
        SUNDAY_TYPE: '日曜日またはこれに相当する日',
      }),
      ['給与条例(準則)第15条第4項(国は平成23年4月1日からすべて)', '条例', 'A'],
    ),
    reallottedCountsToSixty: define(
      '振替による25/100の時間を60時間に数えるか',
      flag('数える(超えた分は50/100)', '数えない'),
      ['台東区条例第15条第5項', '条例', 'A'],
    ),
    reallottedEnters: define(
      '振替による25/100の時間を60時間に入れる順',
      choice<PayRules['reallottedEnters']>({
        WEEK_END: 'その週の終わり',
        DUTY_DATE: '勤務した日の終わり',
        MONTH_END: '月の終わり',
      }),
      ['運用(例規で要確認)', '人事課', 'C'],
    ),
    reallottedMethod: define(
      '振替のある週の25/100の時間の求め方',
      choice<PayRules['reallottedMethod']>({
        T38: '38:45に休日勤務を足した時間を超えた分',
        T40_HOLIDAY_WEEK: '休日勤務のある週は40:00を超えたときだけ',
      }),
      ['筑後市・秩父市(T38)、青森市・長門市・木城町(T40)', '規則', 'A'],
    ),
    weekStart: define(
      '週の起算日(0は日曜日)',
      weekday,
      ['給与条例(準則)第15条、規則', '規則', 'B'],
      sameAs('statutoryHours.weekStart'),
    ),
    overnightRateBy: define(
      '0時をまたぐ勤務の支給割合と月',
      choice<PayRules['overnightRateBy']>({ START_DAY: '勤務の始まった日による', CALENDAR_DATE: '0時で分ける' }),
      ['運用(例規で要確認)', '規則', 'C'],
    ),
    payRoundingUpFrom: define('月の合計の1時間未満を1時間に切り上げる分', duration({ from: 1, through: 30 }), [
      '昭和63年3月14日基発150号(30分以上切上げ)、白糠町規則第6条',
      '規則',
      'A',
    ]),
    fullDay: define(
      '1日の勤務時間(短時間勤務職員はここまで100/100)',
      duration({ from: hours(4), through: hours(8) }),
      ['勤務時間条例(準則)第2条', '条例', 'A'],
      sameAs('hours.fullDay'),
    ),
    fullWeek: define(
      '1週間の勤務時間',
      duration({ from: hours(20), through: hours(40) }),
      ['勤務時間条例(準則)第2条', '条例', 'A'],
      sameAs('hours.fullWeek'),
    ),
    shortTimeWithoutHours: define(
      '勤務時間を割り振らない日の、パートタイム会計年度任用職員の時間外勤務',
      choice<PayRules['shortTimeWithoutHours']>({
        OTHER_DAY: '135/100とする',
        FULL_WEEK: '1日7:45・週38:45までは100/100、超える分は125/100とする',
      }),
      ['会計年度任用職員の給与の条例(例規で要確認)', '条例', 'C'],
    ),
    holidayDeduction: define(
      '勤務1時間当たりの給与額の分母から引く休日',
      choice<PayRules['holidayDeduction']>({
        WEEKDAY_COUNT: '週休日でない休日の日数',
        LITERAL_OGAWARA: '土曜日でない祝日法の休日と平日の年末年始',
        FIXED: '決まった日数',
        NONE: '引かない',
      }),
      ['三重県、大河原町規則第7号、福岡県(18日)、給与法第19条', '規則', 'A'],
    ),
    holidayDeductionDays: define('上が「決まった日数」のときの日数', count('日', { from: 0, through: 30 }), [
      '福岡県(18日)',
      '規則',
      'A',
    ]),
    allowancesInBase: define(
      '勤務1時間当たりの給与額に入れる手当(給料月額のほか)',
      list(choice(allowanceWords), { most: 6, empty: 'なし' }),
      ['給与条例(準則)第18条', '条例', 'B'],
    ),
    hourlyRounding: define('勤務1時間当たりの給与額の端数', choice<YenRounding>(roundingWords), [
      '鳥取市水道局規程第3条',
      '規則',
      'A',
    ]),
    premiumRounding: define('支給割合を乗じた額の端数', choice<YenRounding>(roundingWords), [
      '鳥取市水道局規程第3条の類推',
      '規則',
      'B',
    ]),
    amountRounding: define('時間数を乗じた額の端数', choice<PayRules['amountRounding']>(finalRounding), [
      '運用(例規で要確認)',
      '規則',
      'C',
    ]),
    timeOffRemainderFrom: define(
      '時間外勤務代休時間に使い切れない分を戻す順',
      choice<PayRules['timeOffRemainderFrom']>({
        LATEST: '後に勤務した時間から',
        EARLIEST: '先に勤務した時間から',
        SMALLEST_FACTOR: '換算率の小さい時間から',
        GREATEST_FACTOR: '換算率の大きい時間から',
      }),
      ['運用(例規で要確認)', '人事課', 'C'],
    ),
    timeOffWindowMonths: define(
      '時間外勤務代休時間を指定できる期間(翌月の初日から)',
      count('か月', { from: 1, through: 2 }),
      ['勤務時間条例(準則)第8条の3、規則(2か月)', '規則', 'A'],
    ),
    transferWeeksBefore: define('週休日の振替: 勤務する日の前', weeks, [
      '規則(4週間前から)、宇治市・島根県広域',
      '規則',
      'A',
    ]),
    transferWeeksAfter: define('週休日の振替: 勤務する日の後', weeks, [
      '規則(8週間後まで)、宇治市・島根県広域',
      '規則',
      'A',
    ]),
    compensatoryWeeks: define('代休日: 休日の後', weeks, ['三郷市条例第10条(8週間後まで)', '規則', 'A']),
    windowCount: define(
      '上の期間の数え方',
      choice<PayRules['windowCount']>({ INCLUSIVE: '勤務する日を1日目とする', EXCLUSIVE: '翌日を1日目とする' }),
      ['規則(例規で要確認)', '規則', 'C'],
    ),
    halfDay: define('半日の振替で動かす時間', duration({ from: hours(3), through: hours(4) }), [
      '三郷市条例第5条(4時間)、宇治市(半日勤務時間)',
      '条例',
      'A',
    ]),
    maxConsecutiveDutyDays: define('振替の後に続けて勤務できる日数', count('日', { from: 6, through: 24 }), [
      '規則(24日、12日の例あり)',
      '規則',
      'B',
    ]),
    managersNightFrom: define('管理職員特別勤務手当の夜間の始まり', duration({ from: hours(22), through: hours(24) }), [
      '給与法第19条の3(令和7年4月1日から22時)',
      '条例',
      'B',
    ]),
    managersAmounts: define(
      '管理職員特別勤務手当の額(職の区分ごと、1回)',
      list(
        record<ManagersAmount>(
          { grade: text(20), dayOff: yen, night: yen },
          ({ grade, dayOff, night }) => `${grade} 週休日等${yen.says(dayOff)}・夜間${yen.says(night)}`,
        ),
        { most: 30, empty: '額は出さない', sameBy: 'grade' },
      ),
      ['給与条例・規則', '規則', 'B'],
    ),
    nightAllowanceForManagers: define(
      '管理監督職員の夜間勤務手当(支給しないのは労働基準法37条4項の最低を下回る)',
      flag('支給する', '支給しない'),
      ['給与条例、労働基準法第37条第4項', '条例', 'B'],
      sameAs('regime.managersNightAllowance'),
    ),
    holidayMovesToNextDutyDay: define(
      '交替制などの職員の週休日が祝日法の休日に当たるときの、次の勤務日',
      flag('休日勤務手当の日とする', 'しない'),
      ['山都町規則第2条', '規則', 'A'],
    ),
  },
  checks,
};
