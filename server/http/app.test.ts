import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { stoppedClock } from '../runtime/clock.ts';
import { StoreUnavailable } from '../store/store-error.ts';
import type { Store } from '../store/tenant.ts';
import { silentLog } from '../store/testing/silent-log.ts';
import { createApp } from './app.ts';
import { jsonRequest } from './testing/town.ts';

const logged: object[] = [];
const store = {
  municipalities: async () => [{ code: '352101', name: '美汐市' }],
  tenant: async () => {
    throw new StoreUnavailable('store.unavailable', new Error('Connection terminated'));
  },
  ready: async () => true,
} as unknown as Store;
const contextOf = (given: Partial<Store> = {}): Context => ({
  store: { ...store, ...given },
  clock: stoppedClock('2026-11-04T10:00:00+09:00'),
  log: { ...silentLog, error: (fields) => logged.push(fields) },
  parameters: async () => {
    throw new Error('no parameters here');
  },
  wakeDeriver: () => undefined,
});
const app = createApp(contextOf(), { checkAnswers: true, demo: true });
const signIn = { municipality: '352101', login: '100001', password: 'x' };

describe('what operations ask for', () => {
  test('health, readiness and figures', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
    expect((await createApp(contextOf({ ready: async () => false })).request('/readyz')).status).toBe(503);
    await app.request('/api/v1/municipalities');
    const figures = createApp(contextOf(), { figures: { deriverLag: () => 7 } });
    await figures.request('/api/v1/municipalities');
    const text = await (await figures.request('/metrics')).text();
    expect(text).toContain('tokimori_http_requests_total{route="municipalities",method="get",status="200"} 1');
    expect(text).toContain('tokimori_deriver_lag_seconds 7');
  });

  test('the contract as OpenAPI, compressed for those who can read it', async () => {
    const response = await app.request('/api/v1/openapi.json', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const document = JSON.parse(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()) as {
      openapi: string;
    };
    expect(document.openapi).toBe('3.1.0');
    expect((await app.request('/api/v1/openapi.json')).headers.get('content-encoding')).toBeNull();
  });

  test('a drain waits for calls under way and says so on /readyz', async () => {
    let answer: (rows: { code: string; name: string }[]) => void = () => undefined;
    const slow = createApp(contextOf({ municipalities: () => new Promise((done) => (answer = done)) }));
    const underWay = slow.request('/api/v1/municipalities');
    let drained = false;
    const drain = slow.drain().then(() => {
      drained = true;
    });
    expect((await slow.request('/readyz')).status).toBe(503);
    expect(drained).toBe(false);
    answer([]);
    expect((await underWay).status).toBe(200);
    await drain;
  });
});

describe('failures', () => {
  test('an absent database is 503 with a time to come back', async () => {
    const response = await app.request('/api/v1/session', jsonRequest(signIn));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'store.unavailable', title: 'データベースにつながりません' });
  });

  test('a defect is 500 with a reference number that is in the log, and tells nothing else', async () => {
    const municipalities = async () => {
      throw new Error('secret detail');
    };
    const response = await createApp(contextOf({ municipalities })).request('/api/v1/municipalities');
    const problem = (await response.json()) as { detail: string };
    expect(response.status).toBe(500);
    const reference = /受付番号 ([0-9A-F]{8})/.exec(problem.detail)?.[1];
    expect(reference).toBeDefined();
    expect(logged.at(-1)).toMatchObject({ reference, route: 'municipalities' });
    expect(JSON.stringify(problem)).not.toContain('secret detail');
  });

  test('an answer that does not keep the contract is a defect where answers are checked', async () => {
    const wrong = contextOf({ municipalities: async () => [{ code: '35', name: 'x' }] });
    expect((await createApp(wrong, { checkAnswers: true }).request('/api/v1/municipalities')).status).toBe(500);
    expect((await createApp(wrong).request('/api/v1/municipalities')).status).toBe(200);
  });

  test('unknown paths, other methods', async () => {
    const missing = await app.request('/api/v1/nothing');
    expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([404, 'http.not-found']);
    const method = await app.request('/api/v1/session', { method: 'PUT' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST, DELETE']);
  });
});

describe('input', () => {
  const post = (body: string, headers: Record<string, string>) =>
    app.request('/api/v1/session', { method: 'POST', body, headers });
  const json = { 'content-type': 'application/json' };

  test('names every place and says in Japanese what to put there', async () => {
    const response = await post(JSON.stringify({ municipality: '12', login: '', token: 1 }), json);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'http.input',
      fields: [
        { field: 'municipality', code: 'invalid_format' },
        { field: 'login', message: '入力してください。' },
        { field: 'password', message: '入力してください。' },
        { field: 'token', message: '使えない項目です。画面を読み込み直して、もう一度操作してください。' },
      ],
    });
  });

  test.each([
    ['no JSON', '{"a":', json, 400],
    ['a character no text can hold', JSON.stringify({ ...signIn, login: 'a\0' }), json, 400],
    ['another media type', 'login=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a body that is announced too large', '{}', { ...json, 'content-length': '1000001' }, 413],
    ['a body that is too large', `"${'x'.repeat(1_000_000)}"`, json, 413],
  ])('%s', async (_name, body, headers, status) => {
    expect((await post(body, headers)).status).toBe(status);
  });
});

describe('the page', () => {
  const root = mkdtempSync(join(tmpdir(), 'tokimori-web-'));
  const script = `console.log(${JSON.stringify('x'.repeat(3000))})`;
  let page: ReturnType<typeof createApp>;
  beforeAll(() => {
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>時守</title>');
    writeFileSync(join(root, 'assets', 'main-abc123.js'), script);
    page = createApp(contextOf(), { webRoot: root });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([['/'], ['/today'], ['/staff/100001/months/2026-10']])(
    '%s is the page, asked for again each time',
    async (path) => {
      const response = await page.request(path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await response.text()).toContain('<title>時守</title>');
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    },
  );

  test('assets are kept for ever, compressed, and not sent twice', async () => {
    const response = await page.request('/assets/main-abc123.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(script);
    const again = await page.request('/assets/main-abc123.js', {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await page.request('/assets/main-abc123.js', { method: 'HEAD' })).status).toBe(200);
  });

  test.each([['/assets/gone.js'], ['/../../etc/passwd.txt'], ['/%2e%2e/%2e%2e/etc/hosts.txt'], ['/api/v2/x']])(
    '%s is nothing',
    async (path) => {
      expect((await page.request(path)).status).toBe(404);
    },
  );

  test('data are never cached nor framed', async () => {
    const response = await page.request('/api/v1/municipalities');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });
});
