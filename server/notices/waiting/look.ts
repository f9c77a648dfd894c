import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../../use-cases/reading/moment.ts';
import { readGround, type Waiting } from './ground.ts';
import { readWaiting } from './read-waiting.ts';
import { readTouched, wholly } from './touched.ts';

/** A notice as it is known. */
export type Known = {
  readonly recipient: string;
  readonly kind: string;
  readonly key: string;
  readonly line: string;
  readonly path: string;
  readonly about: string;
  readonly due_on: string | null;
};

export const idOf = ({ recipient, kind, key }: Pick<Known, 'recipient' | 'kind' | 'key'>): string =>
  `${recipient}\u0000${kind}\u0000${key}`;

/** Whether something known is said otherwise now. */
export const isChanged = (now: Waiting, known: Known | undefined): boolean =>
  known !== undefined &&
  (known.line !== now.line ||
    known.path !== now.path ||
    known.about !== now.about ||
    known.due_on !== (now.due ?? null));

/** What is known of the looks before. */
export type Held = {
  readonly digest_on: string | null;
  /** When it was looked last; null: never. */
  readonly looked_at: Date | null;
  readonly whole_at: Date | null;
  readonly ground: string;
};

const NEVER: Held = { digest_on: null, looked_at: null, whole_at: null, ground: '' };

/** Takes the row by which one look after the other is made, and says what is known of those before. */
export async function hold(tx: Tx, now: Date): Promise<Held> {
  const made = await tx.query(
    `insert into tk.notice_run as r (municipality, looked_at) values ($1, $2)
     on conflict (municipality) do nothing returning r.municipality`,
    [tx.municipality, now],
  );
  if (made.length > 0) return NEVER;
  const [row] = await tx.query<Held>(
    'select r.digest_on, r.looked_at, r.whole_at, r.ground from tk.notice_run r where r.municipality = $1 for update',
    [tx.municipality],
  );
  return row ?? NEVER;
}

/** All that is open is read again at least so often, and when the day or somebody who is told has changed. Milliseconds. */
const WHOLE_MS = 60 * 60_000;
/** With more than this touched, reading everything that is open costs less. */
const MANY = 2_000;
/** How far a whole look goes back at most, for decisions. Milliseconds. */
const BACK_MS = 24 * 60 * 60_000;
const sinceWhole = ({ looked_at: looked, whole_at: before }: Held, now: Date): Date | null =>
  looked === null || before === null
    ? looked
    : new Date(Math.max(Math.min(before.getTime(), looked.getTime()), now.getTime() - BACK_MS));

/** How long a decision stands on the page. Days. */
const DECIDED_DAYS = 7;

/**
 * What waits now of what was touched since the last look, with what is known of it; of everything that is open where too much may have changed. So the
 * cost of a look follows what happened, not what waits nor how old the records are; and what a look may have missed is found within the hour.
 */
export async function look(
  tx: Tx,
  at: Here,
  held: Held,
): Promise<{ readonly waiting: readonly Waiting[]; readonly stored: readonly Known[] }> {
  const ground = await readGround(tx, at);
  const whole =
    held.whole_at === null ||
    held.ground !== ground.signature ||
    Math.abs(at.now.getTime() - held.whole_at.getTime()) >= WHOLE_MS;
  // What a decision's late end hid from the looks between is found by the whole one: it goes back to the one before it.
  const touched = await readTouched(tx, whole ? sinceWhole(held, at.now) : held.looked_at, whole);
  const reading = touched.names.length > MANY ? wholly(touched) : touched;
  await tx.query(
    `update tk.notice_run as r set looked_at = $2, ground = $3, whole_at = case when $4::boolean then $2 else r.whole_at end
     where r.municipality = $1`,
    [tx.municipality, at.now, ground.signature, reading.whole],
  );
  const { about, waiting } = await readWaiting(tx, ground, reading);
  return { waiting, stored: await readKnown(tx, about, reading.whole) };
}

/** Known notices of what was read; when everything was, all but decisions, which are told once and not read again. */
const readKnown = (tx: Tx, about: readonly string[], whole: boolean): Promise<Known[]> =>
  tx.query<Known>(
    `select n.recipient, n.kind, n.key, n.line, n.path, n.about, n.due_on from tk.notice n
     where n.municipality = $1 and ${whole ? `(n.kind <> 'decision' or n.about = any($2))` : 'n.about = any($2)'}`,
    [tx.municipality, about],
  );

/** Decisions leave the page after some days. */
export async function forgetDecisions(tx: Tx, now: Date): Promise<void> {
  await tx.query(`delete from tk.notice n where n.municipality = $1 and n.kind = 'decision' and n.since < $2`, [
    tx.municipality,
    new Date(now.getTime() - DECIDED_DAYS * 24 * 60 * 60_000),
  ]);
}
