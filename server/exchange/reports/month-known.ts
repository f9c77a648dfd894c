import type { MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { monthDate } from './month-sums.ts';
import type { Scope } from './scope.ts';

/** Whether 職員別月計 has any row in a month, within a department when a scope is given. */
export async function hasMonthList(tx: Tx, month: MonthIndex, scope: Scope | undefined): Promise<boolean> {
  const rows = await tx.query(
    `select r.staff from tk.month_record r
     where r.municipality = $1 and r.month = $2::date and ($3::text[] is null or r.department = any($3)) limit 1`,
    [tx.municipality, monthDate(month), scope?.below ?? null],
  );
  return rows.length > 0;
}
