import { type CalendarRules, calendarDay, type DayKind } from '@tokimori/law/calendar/municipal-calendar';
import type { EpochDay } from '@tokimori/law/time/civil';
import { z } from 'zod';
import { date, optional } from '../../document/values.ts';

/** `MM-DD`, a day of every year. */
export const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'MM-DD で書きます。');

/** 週休日 and 休日 of the municipality; what is left out is as in the model. */
export const calendarInput = optional(
  z.strictObject({
    weeklyDaysOff: optional(z.array(z.int().min(0).max(6))),
    yearEndClosing: optional(z.strictObject({ from: monthDay, through: monthDay })),
    anniversaries: optional(z.array(z.strictObject({ on: monthDay, name: z.string().min(1) }))),
  }),
);

/** Duty hours of the model: 8:30–17:15, one hour's break. */
export const modelDuty = { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] } as const;

/** The calendar of a document, over the model. */
export function calendarOf(given: z.infer<typeof calendarInput>): CalendarRules {
  return {
    weeklyDaysOff: given?.weeklyDaysOff ?? [0, 6],
    yearEndClosing: given?.yearEndClosing ?? { from: '12-29', through: '01-03' },
    anniversaries: given?.anniversaries ?? [],
    allotment: modelDuty,
  };
}

/** Days of a shift that are other than the calendar says. */
export const ownDaysInput = optional(
  z.array(z.strictObject({ date, kind: z.enum(['dutyDay', 'weeklyDayOff', 'legalHoliday']) })),
);

/** The kind of a day: the person's own where it is given, else the calendar's. */
export function kindsOf(calendar: CalendarRules, own: z.infer<typeof ownDaysInput>): (day: EpochDay) => DayKind {
  const kinds = new Map((own ?? []).map((each) => [each.date, each.kind]));
  return (day) => kinds.get(day) ?? calendarDay(calendar, day).kind;
}
