import {
  arrangementStates,
  askedSystems,
  childcareCourses,
  childcareSystems,
  guidanceOutcomes,
  recordingMethods,
} from '@tokimori/law/survey/facts/types';
import { flexibleRows, leaveUserRows } from '@tokimori/law/survey/layouts/leave';
import { bureauKinds } from '@tokimori/law/survey/rules';
import { z } from 'zod';
import { date, duration, month, optional } from '../../document/values.ts';
import { absences, averageCounts, interviews, longHours, reasons, stateCounts, totalHours } from './national-schema.ts';

const count = z.int().min(0);
const id = z.string().min(1);
const flag = optional(z.boolean());
const kind = z.enum(['selfDirected', 'externallyDriven']);

const agreement = z.strictObject({
  monthly: optional(duration),
  annual: optional(duration),
  special: optional(
    z.strictObject({ monthly: optional(duration), annual: optional(duration), times: optional(count) }),
  ),
});

const person = z.strictObject({
  id,
  regime: optional(z.enum(['ordinance', 'article36'])),
  employedFrom: optional(month),
  transfers: optional(z.array(z.strictObject({ on: date, from: kind, to: kind }))),
  agreement: optional(agreement),
  months: z.array(
    z.strictObject({
      month,
      bureau: id,
      managerial: flag,
      department: optional(kind),
      overtime: duration,
      exceptional: optional(duration),
      legalHolidayWork: optional(duration),
    }),
  ),
});

const overtime = z.strictObject({
  headcounts: z.array(z.strictObject({ month, bureau: id, managerial: flag, heads: count })),
  people: z.array(person),
});

const stressCounts = {
  enrolled: count,
  eligible: count,
  taken: count,
  highStress: count,
  requested: count,
  interviewed: count,
  workplaces: count,
  heldAt: count,
  analysedAt: count,
  usedAt: count,
};

const leaveTaken = z.strictObject({ days: count, hours: optional(duration) });
const eligible = z.strictObject({ eligible: count, taken: optional(count) });
const usedSystems = [...leaveUserRows, ...flexibleRows].map((row) => row.id);

const rules = z.strictObject({
  overtimeExcludes: optional(z.array(z.enum(bureauKinds))),
  overtimeExcludesManagerial: flag,
  absencePeriod: optional(z.enum(['fiscal', 'calendar'])),
  absenceMinimum: optional(z.enum(['days30', 'month'])),
  absenceLength: optional(z.enum(['throughYearEnd', 'withinYear', 'wholeSpan'])),
  annualLeavePeriod: optional(z.enum(['calendar', 'fiscal'])),
  leaveDay: optional(duration.refine((minutes) => minutes > 0 && minutes <= 1440, '0:01–24:00')),
  childcareRate: optional(z.enum(['eligibleTakers', 'newTakers'])),
});

/** Counts of an earlier year, as this question answered them. */
const reported = z.strictObject({
  fiscalYear: z.int().min(1900).max(2200),
  average: optional(averageCounts),
  longHours: optional(longHours),
  arrangements: optional(z.strictObject({ bureaus: stateCounts, bodies: optional(count), without: optional(count) })),
  interviews: optional(interviews),
  reasons: optional(reasons),
  absences: optional(absences),
  stressCheck: optional(z.strictObject(stressCounts)),
  annualLeave: optional(z.strictObject({ people: count, hours: totalHours, few: count })),
  paternity: optional(
    z.strictObject({ eligible: count, delivery: count, participation: count, either: count, fiveDays: count }),
  ),
});
export type Reported = z.infer<typeof reported>;

/** The input of `tokimori law ask survey`: the facts of one municipality and fiscal year. */
export const surveyInput = z.strictObject({
  fiscalYear: z.int().min(1900).max(2200),
  name: z.string().min(1),
  rules: optional(rules),
  bureaus: z.array(z.strictObject({ id, name: z.string().min(1), kind: z.enum(bureauKinds) })),
  overtime: optional(overtime),
  guidance: optional(
    z.array(z.strictObject({ staff: id, month, bureau: id, outcome: optional(z.enum(guidanceOutcomes)) })),
  ),
  arrangements: optional(z.array(z.strictObject({ bureau: id, state: z.enum(arrangementStates) }))),
  absences: optional(z.array(z.strictObject({ staff: id, bureau: id, from: date, through: optional(date) }))),
  stressCheck: optional(z.array(z.strictObject({ bureau: id, ...stressCounts }))),
  systems: optional(
    z.strictObject({
      answers: z.partialRecord(z.enum(askedSystems), z.boolean()),
      recording: optional(z.array(z.enum(recordingMethods))),
      departments: optional(z.strictObject({ all: count, externallyDriven: count })),
    }),
  ),
  annualLeave: optional(z.array(z.strictObject({ staff: id, bureau: id, taken: leaveTaken }))),
  childcare: optional(
    z.strictObject({
      uses: z.array(
        z.strictObject({
          staff: id,
          sex: z.enum(['male', 'female']),
          system: z.enum(childcareSystems),
          course: z.enum(childcareCourses),
          form: optional(z.union([z.literal(1), z.literal(2)])),
          from: optional(date),
          through: optional(date),
        }),
      ),
      newlyEligible: optional(z.strictObject({ male: eligible, female: eligible })),
    }),
  ),
  fathers: optional(z.array(z.strictObject({ staff: id, delivery: leaveTaken, participation: leaveTaken }))),
  users: optional(
    z.array(z.strictObject({ system: z.enum(usedSystems), inPlace: z.boolean(), male: count, female: count })),
  ),
  before: optional(z.array(reported)),
});
export type SurveyDocument = z.infer<typeof surveyInput>;
