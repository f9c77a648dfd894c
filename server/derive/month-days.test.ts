import { deriveDutyDay } from '@tokimori/law/working-time/derive-duty-day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrayLiteral,
  blankDays,
  cumulativeOf,
  dayColumns,
  literalsIn,
  literalsOf,
  outOfService,
  putDay,
  readArray,
  sayTheSame,
  sparseLiteral,
  totalsOf,
} from './month-days.ts';
import { joinRanges } from './stale.ts';
import { integersOf } from './told.ts';

describe('day arrays', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 32767 }), { minLength: 28, maxLength: 31 }), (values) => {
        const blank = () => new Array<number>(values.length).fill(7);
        expect(readArray(arrayLiteral(values), blank())).toEqual(values);
        expect(readArray(sparseLiteral(values), blank())).toEqual(values);
        expect(integersOf(values.join(','))).toEqual(values);
      }),
    );
  });

  it('say the same as their literals, and as nothing else', () => {
    const column = fc.oneof(
      fc.constant(0),
      fc.constantFrom(-1, 1),
      fc.array(fc.integer({ min: -1, max: 1441 }), { minLength: 31, maxLength: 31 }),
    );
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 17, maxLength: 17 }),
        fc.nat(16),
        fc.nat(30),
        fc.integer({ min: -1, max: 1441 }),
        (columns, which, place, other) => {
          const days = blankDays(31);
          for (const [i, name] of dayColumns.entries()) {
            const given = columns[i]!;
            for (let at = 0; at < 31; at++) days[name][at] = typeof given === 'number' ? given : given[at]!;
          }
          const literals = literalsOf(days);
          const text = literals.join('');
          expect(literalsIn(text)).toEqual(literals);
          expect(sayTheSame(text, days)).toBe(true);
          expect(sayTheSame(`${text}{}`, days)).toBe(false);
          days[dayColumns[which]!][place] = other;
          expect(sayTheSame(text, days)).toBe(literalsOf(days).join('') === text);
        },
      ),
    );
  });

  it('are told from months of another length', () => {
    const [short, long] = [blankDays(30), blankDays(31)];
    expect(sayTheSame(literalsOf(short).join(''), long)).toBe(false);
    expect(sayTheSame(literalsOf(long).join(''), short)).toBe(false);
  });

  it('are stored empty when nothing happened', () => {
    expect(sparseLiteral([0, 0, 0])).toBe('{}');
    expect(sparseLiteral([0, 0, 1])).toBe('{0,0,1}');
    expect(readArray('{}', [7, 7, 7])).toEqual([0, 0, 0]);
  });

  it('sum up to the totals of the month', () => {
    const day = deriveDutyDay(
      {
        day: 20000,
        allotment: { kind: 'dutyDay', hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
        marks: [
          { at: 500, direction: 'in', source: 'punch' },
          { at: 1160, direction: 'out', source: 'punch' },
        ],
        corrected: null,
        overtime: [{ state: 'ordered', span: { from: 1035, until: 1155 }, minutes: 120, category: 'disaster' }],
        discrepancyAnswered: false,
        clock: 2000,
      },
      { dayBoundary: 300, discrepancyThreshold: 30, exceptionalCategories: ['disaster'] },
    );
    const days = blankDays(30);
    for (let i = 0; i < 30; i++) putDay(days, i, i === 3 || i === 8 ? day : outOfService);
    expect(totalsOf(days)).toMatchObject({
      overtime: 240,
      exceptional: 240,
      disaster: 240,
      days_worked: 2,
      discrepancies: 0,
    });
    const cumulative = cumulativeOf(days);
    expect([cumulative[2], cumulative[3], cumulative[8], cumulative[29]]).toEqual([0, 120, 240, 240]);
  });
});

describe('stale ranges', () => {
  it('are joined when they overlap or touch, for each person apart', () => {
    const range = (staff: string, firstDate: string, lastDate: string) => ({ staff, firstDate, lastDate });
    const joined = joinRanges([
      range('2', '2026-11-01', '2026-11-03'),
      range('1', '2026-11-05', '2026-11-06'),
      range('1', '2026-11-01', '2026-11-04'),
      range('1', '2026-11-09', '2026-11-09'),
      range('1', '2026-11-12', '2026-11-11'),
    ]);
    expect(joined.map((r) => [r.staff, r.last - r.first + 1])).toEqual([
      ['1', 6],
      ['1', 1],
      ['2', 3],
    ]);
  });
});
