import { describe, expect, test } from 'vitest';
import { addressOf, createClient, ProblemError } from './client.ts';
import { routes } from './routes.ts';

type Seen = { url: string; method: string; headers: Headers; body: unknown };
const me = (csrf: string) => ({ csrf });

/** A server that answers what it is told to, in order, and keeps what it was asked. */
function serverOf(answers: (object | Response)[]): { seen: Seen[]; fetch: typeof globalThis.fetch } {
  const seen: Seen[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    seen.push({
      url: String(input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body: init.body,
    });
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer instanceof Response ? answer : Response.json(answer);
  };
  return { seen, fetch: fetch as typeof globalThis.fetch };
}
const problemOf = (status: number, code: string) =>
  Response.json(
    { type: `urn:tokimori:problem:${code}`, title: '事象', status, detail: '原因と対処', code },
    { status },
  );

describe('addresses', () => {
  test('carry parameters encoded and leave out what is not given', () => {
    expect(addressOf(routes.staffMonth, { staff: 'a/b', month: '2026-10' })).toBe('/staff/a%2Fb/months/2026-10');
    expect(addressOf(routes.findStaff, {}, { search: '佐藤 &' })).toBe('/staff?search=%E4%BD%90%E8%97%A4+%26');
    expect(addressOf(routes.journal, {}, { staff: undefined, size: 20 })).toBe('/journal?size=20');
  });
});

describe('the client', () => {
  test('asks for the token once and sends it with every writing call', async () => {
    const { seen, fetch } = serverOf([me('t1'), { device: 'd', token: 'x' }, { device: 'e', token: 'y' }]);
    const call = createClient({ fetch, origin: 'http://x' });
    expect(await call(routes.addDevice, { body: { device: 'd', name: '正面' } })).toEqual({ device: 'd', token: 'x' });
    await call(routes.addDevice, { body: { device: 'e', name: '裏' } });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET http://x/api/v1/me',
      'POST http://x/api/v1/devices',
      'POST http://x/api/v1/devices',
    ]);
    expect(seen[2]?.headers.get('x-csrf-token')).toBe('t1');
    expect(seen[1]?.body).toBe('{"device":"d","name":"正面"}');
  });

  test('asks for a new token when the session was renewed elsewhere', async () => {
    const { seen, fetch } = serverOf([me('old'), problemOf(403, 'session.csrf'), me('new'), { signedOut: true }]);
    expect(await createClient({ fetch })(routes.signOut)).toEqual({ signedOut: true });
    expect(seen.at(-1)?.headers.get('x-csrf-token')).toBe('new');
  });

  test('throws the problem as the server words it', async () => {
    const { fetch } = serverOf([problemOf(403, 'access.denied')]);
    const failed = createClient({ fetch })(routes.settings);
    await expect(failed).rejects.toBeInstanceOf(ProblemError);
    await expect(failed).rejects.toMatchObject({ problem: { code: 'access.denied', status: 403 } });
  });

  test('says so when no answer comes, or one that is none of ours', async () => {
    const { fetch } = serverOf([new Response('<html>', { status: 502 })]);
    const call = createClient({ fetch });
    await expect(call(routes.settings)).rejects.toMatchObject({ problem: { status: 502, code: 'http.unexpected' } });
    await expect(call(routes.settings)).rejects.toMatchObject({ problem: { code: 'http.unreachable' } });
  });

  test('gives a file with its Japanese name', async () => {
    const headers = {
      'content-disposition': `attachment; filename="_.csv"; filename*=UTF-8''${encodeURIComponent('資料①.csv')}`,
    };
    const { fetch } = serverOf([new Response('a,b', { headers })]);
    const query = { month: '2026-10', format: 'csv' } as const;
    const file = await createClient({ fetch })(routes.report, { params: { name: 'saga-1' }, query });
    expect([file.fileName, await file.blob.text()]).toEqual(['資料①.csv', 'a,b']);
  });
});
