/** The chapters of an explanation that overtime law answers for. */
export const overtimeChapters = ['sum', 'caps', 'remaining', 'exceptions', 'verdict'] as const;
export type OvertimeChapter = (typeof overtimeChapters)[number];

/**
 * Every sentence that the judgement of overtime can say, with its chapter and the figures it carries.
 * Figures are minutes; `month`, `from`, `through` … are month indexes; `months`, `cap` of a count are numbers of months.
 */
export const overtimeSteps = {
  /** month, overtime, exceptional, legalHolidayWork */
  monthSummed: 'sum',
  /** month */
  monthUnknown: 'sum',
  /** month */
  selfDirectedDepartment: 'caps',
  /** month */
  externallyDrivenDepartment: 'caps',
  /** month; month in which a transfer falls */
  externallyDrivenForTransfer: 'caps',
  /** month */
  article36Agreement: 'caps',
  /** month, begins: no cap covers the month */
  noCapInForce: 'caps',
  /** cap, lessThan (1 for 未満) */
  monthlyCapApplies: 'caps',
  /** cap, lessThan */
  monthlyTotalCapApplies: 'caps',
  /** cap (of one month), fewest, most (lengths of the windows) */
  averageCapApplies: 'caps',
  /** cap, from, through */
  annualCapApplies: 'caps',
  /** cap (months), base, from, through */
  monthsOverCapApplies: 'caps',
  /** cap, perMonth, months, from, through */
  afterTransferCapApplies: 'caps',
  /** bound, before (0), now, slack, binding (1 = reached first) */
  remainingMonthly: 'remaining',
  /** bound, before (0), now, slack, binding; `now` with legal-holiday work */
  remainingMonthlyTotal: 'remaining',
  /** months, perMonth, bound, before, now, slack, binding, from, before1 … before5 (the months before, latest first) */
  remainingAverage: 'remaining',
  /** bound, before, now, slack, binding, from */
  remainingAnnual: 'remaining',
  /** cap, before, now (the count with this month), left, base, binding; slack only when the base binds this month */
  remainingMonthsOver: 'remaining',
  /** bound, before, now, slack, binding, from, through, months, perMonth */
  remainingAfterTransfer: 'remaining',
  /** position of the limit in the order of limits, unknown (how many months); words: limit, because */
  limitNotJudged: 'remaining',
  /** from, through (of the limit reached first), outside, outsideMonth (0 when there is none at all) */
  exceptionalWorkAbsent: 'exceptions',
  /** from, through, exceptional */
  exceptionalWorkPresent: 'exceptions',
  /** from, through, ordinary, cap, over: what is left without 特例業務 is above the cap too; words: limit */
  ordinaryWorkAlone: 'exceptions',
  /** month, disasterNeed: 33条1項, outside the caps of article 36 */
  disasterNeedApart: 'exceptions',
  /** No figures: 労基法36条 knows no 特例業務 */
  exceptionalWorkUnknownToArticle36: 'exceptions',
  /** from, through (of the year) */
  transferAbsent: 'exceptions',
  /** words: on */
  transferOnFirstDay: 'exceptions',
  /** month; words: on; a transfer on the first day of a month where that decides the month */
  transferOnFirstOfMonth: 'exceptions',
  /** month, from, through; words: on */
  transferToSelfDirected: 'exceptions',
  /** month; words: on */
  transferToExternallyDriven: 'exceptions',
  /** begins: windows that reach before it are not tested */
  windowsBeforeStart: 'exceptions',
  /** Requests for childcare or family care lower the caps; they are not part of this judgement */
  personalRequestsApart: 'exceptions',
  /** remaining, month; words: limit */
  remainingVerdict: 'verdict',
  /** over, month; words: limit */
  overVerdict: 'verdict',
  /** over, month; words: limit */
  overExceptionalVerdict: 'verdict',
  /** month */
  notJudgedVerdict: 'verdict',
  /** month */
  noLimitVerdict: 'verdict',
  /** forecast, soFar, judgedMinutes, judgedDays, perDay, daysLeft, orderedAhead */
  monthForecast: 'verdict',
  /** No pace yet */
  noForecast: 'verdict',
  /** forecastMonth, forecast, cap, over; for averages also months, average, averageOver; words: limit */
  forecastOverLimit: 'verdict',
} as const satisfies Readonly<Record<string, OvertimeChapter>>;

export type OvertimeStepName = keyof typeof overtimeSteps;
