import type { Context } from '../context.ts';
import { formatInstant } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { appendDeed } from './journal.ts';
import { afterFailure, isLocked, type Lock, strangers } from './lock-out.ts';
import { flawsOf, hashPassword, passwordFits, passwordFitsNobody } from './password.ts';
import { refuse } from './refusal.ts';
import type { Factor, Session, Sessions } from './session.ts';

type Account = {
  login: string;
  staff: string | null;
  password_hash: string;
  must_change: boolean;
  failures: number;
  locked_until: Date | null;
};
/** An attempt that was counted before the password was looked at; success takes the count back. */
type Attempt = { readonly account: Account; readonly lock: Lock };

export type SignIn = {
  /** Answers the cookie of the new session. Refuses with 401 `session.signIn.refused` or 429 `session.signIn.locked`. */
  signIn: (input: { municipality: string; login: string; password: string }, before?: string) => Promise<SignedIn>;
  /** Answers the cookie of the session that takes the place of all others. */
  changePassword: (session: Session, input: { current: string; next: string }) => Promise<string>;
};
export type SignedIn = { readonly cookie: string; readonly mustChangePassword: boolean };
export type SignInOptions = {
  /** Every failed attempt takes at least so long, whatever was looked up for it. */
  readonly failureMs?: number;
};

const factors: readonly Factor[] = ['password'];
const streamOf = (login: string): string => `account/${login}`;

/**
 * Counts an attempt against an account, under its row lock: many attempts at once cannot pass the limit together.
 * Undefined when there is no such login.
 */
async function attempt(tx: Tx, login: string, now: Date): Promise<Attempt | undefined> {
  const [account] = await tx.query<Account>(
    `select a.login, a.staff, a.password_hash, a.must_change, a.failures, a.locked_until
     from tk.account a where a.municipality = $1 and a.login = $2 for update`,
    [tx.municipality, login],
  );
  if (account === undefined) return undefined;
  if (isLocked(account.locked_until, now)) refuseLocked(account.locked_until ?? now, now);
  const lock = afterFailure(account.failures, now);
  await tx.query(
    'update tk.account as a set failures = $3, locked_until = $4 where a.municipality = $1 and a.login = $2',
    [tx.municipality, login, lock.failures, lock.lockedUntil],
  );
  return { account, lock };
}

async function journalFailure(tx: Tx, { account, lock }: Attempt, at: Date): Promise<void> {
  const actor = account.staff ?? account.login;
  const stream = streamOf(account.login);
  // The row lock keeps the numbers of the stream in order.
  await tx.query('select a.login from tk.account a where a.municipality = $1 and a.login = $2 for update', [
    tx.municipality,
    account.login,
  ]);
  await appendDeed(tx, { stream, kind: 'SignInFailed', actor, data: { failures: lock.failures }, at });
  if (lock.lockedUntil === null) return;
  await appendDeed(tx, { stream, kind: 'AccountLocked', actor, data: { until: formatInstant(lock.lockedUntil) }, at });
}

const clearFailures = (tx: Tx, login: string) =>
  tx.query('update tk.account as a set failures = 0, locked_until = null where a.municipality = $1 and a.login = $2', [
    tx.municipality,
    login,
  ]);

function refuseLocked(until: Date, now: Date): never {
  const at = formatInstant(until).slice(11, 16);
  refuse('session.signIn.locked', {
    status: 429,
    retryAfter: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)),
    title: 'このログイン名は、いま使えません',
    detail: `パスワードの間違いが続いたため、${at} まで止めています。時刻を過ぎてからもう一度ログインするか、情報システム担当に連絡してください。`,
  });
}

function refuseSignIn(): never {
  refuse('session.signIn.refused', {
    status: 401,
    title: 'ログインできませんでした',
    detail:
      '団体、職員番号(ログイン名)、パスワードのどれかが違います。確かめて、もう一度入力してください。5回続けて間違えると15分間使えなくなります。',
  });
}

