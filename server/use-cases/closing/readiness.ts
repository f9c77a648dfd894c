import { lastDayOf, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import { daysMade } from '../../derive/days-made.ts';
import { dayStates } from '../../store/day-state.ts';
import type { Tx } from '../../store/tenant.ts';
import { type Here, monthDate } from '../reading/moment.ts';

/** Whether the last duty date of a month is over. */
export function isMonthOver(month: MonthIndex, at: Here): boolean {
  return at.dutyDay > lastDayOf(month);
}

/**
 * What keeps the figures of people in a month from being final for the moment: facts that wait to be derived (`making`), or a shift of the
 * last day that is still running (`running`).
 */
export async function unfinished(
  tx: Tx,
  month: MonthIndex,
  staff: readonly string[],
  at: Here,
): Promise<'making' | 'running' | null> {
  const last = lastDayOf(month);
  const [made, [row]] = await Promise.all([
    daysMade(tx, last, at.parameters.dayBoundary, staff),
    tx.query<{ running: boolean }>(
      `select exists (select 1 from tk.month_record r where r.municipality = $1 and r.month = $2::date and r.staff = any($3)
                        and r.day_state[$4::int] = $5) as running`,
      [tx.municipality, monthDate(month), staff, lengthOf(month), dayStates.indexOf('open')],
    ),
  ]);
  if (!made) return 'making';
  return row?.running === true ? 'running' : null;
}
