import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import { lastOfWeek, type OvertimePart } from './resolve.ts';
import type { PayRules } from './rules.ts';

/**
 * How much of each part short-time staff are paid 100/100 for: until regular hours and overtime of its duty date are a full day, and on a
 * day without hours, where the municipality looks at the week, until the hours of the week paid so are a full week.
 * @param parts in the order in which they count
 */
export function ordinaryMinutes(parts: readonly OvertimePart[], rules: PayRules): readonly Minutes[] {
  const worked = new Map<EpochDay, Minutes>();
  const ofWeek = new Map<EpochDay, Minutes>();
  return parts.map(({ dutyDate, from, until, kind, regular, weekHours }) => {
    const length = until - from;
    const before = worked.get(dutyDate) ?? 0;
    worked.set(dutyDate, before + length);
    if (kind === 'otherDay' || regular === undefined) return 0;
    const week = lastOfWeek(dutyDate, rules.weekStart);
    const taken = ofWeek.get(week) ?? 0;
    const dayLeft = rules.fullDay - regular - before;
    const weekLeft = weekHours === undefined ? dayLeft : rules.fullWeek - weekHours - taken;
    const ordinary = Math.max(0, Math.min(length, dayLeft, weekLeft));
    ofWeek.set(week, taken + ordinary);
    return ordinary;
  });
}
