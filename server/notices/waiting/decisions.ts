import type { Tx } from '../../store/tenant.ts';
import { topsOf } from '../../use-cases/standing-in/final-approval.ts';
import { noticeWords } from '../kinds.ts';
import { eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import { type OvertimeTime, sayOvertime } from './overtime-words.ts';
import type { Touched } from './touched.ts';

type FinalRow = OvertimeTime & {
  id: string;
  version: number;
  staff: string;
  name: string;
  department: string;
  first_by: string | null;
};

/**
 * 時間外勤務 that the 課長 approved and whose order has moved up: it waits for the head of the 部局; for whoever stands in today where the head is away or
 * the post vacant; for the absent head where nobody does.
 */
export async function waitingFinals(
  tx: Tx,
  { at, answering }: WaitingGround,
  touched: Touched,
): Promise<readonly Waiting[]> {
  const rows = await tx.query<FinalRow>(
    `select o.id, o.version, o.staff, s.name, o.department, o.duty_date, o.from_minute, o.until_minute, o.minutes, o.first_by
     from tk.overtime o join tk.staff s on s.municipality = $1 and s.staff = o.staff
     where o.municipality = $1 and o.state = 'firstApproved' ${touched.whole ? '' : 'and o.id = any($2::uuid[])'}
     order by o.duty_date, o.staff, o.id`,
    touched.whole ? [tx.municipality] : [tx.municipality, touched.of('overtime')],
  );
  const tops = await topsOf(
    tx,
    rows.map(({ department }) => department),
    at.dutyDate,
  );
  return rows.flatMap((row) =>
    forEach(
      // Nobody decides for oneself, nor gives the second approval to one's own first.
      answering(tops.get(row.department) ?? row.department).filter(
        (staff) => staff !== row.staff && staff !== row.first_by,
      ),
      {
        kind: 'finalApproval',
        about: `overtime/${row.id}`,
        key: `overtime/${row.id}/${row.version}`,
        line: `${row.name}: ${sayOvertime(row)}`,
        path: noticeWords.finalApproval.path,
        due: row.duty_date,
      },
    ),
  );
}

const reviewed = {
  standIn: (by: string) => `${by} による代決`,
  onBehalf: (by: string) => `${by} による代理の取消し`,
  emergency: (by: string) => `${by} による緊急の命令`,
} as const;

/** 後閲: what was decided in somebody's place and not seen yet waits for the head of the post. */
export async function waitingReviews(tx: Tx, { headed }: WaitingGround): Promise<readonly Waiting[]> {
  const rows = await tx.query<{
    id: string;
    department: string;
    about: keyof typeof reviewed;
    decided_by: string;
    by: string | null;
    name: string;
    duty_date: string;
  }>(
    `select v.id, v.department, v.about, v.decided_by, p.name as by, s.name, o.duty_date from tk.after_review v
     join tk.overtime o on o.municipality = $1 and o.id = v.overtime
     join tk.staff s on s.municipality = $1 and s.staff = o.staff
     left join tk.staff p on p.municipality = $1 and p.staff = v.decided_by
     where v.municipality = $1 and v.seen_at is null order by v.decided_at, v.id`,
    [tx.municipality],
  );
  return rows.flatMap(({ id, department, about, decided_by: decidedBy, by, name, duty_date: date }) =>
    forEach(
      headed(department).filter((staff) => staff !== decidedBy),
      {
        kind: 'afterReview',
        about: 'after-reviews',
        key: `after-review/${id}`,
        line: `${name}: ${eraOf(date)}の時間外勤務(${reviewed[about](by ?? decidedBy)})`,
        path: noticeWords.afterReview.path,
      },
    ),
  );
}

/** 申し出 to what was entered for a person: the head answers, and for a head the one above. */
export async function waitingObjections(tx: Tx, { near }: WaitingGround): Promise<readonly Waiting[]> {
  const rows = await tx.query<{ id: string; staff: string; department: string; name: string; duty_date: string }>(
    `select b.id, b.staff, b.department, s.name, o.duty_date from tk.objection b
     join tk.overtime o on o.municipality = $1 and o.id = b.overtime
     join tk.staff s on s.municipality = $1 and s.staff = b.staff
     where b.municipality = $1 and b.answered_at is null order by b.stated_at, b.id`,
    [tx.municipality],
  );
  return rows.flatMap(({ id, staff, department, name, duty_date: date }) =>
    forEach(near(department, staff), {
      kind: 'objection',
      about: 'objections',
      key: `objection/${id}`,
      line: `${name}: ${eraOf(date)}の時間外勤務についての申し出`,
      path: noticeWords.objection.path,
    }),
  );
}
