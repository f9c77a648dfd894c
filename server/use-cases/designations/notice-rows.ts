import type { PriorNoticeView } from '@tokimori/contract/designations';
import { refuse } from '../../access/refusal.ts';
import type { Tx } from '../../store/tenant.ts';
import { personOf, personsOn } from '../reading/persons.ts';

export type NoticeRow = {
  id: string;
  staff: string;
  department: string;
  task: string;
  first_date: string;
  last_date: string;
  expected: { month: string; minutes: number }[];
  staffing: string;
  unavoidable: string;
  reduction: string;
  confirmed_on: string | null;
  confirmed_by: string;
  fatigue: string;
  mind_and_body: string;
  filed_on: string;
  filed_by: string;
  due_on: string;
  complete: boolean;
  health: 'notNeeded' | 'confirmed' | 'missing';
  state: 'filed' | 'withdrawn';
  version: number;
  orders?: number;
  filer?: string | null;
};

export const noticeColumns = `p.id, p.staff, p.department, p.task, p.first_date, p.last_date, p.expected, p.staffing, p.unavoidable,
  p.reduction, p.confirmed_on, p.confirmed_by, p.fatigue, p.mind_and_body, p.filed_on, p.filed_by, p.due_on, p.complete, p.health,
  p.state, p.version`;

/** Columns with who filed it and how many orders rest on it. */
export const noticeNamed = `${noticeColumns},
  (select f.name from tk.staff f where f.municipality = $1 and f.staff = p.filed_by) as filer,
  (select count(*)::int from tk.overtime_ground g where g.municipality = $1 and g.notice = p.id) as orders
  from tk.prior_notice p`;

/** One notice; null when there is none of the id. `hold` keeps it until the transaction ends. */
export async function readNotice(tx: Tx, id: string, hold = false): Promise<NoticeRow | null> {
  const [row] = await tx.query<NoticeRow>(
    `select ${noticeColumns} from tk.prior_notice p where p.municipality = $1 and p.id = $2${hold ? ' for update' : ''}`,
    [tx.municipality, id],
  );
  return row ?? null;
}

/** The notice on which exceptional work of a person on a day would rest: filed first, the longest period last. */
export async function noticeOn(tx: Tx, staff: string, dutyDate: string): Promise<NoticeRow | null> {
  const [row] = await tx.query<NoticeRow>(
    `select ${noticeNamed}
      where p.municipality = $1 and p.staff = $2 and p.last_date >= $3::date and p.first_date <= $3::date and p.state = 'filed'
      order by p.filed_on, p.last_date, p.id limit 1`,
    [tx.municipality, staff, dutyDate],
  );
  return row ?? null;
}

/** The notices of some people in force that touch the days between two. `hold` keeps them until the transaction ends. */
export async function noticesBetween(
  tx: Tx,
  staff: readonly string[],
  { from, through }: { readonly from: string; readonly through: string },
  hold = false,
): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `select ${noticeColumns} from tk.prior_notice p
      where p.municipality = $1 and p.staff = any($2) and p.last_date >= $3::date and p.first_date <= $4::date and p.state = 'filed'
      order by p.filed_on, p.last_date, p.id${hold ? ' for update' : ''}`,
    [tx.municipality, staff, from, through],
  );
}

/** Notices as pages show them. `on` places the people; words about health are blank for whoever may not read them. */
export async function noticeViews(
  tx: Tx,
  rows: readonly NoticeRow[],
  on: string,
  readsHealth: (row: NoticeRow) => boolean,
): Promise<PriorNoticeView[]> {
  const persons = await personsOn(tx, [...new Set(rows.map(({ staff }) => staff))], on);
  return rows.map((row) => ({
    id: row.id,
    person: personOf(persons, row.staff),
    task: row.task,
    from: row.first_date,
    through: row.last_date,
    expected: row.expected,
    staffing: row.staffing,
    unavoidable: row.unavoidable,
    reduction: row.reduction,
    confirmedOn: row.confirmed_on,
    confirmedBy: row.confirmed_by,
    fatigue: readsHealth(row) ? row.fatigue : '',
    mindAndBody: readsHealth(row) ? row.mind_and_body : '',
    filedOn: row.filed_on,
    filedBy: row.filer ?? row.filed_by,
    due: row.due_on,
    state: row.filed_on <= row.due_on ? 'inTime' : 'late',
    complete: row.complete,
    health: row.health,
    withdrawn: row.state === 'withdrawn',
    orders: row.orders ?? 0,
    version: row.version,
  }));
}

/** 404 for a notice that is not there. */
export function noticeUnknown(): never {
  return refuse('prior-notice.unknown', {
    status: 404,
    title: '届出が見つかりません',
    detail: '取り下げられたか、番号の誤りです。画面を読み込み直してください。',
  });
}
