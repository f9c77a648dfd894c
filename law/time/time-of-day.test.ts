import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTimeOfDay, parseTimeOfDay } from './time-of-day.ts';

describe('times of a duty date', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2880 }), (at) => {
        expect(parseTimeOfDay(formatTimeOfDay(at))).toBe(at);
      }),
    );
  });

  it.each([
    ['8:22', 502],
    ['08:22', 502],
    ['0822', 502],
    ['26:10', 1570],
    ['2610', 1570],
    ['0:00', 0],
    ['0000', 0],
    ['24:00', 1440],
    ['48:00', 2880],
    ['17:59', 1079],
  ])('%s is minute %d', (text, at) => expect(parseTimeOfDay(text)).toBe(at));

  it.each([
    '48:01',
    '4801',
    '8:60',
    '0860',
    '822',
    '8',
    '8:2',
    '-8:22',
    '8:22:10',
    '',
    '8時22分',
    '123:00',
    'x8:22',
    '8:22x',
    '08220',
  ])('%j is none', (text) => expect(parseTimeOfDay(text)).toBeUndefined());

  it('is written without a leading zero, past midnight counted on', () => {
    expect([formatTimeOfDay(502), formatTimeOfDay(5), formatTimeOfDay(1570)]).toEqual(['8:22', '0:05', '26:10']);
  });
});
