import { randomUUID } from 'node:crypto';
import { parseLocalDate } from '@tokimori/law/time/civil';
import type { OrdinanceDocument } from '@tokimori/ordinances/read-ordinance';
import type { Context } from '../context.ts';
import { markAll } from '../exchange/kinds/stale.ts';
import { tokyoOf } from '../runtime/clock.ts';

/**
 * Takes a municipality into the installation, or gives one already there new versions of its parameters.
 * Parameters are stored resolved (durations in minutes); a version with the same day of effect is replaced.
 */
export async function registerMunicipality(
  context: Context,
  document: OrdinanceDocument,
  actor: string,
): Promise<void> {
  const { code, name } = document.municipality;
  const now = context.clock.now();
  await context.store.registerMunicipality(code, name, now);
  await context.store.tenant(code, async (tx) => {
    for (const version of document.versions) {
      await tx.query(
        `insert into tk.ordinance (municipality, effective_from, document, recorded_at) values ($1, $2, $3, $4)
         on conflict (municipality, effective_from) do update set document = excluded.document, recorded_at = excluded.recorded_at`,
        [code, version.effectiveFrom, JSON.stringify(version.parameters), now],
      );
      const stream = `ordinance/${version.effectiveFrom}`;
      const [last] = await tx.query<{ seq: number }>(
        'select max(e.seq) as seq from tk.event e where e.municipality = $1 and e.stream = $2',
        [code, stream],
      );
      await tx.query(
        `insert into tk.event (municipality, stream, seq, id, kind, data, actor, occurred_at, recorded_at)
         values ($1, $2, $3, $4, 'OrdinanceSet', $5, $6, $7, $7)`,
        [code, stream, (last?.seq ?? 0) + 1, randomUUID(), JSON.stringify(version.parameters), actor, now],
      );
    }
    const first = document.versions.map((version) => version.effectiveFrom).sort()[0];
    const from = first === undefined ? undefined : parseLocalDate(first);
    if (from !== undefined) await markAll(tx, from, tokyoOf(now).day);
  });
  context.wakeDeriver(code);
}
