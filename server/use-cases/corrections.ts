import type { decideCorrection as decideRoute } from '@tokimori/contract/corrections';
import type { Answer, Input } from '@tokimori/contract/route';
import type { reportCorrection as reportRoute } from '@tokimori/contract/staff';
import { ensure, mayDecideCorrection, mayRequestOvertime } from '../access/policies.ts';
import { departmentsOf, scopeOf } from '../access/scope.ts';
import type { Actor, Context } from '../context.ts';
import { correctHours } from './differences/correct-hours.ts';
import { performCorrection } from './differences/correction-deeds.ts';
import { compareDay } from './differences/one-day.ts';
import { readCorrection } from './differences/said.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeed, doDeedOnce } from './journal.ts';
import { ensureDay } from './overtime-deeds.ts';
import { dayInput } from './reading/date-input.ts';
import { here } from './reading/moment.ts';
import { headOf, personOn } from './reading/persons.ts';
import { refuseDeed } from './refused-deed.ts';

/** Reports the true time of a missing or wrong punch, or what the time of a difference was. The same id again changes nothing. */
export async function reportCorrection(
  context: Context,
  actor: Actor,
  input: Input<typeof reportRoute>,
): Promise<Answer<typeof reportRoute>> {
  const staff = actor.staff ?? '';
  ensure(mayRequestOvertime(actor, staff));
  dayInput('date', input.date);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, date: dutyDate, kind: about, in: inMinute, out, reason, answer } = input;
    await Promise.all([holdStaff(tx, [staff]), ensureDay(tx, at, staff, dutyDate)]);
    const person = await personOn(tx, staff, dutyDate);
    const subject = {
      staff,
      dutyDate,
      about,
      in: about === 'punch' ? inMinute : null,
      out: about === 'punch' ? out : null,
      reason,
      answer: about === 'punch' ? null : (answer ?? null),
    };
    // What is answered is there before the answer: whoever is faster than the run of the night is asked by it.
    if (about === 'discrepancy') await compareDay(tx, at, staff, dutyDate);
    const deed = { type: 'report', actor: actorName(actor), subject, dayBoundary: at.parameters.dayBoundary } as const;
    await performCorrection(tx, at, id, deed, reason);
    if (about === 'discrepancy') await compareDay(tx, at, staff, dutyDate);
    return { id, state: 'requested', decidesBy: await headOf(tx, person.department, staff, at.dutyDate) };
  });
}

/**
 * Accepts or rejects a reported correction. What of a difference is found to be work becomes overtime in the same
 * transaction, whatever its length.
 */
export async function decideCorrection(
  context: Context,
  actor: Actor,
  input: Input<typeof decideRoute>,
): Promise<Answer<typeof decideRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const first = await readCorrection(tx, input.id);
    if (first === null) return refuseDeed({ code: 'correction.not-found', figures: {}, words: {} });
    const { staff, duty_date: dutyDate, kind } = first;
    const [scope, departments] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      departmentsOf(tx, staff, dutyDate, at.dutyDate),
      holdStaff(tx, [staff]),
    ]);
    ensure(mayDecideCorrection(actor, scope, { staff, departments }));
    const by = { actor: actorName(actor), note: input.note };
    const hours = input.worked ?? null;
    const worked = hours === null ? {} : { worked: { from: hours.from, until: hours.until } };
    const deed = input.accept ? ({ type: 'accept', ...by, ...worked } as const) : ({ type: 'reject', ...by } as const);
    const done = await performCorrection(tx, at, input.id, deed, input.note);
    if (kind === 'discrepancy' && done !== null) {
      await correctHours(context, tx, at, input.id, done, hours?.category ?? 'normal');
    }
    await compareDay(tx, at, staff, dutyDate);
    return { id: input.id, state: input.accept ? 'accepted' : 'rejected' };
  });
}
