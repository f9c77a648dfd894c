import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Parameters } from '@tokimori/ordinances/schema';
import type { Context } from '../../context.ts';
import { historiesOf, loadHistories, type StaffHistory } from '../../derive/histories.ts';
import type { Tx } from '../../store/tenant.ts';
import { type Here, monthDate, monthEnd } from './moment.ts';
import { type Beside, standingView } from './views.ts';

/** One person's history in a month with what the gauges need beside it. */
export type PersonMonth = { readonly found: StaffHistory; readonly parameters: Parameters; readonly beside: Beside };

/**
 * Reads what one person's standing in a month rests on; null when there is no record of the month.
 * @param from first month of the history; 18 months unless told otherwise.
 */
export async function readPersonMonth(
  context: Context,
  tx: Tx,
  staff: string,
  month: MonthIndex,
  from?: MonthIndex,
): Promise<PersonMonth | null> {
  const parameters = await context.parameters(tx, firstDayOf(month));
  const [histories, requested, kind] = await Promise.all([
    from === undefined
      ? loadHistories(tx, parameters, [staff], month)
      : historiesOf(tx, { parameters, from }, [staff], month),
    readRequested(tx, staff, month),
    readKindSince(tx, staff, monthEnd(month)),
  ]);
  const found = histories.get(staff);
  if (found === undefined) return null;
  const designated = found.record.externallyDriven ? kind.designated : null;
  const since = designated !== null && (kind.posted === null || designated > kind.posted) ? designated : kind.posted;
  const workplace =
    found.article36 === undefined ? '' : await readName(tx, found.article36.workplace.department, month);
  return { found, parameters, beside: { requested, since, workplace } };
}

/** The standing of one person; null for 管理監督職員 and where the month has no record. */
export async function readStanding(context: Context, tx: Tx, at: Here, staff: string, month: MonthIndex) {
  const read = await readPersonMonth(context, tx, staff, month);
  if (read === null || read.found.record.managerial) return null;
  return standingView(read.found, month, at, read.parameters, read.beside).view;
}

async function readName(tx: Tx, department: string, month: MonthIndex): Promise<string> {
  const [row] = await tx.query<{ name: string }>(
    `select d.name from tk.department d where d.municipality = $1 and d.department = $2
     order by (d.effective_from <= $3::date) desc, abs(d.effective_from - $3::date) limit 1`,
    [tx.municipality, department, monthEnd(month)],
  );
  return row?.name ?? department;
}

async function readRequested(tx: Tx, staff: string, month: MonthIndex): Promise<number> {
  const [row] = await tx.query<{ minutes: number }>(
    `select coalesce(sum(o.minutes), 0)::int as minutes from tk.overtime o
     where o.municipality = $1 and o.staff = $2 and o.duty_date between $3 and $4 and o.state in ('requested', 'firstApproved')`,
    [tx.municipality, staff, monthDate(month), monthEnd(month)],
  );
  return row?.minutes ?? 0;
}

type KindSince = { readonly posted: string | null; readonly designated: string | null };

/** Since when the person belongs to the department of a day, and since when that (or one above it) is designated. */
async function readKindSince(tx: Tx, staff: string, on: string): Promise<KindSince> {
  const [row] = await tx.query<KindSince>(
    `with recursive above (department, posted, depth) as (
       (select a.department, a.effective_from, 0 from tk.appointment a
        where a.municipality = $1 and a.staff = $2 and not a.concurrent and a.effective_from <= $3::date
        order by a.effective_from desc, a.department desc limit 1)
       union all
       select d.parent, b.posted, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.department and d.parent is not null
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth < 8
     )
     select max(b.posted) as posted, max(g.effective_from) as designated from above b
     left join tk.designation g on g.municipality = $1 and g.department = b.department
       and g.effective_from <= $3::date and (g.effective_until is null or g.effective_until > $3::date)`,
    [tx.municipality, staff, on],
  );
  return row ?? { posted: null, designated: null };
}
