import type { sectionToday } from '@tokimori/contract/manager';
import type { Answer } from '@tokimori/contract/route';
import type { Tx } from '../../store/tenant.ts';
import type { Member } from '../reading/section-people.ts';

type Missing = Answer<typeof sectionToday>['missing'][number];
type Row = { staff: string; duty_date: string; kind: Missing['kind']; told_on: string | null; reported: boolean };

/** Days shown; older ones stand in the closing of their month. */
const SHOWN = 100;

/** Past days of some people that lack a punch now and were found to by the morning's look. */
export async function missingOf(tx: Tx, members: readonly Member[]): Promise<Missing[]> {
  const rows = await tx.query<Row>(
    `select n.staff, n.duty_date, n.kind, n.told_on, exists (
       select 1 from tk.correction c where c.municipality = $1 and c.staff = n.staff and c.duty_date = n.duty_date
         and c.kind = 'punch' and c.state = 'requested') as reported
     from tk.missing_notice n
     join tk.month_record r on r.municipality = $1 and r.staff = n.staff
       and r.month = n.duty_date - (extract(day from n.duty_date)::int - 1)
       and r.unclassifiable_days[extract(day from n.duty_date)::int] = 1
     where n.municipality = $1 and n.withdrawn_at is null and n.staff = any($2)
     order by n.duty_date, n.staff limit ${SHOWN}`,
    [tx.municipality, members.map(({ person }) => person.staff)],
  );
  const persons = new Map(members.map(({ person }) => [person.staff, person]));
  return rows.flatMap(({ staff, duty_date: date, kind, told_on: toldOn, reported }) => {
    const person = persons.get(staff);
    return person === undefined ? [] : [{ person, date, kind, toldOn, reported }];
  });
}
