import type { Context } from '../context.ts';
import { repeat } from '../runtime/repeat.ts';

/** A mail as it leaves. `id` is the same whenever the mail is tried again. */
export type Mail = {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
};
/** The way out; fulfilled when the mail server has taken the mail. */
export type Post = (mail: Mail) => Promise<void>;

const LOOK_MS = 10_000;
/** While a mail is under way nobody else takes it; after this time whoever took it is gone. */
const LEASE_MS = 5 * 60_000;
/** Waits after the first failures; then the last one again and again: a mail is given up by nobody but a person. */
const WAITS_MS = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;
/** An address that the mail server does not take is tried again once a day; others go on. */
const REFUSED_WAIT_MS = 24 * 60 * 60_000;
/** Mails of one municipality in a row. */
const AT_ONCE = 100;

type Row = Mail & { readonly tries: number };

/** Takes the mail that has waited longest, for the time of the lease. */
async function take(context: Context, municipality: string): Promise<Row | undefined> {
  const now = context.clock.now();
  const [row] = await context.store.tenant(municipality, (tx) =>
    tx.query<Row>(
      `update tk.mail as m set next_try = $3
       where m.municipality = $1 and m.id = (
         select w.id from tk.mail w where w.municipality = $1 and w.sent_at is null and w.next_try <= $2
         order by w.next_try, w.created_at limit 1 for update skip locked)
       returning m.id, m.address, m.subject, m.body, m.tries`,
      [municipality, now, new Date(now.getTime() + LEASE_MS)],
    ),
  );
  return row;
}

/** The mail server is there and does not take this one (5xx). */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;

async function tell(context: Context, municipality: string, { id, tries }: Row, error: unknown): Promise<void> {
  const now = context.clock.now();
  const wait = isRefused(error) ? REFUSED_WAIT_MS : (WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? LEASE_MS);
  await context.store.tenant(municipality, (tx) =>
    error === null
      ? tx.query(`update tk.mail as m set sent_at = $3, last_error = '' where m.municipality = $1 and m.id = $2`, [
          municipality,
          id,
          now,
        ])
      : tx.query(
          `update tk.mail as m set tries = least(m.tries + 1, 1000), next_try = $3, last_error = $4
           where m.municipality = $1 and m.id = $2`,
          [municipality, id, new Date(now.getTime() + wait), String(error).slice(0, 300)],
        ),
  );
}

/**
 * Sends what waits of a municipality, oldest first, until nothing is left or the mail server is away.
 * @returns how many were taken by the mail server
 */
export async function sendMails(context: Context, municipality: string, post: Post): Promise<number> {
  let sent = 0;
  for (let taken = 0; taken < AT_ONCE; taken += 1) {
    const mail = await take(context, municipality);
    if (mail === undefined) return sent;
    try {
      await post(mail);
    } catch (error) {
      await tell(context, municipality, mail, error);
      context.log.warn({ err: error, municipality, mail: mail.id }, 'a mail could not be sent and waits');
      if (isRefused(error)) continue;
      return sent;
    }
    await tell(context, municipality, mail, null);
    sent += 1;
  }
  return sent;
}

/** Looks for mails that wait, in every municipality. @returns ends it, after the mail in hand */
export function startMailSender(context: Context, post: Post, everyMs: number = LOOK_MS): () => Promise<void> {
  const look = async (stopped: () => boolean) => {
    for (const { code } of await context.store.municipalities()) if (!stopped()) await sendMails(context, code, post);
  };
  return repeat(look, { firstMs: everyMs, everyMs }, (error) =>
    context.log.error({ err: error }, 'mails could not be looked for'),
  );
}
