/** Failures in a row after which an account is locked. */
const FAILURES_UNTIL_LOCK = 5;
const FIRST_LOCK_MINUTES = 15;
/** 15 min, 30 min, 1 h, 2 h, 4 h, 8 h, then 16 h each time. */
const MOST_DOUBLINGS = 6;

export type Lock = { readonly failures: number; readonly lockedUntil: Date | null };

/** What stands after one more failed attempt: every fifth failure in a row locks, each lock twice as long as the last. */
export function afterFailure(failures: number, now: Date): Lock {
  const next = Math.min(failures + 1, 30_000);
  if (next % FAILURES_UNTIL_LOCK !== 0) return { failures: next, lockedUntil: null };
  const doublings = Math.min(next / FAILURES_UNTIL_LOCK - 1, MOST_DOUBLINGS);
  return { failures: next, lockedUntil: new Date(now.getTime() + FIRST_LOCK_MINUTES * 2 ** doublings * 60_000) };
}

export const isLocked = (lockedUntil: Date | null, now: Date): boolean => lockedUntil !== null && lockedUntil > now;

/**
 * Failures of logins that do not exist. They are counted and locked like real ones, so that an answer does not tell
 * whether a login exists. Kept in memory and bounded: the oldest are forgotten.
 */
export function strangers(most = 10_000): { lockOf: (key: string) => Lock; fail: (key: string, now: Date) => Lock } {
  const known = new Map<string, Lock>();
  const lockOf = (key: string): Lock => known.get(key) ?? { failures: 0, lockedUntil: null };
  return {
    lockOf,
    fail(key, now) {
      const next = afterFailure(lockOf(key).failures, now);
      known.delete(key);
      known.set(key, next);
      const oldest = known.size > most ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return next;
    },
  };
}
