import type {
  reopenForm as reopenRoute,
  returnForm as returnRoute,
  stampForm as stampRoute,
} from '@tokimori/contract/forms';
import type { Input } from '@tokimori/contract/route';
import type { PaperDecision } from '@tokimori/records/form-sheet-events';
import { lastApproved } from '@tokimori/records/form-sheet-way';
import { ensure } from '../../access/policies.ts';
import { holdsByName, holdsPost, mayRecordOnPaper, mayReopenForm, mayReturnForm } from '../../access/policies-forms.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import { actorName } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { refuseDeed } from '../refused-deed.ts';
import { awaitedOf } from './awaited.ts';
import { undoSubmission } from './consequences.ts';
import { reopenDues, settlePermissions } from './form-dues.ts';
import { type OpenForm, openForm } from './open.ts';
import { type Outcome, perform } from './perform.ts';

/** Steps whose post the actor holds by name. */
export const heldBy = (actor: Actor, { posts, scope, place }: OpenForm): readonly number[] =>
  posts.flatMap((post, step) => (holdsByName(actor, scope, place, post) ? [step] : []));

/** Who may approve a step, or record it, or pass it because nobody holds it. @throws Refusal 403, 422 `form.stamp.paper-missing` */
function ensureMayStamp(actor: Actor, open: OpenForm, step: number, paper: PaperDecision | null): void {
  const { posts, scope, place, vacant } = open;
  const mayRecord = mayRecordOnPaper(actor, place);
  if (paper !== null || vacant.includes(step)) {
    ensure(mayRecord);
    return;
  }
  const post = posts[step];
  if (post !== undefined && holdsPost(actor, scope, place, post)) return;
  ensure(mayRecord);
  if (post !== undefined) refuseDeed({ code: 'form.stamp.paper-missing', figures: {}, words: {} });
}

/**
 * Approves for the post that is awaited; a permission of that post, which a measure made due, is given with it. 人事課 records an approval given on paper
 * with who decided and when.
 */
export async function stampForm(context: Context, actor: Actor, input: Input<typeof stampRoute>): Promise<Outcome> {
  const { step, paper = null } = input;
  if (paper !== null) dayInput('on', paper.on);
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    const { route, vacant, at } = open;
    ensureMayStamp(actor, open, step, paper);
    if (paper !== null && paper.on > at.dutyDate)
      refuse('form.stamp.paper-later', {
        status: 422,
        title: '決裁の日が先の日付です',
        detail: '紙で決裁された日を入力してください。今日までの日付に直してください。',
        fields: [{ field: 'on', code: 'form.stamp.paper-later', message: '今日までの日付を入力してください' }],
      });
    const command = {
      type: 'stamp',
      route,
      step,
      actor: actorName(actor),
      paper,
      held: heldBy(actor, open),
      vacant,
    } as const;
    const reason = paper === null ? '' : `紙の決裁: ${paper.by}(${paper.on})`;
    const { outcome, events } = await perform(tx, actor, open, command, { reason });
    // A post that is passed because nobody holds it permits nothing.
    const approved = events.some(
      ({ kind, data }) => kind === 'FormStamped' && data.step === step && data.vacant !== true,
    );
    if (approved) await settlePermissions(tx, actor, open, route[step]?.role ?? '');
    return outcome;
  });
}

/** Returns a form on its way with the reason. What was due is open again, and what followed from handing it in is undone. */
export async function returnForm(context: Context, actor: Actor, input: Input<typeof returnRoute>): Promise<Outcome> {
  return goBack(context, actor, input, 'return');
}

/** Takes back what was accepted, with the reason, by the office that approved last or 人事課. Else as a return. */
export async function reopenForm(context: Context, actor: Actor, input: Input<typeof reopenRoute>): Promise<Outcome> {
  return goBack(context, actor, input, 'reopen');
}

async function goBack(
  context: Context,
  actor: Actor,
  input: Input<typeof returnRoute>,
  type: 'return' | 'reopen',
): Promise<Outcome> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input, true);
    const { route, posts, scope, place, sheet, vacant } = open;
    const last = posts[lastApproved(sheet) ?? route.length - 1];
    ensure(
      type === 'return'
        ? mayReturnForm(actor, scope, place, awaitedOf(open, sheet.step, vacant).post)
        : mayReopenForm(actor, scope, place, last),
    );
    const { reason } = input;
    const { outcome, id, events } = await perform(tx, actor, open, { type, route, reason, vacant }, { reason });
    if (events.length === 0) return outcome;
    await reopenDues(tx, open);
    await undoSubmission({ context, tx, actor, form: open, id }, reason);
    return outcome;
  });
}
