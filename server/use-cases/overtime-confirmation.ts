import type { confirmOvertime as confirmRoute } from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import { presenceOf } from '@tokimori/law/working-time/stays';
import type { Actor, Context } from '../context.ts';
import { actorName } from './journal.ts';
import { byHead } from './overtime-by-head.ts';
import { groundOn, holdStaff, rulesOn } from './overtime-deeds.ts';
import { readDayFacts } from './reading/day-facts.ts';
import { dayOf } from './reading/moment.ts';

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
    const { id, staff, duty_date: dutyDate } = row;
    await holdStaff(tx, [staff]);
    const { parameters } = await rulesOn(context, tx, dutyDate);
    const [ground, facts] = await Promise.all([
      groundOn(context, tx, { id, staff, dutyDate }),
      readDayFacts(tx, at, parameters, staff, dayOf(dutyDate)),
    ]);
    return {
      type: 'confirm',
      actor: actorName(actor),
      ...(input.from === undefined ? {} : { from: input.from }),
      ...(input.until === undefined ? {} : { until: input.until }),
      note: input.note,
      ground,
      presence: presenceOf(facts).stays,
    };
  });
