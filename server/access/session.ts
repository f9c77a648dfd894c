import { createHash, randomBytes } from 'node:crypto';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Actor, Context } from '../context.ts';
import { formatInstant, tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { memoryOf } from './memory.ts';
import { decidesForSomebody, heldMandates } from './standing-in.ts';

/** How somebody proved who they are; more are to come beside the password (certificate, passkey, otp). */
export type Factor = 'password';

/** A person signed in. */
export type Session = {
  readonly actor: Actor;
  readonly name: string;
  readonly csrf: string;
  readonly factors: readonly string[];
  readonly mustChangePassword: boolean;
  readonly tokenHash: Buffer;
};

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 60 * 60_000;
/** How often a session's last use is written down. */
const SEEN_EVERY_MS = 60_000;
/** How long a process may go on with what it read: the end of a session in another process takes effect after it. */
const REMEMBER_MS = 2_000;

const COOKIE = /^(\d{6})\.([A-Za-z0-9_-]{43})$/;
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

type Row = {
  login: string;
  csrf: string;
  factors: string[];
  seen_at: Date;
  expires_at: Date;
  name: string;
  staff: string | null;
  roles: Actor['roles'][number][];
  must_change: boolean;
  left_on: string | null;
};

const find = `
  select s.login, s.csrf, s.factors, s.seen_at, s.expires_at, a.name, a.staff, a.roles, a.must_change, p.left_on
  from tk.session s
  join tk.account a on a.municipality = $1 and a.login = s.login
  left join tk.staff p on p.municipality = $1 and p.staff = a.staff
  where s.municipality = $1 and s.token_hash = $2`;

/** Sessions of this process: opened in the database, read from it, and remembered for two seconds. */
export type Sessions = {
  /** Opens a session inside the caller's transaction. Answers the cookie's value; the secret is stored nowhere. */
  open: (tx: Tx, login: string, factors: readonly string[]) => Promise<string>;
  /**
   * The session of a cookie; undefined when there is none, or it was idle for 30 minutes or open for 12 hours.
   * A call that a page makes by itself (`unattended`) is no use: it does not keep the session open.
   */
  find: (cookie: string | undefined, unattended?: boolean) => Promise<Session | undefined>;
  /** Ends one session. */
  end: (cookie: string | undefined) => Promise<void>;
  /** Ends all sessions of a login inside the caller's transaction; call `forget` after it. */
  endAll: (tx: Tx, login: string) => Promise<void>;
  /** Forgets what this process remembers of a login. */
  forget: (municipality: string, login: string) => void;
};

export function sessionsOf(context: Context): Sessions {
  const memory = memoryOf<Session>(REMEMBER_MS);

  async function read(municipality: string, tokenHash: Buffer, unattended: boolean): Promise<Session | undefined> {
    const now = context.clock.now();
    return context.store.tenant(municipality, async (tx) => {
      const [row] = await tx.query<Row>(find, [municipality, tokenHash]);
      if (row === undefined || hasEnded(row, now)) return undefined;
      if (!unattended && now.getTime() - row.seen_at.getTime() >= SEEN_EVERY_MS) {
        await tx.query('update tk.session as s set seen_at = $3 where s.municipality = $1 and s.token_hash = $2', [
          municipality,
          tokenHash,
          now,
        ]);
      }
      const roles = [...row.roles, ...(await rolesOfToday(tx, row.staff, now))];
      const actor = { municipality, login: row.login, staff: row.staff, roles };
      const { name, csrf, factors, must_change: mustChangePassword } = row;
      return { actor, name, csrf, factors, mustChangePassword, tokenHash };
    });
  }

  /** `deputy` on the duty dates on which a 代決 or 専決 of the person holds; no account has it. */
  async function rolesOfToday(tx: Tx, staff: string | null, now: Date): Promise<readonly 'deputy'[]> {
    if (staff === null) return [];
    const { day, minute } = tokyoOf(now);
    const { dayBoundary } = await context.parameters(tx, day);
    const dutyDate = formatLocalDate(minute < dayBoundary ? day - 1 : day);
    return decidesForSomebody(await heldMandates(tx, staff, dutyDate)) ? ['deputy'] : [];
  }

  return {
    async open(tx, login, factors) {
      const [secret, csrf] = [randomBytes(32).toString('base64url'), randomBytes(24).toString('base64url')];
      const now = context.clock.now();
      await tx.query('delete from tk.session as s where s.municipality = $1 and s.login = $2 and s.expires_at <= $3', [
        tx.municipality,
        login,
        now,
      ]);
      await tx.query(
        `insert into tk.session (municipality, token_hash, login, csrf, factors, created_at, seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $6, $7)`,
        [tx.municipality, sha256(secret), login, csrf, factors, now, new Date(now.getTime() + ABSOLUTE_MS)],
      );
      return `${tx.municipality}.${secret}`;
    },
    async find(cookie, unattended = false) {
      const parts = cookie === undefined ? null : COOKIE.exec(cookie);
      if (cookie === undefined || parts === null) return undefined;
      const remembered = memory.get(cookie);
      if (remembered !== undefined) return remembered;
      const session = await read(parts[1] ?? '', sha256(parts[2] ?? ''), unattended);
      if (session !== undefined) memory.set(cookie, session);
      return session;
    },
    async end(cookie) {
      const parts = cookie === undefined ? null : COOKIE.exec(cookie);
      if (parts === null) return;
      const [municipality, tokenHash] = [parts[1] ?? '', sha256(parts[2] ?? '')];
      await context.store.tenant(municipality, (tx) =>
        tx.query('delete from tk.session as s where s.municipality = $1 and s.token_hash = $2', [
          municipality,
          tokenHash,
        ]),
      );
      memory.forget((session) => session.tokenHash.equals(tokenHash));
    },
    async endAll(tx, login) {
      await tx.query('delete from tk.session as s where s.municipality = $1 and s.login = $2', [
        tx.municipality,
        login,
      ]);
    },
    forget(municipality, login) {
      memory.forget(({ actor }) => actor.municipality === municipality && actor.login === login);
    },
  };
}

function hasEnded(row: Row, now: Date): boolean {
  if (row.expires_at <= now || now.getTime() - row.seen_at.getTime() >= IDLE_MS) return true;
  return row.left_on !== null && row.left_on < formatInstant(now).slice(0, 10);
}
