/** Remembers values for a short while, by the monotonic clock of the process; the oldest are forgotten first. */
export type Memory<T> = {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  forget: (matches: (value: T) => boolean) => void;
};

export function memoryOf<T>(lifeMs: number, most = 20_000, ticks: () => number = () => performance.now()): Memory<T> {
  const kept = new Map<string, { value: T; until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      if (found.until > ticks()) return found.value;
      kept.delete(key);
      return undefined;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, { value, until: ticks() + lifeMs });
      const oldest = kept.size > most ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
    forget(matches) {
      for (const [key, { value }] of kept) if (matches(value)) kept.delete(key);
    },
  };
}
