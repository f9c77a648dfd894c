import type {
  cityExceptional as cityRoute,
  noticeOfRequest as ofRequestRoute,
  sectionExceptional as sectionRoute,
} from '@tokimori/contract/designations';
import type { Answer, Input } from '@tokimori/contract/route';
import type { Category } from '@tokimori/contract/values';
import { judgeOrder } from '@tokimori/law/designation/exceptional-order';
import { priorNoticeDue } from '@tokimori/law/designation/prior-notice';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import {
  mayReadHealthOfNotice,
  mayViewExceptional,
  mayViewExceptionalOfAll,
} from '../../access/policies-agreements.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { departmentNotFound } from '../departments.ts';
import { noticeForm } from '../forms/notice-form.ts';
import { monthOfOvertime, overtimeFor } from '../overtime-deeds.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { readGrounds } from '../reading/grounds.ts';
import { dayOf, here, monthDate, monthEnd, monthIndexOf } from '../reading/moment.ts';
import { personOf, personsOn } from '../reading/persons.ts';
import { stepView } from '../reading/views.ts';
import { confirmationOf } from './judge-notice.ts';
import { type NoticeRow, noticeNamed, noticeOn, noticeViews } from './notice-rows.ts';

type Section = Answer<typeof sectionRoute>;
type OrderView = Section['orders'][number];

/** Of each list in one answer. */
const SHOWN = 300;

type OrderRow = {
  id: string;
  staff: string;
  duty_date: string;
  minutes: number;
  category: Category;
  state: OrderView['state'];
  work: string;
  task: string | null;
  late: boolean | null;
};

/** Orders of 特例業務 in a month, with the notice on which each rests: the one it referred to, or one that covers its day. */
async function readOrders(tx: Tx, month: MonthIndex, departments: readonly string[] | null): Promise<OrderRow[]> {
  return tx.query<OrderRow>(
    `select o.id, o.staff, o.duty_date, o.minutes, o.category, o.state, o.work, n.task, n.late
       from tk.overtime o
       left join tk.overtime_ground g on g.municipality = $1 and g.overtime = o.id
       left join lateral (
         select p.task, p.filed_on > p.due_on or p.filed_on > o.duty_date as late from tk.prior_notice p
          where p.municipality = $1 and p.staff = o.staff and p.state = 'filed'
            and (p.id = g.notice or (p.last_date >= o.duty_date and p.first_date <= o.duty_date))
          order by (p.id = g.notice) desc nulls last, p.filed_on, p.id limit 1) n on true
      where o.municipality = $1 and o.month = $2::date and o.category = 'exceptional' and o.state in ('ordered', 'confirmed')
        and ($3::text[] is null or o.department = any($3))
      order by (n.task is null) desc, o.duty_date desc, o.staff, o.id limit ${SHOWN + 1}`,
    [tx.municipality, monthDate(month), departments],
  );
}

async function orderViews(tx: Tx, rows: readonly OrderRow[], on: string): Promise<OrderView[]> {
  const persons = await personsOn(tx, [...new Set(rows.map(({ staff }) => staff))], on);
  return rows.map((row) => ({
    overtime: row.id,
    person: personOf(persons, row.staff),
    date: row.duty_date,
    minutes: row.minutes,
    category: row.category,
    state: row.state,
    work: row.work,
    notice: row.task === null ? 'none' : row.late === true ? 'late' : 'filed',
    noticeTask: row.task ?? '',
  }));
}

/** Notices whose period touches a month, those to come first. */
async function readNotices(tx: Tx, month: MonthIndex, departments: readonly string[] | null): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `select ${noticeNamed}
      where p.municipality = $1 and p.last_date >= $2::date and p.first_date <= $3::date and p.state = 'filed'
        and ($4::text[] is null or p.department = any($4))
      order by p.first_date desc, p.staff, p.id limit ${SHOWN + 1}`,
    [tx.municipality, monthDate(month), monthEnd(month), departments],
  );
}

/** The department whose head answers for a notice: the 課, or of whoever stands directly in a 部局 that. */
function headedOf(tree: DepartmentTree, { department }: NoticeRow): string {
  const { section, bureau } = tree.place(department);
  return section === '' ? bureau : section;
}

