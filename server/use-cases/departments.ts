import type {
  departmentsView as departmentsViewRoute,
  designate as designateRoute,
  endDesignation as endRoute,
} from '@tokimori/contract/hr';
import type { Answer, Input } from '@tokimori/contract/route';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { ensure, mayDesignate, mayViewDepartments } from '../access/policies.ts';
import { refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { markEverybody, markStale } from '../derive/stale.ts';
import type { Tx } from '../store/tenant.ts';
import { tellDesignations } from './designations/members.ts';
import { actorName, append, doDeed } from './journal.ts';
import { dayInput } from './reading/date-input.ts';
import { type DepartmentTree, type DesignationRow, readTree, shareToCome } from './reading/department-tree.ts';
import { type Here, here } from './reading/moment.ts';

type View = Answer<typeof departmentsViewRoute>;

/** Departments on a day with headcounts and designations. */
export async function departmentsView(
  context: Context,
  actor: Actor,
  input: Input<typeof departmentsViewRoute>,
): Promise<View> {
  ensure(mayViewDepartments(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const on = input.on === undefined ? at.dutyDay : dayInput('on', input.on);
    const [tree, heads] = await Promise.all([readTree(tx, on), readHeadcounts(tx, on)]);
    const parameters = await context.parameters(tx, on);
    return {
      on: formatLocalDate(on),
      departments: tree.nodes.map((node) => ({
        ...node,
        headcount: tree.below(node.department).reduce((sum, code) => sum + (heads.get(code) ?? 0), 0),
        ...designationsOf(tree, node.department),
      })),
      share: shareToCome(tree, parameters.externallyDrivenWarnPercent),
    };
  });
}

function designationsOf(
  tree: DepartmentTree,
  department: string,
): Pick<View['departments'][number], 'designation' | 'upcoming'> {
  const on = formatLocalDate(tree.on);
  const own = tree.designations.get(department) ?? [];
  const inForce = own.find((row) => row.effective_from <= on);
  const upcoming = own.find((row) => row.effective_from > on);
  return {
    designation: inForce === undefined ? null : shown(inForce),
    upcoming: upcoming === undefined ? null : shown(upcoming),
  };
}

const shown = (row: DesignationRow) => ({
  from: row.effective_from,
  until: row.effective_until,
  publishedOn: row.published_on,
  reason: row.reason,
});

async function readHeadcounts(tx: Tx, on: EpochDay): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ department: string; heads: number }>(
    `select m.department, count(*)::int as heads from (
       select distinct on (a.staff) a.staff, a.department from tk.appointment a
       join tk.staff s on s.municipality = $1 and s.staff = a.staff
         and s.joined_on <= $2::date and (s.left_on is null or s.left_on >= $2::date)
       where a.municipality = $1 and not a.concurrent
         and a.effective_from <= $2::date and (a.effective_until is null or a.effective_until > $2::date)
       order by a.staff, a.effective_from desc
     ) m group by m.department`,
    [tx.municipality, formatLocalDate(on)],
  );
  return new Map(rows.map((row) => [row.department, row.heads]));
}

/**
 * Designates a department as externally driven (他律的業務の比重が高い部署) from a day on.
 * The persons concerned must know beforehand (職職-328 第10): a designation that begins before it was published, or before
 * today, is refused unless a reason is given, and the reason is kept.
 */
