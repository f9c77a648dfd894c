import type { EpochDay } from '@tokimori/law/time/civil';
import type { Random } from './random.ts';

/** Longest overtime of an evening and of a day off in ordinary and in hard months. */
const EVENING = 300;
const HARD_EVENING = 405;
const DAY_OFF = 360;

/**
 * Shares a month's overtime out over its days, to the minute. Evenings first; days off only when evenings do not hold it.
 * What cannot be held at all is left out (a month with too few days).
 */
export function spread(
  total: number,
  dutyDays: readonly EpochDay[],
  daysOff: readonly EpochDay[],
  random: Random,
): ReadonlyMap<EpochDay, number> {
  const shares = new Map<EpochDay, number>();
  if (total <= 0 || dutyDays.length + daysOff.length === 0) return shares;
  const evening = total > dutyDays.length * EVENING * 0.75 ? HARD_EVENING : EVENING;
  let left = total;
  const add = (day: EpochDay, most: number, step: number) => {
    const now = shares.get(day) ?? 0;
    const more = Math.min(most - now, left, step);
    if (more <= 0) return;
    shares.set(day, now + more);
    left -= more;
  };
  const saturdays = daysOff.filter(() => random.chance(0.5));
  if (total > dutyDays.length * 120)
    for (const day of saturdays.slice(0, 3)) add(day, DAY_OFF, 60 * random.between(3, 5));
  const pass = Math.max(30, Math.round(total / Math.max(1, dutyDays.length) / 5) * 5);
  for (let round = 0; round < 40 && left > 0; round++) {
    for (const day of dutyDays)
      if (random.chance(0.55)) add(day, evening, 5 * random.between(6, Math.max(6, Math.round(pass / 3))));
  }
  for (const day of dutyDays) add(day, evening, left);
  for (const day of daysOff) add(day, DAY_OFF, left);
  return shares;
}
