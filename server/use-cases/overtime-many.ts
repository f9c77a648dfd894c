import type { orderMany as orderManyRoute } from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import type { settleMany as settleManyRoute } from '@tokimori/contract/standing-in';
import type { OvertimeCommand } from '@tokimori/records/overtime-commands';
import type { RefusedDeed } from '@tokimori/records/recorded';
import { mayDecideInPlace } from '../access/policies-standing-in.ts';
import { type DecidingScope, decidingScopeOf } from '../access/standing-in.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeed } from './journal.ts';
import { inPlace, placesOf } from './overtime-by-head.ts';
import { askedFor, judged } from './overtime-decision.ts';
import { rulesOn, tryDeed } from './overtime-deeds.ts';
import { dayRefused } from './reading/day-reach.ts';
import { type Here, here } from './reading/moment.ts';
import { askedAfterTheFact, type OvertimeRow, readOvertimes } from './reading/overtime-rows.ts';
import { refuseDeed, wordsOf } from './refused-deed.ts';
import type { Place } from './standing-in/place.ts';

/** A deed of several that was left alone, with the reason in words. */
type Left = { readonly code: string; readonly message: string };
export function leftAs(refused: RefusedDeed): Left {
  const { title, detail } = wordsOf(refused);
  return { code: refused.code, message: `${title}。${detail}` };
}

const notFound: RefusedDeed = { code: 'overtime.not-found', figures: {}, words: {} };
const afterTheFact: RefusedDeed = { code: 'overtime.order.after-one-by-one', figures: {}, words: {} };
type Decide = (row: OvertimeRow, place: Place) => Promise<RefusedDeed | null>;

/**
 * Decides on each of several overtime by itself, with the people held so that nobody else decides for them. What is out of the actor's reach is
 * not told apart from what is not there.
 * @returns what was decided and what was left alone, in the order asked
 */
export async function eachOf(
  tx: Tx,
  at: Here,
  actor: Actor,
  ids: readonly string[],
  decide: Decide,
): Promise<{ readonly done: OvertimeRow[]; readonly left: (Left & { readonly id: string })[] }> {
  const [first, scope] = await Promise.all([readOvertimes(tx, ids), decidingScopeOf(tx, actor, at.dutyDate)]);
  await holdStaff(tx, [...new Set(first.map((row) => row.staff))]);
  // Read again, now that nobody else decides for these people.
  const rows = await readOvertimes(tx, ids);
  const places = await placesOf(tx, at, actor, scope, rows);
  const done: OvertimeRow[] = [];
  const left: (Left & { readonly id: string })[] = [];
  for (const id of new Set(ids)) {
    const row = rows.find((each) => each.id === id);
    const refused = row === undefined ? notFound : await decideOne(actor, scope, row, places(row), decide);
    if (refused !== null) left.push({ id, ...leftAs(refused) });
    else if (row !== undefined) done.push(row);
  }
  return { done, left };
}

const decideOne = async (actor: Actor, scope: DecidingScope, row: OvertimeRow, place: Place, decide: Decide) =>
  mayDecideInPlace(actor, scope, row) ? decide(row, place) : notFound;

/** Orders several requests that keep every limit. Those that do not, and those made after the fact, are named with the reason and left alone. */
export async function orderMany(
  context: Context,
  actor: Actor,
  input: Input<typeof orderManyRoute>,
): Promise<Answer<typeof orderManyRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const above = new Set<string>();
    const { done, left } = await eachOf(tx, at, actor, input.ids, async (row, place) => {
      if (place.finality.above) above.add(row.id);
      return orderOne(context, tx, actor, at, row, place);
    });
    const ids = done.map(({ id }) => id);
    return { ordered: ids.filter((id) => !above.has(id)), approved: ids.filter((id) => above.has(id)), left };
  });
}

async function orderOne(
  context: Context,
  tx: Tx,
  actor: Actor,
  at: Here,
  row: OvertimeRow,
  place: Place,
): Promise<RefusedDeed | null> {
  if (askedAfterTheFact(row)) return afterTheFact;
  const outOfReach = await dayRefused(tx, at, row.staff, row.duty_date);
  if (outOfReach !== null) return outOfReach;
  const rules = await rulesOn(context, tx, row.duty_date);
  const given = await judged(context, tx, at, row.staff, askedFor(row), rules, place);
  // Exceptional work over a cap, and an emergency, are decided one by one.
  const alone = { exceptionalCategories: [], emergency: false, note: '', healthConfirmed: false, askedLate: false };
  const plain = { ...given, ...alone };
  const command = { type: 'order', actor: actorName(actor), ...plain, ...inPlace(place) } as const;
  return tryDeed(tx, at, row.id, row, command, '', place);
}

/** 差戻し, 却下 or 取消 of several, each by a deed of its own and with the one reason. */
export async function settleMany(
  context: Context,
  actor: Actor,
  input: Input<typeof settleManyRoute>,
): Promise<Answer<typeof settleManyRoute>> {
  const command = settling(actorName(actor), input);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { done, left } = await eachOf(tx, at, actor, input.ids, (row, place) =>
      tryDeed(tx, at, row.id, row, { ...command, ...inPlace(place) }, input.note, place),
    );
    return { done: done.map(({ id }) => id), left };
  });
}

function settling(actor: string, { deed, note, ground }: Input<typeof settleManyRoute>) {
  if (deed !== 'reject') return { type: deed, actor, note } as OvertimeCommand & { readonly actor: string };
  if (ground === undefined) return refuseDeed({ code: 'overtime.reject.ground-missing', figures: {}, words: {} });
  return { type: deed, actor, note, rejectGround: ground } as const;
}
