import type {
  changeReduction as changeRoute,
  reductionForm as formRoute,
  reductionsView as listRoute,
  moveReduction as moveRoute,
  registerReduction as registerRoute,
  reductionView as viewRoute,
} from '@tokimori/contract/reductions';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import {
  decideReduction,
  evolveReduction,
  type Reduction,
  type ReductionCommand,
  type ReductionPlan,
  waysFrom,
} from '@tokimori/records/breaches/reduction';
import { ensure, is } from '../../access/policies.ts';
import { mayKeepReduction, mayMoveReduction, mayViewReductions } from '../../access/policies-breaches.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { type Here, monthIndexOf, monthOfText } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { readDeeds } from './deeds-of.ts';
import { measure } from './measured.ts';
import { inReach, type Reach, reachOf, sectionNames } from './reach.ts';
import {
  type ReductionRow,
  readReduction,
  readReductions,
  reductionOf,
  reductionShown,
  SHOWN,
  writeReduction,
} from './reduction-rows.ts';
import { refuseBreach } from './refused-breach.ts';

/** 縮減の取組: those that run, late ones first by their day; or those that ended. */
export async function reductionsView(
  context: Context,
  actor: Actor,
  { show }: Input<typeof listRoute>,
): Promise<Answer<typeof listRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    ensure(mayViewReductions(actor));
    const { at, tree, scope } = await reachOf(context, tx, actor);
    const rows = await readReductions(tx, show);
    const names = await namesOf(
      tx,
      rows.map(({ owner }) => owner),
    );
    const today = formatLocalDate(at.day);
    const reductions = rows.map((row) => reductionShown(row, tree, names, today));
    return {
      on: today,
      late: reductions.filter(({ late }) => late).length,
      more: rows.length >= SHOWN,
      reductions,
      mayRegister: is(actor, 'hr') || (is(actor, 'manager') && scope.departments.size > 0),
    };
  });
}

/** One measure with what was measured since it began. Of single people only those hear who may keep it or see everybody. */
export async function reductionView(
  context: Context,
  actor: Actor,
  { id }: Input<typeof viewRoute>,
): Promise<Answer<typeof viewRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    ensure(mayViewReductions(actor));
    const reach = await reachOf(context, tx, actor);
    const row = await readReduction(tx, id);
    if (row === null) return refuseBreach({ code: 'reduction.not-found', figures: {}, words: {} });
    const mayKeep = mayKeepReduction(actor, reach.scope, row.sections);
    const staff = await staffOfRecords(tx, row.records);
    const mayHearOfPeople = mayKeep || reach.departments === null;
    const { ofSections, ofPeople } = await measureBoth(tx, reach, row, mayHearOfPeople ? staff : []);
    const history = await readDeeds(tx, `reduction/${id}`);
    const names = await namesOf(tx, [row.owner, row.registered_by, ...history.map(({ by }) => by)]);
    const today = formatLocalDate(reach.at.day);
    return {
      ...reductionShown(row, reach.tree, names, today),
      on: today,
      what: row.what,
      records: row.records,
      registeredBy: names.get(row.registered_by) ?? row.registered_by,
      ofSections,
      ofPeople,
      people: staff.length,
      mayKeep,
      moves: mayMoveReduction(actor, reach.scope, row) ? [...waysFrom(row.state)] : [],
      history: history.map((deed) => ({ ...deed, by: names.get(deed.by) ?? deed.by })),
    };
  });
}

async function staffOfRecords(tx: Tx, records: readonly string[]): Promise<readonly string[]> {
  if (records.length === 0) return [];
  const rows = await tx.query<{ staff: string }>(
    'select distinct b.staff from tk.breach b where b.municipality = $1 and b.id = any($2::uuid[])',
    [tx.municipality, records],
  );
  return rows.map(({ staff }) => staff);
}

async function measureBoth(tx: Tx, { at, tree }: Reach, row: ReductionRow, staff: readonly string[]) {
  const begins = monthOfText(row.from_month.slice(0, 7));
  const moment = { through: at.month - 1, now: at.now };
  const departments = [...new Set(row.sections.flatMap((section) => tree.below(section)))];
  const ofSections = await measure(tx, { departments }, begins, moment);
  return { ofSections, ofPeople: staff.length === 0 ? null : await measure(tx, { staff }, begins, moment) };
}

/** What may be chosen when a measure is registered, and the records of a 課 and cause that it may answer. */
export async function reductionForm(
  context: Context,
  actor: Actor,
  { year, section, cause }: Input<typeof formRoute>,
): Promise<Answer<typeof formRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    const { tree, scope, at, departments, runningYear } = reach;
    const sections = tree.nodes
      .filter(({ kind, department }) => kind === 'division' && mayKeepReduction(actor, scope, [department]))
      .map(({ department }) => department);
    const records =
      section === undefined && cause === undefined
        ? []
        : await tx.query<{ id: string }>(
            `select b.id from tk.breach b
             where b.municipality = $1 and b.fiscal_year = $3 and ${inReach} and b.standing = 'holds'
               and ($4::text is null or b.section = $4) and ($5::text is null or $5 = any(b.causes))
             order by b.month desc, b.id limit 200`,
            [tx.municipality, departments, year ?? runningYear, section ?? null, cause ?? null],
          );
    return {
      on: formatLocalDate(at.day),
      sections: sectionNames(tree, sections),
      causes: [...at.parameters.breaches.causes],
      records: records.map(({ id }) => id),
    };
  });
}

