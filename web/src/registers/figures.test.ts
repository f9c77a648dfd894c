import { expect, test } from 'vitest';
import { hoursText, readHours, readYen } from './figures.ts';

test.each([
  ['1692', 101_520],
  ['1,692.5', 101_550],
  ['0.2', 12],
  ['7:30', 450],
  ['12', 720],
  ['', null],
  ['十', undefined],
  ['7:60', undefined],
  ['-1', undefined],
])('年間の時間「%s」は %s分', (text, minutes) => expect(readHours(text)).toBe(minutes));

test('書いた時間は、読み直すと同じになる', () => {
  for (const minutes of [0, 12, 60, 450, 101_520]) expect(readHours(hoursText(minutes))).toBe(minutes);
  expect(hoursText(null)).toBe('');
});

test('円', () => {
  expect([readYen('120,000円'), readYen(''), readYen('十万')]).toEqual([120_000, null, undefined]);
});
