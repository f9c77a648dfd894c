import type {
  designateTask as designateRoute,
  endTask as endRoute,
  myNotices,
  tasksView as viewRoute,
} from '@tokimori/contract/designations';
import type { Answer, Input } from '@tokimori/contract/route';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayDesignateTask, mayViewTasks } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, doDeed } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { readTree } from '../reading/department-tree.ts';
import { here } from '../reading/moment.ts';

export type TaskKind = 'externallyDriven' | 'exceptional';
type Row = {
  id: string;
  department: string;
  name: string;
  kind: TaskKind;
  effective_from: string;
  effective_until: string | null;
  published_on: string;
  reason: string;
};
const columns = 'k.id, k.department, k.name, k.kind, k.effective_from, k.effective_until, k.published_on, k.reason';

/** Tasks of the last years, those that hold first. */
export async function tasksView(context: Context, actor: Actor): Promise<Answer<typeof viewRoute>> {
  ensure(mayViewTasks(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const today = formatLocalDate(at.day);
    const [rows, tree] = await Promise.all([
      tx.query<Row>(
        `select ${columns} from tk.designated_task k where k.municipality = $1
          order by (k.effective_until is null or k.effective_until > $2::date) desc, k.department, k.effective_from desc, k.name limit 300`,
        [tx.municipality, today],
      ),
      readTree(tx, at.day),
    ]);
    return {
      on: today,
      scope: at.parameters.designation.scope,
      tasks: rows.map((row) => ({
        id: row.id,
        department: row.department,
        departmentName: tree.path(row.department) || row.department,
        name: row.name,
        kind: row.kind,
        from: row.effective_from,
        until: row.effective_until,
        publishedOn: row.published_on,
        reason: row.reason,
        inForce: row.effective_from <= today && (row.effective_until === null || row.effective_until > today),
      })),
    };
  });
}

/** Tasks of some departments that may be named in a request of the weeks around a day. */
export async function tasksFor(
  tx: Tx,
  departments: readonly string[],
  day: EpochDay,
): Promise<Answer<typeof myNotices>['tasks']> {
  const rows = await tx.query<Row>(
    `select ${columns} from tk.designated_task k
      where k.municipality = $1 and k.department = any($2) and k.effective_from <= $4::date
        and (k.effective_until is null or k.effective_until > $3::date) order by k.name, k.effective_from`,
    [tx.municipality, departments, formatLocalDate(day - 62), formatLocalDate(day + 62)],
  );
  return rows.map(({ id, name, kind, effective_from: from, effective_until: until }) => ({
    id,
    name,
    kind,
    from,
    until,
  }));
}

/** The task that a request names: of the person's departments, and in force on the day. 422 otherwise. */
export async function taskNamed(tx: Tx, id: string, departments: readonly string[], on: string): Promise<TaskKind> {
  const [row] = await tx.query<{ kind: TaskKind }>(
    `select k.kind from tk.designated_task k
      where k.municipality = $1 and k.id = $2 and k.department = any($3) and k.effective_from <= $4::date
        and (k.effective_until is null or k.effective_until > $4::date)`,
    [tx.municipality, id, departments, on],
  );
  if (row !== undefined) return row.kind;
  return refuse('task.not-in-force', {
    status: 422,
    title: 'この業務は、その日に指定されていません',
    detail: '指定の期間が変わったか、ほかの課の業務です。業務を選び直してください。',
    fields: [{ field: 'task', code: 'not-in-force', message: '業務を選び直してください' }],
  });
}

type Given = Input<typeof designateRoute>;

