import type { RouteShape } from '@tokimori/contract/route';
import type { Problem } from '@tokimori/contract/values';
import { answered, wentAway } from './connection.ts';

type Infer<T> = T extends { _zod: { output: infer O } } ? O : never;
type InferInput<T> = T extends { _zod: { input: infer I } } ? I : never;

/** Method and path of a route of the contract; its types travel along, its schemas stay on the server. */
export type Ref<R extends RouteShape> = { readonly method: R['method']; readonly path: R['path']; readonly shape?: R };

export type Answer<R extends RouteShape> = R extends { answer: infer A } ? Infer<A> : Blob;
type Part<R, Key extends string> =
  R extends Record<Key, infer S> ? { readonly [K in Key]: InferInput<S> } : { readonly [K in Key]?: never };
type QueryPart<R> = R extends { query: infer Q }
  ? { readonly query?: Partial<InferInput<Q>> }
  : { readonly query?: never };
export type Input<R extends RouteShape> = Part<R, 'params'> &
  QueryPart<R> &
  Part<R, 'body'> & { readonly file?: FormData; readonly signal?: AbortSignal };

/** The server refused, and says what happened, why, and what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}
/** No answer came at all. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';
}

let csrf = '';
let sessionEnded: () => void = () => {};

/** Keeps what `me` told: it goes with every writing call. */
export const keepCsrf = (token: string): void => {
  csrf = token;
};
/** Names what happens when the session is over. */
export const onSessionEnd = (listener: () => void): void => {
  sessionEnded = listener;
};

type Loose = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: FormData;
  readonly signal?: AbortSignal;
};

/** Address of a route with its parameters filled in. */
export function addressOf(path: string, params: Loose['params'] = {}, query: Loose['query'] = {}): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]));
  return `/api/v1${filled}${pairs.length > 0 ? `?${search}` : ''}`;
}

function bodyOf(input: Loose, method: string): Pick<RequestInit, 'body' | 'headers'> {
  const guard: Record<string, string> = method === 'get' ? {} : { 'x-csrf-token': csrf };
  if (input.file !== undefined) return { body: input.file, headers: guard };
  if (input.body === undefined) return { headers: guard };
  return { body: JSON.stringify(input.body), headers: { ...guard, 'content-type': 'application/json' } };
}

const isJson = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('json');

async function problemOf(response: Response): Promise<Problem> {
  if (isJson(response)) return (await response.json()) as Problem;
  return {
    type: 'about:blank',
    title: 'サーバーが答えを返せませんでした',
    status: response.status,
    detail: '',
    code: 'unexpected',
  };
}

async function ask(ref: Ref<RouteShape>, input: Loose): Promise<Response> {
  const { signal } = input;
  try {
    const response = await fetch(addressOf(ref.path, input.params, input.query), {
      method: ref.method.toUpperCase(),
      credentials: 'same-origin',
      ...bodyOf(input, ref.method),
      ...(signal === undefined ? {} : { signal }),
    });
    // A gateway that answers in the server's place is no answer.
    if ([502, 503, 504].includes(response.status) && !isJson(response))
      throw new TypeError(`gateway ${response.status}`);
    answered(response.headers.get('date'));
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    wentAway();
    throw new ServerAway('no answer', { cause });
  }
}

/** Asks who is signed in, for the token of a session that was renewed elsewhere (another tab). */
async function renewCsrf(): Promise<void> {
  const response = await ask({ method: 'get', path: '/me' }, {});
  if (response.ok) keepCsrf(((await response.json()) as { readonly csrf: string }).csrf);
}

/**
 * Calls a route and answers its typed JSON (a `Blob` where the contract names no answer).
 * @throws ApiProblem when the server refuses, ServerAway when it cannot be reached.
 */
export async function call<R extends RouteShape>(ref: Ref<R>, input: Input<R>): Promise<Answer<R>> {
  const loose: Loose = input;
  let response = await ask(ref, loose);
  let problem = response.ok ? undefined : await problemOf(response);
  if (problem?.code === 'session.csrf') {
    await renewCsrf();
    response = await ask(ref, loose);
    problem = response.ok ? undefined : await problemOf(response);
  }
  if (problem !== undefined) {
    if (response.status === 401 && ref.path !== '/session') sessionEnded();
    throw new ApiProblem(problem);
  }
  return (isJson(response) ? await response.json() : await response.blob()) as Answer<R>;
}
