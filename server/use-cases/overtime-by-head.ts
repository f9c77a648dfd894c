import type { OvertimeView } from '@tokimori/contract/values';
import type { OvertimeCommand } from '@tokimori/records/overtime-commands';
import { ensure } from '../access/policies.ts';
import { mayDecideInPlace } from '../access/policies-standing-in.ts';
import { type DecidingScope, decidingScopeOf } from '../access/standing-in.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { doDeed } from './journal.ts';
import { doOvertimeDeed, overtimeFor, viewOf } from './overtime-deeds.ts';
import { type Here, here } from './reading/moment.ts';
import type { OvertimeRow } from './reading/overtime-rows.ts';
import { finalityOf, type Rising } from './standing-in/final-approval.ts';
import { type Place, placeOf } from './standing-in/place.ts';

type OvertimeCommandByHead = OvertimeCommand & { readonly actor: string };

/** In whose place an actor decides on each of some overtime. */
export async function placesOf(
  tx: Tx,
  at: Here,
  actor: Actor,
  scope: DecidingScope,
  rows: readonly Rising[],
): Promise<(row: Rising) => Place> {
  const finality = await finalityOf(tx, at, actor, scope, rows);
  return (row) => placeOf(actor, scope, row.department, finality(row), at.parameters);
}

/** The part of a command that tells in whose place it is given. */
export const inPlace = ({ capacity }: Place) => (capacity === undefined ? {} : { capacity });

/** A deed on an existing overtime by the head of its department, or by whoever stands in. */
export async function byHead(
  context: Context,
  actor: Actor,
  id: string,
  reason: string,
  commandFor: (
    tx: Tx,
    at: Here,
    row: OvertimeRow,
    place: Place,
  ) => OvertimeCommandByHead | Promise<OvertimeCommandByHead>,
): Promise<OvertimeView> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, scope] = await Promise.all([overtimeFor(tx, id), decidingScopeOf(tx, actor, at.dutyDate)]);
    ensure(mayDecideInPlace(actor, scope, row));
    const place = (await placesOf(tx, at, actor, scope, [row]))(row);
    const command = await commandFor(tx, at, row, place);
    await doOvertimeDeed(tx, at, id, row, { ...command, ...inPlace(place) }, reason, place);
    return viewOf(tx, id);
  });
}
