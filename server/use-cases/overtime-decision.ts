import type {
  orderOvertime as orderRoute,
  rejectOvertime as rejectRoute,
  returnOvertime as returnRoute,
  revokeOvertime as revokeRoute,
  startOrder as startRoute,
} from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import { lengthOf } from '@tokimori/records/overtime-length';
import { ensure } from '../access/policies.ts';
import { mayDecideInPlace } from '../access/policies-standing-in.ts';
import { refuse } from '../access/refusal.ts';
import { decidingScopeOf } from '../access/standing-in.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeedOnce } from './journal.ts';
import { byHead, inPlace, placesOf } from './overtime-by-head.ts';
import {
  type DayRules,
  doOvertimeDeed,
  ensureDay,
  groundOn,
  monthOfOvertime,
  rulesOn,
  viewOf,
} from './overtime-deeds.ts';
import { dayInput } from './reading/date-input.ts';
import { type Asked, exceptionalCategoriesOn, judgeOrder } from './reading/effect.ts';
import { readGrounds } from './reading/grounds.ts';
import { type Here, here } from './reading/moment.ts';
import { askedAfterTheFact, type OvertimeRow, readOvertime } from './reading/overtime-rows.ts';
import { placeWithin } from './reading/persons.ts';
import { type Place, reachOf } from './standing-in/place.ts';

type View = Answer<typeof orderRoute>;

/** Orders what was requested, shortened or as exceptional work if need be. Refused where it would break a cap otherwise. */
export async function orderOvertime(context: Context, actor: Actor, input: Input<typeof orderRoute>): Promise<View> {
  return byHead(context, actor, input.id, input.note, async (tx, at, first, place) => {
    await Promise.all([holdStaff(tx, [first.staff]), ensureDay(tx, at, first.staff, first.duty_date)]);
    const rules = await rulesOn(context, tx, first.duty_date);
    const asked = askedFor(first, input);
    return {
      type: 'order',
      actor: actorName(actor),
      ...(input.until === undefined ? {} : { until: input.until }),
      ...(input.category === undefined ? {} : { category: input.category }),
      ...(input.ground === undefined ? {} : { cutGround: input.ground }),
      note: input.note,
      healthConfirmed: input.healthConfirmed,
      askedLate: askedAfterTheFact(first),
      emergency: input.emergency ?? false,
      ...(await judged(context, tx, at, first.staff, asked, rules, place)),
    };
  });
}

export const askedFor = (
  row: OvertimeRow,
  change: { until?: number | undefined; category?: Asked['category'] | undefined } = {},
): Asked => ({
  id: row.id,
  dutyDate: row.duty_date,
  from: row.from_minute,
  until: change.until ?? row.until_minute,
  minutes: row.minutes,
  category: change.category ?? row.category,
});

const finalityIn = ({ finality: { risen, above } }: Place): 'own' | 'moved' | 'above' =>
  above ? 'above' : risen ? 'moved' : 'own';

/** The rules of the day and what the caps say, as an order needs them. */
export async function judged(
  context: Context,
  tx: Tx,
  at: Here,
  staff: string,
  asked: Asked,
  { parameters }: DayRules,
  place: Place,
) {
  const ground = (await readGrounds(context, tx, at, [staff], monthOfOvertime(asked.dutyDate))).get(staff);
  if (ground === undefined) throw new Error(`no ground for ${staff}`);
  const exceptionalCategories = exceptionalCategoriesOn(ground, asked.dutyDate);
  const { priorOrderDeadline: orderDeadline } = parameters;
  const on = { id: asked.id ?? '', staff, dutyDate: asked.dutyDate };
  const [onDay, reach] = await Promise.all([groundOn(context, tx, on), reachOf(tx, place, on)]);
  const finality = finalityIn(place);
  return { ground: onDay, exceptionalCategories, orderDeadline, finality, caps: judgeOrder(ground, asked), ...reach };
}

/** Orders overtime without a request. */
export async function startOrder(context: Context, actor: Actor, input: Input<typeof startRoute>): Promise<View> {
  dayInput('date', input.date);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, staff, date: dutyDate, from, until, category, work, note, healthConfirmed } = input;
    const [scope, department, row] = await Promise.all([
      decidingScopeOf(tx, actor, at.dutyDate),
      placeWithin(tx, input.department, staff, dutyDate),
      readOvertime(tx, id),
    ]);
    ensure(mayDecideInPlace(actor, scope, { staff, department: input.department }));
    await Promise.all([holdStaff(tx, [staff]), ensureDay(tx, at, staff, dutyDate)]);
    if (department === null) notInSection();
    const rules = await rulesOn(context, tx, dutyDate);
    const rising = { staff, department, duty_date: dutyDate };
    const place = (await placesOf(tx, at, actor, scope, [rising]))(rising);
    const subject = { staff, dutyDate, department, from, until, category, work, note, healthConfirmed };
    const asked = { id, dutyDate, from, until, category, minutes: lengthOf({ from, until }, rules.allotment).minutes };
    const given = { ...(await judged(context, tx, at, staff, asked, rules, place)), ...inPlace(place) };
    const emergency = input.emergency ?? false;
    const command = { type: 'startOrder', actor: actorName(actor), ...subject, ...given, emergency } as const;
    await doOvertimeDeed(tx, at, id, row, command, note, place);
    return viewOf(tx, id);
  });
}

function notInSection(): never {
  return refuse('overtime.order.not-in-section', {
    title: 'この課の職員ではありません',
    detail: 'その日にこの課に所属する職員にだけ命令できます。応援のときは、先に兼務の発令を人事課に依頼してください。',
    fields: [{ field: 'staff', code: 'not-in-section', message: 'この課の職員を選んでください' }],
  });
}

/** 差戻し. */
export const returnOvertime = (context: Context, actor: Actor, input: Input<typeof returnRoute>): Promise<View> =>
  byHead(context, actor, input.id, input.note, () => ({ type: 'return', actor: actorName(actor), note: input.note }));

/** 却下, with a ground of the list; the person is told both. */
export const rejectOvertime = (context: Context, actor: Actor, input: Input<typeof rejectRoute>): Promise<View> =>
  byHead(context, actor, input.id, input.note, () => {
    const { note, ground: rejectGround } = input;
    return { type: 'reject', actor: actorName(actor), note, rejectGround };
  });

/** 取消 of an order already given. */
export const revokeOvertime = (context: Context, actor: Actor, input: Input<typeof revokeRoute>): Promise<View> =>
  byHead(context, actor, input.id, input.note, () => ({ type: 'revoke', actor: actorName(actor), note: input.note }));
