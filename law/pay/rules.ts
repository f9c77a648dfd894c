import { hours, type Minutes } from '../time/minutes.ts';

/** How an amount of yen is brought to whole yen; `NONE` keeps the fraction until the next step. */
export type YenRounding = 'HALF_UP' | 'DOWN' | 'UP' | 'NONE';

/** 手当 that may stand in the base of the hourly amount beside 給料月額. */
export const baseAllowances = [
  /** 地域手当 */
  'regional',
  /** 初任給調整手当 */
  'initialSalaryAdjustment',
  /** 月額で定める特殊勤務手当 */
  'monthlySpecialWork',
  /** 広域異動手当 */
  'wideAreaReassignment',
  /** 特地勤務手当 */
  'remoteArea',
  /** 寒冷地手当 */
  'coldArea',
] as const;
export type BaseAllowance = (typeof baseAllowances)[number];

/** 管理職員特別勤務手当 of one class of posts, in yen for one occasion. */
export type ManagersAmount = {
  /** The municipality's own name of the class (Ⅰ種, 部長級 …). */
  readonly grade: string;
  /** Work on a 週休日 or 休日, of six hours or less. */
  readonly dayOff: number;
  /** Work in the night band of another day. */
  readonly night: number;
};

/**
 * What a municipality decides about 時間外勤務手当・休日勤務手当・夜間勤務手当, time off in their place, and days off that move.
 * Statutory numbers (125/100, 60 hours …) are not among them: they stand in `pay-rates.ts`. Durations are minutes.
 */
