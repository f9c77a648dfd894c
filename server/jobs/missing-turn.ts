import type { Context } from '../context.ts';
import type { Mailing } from '../notices/write-mails.ts';
import { lookAtEach, type Turns } from './each-municipality.ts';
import { runMissing } from './missing-run.ts';

/**
 * Looks for 打刻漏れ of every municipality, and tells people of them once a morning.
 * @param mailing null: no mail server is configured; the pages tell
 * @returns ends it, after the run in hand
 */
export function startMissing(context: Context, mailing: Mailing, turns?: Turns): () => Promise<void> {
  const run = async (municipality: string) => {
    const done = await runMissing(context, municipality, mailing);
    if (done !== null && done.told > 0) context.log.info({ municipality, ...done }, 'missing punches were told');
  };
  return lookAtEach(context, run, 'missing punches could not be looked for', turns);
}
