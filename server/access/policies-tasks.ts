import type { Actor } from '../context.ts';
import { isOffice, postOf } from './form-posts.ts';
import type { FormScope } from './form-scope.ts';
import { is, maySettleDue, type PlacedDue } from './policies.ts';
import { holdsPost } from './policies-forms.ts';

/** Offices whose tasks 人事課 does; the union does its own. */
const isDoneByHr = (role: string): boolean => isOffice(role) && role !== 'union';

/** Whether `isTaskOf` asks more than what somebody heads: what a 係長 writes. */
export const asksPosts = ({ by_roles: by }: { readonly by_roles: readonly string[] }): boolean =>
  by.some((role) => postOf(role).kind === 'chief');

/**
 * Whose task something due is: whoever settles it in their own right, whoever writes what it asks for, and 人事課 for its offices and for what is told
 * to them alone. 人事課 may say of everything that it is done (`maySettleDue`); that does not make it their task.
 */
export function isTaskOf(actor: Actor, scope: FormScope, due: PlacedDue): boolean {
  const inOwnRight = { ...actor, roles: actor.roles.filter((role) => role !== 'hr') };
  if (maySettleDue(inOwnRight, scope, due)) return true;
  if (due.by.some((role) => postOf(role).kind !== 'office' && holdsPost(inOwnRight, scope, due, postOf(role))))
    return true;
  const acting = due.by.length > 0 ? due.by : due.to;
  return is(actor, 'hr') && maySettleDue(actor, scope, due) && acting.some(isDoneByHr);
}
