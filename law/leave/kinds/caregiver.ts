import { formatLocalDate } from '../../time/civil.ts';
import { endOfMonths } from '../annual/leave-year.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import type { Window } from './maternity.ts';
import { type Found, needed, type Taking } from './taking-types.ts';

/** Whole months of a period and the days beyond them. */
function lengthOf({ from, through }: Window): { months: number; days: number } {
  let months = 0;
  while (endOfMonths(from, months + 1) <= through) months += 1;
  const end = months === 0 ? from - 1 : endOfMonths(from, months);
  return { months, days: through - end };
}

/** Periods together: whole months, and thirty days beyond them as a month. */
function together(periods: readonly Window[]): { months: number; days: number } {
  const lengths = periods.map(lengthOf);
  const days = lengths.reduce((sum, length) => sum + length.days, 0);
  const months = lengths.reduce((sum, length) => sum + length.months, 0);
  return { months: months + Math.floor(days / 30), days: days % 30 };
}

/**
 * 介護休暇 (勤務時間条例15条): within designated periods of one condition, no more than three that together have six months. Days that lie in
 * a period designated before need no new one.
 */
export function judgeCaregiverLeave(taking: Taking, rules: LeaveRules): Found {
  const before = needed(taking, 'periods');
  const { from, through } = taking;
  const citation = cites.caregiver;
  const inside = before.some((period) => period.from <= from && through <= period.through);
  if (!inside && before.some((period) => period.from <= through && from <= period.through)) {
    return { refusal: 'overlap', steps: [{ says: 'periodsOverlap', figures: {}, citation }] };
  }
  const periods = inside ? before : [...before, { from, through }];
  const { months, days } = together(periods);
  const [most, mostMonths] = [rules.caregiverPeriods, rules.caregiverMonths];
  const kept = periods.length <= most && (months < mostMonths || (months === mostMonths && days === 0));
  const figures = { periods: periods.length, most, months, days, mostMonths };
  const steps: Found['steps'] = [{ says: kept ? 'periodsWithin' : 'periodsOver', figures, citation }];
  return kept ? { steps } : { refusal: 'periods', steps };
}

/** 介護時間 (勤務時間条例15条の2): two hours a day, within three years from its first day. */
export function judgeCaregiverTime(taking: Taking, rules: LeaveRules): Found {
  const first = needed(taking, 'firstOn');
  const through = endOfMonths(first, 12 * rules.caregiverTimeYears);
  const citation = cites.caregiverTime;
  const [minutes, before, limit] = [taking.time ?? 0, taking.taken, rules.caregiverTimeMinutes];
  const inTime = first <= taking.from && taking.from <= through;
  const years: Found['steps'][number] = {
    says: inTime ? 'yearsWithin' : 'yearsOver',
    figures: { years: rules.caregiverTimeYears },
    words: { through: formatLocalDate(through) },
    citation,
  };
  if (!inTime) return { refusal: 'years', steps: [years] };
  const within = before + minutes <= limit;
  const time: Found['steps'][number] = {
    says: within ? 'timeWithin' : 'timeOver',
    figures: { minutes, before, limit },
    citation,
  };
  return within ? { steps: [years, time] } : { refusal: 'balance', steps: [years, time] };
}
