import { randomUUID } from 'node:crypto';
import type { NoticeDemands, NoticeKind } from '@tokimori/ordinances/parameters/groups/notices';
import type { Tx } from '../store/tenant.ts';
import { readWays } from './choices.ts';
import { readRecipients } from './recipients.ts';

/** Whether people are written to, and the address of the product where it is known. Null: no mail server is configured. */
export type Mailing = { readonly url: string | null } | null;

/** A mail to a person or an account (`recipientOf`). The same matter (`about`) is written to them once. */
export type Written = {
  readonly reader: string;
  readonly about: string;
  readonly subject: string;
  readonly body: string;
};

/**
 * Puts mails into the queue for those who have an address, in the transaction of what they tell of: neither is without the other.
 * @returns how many people have an address
 */
export async function queueMails(tx: Tx, mails: readonly Written[], now: Date): Promise<number> {
  if (mails.length === 0) return 0;
  const recipients = await readRecipients(
    tx,
    mails.map(({ reader }) => reader),
  );
  const sent = mails.flatMap((mail) => {
    const address = recipients.get(mail.reader)?.address ?? '';
    return address === '' ? [] : [{ ...mail, address }];
  });
  await tx.query(
    `insert into tk.mail (municipality, id, recipient, address, about, subject, body, created_at, next_try)
     select $1, u.id, u.recipient, u.address, u.about, u.subject, u.body, $2, $2
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       as u (id, recipient, address, about, subject, body)
     on conflict (municipality, recipient, about) do nothing`,
    [
      tx.municipality,
      now,
      sent.map(() => randomUUID()),
      sent.map(({ reader }) => reader),
      sent.map(({ address }) => address),
      sent.map(({ about }) => about),
      sent.map(({ subject }) => subject),
      sent.map(({ body }) => body),
    ],
  );
  return sent.length;
}

/**
 * Writes mails about one kind of notice to those who are told of it at once. Whoever chose the mail of the day or the page finds it there.
 * @returns how many people are written to
 */
export async function writeMails(
  tx: Tx,
  mails: readonly Written[],
  { kind, least, now }: { readonly kind: NoticeKind; readonly least: NoticeDemands; readonly now: Date },
): Promise<number> {
  if (mails.length === 0) return 0;
  const wayOf = await readWays(tx, [...new Set(mails.map(({ reader }) => reader))], least);
  return queueMails(
    tx,
    mails.filter(({ reader }) => wayOf(reader, kind) === 'atOnce'),
    now,
  );
}

const END = 'お知らせの受け取り方は、時守の「お知らせの設定」で変えられます。\nこのメールに返信しても届きません。\n';

/** The text of a mail: to whom, what it is about, the things, and where to look. */
export function mailText(
  name: string,
  about: string,
  lines: readonly string[],
  { url, path, page }: { readonly url: string | null; readonly path: string; readonly page: string },
): string {
  const where = url === null ? `時守の「${page}」で確かめてください。` : `次の画面で確かめてください。\n${url}${path}`;
  return mailOf(name, [about, lines.join('\n'), where]);
}

/** A mail in paragraphs, addressed and closed as all of them are. */
export const mailOf = (name: string, paragraphs: readonly string[]): string =>
  `${[`${name} 様`, ...paragraphs, END].join('\n\n')}`;
