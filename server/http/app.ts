import type { RouteShape } from '@tokimori/contract/route';
import { type RouteName, routes } from '@tokimori/contract/routes';
import { Hono } from 'hono';
import { devicesOf } from '../access/device.ts';
import { sessionsOf } from '../access/session.ts';
import { signInOf } from '../access/sign-in.ts';
import type { Context } from '../context.ts';
import type { DemoAccount } from '../demo/demo-accounts.ts';
import { createImports } from '../exchange/import-run.ts';
import type { Mailing } from '../notices/write-mails.ts';
import { startPaperMill } from '../paper/paper-mill.ts';
import { punchWriter } from '../punches/punch-writer.ts';
import { createPrints } from '../use-cases/forms/prints.ts';
import { answerRoute, type House, newReference } from './answer-route.ts';
import { failureAnswer } from './answers.ts';
import { addOperating, addRest } from './beside-routes.ts';
import { type FigureOptions, figuresOf } from './figures.ts';
import { flightsOf } from './flights.ts';
import { handlersOf } from './handlers.ts';
import type { Limits } from './read-input.ts';

export type AppOptions = {
  /** Folder of the built page; without it only the API is served. */
  readonly webRoot?: string;
  /** The installation shows the example city. */
  readonly demo?: boolean;
  /** Accounts to try the example city with, for the sign-in page. */
  readonly demoAccounts?: readonly DemoAccount[];
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
  /** Where printed batches lie until they are fetched. */
  readonly printDirectory?: string;
  readonly version?: string;
  /** Whether people are written to; without it nobody is. */
  readonly mailing?: Mailing;
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

/** The HTTP side of the product: every route of the contract, the page, and what operations ask for. */
export function createApp(context: Context, options: AppOptions = {}): App {
  const {
    demo = false,
    demoAccounts = [],
    https,
    checkAnswers = false,
    importDirectory: directory,
    printDirectory,
    mailing = null,
    signInFailureMs: failureMs,
  } = options;
  const figures = figuresOf(options.figures);
  const sessions = sessionsOf(context);
  const signIn = signInOf(context, sessions, failureMs === undefined ? {} : { failureMs });
  const punches = punchWriter(context, figures.punches);
  const imports = createImports(context, directory === undefined ? {} : { directory });
  const mill = startPaperMill(context.log);
  const prints = createPrints(context, mill, printDirectory === undefined ? {} : { directory: printDirectory });
  const handlers = handlersOf({ sessions, signIn, punches, imports, mill, prints, mailing, demo, demoAccounts });
  const limits: Limits = { json: 1_000_000, upload: 256_000_000, ...options.limits };
  const house: House = {
    context,
    sessions,
    devices: devicesOf(context),
    handlers,
    figures,
    limits,
    https,
    checkAnswers,
  };
  const flights = flightsOf();
  const hono = new Hono();
  for (const [name, route] of Object.entries(routes) as [RouteName, RouteShape][]) {
    hono.on(route.method.toUpperCase(), `/api/v1${route.path}`, (http) =>
      flights.during(() => answerRoute(house, name, route, http)),
    );
  }
  addOperating(hono, { context, figures, version: options.version, draining: flights.draining });
  addRest(hono, options.webRoot);
  hono.onError((error) => failureAnswer(error, context.log, { route: 'other', reference: newReference() }));
  return {
    fetch: (request) => hono.fetch(request),
    request: async (path, init) => hono.request(path, init),
    async prepare() {
      await punches.prepare();
      await imports.interruptLeftOver();
      await prints.failLeftOver();
    },
    async drain() {
      await flights.drain();
      await Promise.all([punches.idle(), imports.close(), mill.close()]);
      await prints.settled();
    },
  };
}
