import type { Context } from '../context.ts';
import type { Mailing } from '../notices/write-mails.ts';
import { lookAtEach, type Turns } from './each-municipality.ts';
import { runNotices } from './notices-run.ts';

/**
 * Looks in every municipality for what waits for people, tells them, and writes the mail of the day.
 * @param mailing null: no mail server is configured; the page tells
 * @returns ends it, after the look in hand
 */
export function startNotices(context: Context, mailing: Mailing, turns?: Turns): () => Promise<void> {
  const run = async (municipality: string) => {
    const done = await runNotices(context, municipality, mailing);
    if (done.fresh > 0 || done.digests > 0) context.log.info({ municipality, ...done }, 'people were told what waits');
  };
  return lookAtEach(context, run, 'what waits could not be looked for', turns);
}
