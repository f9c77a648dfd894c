import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/tenant.ts';

/** A deed to be written into the journal. */
export type Deed = {
  readonly stream: string;
  readonly kind: string;
  readonly data: object;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly reason: string;
  readonly at: Date;
};

/** Appends deeds to their streams, each after the last of its stream. A concurrent writer makes the statement fail. */
export async function appendDeeds(tx: Tx, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  const last = await tx.query<{ stream: string; seq: number }>(
    `select e.stream, max(e.seq) as seq from tk.event e
     where e.municipality = $1 and e.stream = any($2::text[]) group by e.stream`,
    [tx.municipality, [...new Set(deeds.map((deed) => deed.stream))]],
  );
  const next = new Map(last.map((row) => [row.stream, row.seq]));
  const seqs = deeds.map(({ stream }) => {
    const seq = (next.get(stream) ?? 0) + 1;
    next.set(stream, seq);
    return seq;
  });
  await tx.query(
    `insert into tk.event (municipality, stream, seq, id, kind, data, actor, on_behalf_of, reason, occurred_at, recorded_at)
     select $1, u.stream, u.seq, u.id, u.kind, u.data::jsonb, u.actor, u.behalf, u.reason, u.at, u.at
     from unnest($2::text[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
       as u(stream, seq, id, kind, data, actor, behalf, reason, at)
     returning seq`,
    [
      tx.municipality,
      deeds.map((deed) => deed.stream),
      seqs,
      deeds.map(() => randomUUID()),
      deeds.map((deed) => deed.kind),
      deeds.map((deed) => JSON.stringify(deed.data)),
      deeds.map((deed) => deed.actor),
      deeds.map((deed) => deed.onBehalfOf),
      deeds.map((deed) => deed.reason),
      deeds.map((deed) => deed.at.toISOString()),
    ],
  );
}