/** Prior notices and orders of 特例業務 of a section in a month, with whom the head may file one for. */
export async function sectionExceptional(
  context: Context,
  actor: Actor,
  { department, month: text }: Input<typeof sectionRoute>,
): Promise<Section> {
  const month = monthIndexOf(text);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const scope = await scopeOf(tx, actor, at.dutyDate);
    ensure(mayViewExceptional(actor, scope, department));
    const tree = await readTree(tx, at.dutyDay);
    if (tree.find(department) === undefined) departmentNotFound(department);
    const below = tree.below(department);
    const [notices, orders, people] = await Promise.all([
      readNotices(tx, month, below),
      readOrders(tx, month, below),
      readPeople(tx, below, at.dutyDate),
    ]);
    const others = people.filter(({ staff }) => staff !== actor.staff);
    const concerned = [...new Set([...others, ...notices].map(({ staff }) => staff))];
    return {
      department,
      name: tree.find(department)?.name ?? department,
      month: text,
      on: formatLocalDate(at.day),
      dueDay: at.parameters.designation.priorNoticeDay,
      mayFile: scope.departments.has(department),
      form: await noticeForm(tx, at.dutyDate, month, concerned),
      people: others,
      notices: await noticeViews(tx, notices.slice(0, SHOWN), at.dutyDate, (row) =>
        mayReadHealthOfNotice(actor, scope, headedOf(tree, row)),
      ),
      orders: await orderViews(tx, orders.slice(0, SHOWN), monthEnd(month)),
    };
  });
}

/** People of some departments today who may be ordered: without managers. */
async function readPeople(tx: Tx, departments: readonly string[], on: string): Promise<Section['people']> {
  const rows = await tx.query<{ staff: string }>(
    `select distinct a.staff from tk.appointment a
       join tk.staff s on s.municipality = $1 and s.staff = a.staff and (s.left_on is null or s.left_on >= $3::date)
      where a.municipality = $1 and a.department = any($2) and not a.managerial
        and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date) order by a.staff`,
    [tx.municipality, departments, on],
  );
  const persons = await personsOn(
    tx,
    rows.map(({ staff }) => staff),
    on,
  );
  return rows.map(({ staff }) => personOf(persons, staff));
}

/** The same of the whole municipality: what was ordered without a notice first. */
export async function cityExceptional(
  context: Context,
  actor: Actor,
  { month: text }: Input<typeof cityRoute>,
): Promise<Answer<typeof cityRoute>> {
  ensure(mayViewExceptionalOfAll(actor));
  const month = monthIndexOf(text);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree, notices, orders] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      readTree(tx, at.dutyDay),
      readNotices(tx, month, null),
      readOrders(tx, month, null),
    ]);
    return {
      month: formatYearMonth(month),
      on: formatLocalDate(at.day),
      notices: await noticeViews(tx, notices.slice(0, SHOWN), at.dutyDate, (row) =>
        mayReadHealthOfNotice(actor, scope, headedOf(tree, row)),
      ),
      orders: await orderViews(tx, orders.slice(0, SHOWN), monthEnd(month)),
      without: orders.filter(({ task }) => task === null).length,
      more: notices.length > SHOWN || orders.length > SHOWN,
    };
  });
}

/** The prior notice on which ordering a request would rest, and what the law says of the health of the person. */
export async function noticeOfRequest(
  context: Context,
  actor: Actor,
  { id }: Input<typeof ofRequestRoute>,
): Promise<Answer<typeof ofRequestRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [row, scope] = await Promise.all([overtimeFor(tx, id), scopeOf(tx, actor, at.dutyDate)]);
    ensure(mayViewExceptional(actor, scope, row.department));
    const month = monthOfOvertime(row.duty_date);
    const [found, grounds] = await Promise.all([
      noticeOn(tx, row.staff, row.duty_date),
      readGrounds(context, tx, at, [row.staff], month),
    ]);
    const ground = grounds.get(row.staff);
    const [notice = null] = found === null ? [] : await noticeViews(tx, [found], row.duty_date, () => true);
    const rules = at.parameters.designation;
    const decision =
      ground === undefined || row.minutes === 0
        ? null
        : judgeOrder(
            {
              orderedOn: at.day,
              month,
              soFar: ground.before,
              order: row.minutes,
              before: new Map(ground.history.months.flatMap((m) => (m.month < month ? [[m.month, m.overtime]] : []))),
              ...(ground.history.employedFrom === undefined ? {} : { employedFrom: ground.history.employedFrom }),
              confirmation: notice === null ? {} : confirmationOf(notice),
            },
            rules,
          );
    return {
      notice,
      due: formatLocalDate(priorNoticeDue(dayOf(row.duty_date), rules)),
      orderHealth: decision?.outcome.duty === 'confirm' ? 'needed' : 'notNeeded',
      steps: decision?.outcome.duty === 'confirm' ? decision.steps.map(stepView) : [],
    };
  });
}
