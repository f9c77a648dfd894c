import { type HoursRules, modelHours } from '@tokimori/law/hours/rules';
import { z } from 'zod';
import { duration, optional } from '../../document/values.ts';
import { over, spanText, timeOfDay } from '../grounds.ts';

/** The municipal parameters of ordinary hours, as a document gives them: only what differs from the model. */

const whole = optional(z.int().min(0));

const shiftText = z.strictObject({
  name: z.string().min(1),
  from: timeOfDay,
  to: timeOfDay,
  breaks: optional(z.array(spanText)),
});

const flextime = z.strictObject({
  period: optional(z.enum(['oneWeek', 'twoWeeks', 'threeWeeks', 'fourWeeks', 'calendarMonth'])),
  bandFrom: optional(timeOfDay),
  bandUntil: optional(timeOfDay),
  core: optional(z.strictObject({ length: duration, from: timeOfDay, to: timeOfDay })),
  minPerDay: optional(duration),
  maxPerDay: optional(duration),
  exemptDaysPerWeek: whole,
  zeroDay: optional(z.enum(['none', 'childOrCare', 'anyone'])),
  zeroDaysPerWeek: whole,
  deadlineDays: whole,
  step: optional(z.int().min(1)),
  leaveDayStandard: optional(z.enum(['allotted', 'fullDay'])),
});

/** `rules` of the questions on ordinary hours. */
export const hoursRules = optional(
  z.strictObject({
    fullDay: optional(duration),
    fullWeek: optional(duration),
    simultaneousBreakExempt: optional(z.boolean()),
    flextime: optional(flextime),
    rest: optional(
      z.strictObject({
        target: optional(duration),
        daysPerWeek: optional(z.int().min(1).max(7)),
        adopted: optional(z.boolean()),
      }),
    ),
    staggered: optional(
      z.strictObject({
        shifts: optional(z.array(shiftText)),
        offeredTo: optional(z.enum(['childOrCare', 'anyone'])),
        deadlineDays: whole,
      }),
    ),
    partTimeWeeklyLimit: optional(z.boolean()),
  }),
);
type Given = z.infer<typeof hoursRules>;

export const spanOf = ({ from, to }: z.infer<typeof spanText>) => ({ from, until: to });

/**
 * The model with what a document changes in it.
 * @param flextimeModel the model's flextime, where another day's applies.
 */
export function hoursRulesOf(given: Given, flextimeModel = modelHours.flextime): HoursRules {
  const { flextime: flex, rest, staggered, ...own } = given ?? {};
  const core = flex?.core;
  return {
    ...over(modelHours, own),
    flextime: over(flextimeModel, {
      ...flex,
      core: core === undefined ? undefined : { length: core.length, from: core.from, until: core.to },
    }),
    rest: over(modelHours.rest, rest),
    staggered: over(modelHours.staggered, {
      ...staggered,
      shifts: staggered?.shifts?.map(({ name, from, to, breaks = [] }) => ({
        name,
        from,
        until: to,
        breaks: breaks.map(spanOf),
      })),
    }),
  };
}
