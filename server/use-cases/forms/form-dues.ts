import { formatYearMonth } from '@tokimori/law/time/months';
import { appendDeed } from '../../access/journal.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { monthDate } from '../reading/moment.ts';
import type { OpenForm } from './open.ts';

type Affected = { id: string; measure: string };

/** What a measure made due by this form is done with it; the journal tells by whom. */
export async function settleDues(tx: Tx, actor: Actor, { key, at }: Pick<OpenForm, 'key' | 'at'>): Promise<void> {
  const settled = await tx.query<Affected>(
    `update tk.due as d set state = 'done', settled_by = $5, settled_at = $6, note = '様式の提出'
     where d.municipality = $1 and d.month = $2::date and d.subject = $3 and d.form = $4 and d.deed = 'form' and d.state = 'open'
     returning d.id, d.measure`,
    [tx.municipality, monthDate(key.month), key.subject, key.form, actorName(actor), at.now],
  );
  const data = {
    outcome: 'done',
    subject: key.subject,
    month: formatYearMonth(key.month),
    deed: 'form',
    form: key.form,
  };
  for (const { id, measure } of settled) {
    await appendDeed(tx, {
      stream: `due/${id}`,
      kind: 'DueSettled',
      actor: actorName(actor),
      reason: '様式の提出',
      data: { ...data, measure },
      at: at.now,
    });
  }
}

/** What was done by a form that is returned is open again; the return itself stands in the stream of the form. */
export async function reopenDues(tx: Tx, { key }: Pick<OpenForm, 'key'>): Promise<void> {
  await tx.query(
    `update tk.due as d set state = 'open', settled_by = null, settled_at = null, note = ''
     where d.municipality = $1 and d.month = $2::date and d.subject = $3 and d.form = $4 and d.deed = 'form' and d.state = 'done'`,
    [tx.municipality, monthDate(key.month), key.subject, key.form],
  );
}
