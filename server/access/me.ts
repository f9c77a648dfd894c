import type { Answer } from '@tokimori/contract/route';
import type { me as meRoute } from '@tokimori/contract/session';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import type { Actor, Context } from '../context.ts';
import { formatInstant, tokyoOf } from '../runtime/clock.ts';
import { dayStates } from '../store/day-state.ts';
import type { Tx } from '../store/tenant.ts';
import { recipientOf } from './policies-notices.ts';
import type { Session } from './session.ts';
import { type DecidingScope, decidingScopeOf, heldMandates } from './standing-in.ts';
import { waitingBeside } from './waiting-beside.ts';
import { waitingRequests } from './waiting-requests.ts';

type Me = Answer<typeof meRoute>;
type Department = { department: string; name: string; kind: 'bureau' | 'division' | 'section' };

/** Deeper than any municipality; stops a circle of parents. */
const DEPTH = 12;

/** Who is signed in, which divisions they head today, and how many things wait for them. */
export async function readMe(context: Context, session: Session): Promise<Me> {
  const { actor } = session;
  const now = context.clock.now();
  const { day, minute } = tokyoOf(now);
  const today = formatLocalDate(day);
  return context.store.tenant(actor.municipality, async (tx) => {
    const { dayBoundary } = await context.parameters(tx, day);
    const dutyDay = minute < dayBoundary ? day - 1 : day;
    const scope = await decidingScopeOf(tx, actor, formatLocalDate(dutyDay));
    const [names, place, sections, waiting, held] = await Promise.all([
      tx.query<{ name: string }>('select m.name from tk.municipality m where m.code = $1', [actor.municipality]),
      placeOf(tx, actor, today),
      sectionsOf(tx, scope, today),
      waitingFor(tx, actor, scope, dutyDay),
      actor.staff === null ? [] : heldMandates(tx, actor.staff, formatLocalDate(dutyDay)),
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
      mandates: held.map(({ kind, department, name, head_name: whose }) => ({ kind, department, name, for: whose })),
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

/** Divisions (課) in the scope, the headed ones first, then those of a 代決 or 専決; someone with a 係 alone opens that. */
async function sectionsOf(tx: Tx, scope: DecidingScope, today: string): Promise<Me['sections']> {
  const departments = [...scope.departments, ...scope.standingIn.keys()];
  if (departments.length === 0) return [];
  const rows = await tx.query<Department>(
    `select d.department, d.name, d.kind from tk.department d
     where d.municipality = $1 and d.department = any($2)
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     order by d.department`,
    [tx.municipality, departments, today],
  );
  const divisions = rows.filter(({ kind }) => kind === 'division');
  const given = new Set([...scope.standingIn.values()].flat().map(({ of }) => of));
  const headed = (department: string) => scope.headed.has(department) || given.has(department);
  const open = divisions.length > 0 ? divisions : rows.filter(({ department }) => headed(department));
  const rank = ({ department }: Department) => (scope.headed.has(department) ? 0 : given.has(department) ? 1 : 2);
  return open.sort((a, b) => rank(a) - rank(b)).map(({ department, name }) => ({ department, name }));
}

const stateAt = (state: (typeof dayStates)[number]): number => dayStates.indexOf(state);
const missing = [stateAt('missingOut'), stateAt('missingIn')];

/** Days of month records with what is open on them. `$2` months, `$3` the duty date of now, `$4` the missing states. */
const openDays = `
  from tk.month_record r
  cross join lateral unnest(r.day_state, r.discrepancy_days, r.unclassifiable_days) with ordinality
    as d (state, discrepancy, unclassifiable, nth)
  where r.municipality = $1 and r.month = any($2::date[]) and r.month + d.nth::int - 1 < $3::date`;

const ownTasks = `select count(*)::int as count ${openDays} and r.staff = $5
  and (d.state = any($4::smallint[]) or d.discrepancy > 0 or (d.state = $6 and d.unclassifiable = 1))
  and not exists (
    select 1 from tk.correction c
    where c.municipality = $1 and c.staff = r.staff and c.state = 'requested' and c.duty_date = r.month + d.nth::int - 1
      and c.kind = case when d.state <> all($4::smallint[]) and d.discrepancy > 0 then 'discrepancy' else 'punch' end)`;

const questionsOfSections = `select count(*)::int as count ${openDays} and r.department = any($5)
  and (d.state = any($4::smallint[]) or (d.discrepancy > 0 and not r.managerial))`;

/** What the comparison of all records asks, without the days that are counted by the record of presence (`$3`: its months). */
const compared = `select count(*)::int as count from tk.difference f
  left join tk.month_record r on r.municipality = $1 and r.month = f.month and r.staff = f.staff
  where f.municipality = $1 and f.due_on is not null
    and not (f.month = any($3::date[]) and coalesce(r.discrepancy_days[extract(day from f.duty_date)::int], 0) > 0)`;

/** Counts: own open days and returned requests; what 決裁 lists; questions of the departments headed; what お知らせ lists. */
async function waitingFor(tx: Tx, actor: Actor, scope: DecidingScope, dutyDay: EpochDay): Promise<Me['waiting']> {
  const m = tx.municipality;
  const departments = [...scope.departments];
  const [before, month] = [monthOf(dutyDay) - 1, monthOf(dutyDay)].map((index) => formatLocalDate(firstDayOf(index)));
  const dutyDate = formatLocalDate(dutyDay);
  type Count = { count: number };
  const [own, returned, decisions, beside, questions, asked, openDifferences, told] = await Promise.all([
    tx.query<Count>(ownTasks, [m, [before, month], dutyDate, missing, actor.staff, stateAt('noRecord')]),
    tx.query<Count>(
      `select count(*)::int as count from tk.overtime o
       where o.municipality = $1 and o.staff = $2 and o.state = 'returned' and o.duty_date >= $3::date`,
      [m, actor.staff, before],
    ),
    waitingRequests(tx, actor, scope, dutyDay),
    waitingBeside(tx, actor, scope, dutyDay),
    departments.length === 0 ? [] : tx.query<Count>(questionsOfSections, [m, [month], dutyDate, missing, departments]),
    tx.query<Count>(`${compared} and f.staff = $2 and f.state = 'awaitsAnswer'`, [m, actor.staff, [before, month]]),
    departments.length === 0
      ? []
      : tx.query<Count>(`${compared} and f.department = any($2)`, [m, departments, [month]]),
    // Decisions are told and wait for nothing.
    tx.query<Count>(
      `select count(*)::int as count from tk.notice n where n.municipality = $1 and n.recipient = $2 and n.kind <> 'decision'`,
      [m, recipientOf(actor)],
    ),
  ]);
  const first = (rows: readonly Count[]) => rows[0]?.count ?? 0;
  return {
    mine: first(own) + first(returned) + first(asked),
    decisions: decisions.length + beside,
    questions: first(questions) + first(openDifferences),
    notices: first(told),
  };
}
