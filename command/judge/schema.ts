import { parseYearMonth } from '@tokimori/law/time/months';
import { z } from 'zod';
import { requestInput, restrictionRulesInput } from '../asks/restrictions/schema.ts';
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
  /** 労基法33条1項, a part of `overtime`. */
  disasterNeed: optional(duration),
});

/** Where the rule leaves room to the municipality. */
const rules = optional(
  z.strictObject({
    transferOnFirstDayOfYear: optional(z.enum(['confirmsKind', 'counts'])),
    transferOnFirstDayOfMonth: optional(z.enum(['confirmsKind', 'counts'])),
    reappointment: optional(z.enum(['continuous', 'anew'])),
    concurrentKind: optional(z.enum(['mainPost', 'anyPost'])),
    restrictions: restrictionRulesInput,
  }),
);

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
  yearlyAveraging: optional(z.boolean()),
});

const person = z.strictObject({
  id: z.string().min(1),
  regime: z.enum(['ordinance', 'article36']),
  months: z.array(monthEntry),
  transfers: optional(z.array(z.strictObject({ on: date, from: kind, to: kind, overtimeBefore: optional(duration) }))),
  employedFrom: optional(month),
  capsFrom: optional(month),
  yearStartMonth: optional(z.number().int().min(1).max(12)),
  agreement: optional(agreement),
  /** Instead of `employedFrom`: every appointment, the last day inclusive. */
  appointments: optional(z.array(z.strictObject({ from: date, through: optional(date) }))),
  /** 兼務: the months of each other post. */
  concurrent: optional(z.array(z.strictObject({ post: optional(z.string()), months: z.array(monthEntry) }))),
  restrictions: optional(z.array(requestInput)),
});

/** The input of `tokimori judge`. Lengths become minutes, months and days numbers. Unknown keys are refused. */
export const judgeInput = z.strictObject({
  asOf: date,
  capsFrom: optional(month),
  rules,
  staff: z.array(person),
});

export type JudgeInput = z.infer<typeof judgeInput>;
export type PersonInput = JudgeInput['staff'][number];
