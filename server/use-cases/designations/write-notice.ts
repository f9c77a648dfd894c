import { isDeepStrictEqual } from 'node:util';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { appendDeed } from '../../access/journal.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../reading/moment.ts';
import type { Given, Judged } from './judge-notice.ts';
import type { NoticeRow } from './notice-rows.ts';

type Filing = {
  /** Where the person belongs. */
  readonly department: string;
  readonly filedBy: string;
  readonly at: Here;
  readonly judged: Judged;
  readonly before: NoticeRow | null;
};

/** A notice as it is kept: a correction keeps who filed it first, and when. */
export function rowOf(
  given: Given & { readonly id: string; readonly version: number },
  { department, filedBy, at, judged: { due, missing, health }, before }: Filing,
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
export const isSame = (before: NoticeRow, row: NoticeRow): boolean => isDeepStrictEqual({ ...before }, { ...row });

/** Writes a notice and the deed. `form`: the key of the form by which it was handed in. */
export async function writeNotice(
  tx: Tx,
  row: NoticeRow,
  { actor, at, form }: { readonly actor: string; readonly at: Here; readonly form?: string },
): Promise<void> {
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
  await appendDeed(tx, {
    stream: `notice/${row.id}`,
    kind: 'PriorNoticeFiled',
    actor,
    data: form === undefined ? { ...row } : { ...row, form },
    at: at.now,
  });
}
