import { appendDeed } from '../../access/journal.ts';
import type { Tx } from '../../store/tenant.ts';
import { PLAN_FORM } from './plan-section.ts';

/** What a settled row says. */
export const SETTLED_NOTE = '計画書の受取り';
const SYSTEM = 'system:plans';

type Settled = { id: string; measure: string; subject: string; month: string; received_by: string };

/**
 * Settles what measures brought due as a plan and 人事課 has received: when a plan is received, and after the daily run, because a plan may come
 * before its day. Each row once, with an entry of the system in the journal that names who received it.
 * @returns how many rows were settled
 */
export async function settlePlanDues(tx: Tx, now: Date): Promise<number> {
  const settled = await tx.query<Settled>(
    `update tk.due as d set state = 'done', settled_by = p.received_by, settled_at = $2, note = $3
     from tk.plan p
     where d.municipality = $1 and d.state = 'open' and d.form = '${PLAN_FORM}'
       and p.municipality = $1 and p.month = d.month and p.department = d.section and p.state = 'received'
     returning d.id, d.measure, d.subject, d.month, p.received_by`,
    [tx.municipality, now, SETTLED_NOTE],
  );
  for (const { id, measure, subject, month, received_by: receivedBy } of settled) {
    await appendDeed(tx, {
      stream: `due/${id}`,
      kind: 'DueSettled',
      actor: SYSTEM,
      reason: SETTLED_NOTE,
      data: { outcome: 'done', measure, subject, month: month.slice(0, 7), deed: 'form', receivedBy },
      at: now,
    });
  }
  return settled.length;
}
