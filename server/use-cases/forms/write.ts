import type {
  returnForm as returnRoute,
  saveForm as saveRoute,
  stampForm as stampRoute,
  submitForm as submitRoute,
} from '@tokimori/contract/forms';
import type { Answer, Input } from '@tokimori/contract/route';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import { keyOf, standing } from '@tokimori/forms/sheet/definition';
import { problemsOf } from '@tokimori/forms/sheet/filled';
import type { Filled } from '@tokimori/forms/sheet/given';
import { decideSheet, evolveSheet, type FormSheet, type FormSheetCommand } from '@tokimori/records/form-sheet';
import { ensure } from '../../access/policies.ts';
import { holdsPost, mayFillForm, mayStampForm, mayWritePart } from '../../access/policies-forms.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append, recordChanged } from '../journal.ts';
import { refuseDeed } from '../refused-deed.ts';
import { followSubmission, undoSubmission } from './consequences.ts';
import { reopenDues, settleDues, settlePermissions } from './form-dues.ts';
import { type OpenForm, openForm } from './open.ts';
import { recordNotice } from './record-notice.ts';
import { writeSheet } from './sheets.ts';

type Outcome = Answer<typeof submitRoute>;

/** What was written in a field that the records do not ask for any more; it stays, should they ask again. */
function apart({ row, parts }: OpenForm): Filled {
  const keys = new Set(parts.flatMap((part) => part.fields.map((field) => keyOf(part, field))));
  return Object.fromEntries(Object.entries(row?.filled ?? {}).filter(([key]) => !keys.has(key)));
}

/** Values as they are kept: without blanks around a text. */
function kept(filled: Filled): Filled {
  return Object.fromEntries(
    Object.entries(filled).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  );
}

/** The form with the parts that the actor writes. What stands in the others stays. */
const partsOf = (actor: Actor, open: OpenForm): OpenForm => ({
  ...open,
  parts: open.parts.filter(({ by }) => mayWritePart(actor, open.scope, open.place, by)),
});

function refuseProblems(open: Pick<OpenForm, 'parts'>, filled: Filled, complete: boolean): void {
  const problems = problemsOf(open.parts, filled, complete);
  const [first] = problems;
  if (first === undefined) return;
  refuse('form.filled', {
    status: 422,
    title: complete ? `提出できません(${problems.length}か所)` : `保存できません(${problems.length}か所)`,
    detail: `${first.message}。直してから、もう一度${complete ? '提出' : '保存'}してください。`,
    fields: problems.map(({ key, message }) => ({ field: key, code: 'form.filled', message })),
  });
}

function ensureWritable(actor: Actor, open: OpenForm, saves: number): void {
  const { sheet, row, scope, place, definition } = open;
  ensure(mayFillForm(actor, scope, place, definition.by));
  if (sheet.state === 'submitted' || sheet.state === 'accepted')
    refuseDeed({ code: 'form.submit.submitted', figures: {}, words: { state: sheet.state } });
  if ((row?.saves ?? 0) !== saves) recordChanged();
}

/** Keeps a form half-filled. Wrong values are refused; missing ones are not. */
export async function saveForm(
  context: Context,
  actor: Actor,
  input: Input<typeof saveRoute>,
): Promise<Answer<typeof saveRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    ensureWritable(actor, open, input.saves);
    const filled = kept(input.filled);
    const mine = partsOf(actor, open);
    refuseProblems(mine, filled, false);
    const { row, sheet, at } = open;
    const saves = input.saves + 1;
    const savedBy = actorName(actor);
    const all = { ...apart(mine), ...filled };
    const written = { sheet, filled: all, given: null, saves, savedBy, savedAt: at.now, version: row?.version ?? 0 };
    await writeSheet(tx, open.key, open.place, row, written);
    return { saves, savedAt: formatInstant(at.now) };
  });
}

/**
 * Hands in a form; what a measure made due by it is done, what it says as a prior notice is recorded, and what its definition lets follow is carried
 * out. Where the first approval is the submitter's own, it is given with it.
 */
