/** Calls under way, so that a stop can wait for them. */
export type Flights = {
  readonly draining: () => boolean;
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when no call is under way any more. */
  readonly drain: () => Promise<void>;
};

export function flightsOf(): Flights {
  let count = 0;
  let closing = false;
  let landed: () => void = () => undefined;
  return {
    draining: () => closing,
    async during<T>(work: () => Promise<T>): Promise<T> {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) landed();
      }
    },
    async drain(): Promise<void> {
      closing = true;
      if (count > 0) await new Promise<void>((done) => (landed = done));
    },
  };
}
