import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { dayOf } from './rules.ts';

/** Tables whose rows are found by municipality and month. */
type ByMonth = 'punch' | 'overtime' | 'correction' | 'month_fact' | 'month_record' | 'standing';
const dailyFacts = ['punch', 'overtime', 'correction'] as const;

/** Months from one through another that hold daily facts of someone in service but are not among those recorded. */
export async function readUnrecordedMonths(
  tx: Tx,
  recorded: ReadonlySet<MonthIndex>,
  within: { readonly from: MonthIndex; readonly through: MonthIndex },
): Promise<MonthIndex[]> {
  const unrecorded = new Set<MonthIndex>();
  for (const table of dailyFacts) {
    for (const month of await readMonthsOf(tx, table)) {
      const isOpen = month >= within.from && month <= within.through && !recorded.has(month) && !unrecorded.has(month);
      if (isOpen && (await hasFact(tx, table, month))) unrecorded.add(month);
    }
  }
  return [...unrecorded];
}

/** Before everything that a date of the database can name. */
const FIRST_MONTH: MonthIndex = 12;

/** The months of a table: one step through its index for each, never a look at every row. */
async function readMonthsOf(tx: Tx, table: ByMonth): Promise<MonthIndex[]> {
  const months: MonthIndex[] = [];
  let after: MonthIndex = FIRST_MONTH;
  for (;;) {
    const [next] = await readMonths(
      tx,
      `select min(t.month) as month from tk.${table} t where t.municipality = $1 and t.month > $2`,
      [tx.municipality, monthDate(after)],
    );
    if (next === undefined) return months;
    months.push(next);
    after = next;
  }
}

/** Whether a month holds a fact of someone in service on one of its days. Who left before the first day never served. */
async function hasFact(tx: Tx, table: (typeof dailyFacts)[number], month: MonthIndex): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tk.${table} t join tk.staff s on s.municipality = $1 and s.staff = t.staff
        and s.joined_on < ($2::date + interval '1 month')
        and (s.left_on is null or s.left_on >= greatest(s.joined_on, $2::date))
      where t.municipality = $1 and t.month = $2 limit 1`,
    [tx.municipality, monthDate(month)],
  );
  return rows.length > 0;
}

/** Months of which totals were handed over, or of which rows are stored. */
export async function readOtherMonths(tx: Tx): Promise<MonthIndex[]> {
  const tables = ['month_fact', 'month_record', 'standing'] as const;
  return (await Promise.all(tables.map((table) => readMonthsOf(tx, table)))).flat();
}

async function readMonths(tx: Tx, statement: string, values: readonly unknown[]): Promise<MonthIndex[]> {
  const rows = await tx.query<{ month: string | null }>(statement, values);
  return rows.flatMap((r) => (r.month === null ? [] : [monthOf(dayOf(r.month))]));
}
