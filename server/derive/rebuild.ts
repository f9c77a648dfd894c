import { setTimeout as pause } from 'node:timers/promises';
import {
  firstDayOf,
  formatYearMonth,
  lastDayOf,
  type MonthIndex,
  monthOf,
  parseYearMonth,
} from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { lastStep } from '../jobs/day-turn.ts';
import type { Tx } from '../store/tenant.ts';
import { type Derivation, holdDerivation, moveDerivationClock, shareDerivation } from './derivation.ts';
import { deriveDays } from './derive-days.ts';
import { compareMonths, compareStandings, type Difference } from './differences.ts';
import { deriveMonths } from './duty-months.ts';
import { readOtherMonths, readUnrecordedMonths } from './fact-months.ts';
import { noteMonths, readRecordedMonths, withRunningMonth } from './recorded-months.ts';
import { readRules } from './rules.ts';
import { nextStaff } from './stale-queue.ts';
import { judgeMonth } from './standing.ts';

export type { Difference } from './differences.ts';

export type RebuildOptions = {
  /** First month, `YYYY-MM`; all months when absent. */
  readonly from?: string;
  /** Changes nothing and tells the differences. */
  readonly check?: boolean;
  /** Told after each part: parts done, parts in all, the month in hand (`YYYY-MM`). */
  readonly progress?: (done: number, of: number, month: string) => void;
};

export type RebuildResult = {
  readonly months: number;
  readonly people: number;
  /** The first thousand; empty unless `check`. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
  /** Stale rows and sweeps that the deriver has not worked off: differences in them are no fault. */
  readonly pending: number;
};

/** Thrown when `from` is not a month. */
export class NotAMonth extends Error {
  override readonly name = 'NotAMonth';
}

/** People made in one transaction. */
const PEOPLE_AT_ONCE = 1_000;
/** Transactions at once: while one is computed here, the database reads and writes for the other. */
const LANES = 4;
const DIFFERENCES_KEPT = 1_000;
/** Long enough for a deriver that waits to take its turn. */
const GIVE_WAY_MS = 120;

/**
 * Derives every month of everybody again from the facts, month by month, and writes what differs; or, with `check`,
 * tells what would differ, of which there must be nothing. It may run beside the deriver.
 * @throws NotAMonth; an Error when the municipality has no parameters.
 */
export async function rebuild(context: Context, code: string, options: RebuildOptions = {}): Promise<RebuildResult> {
  const from = options.from === undefined ? 0 : parseYearMonth(options.from);
  if (from === undefined) throw new NotAMonth(`not a month: ${options.from}`);
  const check = options.check === true;
  const plan = await context.store.tenant(code, (tx) => planRebuild(context, tx, from, check));
  const differences = [...plan.differences];
  let differenceCount = differences.length;
  let done = 0;
  const makeChunk = async (month: MonthIndex, staff: readonly string[]) => {
    const found = await context.store.tenant(code, (tx) =>
      check ? checkChunk(context, tx, month, staff) : writeChunk(context, tx, month, staff),
    );
    differenceCount += found.length;
    differences.push(...found.slice(0, Math.max(0, DIFFERENCES_KEPT - differences.length)));
    done += 1;
    options.progress?.(done, plan.months.length * plan.chunks.length, formatYearMonth(month));
  };
  for (const month of plan.months) {
    const waiting = [...plan.chunks];
    while (waiting.length > 0) {
      // The deriver can take its turn only when no lane is at work.
      let deriverWaits = false;
      const lane = async () => {
        for (let staff = waiting.shift(); staff !== undefined; staff = deriverWaits ? undefined : waiting.shift()) {
          await makeChunk(month, staff);
          deriverWaits ||= await context.store.tenant(code, hasStale);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      if (deriverWaits) await pause(GIVE_WAY_MS);
    }
  }
  if (!check) await context.store.refreshStatistics(['month_record', 'standing', 'standing_limit']);
  const people = plan.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { months: plan.months.length, people, differences, differenceCount, pending: plan.pending };
}

type Plan = {
  readonly months: readonly MonthIndex[];
  readonly chunks: readonly (readonly string[])[];
  readonly differences: readonly Difference[];
  readonly pending: number;
};

async function planRebuild(context: Context, tx: Tx, from: MonthIndex, check: boolean): Promise<Plan> {
  const held = await holdDerivation(tx, true);
  const rules = await rulesOf(context, tx, held);
  if (!check && held.clockAt === null) await moveDerivationClock(tx, lastStep(context.clock));
  const recorded = await readRecordedMonths(tx);
  const within = { from, through: monthOf(rules.today) };
  const isWanted = (month: MonthIndex) => month >= within.from && month <= within.through;
  const all = withRunningMonth([...recorded, ...(await readUnrecordedMonths(tx, recorded, within))], rules.today);
  const unrecorded = all.filter((month) => !recorded.has(month) && isWanted(month));
  const months = new Set([...recorded, ...unrecorded, ...(await readOtherMonths(tx))].filter(isWanted));
  if (!check) await noteMonths(tx, unrecorded);
  const chunks: string[][] = [];
  for (let after = ''; ; ) {
    const staff = await nextStaff(tx, after, PEOPLE_AT_ONCE);
    if (staff.length > 0) chunks.push(staff);
    if (staff.length < PEOPLE_AT_ONCE) break;
    after = staff.at(-1)!;
  }
  const missing = unrecorded.map(
    (month): Difference => ({
      table: 'recorded_month',
      key: formatYearMonth(month),
      field: 'row',
      stored: '(none)',
      derived: '(row)',
    }),
  );
  return {
    months: [...months].sort((a, b) => a - b),
    chunks,
    differences: check ? missing : [],
    pending: await countPending(tx),
  };
}

async function rulesOf(context: Context, tx: Tx, held: Derivation) {
  return readRules(tx, held.clockAt ?? lastStep(context.clock));
}

function wholeMonth(staff: readonly string[], month: MonthIndex) {
  return staff.map((person) => ({ staff: person, first: firstDayOf(month), last: lastDayOf(month) }));
}

/** Months are made in their order, so judging the month in hand finds all earlier ones made. */
async function writeChunk(
  context: Context,
  tx: Tx,
  month: MonthIndex,
  staff: readonly string[],
): Promise<Difference[]> {
  const rules = await rulesOf(context, tx, await shareDerivation(tx));
  await deriveDays(tx, rules, wholeMonth(staff, month), { afresh: true, judge: true, through: month });
  return [];
}

async function checkChunk(
  context: Context,
  tx: Tx,
  month: MonthIndex,
  staff: readonly string[],
): Promise<Difference[]> {
  const rules = await rulesOf(context, tx, await shareDerivation(tx));
  const { months, services } = await deriveMonths(tx, rules, wholeMonth(staff, month), true);
  const judged = await judgeMonth(tx, rules, staff, month, services);
  return [...compareMonths(months), ...(await compareStandings(tx, month, staff, judged))];
}

async function hasStale(tx: Tx): Promise<boolean> {
  const rows = await tx.query('select 1 from tk.stale_day q where q.municipality = $1 limit 1', [tx.municipality]);
  return rows.length > 0;
}

async function countPending(tx: Tx): Promise<number> {
  const counts = await Promise.all(
    ['stale_day', 'sweep'].map((table) =>
      tx.query<{ rows: number }>(`select count(*) as rows from tk.${table} t where t.municipality = $1`, [
        tx.municipality,
      ]),
    ),
  );
  return counts.reduce((sum, [row]) => sum + (row?.rows ?? 0), 0);
}
