import type { MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import {
  dayColumns,
  literalsIn,
  literalsOf,
  type MonthDays,
  type MonthTotals,
  sayTheSame,
  totalsOf,
} from './month-days.ts';
import type { MonthPost } from './service.ts';
import { integersOf } from './told.ts';

/** Columns that hold one value, with the type under which they are sent. */
const totalColumns = [
  'overtime',
  'exceptional',
  'disaster',
  'infection',
  'ordered_ahead',
  'holiday_work',
  'night',
  'day_off_overtime',
  'presence',
  'beyond',
  'days_worked',
  'unclassifiable',
  'discrepancies',
] as const satisfies readonly (keyof MonthTotals)[];
const valueColumns: readonly (readonly [name: string, type: string])[] = [
  ['department', 'text'],
  ['managerial', 'boolean'],
  ['externally_driven', 'boolean'],
  ['source', 'text'],
  ...totalColumns.map((name) => [name, 'integer'] as const),
  ['allowance', 'bigint'],
];
const arrayColumns = [...dayColumns, 'cumulative'] as const;

/** All columns of `month_record` behind its key, in the order of `RecordRow.values`. */
export const recordColumns: readonly string[] = [...valueColumns.map(([name]) => name), ...arrayColumns];
const FIRST_ARRAY = valueColumns.length;

type Value = string | number | boolean | null;

/** One row of `month_record`: single values, then array literals. */
export type RecordRow = { readonly staff: string; readonly month: MonthIndex; readonly values: readonly Value[] };

/** A row as it was read. Its values are made when they are asked for. */
export type StoredRow = RecordRow & {
  readonly source: 'days' | 'month';
  /** Whether it says what these figures say. */
  readonly says: (figures: MonthFigures) => boolean;
};

/** What a month says; its row follows from it alone. */
export type MonthFigures = {
  readonly post: MonthPost;
  readonly source: 'days' | 'month';
  readonly days: MonthDays;
  readonly allowance: number | null;
  /** Given when the month was handed over as a total. */
  readonly handedOver?: Partial<MonthTotals>;
};

/** The row of a month: the stored one itself when it says the same. */
export function rowOf(staff: string, month: MonthIndex, figures: MonthFigures, stored: StoredRow | null): RecordRow {
  if (stored?.says(figures)) return stored;
  const { post, source, allowance } = figures;
  return {
    staff,
    month,
    values: [
      post.department,
      post.managerial,
      post.externallyDriven,
      source,
      ...totalsIn(figures),
      allowance,
      ...literalsOf(figures.days),
    ],
  };
}

/** The totals in the order of their columns. */
function totalsIn({ days, handedOver }: MonthFigures): number[] {
  const totals: MonthTotals = { ...totalsOf(days), ...handedOver };
  return totalColumns.map((name) => totals[name]);
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
  if (a === b) return [];
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

type ReadRow = {
  readonly staff: string;
  readonly department: string;
  readonly managerial: boolean;
  readonly externally_driven: boolean;
  readonly source: 'days' | 'month';
  readonly totals: string;
  readonly allowance: number | null;
  /** The literals of all arrays, one behind the other. */
  readonly days: string;
};

const columnsRead = (names: readonly string[]) => names.map((name) => `r.${name}`).join(', ');
const readStatement = `select r.staff, r.department, r.managerial, r.externally_driven, r.source,
    concat_ws(',', ${columnsRead(totalColumns)}) as totals, r.allowance, concat(${columnsRead(arrayColumns)}) as days
  from tk.month_record r where r.municipality = $1 and r.month = $2 and r.staff = any($3)`;

/** Reads the rows of some people in one month. */
export async function readRows(tx: Tx, staff: readonly string[], month: MonthIndex): Promise<Map<string, StoredRow>> {
  const rows = await tx.query<ReadRow>(readStatement, [tx.municipality, monthDate(month), staff]);
  return new Map(rows.map((row) => [row.staff, storedRow(row, month)]));
}

function storedRow(row: ReadRow, month: MonthIndex): StoredRow {
  let values: readonly Value[] | undefined;
  return {
    staff: row.staff,
    month,
    source: row.source,
    get values() {
      values ??= valuesOf(row);
      return values;
    },
    says: (figures) => {
      const { post, source, allowance, days } = figures;
      return (
        row.department === post.department &&
        row.managerial === post.managerial &&
        row.externally_driven === post.externallyDriven &&
        row.source === source &&
        row.allowance === allowance &&
        sayTheSame(row.days, days) &&
        row.totals === totalsIn(figures).join(',')
      );
    },
  };
}

function valuesOf({ department, managerial, externally_driven, source, totals, allowance, days }: ReadRow): Value[] {
  return [department, managerial, externally_driven, source, ...integersOf(totals), allowance, ...literalsIn(days)];
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
