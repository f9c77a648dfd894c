import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, monthOf } from '@tokimori/law/time/months';
import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { mayDecideInPlace } from './policies-standing-in.ts';
import type { DecidingScope } from './standing-in.ts';

/** Months around the running one in which something may wait: as far back and ahead as the section's page looks. */
const MONTHS = 2;

/** First and last day between which requests and approvals wait for a decision, around a duty date. */
export const waitingPeriod = (dutyDay: EpochDay): { readonly from: string; readonly through: string } => ({
  from: formatLocalDate(firstDayOf(monthOf(dutyDay) - MONTHS)),
  through: formatLocalDate(lastDayOf(monthOf(dutyDay) + MONTHS)),
});

type Post = { origin: string; department: string; deciders: readonly string[]; head: string | null };

/**
 * The posts at and above some departments, the nearest first, with who decides there on a day: the head who is in, and whoever's 代決 holds where the
 * head is away or the post is vacant.
 */
const postsAbove = (tx: Tx, departments: readonly string[], on: string): Promise<Post[]> =>
  tx.query<Post>(
    `with recursive above (origin, department, kind, parent, depth) as (
       select d.department, d.department, d.kind, d.parent, 0 from tk.department d
       where d.municipality = $1 and d.department = any($2)
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       union all
       select b.origin, d.department, d.kind, d.parent, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.parent
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth < 8
     )
     select b.origin, b.department, h.staff as head,
       case when h.staff is not null and not h.away then array[h.staff]
            else array(select m.holder from tk.mandate m
              where m.municipality = $1 and m.department = b.department and m.kind = 'standIn'
                and m.effective_from <= $3::date and m.effective_until > $3::date
                and (h.staff is not null or b.kind <> 'section')
                and exists (select 1 from tk.appointment p where p.municipality = $1 and p.staff = m.holder
                  and p.effective_from <= $3::date and (p.effective_until is null or p.effective_until > $3::date))) end as deciders
     from above b
     left join lateral (
       select a.staff, exists (select 1 from tk.absence x where x.municipality = $1 and x.staff = a.staff
           and x.effective_from <= $3::date and x.effective_until > $3::date) as away
       from tk.appointment a
       where a.municipality = $1 and a.department = b.department and a.managerial
         and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
       order by a.concurrent, a.effective_from, a.staff limit 1) h on true
     order by b.origin, b.depth`,
    [tx.municipality, departments, on],
  );

type Request = { id: string; staff: string; department: string };

/** Whether a request waits for an actor: at the first post from its department upwards where somebody decides about it, that is the actor. */
function waitsFor(actor: Actor, scope: DecidingScope, request: Request, posts: readonly Post[]): boolean {
  if (!mayDecideInPlace(actor, scope, request)) return false;
  const given = scope.standingIn.get(request.department) ?? [];
  for (const { department, deciders, head } of posts) {
    if (scope.headed.has(department)) return true;
    if (given.some(({ of, for: whose }) => of === department && whose !== request.staff)) return true;
    // Nobody decides for oneself, and a 代決 not for the very head: such a request goes on to the head above.
    if (head !== request.staff && deciders.some((decider) => decider !== request.staff)) return false;
  }
  return false;
}

/**
 * Requests that wait for an actor's own decision: those of the departments they head or decide in by 代決 or 専決, but what waits for a nearer
 * head. Both the number beside 決裁 and the page itself are this list.
 * @returns ids, in order of the day
 */
export async function waitingRequests(
  tx: Tx,
  actor: Actor,
  scope: DecidingScope,
  dutyDay: EpochDay,
): Promise<readonly string[]> {
  const departments = [...scope.departments, ...scope.standingIn.keys()];
  if (departments.length === 0) return [];
  const { from, through } = waitingPeriod(dutyDay);
  const requests = await tx.query<Request>(
    `select o.id, o.staff, o.department from tk.overtime o
     where o.municipality = $1 and o.department = any($2) and o.state in ('requested', 'firstApproved')
       and o.state = 'requested' and o.duty_date between $3 and $4
     order by o.duty_date, o.from_minute, o.id`,
    [tx.municipality, departments, from, through],
  );
  if (requests.length === 0) return [];
  const origins = [...new Set(requests.map(({ department }) => department))];
  const above = await postsAbove(tx, origins, formatLocalDate(dutyDay));
  const posts = new Map(origins.map((each) => [each, above.filter(({ origin }) => origin === each)]));
  return requests.flatMap((request) =>
    waitsFor(actor, scope, request, posts.get(request.department) ?? []) ? [request.id] : [],
  );
}
