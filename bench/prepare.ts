import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { newDeviceToken } from '@tokimori/server/access/device';
import { hashPassword } from '@tokimori/server/access/password';
import type { Context } from '@tokimori/server/context';
import { rebuild } from '@tokimori/server/derive/rebuild';
import { derivingLimits } from '@tokimori/server/deriver-thread';
import { openContext } from '@tokimori/server/open-installation';
import type { Clock } from '@tokimori/server/runtime/clock';
import { openDatabase } from '@tokimori/server/runtime/open-database';
import pg from 'pg';
import { type BenchCity, loadCity } from './cities.ts';
import type { DeriveAgain } from './derive-again.worker.ts';
import { measureMonthEnd, prepareRequests, spreadNotices, type WaitingRequests } from './month-end.ts';
import type { Figure } from './table.ts';

export type Prepared = {
  readonly big: BenchCity;
  readonly oneMonth: BenchCity;
  readonly twelveMonths: BenchCity;
  readonly deriveSeconds: number;
  readonly punchesOfMonth: number;
  /** Of the database itself, for the floor. */
  readonly databaseUrl: string;
  readonly password: string;
  readonly deviceToken: string;
  readonly requests: readonly WaitingRequests[];
  readonly monthEnd: readonly Figure[];
};

const PASSWORD = 'bench-password';
export const CLIENTS = 32;
const quiet = { info: () => undefined, warn: () => undefined, error: (fields: object) => console.error(fields) };

/** Fills a new data directory with three cities, derives them, and measures what needs no server. */
export async function prepare(options: {
  data: string;
  staff: number;
  history: number;
  current: MonthIndex;
  clock: Clock;
  say: (line: string) => void;
}): Promise<Prepared> {
  const { data, staff, history, current, clock, say } = options;
  const database = await openDatabase({ data, databaseUrl: '', log: quiet });
  const { context, close } = await openContext(database, { clock, log: quiet });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    const big = await loadCity(context, owner, { nth: 1, headcount: staff, current, history, say });
    const oneMonth = await loadCity(context, owner, { nth: 2, headcount: 1000, current, history: 1, say });
    const twelveMonths = await loadCity(context, owner, { nth: 3, headcount: 1000, current, history, say });
    await owner.query('analyze');
    for (const city of [big, oneMonth, twelveMonths]) {
      const start = performance.now();
      await rebuild(context, city.code);
      say(
        `${city.code}: ${city.months.length} month(s) derived in ${((performance.now() - start) / 1000).toFixed(1)} s`,
      );
    }
    // What autovacuum and the checkpointer do within minutes of such a load.
    await owner.query('vacuum');
    await owner.query('checkpoint');
    const deriveSeconds = await deriveAgain({
      url: database.url,
      code: big.code,
      month: formatYearMonth(current),
    });
    const hash = await hashPassword(PASSWORD);
    const token = await openDoors(context, [big, oneMonth, twelveMonths], hash);
    const requests = await prepareRequests(context, big, hash);
    const monthEnd = await measureMonthEnd(context, big, current);
    await spreadNotices(owner, big, current);
    return {
      big,
      oneMonth,
      twelveMonths,
      deriveSeconds,
      punchesOfMonth: Math.round(big.punches / history),
      databaseUrl: database.url,
      password: PASSWORD,
      deviceToken: token,
      requests,
      monthEnd,
    };
  } finally {
    await owner.end();
    await close();
    await database.close();
  }
}

/**
 * Seconds until every day of everybody in a month is made again, from the first look at what is there. In a thread of its
 * own: the plans of invented people that this process keeps would be gone over by the same garbage collector.
 */
async function deriveAgain(work: DeriveAgain): Promise<number> {
  const worker = new Worker(new URL('./derive-again.worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: derivingLimits,
  });
  const [seconds] = (await once(worker, 'message')) as [number];
  return seconds;
}

/** An HR account in each city, and a terminal in the big one. */
async function openDoors(context: Context, cities: readonly BenchCity[], hash: string): Promise<string> {
  for (const { code } of cities) {
    await context.store.tenant(code, (tx) =>
      tx.query(
        "insert into tk.account (municipality, login, name, roles, password_hash) values ($1, 'bench', 'bench', '{hr}', $2)",
        [code, hash],
      ),
    );
  }
  const code = cities[0]?.code ?? '';
  const { token, hash: tokenHash } = newDeviceToken(code);
  await context.store.tenant(code, (tx) =>
    tx.query(
      "insert into tk.device (municipality, device, name, token_hash, created_at) values ($1, 'bench', 'bench', $2, $3)",
      [code, tokenHash, context.clock.now()],
    ),
  );
  return token;
}
