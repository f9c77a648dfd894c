import type { Context } from '../context.ts';
import { repeated } from '../runtime/repeat.ts';

/** How often it is looked whether there is something to do, and how soon after the start. */
const LOOK_MS = 60_000;
const FIRST_MS = 3_000;

/** Tells of municipalities of which a run may have something to do. @returns stops listening */
export type Herald = (heard: (municipality: string) => void) => () => void;
const silent: Herald = () => () => undefined;

/** How often it is looked, in milliseconds, and who tells that it is worth looking before. */
export type Turns = { readonly everyMs?: number; readonly herald?: Herald };

/**
 * Runs something for every municipality again and again, one after the other, and for one of them at once when the herald names it; what fails is told in
 * the log and tried at the next look.
 * @param failed what is told when it fails
 * @returns ends it, after the municipality in hand
 */
export function lookAtEach(
  context: Context,
  run: (municipality: string) => Promise<void>,
  failed: string,
  { everyMs = LOOK_MS, herald = silent }: Turns = {},
): () => Promise<void> {
  const named = new Set<string>();
  const lookAt = async (codes: readonly string[], stopped: () => boolean) => {
    for (const code of codes) {
      if (stopped()) return;
      named.delete(code);
      try {
        await run(code);
      } catch (error) {
        context.log.error({ err: error, municipality: code }, failed);
      }
    }
  };
  const { hurry, end } = repeated(
    async (stopped) => {
      const codes = (await context.store.municipalities()).map(({ code }) => code);
      await lookAt(codes, stopped);
    },
    { firstMs: Math.min(everyMs, FIRST_MS), everyMs },
    (error) => context.log.error({ err: error }, failed),
    (stopped) => lookAt([...named], stopped),
  );
  const deaf = herald((municipality) => {
    named.add(municipality);
    hurry();
  });
  return async () => {
    deaf();
    await end();
  };
}

/** A herald and the one who tells it. */
export function openHerald(): { readonly herald: Herald; readonly tell: (municipality: string) => void } {
  const listening = new Set<(municipality: string) => void>();
  return {
    herald: (heard) => {
      listening.add(heard);
      return () => void listening.delete(heard);
    },
    tell: (municipality) => {
      for (const heard of listening) heard(municipality);
    },
  };
}