/** Designates a task from a day on; before it is published or before today only with a reason, as a department. */
export async function designateTask(
  context: Context,
  actor: Actor,
  input: Given,
): Promise<Answer<typeof designateRoute>> {
  ensure(mayDesignateTask(actor));
  const [from, published] = [dayInput('from', input.from), dayInput('publishedOn', input.publishedOn)];
  if (input.until !== null && dayInput('until', input.until) <= from) untilBeforeFrom();
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { id, overrideReason, ...task } = input;
    if ((from < published || from < at.day) && (overrideReason ?? '') === '') retroactive();
    if ((await readTree(tx, from)).find(task.department) === undefined) departmentNotFound(task.department);
    await refuseSame(tx, input);
    const written = await tx.query(
      `insert into tk.designated_task (municipality, id, department, name, kind, effective_from, effective_until, published_on,
         reason, override_reason, recorded_at)
       values ($1, $2, $3, $4, $5, $6::date, $7::date, $8::date, $9, $10, $11)
       on conflict (municipality, id) do nothing returning id`,
      [
        tx.municipality,
        id,
        task.department,
        task.name,
        task.kind,
        task.from,
        task.until,
        task.publishedOn,
        task.reason,
        overrideReason ?? null,
        at.now,
      ],
    );
    if (written.length > 0)
      await appendDeed(tx, {
        stream: `task/${id}`,
        kind: 'TaskDesignated',
        actor: actorName(actor),
        reason: task.reason,
        data: { ...task, overrideReason: overrideReason ?? null },
        at: at.now,
      });
    return { designated: true };
  });
}

/** One name of a department is designated once at a time. */
async function refuseSame(tx: Tx, { id, department, name, from, until }: Given): Promise<void> {
  const [other] = await tx.query<{ effective_from: string }>(
    `select k.effective_from from tk.designated_task k
      where k.municipality = $1 and k.department = $2 and k.name = $3 and k.id <> $4
        and ($6::date is null or k.effective_from < $6::date) and (k.effective_until is null or k.effective_until > $5::date) limit 1`,
    [tx.municipality, department, name, id, from, until],
  );
  if (other === undefined) return;
  refuse('task.overlaps', {
    status: 409,
    title: 'この業務は、すでに指定されています',
    detail: `${other.effective_from} からの指定と重なります。先にその指定を終わらせるか、別の名前にしてください。`,
    fields: [{ field: 'from', code: 'overlaps', message: '重ならない日を入力してください' }],
  });
}

/** Ends the designation of a task from a day on. */
export async function endTask(
  context: Context,
  actor: Actor,
  { id, until, reason }: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> {
  ensure(mayDesignateTask(actor));
  dayInput('until', until);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const ended = await tx.query(
      `update tk.designated_task as k set effective_until = $3::date
        where k.municipality = $1 and k.id = $2 and k.effective_from < $3::date
          and (k.effective_until is null or k.effective_until > $3::date) returning k.id`,
      [tx.municipality, id, until],
    );
    if (ended.length === 0) taskUnknown();
    const stream = `task/${id}`;
    await appendDeed(tx, {
      stream,
      kind: 'TaskDesignationEnded',
      actor: actorName(actor),
      reason,
      data: { until },
      at: at.now,
    });
    return { ended: true };
  });
}

function retroactive(): never {
  return refuse('task.retroactive', {
    title: 'さかのぼる指定はできません',
    detail:
      '業務の指定は、職員に周知してから始めます。始まりの日を直すか、さかのぼる理由を入力してください。理由は記録に残ります。',
    fields: [{ field: 'overrideReason', code: 'missing', message: 'さかのぼるときは理由を入力してください' }],
  });
}

function untilBeforeFrom(): never {
  return refuse('task.until-before-from', {
    title: '期間が正しくありません',
    detail: '終わりの日は、始まりの日より後にしてください。',
    fields: [{ field: 'until', code: 'until-before-from', message: '始まりの日より後の日を入力してください' }],
  });
}

function taskUnknown(): never {
  return refuse('task.unknown', {
    status: 404,
    title: '指定が見つかりません',
    detail: 'この業務の指定がないか、始まりより前の日か、すでに早い日で終わっています。一覧で確かめてください。',
  });
}
