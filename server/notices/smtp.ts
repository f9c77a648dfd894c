import { createTransport } from 'nodemailer';
import type { Post } from './mail-sender.ts';

/** How long the mail server may take. Milliseconds. */
const PATIENCE_MS = 15_000;

/** Where mails go and from whom they come, as the surroundings say it. */
export type MailSettings = {
  /** `smtp://[user:password@]host[:port]` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
};

/** `SMTP_URL` and `MAIL_FROM`; null where no mail server is configured. @throws when one is there without the other */
export function mailSettings(surroundings: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { SMTP_URL: url = '', MAIL_FROM: from = '' } = surroundings;
  if (url === '' && from === '') return null;
  if (url === '' || from === '')
    throw new Error(
      'メールを送るには SMTP_URL(例 smtp://mail.example.lg.jp:25)と MAIL_FROM(差出人のアドレス)の両方を設定してください。',
    );
  return { url, from };
}

/** The address of the product for links in mails, without a closing stroke; null where it is not told. */
export const publicUrl = (url: string | undefined): string | null =>
  url === undefined || url === '' ? null : url.replace(/\/+$/, '');

/**
 * The way out by SMTP. The Message-ID is made of the mail's own id, so it is the same whenever the mail is tried again: between the answer of the mail
 * server and our note of it a stop cannot be excluded, and then the receiving side tells the repeat by it.
 */
export function smtpPost({ url, from }: MailSettings): Post {
  const transport = createTransport(
    { url, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    { from },
  );
  const domain = from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  return async ({ id, address, subject, body }) => {
    await transport.sendMail({ to: address, subject, text: body, messageId: `<${id}@${domain}>` });
  };
}
