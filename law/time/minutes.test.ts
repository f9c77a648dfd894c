import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, hours, parseDuration } from './minutes.ts';

describe('durations', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 * 60 + 59 }), (minutes) => {
        expect(parseDuration(formatDuration(minutes))).toBe(minutes);
      }),
    );
  });

  it.each([
    [0, '0:00'],
    [59, '0:59'],
    [60, '1:00'],
    [6450, '107:30'],
    [-1, '-0:01'],
    [-125, '-2:05'],
  ])('%d minutes are written %s', (minutes, text) => expect(formatDuration(minutes)).toBe(text));

  it.each(['', '45', '45:60', '45:5', '-1:00', '4.5', '45:00 ', ' 45:00', '1234567:00', '4５:00', '45:000', 'x45:00'])(
    '%j is none',
    (text) => expect(parseDuration(text)).toBeUndefined(),
  );

  it('counts sixty minutes an hour', () => expect(hours(45)).toBe(2700));
});
