import type { RouteShape } from '@tokimori/contract/route';
import { readMe } from '../access/me.ts';
import { refuse } from '../access/refusal.ts';
import type { Session, Sessions } from '../access/session.ts';
import type { SignIn } from '../access/sign-in.ts';
import type { PunchWriter } from '../punches/punch-writer.ts';
import { punchMyself, recordSent } from '../punches/record-punches.ts';
import { addDevice, journal, listDevices, revokeDevice, settings } from '../use-cases/administration.ts';
import type { Call, Handler, Handlers, UseCase } from './call.ts';

/** What handlers need beside the context. */
export type Services = {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly punches: PunchWriter;
  readonly demo: boolean;
};

const by =
  <R extends RouteShape>(useCase: UseCase<R>): Handler<R> =>
  (input, { context, actor }) =>
    useCase(context, actor, input);

const sessionOf = (call: Call): Session =>
  call.session ??
  refuse('session.required', { status: 401, title: 'ログインしていません', detail: 'もう一度ログインしてください。' });

/** The answer to every route: use cases are plugged in by the names of the routes. */
export function handlersOf({ sessions, signIn, punches, demo }: Services): Partial<Handlers> {
  return {
    municipalities: async (_input, { context }) => {
      const municipalities = (await context.store.municipalities()).map(({ code, name }) => ({ code, name }));
      return { municipalities, demo };
    },
    signIn: async (input, { cookie, giveCookie }) => {
      const signedIn = await signIn.signIn(input, cookie);
      giveCookie(signedIn.cookie);
      return { mustChangePassword: signedIn.mustChangePassword };
    },
    signOut: async (_input, { cookie, giveCookie }) => {
      await sessions.end(cookie);
      giveCookie(undefined);
      return { signedOut: true };
    },
    me: (_input, call) => readMe(call.context, sessionOf(call)),
    changePassword: async (input, call) => {
      call.giveCookie(await signIn.changePassword(sessionOf(call), input));
      return { changed: true };
    },
    recordPunches: (input, { context, device }) => recordSent(context, punches, device, input),
    punchMyself: (input, { context, actor }) => punchMyself(context, punches, actor, input),
    listDevices: by(listDevices),
    addDevice: by(addDevice),
    revokeDevice: by(revokeDevice),
    settings: by(settings),
    journal: by(journal),
  };
}
