import type { Answer, Input } from '@tokimori/contract/route';
import type {
  peopleOnBehalf as peopleRoute,
  requestOnBehalf as requestRoute,
  revokeOnBehalf as revokeRoute,
  withdrawOnBehalf as withdrawRoute,
} from '@tokimori/contract/standing-in';
import { ensure, is } from '../../access/policies.ts';
import { mayEnterFor, mayRevokeFor } from '../../access/policies-standing-in.ts';
import { departmentsOf } from '../../access/scope.ts';
import { clerkDepartments, type DecidingScope, decidingScopeOf } from '../../access/standing-in.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { holdStaff } from '../hold-staff.ts';
import { actorName, doDeed, doDeedOnce } from '../journal.ts';
import { doOvertimeDeed, ensureDay, groundOn, overtimeFor, viewOf } from '../overtime-deeds.ts';
import { dayInput } from '../reading/date-input.ts';
import { type Here, here } from '../reading/moment.ts';
import { openOvertimeOf, overtimeView, readOvertime } from '../reading/overtime-rows.ts';
import { headOf, personOf, personOn, personsOn } from '../reading/persons.ts';
import { finalityOf, postsOf } from './final-approval.ts';

/** People shown at once. */
const MOST_PEOPLE = 100;

type Reach = { readonly scope: DecidingScope; readonly clerkOf: ReadonlySet<string> };

async function reachOf(tx: Tx, actor: Actor, at: Here): Promise<Reach> {
  const [scope, clerkOf] = await Promise.all([
    decidingScopeOf(tx, actor, at.dutyDate),
    clerkDepartments(tx, actor, at.dutyDate),
  ]);
  return { scope, clerkOf };
}

/** Goes on when the actor may enter something for a person on a day. */
async function ensureMayEnter(
  tx: Tx,
  actor: Actor,
  { scope, clerkOf }: Reach,
  staff: string,
  on: string,
): Promise<void> {
  ensure(mayEnterFor(actor, scope, clerkOf, { staff, departments: await departmentsOf(tx, staff, on, on) }));
}

/** People for whom the actor may enter requests, by name or number, and what is open for them. */
export async function peopleOnBehalf(
  context: Context,
  actor: Actor,
  { search }: Input<typeof peopleRoute>,
): Promise<Answer<typeof peopleRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const reach = await reachOf(tx, actor, at);
    const own = is(actor, 'manager') ? [...reach.scope.departments] : [];
    const departments = is(actor, 'hr') ? null : [...own, ...reach.clerkOf];
    ensure(departments === null || departments.length > 0);
    const rows = await tx.query<{ staff: string }>(
      `select s.staff from tk.staff s
       where s.municipality = $1 and s.staff is distinct from $5 and (s.left_on is null or s.left_on >= $4::date)
         and (s.staff like $2 || '%' or s.name like '%' || $2 || '%' or s.kana like $2 || '%')
         and ($3::text[] is null or exists (
           select 1 from tk.appointment a where a.municipality = $1 and a.staff = s.staff and a.department = any($3)
             and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $4::date)))
       order by s.staff limit ${MOST_PEOPLE}`,
      [tx.municipality, search.replace(/[\\%_]/g, (sign) => `\\${sign}`), departments, at.dutyDate, actor.staff],
    );
    const staff = rows.map((row) => row.staff);
    const [persons, open] = await Promise.all([
      personsOn(tx, staff, at.dutyDate),
      openOvertimeOf(tx, staff, at.dutyDate),
    ]);
    return {
      people: staff.flatMap((number) => persons.get(number) ?? []),
      open: open.map((row) => ({
        overtime: overtimeView(row, personOf(persons, row.staff)),
        mayRevoke: row.state === 'ordered' && mayRevokeFor(actor, reach.clerkOf, row),
      })),
    };
  });
}

/** Requests overtime for somebody. It is the person's request: taken whatever its number of hours, with both names and why. */
export async function requestOnBehalf(
  context: Context,
  actor: Actor,
  input: Input<typeof requestRoute>,
): Promise<Answer<typeof requestRoute>> {
  dayInput('date', input.date);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, staff, date: dutyDate, from, until, category, work, why, reason } = input;
    await ensureMayEnter(tx, actor, await reachOf(tx, actor, at), staff, dutyDate);
    await Promise.all([holdStaff(tx, [staff]), ensureDay(tx, at, staff, dutyDate)]);
    const [row, person, ground] = await Promise.all([
      readOvertime(tx, id),
      personOn(tx, staff, dutyDate),
      groundOn(context, tx, { id, staff, dutyDate }),
    ]);
    const subject = { staff, dutyDate, department: person.department, from, until, category, work, why };
    await doOvertimeDeed(tx, at, id, row, { type: 'request', actor: actorName(actor), ...subject, ground }, reason);
    return { overtime: await viewOf(tx, id), decidesBy: await headOf(tx, person.department, staff, at.dutyDate) };
  });
}

/** 取下げ for somebody, before the order, with the reason. */
export async function withdrawOnBehalf(
  context: Context,
  actor: Actor,
  { id, reason }: Input<typeof withdrawRoute>,
): Promise<Answer<typeof withdrawRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, reach] = await Promise.all([overtimeFor(tx, id), reachOf(tx, actor, at)]);
    await ensureMayEnter(tx, actor, reach, row.staff, row.duty_date);
    const command = { type: 'withdraw', actor: actorName(actor), onBehalf: true, reason } as const;
    await doOvertimeDeed(tx, at, id, row, command, reason);
    return viewOf(tx, id);
  });
}

/** 取消 entered in the head's place, who is named and sees it afterwards. */
export async function revokeOnBehalf(
  context: Context,
  actor: Actor,
  { id, reason }: Input<typeof revokeRoute>,
): Promise<Answer<typeof revokeRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, { scope, clerkOf }] = await Promise.all([overtimeFor(tx, id), reachOf(tx, actor, at)]);
    ensure(mayRevokeFor(actor, clerkOf, row));
    const finality = (await finalityOf(tx, at, actor, scope, [row]))(row);
    const post = await postOf(tx, row.department, at.dutyDate);
    const capacity = { as: 'onBehalf', for: post.head } as const;
    const command = { type: 'revoke', actor: actorName(actor), note: reason, capacity } as const;
    await doOvertimeDeed(tx, at, id, row, command, reason, { post: post.department, finality, capacity });
    return viewOf(tx, id);
  });
}

/** The nearest department at or above one that somebody heads on a day; the department itself where nobody does. */
async function postOf(
  tx: Tx,
  department: string,
  on: string,
): Promise<{ readonly department: string; readonly head: string | null }> {
  const above = await tx.query<{ department: string }>(
    `with recursive above (department, depth) as (
       select $2::text, 0
       union
       select d.parent, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.department and d.parent is not null
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth < 8
     )
     select b.department from above b order by b.depth`,
    [tx.municipality, department, on],
  );
  const posts = await postsOf(
    tx,
    above.map((row) => row.department),
    on,
  );
  const headed = above.find((row) => (posts.get(row.department)?.head ?? null) !== null)?.department;
  return { department: headed ?? department, head: headed === undefined ? null : (posts.get(headed)?.head ?? null) };
}
