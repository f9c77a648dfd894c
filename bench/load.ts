import { Agent, request } from 'node:http';

type Reply = { readonly status: number; readonly body: string; readonly cookies: readonly string[] };
export type Caller = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
) => Promise<Reply>;

/** A client with its own kept-alive connections to the loopback. */
export function callerTo(url: string, connections: number): Caller {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const length =
        body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const call = request({ hostname, port, path, method, agent, headers: { ...headers, ...length } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(parts).toString(),
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
        answer.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
}

export type LoadResult = { readonly done: number; readonly seconds: number; readonly latencies: readonly number[] };

/** Lets `clients` do one deed after the other until `amount` are done; latencies in milliseconds. Ends by itself. */
export async function load(
  clients: number,
  amount: number,
  deed: (nth: number, client: number) => Promise<void>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  const start = performance.now();
  const client = async (_: unknown, which: number) => {
    while (next < amount) {
      const nth = next++;
      const begun = performance.now();
      await deed(nth, which);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { done: amount, seconds: (performance.now() - start) / 1000, latencies };
}
