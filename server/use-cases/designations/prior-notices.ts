import { isDeepStrictEqual } from 'node:util';
import type {
  checkPriorNotice as checkRoute,
  filePriorNotice as fileRoute,
  withdrawPriorNotice as withdrawRoute,
} from '@tokimori/contract/designations';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { appendDeed } from '../../access/journal.ts';
import { ensure } from '../../access/policies.ts';
import { mayFilePriorNotice, mayViewExceptional } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, doDeed, recordChanged } from '../journal.ts';
import { type Here, here } from '../reading/moment.ts';
import { departmentsBelow } from '../reading/persons.ts';
import { type Judged, judgeNotice } from './judge-notice.ts';
import { type NoticeRow, noticeUnknown, readNotice } from './notice-rows.ts';

type Given = Input<typeof fileRoute>;

/** What a notice would be, while it is written. */
export async function checkPriorNotice(
  context: Context,
  actor: Actor,
  { department, version: _, ...given }: Input<typeof checkRoute>,
): Promise<Answer<typeof checkRoute>> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    ensure(mayViewExceptional(actor, await scopeOf(tx, actor, at.dutyDate), department));
    await placeIn(tx, department, given.staff, at.dutyDate);
    return judgeNotice(context, tx, at, given);
  });
}

/**
 * Files a notice of 特例業務 of one person and task, or corrects one. It is taken late and incomplete too, and says so; a correction keeps the day
 * on which it was filed first.
 */
export async function filePriorNotice(context: Context, actor: Actor, input: Given): Promise<Answer<typeof fileRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const { department, id, version, ...given } = input;
    const [scope, placed, before] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      placeIn(tx, department, given.staff, at.dutyDate),
      readNotice(tx, id, true),
    ]);
    ensure(mayFilePriorNotice(actor, scope, { staff: given.staff, department: placed }));
    if (before !== null) ensure(mayFilePriorNotice(actor, scope, before));
    const judged = await judgeNotice(context, tx, at, given);
    const row = rowOf({ id, version, ...given }, placed, actorName(actor), at, judged, before);
    if (before !== null && before.version === version + 1 && isSame(before, row)) return judged;
    if (before?.state === 'withdrawn') noticeUnknown();
    if (before !== null && before.staff !== row.staff) recordChanged();
    if ((before?.version ?? 0) !== version) recordChanged();
    await write(tx, row);
    await appendDeed(tx, {
      stream: `notice/${id}`,
      kind: 'PriorNoticeFiled',
      actor: actorName(actor),
      data: { ...row },
      at: at.now,
    });
    return judged;
  });
}

/** Where in a section the person is placed; 422 for somebody of another section. */
async function placeIn(tx: Tx, section: string, staff: string, on: string): Promise<string> {
  const [row] = await tx.query<{ department: string }>(
    `select a.department from tk.appointment a
      where a.municipality = $1 and a.staff = $2 and a.department = any($3)
        and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $4::date)
      order by a.concurrent, a.effective_from desc limit 1`,
    [tx.municipality, staff, await departmentsBelow(tx, section, on), on],
  );
  if (row !== undefined) return row.department;
  return refuse('prior-notice.not-in-section', {
    status: 422,
    title: 'この課の職員ではありません',
    detail: '届け出られるのは、いまこの課に所属する職員の業務です。職員を選び直してください。',
    fields: [{ field: 'staff', code: 'not-in-section', message: 'この課の職員を選んでください' }],
  });
}

function rowOf(
  given: Omit<Given, 'department'>,
  department: string,
  filedBy: string,
  at: Here,
  { due, missing, health }: Judged,
  before: NoticeRow | null,
): NoticeRow {
  return {
    id: given.id,
    staff: given.staff,
    department,
    task: given.task,
    first_date: given.from,
    last_date: given.through,
    expected: given.expected,
    staffing: given.staffing,
    unavoidable: given.unavoidable,
    reduction: given.reduction,
    confirmed_on: given.confirmedOn,
    confirmed_by: given.confirmedBy,
    fatigue: given.fatigue,
    mind_and_body: given.mindAndBody,
    filed_on: before?.filed_on ?? formatLocalDate(at.day),
    filed_by: before?.filed_by ?? filedBy,
    due_on: due,
    complete: missing.length === 0,
    health,
    state: 'filed',
    version: given.version + 1,
  };
}

/** The same click twice. */
const isSame = (before: NoticeRow, row: NoticeRow): boolean => isDeepStrictEqual({ ...before }, { ...row });

async function write(tx: Tx, row: NoticeRow): Promise<void> {
  await tx.query(
    `insert into tk.prior_notice as p (municipality, id, staff, department, task, first_date, last_date, expected, staffing, unavoidable,
       reduction, confirmed_on, confirmed_by, fatigue, mind_and_body, filed_on, filed_by, due_on, complete, health, state, version)
     values ($1, $2, $3, $4, $5, $6::date, $7::date, $8::jsonb, $9, $10, $11, $12::date, $13, $14, $15, $16::date, $17, $18::date,
       $19, $20, $21, $22)
     on conflict (municipality, id) do update set department = excluded.department, task = excluded.task,
       first_date = excluded.first_date, last_date = excluded.last_date, expected = excluded.expected, staffing = excluded.staffing,
       unavoidable = excluded.unavoidable, reduction = excluded.reduction, confirmed_on = excluded.confirmed_on,
       confirmed_by = excluded.confirmed_by, fatigue = excluded.fatigue, mind_and_body = excluded.mind_and_body,
       due_on = excluded.due_on, complete = excluded.complete, health = excluded.health, version = excluded.version`,
    [
      tx.municipality,
      row.id,
      row.staff,
      row.department,
      row.task,
      row.first_date,
      row.last_date,
      JSON.stringify(row.expected),
      row.staffing,
      row.unavoidable,
      row.reduction,
      row.confirmed_on,
      row.confirmed_by,
      row.fatigue,
      row.mind_and_body,
      row.filed_on,
      row.filed_by,
      row.due_on,
      row.complete,
      row.health,
      row.state,
      row.version,
    ],
  );
}

/** 取下げ of a notice. Orders that rested on it stand, and are shown without one. */
export async function withdrawPriorNotice(
  context: Context,
  actor: Actor,
  { id, reason }: Input<typeof withdrawRoute>,
): Promise<Answer<typeof withdrawRoute>> {
  return doDeed(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [row, scope] = await Promise.all([readNotice(tx, id, true), scopeOf(tx, actor, at.dutyDate)]);
    if (row === null) noticeUnknown();
    ensure(mayFilePriorNotice(actor, scope, row));
    if (row.state === 'withdrawn') return { withdrawn: true };
    await tx.query(
      `update tk.prior_notice as p set state = 'withdrawn', version = p.version + 1 where p.municipality = $1 and p.id = $2`,
      [tx.municipality, id],
    );
    const stream = `notice/${id}`;
    await appendDeed(tx, { stream, kind: 'PriorNoticeWithdrawn', actor: actorName(actor), reason, at: at.now });
    return { withdrawn: true };
  });
}
