import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { busy } from '../access/gate.ts';
import { refuse } from '../access/refusal.ts';
import type { Context } from '../context.ts';
import { tokyoOf } from '../runtime/clock.ts';
import { isConnectionError, StoreUnavailable } from '../store/store-error.ts';
import type { Outcome, Punch } from './punch.ts';
import { LostRace, recordBatch } from './record-batch.ts';
import { arePlain, recordPlain } from './record-plain.ts';

/** What the writer tells to the figures of the process. */
export type PunchFigures = { readonly batch: (punches: number) => void; readonly outcome: (outcome: Outcome) => void };

export type PunchWriter = {
  /** Outcomes in the order of the punches, once all accepted ones are durable. Refuses with 503 when too many wait. */
  readonly write: (municipality: string, punches: readonly Punch[]) => Promise<readonly Outcome[]>;
  /** Makes the month partitions of now. */
  readonly prepare: () => Promise<void>;
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<void>;
};

type Submission = {
  readonly punches: readonly Punch[];
  readonly done: (outcomes: readonly Outcome[]) => void;
  readonly failed: (error: unknown) => void;
};
type Lane = { readonly waiting: Submission[]; flying: boolean };

/** Punches in one transaction; more wait for the next. */
const BATCH = 2_000;
/** Punches that may wait in the process. */
const MOST_WAITING = 50_000;
/** Months back for which partitions are made; older punches lie in the partition of the rest. */
const MONTHS_BACK = 120;
const ATTEMPTS = 4;

/**
 * Writes punches by group commit: while a transaction of a municipality is under way, what arrives is gathered, and
 * goes together in the next. A punch alone is written at once. Every submission gets its own outcomes, and one that
 * cannot be written does not fail the others.
 */
export function punchWriter(context: Context, figures: PunchFigures): PunchWriter {
  const lanes = new Map<string, Lane>();
  const months = monthsOf(context);
  let waiting = 0;
  let resting: (() => void)[] = [];

  async function fly(municipality: string, lane: Lane): Promise<void> {
    lane.flying = true;
    while (lane.waiting.length > 0) {
      const group = take(lane.waiting);
      waiting -= group.reduce((sum, { punches }) => sum + punches.length, 0);
      await commit(context, municipality, group, figures, months.ensure);
    }
    lane.flying = false;
    lanes.delete(municipality);
    if (lanes.size === 0) for (const rest of resting.splice(0)) rest();
  }

  return {
    write: (municipality, punches) =>
      new Promise((done, failed) => {
        if (waiting + punches.length > MOST_WAITING) refuse('http.busy', busy);
        const lane = lanes.get(municipality) ?? { waiting: [], flying: false };
        lanes.set(municipality, lane);
        lane.waiting.push({ punches, done, failed });
        waiting += punches.length;
        if (!lane.flying) void fly(municipality, lane);
      }),
    prepare: () => months.ensure([]),
    idle: () => (lanes.size === 0 ? Promise.resolve() : new Promise((rest) => (resting = [...resting, rest]))),
  };
}

/** Whole submissions up to the size of a batch, at least one. */
function take(waiting: Submission[]): Submission[] {
  let count = 0;
  let size = 0;
  while (count < waiting.length && (count === 0 || size + (waiting[count]?.punches.length ?? 0) <= BATCH)) {
    size += waiting[count]?.punches.length ?? 0;
    count += 1;
  }
  return waiting.splice(0, count);
}

async function commit(
  context: Context,
  municipality: string,
  group: readonly Submission[],
  figures: PunchFigures,
  ensure: (months: readonly MonthIndex[]) => Promise<void>,
): Promise<void> {
  const punches = group.flatMap((submission) => submission.punches);
  try {
    await ensure(punches.flatMap(({ moment }) => moment?.month ?? []));
    const outcomes = await record(context, municipality, punches);
    figures.batch(punches.length);
    outcomes.forEach(figures.outcome);
    if (outcomes.includes('accepted')) context.wakeDeriver(municipality);
    let start = 0;
    for (const { punches: own, done } of group) {
      done(outcomes.slice(start, start + own.length));
      start += own.length;
    }
  } catch (error) {
    for (const { failed } of group) failed(error);
  }
}

/** Records a batch; when its data are at fault it is halved until the bad punch stands alone. */
async function record(context: Context, municipality: string, punches: readonly Punch[]): Promise<readonly Outcome[]> {
  try {
    return await attempt(context, municipality, punches);
  } catch (error) {
    if (!isDataError(error)) throw error;
    if (punches.length === 1) {
      context.log.error({ err: error, municipality }, 'a punch cannot be recorded');
      return ['punch.value.invalid'];
    }
    const middle = Math.ceil(punches.length / 2);
    const before = await record(context, municipality, punches.slice(0, middle));
    return [...before, ...(await record(context, municipality, punches.slice(middle)))];
  }
}

async function attempt(context: Context, municipality: string, punches: readonly Punch[]): Promise<readonly Outcome[]> {
  for (let nth = 1; ; nth += 1) {
    try {
      const now = context.clock.now();
      if (arePlain(punches)) return await recordPlain(context.store, municipality, punches, now);
      return await context.store.tenant(municipality, (tx) => recordBatch(tx, punches, now));
    } catch (error) {
      if (nth >= ATTEMPTS || !(error instanceof LostRace || sqlState(error)?.startsWith('40'))) throw error;
    }
  }
}

const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const isAway = (error: unknown): boolean =>
  error instanceof StoreUnavailable || (error instanceof Error && error.cause instanceof StoreUnavailable);

/** SQLSTATE classes 22 (data exception) and 23 (constraint violated), and never trouble of the connection. */
function isDataError(error: unknown): boolean {
  if (error instanceof StoreUnavailable || isConnectionError(error)) return false;
  return /^2[23]...$/.test(sqlState(error) ?? '');
}

/** Makes the month partitions that punches need, once each. */
function monthsOf(context: Context): { ensure: (months: readonly MonthIndex[]) => Promise<void> } {
  const made = new Set<MonthIndex>();
  return {
    async ensure(months) {
      const current = monthOf(tokyoOf(context.clock.now()).day);
      const needed = [...new Set([current, current + 1, ...months])].filter(
        (month) => !made.has(month) && month >= current - MONTHS_BACK && month <= current + 1,
      );
      if (needed.length === 0) return;
      try {
        await context.store.ensurePartitions(needed);
      } catch (error) {
        if (isAway(error)) throw error;
        context.log.error(
          { err: error },
          'month partitions could not be made; punches go to the partition of the rest',
        );
      }
      for (const month of needed) made.add(month);
    },
  };
}
