import { parentPort, workerData } from 'node:worker_threads';
import { rebuild } from '@tokimori/server/derive/rebuild';
import { openContext } from '@tokimori/server/open-installation';
import { systemClock } from '@tokimori/server/runtime/clock';

/** What is to be derived, and where it lies. */
export type DeriveAgain = { readonly url: string; readonly code: string; readonly month: string };

const { url, code, month } = workerData as DeriveAgain;
const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => console.error(fields) };
const database = { url, origin: 'running', close: async () => undefined } as const;
const { context, close } = await openContext(database, { clock: systemClock, log, migrate: false });
const start = performance.now();
let end = start;
await rebuild(context, code, {
  from: month,
  progress: (_done, _of, inHand) => {
    if (inHand === month) end = performance.now();
  },
});
await close();
parentPort?.postMessage((end - start) / 1000);