export async function submitForm(context: Context, actor: Actor, input: Input<typeof submitRoute>): Promise<Outcome> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    ensureWritable(actor, open, input.saves);
    ensure(open.parts.every(({ by }) => mayWritePart(actor, open.scope, open.place, by)));
    // What is handed in is what stands there: also what the fields started with.
    const filled = standing(open.parts, kept(input.filled));
    refuseProblems(open, filled, true);
    const { definition, scope, place, given } = open;
    const route = routeOf(definition, open.parts, filled);
    const [first] = route;
    const own = first !== undefined && definition.by.includes(first.role) && holdsPost(actor, scope, place, first.role);
    const command = { type: 'submit', route, filled, given, own: own ? 1 : 0 } as const;
    const { outcome, id } = await perform(tx, actor, { ...open, route }, command, {
      filled,
      given,
      reason: '',
      saves: input.saves + 1,
    });
    await recordNotice(context, tx, actor, open, filled);
    await settleDues(tx, actor, open);
    await followSubmission(tx, actor, open, { id, filled });
    return outcome;
  });
}

/** Approves for the post that is awaited; a permission of that post, which a measure made due, is given with it. 人事課 records an approval given on paper. */
export async function stampForm(context: Context, actor: Actor, input: Input<typeof stampRoute>): Promise<Outcome> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    const { route, scope, place } = open;
    const role = route[input.step]?.role ?? '';
    ensure(mayStampForm(actor, scope, place, role));
    const forPost = !holdsPost(actor, scope, place, role);
    const { outcome } = await perform(tx, actor, open, { type: 'stamp', route, step: input.step, forPost }, {});
    await settlePermissions(tx, actor, open, role);
    return outcome;
  });
}

/**
 * Returns a form with the reason: by the post that is awaited, or by the last one once it was received. What was due is open again, and what
 * followed from handing it in is undone.
 */
export async function returnForm(context: Context, actor: Actor, input: Input<typeof returnRoute>): Promise<Outcome> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    const { route, scope, place, sheet } = open;
    const step = sheet.state === 'accepted' ? route.length - 1 : sheet.step;
    ensure(mayStampForm(actor, scope, place, route[step]?.role ?? ''));
    const { reason } = input;
    const { outcome, id } = await perform(tx, actor, open, { type: 'return', route, reason }, { reason });
    await reopenDues(tx, open);
    await undoSubmission(tx, actor, open, { id, reason });
    return outcome;
  });
}

type Change = { readonly filled?: Filled; readonly given?: object; readonly reason?: string; readonly saves?: number };

type Performed = { readonly outcome: Outcome; readonly id: string };

/** Decides a deed and writes events and projection; a deed that is done already changes nothing. */
async function perform(
  tx: Tx,
  actor: Actor,
  open: OpenForm,
  command: FormSheetCommand,
  change: Change,
): Promise<Performed> {
  const { row, key, place, at, route } = open;
  const answer = decideSheet(command, open.sheet);
  if ('refused' in answer) return refuseDeed(answer.refused);
  const { filled = row?.filled ?? {}, given = row?.given ?? null, reason = '' } = change;
  const by = actorName(actor);
  const steps = route.length;
  const sheet = answer.events.reduce<FormSheet>(
    (state, event) => evolveSheet(state, { event, actor: by, occurredAt: at.now, reason, steps }),
    open.sheet,
  );
  const outcome = { state: sheet.state, awaits: sheet.state === 'submitted' ? (route[sheet.step]?.label ?? '') : '' };
  if (answer.events.length === 0) {
    if (row === null) throw new Error('a deed on nothing left nothing');
    return { outcome, id: row.id };
  }
  const version = (row?.version ?? 0) + answer.events.length;
  const saves = change.saves ?? row?.saves ?? 0;
  const written = {
    sheet,
    filled,
    given,
    saves,
    savedBy: row?.saved_by ?? by,
    savedAt: row?.saved_at ?? at.now,
    version,
  };
  const author = change.filled === undefined ? {} : { savedBy: by, savedAt: at.now };
  const id = await writeSheet(tx, key, place, row, { ...written, ...author });
  await append(tx, {
    stream: `form/${id}`,
    after: row?.version ?? 0,
    events: answer.events,
    actor: by,
    reason,
    occurredAt: at.now,
  });
  return { outcome, id };
}
