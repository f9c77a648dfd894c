import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { dayOf } from './rules.ts';

/** Months from one through another that hold daily facts of someone in service but are not among those recorded. */
export async function readUnrecordedMonths(
  tx: Tx,
  recorded: ReadonlySet<MonthIndex>,
  within: { readonly from: MonthIndex; readonly through: MonthIndex },
): Promise<MonthIndex[]> {
  const isOpen = (month: MonthIndex) => month >= within.from && month <= within.through && !recorded.has(month);
  const unrecorded: MonthIndex[] = [];
  for (const month of await readMonthsOf(tx, 'punch'))
    if (isOpen(month) && (await hasPunch(tx, month))) unrecorded.push(month);
  const dated = await readDatedMonths(tx, recorded, Math.max(within.from, FIRST_MONTH), within.through);
  return [...new Set([...unrecorded, ...dated.filter(isOpen)])];
}

/** Months of dated facts are found by looking at every fact; not when each month is recorded anyhow. */
async function readDatedMonths(
  tx: Tx,
  recorded: ReadonlySet<MonthIndex>,
  from: MonthIndex,
  through: MonthIndex,
): Promise<MonthIndex[]> {
  let first = from;
  while (first <= through && recorded.has(first)) first += 1;
  if (first > through) return [];
  const months = await Promise.all(
    ['overtime', 'correction'].map((table) =>
      readMonths(
        tx,
        `select distinct m.month from (
           select date_trunc('month', t.duty_date::timestamp)::date as month, t.staff from tk.${table} t
            where t.municipality = $1 and t.duty_date >= $3
         ) m join tk.staff s on s.municipality = $1 and s.staff = m.staff and ${serves} where m.month <> all($2::date[])`,
        [tx.municipality, [...recorded].map(monthDate), monthDate(first)],
      ),
    ),
  );
  return months.flat();
}

/** Someone in service on a day of `m.month`. */
const serves = `s.joined_on < (m.month + interval '1 month') and (s.left_on is null or s.left_on >= m.month)`;

/** Before everything that a date of the database can name. */
const FIRST_MONTH: MonthIndex = 12;

/** Months of a table whose key begins with them: one step through the key for each, never a look at every row. */
async function readMonthsOf(
  tx: Tx,
  table: 'punch' | 'month_fact' | 'month_record' | 'standing',
): Promise<MonthIndex[]> {
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

async function hasPunch(tx: Tx, month: MonthIndex): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tk.punch p join tk.staff s on s.municipality = $1 and s.staff = p.staff
        and s.joined_on < ($2::date + interval '1 month') and (s.left_on is null or s.left_on >= $2)
      where p.municipality = $1 and p.month = $2 limit 1`,
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
