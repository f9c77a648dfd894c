import type { Actor } from '../context.ts';
import { is, mayViewCity } from './policies.ts';
import { mayViewBureaus, mayViewProgress, mayViewRegisters } from './policies-registers.ts';

/** 資料①: the sums of each 部局, which the case book hands to every 部局 to share its work by: heads, and those who see the city. */
const mayViewSumsOfBureaus = (actor: Actor): boolean => mayViewCity(actor) || is(actor, 'manager');

/**
 * Who opens a sheet of the whole municipality, by the name under which a measure and a report have it. Its page and what leads there (a due of a
 * measure) ask here, so that nobody is led to a page that is closed to them.
 */
const readers = {
  'saga-1': mayViewSumsOfBureaus,
  'saga-2': mayViewCity,
  'nanto-progress': mayViewProgress,
  'bureaus-monthly': mayViewBureaus,
  'yamagata-review': mayViewRegisters,
  'kochi-effects': mayViewRegisters,
} as const satisfies Readonly<Record<string, (actor: Actor, bureauFigures: boolean) => boolean>>;

/**
 * Whether somebody may open a sheet. One that is not named here is of a section and has its own policy, or is for everybody.
 * @param bureauFigures ⚙ `sharing.bureauFigures`
 */
export function mayOpenSheet(actor: Actor, sheet: string, bureauFigures: boolean): boolean {
  const reader = Object.entries(readers).find(([name]) => name === sheet)?.[1];
  return reader === undefined || reader(actor, bureauFigures);
}
