import { formatLocalDate } from '@tokimori/law/time/civil';
import { fiscalYearOf } from '@tokimori/law/time/months';
import { nothing } from '../../access/scope.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Reach } from '../../use-cases/breaches/reach.ts';
import { isSettled, type ReviewShown, readReviews } from '../../use-cases/breaches/review-rows.ts';
import { recordDue } from '../../use-cases/breaches/rows.ts';
import { limitWords } from '../../use-cases/reading/limit-words.ts';
import { dayOf } from '../../use-cases/reading/moment.ts';
import { eraMonthOf, eraOf, eraYearOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import type { Touched } from './touched.ts';

type Row = {
  id: string;
  staff: string;
  name: string;
  department: string;
  limit_name: string;
  month: string;
  state: 'open' | 'returned';
};

/** Records of exceeded limits whose ④ and ⑤ the head has to write, or to write again. */
export async function waitingBreaches(
  tx: Tx,
  { at, near }: WaitingGround,
  touched: Touched,
): Promise<readonly Waiting[]> {
  const rows = await tx.query<Row>(
    `select b.id, b.staff, b.name, b.department, b.limit_name, b.month, b.state from tk.breach b
     where b.municipality = $1 and b.standing = 'holds' and b.state <> 'completed' ${touched.whole ? '' : 'and b.id = any($2::uuid[])'}
     order by b.month, b.section, b.staff, b.limit_name`,
    touched.whole ? [tx.municipality] : [tx.municipality, touched.of('breach')],
  );
  return rows.flatMap((row) => {
    const due = recordDue(row.month, at.parameters);
    const again = row.state === 'returned' ? '差し戻し、' : '';
    return forEach(near(row.department, row.staff), {
      kind: 'breach',
      about: `breach/${row.id}`,
      due,
      key: `breach/${row.id}/${row.state}`,
      line: `${row.name}: ${eraMonthOf(row.month)} ${limitWords(row.limit_name)}(${again}期限 ${eraOf(due)})`,
      path: `/breaches/${row.id}`,
    });
  });
}

/** Documents of the year or month that are not concluded though their last day is near, and once more when it is over. */
export async function waitingBreachReviews(tx: Tx, ground: WaitingGround): Promise<readonly Waiting[]> {
  const { at, tree, near, holding } = ground;
  const runningYear = fiscalYearOf(at.month, at.parameters.yearStartMonth);
  const reach: Reach = { at, scope: nothing, tree, departments: null, runningYear };
  const years = [runningYear - 1, runningYear];
  const rows = (await Promise.all(years.map((year) => readReviews(tx, reach, year)))).flat();
  const from = at.day + at.parameters.notices.reviewLeadDays;
  return rows
    .filter((row) => !row.running && !isSettled(row) && dayOf(row.due) <= from)
    .flatMap((row) =>
      forEach(row.section === '' ? holding('hr') : near(row.section), {
        kind: 'breachReview',
        about: 'breach-reviews',
        due: row.due,
        key: `breach-review/${row.span}/${row.period}/${row.section}/${row.due < formatLocalDate(at.day) ? 'late' : 'near'}`,
        line: `${sayPeriod(row)} ${row.name}(記録 ${row.records}件、期限 ${eraOf(row.due)}${row.late ? '、過ぎています' : ''})`,
        path: `/breaches/review?span=${row.span}&period=${row.period}&section=${encodeURIComponent(row.section)}`,
      }),
    );
}

const sayPeriod = ({ span, period }: ReviewShown): string => (span === 'year' ? eraYearOf(period) : eraMonthOf(period));
