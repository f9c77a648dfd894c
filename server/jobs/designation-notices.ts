import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Context } from '../context.ts';
import { leaveToPages, wasAnybodyTold, writeDesignationMails } from '../notices/designation-mails.ts';
import { tokyoOf } from '../runtime/clock.ts';
import { repeat } from '../runtime/repeat.ts';
import { tellDesignations } from '../use-cases/designations/members.ts';

/** How often it is looked whether a designation was published or somebody came, and how soon after the start. */
const LOOK_MS = 10 * 60_000;
const FIRST_MS = 5_000;

/**
 * Tells everybody of the designations that apply or will apply to them: on the page, and by mail where a mail server is configured. What began before
 * anybody was ever told, and what was told while no mail server was configured, stands on the pages alone. Done twice, nothing changes.
 * @param notices null: nobody is written to
 * @returns how many notices and mails are new
 */
export async function tellOfDesignations(
  context: Context,
  municipality: string,
  notices: { readonly url: string | null } | null,
): Promise<{ readonly told: number; readonly mails: number }> {
  const now = context.clock.now();
  return context.store.tenant(municipality, async (tx) => {
    const { day } = tokyoOf(now);
    const today = formatLocalDate(day);
    const isFirst = !(await wasAnybodyTold(tx));
    const told = await tellDesignations(tx, today);
    await leaveToPages(tx, { now, before: notices === null ? null : isFirst ? today : '' });
    const { least } = (await context.parameters(tx, day)).notices;
    const mails = notices === null ? 0 : await writeDesignationMails(tx, { now, url: notices.url, least });
    return { told, mails };
  });
}

/**
 * Tells of designations in every municipality, again and again. What fails is told in the log and tried at the next look.
 * @returns ends it, after the round in hand
 */
export function startDesignationNotices(
  context: Context,
  notices: { readonly url: string | null } | null,
  everyMs: number = LOOK_MS,
): () => Promise<void> {
  const look = async (stopped: () => boolean) => {
    for (const { code } of await context.store.municipalities()) {
      if (stopped()) return;
      try {
        const { told } = await tellOfDesignations(context, code, notices);
        if (told > 0) context.log.info({ municipality: code, told }, 'designations told');
      } catch (error) {
        context.log.error({ err: error, municipality: code }, 'designations could not be told');
      }
    }
  };
  return repeat(look, { firstMs: Math.min(everyMs, FIRST_MS), everyMs }, (error) =>
    context.log.error({ err: error }, 'designations could not be told'),
  );
}
