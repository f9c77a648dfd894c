import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, daysInMonth, epochDayOf, formatLocalDate, parseLocalDate, weekdayOf } from './civil.ts';

const anyDay = fc.integer({ min: epochDayOf(1, 1, 1), max: epochDayOf(9999, 12, 31) });

describe('civil days', () => {
  it('count from 1970-01-01, a Thursday', () => {
    expect(epochDayOf(1970, 1, 1)).toBe(0);
    expect(weekdayOf(0)).toBe(4);
    expect(epochDayOf(2026, 11, 20)).toBe(20777);
  });

  it('come back from the civil date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilOf(day);
        expect(epochDayOf(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  it('come back from the written date', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseLocalDate(formatLocalDate(day))).toBe(day);
      }),
    );
  });

  it('agree with the calendar of the machine', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const machine = new Date(day * 86_400_000);
        expect(formatLocalDate(day)).toBe(machine.toISOString().slice(0, 10));
        expect(weekdayOf(day)).toBe(machine.getUTCDay());
      }),
    );
  });

  it.each([
    [2024, 2, 29],
    [2023, 2, 28],
    [2100, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
    [2026, 1, 31],
    [2026, 11, 30],
  ])('%d-%d has %d days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-1',
    '20261104',
    '2026-11-04x',
    'x2026-11-04',
    '',
  ])('%j is no day', (text) => expect(parseLocalDate(text)).toBeUndefined());

  it('writes years of fewer than four digits in full', () =>
    expect(formatLocalDate(epochDayOf(33, 4, 3))).toBe('0033-04-03'));
});
