import { type CalendarRules, calendarDay, type DayKind } from '../../calendar/municipal-calendar.ts';
import type { EpochDay } from '../../time/civil.ts';

/** Saturday and Sunday off, 12-29 to 01-03 closed, 8:30–17:15. */
export const exampleCalendar: CalendarRules = {
  weeklyDaysOff: [0, 6],
  yearEndClosing: { from: '12-29', through: '01-03' },
  anniversaries: [],
  allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
};

/** Its days, some of them turned into 週休日. */
export const exampleKindOf =
  (offs: readonly EpochDay[]) =>
  (day: EpochDay): DayKind =>
    offs.includes(day) ? 'weeklyDayOff' : calendarDay(exampleCalendar, day).kind;
