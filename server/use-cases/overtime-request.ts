import type { Answer, Input } from '@tokimori/contract/route';
import type {
  myOvertime as myOvertimeRoute,
  previewOvertime as previewRoute,
  requestOvertime as requestRoute,
  withdrawOvertime as withdrawRoute,
} from '@tokimori/contract/staff';
import { requestRefused } from '@tokimori/records/overtime';
import { ensure, mayRequestOvertime } from '../access/policies.ts';
import type { Actor, Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { staffMeant } from './access-to-staff.ts';
import { rememberTask } from './designations/overtime-ground.ts';
import { taskNamed } from './designations/tasks.ts';
import { holdStaff } from './hold-staff.ts';
import { actorName, doDeed, doDeedOnce } from './journal.ts';
import { doOvertimeDeed, ensureDay, groundOn, monthOfOvertime, overtimeFor, viewOf } from './overtime-deeds.ts';
import { dayInput } from './reading/date-input.ts';
import { readTree } from './reading/department-tree.ts';
import { type Asked, effectOf } from './reading/effect.ts';
import { type Ground, readGrounds } from './reading/grounds.ts';
import { dayOf, type Here, here } from './reading/moment.ts';
import { overtimeView, ownOvertime, readOvertime } from './reading/overtime-rows.ts';
import { headOf, personOf, personOn, personsOn } from './reading/persons.ts';
import { refuseDeed } from './refused-deed.ts';
import { objectionsTo } from './standing-in/objections.ts';

/** What a request would do to the month and the year. Nothing is stored. */
export async function previewOvertime(
  context: Context,
  actor: Actor,
  input: Input<typeof previewRoute>,
): Promise<Answer<typeof previewRoute>> {
  const staff = staffMeant(actor, 'me');
  dayInput('date', input.date);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    await ensureDay(tx, at, staff, input.date);
    const { date: dutyDate, from, until } = input;
    const impossible = requestRefused(
      { dutyDate, from, until },
      await groundOn(context, tx, { id: '', staff, dutyDate }),
    );
    if (impossible !== null) refuseDeed(impossible.refused);
    return effectOf(await groundFor(context, tx, at, staff, input.date), askedBy(null, input));
  });
}

async function groundFor(context: Context, tx: Tx, at: Here, staff: string, dutyDate: string): Promise<Ground> {
  const ground = (await readGrounds(context, tx, at, [staff], monthOfOvertime(dutyDate))).get(staff);
  if (ground === undefined) throw new Error(`no ground for ${staff}`);
  return ground;
}

const askedBy = (id: string | null, input: Input<typeof previewRoute>): Asked => {
  const { date: dutyDate, from, until, category } = input;
  return { id, dutyDate, from, until, category, minutes: 0 };
};

/** Requests overtime. Taken whatever its number of hours; the same request again is the same. */
export async function requestOvertime(
  context: Context,
  actor: Actor,
  input: Input<typeof requestRoute>,
): Promise<Answer<typeof requestRoute>> {
  const staff = staffMeant(actor, 'me');
  ensure(mayRequestOvertime(actor, staff));
  dayInput('date', input.date);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, date: dutyDate, from, until, work, why } = input;
    await Promise.all([holdStaff(tx, [staff]), ensureDay(tx, at, staff, dutyDate)]);
    const [row, person, span] = await Promise.all([
      readOvertime(tx, id),
      personOn(tx, staff, dutyDate),
      groundOn(context, tx, { id, staff, dutyDate }),
    ]);
    const category = await categoryOf(tx, input, person.department);
    const subject = { staff, dutyDate, department: person.department, from, until, category, work, why };
    const command = { type: 'request', actor: actorName(actor), ...subject, ground: span } as const;
    await doOvertimeDeed(tx, at, id, row, command, why);
    if (typeof input.task === 'string') await rememberTask(tx, { id, staff, dutyDate }, input.task, at.now);
    const [overtime, ground, decidesBy] = await Promise.all([
      viewOf(tx, id),
      groundFor(context, tx, at, staff, dutyDate),
      headOf(tx, person.department, staff, at.dutyDate),
    ]);
    return { overtime, effect: effectOf(ground, askedBy(id, { ...input, category })), decidesBy };
  });
}

/** Work on a task that is designated as 特例業務 is requested as such, whatever was ticked. */
async function categoryOf(tx: Tx, { category, task, date }: Input<typeof requestRoute>, department: string) {
  if (typeof task !== 'string') return category;
  const chain = (await readTree(tx, dayOf(date))).chain(department).map((node) => node.department);
  return (await taskNamed(tx, task, chain, date)) === 'exceptional' ? 'exceptional' : category;
}

/** Own requests and orders, newest first. */
export async function myOvertime(context: Context, actor: Actor): Promise<Answer<typeof myOvertimeRoute>> {
  const staff = staffMeant(actor, 'me');
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [rows, persons] = await Promise.all([ownOvertime(tx, staff), personsOn(tx, [staff], at.dutyDate)]);
    const objections = await objectionsTo(
      tx,
      rows.map(({ id }) => id),
    );
    return { overtime: rows.map((row) => overtimeView(row, personOf(persons, staff))), objections };
  });
}

/** Withdraws an own request before it is decided (取下げ). */
export async function withdrawOvertime(
  context: Context,
  actor: Actor,
  input: Input<typeof withdrawRoute>,
): Promise<Answer<typeof withdrawRoute>> {
  const staff = staffMeant(actor, 'me');
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const row = await overtimeFor(tx, input.id);
    ensure(mayRequestOvertime(actor, row.staff));
    await doOvertimeDeed(tx, at, input.id, row, { type: 'withdraw', actor: staff, reason: input.reason }, input.reason);
    return viewOf(tx, input.id);
  });
}
