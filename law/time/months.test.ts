import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDayOf, formatLocalDate } from './civil.ts';
import {
  firstDayOf,
  firstMonthOf,
  fiscalYearOf,
  formatYearMonth,
  lastDayOf,
  lengthOf,
  monthOf,
  parseYearMonth,
} from './months.ts';

const anyMonth = fc.integer({ min: 12, max: 9999 * 12 + 11 });

describe('months', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        expect(parseYearMonth(formatYearMonth(month))).toBe(month);
      }),
    );
  });

  it('hold their first and last day, and no other month does', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        expect([monthOf(firstDayOf(month)), monthOf(lastDayOf(month))]).toEqual([month, month]);
        expect([monthOf(firstDayOf(month) - 1), monthOf(lastDayOf(month) + 1)]).toEqual([month - 1, month + 1]);
        expect(lastDayOf(month) - firstDayOf(month) + 1).toBe(lengthOf(month));
      }),
    );
  });

  it('are written YYYY-MM', () => {
    expect(formatYearMonth(monthOf(epochDayOf(2026, 9, 30)))).toBe('2026-09');
    expect(formatYearMonth(monthOf(epochDayOf(2026, 12, 31)))).toBe('2026-12');
    expect(formatYearMonth(12 * 7)).toBe('0007-01');
  });

  it.each(['2026-13', '2026-00', '2026-1', '202601', '2026-01-01', 'x2026-01', ''])('%j is none', (text) =>
    expect(parseYearMonth(text)).toBeUndefined(),
  );
});

describe('fiscal years', () => {
  const month = (text: string) => parseYearMonth(text) ?? Number.NaN;

  it.each([
    ['2026-03', 4, 2025],
    ['2026-04', 4, 2026],
    ['2027-03', 4, 2026],
    ['2026-12', 1, 2026],
    ['2026-01', 1, 2026],
    ['2026-09', 10, 2025],
    ['2026-10', 10, 2026],
  ])('%s lies in the year starting in month %d: %d', (text, start, year) =>
    expect(fiscalYearOf(month(text), start)).toBe(year),
  );

  it('begin in April unless told otherwise', () => {
    expect(fiscalYearOf(month('2026-03'))).toBe(2025);
    expect(formatLocalDate(firstDayOf(firstMonthOf(2026)))).toBe('2026-04-01');
    expect(formatYearMonth(firstMonthOf(2026, 10))).toBe('2026-10');
  });

  it('have twelve months each', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 12 }), (any, start) => {
        const first = firstMonthOf(fiscalYearOf(any, start), start);
        expect(first).toBeLessThanOrEqual(any);
        expect(any).toBeLessThan(first + 12);
      }),
    );
  });
});
