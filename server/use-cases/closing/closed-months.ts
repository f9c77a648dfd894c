import type { RefusedDeed } from '@tokimori/records/recorded';
import type { Tx } from '../../store/tenant.ts';
import { holdStaff } from '../hold-staff.ts';

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

type Row = { month: string; name: string | null };

/**
 * Why a deed about a person's days cannot be done: a month of them is closed. Holds the person, as closing does, so that a
 * deed and a closing come one after the other. Punches never ask: they are always stored.
 * @param dates duty dates, `YYYY-MM-DD`
 */
export async function closedRefusal(tx: Tx, staff: string, dates: readonly string[]): Promise<RefusedDeed | null> {
  await holdStaff(tx, [staff]);
  const [row] = await tx.query<Row>(
    `select c.month, d.name from tk.month_closed c
     left join tk.department d on d.municipality = $1 and d.department = c.section
       and d.effective_from <= c.month + 27 and (d.effective_until is null or d.effective_until > c.month + 27)
     where c.municipality = $1 and c.month = any($2::date[]) and c.staff = $3 order by c.month limit 1`,
    [tx.municipality, [...new Set(dates.map(firstOfMonth))], staff],
  );
  if (row === undefined) return null;
  return { code: 'month.closed', figures: {}, words: { month: row.month.slice(0, 7), section: row.name ?? '' } };
}

/** Months of people that are closed, as `staff/YYYY-MM`; the people are to be held by the caller. */
export async function closedMonthsOf(
  tx: Tx,
  staff: readonly string[],
  months: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ staff: string; month: string }>(
    `select c.staff, c.month from tk.month_closed c
     where c.municipality = $1 and c.month = any($2::date[]) and c.staff = any($3)`,
    [tx.municipality, [...new Set(months.map(firstOfMonth))], [...new Set(staff)]],
  );
  return new Set(rows.map((row) => `${row.staff}/${row.month.slice(0, 7)}`));
}
