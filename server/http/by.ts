import type { RouteShape } from '@tokimori/contract/route';
import type { Handler, UseCase } from './call.ts';

/** A use case as the handler of its route. */
export function by<R extends RouteShape>(useCase: UseCase<R>): Handler<R> {
  return (input, { context, actor }) => useCase(context, actor, input);
}
