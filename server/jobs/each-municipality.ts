import type { Context } from '../context.ts';
import { repeat } from '../runtime/repeat.ts';

/** How often it is looked whether there is something to do, and how soon after the start. */
const LOOK_MS = 60_000;
const FIRST_MS = 3_000;

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
  return repeat(look, { firstMs: Math.min(everyMs, FIRST_MS), everyMs }, (error) =>
    context.log.error({ err: error }, failed),
  );
}
