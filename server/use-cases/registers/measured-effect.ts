import type { DigitalEffect, digitalEffectEntry } from '@tokimori/contract/registers/entries';
import type { Answer } from '@tokimori/contract/route';
import { measuredEffect } from '@tokimori/forms/kochi/effects';
import { firstDayOf, formatYearMonth, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, type Here, monthDate } from '../reading/moment.ts';
import { partsOver } from './places.ts';

/** Months of use that are compared at most. */
const MONTHS = 12;

/**
 * The overtime of the section in the first whole months of use against the same months of the year before, from the stored rows of
 * those months alone. Nothing but the section says that the tool is the reason.
 */
export async function readMeasured(
  tx: Tx,
  at: Here,
  { department, since, until }: Pick<DigitalEffect, 'department' | 'since' | 'until'>,
): Promise<Answer<typeof digitalEffectEntry>['measured']> {
  const day = dayOf(since);
  const first = day === firstDayOf(monthOf(day)) ? monthOf(day) : monthOf(day) + 1;
  const end = until === null ? at.month - 1 : Math.min(at.month - 1, monthOf(dayOf(until) + 1) - 1);
  const last = Math.min(end, first + MONTHS - 1);
  if (last < first) return null;
  const months = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const parts = await partsOver(tx, department, [last, first - 12]);
  const rows = await tx.query<{ month: string; overtime: number; headcount: number }>(
    `select r.month, sum(r.overtime)::int as overtime, count(*)::int as headcount from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and r.department = any($3) and not r.managerial group by r.month`,
    [tx.municipality, [...months, ...months.map((month) => month - 12)].map(monthDate), parts],
  );
  const known = new Map(rows.map(({ month, ...sum }) => [monthOf(dayOf(month)), sum]));
  const measured = measuredEffect(first, last, known);
  return measured === null ? null : { first: formatYearMonth(first), ...measured };
}
