import type { EpochDay } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { dayOf } from './rules.ts';
import { markDaysOfAll } from './stale.ts';

/**
 * Months for which the municipality keeps daily records. In such a month a person without any record has a month of
 * days without a record; in another month nothing is known of them.
 */
export async function readRecordedMonths(tx: Tx): Promise<Set<MonthIndex>> {
  const rows = await tx.query<{ month: string }>('select r.month from tk.recorded_month r where r.municipality = $1', [
    tx.municipality,
  ]);
  return new Set(rows.map((r) => monthOf(dayOf(r.month))));
}

/** Notes months as recorded. @returns those that were not before */
export async function noteMonths(tx: Tx, months: readonly MonthIndex[]): Promise<MonthIndex[]> {
  if (months.length === 0) return [];
  const rows = await tx.query<{ month: string }>(
    `insert into tk.recorded_month (municipality, month) select $1, u.month from unnest($2::date[]) as u (month)
     on conflict (municipality, month) do nothing returning month`,
    [tx.municipality, months.map(monthDate)],
  );
  return rows.map((r) => monthOf(dayOf(r.month)));
}

/** Whoever kept records in the last month keeps them in the running one, from its first morning on. */
export function withRunningMonth(months: readonly MonthIndex[], today: EpochDay): MonthIndex[] {
  const running = monthOf(today);
  return months.includes(running - 1) && !months.includes(running) ? [...months, running] : [...months];
}

/** Notes months as recorded; those that are new are then made for everybody. */
export async function recordMonths(tx: Tx, months: readonly MonthIndex[], today: EpochDay): Promise<void> {
  for (const month of await noteMonths(tx, withRunningMonth(months, today))) {
    await markDaysOfAll(tx, firstDayOf(month), lastDayOf(month));
  }
}
