import type { EpochDay } from '@tokimori/law/time/civil';
import { breakOf, END, START } from './hours.ts';
import type { PunchFact } from './month.ts';
import type { Random } from './random.ts';

type Day = {
  readonly day: EpochDay;
  readonly minutes: number;
  readonly dutyDay: boolean;
  readonly random: Random;
  readonly pc: boolean;
  /** People of a story forget nothing: their figures are to be exact. */
  readonly story: boolean;
};

/** Card and PC traces of one day: in some minutes before the hours begin, out some minutes after the last of them. */
export function tracesOf(into: PunchFact[], { day, minutes, dutyDay, random, pc, story }: Day): void {
  const arrival = START - random.between(2, 22);
  const end = (dutyDay ? END : START) + minutes + breakOf(dutyDay, minutes);
  const lingers = !story && random.chance(0.015) ? random.between(31, 70) : random.between(2, 18);
  const leaving = end + lingers;
  const forgets = !story && random.chance(0.0035);
  const push = (minute: number, direction: PunchFact['direction'], source: PunchFact['source']) => {
    const civil = day + Math.floor(minute / 1440);
    into.push({ day: civil, minute: minute % 1440, direction, source });
  };
  push(arrival, 'in', 'card');
  if (pc) push(arrival + random.between(2, 6), 'in', 'pc');
  if (pc) push(leaving - random.between(1, Math.min(8, lingers)), 'out', 'pc');
  if (!forgets) push(leaving, 'out', 'card');
}
