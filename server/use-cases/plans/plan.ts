import type { planView as viewRoute } from '@tokimori/contract/plans';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { type Plan, type PlanLine, plannedMinutes } from '@tokimori/records/plan';
import { weeksOf } from '@tokimori/records/plan-prefill';
import { ensure } from '../../access/policies.ts';
import {
  mayAgreeAsUnion,
  mayDraftPlan,
  mayReceivePlan,
  mayViewPlan,
  mayViewPlanActuals,
  mayWriteReportMeasures,
} from '../../access/policies-plans.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { groupsOf } from '../forms/groups.ts';
import { type Here, here, monthDate, monthIndexOf, throughOf } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { sectionSums } from '../reading/section-people.ts';
import { type CarriedMeasure, carriedMeasures, pastMeasures, withEffects } from './carried.ts';
import { returnerOf } from './plan-deeds.ts';
import { beginningOf, daysOfSection, type PlannedPerson, plannedPeople } from './plan-people.ts';
import { planStream, readPlan } from './plan-rows.ts';
import { isLate, type PlanSection, planDueDays, planSection } from './plan-section.ts';

type View = Answer<typeof viewRoute>;

/** The plan of a section for a month, prefilled where it is not begun. */
export const planView = (context: Context, actor: Actor, input: Input<typeof viewRoute>): Promise<View> =>
  context.store.tenant(actor.municipality, (tx) => readPlanView(context, tx, actor, input));

/** Reads the plan for whoever may see it. */
export async function readPlanView(
  context: Context,
  tx: Tx,
  actor: Actor,
  input: Input<typeof viewRoute>,
): Promise<View> {
  const month = monthIndexOf(input.month);
  const at = await here(context, tx);
  const [scope, section] = await Promise.all([
    scopeOf(tx, actor, at.dutyDate),
    planSection(tx, input.department, month, at),
  ]);
  const { department } = section;
  const row = await readPlan(tx, { department, monthDate: monthDate(month) });
  const plan = row?.plan ?? null;
  ensure(mayViewPlan(actor, scope, { department, state: plan?.state ?? null }));
  const whole = mayViewPlanActuals(actor, scope, department);
  const people = await plannedPeople(tx, at, section, month, plan?.lines ?? []);
  const lines = plan?.lines ?? (await beginningOf(tx, at, section, month, people));
  const [dueOf, sums, weeks, measures, history, groups] = await Promise.all([
    planDueDays(tx, month, [department]),
    sumsOf(tx, at, section, month, { lines, people, whole }),
    weeksWith(tx, at, section, month, whole),
    measuresOf(tx, at, section, month, plan, whole),
    historyOf(tx, department, month),
    groupsOf(tx, month, new Map([[department, section.units]])),
  ]);
  const dueOn = dueOf(department);
  return {
    department,
    path: section.path,
    month: input.month,
    running: formatYearMonth(at.month),
    dueOn,
    late: isLate(plan?.state ?? null, dueOn, at),
    state: plan?.state ?? null,
    version: row?.version ?? 0,
    note: plan?.note ?? '',
    remarks: plan?.remarks ?? '',
    may: mayOf(actor, scope, section, plan, month - at.month),
    weeks,
    lines: linesWith(lines, people),
    people: people.map((each) => personWith(each, lines, whole)),
    sums,
    ...measures,
    groups: [...(groups.get(department) ?? [])],
    history,
  };
}

/** @param ahead months from the running one to the one planned */
function mayOf(actor: Actor, scope: Scope, section: PlanSection, plan: Plan | null, ahead: number): View['may'] {
  const state = plan?.state ?? null;
  const open = state === null || state === 'draft' || state === 'returned';
  const heads = mayDraftPlan(actor, scope, section.department);
  const returner = returnerOf(actor, scope, section.department);
  return {
    draft: heads && open && (ahead === 0 || ahead === 1),
    agreeAsHead: heads && state === 'draft',
    agreeAsUnion: mayAgreeAsUnion(actor) && state === 'agreedByHead',
    receive: mayReceivePlan(actor) && state === 'agreedByUnion',
    giveBack: returner !== null && (state === 'agreedByHead' || (returner === 'hr' && state === 'agreedByUnion')),
    measures: mayWriteReportMeasures(actor, scope, section.department),
  };
}

