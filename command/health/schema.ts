import { z } from 'zod';
import { duration, month, optional } from '../document/values.ts';
import { guidanceRulesInput } from './rules-schema.ts';

/** The input of `tokimori guidance`. Lengths become minutes, months numbers. Unknown keys are refused. */
export const guidanceInput = z.strictObject({
  staff: z.array(
    z.strictObject({
      id: z.string().min(1),
      months: z
        .array(
          z.strictObject({
            month,
            overtime: duration,
            holidayWork: optional(duration),
            workedTotal: optional(duration),
          }),
        )
        .min(1),
      requested: optional(z.boolean()),
      interviewedWithinMonth: optional(z.boolean()),
      foundNecessary: optional(z.boolean()),
      managerial: optional(z.boolean()),
    }),
  ),
  rules: optional(guidanceRulesInput),
});
export type GuidancePerson = z.infer<typeof guidanceInput>['staff'][number];

/** The input of `tokimori fatigue`; which values an item takes is the law's matter. */
export const fatigueInput = z.strictObject({ symptoms: z.array(z.number()), work: z.array(z.number()) });

/** The input of `tokimori stress`. */
export const stressInput = z.strictObject({ sex: z.enum(['male', 'female']), answers: z.array(z.number()) });
