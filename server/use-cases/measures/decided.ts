import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { measureSetKind } from '@tokimori/ordinances/measures/read-measures';
import type { Tx } from '../../store/tenant.ts';

type Row = { effective_from: string; document: unknown; decided_by: string; reason: string; recorded_at: Date };

/** What a municipality decided, with the day from which it holds (`YYYY-MM-DD`). */
export type Decided = {
  readonly from: string;
  readonly set: MeasureSet;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
};

/** Everything decided, in order of the day from which it holds. @param hold until the transaction ends */
export async function readDecided(tx: Tx, hold = false): Promise<readonly Decided[]> {
  const rows = await tx.query<Row>(
    `select m.effective_from, m.document, m.decided_by, m.reason, m.recorded_at from tk.measure_set m
     where m.municipality = $1 order by m.effective_from ${hold ? 'for update' : ''}`,
    [tx.municipality],
  );
  return rows.map((row) => ({
    from: row.effective_from,
    set: measureSetKind.stored.parse(row.document),
    by: row.decided_by,
    reason: row.reason,
    at: row.recorded_at,
  }));
}
