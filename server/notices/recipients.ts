import { recipientOf } from '../access/policies-notices.ts';
import type { Tx } from '../store/tenant.ts';

/** Who is told, by what name a mail addresses them, and where it goes; '' where no address is registered. */
export type Recipient = { readonly name: string; readonly address: string };

/** Names and addresses of recipients: members of staff by 職員番号, accounts without one by `account/<login>`. Who is unknown stays out. */
export async function readRecipients(tx: Tx, recipients: Iterable<string>): Promise<ReadonlyMap<string, Recipient>> {
  const wanted = [...new Set(recipients)];
  if (wanted.length === 0) return new Map();
  const prefix = recipientOf({ staff: null, login: '' });
  const logins = wanted.flatMap((each) => (each.startsWith(prefix) ? [each.slice(prefix.length)] : []));
  const [staff, accounts] = await Promise.all([
    tx.query<Recipient & { staff: string }>(
      'select s.staff, s.name, s.mail as address from tk.staff s where s.municipality = $1 and s.staff = any($2)',
      [tx.municipality, wanted],
    ),
    logins.length === 0
      ? []
      : tx.query<Recipient & { login: string }>(
          `select a.login, a.name, a.mail as address from tk.account a
           where a.municipality = $1 and a.login = any($2) and a.staff is null`,
          [tx.municipality, logins],
        ),
  ]);
  return new Map([
    ...staff.map(({ staff: code, ...found }) => [code, found] as const),
    ...accounts.map(({ login, ...found }) => [recipientOf({ staff: null, login }), found] as const),
  ]);
}
