import type { EpochDay } from '@tokimori/law/time/civil';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../store/tenant.ts';
import { monthDate } from './facts.ts';
import { dayOf } from './rules.ts';
import type { DayRange } from './stale.ts';

/** Stale days taken from the queue. */
export type Taken = {
  readonly ids: readonly string[];
  readonly days: readonly DayRange[];
  /** Nothing was left behind. */
  readonly all: boolean;
};

/** Months that one transaction makes at most; a single row may have more. */
const MONTHS_AT_ONCE = 3_000;
/** A service may have begun long ago; what lies so far back is seldom recorded and weighs nothing. */
const MONTHS_THAT_WEIGH = 36;

/**
 * Takes up to `limit` stale rows, the shortest first, so that a punch does not wait for an appointment of years ago.
 * @param except rows that failed and wait for a later attempt.
 */
export async function takeStale(tx: Tx, limit: number, except: readonly string[]): Promise<Taken> {
  const rows = await tx.query<{ id: string; staff: string; first_date: string; last_date: string }>(
    `select q.id, q.staff, q.first_date, q.last_date from tk.stale_day q
      where q.municipality = $1 and q.id <> all($2::uuid[])
      order by q.last_date - q.first_date, q.id limit $3`,
    [tx.municipality, except, limit],
  );
  let weight = 0;
  const days: DayRange[] = [];
  for (const row of rows) {
    const range = { staff: row.staff, first: dayOf(row.first_date), last: dayOf(row.last_date) };
    weight += Math.min(monthOf(range.last) - monthOf(range.first) + 1, MONTHS_THAT_WEIGH);
    if (days.length > 0 && weight > MONTHS_AT_ONCE) break;
    days.push(range);
  }
  return {
    ids: rows.slice(0, days.length).map((r) => r.id),
    days,
    all: rows.length < limit && days.length === rows.length,
  };
}

/** Removes rows that were worked off. */
export async function dropStale(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('delete from tk.stale_day q where q.municipality = $1 and q.id = any($2::uuid[])', [
    tx.municipality,
    ids,
  ]);
}

/** A month that waits to be made, or only judged, for everybody; the earliest first. */
export type Sweep = {
  readonly month: MonthIndex;
  /** Null: the days stand, people are only judged. */
  readonly days: { readonly first: EpochDay; readonly last: EpochDay } | null;
  readonly after: string;
};

/** The next sweep, or null. It is held, so that whoever begins it again waits for the step in hand. */
export async function nextSweep(tx: Tx): Promise<Sweep | null> {
  const [row] = await tx.query<{
    month: string;
    first_date: string | null;
    last_date: string | null;
    after_staff: string;
  }>(
    `select s.month, s.first_date, s.last_date, s.after_staff from tk.sweep s
      where s.municipality = $1 order by s.month limit 1 for update`,
    [tx.municipality],
  );
  if (row === undefined) return null;
  const days =
    row.first_date === null || row.last_date === null
      ? null
      : { first: dayOf(row.first_date), last: dayOf(row.last_date) };
  return { month: monthOf(dayOf(row.month)), days, after: row.after_staff };
}

/** The next people in order of their numbers. */
export async function nextStaff(tx: Tx, after: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ staff: string }>(
    'select s.staff from tk.staff s where s.municipality = $1 and s.staff > $2 order by s.staff limit $3',
    [tx.municipality, after, limit],
  );
  return rows.map((r) => r.staff);
}

/** Notes how far a sweep has come; null = it is done. */
export async function moveSweep(tx: Tx, sweep: Sweep, after: string | null): Promise<void> {
  const key = [tx.municipality, monthDate(sweep.month)];
  if (after === null) await tx.query('delete from tk.sweep s where s.municipality = $1 and s.month = $2', key);
  else {
    const move = 'update tk.sweep s set after_staff = $3 where s.municipality = $1 and s.month = $2';
    await tx.query(move, [...key, after]);
  }
}
