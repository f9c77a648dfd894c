import type { saveForm as saveRoute, submitForm as submitRoute } from '@tokimori/contract/forms';
import type { Answer, Input } from '@tokimori/contract/route';
import { contradictionsOf } from '@tokimori/forms/sheet/against-records';
import { routeOf } from '@tokimori/forms/sheet/conditions';
import { keyOf, standing } from '@tokimori/forms/sheet/definition';
import { problemsOf } from '@tokimori/forms/sheet/filled';
import type { Filled } from '@tokimori/forms/sheet/given';
import { ensure } from '../../access/policies.ts';
import { holdsPost, mayFillForm, mayWritePart } from '../../access/policies-forms.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import { actorName, recordChanged } from '../journal.ts';
import { refuseDeed } from '../refused-deed.ts';
import { postsIn } from './awaited.ts';
import { followSubmission } from './consequences.ts';
import { settleDues } from './form-dues.ts';
import { isClosedByHealth, type OpenForm, openForm, vacantIn } from './open.ts';
import { ensureConcerned, ensureMonth, ensureMonthOver } from './openable.ts';
import { perform } from './perform.ts';
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

function refuseProblems(
  open: Pick<OpenForm, 'parts' | 'definition' | 'given'>,
  filled: Filled,
  complete: boolean,
): void {
  const wrong = problemsOf(open.parts, filled, complete);
  // What is no day or length is told as such, before it is held against the records.
  const problems = complete && wrong.length === 0 ? contradictionsOf(open.definition, open.given, filled) : wrong;
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
  if (isClosedByHealth(open))
    refuse('form.health', {
      status: 403,
      title: 'この様式の続きは書けません',
      detail:
        '職員の健康に関する欄を、ほかの人が書いています。その欄を見られない人は、続きを書けません。書いた人か所属の課長、人事課に依頼してください。',
    });
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
 * Hands in a form for a month and people that it is about; what its definition lets follow is carried out, and what a measure made due by it is done.
 * Where the first approval is the submitter's own, it is given with it.
 */
export async function submitForm(context: Context, actor: Actor, input: Input<typeof submitRoute>): Promise<Outcome> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    ensureWritable(actor, open, input.saves);
    ensure(open.parts.every(({ by }) => mayWritePart(actor, open.scope, open.place, by)));
    // What is handed in is what stands there: also what the fields started with.
    const filled = standing(open.parts, kept(input.filled));
    refuseProblems(open, filled, true);
    const { definition, scope, place, given, due, key, at } = open;
    if (due === null) {
      ensureMonth(definition, key.month, at);
      ensureMonthOver(definition, key.month, at);
      ensureConcerned(definition, given);
    }
    const route = routeOf(definition, open.parts, filled);
    const posts = postsIn(definition, route);
    const vacant = await vacantIn(tx, posts, open);
    const [first, firstPost] = [route[0], posts[0]];
    const isOwn =
      first !== undefined &&
      firstPost !== undefined &&
      definition.by.includes(first.role) &&
      holdsPost(actor, scope, place, firstPost);
    const command = { type: 'submit', route, filled, given, own: isOwn ? 1 : 0, vacant } as const;
    const { outcome, id } = await perform(tx, actor, { ...open, route, vacant }, command, {
      filled,
      given,
      reason: '',
      saves: input.saves + 1,
    });
    await followSubmission({ context, tx, actor, form: open, id }, filled);
    await settleDues(tx, actor, open);
    return outcome;
  });
}
