import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { dayOf } from './rules.ts';

/** Months that hold daily facts of someone in service but are not among those given. */
export async function readUnrecordedMonths(tx: Tx, recorded: ReadonlySet<MonthIndex>): Promise<MonthIndex[]> {
  const known = [...recorded].map(monthDate);
  const [punched, ...dated] = await Promise.all([
    readPunchMonths(tx),
    ...['overtime', 'correction'].map((table) =>
      readMonths(
        tx,
        `select distinct m.month from (
           select date_trunc('month', t.duty_date::timestamp)::date as month, t.staff from tk.${table} t where t.municipality = $1
         ) m join tk.staff s on s.municipality = $1 and s.staff = m.staff and ${serves} where m.month <> all($2::date[])`,
        [tx.municipality, known],
      ),
    ),
  ]);
  const unrecorded: MonthIndex[] = [];
  for (const month of punched) if (!recorded.has(month) && (await hasPunch(tx, month))) unrecorded.push(month);
  return [...new Set([...unrecorded, ...dated.flat()])];
}

/** Someone in service on a day of `m.month`. */
const serves = `s.joined_on < (m.month + interval '1 month') and (s.left_on is null or s.left_on >= m.month)`;

/** Before everything that a date of the database can name. */
const FIRST_MONTH: MonthIndex = 12;

/** Months with a punch: one step through the key for each, never a look at every punch. */
async function readPunchMonths(tx: Tx): Promise<MonthIndex[]> {
  const months: MonthIndex[] = [];
  let after: MonthIndex = FIRST_MONTH;
  for (;;) {
    const [next] = await readMonths(
      tx,
      'select min(p.month) as month from tk.punch p where p.municipality = $1 and p.month > $2',
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
  const months = await Promise.all(
    ['month_fact', 'month_record', 'standing'].map((table) =>
      readMonths(tx, `select distinct t.month from tk.${table} t where t.municipality = $1`, [tx.municipality]),
    ),
  );
  return months.flat();
}

async function readMonths(tx: Tx, statement: string, values: readonly unknown[]): Promise<MonthIndex[]> {
  const rows = await tx.query<{ month: string | null }>(statement, values);
  return rows.flatMap((r) => (r.month === null ? [] : [monthOf(dayOf(r.month))]));
}
