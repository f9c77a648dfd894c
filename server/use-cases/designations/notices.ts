import type {
  acknowledgeDesignation as acknowledgeRoute,
  checkDesignation as checkRoute,
  myNotices as myRoute,
  designationNotices as noticesRoute,
} from '@tokimori/contract/designations';
import type { Answer, Input } from '@tokimori/contract/route';
import { type DesignationAnswer, judgeDesignation } from '@tokimori/law/designation/designation';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { appendDeed } from '../../access/journal.ts';
import { ensure, mayDesignate } from '../../access/policies.ts';
import { mayAcknowledge, mayViewNotices } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { staffMeant } from '../access-to-staff.ts';
import { departmentNotFound } from '../departments.ts';
import { actorName, doDeed } from '../journal.ts';
import { dayInput } from '../reading/date-input.ts';
import { type DepartmentTree, designatedShare, readTree } from '../reading/department-tree.ts';
import { dayOf, type Here, here } from '../reading/moment.ts';
import { personOf, personOn, personsOn } from '../reading/persons.ts';
import { stepView } from '../reading/views.ts';
import { type Member, readMembers } from './members.ts';
import { tasksFor } from './tasks.ts';

type Told = {
  department: string;
  effective_from: string;
  effective_until: string | null;
  published_on: string;
  reason: string;
  told_on: string;
  acknowledged_at: Date | null;
};

/** Designations of which the signed-in person is told, and the tasks that a request may name. */
export async function myNotices(context: Context, actor: Actor): Promise<Answer<typeof myRoute>> {
  const staff = staffMeant(actor, 'me');
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const today = formatLocalDate(at.day);
    const [rows, tree, person] = await Promise.all([
      tx.query<Told>(
        `select t.department, t.effective_from, g.effective_until, g.published_on, g.reason, t.told_on, t.acknowledged_at
           from tk.designation_notice t
           join tk.designation g on g.municipality = $1 and g.department = t.department and g.effective_from = t.effective_from
          where t.municipality = $1 and t.staff = $2 and (g.effective_until is null or g.effective_until > $3::date)
          order by t.effective_from desc, t.department`,
        [tx.municipality, staff, today],
      ),
      readTree(tx, at.day),
      personOn(tx, staff, at.dutyDate),
    ]);
    const now = tree.chain(person.department).map(({ department }) => department);
    const later = await Promise.all(rows.map((row) => chainThen(tx, tree, staff, row, at)));
    const shown = rows.filter((row, i) => now.includes(row.department) || later[i]?.includes(row.department) === true);
    return {
      on: today,
      designations: shown.map((row) => toldView(row, tree)),
      tasks: await tasksFor(tx, now, at.day),
    };
  });
}

/** Where the person will belong when a designation to come begins. */
async function chainThen(tx: Tx, tree: DepartmentTree, staff: string, row: Told, at: Here): Promise<readonly string[]> {
  if (dayOf(row.effective_from) <= at.day) return [];
  const { department } = await personOn(tx, staff, row.effective_from);
  return tree.chain(department).map((node) => node.department);
}

const toldView = (row: Told, tree: DepartmentTree): Answer<typeof myRoute>['designations'][number] => ({
  department: row.department,
  name: tree.path(row.department) || row.department,
  from: row.effective_from,
  until: row.effective_until,
  publishedOn: row.published_on,
  reason: row.reason,
  told: row.told_on,
  acknowledgedAt: row.acknowledged_at === null ? null : formatInstant(row.acknowledged_at),
});

/** 確認: the person has seen that the designation applies. A second click is the first. */
export async function acknowledgeDesignation(
  context: Context,
  actor: Actor,
  { department, from }: Input<typeof acknowledgeRoute>,
): Promise<Answer<typeof acknowledgeRoute>> {
  const staff = staffMeant(actor, 'me');
  ensure(mayAcknowledge(actor, staff));
  dayInput('from', from);
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row] = await tx.query<{ acknowledged_at: Date | null }>(
      `select t.acknowledged_at from tk.designation_notice t
        where t.municipality = $1 and t.department = $2 and t.effective_from = $3::date and t.staff = $4 for update`,
      [tx.municipality, department, from, staff],
    );
    if (row === undefined)
      refuse('designation.notice-unknown', {
        status: 404,
        title: 'お知らせが見つかりません',
        detail: '指定が取り消されたか、所属が変わりました。画面を読み込み直してください。',
      });
    if (row.acknowledged_at !== null) return { acknowledgedAt: formatInstant(row.acknowledged_at) };
    await tx.query(
      `update tk.designation_notice as t set acknowledged_at = $5
        where t.municipality = $1 and t.department = $2 and t.effective_from = $3::date and t.staff = $4`,
      [tx.municipality, department, from, staff, at.now],
    );
    await appendDeed(tx, {
      stream: `acknowledgment/${department}/${from}/${staff}`,
      kind: 'DesignationAcknowledged',
      actor: actorName(actor),
      data: { department, from },
      at: at.now,
    });
    return { acknowledgedAt: formatInstant(at.now) };
  });
}

