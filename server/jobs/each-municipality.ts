import type { Context } from '../context.ts';
import { repeat } from '../runtime/repeat.ts';

/** How often it is looked whether there is something to do, and how soon after the start. */
const LOOK_MS = 60_000;
const FIRST_MS = 3_000;
/** After a start the days of the stop are still being made for some seconds: it is looked sooner. */
const SOON_MS = [5_000, 5_000, 5_000, 5_000, 10_000, 10_000, 20_000] as const;

/**
 * Runs something for every municipality again and again, one after the other; what fails is told in the log and tried at the next look.
 * @param failed what is told when it fails
 * @returns ends it, after the municipality in hand
 */
export function lookAtEach(
  context: Context,
  run: (municipality: string) => Promise<void>,
  failed: string,
  everyMs: number = LOOK_MS,
): () => Promise<void> {
  const look = async (stopped: () => boolean) => {
    for (const { code } of await context.store.municipalities()) {
      if (stopped()) return;
      try {
        await run(code);
      } catch (error) {
        context.log.error({ err: error, municipality: code }, failed);
      }
    }
  };
  const soon = SOON_MS.map((wait) => Math.min(everyMs, wait));
  return repeat(look, { firstMs: Math.min(everyMs, FIRST_MS), everyMs, soon }, (error) =>
    context.log.error({ err: error }, failed),
  );
}
