import { randomUUID } from 'node:crypto';
import type { RouteShape } from '@tokimori/contract/route';
import type { RouteName } from '@tokimori/contract/routes';
import type { Context as Http } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Devices } from '../access/device.ts';
import type { Sessions } from '../access/session.ts';
import type { Context } from '../context.ts';
import { readPunches } from '../punches/read-punches.ts';
import { failureAnswer, fileAnswer, jsonAnswer } from './answers.ts';
import { type Call, type Handlers, nobody } from './call.ts';
import { SESSION_COOKIE, sessionCookie } from './cookie.ts';
import type { Figures } from './figures.ts';
import { admit, type Credentials } from './guard.ts';
import { type Limits, type ReadByHand, readInput } from './read-input.ts';

/** What answering needs. */
export type House = {
  readonly context: Context;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly handlers: Handlers;
  readonly figures: Figures;
  readonly limits: Limits;
  readonly https: boolean | undefined;
  readonly checkAnswers: boolean;
};

const byHand: Partial<Record<RouteName, ReadByHand>> = { recordPunches: readPunches };

/** What an error is called in the log and to the person who meets it. */
export const newReference = (): string => randomUUID().slice(0, 8).toUpperCase();

/** Answers a call of a route, whatever happens: admitted, read, handled, written; or refused; or failed. */
export async function answerRoute(house: House, name: RouteName, route: RouteShape, http: Http): Promise<Response> {
  const started = performance.now();
  const response = await attempt(house, name, route, http).catch((error: unknown) =>
    failureAnswer(error, house.context.log, { route: name, reference: newReference() }),
  );
  house.figures.call(name, route.method, response.status, (performance.now() - started) / 1000);
  if (house.https === true) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
}

async function attempt(house: House, name: RouteName, route: RouteShape, http: Http): Promise<Response> {
  const credentials = credentialsOf(route, http);
  const { session, device } = await admit(route, credentials, house);
  const params = http.req.param() as Record<string, string>;
  const input = await readInput(route, http.req.raw, params, house.limits, byHand[name]);
  const headers: Record<string, string> = {};
  const call: Call = {
    context: house.context,
    actor: session?.actor ?? nobody,
    session,
    device,
    cookie: credentials.cookie,
    giveCookie: (value) => {
      headers['set-cookie'] = sessionCookie(value, isSecure(house, http));
    },
  };
  const handler = house.handlers[name] as (input: object, call: Call) => Promise<unknown>;
  const answer = await handler(input, call);
  if (route.answer === undefined) return fileAnswer(answer as Parameters<typeof fileAnswer>[0], headers);
  if (house.checkAnswers) route.answer.parse(answer);
  return jsonAnswer(answer, http.req.header('accept-encoding') ?? '', headers);
}

function credentialsOf(route: RouteShape, http: Http): Credentials {
  return {
    authorization: http.req.header('authorization'),
    cookie: route.access === 'device' ? undefined : getCookie(http, SESSION_COOKIE),
    csrf: http.req.header('x-csrf-token'),
    fetchSite: http.req.header('sec-fetch-site'),
  };
}

/** Whether the caller came by https, as far as the installation or its proxy says. */
function isSecure({ https }: House, http: Http): boolean {
  return https ?? (http.req.url.startsWith('https:') || http.req.header('x-forwarded-proto') === 'https');
}
