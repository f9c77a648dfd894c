import type { MonthIndex } from '@tokimori/law/time/months';
import { ensure, mayViewStaff } from '../access/policies.ts';
import { mayViewStaffToDecide } from '../access/policies-standing-in.ts';
import { refuse } from '../access/refusal.ts';
import { departmentsOf } from '../access/scope.ts';
import { decidingScopeOf } from '../access/standing-in.ts';
import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { type Here, monthDate, monthEnd } from './reading/moment.ts';

/** The number meant by a route: `me` is the caller. An account without a 職員番号 has no hours of its own. */
export function staffMeant(actor: Actor, staff: string): string {
  if (staff !== 'me') return staff;
  return (
    actor.staff ??
    refuse('staff.none', {
      status: 404,
      title: '自分の勤務の記録はありません',
      detail: 'このアカウントは職員番号と結び付いていません。職員の記録を見るときは、職員を選んでください。',
    })
  );
}

/** Goes on when the actor may see the person's figures of these months; refuses with 403 otherwise. */
export async function ensureMayView(
  tx: Tx,
  actor: Actor,
  at: Here,
  staff: string,
  first: MonthIndex,
  last: MonthIndex,
): Promise<void> {
  if (actor.staff === staff || !actor.roles.some((role) => role === 'manager' || role === 'deputy')) {
    const nothing = { headed: new Set<string>(), departments: new Set<string>() };
    return ensure(mayViewStaff(actor, nothing, { staff, departments: [] }));
  }
  const [scope, departments] = await Promise.all([
    decidingScopeOf(tx, actor, at.dutyDate),
    departmentsOf(tx, staff, monthDate(first), monthEnd(last)),
  ]);
  ensure(mayViewStaffToDecide(actor, scope, { staff, departments }));
}
