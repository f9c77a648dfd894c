import type { Context } from '../context.ts';
import { runBreaches } from './breaches-run.ts';
import { lookAtEach, type Turns } from './each-municipality.ts';

/**
 * Makes the records of exceeded limits of every municipality once a day, after the days of everybody have been made.
 * @returns ends it, after the run in hand
 */
export function startBreaches(context: Context, turns?: Turns): () => Promise<void> {
  const run = async (municipality: string) => {
    const fresh = await runBreaches(context, municipality);
    if (fresh !== null && fresh > 0) context.log.info({ municipality, fresh }, 'limits were exceeded');
  };
  return lookAtEach(context, run, 'excesses could not be looked for', turns);
}
