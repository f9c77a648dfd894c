import type { Tx } from '../store/tenant.ts';

/**
 * Holds the rows of people until the transaction ends: two deeds about one person are decided one after the other, so that
 * both see what the first one did.
 */
export async function holdStaff(tx: Tx, staff: readonly string[]): Promise<void> {
  await tx.query(
    'select s.staff from tk.staff s where s.municipality = $1 and s.staff = any($2) order by s.staff for update',
    [tx.municipality, staff],
  );
}
