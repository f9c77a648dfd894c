/**
 * What a municipality decides about limits on request (育児・介護・妊産婦). The limits themselves (24時間, 150時間, 22–5) are
 * statutory and not here.
 */
export type RestrictionRules = {
  /** What the 150 hours are counted over: the period asked for (at most a year), or the 年度. */
  readonly yearOf: 'requestPeriod' | 'fiscalYear';
  /** 1–12, start month of the 年度 when `yearOf` is `fiscalYear`. */
  readonly yearStartMonth: number;
  /**
   * First day on which exemption from overtime is open until the child enters school (before: under three). `YYYY-MM-DD`.
   * The ordinances followed 2025-04-01; later where the municipality was late.
   */
  readonly exemptionUntilSchoolFrom: string;
  /** Longest period of one request of the limit or of exemption, in months (人事院規則10―11 第11条). */
  readonly overtimePeriodMonths: number;
  /** Longest period of one request of the limit of late-night work, in months (同第7条). */
  readonly nightPeriodMonths: number;
  /** Days between a request of the limit or of exemption and its first day (国: by the day before = 1; 育介法: a month). */
  readonly overtimeRequestDays: number;
  /** Months between a request of the limit of late-night work and its first day. */
  readonly nightRequestMonths: number;
};

/** The national rule for its own staff, which the ordinances follow. */
export const modelRestrictions: RestrictionRules = {
  yearOf: 'requestPeriod',
  yearStartMonth: 4,
  exemptionUntilSchoolFrom: '2025-04-01',
  overtimePeriodMonths: 12,
  nightPeriodMonths: 6,
  overtimeRequestDays: 1,
  nightRequestMonths: 1,
};
