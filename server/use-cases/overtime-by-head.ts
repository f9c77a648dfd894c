import type { OvertimeView } from '@tokimori/contract/values';
import type { OvertimeCommand } from '@tokimori/records/overtime-commands';
import { ensure, mayDecideOvertime } from '../access/policies.ts';
import { scopeOf } from '../access/scope.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { doDeed } from './journal.ts';
import { doOvertimeDeed, overtimeFor, viewOf } from './overtime-deeds.ts';
import { type Here, here } from './reading/moment.ts';
import type { OvertimeRow } from './reading/overtime-rows.ts';

type OvertimeCommandByHead = OvertimeCommand & { readonly actor: string };

/** A deed on an existing overtime by the head of its department. */
export async function byHead(
  context: Context,
  actor: Actor,
  id: string,
  reason: string,
  commandFor: (tx: Tx, at: Here, row: OvertimeRow) => OvertimeCommandByHead | Promise<OvertimeCommandByHead>,
): Promise<OvertimeView> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, scope] = await Promise.all([overtimeFor(tx, id), scopeOf(tx, actor, at.dutyDate)]);
    ensure(mayDecideOvertime(actor, scope, row));
    await doOvertimeDeed(tx, at, id, row, await commandFor(tx, at, row), reason);
    return viewOf(tx, id);
  });
}
