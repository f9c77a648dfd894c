import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { epochDayOf } from '../../time/civil.ts';
import { formatTimeOfDay, parseTimeOfDay } from '../../time/time-of-day.ts';
import { ImpossibleSpan, nightMinutesOf, splitByClock } from './split.ts';

const at = (text: string) => parseTimeOfDay(text) ?? Number.NaN;
const DAY = epochDayOf(2026, 11, 4);
const told = (from: string, until: string) =>
  splitByClock(DAY, { from: at(from), until: at(until) }).map(
    (piece) =>
      `${formatTimeOfDay(piece.from)}-${formatTimeOfDay(piece.until)} ${piece.calendarDay - DAY}${piece.night ? ' 深夜' : ''}`,
  );

describe('a shift over midnight', () => {
  it.each([
    ['17:15', '26:10', ['17:15-22:00 0', '22:00-24:00 0 深夜', '24:00-26:10 1 深夜']],
    ['22:00', '29:00', ['22:00-24:00 0 深夜', '24:00-29:00 1 深夜']],
    ['21:59', '29:01', ['21:59-22:00 0', '22:00-24:00 0 深夜', '24:00-29:00 1 深夜', '29:00-29:01 1']],
    ['0:00', '5:00', ['0:00-5:00 0 深夜']],
    ['4:00', '6:00', ['4:00-5:00 0 深夜', '5:00-6:00 0']],
    ['8:30', '17:15', ['8:30-17:15 0']],
    ['24:00', '29:00', ['24:00-29:00 1 深夜']],
    ['45:00', '48:00', ['45:00-46:00 1', '46:00-48:00 1 深夜']],
  ])('from %s to %s', (from, until, pieces) => expect(told(from, until)).toEqual(pieces));

  it.each([
    ['17:15', '22:00', 0],
    ['17:15', '22:01', 1],
    ['17:15', '26:10', 250],
    ['16:30', '33:15', 420],
    ['28:59', '29:00', 1],
    ['29:00', '29:01', 0],
    ['0:00', '48:00', 840],
  ])('from %s to %s has %d minutes of the night', (from, until, night) =>
    expect(nightMinutesOf({ from: at(from), until: at(until) })).toBe(night),
  );

  it.each([
    [600, 600],
    [600, 599],
    [-1, 60],
    [60, 2881],
  ])('from %d to %d is refused', (from, until) =>
    expect(() => splitByClock(DAY, { from, until })).toThrow(ImpossibleSpan),
  );

  it('loses no minute, and no piece crosses a border', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 2879 }), fc.integer({ min: 1, max: 2880 }))
      .map(([from, length]) => ({ from, until: Math.min(2880, from + length) }));
    fc.assert(
      fc.property(span, (whole) => {
        const pieces = splitByClock(DAY, whole);
        expect(pieces[0]?.from).toBe(whole.from);
        expect(pieces.at(-1)?.until).toBe(whole.until);
        pieces.forEach((piece, index) => {
          if (index > 0) expect(piece.from).toBe(pieces[index - 1]?.until);
          expect(piece.calendarDay).toBe(DAY + Math.floor((piece.until - 1) / 1440));
          for (const minute of [piece.from, piece.until - 1]) {
            const hour = Math.floor((minute % 1440) / 60);
            expect(piece.night).toBe(hour < 5 || hour >= 22);
          }
        });
      }),
      { numRuns: samples(200) },
    );
  });
});
