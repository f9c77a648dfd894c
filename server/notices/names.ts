import type { Tx } from '../store/tenant.ts';

/** Names of some people by their 職員番号. */
export async function readNames(tx: Tx, staff: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (staff.length === 0) return new Map();
  const rows = await tx.query<{ staff: string; name: string }>(
    'select s.staff, s.name from tk.staff s where s.municipality = $1 and s.staff = any($2)',
    [tx.municipality, [...new Set(staff)]],
  );
  return new Map(rows.map((row) => [row.staff, row.name]));
}
