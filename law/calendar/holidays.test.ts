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

/** Name by day, in order of days. */
const listed = new Map(Object.values(holidayJp.holidays).map(({ date, name }) => [date as string, name as string]));

describe('holidays of the law', () => {
  it('are the days of an independent list, every day of 2007–2050', () => {
    for (const year of years.filter((any) => any <= 2050)) {
      const days = holidaysOf(year, year)?.map(({ day }) => formatLocalDate(day));
      expect(days, String(year)).toEqual([...listed.keys()].filter((iso) => iso.startsWith(`${year}-`)));
    }
  });

  it('have the names of that list, 2018–2030', () => {
    for (const year of years.filter((any) => any >= 2018 && any <= 2030)) {
      for (const { day, name } of holidaysOf(year, year)?.filter(({ kind }) => kind === 'national') ?? []) {
        const iso = formatLocalDate(day);
        expect(`${iso} ${name}`).toBe(`${iso} ${listed.get(iso)?.replace(/（.*）$/, '')}`);
      }
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

  it.each([
    ['2007-01-01', 'holidays-act a=2 2007-01-01'],
    ['2015-09-22', 'holidays-act a=3/p=3 2007-01-01'],
    ['2016-01-01', 'holidays-act a=2 2016-01-01'],
    ['2018-12-24', 'holidays-act a=3/p=2 2016-01-01'],
    ['2019-04-30', 'holidays-act a=3/p=3 2016-01-01'],
    ['2019-05-01', 'imperial-succession-holiday-act a=1 2018-12-14'],
    ['2019-05-02', 'holidays-act a=3/p=3 2019-05-01'],
    ['2019-10-22', 'imperial-succession-holiday-act a=1 2018-12-14'],
    ['2020-01-01', 'holidays-act a=2 2020-01-01'],
    ['2020-07-23', 'olympics-special-act a=32 2018-06-20'],
    ['2021-08-08', 'olympics-special-act a=32 2020-12-28'],
    ['2021-08-09', 'holidays-act a=3/p=2 2020-01-01'],
    ['2026-11-03', 'holidays-act a=2 2020-01-01'],
  ])('on %s rest on %s', (iso, place) => {
    const year = Number(iso.slice(0, 4));
    const citation = holidaysOf(year, year)?.find(({ day }) => formatLocalDate(day) === iso)?.citation;
    expect(`${citation?.instrument} ${citation?.path} ${citation?.revision}`).toBe(place);
    expect(citation?.confidence).toBe('B');
  });

  it('answer only for whole years', () => expect(holidaysOf(2026.5, 2026)).toBeUndefined());

  it('become certain as time goes by', () => {
    expect(holidaysOf(2028, 2026)?.every(({ provisional }) => provisional)).toBe(true);
    expect(holidaysOf(2028, 2027)?.some(({ provisional }) => provisional)).toBe(false);
  });
});
