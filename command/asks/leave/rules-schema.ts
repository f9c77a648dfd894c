import { type LeaveRules, modelLeave } from '@tokimori/law/leave/rules';
import { bereavementRelations } from '@tokimori/law/leave/special-days';
import { z } from 'zod';
import { duration, optional } from '../../document/values.ts';
import { over } from '../grounds.ts';

const days = z.int().min(0).max(366);
const some = optional(days);
const leadTime = optional(z.int().min(0).max(12));
const noneOr = z.int().min(1).max(366).nullable().optional();
const units = z.enum(['day', 'halfDay', 'hour', 'thirtyMinutes', 'minute']);

const specialDays = z.strictObject({
  volunteer: noneOr,
  marriage: noneOr,
  fertility: noneOr,
  fertilityAssisted: noneOr,
  spouseBirth: noneOr,
  fatherhood: noneOr,
  sickChild: some,
  sickChildTwo: some,
  shortCare: some,
  shortCareTwo: some,
  memorial: noneOr,
  summer: noneOr,
  disaster: noneOr,
});

const registerCategory = z.strictObject({
  label: z.string(),
  codes: z.array(z.string()),
  sure: z.enum(['legible', 'fair', 'guess', 'unknown']),
});

const municipalKind = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  pay: z.enum(['paid', 'unpaid']),
  attendance: z.enum(['present', 'deemedPresent', 'absent', 'outside']),
  units: z.array(units),
  daysPerYear: days.nullable(),
});

/** What a municipality decides, over the model; lengths are `h:mm`. */
export const leaveRules = z.strictObject({
  leaveYear: optional(z.enum(['calendar', 'fiscal'])),
  dayMinutes: optional(duration),
  annualDays: some,
  carryOver: some,
  carryOverFraction: optional(z.enum(['keep', 'cut'])),
  annualOrder: optional(z.enum(['carriedOverFirst', 'currentFirst'])),
  firstYearDays: optional(z.array(days).length(12)),
  halfDayUnit: optional(z.boolean()),
  halfDayCounts: optional(z.enum(['halfOfDay', 'hoursTaken'])),
  appointeeGrant: optional(z.enum(['afterSixMonths', 'onAppointment'])),
  sickLeaveDays: some,
  specialDays: optional(specialDays),
  bereavement: optional(z.array(z.strictObject({ relation: z.enum(bereavementRelations), days, daysIfShared: days }))),
  summerFrom: optional(z.int().min(1).max(12)),
  summerThrough: optional(z.int().min(1).max(12)),
  sickChildUntil: optional(z.literal([9, 12, 15])),
  prenatalWeeks: some,
  prenatalWeeksMultiple: some,
  postnatalWeeks: some,
  caregiverPeriods: some,
  caregiverMonths: some,
  caregiverTimeMinutes: optional(duration),
  caregiverTimeYears: some,
  shortTimeWeekLeast: optional(duration),
  shortTimeWeekMost: optional(duration),
  childcareLeaveLeadMonths: leadTime,
  birthLeaveLeadWeeks: leadTime,
  shortTimeLeadMonths: leadTime,
  type2FirstPeriod: optional(z.enum(['half', 'full'])),
  conversionAtChange: optional(z.enum(['lessTaken', 'byMonths', 'full'])),
  typeChanges: some,
  partialLeavePayRounding: optional(z.enum(['thirtyMinutes', 'exact'])),
  municipalKinds: optional(z.array(municipalKind)),
  absentKinds: optional(z.array(z.string())),
  registerCategories: optional(z.array(registerCategory)),
});

/** The model with what a document says otherwise. */
export function leaveRulesOf(given: z.infer<typeof leaveRules> | undefined): LeaveRules {
  const { specialDays: special, ...rest } = given ?? {};
  return over({ ...modelLeave, specialDays: over(modelLeave.specialDays, special) }, rest);
}
