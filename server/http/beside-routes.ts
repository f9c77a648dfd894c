import { openApiDocument } from '@tokimori/contract/openapi';
import type { RouteShape } from '@tokimori/contract/route';
import { routes } from '@tokimori/contract/routes';
import type { Hono } from 'hono';
import { Refusal } from '../access/refusal.ts';
import type { Context } from '../context.ts';
import { jsonAnswer, refusalAnswer } from './answers.ts';
import type { Figures } from './figures.ts';
import { dataHeaders } from './headers.ts';
import { staticFiles } from './static-files.ts';

export type Operating = { context: Context; figures: Figures; version: string | undefined; draining: () => boolean };

/** What operations ask for: /healthz, /readyz, /metrics, and the contract as OpenAPI. */
export function addOperating(hono: Hono, { context, figures, version, draining }: Operating): void {
  const state = (status: string, code: number) => Response.json({ status }, { status: code, headers: dataHeaders });
  hono.get('/healthz', () => state('ok', 200));
  hono.get('/readyz', async () => {
    if (draining()) return state('draining', 503);
    return (await context.store.ready()) ? state('ok', 200) : state('not ready', 503);
  });
  hono.get('/metrics', async () => {
    return new Response(await figures.text(), { headers: { ...dataHeaders, 'content-type': figures.contentType } });
  });
  let document: unknown;
  hono.get('/api/v1/openapi.json', (http) => {
    document ??= openApiDocument(version);
    return jsonAnswer(document, http.req.header('accept-encoding') ?? '');
  });
}

/** What is no route: the page and its assets, 405 for a path under another method, 404. */
export function addRest(hono: Hono, webRoot: string | undefined): void {
  const files = webRoot === undefined ? undefined : staticFiles(webRoot);
  const known = (Object.values(routes) as RouteShape[]).map((route) => ({
    method: route.method.toUpperCase(),
    pattern: new RegExp(`^/api/v1${route.path.replace(/:\w+/g, '[^/]+')}$`),
  }));
  hono.notFound((http) => {
    const { path, method, raw } = http.req;
    if (!path.startsWith('/api/')) {
      const found = method === 'GET' || method === 'HEAD' ? files?.answer(path, raw) : undefined;
      if (found !== undefined) return found;
    }
    const methods = known.filter(({ pattern }) => pattern.test(path)).map((route) => route.method);
    if (methods.length === 0) return refusalAnswer(new Refusal('http.not-found', notFound));
    const response = refusalAnswer(new Refusal('http.method', wrongMethod));
    response.headers.set('allow', [...new Set(methods)].join(', '));
    return response;
  });
}

const notFound = {
  status: 404,
  title: 'ページが見つかりません',
  detail: '入力したアドレスが違うか、ページがなくなりました。はじめの画面から開き直してください。',
} as const;
const wrongMethod = {
  status: 405,
  title: 'この呼び出し方はできません',
  detail: 'このアドレスは別のメソッドで呼び出してください。使えるメソッドは Allow ヘッダーにあります。',
} as const;