const atLeast = async (started: number, ms: number): Promise<void> => {
  const left = ms - (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
};

/** Signing in with a password, with lock-out after repeated failures; every attempt on an account is journaled. */
export function signInOf(context: Context, sessions: Sessions, options: SignInOptions = {}): SignIn {
  const unknown = strangers();
  const failureMs = options.failureMs ?? 200;

  async function verify(municipality: string, login: string, password: string): Promise<Account | undefined> {
    const now = context.clock.now();
    const counted = await context.store.tenant(municipality, (tx) => attempt(tx, login, now));
    if (counted === undefined) {
      const key = `${municipality}/${login}`;
      const { lockedUntil } = unknown.lockOf(key);
      if (lockedUntil !== null && isLocked(lockedUntil, now)) refuseLocked(lockedUntil, now);
      unknown.fail(key, now);
      await passwordFitsNobody(password);
      context.log.warn({ municipality }, 'sign-in with an unknown login');
      return undefined;
    }
    if (await passwordFits(counted.account.password_hash, password)) return counted.account;
    await context.store.tenant(municipality, (tx) => journalFailure(tx, counted, now));
    return undefined;
  }

  return {
    async signIn({ municipality, login, password }, before) {
      const started = performance.now();
      const account = await verify(municipality, login, password);
      if (account === undefined) {
        await atLeast(started, failureMs);
        return refuseSignIn();
      }
      const now = context.clock.now();
      const cookie = await context.store.tenant(municipality, async (tx) => {
        await clearFailures(tx, login);
        await refuseLeavers(tx, account, now);
        await appendDeed(tx, {
          stream: streamOf(login),
          kind: 'SignedIn',
          actor: account.staff ?? login,
          data: { factors },
          at: now,
        });
        return sessions.open(tx, login, factors);
      });
      await sessions.end(before);
      return { cookie, mustChangePassword: account.must_change };
    },
    async changePassword({ actor, factors }, { current, next }) {
      const { municipality, login } = actor;
      const started = performance.now();
      if ((await verify(municipality, login, current)) === undefined) {
        await atLeast(started, failureMs);
        refuse('password.current', wrongCurrent);
      }
      const fields = flawsOf(next, { login, current });
      const hashed = fields.length === 0 ? await hashPassword(next) : undefined;
      const now = context.clock.now();
      const cookie = await context.store.tenant(municipality, async (tx) => {
        await clearFailures(tx, login);
        if (hashed === undefined) return undefined;
        await tx.query(
          'update tk.account as a set password_hash = $3, must_change = false where a.municipality = $1 and a.login = $2',
          [municipality, login, hashed],
        );
        await appendDeed(tx, {
          stream: streamOf(login),
          kind: 'PasswordChanged',
          actor: actor.staff ?? login,
          at: now,
        });
        await sessions.endAll(tx, login);
        return sessions.open(tx, login, factors);
      });
      sessions.forget(municipality, login);
      return cookie ?? refuse('password.rule', { ...weak, fields });
    },
  };
}

async function refuseLeavers(tx: Tx, account: Account, now: Date): Promise<void> {
  if (account.staff === null) return;
  const [left] = await tx.query(
    'select s.staff from tk.staff s where s.municipality = $1 and s.staff = $2 and s.left_on < $3::date',
    [tx.municipality, account.staff, formatInstant(now).slice(0, 10)],
  );
  if (left === undefined) return;
  refuse('session.signIn.left', {
    status: 403,
    title: 'ログインできません',
    detail: '退職日を過ぎているため、このログイン名は使えません。記録の確認は人事課に申し出てください。',
  });
}

const wrongCurrent = {
  title: 'パスワードを変更できませんでした',
  detail: '今のパスワードが違います。確かめて、もう一度入力してください。',
  fields: [{ field: 'current', code: 'password.current', message: '今のパスワードが違います。' }],
};
const weak = {
  title: 'パスワードを変更できませんでした',
  detail: '新しいパスワードを直して、もう一度入力してください。',
};
