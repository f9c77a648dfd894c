/**
 * Which day of a week is the 法定休日 of 労基法35条. `lastInWeek`: no day is named, so that only when every day off of the
 * week was worked the last of them is it; a weekday: the ordinance or the rules of employment name it; `asStated`: the roster
 * marks it day by day (shift crews, four days in four weeks).
 */
export type LegalHolidayRule =
  | 'lastInWeek'
  | 'asStated'
  | 'sunday'
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday';

/** In which month the weekly excess of a week counts that lies in two months. */
export type WeekAcrossMonths = 'byDutyDate' | 'lastDayOfWeek';

/** What a municipality decides about the count of 労基法36条; the 8 and 40 hours themselves are law and not among it. */
export type StatutoryHoursRules = {
  /** 週の起算日: 0 = Sunday … 6 = Saturday. Sunday unless the rules name another (昭63.1.1基発1号). */
  readonly weekStart: number;
  /** 法定休日 (労基法35条, 平6.1.4基発1号: naming a weekday is desirable, not required). */
  readonly legalHoliday: LegalHolidayRule;
  /** Weekly excess of a week in two months: by the duty date of each minute, or whole in the month of the week's last day. */
  readonly weekAcrossMonths: WeekAcrossMonths;
  /** Whether the body has a 人事委員会, which stands in for the 労基署 where the law says so (地公法58条5項); if not, its head. */
  readonly personnelCommission: boolean;
};

/** The model: no 法定休日 named, weeks from Sunday, minutes counted on their duty date. */
export const modelStatutoryHours: StatutoryHoursRules = {
  weekStart: 0,
  legalHoliday: 'lastInWeek',
  weekAcrossMonths: 'byDutyDate',
  personnelCommission: false,
};
