import type { Supporter } from '@tokimori/records/supporter';
import type { Tx } from '../../store/tenant.ts';

export type SupporterRow = Supporter & { readonly id: string; readonly version: number };

const columns = 'c.id, c.kind, c.staff, c.department, c.skills, c.availability, c.state, c.note, c.version';

export async function readSupporter(tx: Tx, id: string): Promise<SupporterRow | null> {
  const [row] = await tx.query<SupporterRow>(
    `select ${columns} from tk.supporter c where c.municipality = $1 and c.id = $2`,
    [tx.municipality, id],
  );
  return row ?? null;
}

/** Those whose registration has not ended, by section; at most 300. */
export async function readSupporters(tx: Tx): Promise<readonly SupporterRow[]> {
  return tx.query<SupporterRow>(
    `select ${columns} from tk.supporter c where c.municipality = $1 and c.state <> 'ended'
     order by c.department, c.kind, c.id limit 300`,
    [tx.municipality],
  );
}

/** Some by their number, also ended ones: names of those that stand in requests. */
export async function readSupportersById(tx: Tx, ids: readonly string[]): Promise<readonly SupporterRow[]> {
  return tx.query<SupporterRow>(
    `select ${columns} from tk.supporter c where c.municipality = $1 and c.id = any($2::uuid[])`,
    [tx.municipality, ids],
  );
}

type By = { readonly version: number; readonly actor: string; readonly at: Date };

/** Writes a new registration; false when the person is registered already. */
export async function insertSupporter(
  tx: Tx,
  id: string,
  supporter: Supporter,
  { version, actor, at }: By,
): Promise<boolean> {
  const { kind, staff, department, skills, availability, state, note } = supporter;
  const written = await tx.query(
    `insert into tk.supporter (municipality, id, kind, staff, department, skills, availability, state, note, registered_by, registered_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
    [tx.municipality, id, kind, staff, department, skills, availability, state, note, actor, at, version],
  );
  return written.length > 0;
}

/** Writes what changed of a registration. */
export async function updateSupporter(tx: Tx, id: string, { state, note }: Supporter, version: number): Promise<void> {
  await tx.query(
    'update tk.supporter as c set state = $3, note = $4, version = $5 where c.municipality = $1 and c.id = $2',
    [tx.municipality, id, state, note, version],
  );
}
