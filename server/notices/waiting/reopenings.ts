import type { Tx } from '../../store/tenant.ts';
import { monthDate } from '../../use-cases/reading/moment.ts';
import { eraMonthOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';
import type { Touched } from './touched.ts';

type Row = { section: string; month: string; version: number };

/** Months back for which a request to reopen is looked for when everything is read: as long as records of hours are kept. */
const BACK = 60;

/** 再開の依頼: the head of a 課 asks 人事課 to open a month that is closed; it waits until the month is opened or closed again. */
export async function waitingReopenings(
  tx: Tx,
  { at, tree, holding }: WaitingGround,
  touched: Touched,
): Promise<readonly Waiting[]> {
  // `closing/2026-10/11`; `closing/2026-10/all` is the whole municipality, whose reopening nobody asks for.
  const names = touched.of('closing');
  const months = [...new Set(names.map((name) => `${name.slice(0, 7)}-01`))];
  const rows = await tx.query<Row>(
    `select c.section, c.month, c.version from tk.month_closing c
     where c.municipality = $1 and c.asked_at is not null
       and ${touched.whole ? 'c.month >= $2::date' : `c.month = any($2::date[]) and to_char(c.month, 'YYYY-MM') || '/' || c.section = any($3)`}
     order by c.month, c.section`,
    touched.whole ? [tx.municipality, monthDate(at.month - BACK)] : [tx.municipality, months, names],
  );
  return rows.flatMap(({ section, month: first, version }) => {
    const month = first.slice(0, 7);
    return forEach(holding('hr'), {
      kind: 'reopening',
      about: `closing/${month}/${section}`,
      key: `closing/${month}/${section}/${version}`,
      line: `${tree.path(section) || section}: ${eraMonthOf(month)}分の締めを再開する依頼`,
      path: `/closing/${month}/${encodeURIComponent(section)}`,
    });
  });
}
