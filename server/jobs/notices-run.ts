import { randomUUID } from 'node:crypto';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Context } from '../context.ts';
import { writeDigests } from '../notices/digest.ts';
import { noticeWords } from '../notices/kinds.ts';
import { readRecipients } from '../notices/recipients.ts';
import type { Waiting } from '../notices/waiting/ground.ts';
import { forgetDecisions, hold, idOf, isChanged, type Known, look } from '../notices/waiting/look.ts';
import { type Mailing, mailOf, writeMails } from '../notices/write-mails.ts';
import type { Tx } from '../store/tenant.ts';
import { grouped } from '../use-cases/reading/grouped.ts';
import { type Here, here } from '../use-cases/reading/moment.ts';

/** What a look brought. */
export type NoticesRun = { readonly fresh: number; readonly gone: number; readonly digests: number };

/** Rows of one statement. */
const AT_ONCE = 2_000;
/** Things in one mail; the rest is counted, and stands on the page. */
const LINES = 30;

/** Removes what does not wait any more, so that the same thing is new when it waits again. */
async function remove(tx: Tx, gone: readonly Known[]): Promise<void> {
  for (let at = 0; at < gone.length; at += AT_ONCE) {
    const part = gone.slice(at, at + AT_ONCE);
    await tx.query(
      `delete from tk.notice n where n.municipality = $1 and (n.recipient, n.kind, n.key) in (
         select u.recipient, u.kind, u.key from unnest($2::text[], $3::text[], $4::text[]) as u (recipient, kind, key))`,
      [
        tx.municipality,
        part.map(({ recipient }) => recipient),
        part.map(({ kind }) => kind),
        part.map(({ key }) => key),
      ],
    );
  }
}

/** Writes what waits; what was known takes newer words and keeps since when it waits. */
async function write(tx: Tx, waiting: readonly Waiting[], now: Date): Promise<void> {
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const part = waiting.slice(at, at + AT_ONCE);
    await tx.query(
      `insert into tk.notice as n (municipality, recipient, kind, key, line, path, since, about, due_on)
       select $1, u.recipient, u.kind, u.key, u.line, u.path, $2, u.about, u.due_on
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[])
         as u (recipient, kind, key, line, path, about, due_on)
       on conflict (municipality, recipient, kind, key) do update
         set line = excluded.line, path = excluded.path, about = excluded.about, due_on = excluded.due_on`,
      [
        tx.municipality,
        now,
        part.map(({ recipient }) => recipient),
        part.map(({ kind }) => kind),
        part.map(({ key }) => key),
        part.map(({ line }) => line),
        part.map(({ path }) => path),
        part.map(({ about }) => about),
        part.map(({ due }) => due ?? null),
      ],
    );
  }
}

/** One mail a person and kind with what is new, each thing with the page of its next step. */
async function tell(tx: Tx, fresh: readonly Waiting[], at: Here, url: string | null): Promise<void> {
  const people = await readRecipients(
    tx,
    fresh.map(({ recipient }) => recipient),
  );
  for (const [kind, those] of grouped(fresh, (each) => each.kind)) {
    const { subject, opening, page } = noticeWords[kind];
    const mails = [...grouped(those, ({ recipient }) => recipient)].map(([reader, mine]) => ({
      reader,
      // What is new is told in the transaction that makes it known, once; a thing that waits again later is another matter.
      about: `${kind}/${randomUUID()}`,
      subject: `【時守】${subject}(${mine.length}件)`,
      body: mailOf(people.get(reader)?.name ?? '', [
        opening,
        mine
          .slice(0, LINES)
          .map((each) => sayWithPlace(each, url))
          .join('\n'),
        ...(mine.length > LINES ? [`ほか ${mine.length - LINES}件`] : []),
        url === null ? `時守の「${page}」で進めてください。` : `待っていることの一覧\n${url}/notices`,
      ]),
    }));
    await writeMails(tx, mails, { kind, least: at.parameters.notices.least, now: at.now });
  }
}

const sayWithPlace = ({ line, path }: Waiting, url: string | null): string =>
  url === null ? `■ ${line}` : `■ ${line}\n  ${url}${path}`;

async function digest(tx: Tx, at: Here, before: string | null, mailing: Mailing): Promise<number> {
  const { digestTime, least } = at.parameters.notices;
  const today = formatLocalDate(at.day);
  if (mailing === null || at.minute < digestTime || (before !== null && before >= today)) return 0;
  const written = await writeDigests(tx, { now: at.now, day: at.day, url: mailing.url, least });
  await tx.query('update tk.notice_run as r set digest_on = $2::date where r.municipality = $1', [
    tx.municipality,
    today,
  ]);
  return written;
}

/**
 * Lists what waits for each person, tells of what is new by mail to those who are told at once, and from the time of the day on that the municipality
 * decided writes the mail of the day. All of it or nothing: stopped in the middle, the next look tells the same once.
 * @param mailing null: no mail server is configured; the page tells
 */
export async function runNotices(context: Context, municipality: string, mailing: Mailing): Promise<NoticesRun> {
  return context.store.tenant(municipality, async (tx) => {
    const at = await here(context, tx);
    const held = await hold(tx, at.now);
    const { waiting, stored } = await look(tx, at, held);
    const known = new Map(stored.map((row) => [idOf(row), row]));
    const still = new Set(waiting.map(idOf));
    const fresh = waiting.filter((each) => !known.has(idOf(each)));
    const changed = waiting.filter((each) => isChanged(each, known.get(idOf(each))));
    const gone = stored.filter((row) => !still.has(idOf(row)));
    await remove(tx, gone);
    await write(tx, [...fresh, ...changed], at.now);
    await forgetDecisions(tx, at.now);
    if (mailing !== null) await tell(tx, fresh, at, mailing.url);
    return { fresh: fresh.length, gone: gone.length, digests: await digest(tx, at, held.digest_on, mailing) };
  });
}
