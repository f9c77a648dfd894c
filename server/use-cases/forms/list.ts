import type { FormLine, formsView as viewRoute } from '@tokimori/contract/forms';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinition, formDefinitions } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import type { FormDefinition } from '@tokimori/forms/sheet/definition';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { type BureauVacancies, postOf, postsOf, vacantSteps } from '../../access/form-posts.ts';
import type { FormScope } from '../../access/form-scope.ts';
import {
  holdsPost,
  mayPrintAllForms,
  mayRecordOnPaper,
  maySettleForms,
  mayViewForm,
  mayViewFormsOfAll,
} from '../../access/policies-forms.ts';
import type { Actor, Context } from '../../context.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { formScopeOf, readLacking } from '../reading/form-scope.ts';
import { type Here, here, monthIndexOf } from '../reading/moment.ts';
import { type Awaited, awaitedOf, postsIn } from './awaited.ts';
import { countForms, type ListRow, pageOfForms } from './list-rows.ts';
import { subjectOut } from './places.ts';
import { readUses } from './settings/uses.ts';

type View = Answer<typeof viewRoute>;
/** Lines of one page, and months that may be asked for. */
const [SHOWN, MONTHS] = [200, 14];

type Ground = {
  readonly actor: Actor;
  readonly scope: FormScope;
  readonly tree: DepartmentTree;
  /** What the 部局 lack that stand today. */
  readonly lacking: ReadonlyMap<string, BureauVacancies>;
  readonly at: Here;
};

/** What a form on its way waits for. */
function awaitedBy(row: ListRow, definition: FormDefinition, { scope, lacking }: Ground): Awaited | null {
  if (row.state !== 'submitted') return null;
  const route = routeOf(definition, [], row.filled ?? {});
  const posts = postsIn(definition, route);
  return awaitedOf({ route, posts }, row.step, vacantSteps(posts, scope.offices.vacant, lacking.get(row.bureau)));
}

const isWritable = ({ state }: ListRow): boolean => state === 'none' || state === 'draft' || state === 'returned';

/** Whether it is the caller who takes the next step: writes it, approves it, or as 人事課 passes a post that nobody holds. */
function isMine(row: ListRow, by: FormDefinition['by'], awaited: Awaited | null, { actor, scope }: Ground): boolean {
  if (awaited !== null)
    return awaited.post === undefined ? mayRecordOnPaper(actor, row) : holdsPost(actor, scope, row, awaited.post);
  if (!isWritable(row)) return false;
  return (
    by.some((role) => holdsPost(actor, scope, row, postOf(role))) || (by.length === 0 && actor.roles.includes('hr'))
  );
}

/** A line for whoever looks; nothing for what they may not see, or for a form that this version does not know. */
function lineOf(row: ListRow, month: MonthIndex, ground: Ground): FormLine[] {
  const { actor, scope, tree, at } = ground;
  const definition = formDefinition(row.form);
  if (definition === undefined || definition.per !== row.per) return [];
  const { by } = definition;
  const toldToPerson = definition.shownToPerson === true && row.submitted;
  if (!mayViewForm(actor, scope, row, { by, posts: postsOf(definition.route), toldToPerson })) return [];
  const awaited = awaitedBy(row, definition, ground);
  const dueOn = isWritable(row) ? row.due_on : null;
  const department = row.per === 'person' ? row.section : row.subject;
  return [
    {
      form: row.form,
      title: definition.title,
      month: formatYearMonth(month),
      subject: subjectOut(row.subject),
      subjectName: row.per === 'person' ? (row.name ?? row.subject) : (tree.find(department)?.name ?? '団体全体'),
      section: row.section === '' ? (row.per === 'person' ? tree.path(row.bureau) : '') : tree.path(row.section),
      state: row.state,
      awaits: awaited?.label ?? '',
      dueOn,
      late: dueOn !== null && dueOn < formatLocalDate(at.day),
      mine: isMine(row, by, awaited, ground),
    },
  ];
}

/** Forms of a month, for whoever looks, a page of them. Without a month: the one before the running one. */
export async function formsView(
  context: Context,
  actor: Actor,
  { form, page = 1, month: asked }: Partial<Input<typeof viewRoute>>,
): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const month = asked === undefined ? at.month - 1 : monthIndexOf(asked);
    const [scope, tree, uses] = await Promise.all([
      formScopeOf(tx, actor, at),
      readTree(tx, at.dutyDay),
      readUses(tx, formatLocalDate(at.day)),
    ]);
    const lacking = await readLacking(tx, bureausOf(tree), at.dutyDate, at.parameters.forms.deputyPosts);
    const looking = { actor, scope, lacking, month };
    const part = { form: form ?? null, offset: (page - 1) * SHOWN, limit: SHOWN };
    const [counts, rows] = await Promise.all([countForms(tx, looking), pageOfForms(tx, looking, part)]);
    const countOf = new Map(counts.map((each) => [each.form, each]));
    const total =
      form === undefined ? counts.reduce((sum, { count }) => sum + count, 0) : (countOf.get(form)?.count ?? 0);
    return {
      on: formatLocalDate(at.day),
      month: formatYearMonth(month),
      months: Array.from({ length: MONTHS }, (_, back) => formatYearMonth(at.month + 1 - back)),
      kinds: formDefinitions
        .filter((definition) => mayOpenKind(actor, scope, definition.by))
        .map(({ key, title, municipality, per, byGroups = false }) => {
          const { count = 0, accepted = 0 } = countOf.get(key) ?? {};
          return { key, title, municipality, per, byGroups, used: uses.isUsed(key) || count > 0, count, accepted };
        }),
      lines: rows.flatMap((row) => lineOf(row, month, { actor, scope, tree, lacking, at })),
      page,
      total,
      more: total > part.offset + SHOWN,
      mayPrintAll: mayPrintAllForms(actor),
      mayOpen: mayOpen(actor) || scope.charges.size > 0,
      maySettle: maySettleForms(actor),
      departments: mayOpen(actor) ? departmentsFor(actor, scope, tree) : [],
    };
  });
}

const bureausOf = (tree: DepartmentTree): readonly string[] =>
  tree.nodes.flatMap(({ department }) => (tree.place(department).bureau === department ? [department] : []));

const mayOpen = (actor: Actor): boolean => actor.roles.some((role) => role === 'hr' || role === 'manager');

/** 課, 部局, and 係 for forms by groups, for which someone may begin a form, in the order of their codes. */
function departmentsFor(actor: Actor, scope: FormScope, tree: DepartmentTree): View['departments'] {
  const all = actor.roles.includes('hr');
  return tree.nodes.flatMap(({ department, kind }): View['departments'] => {
    if (!(all || scope.departments.has(department))) return [];
    const name = tree.path(department);
    return [
      ...(tree.place(department).section === department ? [{ department, name, per: 'section' as const }] : []),
      ...(kind === 'section' && tree.place(department).section !== department
        ? [{ department, name, per: 'group' as const }]
        : []),
      ...(kind === 'bureau' ? [{ department, name, per: 'bureau' as const }] : []),
    ];
  });
}

/** Kinds that someone may have to do with at all: 人事課, executives and auditors all; a head those of heads; a 係長 and staff those they fill in. */
function mayOpenKind(actor: Actor, scope: FormScope, by: readonly string[]): boolean {
  if (mayViewFormsOfAll(actor)) return true;
  if (actor.roles.includes('manager')) return by.some((role) => role !== 'hr' && role !== 'health');
  return by.includes('person') || (scope.charges.size > 0 && by.includes('subsectionChief'));
}
