import type { confirmMany as confirmManyRoute, confirmOvertime as confirmRoute } from '@tokimori/contract/manager';
import type { correctOvertime as correctRoute } from '@tokimori/contract/results';
import type { Answer, Input } from '@tokimori/contract/route';
import { presenceOf } from '@tokimori/law/working-time/stays';
import type { CommandOf } from '@tokimori/records/overtime-commands';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeed } from './journal.ts';
import { byHead, inPlace } from './overtime-by-head.ts';
import { groundOn, rulesOn, tryDeed } from './overtime-deeds.ts';
import { eachOf } from './overtime-many.ts';
import { readDayFacts } from './reading/day-facts.ts';
import { dayOf, type Here, here } from './reading/moment.ts';
import type { OvertimeRow } from './reading/overtime-rows.ts';

/** What a result is confirmed as; without hours, as ordered. */
type Result = Pick<Input<typeof confirmRoute>, 'from' | 'until' | 'note' | 'ground'>;

/**
 * 実績の確認, as ordered or as really worked. Real work is taken whatever its length; beyond the order or the record of
 * presence with a reason.
 */
export const confirmOvertime = (
  context: Context,
  actor: Actor,
  input: Input<typeof confirmRoute>,
): Promise<Answer<typeof confirmRoute>> =>
  byHead(context, actor, input.id, input.note, async (tx, at, row) => {
    await holdStaff(tx, [row.staff]);
    return confirming(context, tx, actor, at, row, input);
  });

/** 実績の訂正: what was confirmed is put right with the reason; refused while the month is closed. */
export const correctOvertime = (
  context: Context,
  actor: Actor,
  input: Input<typeof correctRoute>,
): Promise<Answer<typeof correctRoute>> =>
  byHead(context, actor, input.id, input.note, async (tx, at, row) => {
    await holdStaff(tx, [row.staff]);
    const { from, until, note } = input;
    return { ...(await confirming(context, tx, actor, at, row, input)), type: 'correct', from, until, note };
  });

/** Confirms several results as ordered, each by a deed of its own. Those that need a reason are named and left alone. */
export async function confirmMany(
  context: Context,
  actor: Actor,
  input: Input<typeof confirmManyRoute>,
): Promise<Answer<typeof confirmManyRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { done, left } = await eachOf(tx, at, actor, input.ids, async (row, place) => {
      const command = await confirming(context, tx, actor, at, row, { note: '' });
      return tryDeed(tx, at, row.id, row, { ...command, ...inPlace(place) }, '', place);
    });
    return { confirmed: done.map(({ id }) => id), left };
  });
}

/** The deed, with what its duty date and the record of presence say now. */
async function confirming(
  context: Context,
  tx: Tx,
  actor: Actor,
  at: Here,
  { id, staff, duty_date: dutyDate }: OvertimeRow,
  { from, until, note, ground: cutGround }: Result,
): Promise<CommandOf<'confirm'> & { readonly actor: string }> {
  const { parameters } = await rulesOn(context, tx, dutyDate);
  const [ground, facts] = await Promise.all([
    groundOn(context, tx, { id, staff, dutyDate }),
    readDayFacts(tx, at, parameters, staff, dayOf(dutyDate)),
  ]);
  return {
    type: 'confirm',
    actor: actorName(actor),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    note,
    ...(cutGround === undefined ? {} : { cutGround }),
    ground,
    presence: presenceOf(facts).stays,
  };
}
