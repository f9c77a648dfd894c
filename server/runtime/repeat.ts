/** When to look first and how often after that, in milliseconds; a look begins only when the one before has ended. */
export type Rhythm = { readonly firstMs: number; readonly everyMs: number };

/** Asked between the parts of a look. */
type Stopped = () => boolean;

export type Repeated = {
  /** Ends it, after the part in hand. */
  readonly end: () => Promise<void>;
  /** Looks at once with `hurried`, or after the look in hand. The rhythm of the others stays as it is; several calls before it begins are one. */
  readonly hurry: () => void;
};

/**
 * Looks again and again until it is ended. Does not keep the process alive.
 * @param look asks `stopped` between its parts, and leaves the rest when it is so
 * @param failed told what a look threw; the next one comes nevertheless
 * @param hurried the look that is made between two of the rhythm when somebody hurries
 */
export function repeated(
  look: (stopped: Stopped) => Promise<void>,
  { firstMs, everyMs }: Rhythm,
  failed: (error: unknown) => void,
  hurried: (stopped: Stopped) => Promise<void> = look,
): Repeated {
  let stopped = false;
  let hurry = false;
  let busy = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let dueAt = performance.now() + firstMs;
  const next = () => {
    if (stopped || busy) return;
    clearTimeout(timer);
    timer = setTimeout(begin, hurry ? 0 : Math.max(0, dueAt - performance.now()));
    timer.unref();
  };
  const begin = () => {
    const own = !hurry || performance.now() >= dueAt;
    hurry = false;
    busy = true;
    running = (own ? look : hurried)(() => stopped)
      .catch(failed)
      .finally(() => {
        busy = false;
        if (own) dueAt = performance.now() + everyMs;
        next();
      });
  };
  next();
  return {
    hurry: () => {
      hurry = true;
      next();
    },
    end: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** As `repeated`, where nobody hurries. @returns ends it, after the part in hand */
export const repeat = (
  look: (stopped: Stopped) => Promise<void>,
  rhythm: Rhythm,
  failed: (error: unknown) => void,
): (() => Promise<void>) => repeated(look, rhythm, failed).end;
