import { type Ground, type RestrictionRequest, restrictionKinds } from '@tokimori/law/restrictions/types';
import { z } from 'zod';
import { date, optional } from '../../document/values.ts';

/** One request as a document writes it; `tokimori judge` and `law ask restrictions` read the same. */
export const requestInput = z.strictObject({
  kind: z.enum(restrictionKinds),
  ground: z.enum(['child', 'familyCare', 'maternity']),
  childBornOn: optional(date),
  spouseCaresAtNight: optional(z.boolean()),
  gaveBirthOn: optional(date),
  requestedOn: date,
  from: date,
  through: date,
  lapsedOn: optional(date),
  notPossible: optional(z.string()),
});
export type RequestInput = z.infer<typeof requestInput>;

/** The municipality's parameters. */
export const restrictionRulesInput = optional(
  z.strictObject({
    yearOf: optional(z.enum(['requestPeriod', 'fiscalYear'])),
    yearStartMonth: optional(z.number().int().min(1).max(12)),
    exemptionUntilSchoolFrom: optional(z.iso.date()),
    overtimePeriodMonths: optional(z.number().int().min(1)),
    nightPeriodMonths: optional(z.number().int().min(1)),
    overtimeRequestDays: optional(z.number().int().min(0)),
    nightRequestMonths: optional(z.number().int().min(0)),
  }),
);

/** The ground in the law's form; null when the child's birth is not given. */
function groundOf({ ground, childBornOn, spouseCaresAtNight, gaveBirthOn }: RequestInput): Ground | null {
  if (ground === 'familyCare') return { of: 'familyCare' };
  if (ground === 'maternity')
    return gaveBirthOn === undefined ? { of: 'maternity' } : { of: 'maternity', birth: gaveBirthOn };
  if (childBornOn === undefined) return null;
  return { of: 'child', bornOn: childBornOn, spouseCaresAtNight: spouseCaresAtNight ?? false };
}

/** A request in the law's form; null when the child's birth is missing. */
export function requestOf(given: RequestInput): RestrictionRequest | null {
  const ground = groundOf(given);
  if (ground === null) return null;
  const { kind, requestedOn, from, through, lapsedOn, notPossible } = given;
  return {
    kind,
    ground,
    requestedOn,
    from,
    through,
    ...(lapsedOn === undefined ? {} : { lapsedOn }),
    ...(notPossible === undefined ? {} : { notPossible }),
  };
}
