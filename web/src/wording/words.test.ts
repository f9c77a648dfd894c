import { describe, expect, test } from 'vitest';
import { limitNoun, limitTitle, remainingWords } from './words.ts';

describe('names of limits', () => {
  test.each([
    [{ limit: 'monthly', cap: 2700, comparison: 'atMost' }, '月 45:00 まで', '月 45:00 の上限'],
    [{ limit: 'monthly', cap: 6000, comparison: 'lessThan' }, '月 100:00 未満', '月 100:00 の上限'],
    [{ limit: 'average-2', cap: 9600, comparison: 'atMost' }, '2か月平均 80:00 まで', '2か月平均 80:00 の上限'],
    [{ limit: 'average-6', cap: 28_800, comparison: 'atMost' }, '6か月平均 80:00 まで', '6か月平均 80:00 の上限'],
    [{ limit: 'annual', cap: 43_200, comparison: 'atMost' }, '年 720:00 まで', '年 720:00 の上限'],
    [
      { limit: 'monthsOver45', cap: 6, comparison: 'atMost' },
      '45:00 を超える月 6回まで',
      '45:00 を超える月(6回まで)の上限',
    ],
    [{ limit: 'annual', cap: null }, '年', '年の上限'],
  ] as const)('%o', (limit, title, noun) => {
    expect(limitTitle(limit)).toBe(title);
    expect(limitNoun(limit)).toBe(noun);
  });
});

test('what remains is never negative', () => {
  expect(remainingWords(260)).toBe('あと 4:20');
  expect(remainingWords(0)).toBe('あと 0:00');
  expect(remainingWords(-40)).toBe('0:40 超過');
});
