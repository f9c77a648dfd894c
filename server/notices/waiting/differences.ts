import { formatDuration } from '@tokimori/law/time/minutes';
import type { DifferenceState } from '@tokimori/records/difference';
import type { Tx } from '../../store/tenant.ts';
import { noticeWords } from '../kinds.ts';
import { eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import type { Touched } from './touched.ts';

/** What is asked of whoever is awaited. */
const asked: Partial<Readonly<Record<DifferenceState, string>>> = {
  awaitsAnswer: '理由を届け出る',
  awaitsOrder: '命令を出すか決める',
  awaitsConfirmation: '勤務の結果を確認する',
  awaitsInvestigation: '実態を調べる',
  disputed: '実態を調べる',
};

type Row = {
  staff: string;
  name: string;
  department: string;
  duty_date: string;
  state: DifferenceState;
  minutes: number;
  due_who: 'staffMember' | 'departmentHead' | 'personnel';
  due_on: string;
};

/** 差異 that wait: for the reason of the person, the decision of the head, or the investigation of 人事課. */
export async function waitingDifferences(
  tx: Tx,
  { near, holding }: WaitingGround,
  touched: Touched,
): Promise<readonly Waiting[]> {
  const days = touched.of('difference').map((day) => day.split('/'));
  const rows = await tx.query<Row>(
    `select d.staff, s.name, d.department, d.duty_date, d.state, d.minutes, d.due_who, d.due_on from tk.difference d
     join tk.staff s on s.municipality = $1 and s.staff = d.staff
     where d.municipality = $1 and d.due_on is not null
       ${touched.whole ? '' : 'and (d.staff, d.duty_date) in (select u.staff, u.day from unnest($2::text[], $3::date[]) as u (staff, day))'}
     order by d.duty_date, d.staff`,
    touched.whole ? [tx.municipality] : [tx.municipality, days.map(([staff]) => staff), days.map(([, date]) => date)],
  );
  return rows.flatMap((row) => {
    const { staff, name, department, duty_date: date, due_who: who } = row;
    const own = who === 'staffMember';
    const recipients = own ? [staff] : who === 'departmentHead' ? near(department, staff) : holding('hr');
    return forEach(recipients, {
      kind: 'difference',
      about: `difference/${staff}/${date}`,
      due: row.due_on,
      key: `difference/${staff}/${date}/${row.state}`,
      line: `${own ? '' : `${name}: `}${eraOf(date)} ${formatDuration(row.minutes)} ${asked[row.state] ?? '確かめる'}(期限 ${eraOf(row.due_on)})`,
      path: own
        ? `/corrections/new?date=${date}&kind=discrepancy`
        : who === 'departmentHead'
          ? noticeWords.difference.path
          : `/differences/${date.slice(0, 7)}`,
    });
  });
}
