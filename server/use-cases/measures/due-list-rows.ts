import { firstMonthOf, fiscalYearOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Figure } from '@tokimori/ordinances/measures/vocabulary';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { monthDate, monthEnd } from '../reading/moment.ts';
import type { DueRow } from './dues-read.ts';

/** People of a page of a list. */
export const SIZE = 100;

/** Somebody on a list, with the figure that brought them on it; null where everybody is on it. */
export type ListRow = { readonly person: string; readonly figure: Figure | null; readonly value: number };
/** What the records tell of somebody on a list. Minutes; null = not known. */
export type Told = {
  readonly name: string;
  readonly department: string;
  readonly month: number | null;
  readonly year: number | null;
};

/** Those whose figures did it, from a place on: the highest first. */
export const staffOn = (tx: Tx, { id }: DueRow, offset: number, limit: number): Promise<ListRow[]> =>
  tx.query<ListRow>(
    `select c.person, c.figure, c.value from tk.due d
     cross join lateral jsonb_to_recordset(d.causes) as c (person text, figure text, value int)
     where d.municipality = $1 and d.id = $2 order by c.figure, c.value desc, c.person limit $3 offset $4`,
    [tx.municipality, id, limit, offset],
  );

/** Everybody of what a list without condition is of, from a place on: those with the most overtime of the month first. */
export async function membersOf(
  tx: Tx,
  tree: DepartmentTree,
  { per, section, bureau }: DueRow,
  month: MonthIndex,
  offset: number,
  limit: number,
): Promise<ListRow[]> {
  const codes = per === 'section' ? tree.within(section) : per === 'bureau' ? tree.below(bureau) : null;
  const rows = await tx.query<{ person: string }>(
    `select a.staff as person from tk.appointment a
     join tk.staff s on s.municipality = $1 and s.staff = a.staff
     left join tk.month_record r on r.municipality = $1 and r.month = $4::date and r.staff = a.staff
     where a.municipality = $1 and ($2::text[] is null or a.department = any($2)) and not a.concurrent
       and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
       and (s.left_on is null or s.left_on >= $4::date)
     order by r.overtime desc nulls last, a.staff limit $5 offset $6`,
    [tx.municipality, codes === null ? null : [...codes], monthEnd(month), monthDate(month), limit, offset],
  );
  return rows.map(({ person }) => ({ person, figure: null, value: 0 }));
}

/** Name and place of some people, their overtime of the month and of its year as the records have it now. Minutes; null = not known. */
export async function rowsOfPage(
  tx: Tx,
  rows: readonly ListRow[],
  month: MonthIndex,
  yearStartMonth: number,
): Promise<ReadonlyMap<string, Told>> {
  const first = firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth);
  const found = await tx.query<Told & { staff: string }>(
    `select s.staff, s.name, coalesce(m.department, p.department, '') as department, m.overtime as month, y.year
     from tk.staff s
     left join tk.month_record m on m.municipality = $1 and m.month = $3::date and m.staff = s.staff
     left join (select r.staff, sum(r.overtime)::int as year from tk.month_record r
                where r.municipality = $1 and r.staff = any($2) and r.month between $4::date and $3::date group by r.staff) y
       on y.staff = s.staff
     left join (select distinct on (a.staff) a.staff, a.department from tk.appointment a
                where a.municipality = $1 and a.staff = any($2) and not a.concurrent and a.effective_from <= $5::date
                order by a.staff, a.effective_from desc) p on p.staff = s.staff
     where s.municipality = $1 and s.staff = any($2)`,
    [tx.municipality, rows.map(({ person }) => person), monthDate(month), monthDate(first), monthEnd(month)],
  );
  return new Map(found.map(({ staff, ...told }) => [staff, told]));
}

/** How many of those whose figures did it belong to each 課, most first; whoever stands directly in a 部局 to that. */
export async function countsOf(
  tx: Tx,
  tree: DepartmentTree,
  { id }: DueRow,
  month: MonthIndex,
): Promise<{ department: string; name: string; count: number }[]> {
  const rows = await tx.query<{ department: string; count: number }>(
    `select r.department, count(*)::int as count from tk.due d
     cross join lateral jsonb_to_recordset(d.causes) as c (person text)
     join tk.month_record r on r.municipality = $1 and r.month = $3::date and r.staff = c.person
     where d.municipality = $1 and d.id = $2 group by r.department`,
    [tx.municipality, id, monthDate(month)],
  );
  const counts = new Map<string, number>();
  for (const { department, count } of rows) {
    const { section, bureau } = tree.place(department);
    const code = section === '' ? bureau : section;
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return [...counts]
    .map(([department, count]) => ({ department, name: tree.path(department) || department, count }))
    .sort((a, b) => b.count - a.count || (a.department < b.department ? -1 : 1));
}
