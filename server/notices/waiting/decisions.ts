import { formatDuration } from '@tokimori/law/time/minutes';
import type { Tx } from '../../store/tenant.ts';
import { topsOf } from '../../use-cases/standing-in/final-approval.ts';
import { noticeWords } from '../kinds.ts';
import { eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';

type FinalRow = {
  id: string;
  version: number;
  staff: string;
  name: string;
  department: string;
  duty_date: string;
  from_minute: number | null;
  until_minute: number | null;
  minutes: number;
  first_by: string | null;
};

/** Who stands in (代決) for which department today, and who is away. */
async function readStandIns(tx: Tx, on: string) {
  const [mandates, absences] = await Promise.all([
    tx.query<{ department: string; holder: string }>(
      `select m.department, m.holder from tk.mandate m
       join tk.staff s on s.municipality = $1 and s.staff = m.holder and (s.left_on is null or s.left_on >= $2::date)
       where m.municipality = $1 and m.kind = 'standIn' and m.effective_from <= $2::date and m.effective_until > $2::date
       order by m.department, m.holder`,
      [tx.municipality, on],
    ),
    tx.query<{ staff: string }>(
      `select b.staff from tk.absence b
       where b.municipality = $1 and b.effective_from <= $2::date and b.effective_until > $2::date`,
      [tx.municipality, on],
    ),
  ]);
  const away = new Set(absences.map(({ staff }) => staff));
  return {
    away: (staff: string) => away.has(staff),
    of: (department: string) => mandates.flatMap((row) => (row.department === department ? [row.holder] : [])),
  };
}

/**
 * 時間外勤務 that the 課長 approved and whose order has moved up: it waits for the head of the 部局; for whoever stands in today where the head is away or
 * the post vacant; for the absent head where nobody does.
 */
export async function waitingFinals(tx: Tx, { at, headed }: WaitingGround): Promise<readonly Waiting[]> {
  const rows = await tx.query<FinalRow>(
    `select o.id, o.version, o.staff, s.name, o.department, o.duty_date, o.from_minute, o.until_minute, o.minutes, o.first_by
     from tk.overtime o join tk.staff s on s.municipality = $1 and s.staff = o.staff
     where o.municipality = $1 and o.state = 'firstApproved' order by o.duty_date, o.staff, o.id`,
    [tx.municipality],
  );
  if (rows.length === 0) return [];
  const [tops, standIns] = await Promise.all([
    topsOf(
      tx,
      rows.map(({ department }) => department),
      at.dutyDate,
    ),
    readStandIns(tx, at.dutyDate),
  ]);
  return rows.flatMap((row) => {
    const top = tops.get(row.department) ?? row.department;
    const heads = headed(top);
    const present = heads.filter((staff) => !standIns.away(staff));
    const instead = present.length > 0 ? present : standIns.of(top);
    // Nobody decides for oneself, nor gives the second approval to one's own first.
    const deciders = (instead.length > 0 ? instead : heads).filter(
      (staff) => staff !== row.staff && staff !== row.first_by,
    );
    return forEach(deciders, {
      kind: 'finalApproval',
      key: `overtime/${row.id}/${row.version}`,
      line: `${row.name}: ${eraOf(row.duty_date)} ${sayOvertime(row)}`,
      path: noticeWords.finalApproval.path,
    });
  });
}

const sayOvertime = ({ from_minute: from, until_minute: until, minutes }: FinalRow): string =>
  from === null || until === null
    ? formatDuration(minutes)
    : `${formatDuration(from)}–${formatDuration(until)}(${formatDuration(minutes)})`;

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
      key: `objection/${id}`,
      line: `${name}: ${eraOf(date)}の時間外勤務についての申し出`,
      path: noticeWords.objection.path,
    }),
  );
}
