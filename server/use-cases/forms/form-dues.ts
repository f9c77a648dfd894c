import { formatYearMonth } from '@tokimori/law/time/months';
import type { Deed } from '@tokimori/ordinances/measures/vocabulary';
import { appendDeed } from '../../access/journal.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { monthDate } from '../reading/moment.ts';
import type { OpenForm } from './open.ts';

type Affected = { id: string; measure: string; deed: Deed };
type Written = Affected & { subject: string; month: string; form: string; settled_by: string };

const SYSTEM = 'system:forms';
const HANDED_IN = '様式の提出';
const PERMITTED = '様式の承認';

/**
 * Settles what some measures brought due by a form that was handed in before: a report of what is expected may come before its expectation is asked.
 * Each row once, with an entry of the system in the journal that names who handed it in.
 */
export async function settleWrittenDues(tx: Tx, measures: readonly string[], now: Date): Promise<void> {
  if (measures.length === 0) return;
  const settled = await tx.query<Written>(
    `update tk.due as d set state = 'done', settled_by = f.submitted_by, settled_at = $2, note = $4
     from tk.form_sheet f
     where d.municipality = $1 and d.state = 'open' and d.measure = any($3)
       and f.municipality = $1 and f.month = d.month and f.form = d.form and f.subject = d.subject
       and f.state in ('submitted', 'accepted')
     returning d.id, d.measure, d.deed, d.subject, d.month, d.form, d.settled_by`,
    [tx.municipality, now, measures, HANDED_IN],
  );
  for (const { id, measure, deed, subject, month, form, settled_by: handedInBy } of settled) {
    await appendDeed(tx, {
      stream: `due/${id}`,
      kind: 'DueSettled',
      actor: SYSTEM,
      reason: HANDED_IN,
      data: { outcome: 'done', measure, subject, month: month.slice(0, 7), deed, form, handedInBy },
      at: now,
    });
  }
}

/** What a measure made due by this form (the form itself, a notice sent or a meeting held by it) is done with it; the journal tells by whom. */
export async function settleDues(tx: Tx, actor: Actor, { key, at }: Pick<OpenForm, 'key' | 'at'>): Promise<void> {
  const settled = await tx.query<Affected>(
    `update tk.due as d set state = 'done', settled_by = $5, settled_at = $6, note = $7
     where d.municipality = $1 and d.month = $2::date and d.subject = $3 and d.form = $4 and d.state = 'open'
     returning d.id, d.measure, d.deed`,
    [tx.municipality, monthDate(key.month), key.subject, key.form, actorName(actor), at.now, HANDED_IN],
  );
  await tell(tx, actor, { key, at }, settled, HANDED_IN);
}

/** The journal keeps by whom each was settled. */
async function tell(
  tx: Tx,
  actor: Actor,
  { key, at }: Pick<OpenForm, 'key' | 'at'>,
  settled: readonly Affected[],
  reason: string,
): Promise<void> {
  const data = { outcome: 'done', subject: key.subject, month: formatYearMonth(key.month), form: key.form };
  for (const { id, measure, deed } of settled) {
    await appendDeed(tx, {
      stream: `due/${id}`,
      kind: 'DueSettled',
      actor: actorName(actor),
      reason,
      data: { ...data, measure, deed },
      at: at.now,
    });
  }
}

/** The permission of a post that approves a form is what a measure made due beside it: it is given with the approval. */
export async function settlePermissions(tx: Tx, actor: Actor, { key, at }: Pick<OpenForm, 'key' | 'at'>, role: string) {
  const settled = await tx.query<Affected>(
    `update tk.due as d set state = 'done', settled_by = $6, settled_at = $7, note = $8
     where d.municipality = $1 and d.month = $2::date and d.subject = $3 and d.deed = 'permission' and d.state = 'open'
       and $5 = any(d.to_roles)
       and exists (select 1 from tk.due b where b.municipality = $1 and b.month = d.month and b.measure = d.measure
                     and b.subject = d.subject and b.instance = d.instance and b.form = $4 and b.deed = 'form')
     returning d.id, d.measure, d.deed`,
    [tx.municipality, monthDate(key.month), key.subject, key.form, role, actorName(actor), at.now, PERMITTED],
  );
  await tell(tx, actor, { key, at }, settled, PERMITTED);
}

/** What was done by a form that is returned is open again; the return itself stands in the stream of the form. */
export async function reopenDues(tx: Tx, { key }: Pick<OpenForm, 'key'>): Promise<void> {
  await tx.query(
    `update tk.due as d set state = 'open', settled_by = null, settled_at = null, note = ''
     where d.municipality = $1 and d.month = $2::date and d.subject = $3 and d.state = 'done'
       and (d.form = $4
         or (d.deed = 'permission' and d.note = $5
             and exists (select 1 from tk.due b where b.municipality = $1 and b.month = d.month and b.measure = d.measure
                           and b.subject = d.subject and b.instance = d.instance and b.form = $4 and b.deed = 'form')))`,
    [tx.municipality, monthDate(key.month), key.subject, key.form, PERMITTED],
  );
}
