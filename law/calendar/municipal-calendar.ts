import type { Citation } from '../decision/citation.ts';
import { type EpochDay, weekdayOf } from '../time/civil.ts';
import { firstDayOf, lengthOf, type MonthIndex, monthOf } from '../time/months.ts';
import type { Span } from '../time/spans.ts';
import type { Allotment } from '../working-time/types.ts';
import { holidaysOf, holidayYears } from './holidays.ts';

/** What a municipality decided about its days. `MM-DD` days of the year, weekdays 0 = Sunday. */
export type CalendarRules = {
  readonly weeklyDaysOff: readonly number[];
  /** 年末年始: first and last day, both inclusive; may cross the end of the year. */
  readonly yearEndClosing: { readonly from: string; readonly through: string };
  /** Days that the municipality itself made 休日; `from` = first calendar year. */
  readonly anniversaries: readonly { readonly on: string; readonly name: string; readonly from?: number | undefined }[];
  /** The hours allotted to every day that is not a weekly day off. */
  readonly allotment: { readonly hours: Span; readonly breaks: readonly Span[] };
};

export type DayKind = 'dutyDay' | 'weeklyDayOff' | 'legalHoliday';

export type CalendarDay = {
  readonly day: EpochDay;
  readonly kind: DayKind;
  /** Name of the 祝日, 年末年始 or anniversary; also told on a weekly day off. */
  readonly name?: string;
  readonly allotment: Allotment;
  readonly citation: Citation;
};

export type MonthCalendar = {
  readonly month: MonthIndex;
  readonly firstDay: EpochDay;
  readonly days: readonly CalendarDay[];
};

/** Thrown for a month for which the holidays are not known (see `holidayYears`): a refusal, never a day without holidays. */
export class OutsideCalendar extends Error {
  override readonly name = 'OutsideCalendar';
}

const ordinance = (path: string): Citation => ({
  instrument: 'model-working-hours-ordinance',
  revision: '2019-04-01',
  path,
  confidence: 'B',
});
const weeklyDayOffRule = ordinance('a=3/p=1');
const allotmentRule = ordinance('a=3/p=2');
const holidayRule = ordinance('a=9');

function isClosed({ from, through }: CalendarRules['yearEndClosing'], on: string): boolean {
  return from <= through ? from <= on && on <= through : on >= from || on <= through;
}

type Holidayish = { readonly name: string; readonly citation: Citation };

function holidaysOfMonth(month: MonthIndex): ReadonlyMap<EpochDay, Holidayish> {
  const year = Math.floor(month / 12);
  const holidays = holidaysOf(year, year);
  if (holidays === undefined) {
    throw new OutsideCalendar(`holidays of ${year} are not known (${holidayYears.from}–${holidayYears.through})`);
  }
  return new Map(holidays.map(({ day, name, citation }) => [day, { name, citation }]));
}

/** Why a day is a 休日 of the municipality, or undefined: 祝日法 first, then 年末年始, then its own days (勤務時間条例9条). */
function legalHolidayOf(
  rules: CalendarRules,
  national: ReadonlyMap<EpochDay, Holidayish>,
  day: EpochDay,
  year: number,
  on: string,
): Holidayish | undefined {
  const holiday = national.get(day);
  if (holiday !== undefined) return holiday;
  if (isClosed(rules.yearEndClosing, on)) return { name: '年末年始', citation: holidayRule };
  const own = rules.anniversaries.find((entry) => entry.on === on && (entry.from === undefined || entry.from <= year));
  return own === undefined ? undefined : { name: own.name, citation: holidayRule };
}

function judgeMonth(rules: CalendarRules, month: MonthIndex): MonthCalendar {
  const year = Math.floor(month / 12);
  const firstDay = firstDayOf(month);
  const national = holidaysOfMonth(month);
  const { hours, breaks } = rules.allotment;
  const dutyDay: Allotment = { kind: 'dutyDay', hours, breaks };
  const dayOff: Allotment = { kind: 'weeklyDayOff' };
  const prefix = `${String((month % 12) + 1).padStart(2, '0')}-`;
  const days = Array.from({ length: lengthOf(month) }, (_, index): CalendarDay => {
    const day = firstDay + index;
    const holiday = legalHolidayOf(rules, national, day, year, prefix + String(index + 1).padStart(2, '0'));
    if (rules.weeklyDaysOff.includes(weekdayOf(day))) {
      const kind = 'weeklyDayOff';
      if (holiday === undefined) return { day, kind, allotment: dayOff, citation: weeklyDayOffRule };
      const { name } = holiday;
      return { day, kind, name, allotment: { kind, name }, citation: weeklyDayOffRule };
    }
    if (holiday === undefined) return { day, kind: 'dutyDay', allotment: dutyDay, citation: allotmentRule };
    const { name, citation } = holiday;
    return { day, kind: 'legalHoliday', name, allotment: { kind: 'legalHoliday', hours, breaks, name }, citation };
  });
  return { month, firstDay, days };
}

const judged = new WeakMap<CalendarRules, Map<MonthIndex, MonthCalendar>>();

/**
 * Every day of a month for a municipality: 勤務を要する日, 週休日 or 休日. A 休日 that falls on a 週休日 is a 週休日.
 * Kept per rules object, so rules must not be changed in place.
 * @throws OutsideCalendar when the year's holidays are not known.
 */
export function monthCalendar(rules: CalendarRules, month: MonthIndex): MonthCalendar {
  let months = judged.get(rules);
  if (months === undefined) {
    months = new Map();
    judged.set(rules, months);
  }
  let calendar = months.get(month);
  if (calendar === undefined) {
    calendar = judgeMonth(rules, month);
    months.set(month, calendar);
  }
  return calendar;
}

/** One day of the municipality's calendar. @throws OutsideCalendar */
export function calendarDay(rules: CalendarRules, day: EpochDay): CalendarDay {
  const calendar = monthCalendar(rules, monthOf(day));
  const found = calendar.days[day - calendar.firstDay];
  if (found === undefined) throw new OutsideCalendar(`no such day: ${day}`);
  return found;
}

/** The hours allotted to a day of the ordinary pattern. The same days answer with the same object. @throws OutsideCalendar */
export function allotmentOf(rules: CalendarRules, day: EpochDay): Allotment {
  return calendarDay(rules, day).allotment;
}

/** Working days (勤務を要する日 that are no 休日) of a stretch, both ends inclusive. @throws OutsideCalendar */
export function dutyDaysBetween(rules: CalendarRules, first: EpochDay, last: EpochDay): number {
  let count = 0;
  for (let day = first; day <= last; day += 1) if (calendarDay(rules, day).kind === 'dutyDay') count += 1;
  return count;
}
