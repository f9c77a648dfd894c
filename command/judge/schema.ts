import { parseYearMonth } from '@tokimori/law/time/months';
import { z } from 'zod';
import { date, duration, month, optional, read } from '../document/values.ts';

const kind = z.enum(['selfDirected', 'externallyDriven']);

/** Start month of the agreement's year: 1–12, or the month in which the agreement begins (`2026-10`). */
const yearStart = z.union([
  z.number().int().min(1).max(12),
  read('yearStart', (text) => {
    const found = parseYearMonth(text);
    if (found !== undefined) return (found % 12) + 1;
    return /^(0?[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined;
  }),
]);

const monthEntry = z.strictObject({
  month,
  department: optional(kind),
  overtime: duration,
  exceptional: optional(duration),
  legalHolidayWork: optional(duration),
});

const agreement = z.strictObject({
  monthly: optional(duration),
  annual: optional(duration),
  special: optional(
    z.strictObject({
      monthly: optional(duration),
      annual: optional(duration),
      times: optional(z.number().int().min(0)),
    }),
  ),
  from: optional(yearStart),
});

const person = z.strictObject({
  id: z.string().min(1),
  regime: z.enum(['ordinance', 'article36']),
  months: z.array(monthEntry),
  transfers: optional(z.array(z.strictObject({ on: date, from: kind, to: kind }))),
  employedFrom: optional(month),
  capsFrom: optional(month),
  yearStartMonth: optional(z.number().int().min(1).max(12)),
  agreement: optional(agreement),
});

/** The input of `tokimori judge`. Lengths become minutes, months and days numbers. Unknown keys are refused. */
export const judgeInput = z.strictObject({
  asOf: date,
  capsFrom: optional(month),
  staff: z.array(person),
});

export type JudgeInput = z.infer<typeof judgeInput>;
export type PersonInput = JudgeInput['staff'][number];
