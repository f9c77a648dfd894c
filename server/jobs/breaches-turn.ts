import type { Context } from '../context.ts';
import { repeat } from '../runtime/repeat.ts';
import { runBreaches } from './breaches-run.ts';

/** How often it is looked whether a day is over, and how soon after the start. */
const LOOK_MS = 60_000;
const FIRST_MS = 4_000;

/**
 * Makes the records of exceeded limits of every municipality once a day, after the days of everybody have been made. One after the other; what
 * fails is told in the log and tried at the next look.
 * @returns ends it, after the run in hand
 */
export function startBreaches(context: Context, everyMs: number = LOOK_MS): () => Promise<void> {
  const look = async (stopped: () => boolean) => {
    for (const { code } of await context.store.municipalities()) {
      if (stopped()) return;
      try {
        const fresh = await runBreaches(context, code);
        if (fresh !== null && fresh > 0) context.log.info({ municipality: code, fresh }, 'limits were exceeded');
      } catch (error) {
        context.log.error({ err: error, municipality: code }, 'excesses could not be looked for');
      }
    }
  };
  return repeat(look, { firstMs: Math.min(everyMs, FIRST_MS), everyMs }, (error) =>
    context.log.error({ err: error }, 'excesses could not be looked for'),
  );
}
