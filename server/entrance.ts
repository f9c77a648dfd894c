import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** The HTTP port of the server: open from the first moment, so that who comes early is told to wait. */
export type Entrance = {
  readonly url: string;
  /** From now on requests go to the application. */
  readonly admit: (fetch: (request: Request) => Response | Promise<Response>) => void;
  /** Takes no more connections, waits for `drained` (ten seconds at most), then closes what is left. */
  readonly close: (drained: Promise<void>) => Promise<void>;
};

/** The address is not to be had; the message says why and what to do. */
export class EntranceRefused extends Error {}

const DRAIN_LIMIT_MS = 10_000;

/**
 * Opens the port.
 * @throws EntranceRefused when the port is taken or not allowed.
 */
export async function openEntrance(host: string, port: number): Promise<Entrance> {
  let answer: (request: Request) => Response | Promise<Response> = preparing;
  const server = createServer(
    { keepAliveTimeout: 65_000 },
    getRequestListener((request) => answer(request)),
  );
  await listen(server, host, port);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const shown = host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${bound}`,
    admit: (fetch) => {
      answer = fetch;
    },
    close: async (drained) => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await Promise.race([drained, closed, waitAtMost(DRAIN_LIMIT_MS)]);
      server.closeIdleConnections();
      await Promise.race([closed, waitAtMost(500)]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function waitAtMost(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.removeListener('error', failed);
      listening();
    });
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE') {
      throw new EntranceRefused(
        `ポート ${port} は、ほかのプログラムが使っています。そのプログラムを止めるか、--port で別の番号を指定してください。`,
      );
    }
    if (code === 'EACCES') {
      throw new EntranceRefused(`ポート ${port} を開く権限がありません。--port で1024以上の番号を指定してください。`);
    }
    throw error;
  });
}

const WAITING_PAGE = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>準備中 | 時守</title>
<body style="font-family:sans-serif;margin:4rem auto;max-width:32rem;padding:0 1rem">
<h1>準備しています</h1><p>データを用意しています。終わると自動で画面が開きます。</p>`;

function preparing(request: Request): Response {
  const { pathname } = new URL(request.url);
  const headers = { 'retry-after': '2', 'cache-control': 'no-store' };
  if (pathname === '/healthz') return Response.json({ status: 'ok' }, { headers });
  if (pathname === '/readyz') return Response.json({ status: 'preparing' }, { status: 503, headers });
  if (!pathname.startsWith('/api/')) {
    return new Response(WAITING_PAGE, {
      status: 503,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  const problem = {
    type: 'urn:tokimori:problem:server.preparing',
    title: '準備しています',
    status: 503,
    detail: 'データを用意しています。しばらく待ってから、もう一度操作してください。',
    code: 'server.preparing',
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
