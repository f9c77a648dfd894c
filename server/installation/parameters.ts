import type { EpochDay } from '@tokimori/law/time/civil';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { type Parameters, storedParameters } from '@tokimori/ordinances/schema';
import type { Clock } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';

const REMEMBERED_MS = 5_000;

type Version = { readonly from: string; readonly parameters: Parameters };

/** Reads the dated parameters of a municipality and remembers them for some seconds. */
export function parameterBook(clock: Clock): (tx: Tx, on: EpochDay) => Promise<Parameters> {
  const known = new Map<string, { readonly until: number; readonly versions: readonly Version[] }>();
  return async (tx, on) => {
    const now = clock.now().getTime();
    let entry = known.get(tx.municipality);
    if (entry === undefined || entry.until < now) {
      entry = { until: now + REMEMBERED_MS, versions: await readVersions(tx) };
      known.set(tx.municipality, entry);
    }
    const day = formatLocalDate(on);
    const inForce = entry.versions.findLast((v) => v.from <= day) ?? entry.versions[0];
    if (inForce === undefined) throw new Error(`municipality ${tx.municipality} has no parameters`);
    return inForce.parameters;
  };
}

async function readVersions(tx: Tx): Promise<readonly Version[]> {
  const rows = await tx.query<{ effective_from: string; document: unknown }>(
    'select o.effective_from, o.document from tk.ordinance o where o.municipality = $1 order by o.effective_from',
    [tx.municipality],
  );
  return rows.map((row) => ({ from: row.effective_from, parameters: storedParameters.parse(row.document) }));
}
