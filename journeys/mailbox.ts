import { SMTPServer } from 'smtp-server';

/** A mail as the mail server took it. */
export type Received = {
  readonly to: string;
  readonly messageId: string;
  /** The body, whatever its encoding. */
  readonly text: string;
};
export type Mailbox = {
  readonly received: Received[];
  readonly port: number;
  readonly stop: () => Promise<void>;
};

function bodyOf(raw: string): string {
  const [, body = ''] = raw.split(/\r\n\r\n(.*)/s);
  if (/^content-transfer-encoding: base64/im.test(raw)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

const readMail = (raw: string, to: string): Received => ({
  to,
  messageId: /^message-id: *<([^>]*)>/im.exec(raw)?.[1] ?? '',
  text: bodyOf(raw).replaceAll('\r\n', '\n'),
});

/**
 * A real mail server on the loopback, of the test alone. Started again on its port and with what it received before, it goes on.
 * @param slowMs how long it takes over each mail
 */
export async function openMailbox({
  port = 0,
  received = [],
  slowMs = 0,
}: {
  readonly port?: number;
  readonly received?: Received[];
  readonly slowMs?: number;
} = {}): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () =>
        setTimeout(() => {
          received.push(readMail(Buffer.concat(parts).toString(), session.envelope.rcptTo[0]?.address ?? ''));
          done();
        }, slowMs),
      );
    },
  });
  // A client that is killed in the middle of a mail is no fault of the server's.
  server.on('error', () => undefined);
  const listening = await new Promise<number>((ready) => {
    const listener = server.listen(port, '127.0.0.1', () => {
      const address = listener.address();
      ready(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { received, port: listening, stop: () => new Promise((done) => server.close(() => done())) };
}

/** What an installation is told so that it sends its mails to a mailbox. */
export const mailingTo = ({ port }: Pick<Mailbox, 'port'>): Readonly<Record<string, string>> => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: '時守 <tokimori@city.example>',
  TOKIMORI_URL: 'https://jikan.example/',
});

/** How many mails to an address say something. */
export const mailsTo = ({ received }: Pick<Mailbox, 'received'>, to: string, words: RegExp): number =>
  received.filter((mail) => mail.to === to && words.test(mail.text)).length;
