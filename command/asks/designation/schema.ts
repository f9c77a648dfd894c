import { z } from 'zod';
import { date, duration, month, optional } from '../../document/values.ts';

const rules = optional(
  z.strictObject({
    scope: optional(z.enum(['department', 'task'])),
    warnPercent: optional(z.number().int().min(1).max(100)),
    noticeBefore: optional(z.enum(['month', 'day'])),
    retroactiveWithReason: optional(z.boolean()),
    changingMonth: optional(z.enum(['externallyDriven', 'lastDay'])),
    confirmationDays: optional(z.number().int().min(0)),
    monthlyReview: z
      .strictObject({ monthsAfter: z.number().int().min(1), day: z.number().int().min(1).max(31) })
      .nullable()
      .optional(),
  }),
);
export type RulesInput = z.infer<typeof rules>;

const text = optional(z.string());
const startMonth = optional(z.number().int().min(1).max(12));

/** The input of `law ask designation`: a designation, the kind of a month, or both. */
export const designationInput = z.strictObject({
  designation: optional(
    z.strictObject({
      unit: z.enum(['department', 'task']),
      from: date,
      publishedOn: date,
      retroactiveReason: text,
      departments: z.strictObject({ all: z.number().int().min(1), externallyDriven: z.number().int().min(0) }),
      staff: optional(
        z.array(z.strictObject({ id: z.string().min(1), since: optional(date), toldOn: optional(date) })),
      ),
    }),
  ),
  month: optional(
    z.strictObject({
      month,
      yearStartMonth: startMonth,
      posts: z.array(
        z.strictObject({
          from: date,
          through: optional(date),
          department: z.string().min(1),
          tasks: optional(z.array(z.string().min(1))),
        }),
      ),
      designations: z.array(z.strictObject({ from: date, through: optional(date), unit: z.string().min(1) })),
    }),
  ),
  rules,
});

/** The input of `law ask exceptional-order`. */
export const orderInput = z.strictObject({
  orderedOn: date,
  month: optional(month),
  soFar: duration,
  order: duration,
  before: optional(z.array(z.strictObject({ month, overtime: duration }))),
  employedFrom: optional(month),
  confirmation: optional(
    z.strictObject({ confirmedOn: optional(date), confirmedBy: text, fatigue: text, mindAndBody: text }),
  ),
  rules,
});

/** The input of `law ask breach-record`: hours (`value`, `cap`) or a number of months (`count`, `times`). */
export const breachInput = z.strictObject({
  record: z.strictObject({
    department: text,
    name: text,
    value: optional(duration),
    cap: optional(duration),
    count: optional(z.number().int().min(0)),
    times: optional(z.number().int().min(0)),
    outline: text,
    reason: text,
  }),
  month: optional(month),
  fiscalYear: optional(z.number().int()),
  yearStartMonth: startMonth,
  rules,
});