export async function designate(
  context: Context,
  actor: Actor,
  input: Input<typeof designateRoute>,
): Promise<Answer<typeof designateRoute>> {
  ensure(mayDesignate(actor));
  const from = dayInput('from', input.from);
  const until = input.until === null ? null : dayInput('until', input.until);
  if (until !== null && until <= from) endBeforeStart();
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const retroactive = from < dayInput('publishedOn', input.publishedOn) || from < at.day;
    if (retroactive && (input.overrideReason ?? '') === '') refuseRetroactive(from < at.day);
    const tree = await readTree(tx, from);
    if (tree.find(input.department) === undefined) departmentNotFound(input.department);
    await refuseOverlap(tx, input);
    await tx.query(
      `insert into tk.designation (municipality, department, effective_from, effective_until, published_on, reason, override_reason)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.municipality,
        input.department,
        input.from,
        input.until,
        input.publishedOn,
        input.reason,
        input.overrideReason ?? null,
      ],
    );
    await journalDesignation(tx, actor, at, input.department, 'DepartmentDesignated', input.reason, { ...input });
    await markDepartment(tx, tree, input.department, from, until, at);
    await tellDesignations(tx, formatLocalDate(at.day));
    return {
      designated: true,
      warn: shareToCome(await readTree(tx, from), at.parameters.externallyDrivenWarnPercent).warn,
    };
  });
}

/** Ends a designation. Days that are derived already are derived again. */
export async function endDesignation(
  context: Context,
  actor: Actor,
  input: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> {
  ensure(mayDesignate(actor));
  const from = dayInput('from', input.from);
  const until = dayInput('until', input.until);
  if (until <= from) endBeforeStart();
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const ended = await tx.query(
      `update tk.designation as g set effective_until = $4
       where g.municipality = $1 and g.department = $2 and g.effective_from = $3
         and (g.effective_until is null or g.effective_until > $4) returning g.department`,
      [tx.municipality, input.department, input.from, input.until],
    );
    if (ended.length === 0) designationNotFound();
    await journalDesignation(tx, actor, at, input.department, 'DesignationEnded', input.reason, { ...input });
    await markDepartment(tx, await readTree(tx, until), input.department, until, null, at);
    return { ended: true };
  });
}

async function journalDesignation(
  tx: Tx,
  actor: Actor,
  at: Here,
  department: string,
  kind: 'DepartmentDesignated' | 'DesignationEnded',
  reason: string,
  data: object,
): Promise<void> {
  const stream = `department/${department}`;
  const [last] = await tx.query<{ seq: number }>(
    'select coalesce(max(e.seq), 0)::int as seq from tk.event e where e.municipality = $1 and e.stream = $2',
    [tx.municipality, stream],
  );
  await append(tx, {
    stream,
    after: last?.seq ?? 0,
    events: [{ kind, data }],
    actor: actorName(actor),
    reason,
    occurredAt: at.now,
  });
}

/**
 * Marks everyone who belongs to the department on a day touched, so that they are made at once, and then all others: a
 * section may have been put elsewhere since, and whoever moved between two departments may have moved between kinds no
 * longer. Days to come are derived when they come.
 */
async function markDepartment(
  tx: Tx,
  tree: DepartmentTree,
  department: string,
  from: EpochDay,
  until: EpochDay | null,
  at: Here,
): Promise<void> {
  const last = Math.min(at.dutyDay, until === null ? Number.POSITIVE_INFINITY : until - 1);
  if (from > at.dutyDay) return;
  const rows = await tx.query<{ staff: string }>(
    `select distinct a.staff from tk.appointment a
     where a.municipality = $1 and a.department = any($2) and not a.concurrent
       and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $3::date)`,
    [tx.municipality, tree.below(department), formatLocalDate(from), formatLocalDate(last)],
  );
  await markStale(
    tx,
    rows.map(({ staff }) => ({ staff, firstDate: formatLocalDate(from), lastDate: formatLocalDate(at.dutyDay) })),
  );
  await markEverybody(tx, formatLocalDate(from), formatLocalDate(at.dutyDay));
}

async function refuseOverlap(tx: Tx, input: Input<typeof designateRoute>): Promise<void> {
  const [found] = await tx.query<{ effective_from: string; effective_until: string | null }>(
    `select g.effective_from, g.effective_until from tk.designation g
     where g.municipality = $1 and g.department = $2
       and ($4::date is null or g.effective_from < $4::date) and (g.effective_until is null or g.effective_until > $3::date)
     order by g.effective_from limit 1`,
    [tx.municipality, input.department, input.from, input.until],
  );
  if (found === undefined) return;
  refuse('designation.overlaps', {
    status: 409,
    title: 'この期間はすでに指定されています',
    detail: `${found.effective_from} からの指定と重なります。先にその指定の終わりを決めてください。`,
    fields: [{ field: 'from', code: 'overlaps', message: '重ならない日を入力してください' }],
  });
}

function refuseRetroactive(past: boolean): never {
  return refuse('designation.retroactive', {
    title: 'さかのぼる指定はできません',
    detail: past
      ? '他律部署の指定は、職員に周知してから始めます。始まりの日を今日より後にするか、さかのぼる理由を入力してください。理由は記録に残ります。'
      : '始まりの日が、周知した日より前です。始まりの日を周知の後にするか、さかのぼる理由を入力してください。理由は記録に残ります。',
    fields: [
      { field: 'from', code: 'retroactive', message: '周知した日以後の日を入力してください' },
      { field: 'overrideReason', code: 'missing', message: 'さかのぼるときは理由を入力してください' },
    ],
  });
}

function endBeforeStart(): never {
  return refuse('designation.until-before-from', {
    title: '期間が正しくありません',
    detail: '終わりの日は、始まりの日より後にしてください。',
    fields: [{ field: 'until', code: 'until-before-from', message: '始まりの日より後の日を入力してください' }],
  });
}

/** 404 for a department that does not exist on the day. */
export function departmentNotFound(department: string): never {
  return refuse('department.not-found', {
    status: 404,
    title: '部署が見つかりません',
    detail: `部署コード ${department} の部署は、その日にありません。部署の一覧で確かめてください。`,
  });
}

function designationNotFound(): never {
  return refuse('designation.not-found', {
    status: 404,
    title: '指定が見つかりません',
    detail: 'その日に始まる指定がないか、すでに早い日で終わっています。部署の一覧で確かめてください。',
  });
}
