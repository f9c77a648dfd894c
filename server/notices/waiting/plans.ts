import type { Tx } from '../../store/tenant.ts';
import { monthDate } from '../../use-cases/reading/moment.ts';
import { eraMonthOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';

type Row = {
  department: string;
  month: string;
  state: 'draft' | 'agreedByHead' | 'agreedByUnion' | 'returned';
  version: number;
  written_by: string | null;
};

const waitsFor: Readonly<Record<Row['state'], string>> = {
  draft: '下書きができました。所属長の承認待ち',
  agreedByHead: '職員組合の承認待ち',
  agreedByUnion: '人事課の受取り待ち',
  returned: '差し戻されました。直して、もう一度承認してください',
};

/** Who takes the next step of a plan. What the head wrote oneself is not told to the head. */
function recipientsOf(row: Row, { headed, near, holding }: WaitingGround): readonly string[] {
  switch (row.state) {
    case 'agreedByHead':
      return holding('union');
    case 'agreedByUnion':
      return holding('hr');
    case 'returned':
      return near(row.department);
    case 'draft':
      return headed(row.department).includes(row.written_by ?? '')
        ? []
        : near(row.department).filter((staff) => staff !== row.written_by);
  }
}

/**
 * 時間外勤務実施計画書: a draft by another waits for the head, then for the 職員組合, then for 人事課; a returned one for the head. Drafts of months that
 * are over can no longer be agreed to, and wait for nobody.
 */
export async function waitingPlans(tx: Tx, ground: WaitingGround): Promise<readonly Waiting[]> {
  const rows = await tx.query<Row>(
    `select p.department, p.month, p.state, p.version, e.actor as written_by from tk.plan p
     left join tk.event e on e.municipality = $1 and p.state = 'draft' and e.seq = p.version
       and e.stream = 'plan/' || p.department || '/' || to_char(p.month, 'YYYY-MM')
     where p.municipality = $1 and p.state <> 'received' and (p.state in ('agreedByHead', 'agreedByUnion') or p.month >= $2::date)
     order by p.month, p.department`,
    [tx.municipality, monthDate(ground.at.month)],
  );
  return rows.flatMap((row) => {
    const month = row.month.slice(0, 7);
    const place = encodeURIComponent(row.department);
    return forEach(recipientsOf(row, ground), {
      kind: 'plan',
      about: 'plans',
      key: `plan/${row.department}/${month}/${row.version}`,
      line: `${ground.tree.path(row.department) || row.department} ${eraMonthOf(month)}分(${waitsFor[row.state]})`,
      path: row.state === 'agreedByHead' ? `/union/${place}/plans/${month}` : `/section/${place}/plans/${month}`,
    });
  });
}
