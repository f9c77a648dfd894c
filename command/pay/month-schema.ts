import { payDayKinds } from '@tokimori/law/pay/pay-types';
import { z } from 'zod';
import { date, duration, month, optional } from '../document/values.ts';
import { payRules } from './rules-schema.ts';

const dayKind = z.enum(payDayKinds);
/** Whether a span ends by 48:00 is the law's matter. */
const plainSpan = { dutyDate: date, from: duration, to: duration };
const spans = optional(z.array(z.strictObject(plainSpan)));

/** What `tokimori pay-hours` and the questions on a month take. Lengths become minutes, days and months numbers. */
export const payMonthShape = {
  month,
  shortTimeRegularHours: optional(duration),
  shortTimeWeekHours: optional(duration),
  spans: optional(
    z.array(
      z.strictObject({
        ...plainSpan,
        dayKind,
        regularHours: optional(duration),
        weekHours: optional(duration),
        nextDayKind: optional(dayKind),
        travel: optional(z.enum(['ordered', 'notOrdered'])),
      }),
    ),
  ),
  holidayWork: spans,
  reallotted: optional(z.array(z.strictObject({ dutyDate: date, exceeding: duration }))),
  nightRegular: spans,
  statutoryDaysOff: optional(z.array(date)),
  rules: payRules,
};

/** The input of `tokimori pay-hours`. Unknown keys are refused. */
export const payMonthInput = z.strictObject(payMonthShape);
export type PayMonthInput = z.infer<typeof payMonthInput>;
