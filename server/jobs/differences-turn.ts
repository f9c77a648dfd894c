import type { Context } from '../context.ts';
import { repeat } from '../runtime/repeat.ts';
import { runDeclarationCheck } from './declarations-run.ts';
import { runDifferences } from './differences-run.ts';

/** How often it is looked whether a day is over or records came late, and how soon after the start. */
const LOOK_MS = 60_000;
const FIRST_MS = 4_000;

/**
 * Compares records, orders and declarations of every municipality once a day and after files of records, and checks the
 * declarations once a month. One municipality after the other; what fails is told in the log and tried at the next look.
 * @returns ends it, after the run in hand
 */
export function startDifferences(context: Context, everyMs: number = LOOK_MS): () => Promise<void> {
  const look = async (stopped: () => boolean) => {
    for (const { code } of await context.store.municipalities()) {
      if (stopped()) return;
      try {
        const written = await runDifferences(context, code);
        if (written !== null && written > 0) context.log.info({ municipality: code, written }, 'differences compared');
        const through = await runDeclarationCheck(context, code);
        if (through !== null) context.log.info({ municipality: code, through }, 'declarations checked');
      } catch (error) {
        context.log.error({ err: error, municipality: code }, 'differences could not be compared');
      }
    }
  };
  return repeat(look, { firstMs: Math.min(everyMs, FIRST_MS), everyMs }, (error) =>
    context.log.error({ err: error }, 'differences could not be compared'),
  );
}
