import type { Difference, Due } from '@tokimori/law/record-keeping/discrepancy/types';
import type { ObjectiveSource } from '@tokimori/law/record-keeping/rules';
import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { DifferenceState } from '@tokimori/records/difference';
import type { Tx } from '../../store/tenant.ts';

/** First and last minute of one source; null = the end is missing. */
export type SourceEnds = {
  readonly source: ObjectiveSource;
  readonly first: Minutes | null;
  readonly last: Minutes | null;
};

/** A row of tk.difference without its municipality. */
export type DifferenceRow = {
  readonly staff: string;
  readonly duty_date: LocalDate;
  readonly month: LocalDate;
  readonly department: string;
  readonly section: string;
  readonly state: DifferenceState;
  readonly kind: Difference['kind'];
  readonly minutes: Minutes;
  readonly undeclared: Minutes;
  readonly grave: boolean;
  readonly winner: ObjectiveSource | 'all' | null;
  readonly records: readonly SourceEnds[];
  readonly found: readonly Difference[];
  readonly ordered_until: Minutes | null;
  readonly declared_until: Minutes | null;
  readonly shown_on: LocalDate;
  readonly due_who: Due['who'] | null;
  readonly due_on: LocalDate | null;
  readonly answered_on: LocalDate | null;
  readonly settled_on: LocalDate | null;
  readonly corrected: Minutes;
};

const types = {
  staff: 'text',
  duty_date: 'date',
  month: 'date',
  department: 'text',
  section: 'text',
  state: 'text',
  kind: 'text',
  minutes: 'integer',
  undeclared: 'integer',
  grave: 'boolean',
  winner: 'text',
  records: 'jsonb',
  found: 'jsonb',
  ordered_until: 'smallint',
  declared_until: 'smallint',
  shown_on: 'date',
  due_who: 'text',
  due_on: 'date',
  answered_on: 'date',
  settled_on: 'date',
  corrected: 'integer',
} as const satisfies Readonly<Record<keyof DifferenceRow, string>>;
const columns = Object.keys(types) as (keyof DifferenceRow)[];
const named = columns.map((name) => `d.${name}`).join(', ');
const sent = columns.map((name, at) => `$${at + 3}::${types[name] === 'jsonb' ? 'text' : types[name]}[]`).join(', ');
const taken = columns.map((name) => (types[name] === 'jsonb' ? `u.${name}::jsonb` : `u.${name}`)).join(', ');
const updated = columns
  .filter((name) => name !== 'staff' && name !== 'duty_date')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

/** The columns by which a difference is read as `d`. */
export const differenceColumns = named;

/** The stored differences of some people between two days, both included. */
export async function readDifferences(
  tx: Tx,
  staff: readonly string[],
  from: LocalDate,
  through: LocalDate,
): Promise<DifferenceRow[]> {
  return tx.query<DifferenceRow>(
    `select ${named} from tk.difference d
      where d.municipality = $1 and d.staff = any($2) and d.duty_date between $3::date and $4::date
      order by d.duty_date, d.staff`,
    [tx.municipality, staff, from, through],
  );
}

/** What waits for somebody in some people's days, however old, the oldest first. */
export async function readOpenDifferences(tx: Tx, staff: readonly string[]): Promise<DifferenceRow[]> {
  return tx.query<DifferenceRow>(
    `select ${named} from tk.difference d
      where d.municipality = $1 and d.staff = any($2) and d.due_on is not null order by d.duty_date, d.staff`,
    [tx.municipality, staff],
  );
}

/** Writes differences; those of the same day are replaced. */
export async function writeDifferences(tx: Tx, rows: readonly DifferenceRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const values = columns.map((name) =>
    rows.map((row) => (types[name] === 'jsonb' ? JSON.stringify(row[name]) : row[name])),
  );
  await tx.query(
    `insert into tk.difference as d (municipality, ${columns.join(', ')}, judged_at)
     select $1, ${taken}, $2 from unnest(${sent}) as u (${columns.join(', ')})
     on conflict (municipality, staff, duty_date) do update set ${updated}, judged_at = excluded.judged_at`,
    [tx.municipality, now, ...values],
  );
}
