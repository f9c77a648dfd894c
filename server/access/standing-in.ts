import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { type Scope, scopeOf } from './scope.ts';

/** A mandate that holds on a day. `head` heads the department on it; null where the post is vacant. */
export type HeldMandate = {
  readonly id: string;
  readonly department: string;
  readonly name: string;
  readonly kind: 'standIn' | 'delegated' | 'clerk';
  readonly daily_limit: number | null;
  readonly head: string | null;
  readonly head_name: string | null;
};

/** In whose place somebody decides in a department: 代決 or 専決 given for `of`, the department itself or one above it. */
export type StandingIn = {
  readonly as: 'standIn' | 'delegated';
  readonly of: string;
  readonly for: string | null;
  readonly dailyLimit: number | null;
};
/** What somebody decides over: what they head, and what a 代決 or 専決 opens to them, for decisions on overtime alone. */
export type DecidingScope = Scope & {
  /** By department, the nearest mandate first. Departments headed in one's own right are decided in one's own right. */
  readonly standingIn: ReadonlyMap<string, readonly StandingIn[]>;
};

/** Who heads a department on a day: the 管理監督職員 of the main post, the earliest first. `$1` municipality, `day` the parameter of the day. */
const headOn = (department: string, day: string): string => `(
  select a.staff from tk.appointment a
  where a.municipality = $1 and a.department = ${department} and a.managerial
    and a.effective_from <= ${day}::date and (a.effective_until is null or a.effective_until > ${day}::date)
  order by a.concurrent, a.effective_from, a.staff limit 1)`;

/**
 * Mandates of a person that hold on a day: those of the period, while the person serves. A 代決 holds only while the head is recorded as absent
 * or the post of a 課 or 部局 is vacant.
 * @param on `YYYY-MM-DD`
 */
export async function heldMandates(tx: Tx, staff: string, on: string): Promise<readonly HeldMandate[]> {
  return tx.query<HeldMandate>(
    `select m.id, m.department, d.name, m.kind, m.daily_limit, m.head, s.name as head_name
     from (select g.id, g.department, g.kind, g.daily_limit, g.holder, ${headOn('g.department', '$3')} as head
           from tk.mandate g
           where g.municipality = $1 and g.holder = $2 and g.effective_from <= $3::date and g.effective_until > $3::date) m
     join tk.department d on d.municipality = $1 and d.department = m.department
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     left join tk.staff s on s.municipality = $1 and s.staff = m.head
     where exists (
         select 1 from tk.appointment p where p.municipality = $1 and p.staff = m.holder
           and p.effective_from <= $3::date and (p.effective_until is null or p.effective_until > $3::date))
       and (m.kind <> 'standIn' or (m.head is null and d.kind <> 'section') or exists (
         select 1 from tk.absence b where b.municipality = $1 and b.staff = m.head
           and b.effective_from <= $3::date and b.effective_until > $3::date))
     order by m.department, m.kind desc, m.id`,
    [tx.municipality, staff, on],
  );
}

/** Whether a session has the role `deputy` on a day: a 代決 or 専決 of the person holds. */
export const decidesForSomebody = (held: readonly HeldMandate[]): boolean => held.some(({ kind }) => kind !== 'clerk');

/** Departments of mandates with everything below them on a day, the nearest first. */
export async function belowEach(
  tx: Tx,
  departments: readonly string[],
  on: string,
): Promise<readonly { readonly of: string; readonly department: string }[]> {
  if (departments.length === 0) return [];
  return tx.query<{ of: string; department: string }>(
    `with recursive below (of, department, depth) as (
       select u.department, u.department, 0 from unnest($2::text[]) as u (department)
       union
       select b.of, d.department, b.depth + 1 from below b
       join tk.department d on d.municipality = $1 and d.parent = b.department
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth < 8
     )
     select b.of, b.department from below b order by b.depth, b.of, b.department`,
    [tx.municipality, departments, on],
  );
}

/**
 * What the actor decides over on a day. Without the role `deputy`, which a session has day by day, nothing but what they head.
 * @param on `YYYY-MM-DD`
 */
export async function decidingScopeOf(tx: Tx, actor: Actor, on: string): Promise<DecidingScope> {
  const own = await scopeOf(tx, actor, on);
  if (actor.staff === null || !actor.roles.includes('deputy')) return { ...own, standingIn: new Map() };
  const held = (await heldMandates(tx, actor.staff, on)).filter(({ kind }) => kind !== 'clerk');
  const below = await belowEach(tx, [...new Set(held.map(({ department }) => department))], on);
  const standingIn = new Map<string, StandingIn[]>();
  for (const { of, department } of below) {
    if (own.departments.has(department)) continue;
    for (const mandate of held) {
      if (mandate.department !== of || mandate.kind === 'clerk') continue;
      const found = { as: mandate.kind, of, for: mandate.head, dailyLimit: mandate.daily_limit };
      standingIn.set(department, [...(standingIn.get(department) ?? []), found]);
    }
  }
  return { ...own, standingIn };
}

/** Departments in which the actor may enter requests as 庶務担当 on a day. */
export async function clerkDepartments(tx: Tx, actor: Actor, on: string): Promise<ReadonlySet<string>> {
  if (actor.staff === null || !actor.roles.includes('staff')) return new Set();
  const held = (await heldMandates(tx, actor.staff, on)).filter(({ kind }) => kind === 'clerk');
  const below = await belowEach(
    tx,
    held.map(({ department }) => department),
    on,
  );
  return new Set(below.map(({ department }) => department));
}
