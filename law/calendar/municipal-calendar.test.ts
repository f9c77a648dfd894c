import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../instruments/instruments.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { epochDayOf, formatLocalDate } from '../time/civil.ts';
import { formatYearMonth, type MonthIndex, parseYearMonth } from '../time/months.ts';
import {
  allotmentOf,
  type CalendarRules,
  calendarDay,
  dutyDaysBetween,
  monthCalendar,
  OutsideCalendar,
} from './municipal-calendar.ts';

const model: CalendarRules = {
  weeklyDaysOff: [0, 6],
  yearEndClosing: { from: '12-29', through: '01-03' },
  anniversaries: [],
  allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
};

function rulesOf(given: Given): CalendarRules {
  const closing = given.has('yearEndClosing') ? given.inner('yearEndClosing') : undefined;
  return {
    ...model,
    ...(given.has('weeklyDaysOff') ? { weeklyDaysOff: given.texts('weeklyDaysOff').map(Number) } : {}),
    ...(closing ? { yearEndClosing: { from: closing.text('from'), through: closing.text('through') } } : {}),
    anniversaries: given.list('anniversaries').map((entry) => ({
      on: entry.text('on'),
      name: entry.text('name'),
      from: entry.has('from') ? entry.number('from') : undefined,
    })),
  };
}

testCases(new URL('./municipal-calendar.cases.yaml', import.meta.url), (given) => {
  const { kind, name, citation } = calendarDay(rulesOf(given), given.day('day'));
  return { answer: name === undefined ? kind : `${kind} ${name}`, cites: [`${citation.instrument} ${citation.path}`] };
});

const month = (text: string): MonthIndex => parseYearMonth(text) ?? Number.NaN;

describe('the calendar of a municipality', () => {
  it('answers for every day of every month 2019-04 … 2028-03', () => {
    let expected = epochDayOf(2019, 4, 1);
    for (let any = month('2019-04'); any <= month('2028-03'); any += 1) {
      const { firstDay, days } = monthCalendar(model, any);
      expect(firstDay).toBe(expected);
      for (const { day, kind, allotment, citation } of days) {
        expect(formatLocalDate(day)).toBe(formatLocalDate(expected));
        expect(allotment.kind).toBe(kind);
        expect(instrumentOf(citation.instrument)).toBeDefined();
        expect(citation.revision <= formatLocalDate(day), citation.revision).toBe(true);
        expect(['A', 'B']).toContain(citation.confidence);
        expected += 1;
      }
      expect(days.filter(({ kind }) => kind === 'dutyDay').length, formatYearMonth(any)).toBeGreaterThanOrEqual(17);
    }
    expect(formatLocalDate(expected)).toBe('2028-04-01');
  });

  it('allots 20 weekday holidays in fiscal 2026, 19 in 2025, 18 in 2024', () => {
    const weekdayHolidays = (year: number) => {
      let count = 0;
      for (let day = epochDayOf(year, 4, 1); day < epochDayOf(year + 1, 4, 1); day += 1) {
        if (calendarDay(model, day).kind === 'legalHoliday') count += 1;
      }
      return count;
    };
    expect([weekdayHolidays(2026), weekdayHolidays(2025), weekdayHolidays(2024)]).toEqual([20, 19, 18]);
  });

  it('keeps the hours of a 休日 allotted, and allots none to a 週休日', () => {
    const { hours, breaks } = model.allotment;
    expect(allotmentOf(model, epochDayOf(2026, 11, 4))).toEqual({ kind: 'dutyDay', hours, breaks });
    expect(allotmentOf(model, epochDayOf(2026, 11, 3))).toEqual({
      kind: 'legalHoliday',
      hours,
      breaks,
      name: '文化の日',
    });
    expect(allotmentOf(model, epochDayOf(2026, 11, 7))).toEqual({ kind: 'weeklyDayOff' });
    expect(allotmentOf(model, epochDayOf(2026, 5, 3))).toEqual({ kind: 'weeklyDayOff', name: '憲法記念日' });
  });

  it('is kept per rules', () => {
    expect(monthCalendar(model, month('2026-11'))).toBe(monthCalendar(model, month('2026-11')));
    const others: CalendarRules = { ...model, weeklyDaysOff: [1] };
    expect(calendarDay(others, epochDayOf(2026, 11, 7)).kind).toBe('dutyDay');
    expect(calendarDay(model, epochDayOf(2026, 11, 7)).kind).toBe('weeklyDayOff');
  });

  it('counts duty days, both ends included', () => {
    expect(dutyDaysBetween(model, epochDayOf(2026, 11, 1), epochDayOf(2026, 11, 30))).toBe(19);
    expect(dutyDaysBetween(model, epochDayOf(2026, 11, 4), epochDayOf(2026, 11, 4))).toBe(1);
    expect(dutyDaysBetween(model, epochDayOf(2026, 11, 5), epochDayOf(2026, 11, 4))).toBe(0);
  });

  it('refuses years whose holidays are not known', () => {
    expect(() => monthCalendar(model, month('2006-12'))).toThrow(OutsideCalendar);
    expect(() => calendarDay(model, epochDayOf(2100, 1, 1))).toThrow('holidays of 2100 are not known (2007–2099)');
  });
});
