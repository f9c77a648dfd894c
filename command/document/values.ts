import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseDuration } from '@tokimori/law/time/minutes';
import { parseYearMonth } from '@tokimori/law/time/months';
import { z } from 'zod';

/** Names of what can be wrong with a single value; their sentences are in `complaints.ts`. */
export type ValueDefect = 'duration' | 'month' | 'date' | 'yearStart';

/** A text read by the law's own reader; what cannot be read is an issue with its defect and the value. */
export function read<T>(defect: ValueDefect, reader: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = reader(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', params: { defect, value: text }, input: text });
    return z.NEVER;
  });
}

/** `h:mm` → minutes. */
export const duration = read('duration', parseDuration);
/** The years of which documents may speak: from the civil calendar's first 年号 in use to the end of the 22nd century. */
const within = (year: number): boolean => year >= 1873 && year <= 2199;

/** `YYYY-MM` of 1873–2199 → index of the month. */
export const month = read('month', (text) => (within(Number(text.slice(0, 4))) ? parseYearMonth(text) : undefined));
/** `YYYY-MM-DD` of 1873–2199 → day number. */
export const date = read('date', (text) => (within(Number(text.slice(0, 4))) ? parseLocalDate(text) : undefined));
/** null stands for "not given". */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
