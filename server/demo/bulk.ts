import type { Tx } from '../store/tenant.ts';

/** A column of a bulk insert: its name, its SQL type, its values in row order. */
export type Column = {
  readonly name: string;
  readonly type: string;
  readonly values: readonly unknown[];
  readonly cast?: string;
};

const ROWS_A_STATEMENT = 5000;

/** Inserts many rows of one municipality by arrays; rows that are there already are left as they are. */
export async function insertColumns(tx: Tx, table: string, columns: readonly Column[]): Promise<void> {
  const rows = columns[0]?.values.length ?? 0;
  const names = columns.map((c) => c.name).join(', ');
  const arrays = columns.map((c, i) => `$${i + 2}::${c.type}[]`).join(', ');
  const text = `insert into ${table} (municipality, ${names}) select $1, ${columns.map((c, i) => `v.c${i}${c.cast === undefined ? '' : `::${c.cast}`}`).join(', ')} from unnest(${arrays}) as v(${columns.map((_, i) => `c${i}`).join(', ')}) on conflict do nothing`;
  for (let start = 0; start < rows; start += ROWS_A_STATEMENT) {
    await tx.query(text, [tx.municipality, ...columns.map((c) => c.values.slice(start, start + ROWS_A_STATEMENT))]);
  }
}

/** Columns of a list of records, by one function a column. */
export function columnsOf<T>(
  records: readonly T[],
  shape: Readonly<Record<string, readonly [type: string, of: (record: T) => unknown, cast?: string]>>,
): Column[] {
  return Object.entries(shape).map(([name, [type, of, cast]]) => ({
    name,
    type,
    values: records.map(of),
    ...(cast === undefined ? {} : { cast }),
  }));
}
