import type { FormLine, formsView as viewRoute } from '@tokimori/contract/forms';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinition, formDefinitions } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { holdsPost, mayPrintAllForms, mayViewForm, mayViewFormsOfAll } from '../../access/policies-forms.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here, monthIndexOf } from '../reading/moment.ts';
import { countForms, type ListRow, pageOfForms } from './list-rows.ts';
import { subjectOut } from './places.ts';

type View = Answer<typeof viewRoute>;
/** Lines of one page, and months that may be asked for. */
const [SHOWN, MONTHS] = [200, 14];

type Ground = { readonly actor: Actor; readonly scope: Scope; readonly tree: DepartmentTree; readonly at: Here };

/** A line for whoever looks; nothing for what they may not see, or for a form that this version does not know. */
function lineOf(row: ListRow, month: MonthIndex, { actor, scope, tree, at }: Ground): FormLine[] {
  const definition = formDefinition(row.form);
  if (definition === undefined || definition.per !== row.per) return [];
  const { by } = definition;
  const route = routeOf(definition, [], row.filled ?? {});
  const toldToPerson = definition.shownToPerson === true && row.submitted;
  if (!mayViewForm(actor, scope, row, { by, route: definition.route.map(({ role }) => role), toldToPerson })) return [];
  const awaited = row.state === 'submitted' ? route[row.step] : undefined;
  const writable = row.state === 'none' || row.state === 'draft' || row.state === 'returned';
  const isHr = actor.roles.includes('hr');
  const mine =
    awaited === undefined
      ? writable && (by.some((role) => holdsPost(actor, scope, row, role)) || (isHr && by.length === 0))
      : holdsPost(actor, scope, row, awaited.role);
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
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
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
        .filter((definition) => mayOpenKind(actor, definition.by))
        .map(({ key, title, municipality, per }) => {
          const { count = 0, accepted = 0 } = countOf.get(key) ?? {};
          return { key, title, municipality, per, count, accepted };
        }),
      lines: rows.flatMap((row) => lineOf(row, month, { actor, scope, tree, at })),
      page,
      total,
      more: total > part.offset + SHOWN,
      mayPrintAll: mayPrintAllForms(actor),
      mayOpen: mayOpen(actor),
      departments: mayOpen(actor) ? departmentsFor(actor, scope, tree) : [],
    };
  });
}

const mayOpen = (actor: Actor): boolean => actor.roles.some((role) => role === 'hr' || role === 'manager');

/** 課 and 部局 for which someone may begin a form, in the order of their codes. */
function departmentsFor(actor: Actor, scope: Scope, tree: DepartmentTree): View['departments'] {
  const all = actor.roles.includes('hr');
  return tree.nodes.flatMap(({ department, kind }): View['departments'] => {
    if (!(all || scope.departments.has(department))) return [];
    const name = tree.path(department);
    return [
      ...(tree.place(department).section === department ? [{ department, name, per: 'section' as const }] : []),
      ...(kind === 'bureau' ? [{ department, name, per: 'bureau' as const }] : []),
    ];
  });
}

/** Kinds that someone may have to do with at all: 人事課, executives and auditors all; a head those of heads; staff those they fill in. */
function mayOpenKind(actor: Actor, by: readonly string[]): boolean {
  if (mayViewFormsOfAll(actor)) return true;
  if (actor.roles.includes('manager')) return by.some((role) => role !== 'hr' && role !== 'health');
  return by.includes('person');
}
