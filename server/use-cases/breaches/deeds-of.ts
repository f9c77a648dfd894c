import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';

/** A deed of a stream as pages tell it. `by` is who stands in the journal. */
export type DeedShown = { readonly kind: string; readonly at: string; readonly by: string; readonly reason: string };

/** Deeds of one answer: more would not be read. */
const SHOWN = 50;

/** The latest deeds of a stream, the newest first. */
export async function readDeeds(tx: Tx, stream: string): Promise<readonly DeedShown[]> {
  const rows = await tx.query<{ kind: string; actor: string; reason: string; occurred_at: Date }>(
    `select e.kind, e.actor, e.reason, e.occurred_at from tk.event e
     where e.municipality = $1 and e.stream = $2 order by e.seq desc limit ${SHOWN}`,
    [tx.municipality, stream],
  );
  return rows.map(({ kind, actor, reason, occurred_at }) => ({
    kind,
    at: formatInstant(occurred_at),
    by: actor,
    reason,
  }));
}
