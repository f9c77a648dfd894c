import type { Tx } from '../../store/tenant.ts';

/** Names behind 職員番号 and logins; accounts without a member of staff by the name of the account. Who is unknown stays out. */
export async function namesOf(tx: Tx, actors: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(actors)];
  if (wanted.length === 0) return new Map();
  const values = [tx.municipality, wanted];
  const [accounts, staff] = await Promise.all([
    tx.query<{ actor: string; name: string }>(
      'select a.login as actor, a.name from tk.account a where a.municipality = $1 and a.login = any($2)',
      values,
    ),
    tx.query<{ actor: string; name: string }>(
      'select s.staff as actor, s.name from tk.staff s where s.municipality = $1 and s.staff = any($2)',
      values,
    ),
  ]);
  return new Map([...accounts, ...staff].map(({ actor, name }) => [actor, name]));
}
