import { recipientOf } from '../access/policies-notices.ts';
import type { Tx } from '../store/tenant.ts';

/** Roles of accounts by which something waits for somebody, whatever their post. */
export type Office = 'hr' | 'executive' | 'union';

export type Offices = {
  /** Whoever holds a role by their account, with a 職員番号 or without one. */
  readonly holding: (role: Office) => readonly string[];
  /** All of it, to see whether it changed. */
  readonly facts: readonly unknown[];
};

/** Reads the accounts of offices; those of people who have left do not count. @param on `YYYY-MM-DD` */
export async function readOffices(tx: Tx, on: string): Promise<Offices> {
  const accounts = await tx.query<{ staff: string | null; login: string; roles: string[] }>(
    `select a.staff, a.login, a.roles from tk.account a
     left join tk.staff s on s.municipality = $1 and s.staff = a.staff
     where a.municipality = $1 and a.roles && array['hr', 'executive', 'union']
       and (a.staff is null or s.left_on is null or s.left_on >= $2::date)
     order by a.login`,
    [tx.municipality, on],
  );
  return {
    holding: (role) => accounts.flatMap((account) => (account.roles.includes(role) ? [recipientOf(account)] : [])),
    facts: accounts,
  };
}
