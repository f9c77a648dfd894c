import type { urgentThings as urgentRoute } from '@tokimori/contract/notices';
import type { Answer } from '@tokimori/contract/route';
import { formDefinition } from '@tokimori/forms/catalogue';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { sayDeed } from '@tokimori/ordinances/measures/says';
import type { Deed, Role } from '@tokimori/ordinances/measures/vocabulary';
import { mayViewDue, type PlacedDue } from '../../access/policies.ts';
import { ownNotices } from '../../access/policies-notices.ts';
import { asksPosts, isTaskOf } from '../../access/policies-tasks.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { subjectOut } from '../forms/places.ts';
import { placedDue } from '../measures/dues-read.ts';
import { PLAN_FORM } from '../plans/plan-section.ts';
import { readTree } from '../reading/department-tree.ts';
import { formScopeFrom } from '../reading/form-scope.ts';
import { type Here, here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';

type Urgent = Answer<typeof urgentRoute>;
type Thing = Urgent['things'][number];
type Due = {
  month: string;
  per: PlacedDue['per'];
  subject: string;
  section: string;
  bureau: string;
  deed: Deed;
  what: string;
  form: string | null;
  on_date: string;
  due_on: string | null;
  by_roles: Role[];
  to_roles: Role[];
};

/** How long an alert stands on the first page; 対策の予定 has it longer. Days. */
const TOLD_DAYS = 7;
/** Things shown, and rows counted of each kind. */
const [SHOWN, COUNTED] = [5, 200];
/** What has a page and a count of its own in the menu. */
const ELSEWHERE = ['overtimeRequest', 'finalApproval', 'correctionRequest', 'afterReview', 'objection', 'difference'];
const columns =
  'd.month, d.per, d.subject, d.section, d.bureau, d.deed, d.what, d.form, d.on_date, d.due_on, d.by_roles, d.to_roles';

/** What is open for a person, the departments they head, and the whole body: to be done, and told in the last days. Each by an index of what is open. */
async function readDues(tx: Tx, actor: Actor, scope: Scope, at: Here) {
  const own = [tx.municipality, actor.staff ?? ''];
  // What has no 課 is of a 部局, for its head, or of the whole body, for those it names.
  const places = [tx.municipality, [...scope.departments]];
  const below = `(d.section = any($2) or (d.section = '' and (d.bureau = any($2) or d.per = 'city')))`;
  const since = formatLocalDate(at.day - TOLD_DAYS);
  const todo = `d.municipality = $1 and d.state = 'open' and d.deed <> 'alert'`;
  const told = `d.municipality = $1 and d.state = 'open' and d.deed = 'alert'`;
  const [mine, theirs, toldMine, toldTheirs] = await Promise.all([
    tx.query<Due>(
      `select ${columns} from tk.due d where ${todo} and d.per = 'person' and d.subject = $2 order by d.due_on nulls last limit ${COUNTED}`,
      own,
    ),
    tx.query<Due>(
      `select ${columns} from tk.due d where ${todo} and ${below} order by d.due_on nulls last, d.on_date limit ${COUNTED}`,
      places,
    ),
    tx.query<Due>(
      `select ${columns} from tk.due d where ${told} and d.per = 'person' and d.subject = $2 and d.on_date >= $3::date
       order by d.on_date desc limit ${COUNTED}`,
      [...own, since],
    ),
    tx.query<Due>(
      `select ${columns} from tk.due d where ${told} and ${below} and d.on_date >= $3::date
       order by d.on_date desc limit ${COUNTED}`,
      [...places, since],
    ),
  ]);
  // A row about the caller that belongs to a department they head comes once.
  const others = (rows: readonly Due[]) => rows.filter((row) => row.per !== 'person' || row.subject !== actor.staff);
  const seen = (rows: readonly Due[]) => rows.filter((row) => mayViewDue(actor, scope, placedDue(row)));
  const todos = seen([...mine, ...others(theirs)]);
  const posts = await formScopeFrom(tx, actor, at, { scope, asked: todos.some(asksPosts) });
  return {
    due: todos.filter((row) => isTaskOf(actor, posts, placedDue(row))),
    told: seen([...toldMine, ...others(toldTheirs)]),
    more: [mine, theirs, toldMine, toldTheirs].some((rows) => rows.length >= COUNTED),
  };
}

/** The form or the plan by which it is done, else the page of all that is due. */
function pathOf({ form, per, month, subject, section }: Due): string {
  const of = month.slice(0, 7);
  if (form === PLAN_FORM && section !== '') return `/section/${encodeURIComponent(section)}/plans/${of}`;
  return form !== null && formDefinition(form)?.per === per
    ? `/forms/${form}/${of}/${encodeURIComponent(subjectOut(subject))}`
    : '/dues';
}

/** Decisions wait for nothing. */
const whatOf = (kind: string): 'decided' | 'waiting' => (kind === 'decision' ? 'decided' : 'waiting');

const rank: Readonly<Record<Thing['what'], number>> = { due: 0, waiting: 0, decided: 1, told: 2 };

/** The nearest day first, what has none last; what is to be done before what was decided and told. */
function inOrder(a: Thing, b: Thing): number {
  const keyOf = ({ what, dueOn }: Thing) => `${rank[what]} ${dueOn ?? '9999-12-31'}`;
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : Number(left > right);
}

type Told = { kind: string; line: string; path: string; due_on: string | null };

/** What お知らせ lists for the caller and no other page counts. */
const readTold = (tx: Tx, actor: Actor): Promise<Told[]> =>
  tx.query<Told>(
    `select n.kind, n.line, n.path, n.due_on from tk.notice n
     where n.municipality = $1 and n.recipient = $2 and n.kind <> all($3) order by n.due_on nulls last, n.since, n.key limit ${COUNTED}`,
    [tx.municipality, ownNotices(actor), ELSEWHERE],
  );

/** Whose something due is, in words, as the caller reads it. */
async function readWhose(tx: Tx, rows: readonly Due[], actor: Actor, at: Here): Promise<(row: Due) => string> {
  const people = rows.flatMap(({ per, subject }) => (per === 'person' ? [subject] : []));
  const [names, tree] = await Promise.all([namesOf(tx, people), readTree(tx, at.dutyDay)]);
  return ({ per, subject }) => {
    if (per === 'person') return subject === actor.staff ? 'あなた' : (names.get(subject) ?? subject);
    return subject === '' ? '団体全体' : tree.path(subject) || subject;
  };
}

const sentenceOf = ({ deed, what, by_roles: by, to_roles: to }: Due): string => sayDeed({ do: deed, what, by, to });

/** What the first page says is due from the caller, was told to them, and waits: how many, and the most urgent few with where to go. */
export async function urgentThings(context: Context, actor: Actor): Promise<Urgent> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const scope = await scopeOf(tx, actor, at.dutyDate);
    const [{ due, told, more }, listed] = await Promise.all([readDues(tx, actor, scope, at), readTold(tx, actor)]);
    const whose = await readWhose(tx, [...due, ...told], actor, at);
    const today = formatLocalDate(at.day);
    const things = [
      ...due.map((row) => ({
        what: 'due' as const,
        line: `${whose(row)}: ${sentenceOf(row)}`,
        path: pathOf(row),
        dueOn: row.due_on,
      })),
      ...listed.map(({ kind, line, path, due_on: dueOn }) => ({ what: whatOf(kind), line, path, dueOn })),
      ...told.map((row) => ({ what: 'told' as const, line: `${whose(row)}: ${row.what}`, path: '/dues', dueOn: null })),
    ].map((thing): Thing => ({ ...thing, late: thing.dueOn !== null && thing.dueOn < today }));
    const count = (what: Thing['what']) => things.filter((thing) => thing.what === what).length;
    return {
      counts: { due: count('due'), told: count('told'), decided: count('decided'), waiting: count('waiting') },
      more: more || listed.length >= COUNTED,
      things: things.sort(inOrder).slice(0, SHOWN),
    };
  });
}
