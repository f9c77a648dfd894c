import type { Context } from '../context.ts';
import { exampleCity } from '../installation/ordinance-files.ts';
import type { Tx } from '../store/tenant.ts';

/** An account of the example city to try a role with. */
export type DemoAccount = {
  readonly role: string;
  readonly login: string;
  readonly name: string;
  readonly where: string;
};

/** Keeps the list that was shown at the first start, as an entry of the journal. */
export async function keepDemoAccounts(tx: Tx, accounts: readonly DemoAccount[], id: string, now: Date): Promise<void> {
  await tx.query(
    `insert into tk.event (municipality, stream, seq, id, kind, data, actor, occurred_at, recorded_at)
     values ($1, 'demo', 1, $2, 'DemoLoaded', $3, 'system:demo', $4, $4)`,
    [tx.municipality, id, JSON.stringify({ accounts }), now],
  );
}

/** The list of the first start; empty where no example city was loaded. */
export async function readDemoAccounts(context: Context): Promise<readonly DemoAccount[]> {
  const code = exampleCity().municipality.code;
  const [kept] = await context.store.tenant(code, (tx) =>
    tx.query<{ data: { accounts: readonly DemoAccount[] } }>(
      "select e.data from tk.event e where e.municipality = $1 and e.stream = 'demo' and e.seq = 1",
      [code],
    ),
  );
  return kept?.data.accounts ?? [];
}
