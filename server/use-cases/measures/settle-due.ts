import type { settleDue as settleRoute } from '@tokimori/contract/measures';
import type { Answer, Input } from '@tokimori/contract/route';
import { appendDeed } from '../../access/journal.ts';
import { ensure, maySettleDue, mayViewDue } from '../../access/policies.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { actorName } from '../journal.ts';
import { here } from '../reading/moment.ts';
import { type DueRow, dueColumns, dueUnknown, placedDue } from './dues-read.ts';

/** Settles what came to be due: done, or not needed, which wants a reason. Once; the journal keeps who and why. */
export async function settleDue(
  context: Context,
  actor: Actor,
  { id, outcome, note }: Input<typeof settleRoute>,
): Promise<Answer<typeof settleRoute>> {
  if (outcome === 'dismissed' && note === '')
    refuse('due.reason', {
      status: 422,
      title: '理由がありません',
      detail: '行わないときは、理由を入力してください。',
    });
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [row] = await tx.query<DueRow>(
      `select ${dueColumns} from tk.due d where d.municipality = $1 and d.id = $2 for update`,
      [tx.municipality, id],
    );
    const scope = await scopeOf(tx, actor, at.dutyDate);
    if (row === undefined || !mayViewDue(actor, scope, placedDue(row))) return dueUnknown();
    ensure(maySettleDue(actor, scope, placedDue(row)));
    if (row.state !== 'open')
      refuse('due.settled', {
        status: 409,
        title: 'すでに済んでいます',
        detail: 'ほかの人が先に済ませたか、数字が直って要らなくなりました。画面を読み込み直してください。',
      });
    await tx.query(
      `update tk.due as d set state = $3, settled_by = $4, settled_at = $5, note = $6 where d.municipality = $1 and d.id = $2`,
      [tx.municipality, id, outcome, actorName(actor), at.now, note],
    );
    await appendDeed(tx, {
      stream: `due/${id}`,
      kind: 'DueSettled',
      actor: actorName(actor),
      reason: note,
      data: { outcome, measure: row.measure, subject: row.subject, month: row.month.slice(0, 7), deed: row.deed },
      at: at.now,
    });
    return { settled: true };
  });
}
