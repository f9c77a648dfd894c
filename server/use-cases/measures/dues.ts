import type { duesView as viewRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { isSheet } from '@tokimori/contract/sheets';
import { formDefinition } from '@tokimori/forms/catalogue';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { sayDeed, sayValue } from '@tokimori/ordinances/measures/says';
import { deeds, figures } from '@tokimori/ordinances/measures/vocabulary';
import { postsOf } from '../../access/form-posts.ts';
import type { FormScope } from '../../access/form-scope.ts';
import { maySettleDue, mayViewDue, mayViewDuesOfAll } from '../../access/policies.ts';
import { mayViewDueList } from '../../access/policies-due-lists.ts';
import { mayViewForm } from '../../access/policies-forms.ts';
import { mayOpenSheet } from '../../access/policies-sheets.ts';
import { asksPosts, isTaskOf } from '../../access/policies-tasks.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { tokyoOf } from '../../runtime/clock.ts';
import { subjectOut } from '../forms/places.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { formScopeFrom } from '../reading/form-scope.ts';
import { here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { type DueRow, NAMED, placedDue, readDues } from './dues-read.ts';

type View = Answer<typeof viewRoute>;
type Due = View['dues'][number];

/** People of whom the rows tell. */
const namedIn = (rows: readonly DueRow[]): string[] =>
  rows.flatMap(({ per, subject, causes, settled_by }) => [
    ...(per === 'person' ? [subject] : []),
    ...causes.map(({ person }) => person),
    ...(settled_by === null ? [] : [settled_by]),
  ]);

type Shown = {
  readonly actor: Actor;
  readonly scope: FormScope;
  readonly tree: DepartmentTree;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
  /** ⚙ `sharing.bureauFigures` */
  readonly bureauFigures: boolean;
};

/** The form by which it is done, where this version knows it, it is of the same kind of subject, and the caller may open it. */
function formOf({ form, per, subject, section, bureau }: DueRow, { actor, scope }: Shown): Due['form'] {
  const definition = form === null ? undefined : formDefinition(form);
  if (form === null || definition?.per !== per) return null;
  const rule = { by: definition.by, posts: postsOf(definition.route), toldToPerson: definition.shownToPerson === true };
  return mayViewForm(actor, scope, { per, subject, section, bureau }, rule)
    ? { key: form, subject: subjectOut(subject) }
    : null;
}

/** What a measure names and is no form to be filled in, where the caller may open it. */
function sheetOf({ form, section }: DueRow, { actor, bureauFigures }: Shown): Due['sheet'] {
  if (form === null || !isSheet(form)) return null;
  return mayOpenSheet(actor, form, bureauFigures) ? { key: form, department: section } : null;
}

/** Whose figures did it: the first of them, and how many more. On a list those who read the list alone see them; a list of numbers names nobody. */
function causesOf(row: DueRow, { actor, scope, names }: Shown): Pick<Due, 'causes' | 'causesMore'> {
  const hidden =
    row.lists === 'sections' || (row.lists !== null && !mayViewDueList(actor, scope, placedDue(row), row.lists));
  if (hidden) return { causes: [], causesMore: 0 };
  return {
    causes: row.causes.map((cause) => ({
      staff: cause.person,
      name: names.get(cause.person) ?? cause.person,
      figure: figures[cause.figure].title,
      value: sayValue(cause.figure, cause.value),
    })),
    causesMore: Math.max(0, row.caused - NAMED),
  };
}

/** The 課 it belongs to; of somebody directly in a 部局 that. */
function sectionOf({ per, section, bureau }: DueRow, tree: DepartmentTree): string {
  const code = section === '' && per === 'person' ? bureau : section;
  return code === '' ? '' : tree.path(code) || code;
}

function shown(row: DueRow, ground: Shown): Due {
  const { actor, scope, tree, names, today } = ground;
  const nameOf = (staff: string) => names.get(staff) ?? staff;
  const maySettle = row.state === 'open' && maySettleDue(actor, scope, placedDue(row));
  const subject =
    row.per === 'person' ? nameOf(row.subject) : row.subject === '' ? '' : tree.path(row.subject) || row.subject;
  return {
    id: row.id,
    month: row.month.slice(0, 7),
    on: row.on_date,
    title: row.title,
    deed: deeds[row.deed],
    alert: row.deed === 'alert',
    what: row.what,
    form: formOf(row, ground),
    sheet: sheetOf(row, ground),
    list: row.lists !== null && mayViewDueList(actor, scope, placedDue(row), row.lists),
    sentence: sayDeed({ do: row.deed, what: row.what, by: row.by_roles, to: row.to_roles }),
    subject,
    section: sectionOf(row, tree),
    ...causesOf(row, ground),
    dueOn: row.due_on,
    passedOn: row.passed_on,
    late: row.state === 'open' && row.due_on !== null && row.due_on < today,
    state: row.state,
    settledBy: row.settled_by === null ? '' : nameOf(row.settled_by),
    settledOn: row.settled_at === null ? null : formatLocalDate(tokyoOf(row.settled_at).day),
    note: row.note,
    maySettle,
    mine: row.state === 'open' && isTaskOf(actor, scope, placedDue(row)),
  };
}

/** Kinds of deeds, without what is only told. */
const kinds = Object.entries(deeds).flatMap(([key, name]) => (key === 'alert' ? [] : [{ key, name }]));

/** 課 and 部局 by which the caller may choose: all, or those headed with what is below. */
const choices = (actor: Actor, scope: Scope, tree: DepartmentTree): View['departments'] =>
  tree.nodes
    .filter(({ department, kind }) => kind === 'bureau' || tree.place(department).section === department)
    .filter(({ department }) => mayViewDuesOfAll(actor) || scope.departments.has(department))
    .map(({ department }) => ({ department, name: tree.path(department) }));

/** What the measures brought due, for whoever looks: own, of the departments one heads, or all. A page of it. */
export async function duesView(
  context: Context,
  actor: Actor,
  { state, deed, department, after }: Input<typeof viewRoute>,
): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [headed, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const places = department === undefined ? null : tree.below(department);
    const page = await readDues(tx, actor, headed, { state, deed, after, places }, at.day);
    const rows = page.rows.filter((row) => mayViewDue(actor, headed, placedDue(row)));
    // Posts and offices of forms matter where a form is due, or what a 係長 writes.
    const asked = rows.some((row) => row.form !== null || asksPosts(row));
    const [names, scope] = await Promise.all([
      namesOf(tx, namedIn(rows)),
      formScopeFrom(tx, actor, at, { scope: headed, asked }),
    ]);
    const today = formatLocalDate(at.day);
    const { bureauFigures } = at.parameters.sharing;
    return {
      on: today,
      next: page.next,
      deeds: kinds,
      departments: choices(actor, scope, tree),
      dues: rows.map((row) => shown(row, { actor, scope, tree, names, today, bureauFigures })),
    };
  });
}
