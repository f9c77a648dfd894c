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

/** The way out by SMTP. A mail keeps its Message-ID when it is tried again. */
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
