import type { setCategory as setRoute } from '@tokimori/contract/agreements';
import type { Answer, Input } from '@tokimori/contract/route';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayKeepAgreements } from '../../access/policies-agreements.ts';
import type { Actor, Context } from '../../context.ts';
import { actorName, doDeed } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { here } from '../reading/moment.ts';
import { personOn } from '../reading/persons.ts';
import { judgeAgain } from './save.ts';

/**
 * From when someone is 企業職員 (地方公営企業法15条), 単純労務職員 (地公法57条) or of the regular service: the first two are under 労基法36条 wherever
 * they work (地公法58条). Said again for the same day, the later word stands; the journal keeps both.
 */
export async function setCategory(
  context: Context,
  actor: Actor,
  { staff, from, category, reason }: Input<typeof setRoute>,
): Promise<Answer<typeof setRoute>> {
  ensure(mayKeepAgreements(actor));
  dayInput('from', from);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    await personOn(tx, staff, from);
    const changed = await tx.query(
      `insert into tk.staff_category as c (municipality, staff, effective_from, category, recorded_at)
       values ($1, $2, $3::date, $4, $5)
       on conflict (municipality, staff, effective_from) do update set category = excluded.category, recorded_at = excluded.recorded_at
         where c.category <> excluded.category
       returning c.staff`,
      [tx.municipality, staff, from, category, at.now],
    );
    if (changed.length === 0) return { set: true };
    await appendDeed(tx, {
      stream: `category/${staff}`,
      kind: 'StaffCategorySet',
      actor: actorName(actor),
      reason,
      data: { from, category },
      at: at.now,
    });
    await judgeAgain(tx, at, [from]);
    return { set: true };
  });
}
