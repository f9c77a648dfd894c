import { formatYearMonth } from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { lastStep, turnDay } from '../jobs/day-turn.ts';
import type { Tx } from '../store/tenant.ts';
import { type Derivation, holdDerivation } from './derivation.ts';
import { deriveDays } from './derive-days.ts';
import { type Rules, readRules } from './rules.ts';
import { dropStale, moveSweep, nextStaff, nextSweep, takeStale } from './stale-queue.ts';
import { judgeChanged } from './standing.ts';

/** How one step of the deriver ended. `held`: another process derives this municipality. */
export type StepResult = 'more' | 'done' | 'held';

/** Stale rows taken at once; about a third of a second of work. */
export const ROWS_AT_ONCE = 1_500;
/** People of a sweep made at once. */
export const PEOPLE_AT_ONCE = 1_000;

export type StepOptions = {
  /** Rows or people at once; smaller after a failure. */
  readonly limit: number;
  /** Stale rows that failed. */
  readonly except: readonly string[];
  /** Told which rows were taken, before they are worked off. */
  readonly taken: (ids: readonly string[]) => void;
};

/** Moves the municipality's clock of derivation if it stands behind. */
export async function stepClock(context: Context, code: string): Promise<StepResult> {
  const moved = await context.store.tenant(code, (tx) => turnDay(tx, context.clock));
  return moved ? 'done' : 'held';
}

/** Works off some stale rows in one transaction: facts → months → standings, and the rows are gone. */
export async function stepStale(context: Context, code: string, options: StepOptions): Promise<StepResult> {
  return context.store.tenant(code, async (tx) => {
    // The queue is looked at before anything is held: mostly it is empty.
    const first = await tx.query('select 1 from tk.stale_day q where q.municipality = $1 limit 1', [code]);
    if (first.length === 0) return 'done';
    const held = await holdDerivation(tx, false);
    if (held === null) return 'held';
    const taken = await takeStale(tx, options.limit, options.except);
    options.taken(taken.ids);
    if (taken.ids.length === 0) return 'done';
    const rules = await rulesAfter(context, tx, held);
    await deriveDays(tx, rules, taken.days);
    await dropStale(tx, taken.ids);
    return taken.all ? 'done' : 'more';
  });
}

/** Makes the next people of a sweep. */
export async function stepSweep(context: Context, code: string, limit: number): Promise<StepResult> {
  return context.store.tenant(code, async (tx) => {
    const waits = await tx.query('select 1 from tk.sweep s where s.municipality = $1 limit 1', [code]);
    if (waits.length === 0) return 'done';
    const held = await holdDerivation(tx, false);
    if (held === null) return 'held';
    const sweep = await nextSweep(tx);
    if (sweep === null) return 'done';
    const rules = await rulesAfter(context, tx, held);
    const staff = await nextStaff(tx, sweep.after, limit);
    if (sweep.days === null) {
      await judgeChanged(tx, rules, new Map(staff.map((person) => [person, sweep.month])), {
        through: sweep.month,
      });
    } else {
      const { first, last } = sweep.days;
      const days = staff.map((person) => ({ staff: person, first, last }));
      await deriveDays(tx, rules, days, { judge: true });
    }
    await moveSweep(tx, sweep, staff.length < limit ? null : staff.at(-1)!);
    return 'more';
  });
}

/** Passes over one person of a sweep that cannot be made. */
export async function skipInSweep(context: Context, code: string): Promise<void> {
  await context.store.tenant(code, async (tx) => {
    const sweep = await nextSweep(tx);
    if (sweep === null) return;
    const [person] = await nextStaff(tx, sweep.after, 1);
    context.log.error(
      { municipality: code, staff: person, month: formatYearMonth(sweep.month) },
      'person left out of sweep',
    );
    await moveSweep(tx, sweep, person ?? null);
  });
}

/**
 * Rules are read after the work was taken: a deed that asked for this work has then been committed whole, and its
 * departments, designations and parameters are seen. The other way round, a deed between the two readings would be
 * worked off by the rules from before it.
 */
function rulesAfter(context: Context, tx: Tx, held: Derivation): Promise<Rules> {
  return readRules(tx, held.clockAt ?? lastStep(context.clock));
}
