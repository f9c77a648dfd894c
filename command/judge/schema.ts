import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseDuration } from '@tokimori/law/time/minutes';
import { parseYearMonth } from '@tokimori/law/time/months';
import { z } from 'zod';

/** Names of what can be wrong with a single value; their sentences are in `complaints.ts`. */
export type ValueDefect = 'duration' | 'month' | 'date' | 'yearStart';

/** A text read by the law's own reader; what cannot be read is an issue with its defect and the value. */
function read<T>(defect: ValueDefect, reader: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = reader(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', params: { defect, value: text }, input: text });
    return z.NEVER;
  });
}

const duration = read('duration', parseDuration);
const month = read('month', parseYearMonth);
const date = read('date', parseLocalDate);
const kind = z.enum(['selfDirected', 'externallyDriven']);
/** null stands for "not given". */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

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
