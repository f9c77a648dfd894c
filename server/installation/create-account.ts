import { randomBytes } from 'node:crypto';
import { hashPassword } from '../access/password.ts';
import type { Actor, Context } from '../context.ts';

export type NewAccount = {
  readonly login: string;
  /** Null: the name of the staff member. */
  readonly name: string | null;
  /** Null: the staff member whose number is the login, if there is one. */
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
  await context.store.tenant(municipality, async (tx) => {
    const [person] = await tx.query<{ staff: string; name: string }>(
      'select s.staff, s.name from tk.staff s where s.municipality = $1 and s.staff = $2',
      [municipality, account.staff ?? account.login],
    );
    await tx.query(
      `insert into tk.account (municipality, login, staff, name, roles, password_hash, must_change)
       values ($1, $2, $3, $4, $5, $6, true)
       on conflict (municipality, login) do update
         set staff = excluded.staff, name = excluded.name, roles = excluded.roles, password_hash = excluded.password_hash,
             must_change = true, failures = 0, locked_until = null`,
      [
        municipality,
        account.login,
        person?.staff ?? null,
        account.name ?? person?.name ?? account.login,
        account.roles,
        hash,
      ],
    );
  });
  return password;
}
