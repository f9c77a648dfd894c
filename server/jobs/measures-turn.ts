import type { Context } from '../context.ts';
import { repeat } from '../runtime/repeat.ts';
import { runMeasures } from './measures-run.ts';

/** How often it is looked whether a day is over, and how soon after the start. */
const LOOK_MS = 60_000;
const FIRST_MS = 3_000;

/**
 * Asks the measures of every municipality once a day, after the days of everybody have been made. One after the other; what fails is told
 * in the log and tried at the next look.
 * @param notices null: no mail server is configured, and nobody is written to
 * @returns ends it, after the run in hand
 */
export function startMeasures(
  context: Context,
  notices: { readonly url: string | null } | null,
  everyMs: number = LOOK_MS,
): () => Promise<void> {
  const look = async (stopped: () => boolean) => {
    for (const { code } of await context.store.municipalities()) {
      if (stopped()) return;
      try {
        const fresh = await runMeasures(context, code, notices);
        if (fresh !== null && fresh > 0) context.log.info({ municipality: code, fresh }, 'measures came to be due');
      } catch (error) {
        context.log.error({ err: error, municipality: code }, 'measures could not be asked');
      }
    }
  };
  return repeat(look, { firstMs: Math.min(everyMs, FIRST_MS), everyMs }, (error) =>
    context.log.error({ err: error }, 'measures could not be asked'),
  );
}
