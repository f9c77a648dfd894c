import type { confirmMany as confirmManyRoute, confirmOvertime as confirmRoute } from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import { presenceOf } from '@tokimori/law/working-time/stays';
import type { CommandOf } from '@tokimori/records/overtime-commands';
import { mayDecideOvertime } from '../access/policies.ts';
import { scopeOf } from '../access/scope.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeed } from './journal.ts';
import { byHead } from './overtime-by-head.ts';
import { leftAs } from './overtime-decision.ts';
import { groundOn, rulesOn, tryDeed } from './overtime-deeds.ts';
import { readDayFacts } from './reading/day-facts.ts';
import { dayOf, type Here, here } from './reading/moment.ts';
import { type OvertimeRow, readOvertimes } from './reading/overtime-rows.ts';

/** What a result is confirmed as; without hours, as ordered. */
type Result = Pick<Input<typeof confirmRoute>, 'from' | 'until' | 'note'>;

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

/** Confirms several results as ordered, each by a deed of its own. Those that need a reason are named and left alone. */
export async function confirmMany(
  context: Context,
  actor: Actor,
  input: Input<typeof confirmManyRoute>,
): Promise<Answer<typeof confirmManyRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [found, scope] = await Promise.all([readOvertimes(tx, input.ids), scopeOf(tx, actor, at.dutyDate)]);
    await holdStaff(tx, [...new Set(found.map((row) => row.staff))]);
    // Read again, now that nobody else decides for these people.
    const rows = new Map((await readOvertimes(tx, input.ids)).map((row) => [row.id, row]));
    const answer: Answer<typeof confirmManyRoute> = { confirmed: [], left: [] };
    for (const id of new Set(input.ids)) {
      const row = rows.get(id);
      const refused =
        row === undefined || !mayDecideOvertime(actor, scope, row)
          ? { code: 'overtime.not-found', figures: {}, words: {} }
          : await tryDeed(tx, at, id, row, await confirming(context, tx, actor, at, row, { note: '' }), '');
      if (refused === null) answer.confirmed.push(id);
      else answer.left.push({ id, ...leftAs(refused) });
    }
    return answer;
  });
}

/** The deed, with what its duty date and the record of presence say now. */
async function confirming(
  context: Context,
  tx: Tx,
  actor: Actor,
  at: Here,
  { id, staff, duty_date: dutyDate }: OvertimeRow,
  { from, until, note }: Result,
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
    ground,
    presence: presenceOf(facts).stays,
  };
}
