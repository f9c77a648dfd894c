import type { Parameters } from '@tokimori/ordinances/schema';
import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { dividedBy } from './form-posts.ts';
import { type Scope, scopeOf } from './scope.ts';

/** The offices that forms pass, on a day, by the word of the seal box. */
export type FormOffices = {
  /** Somebody was named who still serves. */
  readonly named: ReadonlySet<string>;
  /** The actor was. */
  readonly held: ReadonlySet<string>;
  /** Nobody holds it, and the municipality says so. */
  readonly vacant: ReadonlySet<string>;
};

/** What somebody has to do with forms: what they head, the 部局 in which they are 次長 or head, the people of their 係, the offices. */
export type FormScope = Scope & {
  readonly deputyIn: ReadonlySet<string>;
  readonly topOf: ReadonlySet<string>;
  /** `<課>/<職員番号>` of the people of the 係 whose 係長 the actor is (`chargeOf`); empty where the municipality leaves writing to heads. */
  readonly charges: ReadonlySet<string>;
  readonly offices: FormOffices;
  /** 人事課 approves for an office for which nobody was named. */
  readonly hrActs: boolean;
};

type Day = { readonly dutyDate: string; readonly parameters: Pick<Parameters, 'forms'> };

/** What an actor has to do with forms on a day. */
export async function formScopeOf(tx: Tx, actor: Actor, { dutyDate, parameters }: Day): Promise<FormScope> {
  const { hrForUnnamedOffices, chiefsWrite, chiefPosts, deputyPosts } = parameters.forms;
  const [scope, offices, divided, charges] = await Promise.all([
    scopeOf(tx, actor, dutyDate),
    readOffices(tx, actor, dutyDate),
    readDivided(tx, actor, dutyDate, deputyPosts),
    chiefsWrite ? readCharges(tx, actor, dutyDate, chiefPosts) : new Set<string>(),
  ]);
  return { ...scope, ...divided, charges, offices, hrActs: hrForUnnamedOffices };
}

/** In force on `$2`, of a table with the alias `a`. */
const holds = (a: string): string =>
  `${a}.effective_from <= $2::date and (${a}.effective_until is null or ${a}.effective_until > $2::date)`;

type OfficeRow = { office: string; kind: string; filled: boolean; held: boolean };

/** An office is vacant where the municipality says so. A 職名 to which nobody is appointed, like a person who left, names nobody. */
async function readOffices(tx: Tx, actor: Actor, on: string): Promise<FormOffices> {
  const rows = await tx.query<OfficeRow>(
    `select o.office, o.kind,
       case o.kind
         when 'staff' then exists (select 1 from tk.staff s where s.municipality = $1 and s.staff = o.holder
                                     and (s.left_on is null or s.left_on >= $2::date))
         when 'account' then exists (select 1 from tk.account c where c.municipality = $1 and c.login = o.holder
                                       and not exists (select 1 from tk.staff g where g.municipality = $1 and g.staff = c.staff and g.left_on < $2::date))
         when 'post' then exists (select 1 from tk.appointment a where a.municipality = $1 and a.department = o.department
                                    and a.post = o.holder and ${holds('a')})
         else false end as filled,
       case o.kind
         when 'staff' then o.holder = $3
         when 'account' then o.holder = $4
         when 'post' then exists (select 1 from tk.appointment b where b.municipality = $1 and b.staff = $3
                                    and b.department = o.department and b.post = o.holder and ${holds('b')})
         else false end as held
     from tk.form_office o where o.municipality = $1 and ${holds('o')}`,
    [tx.municipality, on, actor.staff ?? '', actor.login],
  );
  const named = new Set(rows.filter(({ filled }) => filled).map(({ office }) => office));
  const empty = rows.filter(({ office, kind }) => kind === 'vacant' && !named.has(office));
  return {
    named,
    held: new Set(rows.filter(({ filled, held }) => filled && held).map(({ office }) => office)),
    vacant: new Set(empty.map(({ office }) => office)),
  };
}

/** The 部局 in which the actor is 次長, and those which they head. */
async function readDivided(
  tx: Tx,
  actor: Actor,
  on: string,
  words: readonly string[],
): Promise<Pick<FormScope, 'deputyIn' | 'topOf'>> {
  if (actor.staff === null || !actor.roles.includes('manager')) return { deputyIn: new Set(), topOf: new Set() };
  const rows = await tx.query<{ department: string; post: string }>(
    `select a.department, a.post from tk.appointment a
     where a.municipality = $1 and a.staff = $3 and a.managerial and ${holds('a')}`,
    [tx.municipality, on, actor.staff],
  );
  const which = (part: 'deputy' | 'top') =>
    new Set(rows.filter(({ post }) => dividedBy(post, words)[part]).map(({ department }) => department));
  return { deputyIn: which('deputy'), topOf: which('top') };
}

/** One of the people of a 係, with the 課 of the 係: a form of a month in which they stood elsewhere is not the 係長's. */
export const chargeOf = (section: string, staff: string): string => `${section}/${staff}`;

/** The people of the 係 (and below) in which the actor has a post of a 係長, themselves left out. */
async function readCharges(tx: Tx, actor: Actor, on: string, posts: readonly string[]): Promise<ReadonlySet<string>> {
  if (actor.staff === null || !actor.roles.includes('staff')) return new Set();
  const rows = await tx.query<{ staff: string; section: string }>(
    `with recursive below (department, section) as (
       select a.department, coalesce(d.parent, a.department) from tk.appointment a
       join tk.department d on d.municipality = $1 and d.department = a.department and d.kind = 'section' and ${holds('d')}
       where a.municipality = $1 and a.staff = $3 and a.post = any($4) and ${holds('a')}
       union
       select e.department, b.section from below b
       join tk.department e on e.municipality = $1 and e.parent = b.department and ${holds('e')})
     select distinct c.staff, b.section from below b
     join tk.appointment c on c.municipality = $1 and c.department = b.department and not c.concurrent and not c.managerial and ${holds('c')}
     where c.staff <> $3`,
    [tx.municipality, on, actor.staff, posts],
  );
  return new Set(rows.map(({ staff, section }) => chargeOf(section, staff)));
}

/**
 * Whether the 部局 has a 次長, and a head, on a day. Of one that was closed or renamed since it is not known: its posts are awaited, not passed.
 * @param on `YYYY-MM-DD`
 */
export async function readBureauPosts(
  tx: Tx,
  bureau: string,
  on: string,
  words: readonly string[],
): Promise<{ readonly deputy: boolean; readonly top: boolean }> {
  const rows = await tx.query<{ post: string }>(
    `select a.post from tk.appointment a
     where a.municipality = $1 and a.department = $3 and a.managerial and ${holds('a')}`,
    [tx.municipality, on, bureau],
  );
  if (rows.length === 0 && !(await stands(tx, bureau, on))) return { deputy: true, top: true };
  const posts = rows.map(({ post }) => dividedBy(post, words));
  return { deputy: posts.some(({ deputy }) => deputy), top: posts.some(({ top }) => top) };
}

/** Whether a department stands on a day. */
async function stands(tx: Tx, department: string, on: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tk.department d where d.municipality = $1 and d.department = $3 and ${holds('d')} limit 1`,
    [tx.municipality, on, department],
  );
  return rows.length > 0;
}
