import { expect, test } from 'vitest';
import { readHours } from './hours.ts';

test.each([
  ['30:00', 1800],
  ['30', 1800],
  ['30時間', 1800],
  ['7:45', 465],
  ['7時間45分', 465],
  ['１２:３０', 750],
  ['0', 0],
  ['744:00', 44_640],
  ['7:5', 425],
])('%s は %d 分', (text, minutes) => expect(readHours(text)).toBe(minutes));

test.each(['', '7:60', '-3', '7.5', '1000', 'abc', ':30'])('%s は読めない', (text) =>
  expect(readHours(text)).toBeUndefined(),
);
