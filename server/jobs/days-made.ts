import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';

/**
 * Whether the days of everybody up to one have been made: the clock of the derivation has passed it, and neither a sweep
 * nor a stale day of it is left.
 * @param dayBoundary 日の区切り of the next day, in minutes
 */
export async function areDaysMade(tx: Tx, until: EpochDay, dayBoundary: number): Promise<boolean> {
  const [turned] = await tx.query<{ turned: boolean }>(
    `select coalesce(bool_and(d.clock_at >= $3), false)
            and not exists (select 1 from tk.sweep s where s.municipality = $1)
            and not exists (select 1 from tk.stale_day t where t.municipality = $1 and t.first_date <= $2::date) as turned
     from tk.derivation d where d.municipality = $1`,
    [tx.municipality, formatLocalDate(until), instantOf(until + 1, dayBoundary)],
  );
  return turned?.turned === true;
}
