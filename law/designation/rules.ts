/** What a municipality decides about 他律的業務の比重が高い部署 and about overtime beyond the caps. */
export type DesignationRules = {
  /** What is designated: 課・室 or a finer unit (職職―328 第10), or single tasks (うきは市, 総務省事例集). */
  readonly scope: 'department' | 'task';
  /** Percent of all departments above which a designation is warned about (必要最小限, 総行公第139号 2(2)). 1–100. */
  readonly warnPercent: number;
  /** By when each person must have been told which caps apply: before the month, or before the day, from which they apply. */
  readonly noticeBefore: 'month' | 'day';
  /** Whether a retro-active designation may stand at all when a reason is given; without a reason it never does. */
  readonly retroactiveWithReason: boolean;
  /**
   * Kind of a month in which the kind of the person's post changes (異動, 指定の変更): `externallyDriven` in both directions
   * (大山崎町告示 別表第1), or the kind of its last day.
   */
  readonly changingMonth: 'externallyDriven' | 'lastDay';
  /** For how many days a confirmation of health holds before an order that goes beyond month 100 / average 80. Days. */
  readonly confirmationDays: number;
  /** Day of the month before by which 特例業務 of a person is given notice of (練馬区: the 20th). 1–28. */
  readonly priorNoticeDay: number;
  /**
   * Earlier deadline for the record and review of one month, beside that of the year: day of the month that lies so many months
   * after (練馬区: 20th, 2 months after). null = the deadline of the year only.
   */
  readonly monthlyReview: { readonly monthsAfter: number; readonly day: number } | null;
};

/** The model: designation by department, warned above one half, notice before the month. */
export const modelDesignation: DesignationRules = {
  scope: 'department',
  warnPercent: 50,
  noticeBefore: 'month',
  retroactiveWithReason: true,
  changingMonth: 'externallyDriven',
  confirmationDays: 31,
  priorNoticeDay: 20,
  monthlyReview: null,
};
