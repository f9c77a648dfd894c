/**
 * When to look first and how often after that, in milliseconds; a look begins only when the one before has ended. `soon` are waits that come before
 * those, one each.
 */
export type Rhythm = { readonly firstMs: number; readonly everyMs: number; readonly soon?: readonly number[] };

/**
 * Looks again and again until it is ended. Does not keep the process alive.
 * @param look asks `stopped` between its parts, and leaves the rest when it is so
 * @param failed told what a look threw; the next one comes nevertheless
 * @returns ends it, after the part in hand
 */
export function repeat(
  look: (stopped: () => boolean) => Promise<void>,
  { firstMs, everyMs, soon = [] }: Rhythm,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const next = (after: number) => {
    timer = setTimeout(() => {
      running = look(() => stopped)
        .catch(failed)
        .finally(() => {
          if (!stopped) next(soon[looks++] ?? everyMs);
        });
    }, after);
    timer.unref();
  };
  next(firstMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
