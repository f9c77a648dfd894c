import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem, call, keepCsrf, onSessionEnd, ServerAway } from './call.ts';
import { readConnection } from './connection.ts';
import * as routes from './routes.ts';

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', date: 'Mon, 26 Oct 2026 08:12:00 GMT' },
  });
const problem = (status: number, code: string) =>
  json(status, { type: 'x', title: '事象', status, detail: '原因と対処', code });
const withdraw = () => call(routes.withdrawOvertime, { params: { id: 'a' }, body: {} });

function answering(...responses: (Response | Error)[]) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => {
    const next = responses.shift();
    if (next === undefined || next instanceof Error) throw next ?? new Error('asked too often');
    return next;
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
afterEach(() => vi.unstubAllGlobals());

describe('call', () => {
  test('a writing call carries the token of the session', async () => {
    keepCsrf('token-1');
    const fetch = answering(json(200, { id: 'a' }));
    await withdraw();
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/my/overtime/a/withdraw');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', headers: { 'x-csrf-token': 'token-1' } });
  });
  test('a token renewed in another tab is asked for once, and the deed is done', async () => {
    keepCsrf('old');
    const fetch = answering(problem(403, 'session.csrf'), json(200, { csrf: 'new' }), json(200, { id: 'a' }));
    await withdraw();
    expect(fetch.mock.calls[2]?.[1]).toMatchObject({ headers: { 'x-csrf-token': 'new' } });
  });
  test('a refusal is thrown as the server words it', async () => {
    answering(problem(409, 'overtime.request.month-closed'));
    await expect(withdraw()).rejects.toMatchObject({
      name: 'ApiProblem',
      problem: { code: 'overtime.request.month-closed', title: '事象' },
    });
  });
  test('the end of the session is told once', async () => {
    const ended = vi.fn();
    onSessionEnd(ended);
    answering(problem(401, 'session.none'));
    await expect(withdraw()).rejects.toBeInstanceOf(ApiProblem);
    expect(ended).toHaveBeenCalledOnce();
  });
  test('no answer and a gateway in its place are a server that is away; the next answer brings it back', async () => {
    answering(new TypeError('network'), new Response('bad gateway', { status: 502 }), json(200, { id: 'a' }));
    await expect(withdraw()).rejects.toBeInstanceOf(ServerAway);
    expect(readConnection().away).toBe(true);
    await expect(withdraw()).rejects.toBeInstanceOf(ServerAway);
    await withdraw();
    expect(readConnection()).toEqual({ away: false, lastAnswerAt: '2026-10-26T08:12:00.000Z' });
  });
});
