import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { instantOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';

/**
 * Whether the days up to one have been made for everybody after that day was over: the clock of the derivation has passed its end, no
 * sweep is under way and no fact of those days waits.
 * @param staff only the facts of these people matter; null: of all
 */
export async function daysMade(
  tx: Tx,
  until: EpochDay,
  dayBoundary: Minutes,
  staff: readonly string[] | null = null,
): Promise<boolean> {
  const [row] = await tx.query<{ made: boolean }>(
    `select coalesce(bool_and(d.clock_at >= $3), false)
            and not exists (select 1 from tk.sweep s where s.municipality = $1)
            and not exists (select 1 from tk.stale_day t where t.municipality = $1 and t.first_date <= $2::date
                              and ($4::text[] is null or t.staff = any($4))) as made
     from tk.derivation d where d.municipality = $1`,
    [tx.municipality, formatLocalDate(until), instantOf(until + 1, dayBoundary), staff],
  );
  return row?.made === true;
}
