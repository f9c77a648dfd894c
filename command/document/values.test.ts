import { expect, it } from 'vitest';
import { date, month } from './values.ts';

it.each(['1873-01-01', '2026-02-28', '2199-12-31'])('%s is a date', (text) =>
  expect(date.safeParse(text).success).toBe(true),
);
it.each(['1872-12-31', '2200-01-01', '9999-12-31', '2026-02-29', '2026-2-1', ''])('%s is none', (text) =>
  expect(date.safeParse(text).success).toBe(false),
);
it.each(['1873-01', '2199-12'])('%s is a month', (text) => expect(month.safeParse(text).success).toBe(true));
it.each(['1872-12', '2200-01', '9999-12', '2026-13', '2026-1'])('%s is none', (text) =>
  expect(month.safeParse(text).success).toBe(false),
);
