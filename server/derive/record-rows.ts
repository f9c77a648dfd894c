import type { MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { dayColumns, literalsOf, type MonthDays, type MonthTotals, totalsOf } from './month-days.ts';
import type { MonthPost } from './service.ts';

/** Columns that hold one value, with the type under which they are sent. */
const valueColumns = [
  ['department', 'text'],
  ['managerial', 'boolean'],
  ['externally_driven', 'boolean'],
  ['source', 'text'],
  ['overtime', 'integer'],
  ['exceptional', 'integer'],
  ['disaster', 'integer'],
  ['infection', 'integer'],
  ['ordered_ahead', 'integer'],
  ['holiday_work', 'integer'],
  ['night', 'integer'],
  ['day_off_overtime', 'integer'],
  ['presence', 'integer'],
  ['beyond', 'integer'],
  ['days_worked', 'integer'],
  ['unclassifiable', 'integer'],
  ['discrepancies', 'integer'],
  ['allowance', 'bigint'],
] as const;
const arrayColumns = [...dayColumns, 'cumulative'] as const;

/** All columns of `month_record` behind its key, in the order of `RecordRow.values`. */
export const recordColumns: readonly string[] = [...valueColumns.map(([name]) => name), ...arrayColumns];
const FIRST_ARRAY = valueColumns.length;

type Value = string | number | boolean | null;

/** One row of `month_record` as it is stored: single values, then array literals. */
export type RecordRow = { readonly staff: string; readonly month: MonthIndex; readonly values: readonly Value[] };

/** What a month says; its row follows from it alone. */
export type MonthFigures = {
  readonly post: MonthPost;
  readonly source: 'days' | 'month';
  readonly days: MonthDays;
  readonly allowance: number | null;
  /** Given when the month was handed over as a total. */
  readonly handedOver?: Partial<MonthTotals>;
};

/** The row of a month. */
export function rowOf(staff: string, month: MonthIndex, figures: MonthFigures): RecordRow {
  const totals: MonthTotals = { ...totalsOf(figures.days), ...figures.handedOver };
  const { post, source, allowance } = figures;
  return {
    staff,
    month,
    values: [
      post.department,
      post.managerial,
      post.externallyDriven,
      source,
      totals.overtime,
      totals.exceptional,
      totals.disaster,
      totals.infection,
      totals.ordered_ahead,
      totals.holiday_work,
      totals.night,
      totals.day_off_overtime,
      totals.presence,
      totals.beyond,
      totals.days_worked,
      totals.unclassifiable,
      totals.discrepancies,
      allowance,
      ...literalsOf(figures.days),
    ],
  };
}

/** A stored value by the name of its column. */
export function valueIn(row: RecordRow, column: string): Value {
  return row.values[recordColumns.indexOf(column)] ?? null;
}

/** The literal of a day array. */
export function literalOf(row: RecordRow, column: (typeof dayColumns)[number]): string {
  return row.values[FIRST_ARRAY + dayColumns.indexOf(column)] as string;
}

/** Names of the columns in which two rows differ. */
export function differingColumns(a: RecordRow, b: RecordRow): string[] {
  return recordColumns.filter((_, i) => a.values[i] !== b.values[i]);
}

/** Columns on which a standing rests: when none of them changed, nothing has to be judged again. */
const judgedColumns = new Set([
  'department',
  'managerial',
  'externally_driven',
  'overtime',
  'exceptional',
  'ordered_ahead',
  'day_state',
]);

/** Whether the difference of two rows can change a standing. */
export function changesStanding(columns: readonly string[]): boolean {
  return columns.some((column) => judgedColumns.has(column));
}

const selectList = [
  ...valueColumns.map(([name]) => `r.${name}`),
  ...arrayColumns.map((name) => `r.${name}::text as ${name}`),
].join(', ');

/** Reads the rows of some people in one month. */
export async function readRows(tx: Tx, staff: readonly string[], month: MonthIndex): Promise<Map<string, RecordRow>> {
  const rows = await tx.query<Record<string, Value> & { staff: string }>(
    `select r.staff, ${selectList} from tk.month_record r where r.municipality = $1 and r.month = $2 and r.staff = any($3)`,
    [tx.municipality, monthDate(month), staff],
  );
  return new Map(
    rows.map((r) => [r.staff, { staff: r.staff, month, values: recordColumns.map((name) => r[name] ?? null) }]),
  );
}

const allColumns = ['staff', ...recordColumns];
const upsert = `insert into tk.month_record (municipality, month, ${allColumns.join(', ')})
  select $1, $2::date, u.staff, ${valueColumns.map(([name]) => `u.${name}`).join(', ')},
         ${arrayColumns.map((name, i) => `u.${name}${storedType(FIRST_ARRAY + i)}`).join(', ')}
    from unnest($3::text[], ${recordColumns.map((_, i) => `$${i + 4}::${valueColumns[i]?.[1] ?? 'text'}[]`).join(', ')})
      as u (${allColumns.join(', ')})
  on conflict (municipality, month, staff) do update set ${recordColumns.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Writes rows of one month. */
export async function writeRows(tx: Tx, month: MonthIndex, rows: readonly RecordRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(upsert, [
    tx.municipality,
    monthDate(month),
    rows.map((r) => r.staff),
    ...recordColumns.map((_, i) => columnOf(rows, i)),
  ]);
}

/** Writes some columns of rows that are stored: a punch changes two or three of thirty-six. */
export async function updateRows(
  tx: Tx,
  month: MonthIndex,
  columns: readonly string[],
  rows: readonly RecordRow[],
): Promise<void> {
  const positions = columns.map((name) => recordColumns.indexOf(name));
  const sets = columns.map((name, i) => `${name} = u.${name}${storedType(positions[i]!)}`).join(', ');
  const sent = positions.map((at, i) => `$${i + 4}::${valueColumns[at]?.[1] ?? 'text'}[]`).join(', ');
  await tx.query(
    `update tk.month_record r set ${sets} from unnest($3::text[], ${sent}) as u (staff, ${columns.join(', ')})
      where r.municipality = $1 and r.month = $2 and r.staff = u.staff`,
    [tx.municipality, monthDate(month), rows.map((r) => r.staff), ...positions.map((at) => columnOf(rows, at))],
  );
}

/** The type of an array column, which is sent as its literal. */
function storedType(position: number): string {
  if (position < FIRST_ARRAY) return '';
  return recordColumns[position] === 'cumulative' ? '::integer[]' : '::smallint[]';
}

/** One column as a parameter. Numbers and the literals of arrays hold nothing to be escaped, so they are written out here. */
function columnOf(rows: readonly RecordRow[], i: number): string | Value[] {
  if (i >= FIRST_ARRAY) return `{"${rows.map((r) => r.values[i]).join('","')}"}`;
  if (typeof rows[0]?.values[i] === 'number') return `{${rows.map((r) => r.values[i] ?? 'NULL').join(',')}}`;
  return rows.map((r) => r.values[i] ?? null);
}

/** Takes away what was derived for people who do not serve in the month. */
export async function deleteRows(tx: Tx, month: MonthIndex, staff: readonly string[]): Promise<void> {
  if (staff.length === 0) return;
  const key = [tx.municipality, monthDate(month), staff];
  const where = 'where t.municipality = $1 and t.month = $2 and t.staff = any($3)';
  await Promise.all(
    ['month_record', 'standing', 'standing_limit'].map((table) => tx.query(`delete from tk.${table} t ${where}`, key)),
  );
}
