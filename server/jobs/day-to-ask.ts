import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Context } from '../context.ts';
import { instantOf, tokyoOf } from '../runtime/clock.ts';
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
  const [state] = await tx.query<{ turned: boolean }>(
    `select coalesce(bool_and(d.clock_at >= $3), false)
            and not exists (select 1 from tk.sweep s where s.municipality = $1)
            and not exists (select 1 from tk.stale_day t where t.municipality = $1 and t.first_date <= $2::date) as turned
     from tk.derivation d where d.municipality = $1`,
    [tx.municipality, formatLocalDate(until), instantOf(until + 1, dayBoundary)],
  );
  return state?.turned === true ? until : null;
}
