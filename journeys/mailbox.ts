import { SMTPServer } from 'smtp-server';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
export type Mailbox = {
  readonly port: number;
  readonly letters: readonly Letter[];
  readonly stop: () => Promise<void>;
};

/** A mail server on the loopback that keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(read(session.envelope.rcptTo[0]?.address ?? '', Buffer.concat(parts).toString()));
        done();
      });
    },
  });
  const port = await new Promise<number>((ready) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      ready(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { port, letters, stop: () => new Promise<void>((done) => server.close(done)) };
}

/** What a letter says, whatever its encoding. */
function read(to: string, raw: string): Letter {
  const [head = '', body = ''] = raw.split(/\r\n\r\n(.*)/s);
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  const quoted = (text: string) =>
    Buffer.from(
      text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString();
  return {
    to,
    subject: subject
      .replace(/\r\n[ \t]/g, ' ')
      .replace(/\?= =\?/g, '?==?')
      .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, way: string, word: string) =>
        way.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' ')),
      ),
    text: /^Content-Transfer-Encoding: base64/im.test(head) ? Buffer.from(body, 'base64').toString() : quoted(body),
  };
}
