import type { Tx } from '../../store/tenant.ts';
import { askedAfterTheFact, type OvertimeRow } from '../../use-cases/reading/overtime-rows.ts';
import { noticeWords } from '../kinds.ts';
import { eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import { type OvertimeTime, sayOvertime } from './overtime-words.ts';
import type { Touched } from './touched.ts';

type Request = OvertimeTime & { id: string; version: number; staff: string; name: string; department: string };

/**
 * Who decides on what somebody asked for: whoever answers for the nearest department that has somebody, and those to whom the decision was given
 * (専決) as far as it reaches. Nobody decides for oneself.
 */
export function decidersOf({ tree, answering, standIns }: WaitingGround, row: Request): readonly string[] {
  const delegates: string[] = [];
  for (const { department } of tree.chain(row.department)) {
    delegates.push(...standIns.delegates(department, row.minutes));
    const answer = answering(department, row.staff);
    if (answer.length > 0) return [...answer, ...delegates].filter((staff) => staff !== row.staff);
  }
  return delegates.filter((staff) => staff !== row.staff);
}

/** 時間外勤務 that was asked for, or told afterwards, and is not decided. */
export async function waitingRequests(tx: Tx, ground: WaitingGround, touched: Touched): Promise<readonly Waiting[]> {
  const rows = await tx.query<Request & Pick<OvertimeRow, 'requested_at' | 'first_at'>>(
    `select o.id, o.version, o.staff, s.name, o.requested_at, o.first_at, o.department, o.duty_date, o.from_minute, o.until_minute, o.minutes
     from tk.overtime o join tk.staff s on s.municipality = $1 and s.staff = o.staff
     where o.municipality = $1 and o.state = 'requested' ${touched.whole ? '' : 'and o.id = any($2::uuid[])'}
     order by o.duty_date, o.staff, o.id`,
    touched.whole ? [tx.municipality] : [tx.municipality, touched.of('overtime')],
  );
  return rows.flatMap((row) =>
    forEach(decidersOf(ground, row), {
      kind: 'overtimeRequest',
      about: `overtime/${row.id}`,
      key: `overtime/${row.id}/${row.version}`,
      line: `${row.name}: ${sayOvertime(row)}${askedAfterTheFact(row) ? ' 勤務した後の申告' : ''}`,
      path: noticeWords.overtimeRequest.path,
      due: row.duty_date,
    }),
  );
}

type Correction = {
  id: string;
  version: number;
  staff: string;
  name: string;
  duty_date: string;
  kind: 'punch' | 'discrepancy';
  department: string | null;
};

const asked: Readonly<Record<Correction['kind'], string>> = {
  punch: '打刻の訂正の届け出',
  discrepancy: '差異の理由の届け出',
};

/** 訂正 and reasons that wait for the head. A reason whose 差異 already waits for its head or 人事課 is told there. */
export async function waitingCorrections(
  tx: Tx,
  { near }: WaitingGround,
  touched: Touched,
): Promise<readonly Waiting[]> {
  const rows = await tx.query<Correction>(
    `select c.id, c.version, c.staff, s.name, c.duty_date, c.kind,
       (select a.department from tk.appointment a
         where a.municipality = $1 and a.staff = c.staff and not a.concurrent and a.effective_from <= c.duty_date
           and (a.effective_until is null or a.effective_until > c.duty_date) limit 1) as department
     from tk.correction c join tk.staff s on s.municipality = $1 and s.staff = c.staff
     where c.municipality = $1 and c.state = 'requested' ${touched.whole ? '' : 'and c.id = any($2::uuid[])'}
       and not (c.kind = 'discrepancy' and exists (
         select 1 from tk.difference d where d.municipality = $1 and d.staff = c.staff and d.duty_date = c.duty_date
           and d.due_on is not null and d.due_who <> 'staffMember'))
     order by c.requested_at, c.id`,
    touched.whole ? [tx.municipality] : [tx.municipality, touched.of('correction')],
  );
  return rows.flatMap(({ id, version, staff, name, duty_date: date, kind, department }) =>
    forEach(department === null ? [] : near(department, staff), {
      kind: 'correctionRequest',
      about: `correction/${id}`,
      key: `correction/${id}/${version}`,
      line: `${name}: ${eraOf(date)} ${asked[kind]}`,
      path: noticeWords.correctionRequest.path,
    }),
  );
}
