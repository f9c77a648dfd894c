import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type pg from 'pg';

const ALREADY_THERE = new Set(['42P07', '23505']);
/** The default partition holds punches of the month already: they stay there. */
const ROWS_IN_DEFAULT = '23514';

/** Creates the partition of `tk.punch` for a month, if there is none. Plain DDL, the same on Citus. */
export async function createPartition(client: pg.ClientBase, month: MonthIndex): Promise<void> {
  const name = `tk.punch_${formatYearMonth(month).replace('-', '_')}`;
  const found = await client.query<{ present: boolean }>('select to_regclass($1) is not null as present', [name]);
  if (found.rows[0]?.present === true) return;
  const [from, until] = [month, month + 1].map((index) => formatLocalDate(firstDayOf(index)));
  try {
    await client.query(`create table ${name} partition of tk.punch for values from ('${from}') to ('${until}')`);
    // A partition does not take this over from its parent.
    await client.query(`alter table ${name} alter column staff set statistics 1`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!ALREADY_THERE.has(code) && code !== ROWS_IN_DEFAULT) throw error;
  }
}
