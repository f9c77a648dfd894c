import type { FileAnswer, RouteShape, Sending, Answer as ServerAnswer } from './route.ts';
import { changePassword, me, signIn, signOut } from './session.ts';
import { type Problem, problem } from './values.ts';

/** An answer that is not the one asked for, as the server words it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(found: Problem) {
    super(found.title);
    this.name = 'ProblemError';
    this.problem = found;
  }
}

/** A file that was answered, with the name the server gives it. */
export type Download = { readonly blob: Blob; readonly fileName: string };
export type ClientAnswer<R extends RouteShape> = ServerAnswer<R> extends FileAnswer ? Download : ServerAnswer<R>;

type Needed<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };
type Files<R> = R extends { upload: true } ? { files: FormData } : object;
export type CallArguments<R extends RouteShape> = Needed<Sending<R>> & Files<R>;
type Rest<R extends RouteShape> = keyof CallArguments<R> extends never ? [sent?: undefined] : [sent: CallArguments<R>];

export type ClientOptions = {
  /** In front of `/api/v1`; the page's own origin when empty. */
  readonly origin?: string;
  readonly fetch?: typeof globalThis.fetch;
};
export type Call = <const R extends RouteShape>(route: R, ...rest: Rest<R>) => Promise<ClientAnswer<R>>;

const offline: Problem = {
  type: 'urn:tokimori:problem:http.unreachable',
  title: 'サーバーにつながりません',
  status: 0,
  detail:
    '通信が切れているか、サーバーが止まっています。入力はこの画面に残っています。通信を確かめて、もう一度操作してください。',
  code: 'http.unreachable',
};

/** Path with its parameters and query, e.g. `/staff/me/months/2026-10?limit=annual`. */
export function addressOf(route: RouteShape, params: object = {}, query: object = {}): string {
  const values = new Map<string, unknown>(Object.entries(params));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

async function readProblem(response: Response): Promise<Problem> {
  const found = problem.safeParse(await response.json().catch(() => undefined));
  return found.success ? found.data : { ...offline, status: response.status, code: 'http.unexpected' };
}

function fileNameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  return encoded === undefined ? (/filename="([^"]+)"/.exec(header)?.[1] ?? 'download') : decodeURIComponent(encoded);
}

/**
 * The typed caller of a page. It keeps the CSRF token of the session (asking `me` for it when needed) and throws
 * `ProblemError` for everything but the answer asked for.
 */
export function createClient(options: ClientOptions = {}): Call {
  let csrf: string | undefined;

  async function exchange(
    route: RouteShape,
    sent: { params?: object; query?: object; body?: unknown; files?: FormData },
  ) {
    const headers: Record<string, string> = { accept: 'application/json' };
    const writes = route.method !== 'get';
    if (writes && route.access !== 'public') {
      csrf ??= ((await perform(me, {})) as ServerAnswer<typeof me>).csrf;
      headers['x-csrf-token'] = csrf;
    }
    if (sent.body !== undefined) headers['content-type'] = 'application/json';
    const body = sent.files ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const url = `${options.origin ?? ''}/api/v1${addressOf(route, sent.params, sent.query)}`;
    const request: RequestInit = { method: route.method.toUpperCase(), headers, credentials: 'same-origin' };
    if (body !== undefined) request.body = body;
    return (options.fetch ?? globalThis.fetch)(url, request).catch(() => {
      throw new ProblemError(offline);
    });
  }

  async function perform(route: RouteShape, sent: object): Promise<unknown> {
    let response = await exchange(route, sent);
    if (!response.ok) {
      let found = await readProblem(response);
      if (found.code === 'session.csrf') {
        csrf = undefined; // the session was renewed elsewhere (another tab): ask for the new token once
        response = await exchange(route, sent);
        if (!response.ok) found = await readProblem(response);
      }
      if (!response.ok) throw new ProblemError(found);
    }
    if (route === signIn || route === signOut || route === changePassword) csrf = undefined;
    if (route.answer === undefined)
      return { blob: await response.blob(), fileName: fileNameOf(response) } satisfies Download;
    const answer: unknown = await response.json();
    if (route === me) csrf = (answer as ServerAnswer<typeof me>).csrf;
    return answer;
  }

  return (async (route: RouteShape, sent: object = {}) => perform(route, sent)) as Call;
}
