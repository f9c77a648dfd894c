import { expect, it } from 'vitest';
import { parseLocalDate } from '../time/civil.ts';
import { parseYearMonth } from '../time/months.ts';
import { standingOf } from './standing.ts';
import type { OvertimeHistory } from './types.ts';

const OCTOBER = parseYearMonth('2026-10') ?? 0;

/** Somebody for whom no overtime is agreed (no 36協定): every cap of the agreement is 0. */
const history = (overtime: number): OvertimeHistory => ({
  regime: 'article36',
  months: [{ month: OCTOBER, department: 'selfDirected', overtime, exceptional: 0, legalHolidayWork: 0 }],
  transfers: [],
  asOf: parseLocalDate('2026-10-31') ?? 0,
  employedFrom: OCTOBER,
  agreement: { monthly: 0, annual: 0, yearStartMonth: 4 },
});
const states = (overtime: number) =>
  standingOf({ history: history(overtime), pace: null, nearPercent: 80 }).limits.map(({ limit, state }) => [
    limit,
    state,
  ]);

it('協定がなければ、0:00 ではどの上限にも近くなく、0:01 で超える', () => {
  expect(states(0)).toEqual([
    ['monthly', 'fine'],
    ['annual', 'fine'],
    ['monthlyTotal', 'fine'],
  ]);
  expect(states(1)).toEqual([
    ['monthly', 'over'],
    ['annual', 'over'],
    ['monthlyTotal', 'fine'],
  ]);
});
