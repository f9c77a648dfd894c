import holidayJp from '@holiday-jp/holiday_jp';
import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../instruments/instruments.ts';
import { testCases } from '../testing/cases.ts';
import { epochDayOf, formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { holidaysOf, holidayYears } from './holidays.ts';

testCases(new URL('./holidays.cases.yaml', import.meta.url), (given) => {
  const year = given.number('year');
  const holidays = holidaysOf(year, given.number('asOf'));
  if (holidays === undefined) return { answer: 'refused' };
  const answer: Record<string, string> = {};
  for (let day = epochDayOf(year, 1, 1); day <= epochDayOf(year, 12, 31); day += 1) answer[formatLocalDate(day)] = '-';
  for (const { day, name, kind, provisional } of holidays) {
    answer[formatLocalDate(day)] = [name, kind, ...(provisional ? ['provisional'] : [])].join(' ');
  }
  return { answer, cites: holidays.map(({ citation }) => `${citation.instrument} ${citation.path}`) };
});

const years = Array.from(
  { length: holidayYears.through - holidayYears.from + 1 },
  (_, index) => holidayYears.from + index,
);

describe('holidays of the law', () => {
  it('are the days of an independent list, every day of 2007–2050', () => {
    for (const year of years.filter((any) => any <= 2050)) {
      const listed = holidayJp
        .between(new Date(`${year}-01-01`), new Date(`${year}-12-31`))
        .map(({ date }) => new Date(date).toISOString().slice(0, 10));
      expect(
        holidaysOf(year, year)?.map(({ day }) => formatLocalDate(day)),
        String(year),
      ).toEqual(listed);
    }
  });

  it('have the names of that list, 2018–2030', () => {
    for (let day = epochDayOf(2018, 1, 1); day <= epochDayOf(2030, 12, 31); day += 1) {
      const iso = formatLocalDate(day);
      const year = Number(iso.slice(0, 4));
      const ours = holidaysOf(year, year)?.find((holiday) => holiday.day === day);
      const listed = holidayJp.between(new Date(iso), new Date(iso))[0]?.name;
      if (ours?.kind === 'national') expect(`${iso} ${listed}`).toContain(`${iso} ${ours.name}`);
      else expect(`${iso} ${ours !== undefined}`).toBe(`${iso} ${listed !== undefined}`);
    }
  });

  it('occur once a day, inside their year and in order', () => {
    for (const year of years) {
      const days = holidaysOf(year, year)?.map(({ day }) => day) ?? [];
      expect(days, String(year)).toEqual([...new Set(days)].sort((a, b) => a - b));
      expect(days.every((day) => formatLocalDate(day).startsWith(`${year}-`))).toBe(true);
      expect(days.length).toBeGreaterThanOrEqual(15);
    }
  });

  it('cite a registered text in a wording in force on the day', () => {
    for (const year of years) {
      for (const { day, citation } of holidaysOf(year, year) ?? []) {
        expect(instrumentOf(citation.instrument)).toBeDefined();
        expect(parseLocalDate(citation.revision) ?? Number.NaN).toBeLessThanOrEqual(day);
      }
    }
  });

  it('answer only for whole years', () => expect(holidaysOf(2026.5, 2026)).toBeUndefined());

  it('become certain as time goes by', () => {
    expect(holidaysOf(2028, 2026)?.every(({ provisional }) => provisional)).toBe(true);
    expect(holidaysOf(2028, 2027)?.some(({ provisional }) => provisional)).toBe(false);
  });
});
