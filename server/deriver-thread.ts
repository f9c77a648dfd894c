import { Worker } from 'node:worker_threads';
import type { Context } from './context.ts';
import { type Deriver, type Made, startDeriver } from './derive/deriver.ts';
import { aheadOf } from './runtime/clock.ts';
import type { Database } from './runtime/open-database.ts';

/** What the thread is given when it starts. */
export type ThreadStart = {
  readonly database: Pick<Database, 'url' | 'origin'>;
  /** How far the installation's clock is ahead of the machine's, in milliseconds. */
  readonly clockAhead: number;
  /** One integer: the lag of the figures in milliseconds, written by the thread. */
  readonly lag: SharedArrayBuffer;
};
/** What the thread tells: all days of a municipality are made. */
export type ThreadNews = { readonly made: string };
export type ThreadOrder = { readonly wake: string } | { readonly stop: true };

/** The deriver as the server sees it. */
export type DeriverHandle = Pick<Deriver, 'wake' | 'stop' | 'lagSeconds'>;

/** A thread that makes months: of many short-lived strings, which with little room would be taken for lasting ones. */
export const derivingLimits = { maxYoungGenerationSizeMb: 48 } as const;
/** Before a thread that ended by itself is started again. */
const RESTART_MS = 1_000;

/**
 * Starts the deriver in a thread of its own with its own connections, so that no request waits while days are made.
 * From sources (tests) it runs in the thread of the caller. A thread that ends by itself is started again: what it left
 * is in the queue of stale days.
 * @param made told of a municipality when its clock has moved and all that followed from it is made
 */
export function startDeriverThread(context: Context, { url, origin }: Database, made: Made): DeriverHandle {
  const script = new URL('./deriver.worker.ts', import.meta.url);
  if (script.pathname.endsWith('.ts')) return startDeriver(context, made);
  const lag = new Int32Array(new SharedArrayBuffer(4));
  let stopping = false;
  let worker = launch();

  function launch(): Worker {
    const workerData: ThreadStart = { database: { url, origin }, clockAhead: aheadOf(context.clock), lag: lag.buffer };
    const thread = new Worker(script, { workerData, resourceLimits: derivingLimits });
    thread.on('message', ({ made: municipality }: ThreadNews) => made(municipality));
    thread.on('error', (error) => context.log.error({ err: error }, 'the thread of the deriver failed'));
    thread.on('exit', (code) => {
      if (stopping) return;
      context.log.error({ code }, 'the thread of the deriver ended; it is started again');
      setTimeout(() => {
        if (!stopping) worker = launch();
      }, RESTART_MS).unref();
    });
    return thread;
  }

  const order = (words: ThreadOrder) => worker.postMessage(words);
  return {
    wake: (municipality) => order({ wake: municipality }),
    lagSeconds: () => Atomics.load(lag, 0) / 1_000,
    stop: async () => {
      stopping = true;
      if (worker.threadId === -1) return;
      const ended = new Promise<void>((done) => worker.once('exit', () => done()));
      order({ stop: true });
      await ended;
    },
  };
}
