import type { Step } from '@tokimori/law/decision/decision';
import { type OvertimeStepName, overtimeSteps } from '@tokimori/law/overtime/step-names';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, test } from 'vitest';
import { explain } from './explain.ts';
import { overtimeSentences } from './overtime.ts';

const month = (text: string): number => parseYearMonth(text) ?? Number.NaN;
const step = (
  says: OvertimeStepName,
  figures: Record<string, number>,
  words: Record<string, string> = {},
): Step<OvertimeStepName> => ({
  says,
  figures,
  words,
});

const sentenceOf = (each: Step<OvertimeStepName>): string => explain([each], overtimeSentences)[0] ?? '';

describe('sentences of the judgement', () => {
  test('every step of the law has a sentence, and no sentence is left over', () => {
    expect(Object.keys(overtimeSentences).sort()).toEqual(Object.keys(overtimeSteps).sort());
  });
  test('2か月平均の残りは式で言う', () => {
    const told = sentenceOf(
      step('remainingAverage', {
        months: 2,
        perMonth: 4800,
        bound: 3790,
        before: 5810,
        before1: 5810,
        now: 3520,
        slack: 270,
        binding: 1,
        from: month('2026-09'),
      }),
    );
    expect(told).toBe('2か月平均: 80:00 × 2 − 96:50(9月) − 58:40 = 4:30(あと 4:30)。先に届く上限です。');
  });
  test('3か月平均は前の月を新しい順に引く', () => {
    const told = sentenceOf(
      step('remainingAverage', {
        months: 3,
        perMonth: 4800,
        bound: 0,
        before: 9485,
        before1: 5810,
        before2: 3675,
        now: 3520,
        slack: 1395,
        binding: 0,
        from: month('2026-08'),
      }),
    );
    expect(told).toBe('3か月平均: 80:00 × 3 − 96:50(9月) − 61:15(8月) − 58:40 = 23:15(あと 23:15)。');
  });
  test('超えた月は超過と言う', () => {
    expect(sentenceOf(step('remainingMonthly', { bound: 2700, before: 0, now: 2740, slack: -40, binding: 1 }))).toBe(
      '月: 45:00 − 45:40 = −0:40(0:40 超過)。先に届く上限です。',
    );
  });
  test('未満と以下を言い分ける', () => {
    expect(sentenceOf(step('monthlyCapApplies', { cap: 6000, lessThan: 1 }))).toBe('月 100:00 未満');
    expect(sentenceOf(step('monthlyCapApplies', { cap: 2700, lessThan: 0 }))).toBe('月 45:00 以下');
  });
  test('a limit is named by its key', () => {
    expect(sentenceOf(step('overVerdict', { over: 40, month: month('2026-10') }, { limit: 'average-2' }))).toBe(
      '10月は上限を 0:40 超えています(2か月平均の上限)。',
    );
  });
  test('months beyond a count are told in months', () => {
    const counted = step('overVerdict', { over: 1, month: month('2026-10') }, { limit: 'monthsOver45' });
    expect(sentenceOf(counted)).toMatch(/^10月は上限を 1回 超えています/);
    const exceptional = step('overExceptionalVerdict', { over: 2, month: month('2026-10') }, { limit: 'monthsOver45' });
    expect(sentenceOf(exceptional)).toMatch(/^10月は特例業務により上限を 2回 超えています/);
  });
  test('見込みの式は、書いてある数のままで合う', () => {
    const figures = { judgedMinutes: 695, judgedDays: 14, perDay: 50, daysLeft: 5, orderedAhead: 0 };
    expect(sentenceOf(step('monthForecast', { soFar: 695, forecast: 943, ...figures }))).toBe(
      '見込み = いままでの 11:35 + 11:35 ÷ 平日14日 × 残り5日(4:08) = 15:43。',
    );
  });
  test('a missing figure does not read as zero', () =>
    expect(sentenceOf(step('overVerdict', { month: month('2026-10') }))).toContain('NaN'));
});
