import { baseAllowances, modelPay, type PayRules } from '@tokimori/law/pay/rules';
import { z } from 'zod';
import { over } from '../asks/grounds.ts';
import { duration, optional } from '../document/values.ts';

const yenRounding = z.enum(['HALF_UP', 'DOWN', 'UP', 'NONE']);
const count = (least: number, most: number) => optional(z.int().min(least).max(most));
const length = (least: number, most: number) => optional(duration.pipe(z.number().min(least).max(most)));
const yen = z.int().min(0);

/** What a municipality may decide otherwise than the model; durations `h:mm`. */
const payRulesInput = z.strictObject({
  holidayWorkRate: count(125, 150),
  holidayWorkSplit: optional(z.enum(['WHOLE', 'BASE_AND_PREMIUM', 'PREMIUM_ONLY'])),
  compensatedHolidayRate: optional(z.enum(['DUTY_DAY', 'OTHER_DAY'])),
  sixtyExcludes: optional(z.enum(['NONE', 'SUNDAY_TYPE'])),
  reallottedCountsToSixty: optional(z.boolean()),
  reallottedEnters: optional(z.enum(['WEEK_END', 'DUTY_DATE', 'MONTH_END'])),
  reallottedMethod: optional(z.enum(['T38', 'T40_HOLIDAY_WEEK'])),
  weekStart: count(0, 6),
  overnightRateBy: optional(z.enum(['START_DAY', 'CALENDAR_DATE'])),
  payRoundingUpFrom: length(1, 30),
  fullDay: length(1, 480),
  fullWeek: length(1, 2400),
  shortTimeWithoutHours: optional(z.enum(['OTHER_DAY', 'FULL_WEEK'])),
  holidayDeduction: optional(z.enum(['WEEKDAY_COUNT', 'LITERAL_OGAWARA', 'FIXED', 'NONE'])),
  holidayDeductionDays: count(0, 40),
  allowancesInBase: optional(z.array(z.enum(baseAllowances))),
  hourlyRounding: optional(yenRounding),
  premiumRounding: optional(yenRounding),
  amountRounding: optional(yenRounding.exclude(['NONE'])),
  timeOffRemainderFrom: optional(z.enum(['LATEST', 'EARLIEST', 'SMALLEST_FACTOR', 'GREATEST_FACTOR'])),
  timeOffWindowMonths: count(1, 12),
  transferWeeksBefore: count(0, 52),
  transferWeeksAfter: count(0, 52),
  compensatoryWeeks: count(1, 52),
  windowCount: optional(z.enum(['INCLUSIVE', 'EXCLUSIVE'])),
  halfDay: length(1, 480),
  maxConsecutiveDutyDays: count(6, 24),
  managersNightFrom: length(1320, 1440),
  managersAmounts: optional(z.array(z.strictObject({ grade: z.string().min(1), dayOff: yen, night: yen }))),
  nightAllowanceForManagers: optional(z.boolean()),
  holidayMovesToNextDutyDay: optional(z.boolean()),
});

/** `"rules"` of a document: the model with what it gives. */
export const payRules = payRulesInput.nullish().transform((given): PayRules => over(modelPay, given));
