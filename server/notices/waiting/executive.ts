import { type Deed, deeds } from '@tokimori/ordinances/measures/vocabulary';
import { headedIn } from '../../access/policies.ts';
import type { Tx } from '../../store/tenant.ts';
import { noticeWords } from '../kinds.ts';
import { eraMonthOf, eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';

type Row = {
  id: string;
  month: string;
  per: 'person' | 'section' | 'bureau' | 'city';
  subject: string;
  section: string;
  bureau: string;
  deed: Deed;
  what: string;
  due_on: string | null;
  name: string | null;
  health: boolean;
};

/**
 * What measures brought due that the 副市長 does: a permission to be given, a talk to be held (access/policies says the same of one actor). What is
 * done by a form waits there. Where the health side takes part, nobody is named and nothing said: that alone would tell why.
 */
export async function waitingExecutive(tx: Tx, { tree, holding }: WaitingGround): Promise<readonly Waiting[]> {
  const rows = await tx.query<Row>(
    `select d.id, d.month, d.per, d.subject, d.section, d.bureau, d.deed, d.what, d.due_on, s.name,
       'health' = any(d.by_roles || d.to_roles) as health
     from tk.due d
     left join tk.staff s on s.municipality = $1 and d.per = 'person' and s.staff = d.subject
     where d.municipality = $1 and d.state = 'open' and d.deed <> 'alert' and d.form is null
       and (d.by_roles || d.to_roles) @> array['viceMayor']
       and ('viceMayor' = any(d.by_roles) or d.deed = 'permission' or cardinality(d.by_roles) = 0)
     order by d.due_on nulls last, d.id`,
    [tx.municipality],
  );
  return rows.flatMap((row) => {
    const place = tree.path(row.per === 'person' ? headedIn(row) : row.subject) || '団体全体';
    const whom = row.health || row.name === null ? place : `${place} ${row.name}`;
    const what = row.health ? '' : `「${row.what}」`;
    return forEach(
      holding('executive').filter((each) => row.per !== 'person' || each !== row.subject),
      {
        kind: 'executiveDue',
        about: 'executive-dues',
        key: `due/${row.id}`,
        line: `${whom}: ${eraMonthOf(row.month)}分 ${deeds[row.deed]}${what}${row.due_on === null ? '' : `(期限 ${eraOf(row.due_on)})`}`,
        path: noticeWords.executiveDue.path,
        ...(row.due_on === null ? {} : { due: row.due_on }),
      },
    );
  });
}
