import type { Log } from '../context.ts';

/** One press of Ctrl-C may come twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 1_000;

/** Tells the first signal, its echo, and a second one that was meant. @param now milliseconds, of any beginning */
export function signalReader(now: () => number): () => 'first' | 'echo' | 'second' {
  let first: number | undefined;
  return () => {
    const at = now();
    if (first !== undefined) return at - first < SAME_PRESS_MS ? 'echo' : 'second';
    first = at;
    return 'first';
  };
}

/** The first signal stops in order; a second one at once (the embedded database ends itself in order then). */
export function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  const read = signalReader(() => performance.now());
  const onSignal = (signal: NodeJS.Signals) => {
    const which = read();
    if (which === 'echo') return;
    if (which === 'second') process.exit(130);
    log.info({ signal }, 'stopping');
    void stop().then(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
