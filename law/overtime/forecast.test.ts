import { expect, it } from 'vitest';
import { forecastMonth, forecastPeriod, roundHalfUp } from './forecast.ts';

it.each([
  {
    name: '36:40 over 15 days, 5 left, 40:40 so far',
    soFar: 2440,
    judgedMinutes: 2200,
    judgedDays: 15,
    daysLeft: 5,
    orderedAhead: 0,
    expected: 3173,
  },
  {
    name: 'half a minute is rounded up',
    soFar: 0,
    judgedMinutes: 1,
    judgedDays: 2,
    daysLeft: 1,
    orderedAhead: 0,
    expected: 1,
  },
  {
    name: 'less than half a minute is dropped',
    soFar: 0,
    judgedMinutes: 1,
    judgedDays: 3,
    daysLeft: 1,
    orderedAhead: 0,
    expected: 0,
  },
  {
    name: 'never below what is ordered',
    soFar: 600,
    judgedMinutes: 600,
    judgedDays: 20,
    daysLeft: 1,
    orderedAhead: 120,
    expected: 720,
  },
  {
    name: 'no days left: what is there',
    soFar: 600,
    judgedMinutes: 600,
    judgedDays: 20,
    daysLeft: 0,
    orderedAhead: 0,
    expected: 600,
  },
  {
    name: 'no judged day, orders ahead',
    soFar: 0,
    judgedMinutes: 0,
    judgedDays: 0,
    daysLeft: 20,
    orderedAhead: 180,
    expected: 180,
  },
  {
    name: 'no judged day, nothing ordered',
    soFar: 0,
    judgedMinutes: 0,
    judgedDays: 0,
    daysLeft: 20,
    orderedAhead: 0,
    expected: null,
  },
])('$name', ({ soFar, expected, name: _, ...pace }) => {
  expect(forecastMonth(soFar, pace)).toBe(expected);
});

it('carries the mean of the elapsed months to the end of the period', () => {
  expect(forecastPeriod(0, 1800, 1, 11)).toBe(21600);
  expect(forecastPeriod(5000, 1000, 4, 8)).toBe(18000);
  expect(forecastPeriod(5000, 1000, 12, 0)).toBe(6000);
});

it('rounds halves up', () => {
  expect([roundHalfUp(1, 2), roundHalfUp(3, 2), roundHalfUp(4, 3), roundHalfUp(5, 3)]).toEqual([1, 2, 1, 2]);
});
