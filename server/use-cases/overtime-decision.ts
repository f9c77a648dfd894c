import type {
  orderMany as orderManyRoute,
  orderOvertime as orderRoute,
  rejectOvertime as rejectRoute,
  returnOvertime as returnRoute,
  revokeOvertime as revokeRoute,
  startOrder as startRoute,
} from '@tokimori/contract/manager';
import type { Answer, Input } from '@tokimori/contract/route';
import type { RefusedDeed } from '@tokimori/records/recorded';
import { ensure, mayDecideOvertime } from '../access/policies.ts';
import { refuse } from '../access/refusal.ts';
import { type Scope, scopeOf } from '../access/scope.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeed, doDeedOnce } from './journal.ts';
import { byHead } from './overtime-by-head.ts';
import { doOvertimeDeed, ensureDay, groundOn, monthOfOvertime, tryDeed, viewOf } from './overtime-deeds.ts';
import { dayInput } from './reading/date-input.ts';
import { dayRefused } from './reading/day-reach.ts';
import { type Asked, exceptionalCategoriesOn, judgeOrder } from './reading/effect.ts';
import { readGrounds } from './reading/grounds.ts';
import { type Here, here } from './reading/moment.ts';
import { type OvertimeRow, readOvertime, readOvertimes } from './reading/overtime-rows.ts';
import { departmentsBelow } from './reading/persons.ts';
import { wordsOf } from './refused-deed.ts';

type View = Answer<typeof orderRoute>;

/** Orders what was requested, shortened or as exceptional work if need be. Refused where it would break a cap otherwise. */
export async function orderOvertime(context: Context, actor: Actor, input: Input<typeof orderRoute>): Promise<View> {
  return byHead(context, actor, input.id, input.note, async (tx, at, first) => {
    await Promise.all([holdStaff(tx, [first.staff]), ensureDay(tx, at, first.staff, first.duty_date)]);
    const asked = askedFor(first, input);
    return {
      type: 'order',
      actor: actorName(actor),
      ...(input.until === undefined ? {} : { until: input.until }),
      ...(input.category === undefined ? {} : { category: input.category }),
      note: input.note,
      healthConfirmed: input.healthConfirmed,
      ...(await judged(context, tx, at, first.staff, asked)),
    };
  });
}

const askedFor = (
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

/** The rules of the day and what the caps say, as an order needs them. */
async function judged(context: Context, tx: Tx, at: Here, staff: string, asked: Asked) {
  const ground = (await readGrounds(context, tx, at, [staff], monthOfOvertime(asked.dutyDate))).get(staff);
  if (ground === undefined) throw new Error(`no ground for ${staff}`);
  const exceptionalCategories = exceptionalCategoriesOn(ground, asked.dutyDate);
  const onDay = await groundOn(context, tx, { id: asked.id ?? '', staff, dutyDate: asked.dutyDate });
  return { ground: onDay, exceptionalCategories, caps: judgeOrder(ground, asked) };
}

/** Orders overtime without a request. */
export async function startOrder(context: Context, actor: Actor, input: Input<typeof startRoute>): Promise<View> {
  dayInput('date', input.date);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, staff, date: dutyDate, from, until, category, work, note, healthConfirmed } = input;
    const [scope, department, row] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      departmentIn(tx, input.department, staff, dutyDate),
      readOvertime(tx, id),
    ]);
    ensure(mayDecideOvertime(actor, scope, { staff, department: input.department }));
    await Promise.all([holdStaff(tx, [staff]), ensureDay(tx, at, staff, dutyDate)]);
    if (department === null) notInSection();
    const subject = { staff, dutyDate, department, from, until, category, work, note, healthConfirmed };
    const caps = await judged(context, tx, at, staff, { id, dutyDate, from, until, category, minutes: 0 });
    await doOvertimeDeed(tx, at, id, row, { type: 'startOrder', actor: actorName(actor), ...subject, ...caps }, note);
    return viewOf(tx, id);
  });
}

/** Where in a section a person was placed on a day, by the main or a concurrent post; null when nowhere. */
async function departmentIn(tx: Tx, section: string, staff: string, on: string): Promise<string | null> {
  const [row] = await tx.query<{ department: string }>(
    `select a.department from tk.appointment a
     where a.municipality = $1 and a.staff = $2 and a.department = any($3)
       and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $4::date)
     order by a.concurrent, a.effective_from desc limit 1`,
    [tx.municipality, staff, await departmentsBelow(tx, section, on), on],
  );
  return row?.department ?? null;
}

function notInSection(): never {
  return refuse('overtime.order.not-in-section', {
    title: 'この課の職員ではありません',
    detail: 'その日にこの課に所属する職員にだけ命令できます。応援のときは、先に兼務の発令を人事課に依頼してください。',
    fields: [{ field: 'staff', code: 'not-in-section', message: 'この課の職員を選んでください' }],
  });
}

/** Orders several requests that keep every limit. Those that do not are named with the reason and left alone. */
export async function orderMany(
  context: Context,
  actor: Actor,
  input: Input<typeof orderManyRoute>,
): Promise<Answer<typeof orderManyRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [rows, scope] = await Promise.all([readOvertimes(tx, input.ids), scopeOf(tx, actor, at.dutyDate)]);
    await holdStaff(tx, [...new Set(rows.map((row) => row.staff))]);
    const answer: Answer<typeof orderManyRoute> = { ordered: [], left: [] };
    for (const id of new Set(input.ids)) {
      const refused = await orderOne(
        context,
        tx,
        actor,
        at,
        scope,
        rows.find((row) => row.id === id),
      );
      if (refused === null) answer.ordered.push(id);
      else answer.left.push({ id, ...refused });
    }
    return answer;
  });
}

type Left = { readonly code: string; readonly message: string };

async function orderOne(
  context: Context,
  tx: Tx,
  actor: Actor,
  at: Here,
  scope: Scope,
  row: OvertimeRow | undefined,
): Promise<Left | null> {
  if (row === undefined || !mayDecideOvertime(actor, scope, row))
    return leftAs({ code: 'overtime.not-found', figures: {}, words: {} });
  const outOfReach = await dayRefused(tx, at, row.staff, row.duty_date);
  if (outOfReach !== null) return leftAs(outOfReach);
  const given = await judged(context, tx, at, row.staff, askedFor(row));
  // Exceptional work over a cap is decided one by one.
  const caps = { ...given, exceptionalCategories: [] };
  const command = { type: 'order', actor: actorName(actor), note: '', healthConfirmed: false, ...caps } as const;
  const refused = await tryDeed(tx, at, row.id, row, command, '');
  return refused === null ? null : leftAs(refused);
}

/** A deed of several that was left alone, with the reason in words. */
export function leftAs(refused: RefusedDeed): Left {
  const { title, detail } = wordsOf(refused);
  return { code: refused.code, message: `${title}。${detail}` };
}

/** 差戻し. */
export const returnOvertime = (context: Context, actor: Actor, input: Input<typeof returnRoute>): Promise<View> =>
  byHead(context, actor, input.id, input.note, () => ({ type: 'return', actor: actorName(actor), note: input.note }));

/** 却下. */
export const rejectOvertime = (context: Context, actor: Actor, input: Input<typeof rejectRoute>): Promise<View> =>
  byHead(context, actor, input.id, input.note, () => ({ type: 'reject', actor: actorName(actor), note: input.note }));

/** 取消 of an order already given. */
export const revokeOvertime = (context: Context, actor: Actor, input: Input<typeof revokeRoute>): Promise<View> =>
  byHead(context, actor, input.id, input.note, () => ({ type: 'revoke', actor: actorName(actor), note: input.note }));
