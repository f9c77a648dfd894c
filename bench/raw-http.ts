import { connect, type Socket } from 'node:net';

type RawReply = { readonly status: number; readonly body: string };
/** One kept-alive connection that asks, waits, and asks again. */
export type RawClient = {
  readonly post: (path: string, body: string) => Promise<RawReply>;
  readonly close: () => void;
};

/**
 * A client as cheap as possible, so that a load measures the server and not its own request library.
 * Understands exactly what the server answers: a status line and a body of a told length.
 */
export async function rawClient(url: string, headers: Readonly<Record<string, string>>): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const fixed = Object.entries({ host: `${hostname}:${port}`, 'content-type': 'application/json', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const replies = readReplies(socket);
  return {
    post: (path, body) => {
      socket.write(`POST ${path} HTTP/1.1\r\n${fixed}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return replies.next();
    },
    close: () => socket.destroy(),
  };
}

function readReplies(socket: Socket): { readonly next: () => Promise<RawReply> } {
  let waiting: { resolve: (reply: RawReply) => void; reject: (error: Error) => void } | undefined;
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      waiting?.reject(new Error(`an answer without a length:\n${text}`));
      return;
    }
    if (text.length < end + 4 + length) return;
    const reply = { status: Number(text.slice(9, 12)), body: text.slice(end + 4, end + 4 + length) };
    text = text.slice(end + 4 + length);
    waiting?.resolve(reply);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the connection was closed')));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      }),
  };
}
