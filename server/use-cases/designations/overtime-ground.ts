import type { Tx } from '../../store/tenant.ts';
import { noticeOn } from './notice-rows.ts';

/** An overtime as its ground needs it. */
type Overtime = { readonly id: string; readonly staff: string; readonly dutyDate: string };

/** Remembers on what a request or an order rests; what was remembered before stays where nothing new is said. */
async function remember(
  tx: Tx,
  { id, staff, dutyDate }: Overtime,
  { task, notice }: { readonly task: string | null; readonly notice: string | null },
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into tk.overtime_ground as g (municipality, overtime, staff, duty_date, task, notice, recorded_at)
     values ($1, $2, $3, $4::date, $5, $6, $7)
     on conflict (municipality, overtime) do update set staff = excluded.staff, duty_date = excluded.duty_date,
       task = coalesce(excluded.task, g.task), notice = coalesce(excluded.notice, g.notice)`,
    [tx.municipality, id, staff, dutyDate, task, notice, now],
  );
}

/** The designated task that a request names. */
export async function rememberTask(tx: Tx, overtime: Overtime, task: string, now: Date): Promise<void> {
  await remember(tx, overtime, { task, notice: null }, now);
}

/** An order of 特例業務 refers to the prior notice that covers its day. Without one it stands all the same, and is listed so. */
export async function referToNotice(tx: Tx, overtime: Overtime, now: Date): Promise<void> {
  const notice = await noticeOn(tx, overtime.staff, overtime.dutyDate);
  if (notice !== null) await remember(tx, overtime, { task: null, notice: notice.id }, now);
}