/** Registers a measure. The same id again changes nothing. */
export async function registerReduction(
  context: Context,
  actor: Actor,
  { id, plan }: Input<typeof registerRoute>,
): Promise<Answer<typeof registerRoute>> {
  return doDeedOnce(context, actor, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    ensure(mayKeepReduction(actor, reach.scope, plan.sections));
    const known = await readReduction(tx, id);
    // The same once more is the same, also after its day has come.
    if (known === null) ensureToCome(plan, reach);
    await ensurePlan(tx, reach, plan, known?.causes);
    await perform(tx, reach.at, id, { type: 'register', plan }, actorName(actor));
    return { id };
  });
}

/** Changes what a measure is. Whoever changes it must be allowed both the 課 it had and those it is to have. */
export async function changeReduction(
  context: Context,
  actor: Actor,
  { id, plan }: Input<typeof changeRoute>,
): Promise<Answer<typeof changeRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const reach = await reachOf(context, tx, actor);
    const row = await readReduction(tx, id, 'for update');
    if (row === null) return refuseBreach({ code: 'reduction.not-found', figures: {}, words: {} });
    ensure(mayKeepReduction(actor, reach.scope, row.sections) && mayKeepReduction(actor, reach.scope, plan.sections));
    if (plan.dueOn !== row.due_on) ensureToCome(plan, reach);
    await ensurePlan(tx, reach, plan, row.causes);
    await perform(tx, reach.at, id, { type: 'change', plan }, actorName(actor));
    return { id };
  });
}

/** Says how far a measure is. */
export async function moveReduction(
  context: Context,
  actor: Actor,
  { id, to, note }: Input<typeof moveRoute>,
): Promise<Answer<typeof moveRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const { at, scope } = await reachOf(context, tx, actor);
    const row = await readReduction(tx, id, 'for update');
    if (row === null) return refuseBreach({ code: 'reduction.not-found', figures: {}, words: {} });
    ensure(mayMoveReduction(actor, scope, row));
    await perform(tx, at, id, { type: 'move', to, note }, actorName(actor), note);
    return { state: to };
  });
}

/** What is done has its day still to come: today, or later. */
function ensureToCome({ dueOn }: ReductionPlan, { at }: Reach): void {
  if (dayInput('dueOn', dueOn) < at.day) refuseField('dueOn', '期限が今日より前の日付です');
}

/**
 * A plan names days of the calendar, 課 that exist, causes of the municipality, an owner who is registered, and records the caller may see.
 * @param kept causes that it has already: they stay, also where the municipality does not have them any more
 */
async function ensurePlan(
  tx: Tx,
  { tree, departments, at }: Reach,
  plan: ReductionPlan,
  kept: readonly string[] = [],
): Promise<void> {
  dayInput('dueOn', plan.dueOn);
  const offered = [...at.parameters.breaches.causes, ...kept];
  const strange = plan.causes.find((cause) => !offered.includes(cause));
  if (strange !== undefined) refuseField('causes', `「${strange}」は、いまの要因の区分にありません`);
  monthIndexOf(plan.from);
  const unknown = plan.sections.find((section) => tree.find(section) === undefined);
  if (unknown !== undefined) refuseField('sections', `所属 ${unknown} はありません`);
  const [owners, records] = await Promise.all([
    tx.query('select s.staff from tk.staff s where s.municipality = $1 and s.staff = $2', [
      tx.municipality,
      plan.owner,
    ]),
    tx.query<{ count: number }>(
      `select count(*)::int as count from tk.breach b where b.municipality = $1 and b.id = any($3::uuid[]) and ${inReach}`,
      [tx.municipality, departments, plan.records],
    ),
  ]);
  if (owners.length === 0) refuseField('owner', `職員番号 ${plan.owner} の職員は登録されていません`);
  if (records[0]?.count !== new Set(plan.records).size) refuseField('records', '見られない記録が含まれています');
}

const refuseField = (field: string, message: string): never =>
  refuse(`reduction.${field}`, {
    title: '取組の内容を確かめてください',
    detail: `${message}。直してから、もう一度登録してください。`,
    fields: [{ field, code: 'unknown', message }],
  });

async function perform(
  tx: Tx,
  at: Here,
  id: string,
  command: ReductionCommand,
  actor: string,
  reason = '',
): Promise<void> {
  const row = await readReduction(tx, id, 'for update');
  const before = row === null ? null : reductionOf(row);
  const answer = decideReduction(command, before);
  if ('refused' in answer) return refuseBreach(answer.refused);
  const after = answer.events.reduce<Reduction | null>(
    (state, event) => evolveReduction(state, { event, actor, occurredAt: at.now }),
    before,
  );
  if (after === null || answer.events.length === 0) return;
  const version = await append(tx, {
    stream: `reduction/${id}`,
    after: row?.version ?? 0,
    events: answer.events,
    actor,
    reason,
    occurredAt: at.now,
  });
  await writeReduction(tx, id, after, { version, now: at.now });
}
