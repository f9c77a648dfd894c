import { randomUUID } from 'node:crypto';
import { openApiDocument } from '@tokimori/contract/openapi';
import type { RouteShape } from '@tokimori/contract/route';
import { type RouteName, routes } from '@tokimori/contract/routes';
import { Hono, type Context as Http } from 'hono';
import { getCookie } from 'hono/cookie';
import { devicesOf } from '../access/device.ts';
import { Refusal, refuse } from '../access/refusal.ts';
import { sessionsOf } from '../access/session.ts';
import { signInOf } from '../access/sign-in.ts';
import type { Context } from '../context.ts';
import { createImports } from '../exchange/import-run.ts';
import { punchWriter } from '../punches/punch-writer.ts';
import { readPunches } from '../punches/read-punches.ts';
import { failureAnswer, fileAnswer, jsonAnswer, refusalAnswer } from './answers.ts';
import { type Call, nobody } from './call.ts';
import { type FigureOptions, type Figures, figuresOf } from './figures.ts';
import { admit } from './guard.ts';
import { handlersOf } from './handlers.ts';
import { dataHeaders } from './headers.ts';
import { type Limits, type ReadByHand, readInput } from './read-input.ts';
import { staticFiles } from './static-files.ts';

export type AppOptions = {
  /** Folder of the built page; without it only the API is served. */
  readonly webRoot?: string;
  /** The installation shows the example city. */
  readonly demo?: boolean;
  /** People reach the server by https (directly or through a proxy): cookies are Secure, HSTS is sent. */
  readonly https?: boolean;
  /** Every answer is held against the contract (tests and development). */
  readonly checkAnswers?: boolean;
  readonly limits?: Partial<Limits>;
  readonly figures?: FigureOptions;
  /** Failed sign-ins take at least so many milliseconds. */
  readonly signInFailureMs?: number;
  /** Where uploaded files lie until they are taken in. */
  readonly importDirectory?: string;
  readonly version?: string;
};

export type App = {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** A call in the process, for tests. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Makes ready: the month partitions of now, imports left over from a stop. */
  readonly prepare: () => Promise<void>;
  /** Says on /readyz that no more calls are wanted, and resolves when those under way are answered. */
  readonly drain: () => Promise<void>;
};

const COOKIE = 'tokimori_session';
const byHand: Partial<Record<RouteName, ReadByHand>> = { recordPunches: readPunches };

/** The HTTP side of the product: every route of the contract, the page, and what operations ask for. */
export function createApp(context: Context, options: AppOptions = {}): App {
  const figures = figuresOf(options.figures);
  const sessions = sessionsOf(context);
  const devices = devicesOf(context);
  const signIn = signInOf(
    context,
    sessions,
    options.signInFailureMs === undefined ? {} : { failureMs: options.signInFailureMs },
  );
  const punches = punchWriter(context, figures.punches);
  const imports = createImports(
    context,
    options.importDirectory === undefined ? {} : { directory: options.importDirectory },
  );
  const handlers = handlersOf({ sessions, signIn, punches, imports, demo: options.demo ?? false });
  const limits: Limits = { json: 1_000_000, upload: 256_000_000, ...options.limits };
  const hono = new Hono();
  const flights = flightsOf();

  async function answer(name: RouteName, route: RouteShape, http: Http): Promise<Response> {
    const header = (wanted: string) => http.req.header(wanted);
    const cookie = route.access === 'device' ? undefined : getCookie(http, COOKIE);
    const credentials = {
      authorization: header('authorization'),
      cookie,
      csrf: header('x-csrf-token'),
      fetchSite: header('sec-fetch-site'),
    };
    const { session, device } = await admit(route, credentials, { sessions, devices });
    const input = await readInput(
      route,
      http.req.raw,
      http.req.param() as Record<string, string>,
      limits,
      byHand[name],
    );
    const given: Record<string, string> = {};
    const call: Call = {
      context,
      actor: session?.actor ?? nobody,
      session,
      device,
      cookie,
      giveCookie: (value) => {
        given['set-cookie'] = cookieText(value, isSecure(http, options));
      },
    };
    const handler = handlers[name] as ((input: object, call: Call) => Promise<unknown>) | undefined;
    if (handler === undefined) return refuse('http.not-offered', notOffered);
    const result = await handler(input, call);
    if (route.answer === undefined) return fileAnswer(result as Parameters<typeof fileAnswer>[0], given);
    if (options.checkAnswers === true) route.answer.parse(result);
    return jsonAnswer(result, header('accept-encoding') ?? '', given);
  }

  async function perform(name: RouteName, route: RouteShape, http: Http): Promise<Response> {
    const started = performance.now();
    const reference = randomUUID().slice(0, 8).toUpperCase();
    const response = await answer(name, route, http).catch((error: unknown) =>
      failureAnswer(error, context.log, { route: name, reference }),
    );
    figures.call(name, route.method, response.status, (performance.now() - started) / 1000);
    if (options.https === true)
      response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
    return response;
  }

  for (const [name, route] of Object.entries(routes) as [RouteName, RouteShape][]) {
    hono.on(route.method.toUpperCase(), `/api/v1${route.path}`, (http) =>
      flights.during(() => perform(name, route, http)),
    );
  }
  addOperating(hono, { context, figures, version: options.version, draining: flights.draining });
  addRest(hono, options.webRoot);
  hono.onError((error) =>
    failureAnswer(error, context.log, { route: 'other', reference: randomUUID().slice(0, 8).toUpperCase() }),
  );
  return {
    fetch: (request) => hono.fetch(request),
    request: async (path, init) => hono.request(path, init),
    async prepare() {
      await punches.prepare();
      await imports.interruptLeftOver();
    },
    async drain() {
      await flights.drain();
      await Promise.all([punches.idle(), imports.close()]);
    },
  };
}

const isSecure = (http: Http, { https }: AppOptions): boolean =>
  https ?? (http.req.url.startsWith('https:') || http.req.header('x-forwarded-proto') === 'https');

function cookieText(value: string | undefined, secure: boolean): string {
  const life = value === undefined ? '; Max-Age=0' : '';
  return `${COOKIE}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${life}`;
}

/** Calls under way, so that a stop can wait for them. */
function flightsOf() {
  let count = 0;
  let closing = false;
  let landed: () => void = () => undefined;
  return {
    draining: () => closing,
    async during<T>(work: () => Promise<T>): Promise<T> {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) landed();
      }
    },
    async drain(): Promise<void> {
      closing = true;
      if (count > 0) await new Promise<void>((done) => (landed = done));
    },
  };
}

type Operating = { context: Context; figures: Figures; version: string | undefined; draining: () => boolean };

function addOperating(hono: Hono, { context, figures, version, draining }: Operating): void {
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
function addRest(hono: Hono, webRoot: string | undefined): void {
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
const notOffered = {
  status: 501,
  title: 'この操作は使えません',
  detail: 'この版の時守では、この操作を使えません。情報システム担当に版を確かめてください。',
} as const;
