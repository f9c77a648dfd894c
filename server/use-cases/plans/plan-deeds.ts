import type {
  agreePlan as agreeRoute,
  receivePlan as receiveRoute,
  returnPlan as returnRoute,
  savePlan as saveRoute,
} from '@tokimori/contract/plans';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { decidePlan, evolvePlan, type Plan, type PlanCommand, type Returner } from '@tokimori/records/plan';
import { weeksOf } from '@tokimori/records/plan-prefill';
import { ensure } from '../../access/policies.ts';
import { mayAgreeAsUnion, mayDraftPlan, mayReceivePlan, mayViewPlan } from '../../access/policies-plans.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append, doDeedOnce, recordChanged } from '../journal.ts';
import { type Here, here, monthDate, monthIndexOf } from '../reading/moment.ts';
import { membersOf } from '../reading/section-people.ts';
import { carriedMeasures } from './carried.ts';
import { carryMeasures } from './measures-of-report.ts';
import { type PlanRow, planStream, readPlan, writePlan } from './plan-rows.ts';
import { dayOfPlaces, type PlanSection, planSection } from './plan-section.ts';
import { refusePlan } from './refused-plan.ts';
import { settlePlanDues } from './settle-plan-dues.ts';

type Stood = Answer<typeof saveRoute>;
type Opened = {
  readonly tx: Tx;
  readonly at: Here;
  readonly scope: Scope;
  readonly section: PlanSection;
  readonly month: MonthIndex;
  readonly row: PlanRow | null;
};
type On = { readonly department: string; readonly month: string; readonly version: number };

/**
 * One deed on a plan: reads it, asks who may, decides, writes event and projection. Whoever decided on an older version than stands is told
 * so; the same deed twice is done once.
 */
async function deedOn(
  context: Context,
  actor: Actor,
  input: On,
  reason: string,
  command: (opened: Opened) => Promise<PlanCommand>,
): Promise<Stood> {
  const month = monthIndexOf(input.month);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [scope, section] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      planSection(tx, input.department, month, at),
    ]);
    const key = { department: section.department, monthDate: monthDate(month) };
    const row = await readPlan(tx, key);
    const answer = decidePlan(await command({ tx, at, scope, section, month, row }), row?.plan ?? null);
    if ('refused' in answer) refusePlan(answer.refused);
    if (answer.events.length === 0) return { state: row?.plan.state ?? 'draft', version: row?.version ?? 0 };
    if ((row?.version ?? 0) !== input.version) recordChanged();
    const by = { actor: actorName(actor), occurredAt: at.now };
    const version = await append(tx, {
      stream: planStream(key),
      after: row?.version ?? 0,
      events: answer.events,
      reason,
      ...by,
    });
    const after = answer.events.reduce<Plan | null>(
      (before, event) => evolvePlan(before, { event, ...by }),
      row?.plan ?? null,
    );
    if (after === null) throw new Error('an event leaves a plan behind');
    await writePlan(tx, after, version);
    if (after.state === 'agreedByHead') await carryAll(tx, after);
    if (after.state === 'received') await settlePlanDues(tx, at.now);
    return { state: after.state, version };
  });
}

async function carryAll(tx: Tx, { department, month, measures }: Plan): Promise<void> {
  for (const reported of new Set(measures.map((each) => each.month)))
    await carryMeasures(tx, department, reported, month);
}

/** Writes the draft of a plan. */
export async function savePlan(context: Context, actor: Actor, input: Input<typeof saveRoute>): Promise<Stood> {
  return deedOn(context, actor, input, '', async ({ tx, at, scope, section, month, row }) => {
    ensure(mayDraftPlan(actor, scope, section.department));
    const members = await membersOf(tx, section.departments, formatLocalDate(dayOfPlaces(month, at)));
    return {
      type: 'draft',
      actor: actorName(actor),
      department: section.department,
      month: input.month,
      lines: input.lines,
      remarks: input.remarks,
      weeks: weeksOf(month).length,
      members: new Set([
        ...members.map(({ person }) => person.staff),
        // Somebody planned for before an order of appointment changed stays until the head takes the line out.
        ...(row?.plan.lines ?? []).map(({ staff }) => staff),
      ]),
      reach: month < at.month ? 'over' : month > at.month + 1 ? 'early' : 'open',
    };
  });
}

/** Agrees, as the head (the measures of the last report are taken over then) or as 職員組合. */
export async function agreePlan(context: Context, actor: Actor, input: Input<typeof agreeRoute>): Promise<Stood> {
  return deedOn(context, actor, input, '', async ({ tx, scope, section, month, row }) => {
    if (input.as === 'union') {
      ensure(mayAgreeAsUnion(actor) && mayViewPlan(actor, scope, placed(section, row)));
      return { type: 'agreeAsUnion', actor: actorName(actor) };
    }
    ensure(mayDraftPlan(actor, scope, section.department));
    const measures = (await carriedMeasures(tx, section.department, month)).map(
      ({ month: reported, group_name: group, item, feasible, words }) => ({
        month: reported.slice(0, 7),
        group,
        item,
        feasible,
        words,
      }),
    );
    return { type: 'agreeAsHead', actor: actorName(actor), measures };
  });
}

const placed = ({ department }: PlanSection, row: PlanRow | null) => ({ department, state: row?.plan.state ?? null });

/** 人事課 receives; what was due is settled. */
export async function receivePlan(context: Context, actor: Actor, input: Input<typeof receiveRoute>): Promise<Stood> {
  ensure(mayReceivePlan(actor));
  return deedOn(context, actor, input, '', async () => ({ type: 'receive', actor: actorName(actor) }));
}

/** Returns with a reason, as whoever the plan lies before; the head takes it back. */
export async function returnPlan(context: Context, actor: Actor, input: Input<typeof returnRoute>): Promise<Stood> {
  return deedOn(context, actor, input, input.note, async ({ scope, section, row }) => {
    ensure(mayViewPlan(actor, scope, placed(section, row)));
    const as = returnerOf(actor, scope, section.department);
    ensure(as !== null);
    return { type: 'return', actor: actorName(actor), as, note: input.note };
  });
}

/** As whom somebody returns: 人事課 before all, then the union, then the head. */
export function returnerOf(actor: Actor, scope: Scope, department: string): Returner | null {
  if (mayReceivePlan(actor)) return 'hr';
  if (mayAgreeAsUnion(actor)) return 'union';
  return mayDraftPlan(actor, scope, department) ? 'head' : null;
}
