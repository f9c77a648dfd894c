import type { Answer } from '@tokimori/contract/route';
import type { me as meRoute } from '@tokimori/contract/session';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import type { Actor, Context } from '../context.ts';
import { formatInstant, tokyoOf } from '../runtime/clock.ts';
import { dayStates } from '../store/day-state.ts';
import type { Tx } from '../store/tenant.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { Session } from './session.ts';

type Me = Answer<typeof meRoute>;
type Department = { department: string; name: string; kind: 'bureau' | 'division' | 'section' };

/** Deeper than any municipality; stops a circle of parents. */
const DEPTH = 12;

/** Who is signed in, which divisions they head today, and how many things wait for them. */
export async function readMe(context: Context, session: Session): Promise<Me> {
  const { actor } = session;
  const now = context.clock.now();
  const { day } = tokyoOf(now);
  const today = formatLocalDate(day);
  const months = [monthOf(day) - 1, monthOf(day)].map((month) => formatLocalDate(firstDayOf(month)));
  return context.store.tenant(actor.municipality, async (tx) => {
    const scope = await scopeOf(tx, actor, today);
    const [names, place, sections, waiting] = await Promise.all([
      tx.query<{ name: string }>('select m.name from tk.municipality m where m.code = $1', [actor.municipality]),
      placeOf(tx, actor, today),
      sectionsOf(tx, scope, today),
      waitingFor(tx, actor, scope, months),
    ]);
    return {
      municipality: actor.municipality,
      municipalityName: names[0]?.name ?? '',
      login: actor.login,
      name: session.name,
      staff: actor.staff,
      ...place,
      roles: [...actor.roles],
      sections,
      waiting,
      csrf: session.csrf,
      now: formatInstant(now),
      mustChangePassword: session.mustChangePassword,
    };
  });
}

/** Post and path of the main post: 市民部 保険年金課 国保係. */
async function placeOf(tx: Tx, actor: Actor, today: string): Promise<{ post: string; departmentPath: string }> {
  if (actor.staff === null) return { post: '', departmentPath: '' };
  const rows = await tx.query<{ post: string; name: string }>(
    `with recursive above (department, post, depth) as (
       select a.department, a.post, 0 from tk.appointment a
       where a.municipality = $1 and a.staff = $2 and not a.concurrent
         and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
       union all
       select d.parent, b.post, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.department
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where d.parent is not null and b.depth < ${DEPTH}
     )
     select b.post, d.name from above b
     join tk.department d on d.municipality = $1 and d.department = b.department
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     order by b.depth desc`,
    [tx.municipality, actor.staff, today],
  );
  return { post: rows[0]?.post ?? '', departmentPath: rows.map(({ name }) => name).join(' ') };
}

/** Divisions (課) in the scope, the headed ones first; someone who heads a 係 alone opens that. */
async function sectionsOf(tx: Tx, scope: Scope, today: string): Promise<Me['sections']> {
  if (scope.departments.size === 0) return [];
  const rows = await tx.query<Department>(
    `select d.department, d.name, d.kind from tk.department d
     where d.municipality = $1 and d.department = any($2)
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     order by d.department`,
    [tx.municipality, [...scope.departments], today],
  );
  const divisions = rows.filter(({ kind }) => kind === 'division');
  const open = divisions.length > 0 ? divisions : rows.filter(({ department }) => scope.headed.has(department));
  const rank = ({ department }: Department) => (scope.headed.has(department) ? 0 : 1);
  return open.sort((a, b) => rank(a) - rank(b)).map(({ department, name }) => ({ department, name }));
}

const missing = [dayStates.indexOf('missingOut'), dayStates.indexOf('missingIn')];

/** Counts from rows that are there already: own open days and returned requests; requests and questions of the scope. */
async function waitingFor(tx: Tx, actor: Actor, scope: Scope, months: readonly string[]): Promise<Me['waiting']> {
  const m = tx.municipality;
  const departments = [...scope.departments];
  const [own, returned, decisions, questions] = await Promise.all([
    tx.query<{ count: number }>(
      `select coalesce(sum(r.unclassifiable + r.discrepancies), 0)::int as count from tk.month_record r
       where r.municipality = $1 and r.staff = $2 and r.month = any($3::date[])`,
      [m, actor.staff, months],
    ),
    tx.query<{ count: number }>(
      `select count(*)::int as count from tk.overtime o where o.municipality = $1 and o.staff = $2 and o.state = 'returned'`,
      [m, actor.staff],
    ),
    tx.query<{ count: number }>(
      `select count(*)::int as count from tk.overtime o
       where o.municipality = $1 and o.department = any($2) and o.state = 'requested' and o.staff is distinct from $3`,
      [m, departments, actor.staff],
    ),
    tx.query<{ count: number }>(
      `select coalesce(sum(r.discrepancies + (select count(*) from unnest(r.day_state) as s (state) where s.state = any($4::smallint[]))), 0)::int as count
       from tk.month_record r where r.municipality = $1 and r.month = $3::date and r.department = any($2)`,
      [m, departments, months.at(-1), missing],
    ),
  ]);
  const first = (rows: readonly { count: number }[]) => rows[0]?.count ?? 0;
  return { mine: first(own) + first(returned), decisions: first(decisions), questions: first(questions) };
}
