import { randomBytes } from 'node:crypto';
import { hashPassword } from '../access/password.ts';
import type { Actor, Context } from '../context.ts';

export type NewAccount = {
  readonly login: string;
  readonly name: string;
  readonly staff: string | null;
  readonly roles: Actor['roles'];
};

/**
 * Makes an account with a password that must be changed at the first sign-in, and returns that password once.
 * An account that exists gets new roles and a new password.
 */
export async function createAccount(context: Context, municipality: string, account: NewAccount): Promise<string> {
  const password = randomBytes(12).toString('base64url');
  const hash = await hashPassword(password);
  await context.store.tenant(municipality, (tx) =>
    tx.query(
      `insert into tk.account (municipality, login, staff, name, roles, password_hash, must_change)
       values ($1, $2, $3, $4, $5, $6, true)
       on conflict (municipality, login) do update
         set staff = excluded.staff, name = excluded.name, roles = excluded.roles, password_hash = excluded.password_hash,
             must_change = true, failures = 0, locked_until = null`,
      [municipality, account.login, account.staff, account.name, account.roles, hash],
    ),
  );
  return password;
}
