/** What a municipality decides about the caps where the rule leaves room. The caps themselves are statutory and not here. */
export type OvertimeRules = {
  /**
   * A transfer on the first day of the 年: it only says where one stands all year (`confirmsKind`), or it counts like every other
   * transfer (`counts`: its month is 特定期間, then 30時間 for each month left). 例規で要確認.
   */
  readonly transferOnFirstDayOfYear: 'confirmsKind' | 'counts';
  /**
   * A transfer on the first day of another month: the whole month is 特定期間 (`counts`, the words of the notice), or the month
   * is judged by the new department alone and the 30時間 run from it (`confirmsKind`). 例規で要確認.
   */
  readonly transferOnFirstDayOfMonth: 'counts' | 'confirmsKind';
  /** A new appointment by the same body without a gap (再任用, 会計年度の再度の任用): one employment, or each anew. */
  readonly reappointment: 'continuous' | 'anew';
  /** Whose kind a month has in which someone holds 兼務: that of the main post, or externally driven when any post is. */
  readonly concurrentKind: 'mainPost' | 'anyPost';
};

/** The model. */
export const modelOvertime: OvertimeRules = {
  transferOnFirstDayOfYear: 'confirmsKind',
  transferOnFirstDayOfMonth: 'counts',
  reappointment: 'continuous',
  concurrentKind: 'mainPost',
};
