import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { mayGiveFinal } from './policies-standing-in.ts';
import { belowEach, type DecidingScope } from './standing-in.ts';
import { waitingPeriod } from './waiting-requests.ts';

/**
 * Departments whose orders are final with an actor where the approver moved up: everything below the 部局 they head or stand in for on a day.
 * @param on `YYYY-MM-DD`
 */
export async function finalDepartments(
  tx: Tx,
  actor: Actor,
  scope: DecidingScope,
  on: string,
): Promise<readonly string[]> {
  const posts = [...scope.headed, ...[...scope.standingIn.values()].flat().map(({ of }) => of)];
  if (posts.length === 0) return [];
  const tops = await tx.query<{ department: string }>(
    `select d.department from tk.department d
     where d.municipality = $1 and d.department = any($2) and d.parent is null
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)`,
    [tx.municipality, [...new Set(posts)], on],
  );
  const mine = tops.flatMap(({ department }) => (mayGiveFinal(actor, scope, department) ? [department] : []));
  return (await belowEach(tx, mine, on)).map(({ department }) => department);
}

/**
 * How many things wait for an actor beside requests: orders that are final with them, what is to be seen afterwards (後閲), and objections.
 */
export async function waitingBeside(tx: Tx, actor: Actor, scope: DecidingScope, dutyDay: EpochDay): Promise<number> {
  if (scope.departments.size === 0 && scope.standingIn.size === 0) return 0;
  const { from, through } = waitingPeriod(dutyDay);
  const [row] = await tx.query<{ count: number }>(
    `select (select count(*) from tk.overtime o
               where o.municipality = $1 and o.department = any($2) and o.state = 'firstApproved'
                 and o.duty_date between $6 and $7
                 and o.staff is distinct from $5 and o.first_by is distinct from $5)::int
          + (select count(*) from tk.after_review v
               where v.municipality = $1 and v.department = any($3) and v.seen_at is null)::int
          + (select count(*) from tk.objection b
               where b.municipality = $1 and b.department = any($4) and b.answered_at is null
                 and b.staff is distinct from $5)::int as count`,
    [
      tx.municipality,
      await finalDepartments(tx, actor, scope, formatLocalDate(dutyDay)),
      actor.roles.includes('manager') ? [...scope.headed] : [],
      [...scope.departments],
      actor.staff,
      from,
      through,
    ],
  );
  return row?.count ?? 0;
}