/** The divisions of the body on a day, and how many are externally driven; `also` counts as one of them. */
function departmentsWith(tree: DepartmentTree, also: string, warnPercent: number) {
  const { designated, divisions } = designatedShare(tree, warnPercent);
  const isDivision = tree.find(also)?.kind === 'division' && tree.designated(also) === undefined;
  const all = Math.max(1, divisions);
  return { all, externallyDriven: Math.min(all, designated + (isDivision ? 1 : 0)) };
}

type Asked = { readonly department: string; readonly from: EpochDay; readonly publishedOn: EpochDay };

function judge(at: Here, tree: DepartmentTree, asked: Asked, members: readonly Member[], toldOn?: EpochDay) {
  const rules = at.parameters.designation;
  return judgeDesignation(
    {
      unit: 'department',
      from: asked.from,
      publishedOn: asked.publishedOn,
      staff: members.map(({ staff, since, told_on }) => ({
        id: staff,
        since: dayOf(since),
        toldOn: toldOn ?? (told_on === null ? null : dayOf(told_on)),
      })),
      departments: departmentsWith(tree, asked.department, rules.warnPercent),
    },
    rules,
  );
}

/** Who was told of a designation by when, and who has acknowledged it. */
export async function designationNotices(
  context: Context,
  actor: Actor,
  { department, from }: Input<typeof noticesRoute>,
): Promise<Answer<typeof noticesRoute>> {
  const start = dayInput('from', from);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    ensure(mayViewNotices(actor, await scopeOf(tx, actor, at.dutyDate), department));
    const [[row], members, tree] = await Promise.all([
      tx.query<{ published_on: string }>(
        `select g.published_on from tk.designation g
          where g.municipality = $1 and g.department = $2 and g.effective_from = $3::date`,
        [tx.municipality, department, from],
      ),
      readMembers(tx, department, from, formatLocalDate(at.day)),
      readTree(tx, Math.max(start, at.day)),
    ]);
    if (row === undefined) unknownDesignation();
    const { outcome, steps } = judge(
      at,
      tree,
      { department, from: start, publishedOn: dayOf(row.published_on) },
      members,
    );
    const persons = await personsOn(
      tx,
      members.map(({ staff }) => staff),
      formatLocalDate(Math.max(start, at.day)),
    );
    return {
      department,
      name: tree.path(department) || department,
      from,
      publishedOn: row.published_on,
      people: members.map((member) => ({
        person: personOf(persons, member.staff),
        ...noticeOf(outcome, member.staff),
        told: member.told_on,
        acknowledgedAt: member.acknowledged_at === null ? null : formatInstant(member.acknowledged_at),
      })),
      steps: steps.map(stepView),
    };
  });
}

function noticeOf({ notices }: DesignationAnswer, staff: string) {
  const found = notices.find(({ id }) => id === staff);
  if (found === undefined) throw new Error(`no notice of ${staff}`);
  return { by: formatLocalDate(found.by), state: found.state };
}

function unknownDesignation(): never {
  return refuse('designation.not-found', {
    status: 404,
    title: '指定が見つかりません',
    detail: 'その日に始まる指定がありません。部署の一覧で確かめてください。',
  });
}

/** What a designation would be, before it is made: everybody is told on the day on which it is published. */
export async function checkDesignation(
  context: Context,
  actor: Actor,
  input: Input<typeof checkRoute>,
): Promise<Answer<typeof checkRoute>> {
  ensure(mayDesignate(actor));
  const [from, publishedOn] = [dayInput('from', input.from), dayInput('publishedOn', input.publishedOn)];
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const tree = await readTree(tx, from);
    if (tree.find(input.department) === undefined) departmentNotFound(input.department);
    const members = await readFuture(tx, tree.below(input.department), input.from);
    const { outcome, steps } = judge(
      at,
      tree,
      { department: input.department, from, publishedOn },
      members,
      publishedOn,
    );
    return {
      warns: outcome.warnings.length + outcome.refusals.length > 0,
      people: members.length,
      steps: steps.map(stepView),
    };
  });
}

/** Whom a designation that is not made yet would concern: main posts on its first day, without managers. */
async function readFuture(tx: Tx, departments: readonly string[], from: string): Promise<Member[]> {
  return tx.query<Member>(
    `select distinct on (a.staff) a.department, $3::date as effective_from, a.staff, a.effective_from as since,
            null::date as told_on, null::timestamptz as acknowledged_at
       from tk.appointment a
      where a.municipality = $1 and a.department = any($2) and not a.concurrent and not a.managerial
        and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
        and not exists (select 1 from tk.appointment n where n.municipality = $1 and n.staff = a.staff and not n.concurrent
          and n.effective_from > a.effective_from and n.effective_from <= $3::date)
      order by a.staff, a.effective_from desc`,
    [tx.municipality, departments, from],
  );
}
