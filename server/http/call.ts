import type { Answer, Input, RouteShape } from '@tokimori/contract/route';
import type { RouteName, Routes } from '@tokimori/contract/routes';
import type { Device } from '../access/device.ts';
import type { Session } from '../access/session.ts';
import type { Actor, Context } from '../context.ts';

/** Everything about a call beside its input. */
export type Call = {
  readonly context: Context;
  /** Who acts; nobody on public routes and on routes of devices. */
  readonly actor: Actor;
  readonly session: Session | undefined;
  readonly device: Device | undefined;
  /** The value of the session cookie as it came, valid or not. */
  readonly cookie: string | undefined;
  /** Sets the session cookie of the answer; `undefined` takes it away. */
  readonly giveCookie: (value: string | undefined) => void;
};

/** Answers a route. */
export type Handler<R extends RouteShape> = (input: Input<R>, call: Call) => Promise<Answer<R>>;
export type Handlers = { readonly [N in RouteName]: Handler<Routes[N]> };

/** What a use case is: context, who acts, the flat input of the route; its answer is the answer of the route. */
export type UseCase<R extends RouteShape> = (context: Context, actor: Actor, input: Input<R>) => Promise<Answer<R>>;

export const nobody: Actor = { municipality: '', login: '', staff: null, roles: [] };
