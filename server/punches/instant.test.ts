import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInstant } from '../runtime/clock.ts';
import { parseInstant } from './instant.ts';

test.each([
  ['2026-11-04T08:22:10+09:00', '2026-11-03T23:22:10.000Z'],
  ['2026-11-04T08:22+09:00', '2026-11-03T23:22:00.000Z'],
  ['2026-11-04T08:22:10.5Z', '2026-11-04T08:22:10.500Z'],
  ['2026-11-04T08:22:10.123987+09:00', '2026-11-03T23:22:10.123Z'],
  ['2026-11-04T00:22:10-05:30', '2026-11-04T05:52:10.000Z'],
  ['2028-02-29T00:00:00+09:00', '2028-02-28T15:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(parseInstant(text)?.toISOString()).toBe(instant);
});

test.each([
  ['2026-02-29T08:00:00+09:00'],
  ['2026-11-31T08:00:00+09:00'],
  ['2026-11-04T24:00:00+09:00'],
  ['2026-11-04T08:60:00+09:00'],
  ['2026-11-04T08:00:60+09:00'],
  ['2026-11-04T08:22:10'],
  ['2026-11-04 08:22:10+09:00'],
  ['2026-11-04T08:22:10+0900'],
  ['2026-11-04T08:22:10+15:00'],
  ['2026-11-04'],
  ['1999-12-31T00:00:00+09:00'],
  ['2100-01-01T00:00:00Z'],
  [''],
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test('reads what the clock writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 946_684_800, max: 4_102_444_799 }), (seconds) => {
      const instant = new Date(seconds * 1000);
      expect(parseInstant(formatInstant(instant))).toEqual(instant);
    }),
  );
});
