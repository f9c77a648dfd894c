import type { EpochDay } from '@tokimori/law/time/civil';
import type { Parameters } from '@tokimori/ordinances/schema';
import { officesFor, readOfficeHolders } from '../../access/form-offices.ts';
import { type BureauManager, type BureauVacancies, dividedBy, lackingIn } from '../../access/form-posts.ts';
import { chargeOf, type FormScope } from '../../access/form-scope.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from './department-tree.ts';

type Day = {
  readonly dutyDay: EpochDay;
  readonly dutyDate: string;
  readonly parameters: Pick<Parameters, 'forms'>;
};

/** What an actor has to do with forms on a day. */
export async function formScopeOf(tx: Tx, actor: Actor, day: Day): Promise<FormScope> {
  const [scope, own] = await Promise.all([scopeOf(tx, actor, day.dutyDate), readOwn(tx, actor, day)]);
  return { ...scope, ...own };
}

/**
 * As `formScopeOf`, for whoever has read what the actor heads: the rest is read where something asks for it. Where nothing does, no post holds but what
 * is headed, and no office.
 * @param asked whether a post or an office of a form is asked for
 */
export const formScopeFrom = async (
  tx: Tx,
  actor: Actor,
  day: Day,
  { scope, asked }: { readonly scope: Scope; readonly asked: boolean },
): Promise<FormScope> => ({ ...scope, ...(asked ? await readOwn(tx, actor, day) : noPosts) });

type Own = Omit<FormScope, keyof Scope>;
const none: ReadonlySet<string> = new Set();
const noPosts: Own = {
  ...{ deputyIn: none, topOf: none, charges: none, hrActs: false },
  offices: { named: none, held: none, vacant: none },
};

/** In force on `$2`, of a table with the alias `a`. */
const holds = (a: string): string =>
  `${a}.effective_from <= $2::date and (${a}.effective_until is null or ${a}.effective_until > $2::date)`;

type Post = { readonly department: string; readonly post: string; readonly managerial: boolean };

/** The posts and offices of the actor: two statements, and for a 係長 those of the people of the 係. */
async function readOwn(tx: Tx, actor: Actor, day: Day): Promise<Own> {
  const { hrForUnnamedOffices, chiefsWrite, chiefPosts, deputyPosts } = day.parameters.forms;
  const [posts, holders] = await Promise.all([readPosts(tx, actor, day), readOfficeHolders(tx, day.dutyDate)]);
  const chiefOf =
    chiefsWrite && actor.roles.includes('staff') ? posts.filter(({ post }) => chiefPosts.includes(post)) : [];
  return {
    ...dividedIn(actor.roles.includes('manager') ? posts : [], deputyPosts),
    charges: chiefOf.length === 0 ? none : await readCharges(tx, actor, day, chiefOf),
    offices: officesFor(actor, holders),
    hrActs: hrForUnnamedOffices,
  };
}

/** The appointments of the actor. */
const readPosts = async (tx: Tx, { staff }: Actor, { dutyDate }: Day): Promise<readonly Post[]> =>
  staff === null
    ? []
    : tx.query<Post>(
        `select a.department, a.post, a.managerial from tk.appointment a
         where a.municipality = $1 and a.staff = $3 and ${holds('a')}`,
        [tx.municipality, dutyDate, staff],
      );

/** The 部局 in which the actor is 次長, and those which they head. */
function dividedIn(posts: readonly Post[], words: readonly string[]): Pick<FormScope, 'deputyIn' | 'topOf'> {
  const which = (part: 'deputy' | 'top') =>
    new Set(
      posts
        .filter(({ managerial, post }) => managerial && dividedBy(post, words)[part])
        .map(({ department }) => department),
    );
  return { deputyIn: which('deputy'), topOf: which('top') };
}

/** The people of the 係 (and below) in which the actor has a post of a 係長, themselves left out. Their 課 is the one that their forms are of. */
async function readCharges(tx: Tx, actor: Actor, day: Day, posts: readonly Post[]): Promise<ReadonlySet<string>> {
  const tree = await readTree(tx, day.dutyDay);
  const below = unitsOf(tree, posts);
  if (below.length === 0) return none;
  const rows = await tx.query<{ staff: string; department: string }>(
    `select a.staff, a.department from tk.appointment a
     where a.municipality = $1 and a.department = any($3) and not a.concurrent and not a.managerial and ${holds('a')} and a.staff <> $4`,
    [tx.municipality, day.dutyDate, below, actor.staff],
  );
  return new Set(rows.map(({ staff, department }) => chargeOf(tree.place(department).section, staff)));
}

/** The 係 of posts, and what is below them. */
function unitsOf(tree: DepartmentTree, posts: readonly Post[]): readonly string[] {
  const units = posts.filter(({ department }) => tree.find(department)?.kind === 'section');
  return [...new Set(units.flatMap(({ department }) => tree.below(department)))];
}

/**
 * What 部局 lack on a day, of their 次長 and their head (`lackingIn`). One statement for all.
 * @param on `YYYY-MM-DD`
 * @param words those by which a 次長 is told
 * @returns of every 部局 that was asked for
 */
export async function readLacking(
  tx: Tx,
  bureaus: readonly string[],
  on: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, BureauVacancies>> {
  if (bureaus.length === 0) return new Map();
  const rows = await tx.query<{ bureau: string; staff: string | null; post: string; stands: boolean }>(
    `select u.bureau, a.staff, coalesce(a.post, '') as post,
       exists (select 1 from tk.department d where d.municipality = $1 and d.department = u.bureau and ${holds('d')}) as stands
     from unnest($3::text[]) as u (bureau)
     left join tk.appointment a on a.municipality = $1 and a.department = u.bureau and a.managerial and ${holds('a')}`,
    [tx.municipality, on, [...new Set(bureaus)]],
  );
  const managers = new Map<string, BureauManager[]>();
  for (const { bureau, staff, post } of rows)
    managers.set(bureau, [
      ...(managers.get(bureau) ?? []),
      ...(staff === null ? [] : [{ staff, ...dividedBy(post, words) }]),
    ]);
  return new Map(rows.map(({ bureau, stands }) => [bureau, lackingIn(managers.get(bureau) ?? [], stands)]));
}
