import type { Context } from '../context.ts';
import type { Mailing } from '../notices/write-mails.ts';
import { lookAtEach, type Turns } from './each-municipality.ts';
import { runMeasures } from './measures-run.ts';

/**
 * Asks the measures of every municipality once a day, after the days of everybody have been made.
 * @param mailing null: no mail server is configured, and nobody is written to
 * @returns ends it, after the run in hand
 */
export function startMeasures(context: Context, mailing: Mailing, turns?: Turns): () => Promise<void> {
  const run = async (municipality: string) => {
    const fresh = await runMeasures(context, municipality, mailing);
    if (fresh !== null && fresh > 0) context.log.info({ municipality, fresh }, 'measures came to be due');
  };
  return lookAtEach(context, run, 'measures could not be asked', turns);
}
