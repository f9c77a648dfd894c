/**
 * 地方公共団体の勤務条件等に関する調査: what a municipality decides about how its own answer is counted. Thresholds of the
 * survey (45時間超, 100時間以上, 5日未満 …), its rounding and its tables are not among it.
 */

/** 部局 by the divisions that the survey tells apart. */
export const bureauKinds = [
  /** 首長部局 */
  'mayor',
  /** 議会事務局 */
  'assembly',
  /** 選挙管理・監査・人事・農業などの委員会の事務局 */
  'committees',
  /** 教育委員会 */
  'education',
  /** 警察 */
  'police',
  /** 消防 */
  'fire',
  /** 公営企業 */
  'enterprise',
] as const;
export type BureauKind = (typeof bureauKinds)[number];

export type SurveyRules = {
  /** 部局 that stand outside the overtime tables (総行公第139号 別添1 ア注: 警察・消防・教育委員会). */
  readonly overtimeExcludes: readonly BureauKind[];
  /** Whether 管理監督職員 stand outside the overtime tables (same note). */
  readonly overtimeExcludesManagerial: boolean;
  /** メンタルヘルス不調による休務者 are counted by fiscal or by calendar year (別添1 注2: some count by calendar year). */
  readonly absencePeriod: 'fiscal' | 'calendar';
  /** From which unbroken length an absence counts: 30日以上, or 1か月以上 by the calendar (別添1 注1; 民法143条). */
  readonly absenceMinimum: 'days30' | 'month';
  /**
   * What of an unbroken absence is measured: from its start to the end of the year (`throughYearEnd`), only what lies in
   * the year (`withinYear`), or all of it, also after the year (`wholeSpan`). The notice says only that carried-over
   * absences are in (注3).
   */
  readonly absenceLength: 'throughYearEnd' | 'withinYear' | 'wholeSpan';
  /** 年次有給休暇 are counted by the calendar or the fiscal year, as the office keeps its leave year. */
  readonly annualLeavePeriod: 'calendar' | 'fiscal';
  /** One day of leave, in minutes, by which hourly takings become days (7:45). */
  readonly leaveDay: number;
  /**
   * Whose number is divided by the newly eligible in the rate of 育児休業: those of them who took it (`eligibleTakers`), or
   * all who newly took it in the year, also the eligible of earlier years (`newTakers`; may exceed 100 %).
   */
  readonly childcareRate: 'eligibleTakers' | 'newTakers';
};

export const modelSurvey: SurveyRules = {
  overtimeExcludes: ['education', 'police', 'fire'],
  overtimeExcludesManagerial: true,
  absencePeriod: 'fiscal',
  absenceMinimum: 'days30',
  absenceLength: 'throughYearEnd',
  annualLeavePeriod: 'calendar',
  leaveDay: 465,
  childcareRate: 'eligibleTakers',
};