export type PayRules = {
  /** 休日勤務手当, percent of the hourly amount: 125–150 (給与条例(準則)16条). */
  readonly holidayWorkRate: number;
  /**
   * How 休日勤務手当 is written. `WHOLE`: one class of 135/100. `BASE_AND_PREMIUM`: the same minutes in a class of 100/100 and one
   * of 35/100. `PREMIUM_ONLY`: 35/100, where the salary covers the 100 (筑後市).
   */
  readonly holidayWorkSplit: 'WHOLE' | 'BASE_AND_PREMIUM' | 'PREMIUM_ONLY';
  /** Overtime on a 休日 for which a 代休日 was designated: as on a duty day (125/150) or as on another day (135/160). */
  readonly compensatedHolidayRate: 'DUTY_DAY' | 'OTHER_DAY';
  /**
   * What the counter of sixty hours leaves out: nothing (国 since 2011-04-01), or work on 日曜日 or the day in its place, which
   * then keeps 135/160 also beyond sixty hours.
   */
  readonly sixtyExcludes: 'NONE' | 'SUNDAY_TYPE';
  /** Whether hours paid at 25/100 for a 振替 count to sixty hours and become 50/100 beyond them (台東区条例15条5項). */
  readonly reallottedCountsToSixty: boolean;
  /** Where such hours enter the counter: at the end of their week, at the end of the day they are given for, after the whole month. */
  readonly reallottedEnters: 'WEEK_END' | 'DUTY_DATE' | 'MONTH_END';
  /** How many minutes of a week with a 振替 are paid at 25/100: `T38` (筑後市・秩父市), `T40_HOLIDAY_WEEK` (青森市・長門市・木城町). */
  readonly reallottedMethod: 'T38' | 'T40_HOLIDAY_WEEK';
  /** First day of the week, 0 = Sunday … 6 = Saturday (週の起算日). */
  readonly weekStart: number;
  /** Work past midnight: rate and month of the duty date, or those of the calendar day. */
  readonly overnightRateBy: 'START_DAY' | 'CALENDAR_DATE';
  /** Minutes of the last hour of a class and month from which it is paid as a whole hour: 1–30 (昭63基発150号 allows 30). */
  readonly payRoundingUpFrom: Minutes;
  /** 1日の勤務時間 of full-time staff (勤務時間条例2条): up to it short-time staff are paid 100/100. */
  readonly fullDay: Minutes;
  /** 1週間の勤務時間 of full-time staff (勤務時間条例2条). */
  readonly fullWeek: Minutes;
  /**
   * Overtime of short-time staff (パートタイム会計年度任用職員) on a day on which no hours are allotted: `OTHER_DAY` 135/100, or `FULL_WEEK` 100/100
   * until the day is a full one and the week is, and 125/100 beyond.
   */
  readonly shortTimeWithoutHours: 'OTHER_DAY' | 'FULL_WEEK';
  /**
   * Days of 休日 whose hours are taken from the yearly hours by which the salary is divided. `WEEKDAY_COUNT`: 休日 not on a 週休日 (三重県).
   * `LITERAL_OGAWARA`: 祝日法の休日 not on a Saturday and 年末年始 not on a Saturday or Sunday (大河原町). `FIXED`: `holidayDeductionDays`
   * (福岡県 18). `NONE`: no deduction (給与法19条).
   */
  readonly holidayDeduction: 'WEEKDAY_COUNT' | 'LITERAL_OGAWARA' | 'FIXED' | 'NONE';
  /** Days, used by `FIXED` alone. */
  readonly holidayDeductionDays: number;
  /** 手当 in the base of the hourly amount beside 給料月額. */
  readonly allowancesInBase: readonly BaseAllowance[];
  /** 勤務1時間当たりの給与額 to whole yen (鳥取市水道3条: 50銭未満切捨て、50銭以上切上げ). */
  readonly hourlyRounding: YenRounding;
  /** Hourly amount × rate to whole yen. */
  readonly premiumRounding: YenRounding;
  /** Hours × that to whole yen; says something only where the steps before keep a fraction. */
  readonly amountRounding: Exclude<YenRounding, 'NONE'>;
  /**
   * 時間外勤務代休時間: from which hours beyond sixty the part that no unit of time off could use is paid back: the latest worked, the
   * earliest worked, those with the smallest or the greatest factor.
   */
  readonly timeOffRemainderFrom: 'LATEST' | 'EARLIEST' | 'SMALLEST_FACTOR' | 'GREATEST_FACTOR';
  /** Months, from the first day of the month after the one worked, within which time off in lieu is designated (規則: 2月). */
  readonly timeOffWindowMonths: number;
  /** 週休日の振替: weeks before the day to be worked from which a day off may be taken. */
  readonly transferWeeksBefore: number;
  /** 週休日の振替: weeks after it. */
  readonly transferWeeksAfter: number;
  /** 代休日: weeks after the 休日 within which it is designated. */
  readonly compensatoryWeeks: number;
  /** Whether the day to be worked is itself the first day of those weeks (`INCLUSIVE`) or the day after it. */
  readonly windowCount: 'INCLUSIVE' | 'EXCLUSIVE';
  /** 半日の振替: minutes that move: 4:00, or 3:45 where the rule says 半日勤務時間. */
  readonly halfDay: Minutes;
  /** Most days of duty in a row after a 振替: 24, or 12. */
  readonly maxConsecutiveDutyDays: number;
  /** 管理職員特別勤務手当: start of its night band on days that are no 週休日 or 休日: 22:00 (国 from 2025-04-01), or 24:00 = 0:00. */
  readonly managersNightFrom: Minutes;
  /** Its amounts by class of posts; empty = no amounts are told. */
  readonly managersAmounts: readonly ManagersAmount[];
  /** Whether 管理監督職員 receive 夜間勤務手当 for 22:00–5:00; the floor is 労基法37条4項, so `false` is warned of. */
  readonly nightAllowanceForManagers: boolean;
  /** Whether a 祝日法の休日 on the 週休日 of staff not on Monday–Friday makes their next duty day a day of 休日勤務手当 (山都町規則2条). */
  readonly holidayMovesToNextDutyDay: boolean;
};

/** The model from which every municipality starts. */
export const modelPay: PayRules = {
  holidayWorkRate: 135,
  holidayWorkSplit: 'WHOLE',
  compensatedHolidayRate: 'DUTY_DAY',
  sixtyExcludes: 'NONE',
  reallottedCountsToSixty: true,
  reallottedEnters: 'WEEK_END',
  reallottedMethod: 'T38',
  weekStart: 0,
  overnightRateBy: 'START_DAY',
  payRoundingUpFrom: 30,
  fullDay: hours(7) + 45,
  fullWeek: hours(38) + 45,
  shortTimeWithoutHours: 'OTHER_DAY',
  holidayDeduction: 'WEEKDAY_COUNT',
  holidayDeductionDays: 18,
  allowancesInBase: ['regional', 'initialSalaryAdjustment', 'monthlySpecialWork'],
  hourlyRounding: 'HALF_UP',
  premiumRounding: 'HALF_UP',
  amountRounding: 'HALF_UP',
  timeOffRemainderFrom: 'LATEST',
  timeOffWindowMonths: 2,
  transferWeeksBefore: 4,
  transferWeeksAfter: 8,
  compensatoryWeeks: 8,
  windowCount: 'INCLUSIVE',
  halfDay: hours(4),
  maxConsecutiveDutyDays: 24,
  managersNightFrom: hours(22),
  managersAmounts: [],
  nightAllowanceForManagers: true,
  holidayMovesToNextDutyDay: true,
};
