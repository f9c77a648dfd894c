import { parentPort, workerData } from 'node:worker_threads';
import { startDeriver } from './derive/deriver.ts';
import type { ThreadNews, ThreadOrder, ThreadStart } from './deriver-thread.ts';
import { openContext } from './open-installation.ts';
import { clockAhead } from './runtime/clock.ts';
import { serverLog } from './runtime/server-log.ts';

/** The thread of the deriver: its own connections to the installation's database, woken and stopped by the server. */
const start = workerData as ThreadStart;
const CONNECTIONS = 3;
const TOLD_EVERY_MS = 500;

const { context, close } = await openContext(
  { ...start.database, close: async () => undefined },
  { clock: clockAhead(start.clockAhead), log: serverLog(), connections: CONNECTIONS, migrate: false },
);
const deriver = startDeriver(context, (municipality) =>
  parentPort?.postMessage({ made: municipality } satisfies ThreadNews),
);
const lag = new Int32Array(start.lag);
const telling = setInterval(() => Atomics.store(lag, 0, Math.round(deriver.lagSeconds() * 1_000)), TOLD_EVERY_MS);

parentPort?.on('message', (order: ThreadOrder) => {
  if ('wake' in order) deriver.wake(order.wake);
  else void end();
});

async function end(): Promise<void> {
  clearInterval(telling);
  await deriver.stop();
  await close();
  parentPort?.close();
}
