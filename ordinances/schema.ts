import { parseDuration } from '@tokimori/law/time/minutes';
import { z } from 'zod';

/**
 * What a municipality decides for itself (条例・規則・運用), as one strict, dated document.
 * Statutory numbers are not here: no municipality can change them.
 */
const duration = z.string().transform((text, context) => {
  const minutes = parseDuration(text);
  if (minutes === undefined) {
    context.addIssue({ code: 'custom', message: `h:mm が必要です: ${text}` });
    return z.NEVER;
  }
  return minutes;
});
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const category = z.enum(['normal', 'temporary', 'exceptional', 'disaster', 'infection']);

const shape = <D extends z.ZodType<number, unknown>>(duration: D) => {
  const span = z.strictObject({ from: duration, until: duration });
  return z.strictObject({
    yearStartMonth: z.number().int().min(1).max(12),
    dayBoundary: duration,
    allotment: z.strictObject({ hours: span, breaks: z.array(span) }),
    weeklyDaysOff: z.array(z.number().int().min(0).max(6)).min(1),
    yearEndClosing: z.strictObject({ from: monthDay, through: monthDay }),
    anniversaries: z.array(
      z.strictObject({ on: monthDay, name: z.string().min(1), from: z.number().int().optional() }),
    ),
    discrepancyThreshold: duration,
    exceptionalCategories: z.array(category),
    monthlyGuideline: duration.nullable(),
    nearPercent: z.number().int().min(1).max(100),
    restTarget: duration,
    externallyDrivenWarnPercent: z.number().int().min(1).max(100),
    monthCloseDay: z.number().int().min(1).max(28),
    requestDeadline: duration,
  });
};

/** As a municipality writes it: durations are `h:mm`. */
export const parametersSchema = shape(duration);
/** As it is stored: durations are minutes. */
export const storedParameters = shape(z.number().int().min(0));

/** Minutes for every duration; `MM-DD` for days of the year; weekdays 0 = Sunday. */
export type Parameters = z.infer<typeof parametersSchema>;

/** A municipality's document as written in its file (durations as `h:mm`). */
export const ordinanceDocument = z.strictObject({
  municipality: z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) }),
  versions: z
    .array(z.strictObject({ effectiveFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), parameters: parametersSchema }))
    .min(1),
});
