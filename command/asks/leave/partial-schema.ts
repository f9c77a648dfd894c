import { endingEvents, type PartialChildcareStaff } from '@tokimori/law/leave/partial-childcare/types';
import { type EpochDay, weekdayOf } from '@tokimori/law/time/civil';
import { Spans } from '@tokimori/law/time/spans';
import { z } from 'zod';
import { date, duration, optional } from '../../document/values.ts';
import { spanText } from '../grounds.ts';
import { leaveRules } from './rules-schema.ts';

const id = z.string().min(1);
const type = z.enum(['type1', 'type2']);
const spans = z.array(spanText);

export const partialStaff = z.strictObject({
  kind: z.enum(['fullTime', 'partTime']),
  dailyHours: optional(duration),
  childcareShortTime: optional(z.boolean()),
  weeklyDays: optional(z.int().min(0).max(7)),
  annualDays: optional(z.int().min(0).max(366)),
});

const request = z.strictObject({
  id,
  requestedOn: optional(date),
  type,
  child: optional(id),
  /** Either the days, or a period with the days of the week in it. */
  dates: optional(z.array(date).min(1)),
  period: optional(
    z.strictObject({
      from: date,
      through: date,
      weekdays: optional(z.array(z.int().min(0).max(6)).min(1)),
      except: optional(z.array(date)),
    }),
  ),
  spans: spans.min(1),
  allotment: optional(spans.min(1)),
  childcareTime: optional(duration),
  caregiverTime: optional(duration),
  otherLeave: optional(spans),
});

export const partialYear = z.strictObject({
  fiscalYear: z.int(),
  staff: partialStaff,
  children: z.array(z.strictObject({ id, bornOn: date })).min(1),
  allotment: spans.min(1),
  declarations: z.array(
    z.strictObject({
      id: optional(id),
      on: date,
      type,
      circumstance: optional(z.enum(['spouseHospitalised', 'separation', 'unforeseen'])),
      hardship: optional(z.boolean()),
    }),
  ),
  requests: optional(z.array(request)),
  revocations: optional(
    z.array(
      z.strictObject({ id: optional(id), request: id, on: date, date: optional(date), span: optional(spanText) }),
    ),
  ),
  endings: optional(
    z.array(
      z.strictObject({
        id: optional(id),
        event: z.enum(endingEvents),
        on: date,
        child: optional(id),
        backOn: optional(date),
      }),
    ),
  ),
  rules: optional(leaveRules),
});
export type PartialYearDocument = z.infer<typeof partialYear>;

export const partialLimit = z.strictObject({
  on: date,
  staff: partialStaff,
  child: z.strictObject({ bornOn: date }),
  childcareTime: optional(duration),
  caregiverTime: optional(duration),
  rules: optional(leaveRules),
});

/** Spans of a document, without their overlaps. */
export const spansOf = (list: readonly z.infer<typeof spanText>[]): Spans =>
  Spans.of(...list.map(({ from, to }) => ({ from, until: to })));

/** A person; hours of a day that are not given are those of the usual allotment, or 7:45. */
export function staffOf(staff: z.infer<typeof partialStaff>, usual = 465): PartialChildcareStaff {
  const { kind, dailyHours = usual, childcareShortTime = false, weeklyDays, annualDays } = staff;
  return {
    kind,
    dailyMinutes: dailyHours,
    childcareShortTime,
    ...(weeklyDays === undefined ? {} : { weeklyDays }),
    ...(annualDays === undefined ? {} : { annualDays }),
  };
}

/** The days of a period on the days of the week (Monday to Friday unless said), without exceptions. */
export function daysOf({ dates, period }: z.infer<typeof request>): readonly EpochDay[] {
  if (period === undefined) return dates ?? [];
  const { from, through, weekdays = [1, 2, 3, 4, 5], except = [] } = period;
  const length = Math.max(0, Math.min(366, through - from + 1));
  return Array.from({ length }, (_, at) => from + at).filter(
    (day) => weekdays.includes(weekdayOf(day)) && !except.includes(day),
  );
}
