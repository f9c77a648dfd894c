import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import type { DerivedMonth } from './duty-months.ts';
import { monthDate } from './facts.ts';
import type { JudgedMonth } from './judgements.ts';
import { differingColumns, type RecordRow, valueIn } from './record-rows.ts';
import { limitColumns, limitRows, readLimits } from './standing.ts';

/** A stored figure that does not follow from the facts. */
export type Difference = {
  readonly table: 'month_record' | 'standing' | 'standing_limit' | 'recorded_month';
  /** Month, person and, for a limit, its name: `2026-11/100001/annual`. */
  readonly key: string;
  /** Column; `row` when the row as a whole is missing or too many. */
  readonly field: string;
  readonly stored: string;
  readonly derived: string;
};

const ABSENT = '(none)';
const PRESENT = '(row)';

/** Compares derived months with the stored ones. */
export function compareMonths(months: readonly DerivedMonth[]): Difference[] {
  return months.flatMap(({ staff, month, stored, derived }): Difference[] => {
    const key = `${formatYearMonth(month)}/${staff}`;
    if (stored === null && derived === null) return [];
    if (stored === null || derived === null) return [wholeRow('month_record', key, stored !== null)];
    return differingColumns(stored, derived).map((field) => ({
      table: 'month_record',
      key,
      field,
      stored: textOf(stored, field),
      derived: textOf(derived, field),
    }));
  });
}

function textOf(row: RecordRow, field: string): string {
  return String(valueIn(row, field));
}

function wholeRow(table: Difference['table'], key: string, isStored: boolean): Difference {
  return {
    table,
    key,
    field: 'row',
    stored: isStored ? PRESENT : ABSENT,
    derived: isStored ? ABSENT : PRESENT,
  };
}

const standingColumns = ['department', 'state', 'remaining', 'binding', 'forecast'] as const;
type StandingRow = { readonly staff: string } & Readonly<
  Record<(typeof standingColumns)[number], string | number | null>
>;

/** Compares judged people of a month with the stored standings and limits. The day of judgement is no figure. */
export async function compareStandings(
  tx: Tx,
  month: MonthIndex,
  staff: readonly string[],
  judged: readonly JudgedMonth[],
): Promise<Difference[]> {
  const [rows, limits] = await Promise.all([
    tx.query<StandingRow>(
      `select t.staff, ${standingColumns.map((name) => `t.${name}`).join(', ')} from tk.standing t
        where t.municipality = $1 and t.month = $2 and t.staff = any($3)`,
      [tx.municipality, monthDate(month), staff],
    ),
    readLimits(tx, month, staff),
  ]);
  const prefix = formatYearMonth(month);
  const derived = judged.flatMap((j) =>
    limitRows(j).map((row) => [`${prefix}/${row.staff}/${row.limit_name}`, row] as const),
  );
  const stored = [...limits.values()].flatMap((of) =>
    [...of.values()].map((row) => [`${prefix}/${row.staff}/${row.limit_name}`, row] as const),
  );
  return [
    ...compareRows('standing', standingColumns, keyed(prefix, rows), keyed(prefix, judged)),
    ...compareRows(
      'standing_limit',
      limitColumns.map(([name]) => name),
      new Map(stored),
      new Map(derived),
    ),
  ];
}

function keyed<T extends { readonly staff: string }>(prefix: string, rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [`${prefix}/${row.staff}`, row]));
}

function compareRows<Name extends string>(
  table: Difference['table'],
  columns: readonly Name[],
  stored: ReadonlyMap<string, Readonly<Record<Name, string | number | null>>>,
  derived: ReadonlyMap<string, Readonly<Record<Name, string | number | null>>>,
): Difference[] {
  const differences: Difference[] = [];
  for (const key of new Set([...stored.keys(), ...derived.keys()])) {
    const a = stored.get(key);
    const b = derived.get(key);
    if (a === undefined || b === undefined) {
      differences.push(wholeRow(table, key, a !== undefined));
      continue;
    }
    for (const field of columns) {
      if (a[field] !== b[field])
        differences.push({ table, key, field, stored: String(a[field]), derived: String(b[field]) });
    }
  }
  return differences;
}
