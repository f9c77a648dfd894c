import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { type EpochDay, epochDayOf, formatLocalDate } from '../../time/civil.ts';
import { hours, type Minutes } from '../../time/minutes.ts';
import { monthOf } from '../../time/months.ts';
import { partialChildcareCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import { PARTIAL_CHILDCARE_SINCE } from './eligibility.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import { ImpossiblePartialLeave, type PartialChildcareStaff } from './types.ts';

const CHECKED = '2026-11-28';
const SINCE = '2025-10-01';

/** 第1号: two hours a day by 30 minutes; part-time staff what their day has above 5:45 (条例18条). */
export const type1Limits: readonly Dated<{ perDay: Minutes; unit: Minutes; partTimeLess: Minutes }>[] = [
  {
    from: SINCE,
    value: { perDay: hours(2), unit: 30, partTimeLess: 345 },
    citation: cites.type1,
    checkedOn: CHECKED,
  },
];

/** 第2号: 77:30 a year by the hour; part-time staff ten times their day (条例18条の2, 18条の4). */
export const type2Limits: readonly Dated<{ days: number; fullDay: Minutes; unit: Minutes }>[] = [
  { from: SINCE, value: { days: 10, fullDay: 465, unit: hours(1) }, citation: cites.type2Limit, checkedOn: CHECKED },
];

/** First and last day of a year of declaration, and its months. @throws ImpossiblePartialLeave before 2025 */
export function yearOf(fiscalYear: number): { first: EpochDay; last: EpochDay; months: number } {
  const last = epochDayOf(fiscalYear + 1, 3, 31);
  if (last < PARTIAL_CHILDCARE_SINCE) throw new ImpossiblePartialLeave('noSuchYear', String(fiscalYear));
  const first = Math.max(epochDayOf(fiscalYear, 4, 1), PARTIAL_CHILDCARE_SINCE);
  return { first, last, months: monthOf(last) - monthOf(first) + 1 };
}

/**
 * Minutes of 第1号 that a day has: two hours less 育児時間 and 介護時間 of that day; part-time staff no more than their day less 5:45;
 * cut to 30 minutes. Whether someone can take 第1号 at all is `staffFor`'s matter.
 */
export function type1Of(
  staff: PartialChildcareStaff,
  on: EpochDay,
  less: { readonly childcareTime: Minutes; readonly caregiverTime: Minutes },
): Decision<{ limit: Minutes; usable: Minutes }, PartialChildcareStepName> {
  const { perDay, unit, partTimeLess } = inForce(type1Limits, formatLocalDate(on)).value;
  const byDay = Math.max(0, perDay - less.childcareTime - less.caregiverTime);
  const steps: Step<PartialChildcareStepName>[] = [
    { says: 'type1Day', figures: { limit: byDay, base: perDay, ...less }, citation: cites.type1 },
  ];
  let limit = byDay;
  if (staff.kind === 'partTime') {
    const byHours = Math.max(0, staff.dailyMinutes - partTimeLess);
    const figures = { daily: staff.dailyMinutes, less: partTimeLess, limit: byHours };
    steps.push({ says: 'type1PartTime', figures, citation: cites.type1PartTime });
    limit = Math.min(byDay, byHours);
  }
  const usable = limit - (limit % unit);
  steps.push({ says: 'type1Usable', figures: { limit, unit, usable }, citation: cites.type1 });
  return { outcome: { limit, usable }, steps };
}

/**
 * Minutes of 第2号 of a year: 77:30, part-time staff ten times their day. From 2025-10-01 to 2026-03-31 half of it (38:45, five
 * times), unless the municipality gave all.
 */
export function type2Of(
  staff: PartialChildcareStaff,
  fiscalYear: number,
  rules: LeaveRules,
): Decision<Minutes, PartialChildcareStepName> {
  const { first, months } = yearOf(fiscalYear);
  const { days, fullDay } = inForce(type2Limits, formatLocalDate(first)).value;
  const firstPeriod = months < 12;
  const halved = firstPeriod && rules.type2FirstPeriod === 'half';
  const times = halved ? days / 2 : days;
  const daily = staff.kind === 'fullTime' ? fullDay : staff.dailyMinutes;
  const limit = daily * times;
  const steps: Step<PartialChildcareStepName>[] = firstPeriod
    ? [
        {
          says: halved ? 'firstPeriodHalved' : 'firstPeriodFull',
          figures: { days: times },
          citation: cites.firstPeriod,
        },
      ]
    : [];
  steps.push({ says: 'type2Year', figures: { limit, daily, days: times }, citation: cites.type2Limit });
  return { outcome: limit, steps };
}

/**
 * The limit of 第2号 for someone who changed to it on a day.
 * @param taken1 minutes of 第1号 taken in the year before that day
 * @param taken2 minutes of 第2号 taken in the year before that day (of an earlier period of 第2号)
 */
export function convertedType2(
  base: Minutes,
  change: { readonly on: EpochDay; readonly taken1: Minutes; readonly taken2: Minutes },
  fiscalYear: number,
  rules: LeaveRules,
): Decision<Minutes, PartialChildcareStepName> {
  const citation = cites.conversion;
  if (rules.conversionAtChange === 'full') {
    return { outcome: base, steps: [{ says: 'convertedFull', figures: { limit: base }, citation }] };
  }
  if (rules.conversionAtChange === 'lessTaken') {
    const limit = Math.max(change.taken2, base - change.taken1);
    const figures = { base, taken: change.taken1, limit };
    return { outcome: limit, steps: [{ says: 'convertedLessTaken', figures, citation }] };
  }
  const { last, months: of } = yearOf(fiscalYear);
  const months = monthOf(last) - monthOf(change.on) + 1;
  const allowed = Math.floor((base * months) / of);
  const limit = Math.min(base, change.taken2 + allowed);
  const figures = { base, months, of, allowed, limit };
  return { outcome: limit, steps: [{ says: 'convertedByMonths', figures, citation }] };
}