function linesWith(lines: readonly PlanLine[], people: readonly PlannedPerson[]): View['lines'] {
  const names = new Map(people.map(({ person }) => [person.staff, person.name]));
  return lines.map((line) => ({
    ...line,
    weeks: line.weeks === null ? null : [...line.weeks],
    name: names.get(line.staff) ?? line.staff,
  }));
}

/** The 職員組合 sees what is planned for whom; hours worked and expected are not put before it. */
function personWith(
  { person, lastYear, forecast, actual }: PlannedPerson,
  lines: readonly PlanLine[],
  whole: boolean,
): View['people'][number] {
  const planned = plannedMinutes(lines.filter(({ staff }) => staff === person.staff));
  const { staff, name, post } = person;
  return whole
    ? { staff, name, post, planned, lastYear, forecast, actual }
    : { staff, name, post, planned, lastYear: null, forecast: null, actual: null };
}

type Ground = {
  readonly lines: readonly PlanLine[];
  readonly people: readonly PlannedPerson[];
  readonly whole: boolean;
};

async function sumsOf(
  tx: Tx,
  at: Here,
  section: PlanSection,
  month: MonthIndex,
  { lines, people, whole }: Ground,
): Promise<View['sums']> {
  const planned = plannedMinutes(lines);
  if (!whole) return { planned, lastYear: null, before: null, actual: null, through: null };
  const sums = await sectionSums(tx, section.departments, [month - 12, month - 1, month], 31);
  const through = throughOf(month, at);
  const total = (of: MonthIndex) => sums.get(of)?.overtime ?? null;
  const expected = people.reduce((sum, { forecast }) => sum + (forecast ?? 0), 0);
  return {
    planned,
    lastYear: total(month - 12),
    before: month - 1 === at.month ? expected : total(month - 1),
    actual: through === null ? null : total(month),
    through: through === null ? null : formatLocalDate(through),
  };
}

async function weeksWith(
  tx: Tx,
  at: Here,
  section: PlanSection,
  month: MonthIndex,
  whole: boolean,
): Promise<View['weeks']> {
  const through = whole ? throughOf(month, at) : null;
  const days = through === null ? [] : await daysOfSection(tx, section, month);
  const first = firstDayOf(month);
  return weeksOf(month).map(({ from, through: last }) => ({
    from: formatLocalDate(from),
    through: formatLocalDate(last),
    actual:
      through === null || from > through
        ? null
        : days.slice(from - first, last - first + 1).reduce((sum, minutes) => sum + (minutes ?? 0), 0),
  }));
}

/** What the plan takes over (as it stood when the head agreed), and what became of those of earlier plans. */
async function measuresOf(
  tx: Tx,
  at: Here,
  section: PlanSection,
  month: MonthIndex,
  plan: Plan | null,
  whole: boolean,
): Promise<Pick<View, 'measures' | 'past'>> {
  const [now, before] = await Promise.all([
    carriedMeasures(tx, section.department, month),
    whole ? pastMeasures(tx, section.department, month) : [],
  ]);
  const [carried, past] = await Promise.all([withEffects(tx, at, section, now), withEffects(tx, at, section, before)]);
  const agreed = plan !== null && plan.head !== null ? plan.measures.map((each) => asAgreed(each, carried)) : carried;
  const shown = whole ? agreed : agreed.map((each) => ({ ...each, before: null, after: null }));
  return { measures: [...shown], past: [...past] };
}

const asAgreed = (agreed: Plan['measures'][number], now: readonly CarriedMeasure[]): CarriedMeasure => {
  const found = now.find(
    (each) => each.month === agreed.month && each.group === agreed.group && each.item === agreed.item,
  );
  const nothing = { carriedIn: null, outcome: null, outcomeNote: '', before: null, after: null, sameDays: null };
  return { ...nothing, ...found, ...agreed };
};

type DeedRow = { kind: string; actor: string; occurred_at: Date; reason: string };

async function historyOf(tx: Tx, department: string, month: MonthIndex): Promise<View['history']> {
  const rows = await tx.query<DeedRow>(
    `select e.kind, e.actor, e.occurred_at, e.reason from tk.event e
     where e.municipality = $1 and e.stream = $2 order by e.seq desc limit 50`,
    [tx.municipality, planStream({ department, monthDate: monthDate(month) })],
  );
  const names = await namesOf(
    tx,
    rows.map(({ actor }) => actor),
  );
  return rows.map(({ kind, actor, occurred_at, reason }) => ({
    kind,
    by: names.get(actor) ?? actor,
    at: formatInstant(occurred_at),
    note: reason,
  }));
}
