import type { Tx } from '../store/tenant.ts';

/** Where the deriver stands with a municipality. */
export type Derivation = {
  /** The moment by which open days are judged; null before the first derivation. */
  readonly clockAt: Date | null;
};

/**
 * Holds the derivation of the municipality until the transaction ends. Two derivations at once could each read facts the
 * other has not seen, and the older reading be written last; locking single stale rows would not prevent that.
 * @returns null when somebody else holds it and `wait` is false.
 */
export async function holdDerivation(tx: Tx, wait: true): Promise<Derivation>;
export async function holdDerivation(tx: Tx, wait: false): Promise<Derivation | null>;
export async function holdDerivation(tx: Tx, wait: boolean): Promise<Derivation | null> {
  const found = await lock(tx, wait ? 'for update' : 'for update skip locked');
  if (found !== null) return found;
  const made = await tx.query(
    'insert into tk.derivation (municipality) values ($1) on conflict (municipality) do nothing returning municipality',
    [tx.municipality],
  );
  if (made.length > 0) return { clockAt: null };
  return wait ? lock(tx, 'for update') : null;
}

/** Keeps derivers away until the transaction ends, but lets others share: those who make different people afresh. */
export async function shareDerivation(tx: Tx): Promise<Derivation> {
  return (await lock(tx, 'for share')) ?? { clockAt: null };
}

async function lock(tx: Tx, how: 'for update' | 'for update skip locked' | 'for share'): Promise<Derivation | null> {
  const [row] = await tx.query<{ clock_at: Date | null }>(
    `select d.clock_at from tk.derivation d where d.municipality = $1 ${how}`,
    [tx.municipality],
  );
  return row === undefined ? null : { clockAt: row.clock_at };
}

/** Moves the moment by which days are judged. */
export async function moveDerivationClock(tx: Tx, to: Date): Promise<void> {
  await tx.query('update tk.derivation d set clock_at = $2 where d.municipality = $1', [tx.municipality, to]);
}
