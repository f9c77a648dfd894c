import { formDefinition } from '@tokimori/forms/catalogue';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import type { FormDefinition, Part, RouteStep } from '@tokimori/forms/sheet/definition';
import type { Given } from '@tokimori/forms/sheet/given';
import { healthStanding } from '@tokimori/forms/sheet/health';
import type { FormSheet } from '@tokimori/records/form-sheet-events';
import { type BureauVacancies, type FormPost, postsOf, vacantSteps } from '../../access/form-posts.ts';
import type { FormScope } from '../../access/form-scope.ts';
import { ensure } from '../../access/policies.ts';
import { mayViewForm, mayViewHealthOfForm, type PlacedForm } from '../../access/policies-forms.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { formScopeOf, readLacking } from '../reading/form-scope.ts';
import { type Here, here, monthDate, monthIndexOf } from '../reading/moment.ts';
import { postsIn } from './awaited.ts';
import { readGiven, treeOfMonth } from './given.ts';
import { ensureConcerned, ensureMonth } from './openable.ts';
import { placeOfForm, subjectIn } from './places.ts';
import { readSheet, type SheetKey, type SheetRow, sheetOf } from './sheets.ts';

/** What the address of a form names. */
export type Address = { readonly form: string; readonly month: string; readonly subject: string };
/** What made a form due: whom the measure named, and by when. */
export type FormDue = { readonly caused: readonly string[]; readonly dueOn: string | null; readonly open: boolean };

/** A form with everything that deciding about it needs. */
export type OpenForm = {
  readonly definition: FormDefinition;
  readonly key: SheetKey;
  readonly place: PlacedForm;
  readonly at: Here;
  readonly scope: FormScope;
  readonly tree: DepartmentTree;
  readonly row: SheetRow | null;
  readonly sheet: FormSheet;
  readonly due: FormDue | null;
  /** As it was when it was handed in; else as the records tell now. */
  readonly given: Given;
  readonly parts: readonly Part[];
  /** The posts it passes, as it is filled in. */
  readonly route: readonly RouteStep[];
  /** How each step of the route is held. */
  readonly posts: readonly FormPost[];
  /** Steps whose post nobody holds today. */
  readonly vacant: readonly number[];
  /** The caller sees what it says about health. */
  readonly seesHealth: boolean;
};

/** A form by its key. @throws Refusal 404 `form.unknown` */
export function definitionOf(form: string): FormDefinition {
  return (
    formDefinition(form) ??
    refuse('form.unknown', {
      status: 404,
      title: 'この様式はありません',
      detail: `「${form}」という様式はありません。様式の一覧から選び直してください。`,
    })
  );
}

/** What made a form due, when a measure did. */
async function readDue(tx: Tx, { form, month, subject }: SheetKey): Promise<FormDue | null> {
  const rows = await tx.query<{ causes: { person: string }[]; due_on: string | null; state: string }>(
    `select d.causes, d.due_on, d.state from tk.due d
     where d.municipality = $1 and d.month = $2::date and d.subject = $3 and d.form = $4 and d.state <> 'lapsed'
     order by d.due_on nulls last`,
    [tx.municipality, monthDate(month), subject, form],
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    caused: [...new Set(rows.flatMap(({ causes }) => causes.map(({ person }) => person)))].sort(),
    dueOn: first.due_on,
    open: rows.some(({ state }) => state === 'open'),
  };
}

/**
 * Opens a form for whoever may see it.
 * @param hold for a deed: nobody else decides about it until the transaction ends
 * @throws Refusal 404 `form.unknown`, `form.subject`, 403 `access.denied`
 */
export async function openForm(
  context: Context,
  tx: Tx,
  actor: Actor,
  { form, month: text, subject: named }: Address,
  hold = false,
): Promise<OpenForm> {
  const definition = definitionOf(form);
  const key = { form, month: monthIndexOf(text), subject: subjectIn(named) };
  const at = await here(context, tx);
  const [tree, scope, row, due] = await Promise.all([
    treeOfMonth(tx, at, key.month),
    formScopeOf(tx, actor, at),
    readSheet(tx, key, hold),
    readDue(tx, key),
  ]);
  const place = await placeOfForm(tx, tree, definition, key.subject, key.month);
  const all = postsOf(definition.route);
  const toldToPerson = definition.shownToPerson === true && row !== null && row.submitted_at !== null;
  const rule = { by: definition.by, posts: all, toldToPerson };
  ensure(mayViewForm(actor, scope, place, rule));
  if (row === null && due === null) ensureMonth(definition, key.month, at);
  const kept = row !== null && (row.state === 'submitted' || row.state === 'accepted') ? row.given : null;
  const given = kept ?? (await readNow(context, tx, { definition, key, place, at, tree, due }));
  if (row === null && due === null) ensureConcerned(definition, given);
  const parts = definition.parts(given);
  const route = routeOf(definition, parts, row?.filled ?? {});
  const posts = postsIn(definition, route);
  return {
    definition,
    key,
    place,
    at,
    scope,
    tree,
    row,
    sheet: sheetOf(row),
    due,
    given,
    parts,
    route,
    posts,
    vacant: await vacantIn(tx, posts, { place, scope, at }),
    seesHealth: mayViewHealthOfForm(actor, scope, place, { ...rule, authors: authorsOf(row) }),
  };
}

/** Who saved a form last, and who handed it in. */
const authorsOf = (row: SheetRow | null): readonly string[] =>
  row === null ? [] : [row.saved_by, ...(row.submitted_by === null ? [] : [row.submitted_by])];

/** Words about health stand in a form that the caller does not see: somebody else goes on writing it. */
export const isClosedByHealth = ({ seesHealth, parts, row }: Pick<OpenForm, 'seesHealth' | 'parts' | 'row'>): boolean =>
  !seesHealth && healthStanding(parts, row?.filled ?? {}).length > 0;

/** The steps whose post nobody holds towards a form today. What its 部局 lacks is read where the form passes one of its posts. */
export async function vacantIn(
  tx: Tx,
  posts: readonly FormPost[],
  { place, scope, at }: Pick<OpenForm, 'place' | 'scope' | 'at'>,
): Promise<readonly number[]> {
  const above = posts.some(({ kind }) => kind === 'deputy' || kind === 'top' || kind === 'bureau');
  const words = at.parameters.forms.deputyPosts;
  const lacking = above
    ? await readLacking(tx, [place.bureau], at.dutyDate, words)
    : new Map<string, BureauVacancies>();
  return vacantSteps(posts, scope.offices.vacant, lacking.get(place.bureau));
}

async function readNow(
  context: Context,
  tx: Tx,
  { definition, key, place, at, tree, due }: Pick<OpenForm, 'definition' | 'key' | 'place' | 'at' | 'tree' | 'due'>,
): Promise<Given> {
  const concerned = { ...place, caused: due === null || due.caused.length === 0 ? null : due.caused };
  const given = await readGiven(context, tx, at, tree, definition, key.month, [concerned]);
  const found = given.get(key.subject);
  if (found === undefined) throw new Error(`nothing given for ${key.form} ${key.subject}`);
  return found;
}
