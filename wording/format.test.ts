import { describe, expect, test } from 'vitest';
import {
  axisMonth,
  clock,
  dayAndClock,
  dayLabel,
  daysBetween,
  eraDate,
  eraMonth,
  eraYear,
  figure,
  fiscalYearName,
  hm,
  inJapan,
  minuteOfDuty,
  shiftMonth,
  span,
  weekday,
} from './format.ts';

describe('figure', () => {
  test.each([
    ['1934:00', '1,934:00'],
    ['12461:30', '12,461:30'],
    ['999:45', '999:45'],
    ['-1234', '-1,234'],
    ['1050.5%', '1,050.5%'],
    ['104.2%', '104.2%'],
    ['0.1234', '0.1234'],
    ['A4000', 'A4000'],
    ['', ''],
    [1934, '1,934'],
    [1234.5, '1,234.5'],
    [null, ''],
  ])('%s is shown as %s', (written, shown) => expect(figure(written)).toBe(shown));
});

describe('hm', () => {
  test.each([
    [0, '0:00'],
    [59, '0:59'],
    [60, '1:00'],
    [1570, '26:10'],
    [747_690, '12,461:30'],
    [60_000_000, '1,000,000:00'],
    [-40, '−0:40'],
  ])('%i minutes read %s', (minutes, text) => expect(hm(minutes)).toBe(text));
});

describe('dates', () => {
  test('a day with its weekday', () => expect(dayLabel('2026-10-26')).toBe('10月26日(月)'));
  test('weekdays around a week', () =>
    expect(['2026-10-24', '2026-10-25', '2026-10-26'].map(weekday)).toEqual(['土', '日', '月']));
  test.each([
    ['2026-10-26', '令和8年'],
    ['2019-05-01', '令和元年'],
    ['2019-04-30', '平成31年'],
    ['1989-01-07', '昭和64年'],
    ['1989-01-08', '平成元年'],
  ])('%s is in %s', (date, era) => expect(eraYear(date)).toBe(era));
  test('long forms', () => {
    expect(eraDate('2026-04-01')).toBe('令和8年4月1日');
    expect(eraMonth('2026-01')).toBe('令和8年1月');
    expect(fiscalYearName(2026)).toBe('令和8年度');
  });
  test('a month of an axis names its year where the year or the axis begins', () => {
    expect(axisMonth('2025-05', true)).toBe('R7.5月');
    expect(axisMonth('2026-01', false)).toBe('R8.1月');
    expect(axisMonth('2026-02', false)).toBe('2月');
    expect(axisMonth('2019-05', true)).toBe('R1.5月');
  });
  test('what is no date is refused', () => expect(() => dayLabel('2026-02-30')).toThrow(RangeError));
  test('months move over the turn of a year', () => expect(shiftMonth('2026-01', -1)).toBe('2025-12'));
  test('days between dates', () => expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2));
});

describe('instants in Japan', () => {
  test('UTC evening is the next morning', () =>
    expect(inJapan('2026-10-25T23:29:00Z')).toEqual({ date: '2026-10-26', minute: 509 }));
  test('clock and day', () => {
    expect(clock('2026-10-26T08:29:59+09:00')).toBe('8:29');
    expect(dayAndClock('2026-10-26T08:31:00+09:00')).toBe('10月26日 8:31');
  });
  test('a night keeps its duty date past 24:00', () =>
    expect(minuteOfDuty('2026-10-27T01:10:00+09:00', '2026-10-26')).toBe(1510));
  test('a mark before midnight belongs to the day before', () =>
    expect(minuteOfDuty('2026-10-25T23:50:00+09:00', '2026-10-26')).toBe(-10));
});

test('a span with an open end', () => {
  expect(span(1035, 1185)).toBe('17:15–19:45');
  expect(span(507, null)).toBe('8:27–');
});
