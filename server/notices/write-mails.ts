import { randomUUID } from 'node:crypto';
import type { Tx } from '../store/tenant.ts';

/** Whether people are written to, and the address of the product where it is known. Null: no mail server is configured. */
export type Mailing = { readonly url: string | null } | null;

/** A mail to a person. */
export type Written = { readonly reader: string; readonly subject: string; readonly body: string };

/**
 * Writes mails to those who have an address, in the transaction of what they tell of. The same matter (`about`) is written to a person once.
 * @returns how many people have an address
 */
export async function writeMails(tx: Tx, mails: readonly Written[], about: string, now: Date): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = await tx.query<{ staff: string; mail: string }>(
    `select s.staff, s.mail from tk.staff s where s.municipality = $1 and s.staff = any($2) and s.mail <> ''`,
    [tx.municipality, mails.map(({ reader }) => reader)],
  );
  const addresses = new Map(rows.map(({ staff, mail }) => [staff, mail]));
  const sent = mails.flatMap((mail) => {
    const address = addresses.get(mail.reader);
    return address === undefined ? [] : [{ ...mail, address }];
  });
  await tx.query(
    `insert into tk.mail (municipality, id, recipient, address, about, subject, body, created_at, next_try)
     select $1, u.id, u.recipient, u.address, $6, u.subject, u.body, $7, $7
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $8::text[]) as u (id, recipient, address, subject, body)
     on conflict (municipality, recipient, about) do nothing`,
    [
      tx.municipality,
      sent.map(() => randomUUID()),
      sent.map(({ reader }) => reader),
      sent.map(({ address }) => address),
      sent.map(({ subject }) => subject),
      about,
      now,
      sent.map(({ body }) => body),
    ],
  );
  return sent.length;
}

/** The text of a mail: to whom, what it is about, the things, and where to look. */
export function mailText(
  name: string,
  about: string,
  lines: readonly string[],
  { url, path, page }: { readonly url: string | null; readonly path: string; readonly page: string },
): string {
  const where = url === null ? `時守の「${page}」で確かめてください。` : `次の画面で確かめてください。\n${url}${path}`;
  return `${name} 様\n\n${about}\n\n${lines.join('\n')}\n\n${where}\n\nこのメールに返信しても届きません。\n`;
}
