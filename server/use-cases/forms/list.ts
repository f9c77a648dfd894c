import type { FormLine, formsView as viewRoute } from '@tokimori/contract/forms';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinition, formDefinitions } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { postOf, postsOf } from '../../access/form-posts.ts';
import { type FormScope, formScopeOf } from '../../access/form-scope.ts';
import {
  holdsPost,
  mayPrintAllForms,
  maySettleForms,
  mayViewForm,
  mayViewFormsOfAll,
} from '../../access/policies-forms.ts';
import type { Actor, Context } from '../../context.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here, monthIndexOf } from '../reading/moment.ts';
import { countForms, type ListRow, pageOfForms } from './list-rows.ts';
import { postsIn } from './open.ts';
import { subjectOut } from './places.ts';
import { readUses } from './settings/uses.ts';

type View = Answer<typeof viewRoute>;
/** Lines of one page, and months that may be asked for. */
const [SHOWN, MONTHS] = [200, 14];

type Ground = { readonly actor: Actor; readonly scope: FormScope; readonly tree: DepartmentTree; readonly at: Here };

/** A line for whoever looks; nothing for what they may not see, or for a form that this version does not know. */
function lineOf(row: ListRow, month: MonthIndex, { actor, scope, tree, at }: Ground): FormLine[] {
  const definition = formDefinition(row.form);
  if (definition === undefined || definition.per !== row.per) return [];
  const { by } = definition;
  const route = routeOf(definition, [], row.filled ?? {});
  const toldToPerson = definition.shownToPerson === true && row.submitted;
  if (!mayViewForm(actor, scope, row, { by, posts: postsOf(definition.route), toldToPerson })) return [];
  const awaited = row.state === 'submitted' ? route[row.step] : undefined;
  const post = awaited === undefined ? undefined : postsIn(definition, route)[row.step];
  const writable = row.state === 'none' || row.state === 'draft' || row.state === 'returned';
  const isHr = actor.roles.includes('hr');
  const mine =
    post === undefined
      ? writable && (by.some((role) => holdsPost(actor, scope, row, postOf(role))) || (isHr && by.length === 0))
      : holdsPost(actor, scope, row, post);
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
      dueOn: writable ? row.due_on : null,
      late: writable && row.due_on !== null && row.due_on < formatLocalDate(at.day),
      mine,
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
    const part = { form: form ?? null, offset: (page - 1) * SHOWN, limit: SHOWN };
    const [counts, rows] = await Promise.all([
      countForms(tx, actor, scope, month),
      pageOfForms(tx, actor, scope, month, part),
    ]);
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
      lines: rows.flatMap((row) => lineOf(row, month, { actor, scope, tree, at })),
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
