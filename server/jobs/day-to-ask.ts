import type { EpochDay } from '@tokimori/law/time/civil';
import type { Context } from '../context.ts';
import { daysMade } from '../derive/days-made.ts';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';

/**
 * The duty day before the one that runs, once the days of everybody have been made: the day up to which a daily run may ask.
 * @param last the day up to which it has asked already
 * @returns null while there is nothing new to ask, or days still wait to be made
 */
export async function dayToAsk(context: Context, tx: Tx, last: EpochDay | null): Promise<EpochDay | null> {
  const { day, minute } = tokyoOf(context.clock.now());
  const { dayBoundary } = await context.parameters(tx, day);
  const until = (minute < dayBoundary ? day - 1 : day) - 1;
  if (last !== null && last >= until) return null;
  return (await daysMade(tx, until, dayBoundary)) ? until : null;
}
