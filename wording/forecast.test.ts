import { forecastMonth } from '@tokimori/law/overtime/forecast';
import { parseDuration } from '@tokimori/law/time/minutes';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forecastSum } from './forecast.ts';
import { hm } from './format.ts';

const basis = { soFar: 695, judgedMinutes: 695, judgedDays: 14, daysLeft: 5, orderedAhead: 0 };

it('names the sum, its divisor and its days', () => {
  expect(forecastSum(basis)).toBe('見込み = いままでの 11:35 + 11:35 ÷ 平日14日 × 残り5日(4:08)');
  expect(hm(forecastMonth(695, basis) ?? 0)).toBe('15:43');
});

it('names the orders where they are more than the mean', () => {
  const told = '見込み = いままでの 11:35 + 先の日の命令 5:00';
  expect(forecastSum({ ...basis, orderedAhead: 300 })).toBe(told);
  expect(forecastSum({ ...basis, judgedDays: 0, orderedAhead: 300 })).toBe(told);
  expect(forecastSum({ ...basis, daysLeft: 0 })).toBe('見込み = いままでの 11:35');
});

it('adds up as printed, whatever the pace', () => {
  const minutes = fc.integer({ min: 0, max: 4000 });
  const days = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(minutes, days, days, minutes, (soFar, judgedDays, daysLeft, orderedAhead) => {
      const pace = { judgedMinutes: soFar, judgedDays, daysLeft, orderedAhead };
      const forecast = forecastMonth(soFar, pace);
      if (forecast === null) return;
      const told = forecastSum({ soFar, ...pace });
      const printed =
        /いままでの ([\d:]+)(?: \+ 先の日の命令 ([\d:]+)| \+ .*\(([\d:]+)\))?$/.exec(told.replaceAll(',', '')) ?? [];
      const added = printed.slice(1).map((text) => (text === undefined ? 0 : (parseDuration(text) ?? Number.NaN)));
      expect(added.reduce((a, b) => a + b, 0)).toBe(forecast);
    }),
  );
});
