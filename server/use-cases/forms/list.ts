import type { FormLine, formsView as viewRoute } from '@tokimori/contract/forms';
import type { Answer, Input } from '@tokimori/contract/route';
import { formDefinition, formDefinitions } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import type { Filled } from '@tokimori/forms/sheet/given';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import {
  holdsPost,
  mayPrintAllForms,
  mayViewForm,
  mayViewFormsOfAll,
  type PlacedForm,
} from '../../access/policies-forms.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here, monthDate, monthIndexOf } from '../reading/moment.ts';
import { subjectOut } from './places.ts';

type View = Answer<typeof viewRoute>;
type Row = PlacedForm & {
  form: string;
  state: FormLine['state'];
  step: number;
  due_on: string | null;
  name: string | null;
  submitted: boolean;
  /** Of what is on its way: it may decide which posts are passed. */
  filled: Filled | null;
};
/** Lines of one answer, and months that may be asked for. */
const [SHOWN, MONTHS] = [200, 14];

/** What was written or is due of a month, for those who see the municipality, the sections headed, or oneself. */
const rowsOf = (tx: Tx, actor: Actor, scope: Scope, month: MonthIndex) =>
  tx.query<Row>(
    `select x.form, x.per, x.subject, x.section, x.bureau, x.state, x.step, x.due_on, x.submitted, x.filled, s.name from (
       select coalesce(f.form, d.form) as form, coalesce(f.per, d.per) as per, coalesce(f.subject, d.subject) as subject,
              coalesce(f.section, d.section) as section, coalesce(f.bureau, d.bureau) as bureau, coalesce(f.state, 'none') as state,
              coalesce(f.step, 0) as step, d.due_on, f.submitted_at is not null as submitted,
              case when f.state = 'submitted' then f.filled end as filled
       from (select g.form, g.per, g.subject, g.section, g.bureau, g.state, g.step, g.submitted_at, g.filled from tk.form_sheet g
             where g.municipality = $1 and g.month = $2::date) f
       full join (select u.form, u.subject, min(u.per) as per, min(u.section) as section, min(u.bureau) as bureau,
                         min(u.due_on) filter (where u.state = 'open') as due_on
                  from tk.due u
                  where u.municipality = $1 and u.month = $2::date and u.deed in ('form', 'notice') and u.form is not null
                    and u.state <> 'lapsed'
                  group by u.form, u.subject) d on d.form = f.form and d.subject = f.subject
     ) x
     left join tk.staff s on s.municipality = $1 and x.per = 'person' and s.staff = x.subject
     where $3 or x.section = any($4) or (x.section = '' and x.bureau = any($4)) or (x.per = 'person' and x.subject = $5)
     order by x.due_on nulls last, x.form, x.section, x.subject`,
    [tx.municipality, monthDate(month), mayViewFormsOfAll(actor), [...scope.departments], actor.staff ?? ''],
  );

type Ground = { readonly actor: Actor; readonly scope: Scope; readonly tree: DepartmentTree; readonly at: Here };

/** A line for whoever looks; nothing for what they may not see, or for a form that this version does not know. */
function lineOf(row: Row, month: MonthIndex, { actor, scope, tree, at }: Ground): FormLine[] {
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
      section: row.section === '' ? '' : tree.path(row.section),
      state: row.state,
      awaits: awaited?.label ?? '',
      dueOn: writable ? row.due_on : null,
      late: writable && row.due_on !== null && row.due_on < formatLocalDate(at.day),
      mine,
    },
  ];
}

/** Those that wait for the caller first, then what is not done, then the rest. */
const urgency = ({ mine, state }: FormLine): number => (mine ? 0 : state === 'accepted' ? 2 : 1);

/** Forms of a month, for whoever looks. Without a month: the one before the running one. */
export async function formsView(context: Context, actor: Actor, input: Input<typeof viewRoute>): Promise<View> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const month = input.month === undefined ? at.month - 1 : monthIndexOf(input.month);
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const all = (await rowsOf(tx, actor, scope, month)).flatMap((row) =>
      lineOf(row, month, { actor, scope, tree, at }),
    );
    const asked = input.form === undefined ? all : all.filter(({ form }) => form === input.form);
    const lines = asked.toSorted((a, b) => urgency(a) - urgency(b));
    return {
      on: formatLocalDate(at.day),
      month: formatYearMonth(month),
      months: Array.from({ length: MONTHS }, (_, back) => formatYearMonth(at.month + 1 - back)),
      kinds: formDefinitions
        .filter((definition) => mayOpenKind(actor, definition.by))
        .map(({ key, title, municipality, per }) => {
          const those = all.filter(({ form }) => form === key);
          return {
            key,
            title,
            municipality,
            per,
            count: those.length,
            accepted: those.filter(({ state }) => state === 'accepted').length,
          };
        }),
      lines: lines.slice(0, SHOWN),
      more: lines.length > SHOWN,
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
  return tree.nodes.flatMap(({ department, kind }) => {
    if (kind === 'section' || !(all || scope.departments.has(department))) return [];
    return [{ department, name: tree.path(department), per: kind === 'division' ? 'section' : 'bureau' }];
  });
}

/** Kinds that someone may have to do with at all: 人事課, executives and auditors all; a head those of heads; staff those they fill in. */
function mayOpenKind(actor: Actor, by: readonly string[]): boolean {
  if (mayViewFormsOfAll(actor)) return true;
  if (actor.roles.includes('manager')) return by.some((role) => role !== 'hr' && role !== 'health');
  return by.includes('person');
}
