import type { Context } from '../context.ts';
import { runDeclarationCheck } from './declarations-run.ts';
import { runDifferences } from './differences-run.ts';
import { lookAtEach, type Turns } from './each-municipality.ts';

/**
 * Compares records, orders and declarations of every municipality once a day and after files of records, and checks the
 * declarations once a month.
 * @returns ends it, after the run in hand
 */
export function startDifferences(context: Context, turns?: Turns): () => Promise<void> {
  const run = async (municipality: string) => {
    const written = await runDifferences(context, municipality);
    if (written !== null && written > 0) context.log.info({ municipality, written }, 'differences compared');
    const through = await runDeclarationCheck(context, municipality);
    if (through !== null) context.log.info({ municipality, through }, 'declarations checked');
  };
  return lookAtEach(context, run, 'differences could not be compared', turns);
}
