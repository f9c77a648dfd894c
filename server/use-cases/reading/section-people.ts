import type { LimitName, LimitState, Person } from '@tokimori/contract/values';
import { parseLocalDate } from '@tokimori/law/time/civil';
import type { MonthIndex } from '@tokimori/law/time/months';
import { monthOf } from '@tokimori/law/time/months';
import type { DifferenceAnswer } from '@tokimori/records/correction';
import type { Tx } from '../../store/tenant.ts';
import { monthDate } from './moment.ts';

/** Someone placed in a section, by the main post or a concurrent one (兼務). */
export type Member = { readonly person: Person; readonly concurrent: boolean };

type MemberRow = {
  staff: string;
  name: string;
  post: string;
  department: string;
  department_name: string;
  managerial: boolean;
  concurrent: boolean;
};

/** Everyone placed in some departments on a day; a main post goes before a concurrent one. In order of department and number. */
export async function membersOf(tx: Tx, departments: readonly string[], on: string): Promise<readonly Member[]> {
  const rows = await tx.query<MemberRow>(
    `select distinct on (p.staff) p.staff, s.name, p.post, p.department, d.name as department_name, p.managerial, p.concurrent
     from (
       select distinct on (a.staff, a.concurrent, case when a.concurrent then a.department else '' end)
         a.staff, a.department, a.post, a.managerial, a.concurrent, a.effective_until
       from tk.appointment a
       where a.municipality = $1 and a.effective_from <= $3::date and a.staff in (
         select b.staff from tk.appointment b
         where b.municipality = $1 and b.department = any($2) and b.effective_from <= $3::date
           and (b.effective_until is null or b.effective_until > $3::date))
       order by a.staff, a.concurrent, case when a.concurrent then a.department else '' end, a.effective_from desc
     ) p
     join tk.staff s on s.municipality = $1 and s.staff = p.staff
       and s.joined_on <= $3::date and (s.left_on is null or s.left_on >= $3::date)
     join tk.department d on d.municipality = $1 and d.department = p.department
       and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     where p.department = any($2) and (p.effective_until is null or p.effective_until > $3::date)
     order by p.staff, p.concurrent, p.department`,
    [tx.municipality, departments, on],
  );
  return rows
    .map(({ concurrent, department_name: departmentName, ...person }) => ({
      person: { ...person, departmentName },
      concurrent,
    }))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = ({ person }: Member): string => `${person.department}/${person.staff}`;

/** A section: its name, 市民部 保険年金課, and the codes of it and everything below. Null when it does not exist on the day. */
export type Section = { readonly name: string; readonly path: string; readonly departments: readonly string[] };

/** Reads a section and what lies below and above it, without the rest of the municipality. */
export async function readSection(tx: Tx, department: string, on: string): Promise<Section | null> {
  const rows = await tx.query<{ department: string; name: string; depth: number }>(
    `with recursive above (department, name, parent, depth) as (
       select d.department, d.name, d.parent, 0 from tk.department d
       where d.municipality = $1 and d.department = $2
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       union all
       select d.department, d.name, d.parent, b.depth - 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.parent
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth > -8
     ), below (department, depth) as (
       select a.department, a.depth from above a where a.depth = 0
       union
       select d.department, b.depth + 1 from below b
       join tk.department d on d.municipality = $1 and d.parent = b.department
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth < 8
     )
     select a.department, a.name, a.depth from above a union all select b.department, '', b.depth from below b where b.depth > 0
     order by depth`,
    [tx.municipality, department, on],
  );
  const own = rows.find((row) => row.depth === 0);
  if (own === undefined) return null;
  return {
    name: own.name,
    path: rows.flatMap((row) => (row.depth <= 0 ? row.name : [])).join(' '),
    departments: [...new Set(rows.flatMap((row) => (row.depth >= 0 ? row.department : [])))],
  };
}

/** Where people stand in a month, as it was judged last. `slack` is that of the binding limit when it is not fine. */
export type StandingRow = {
  readonly staff: string;
  readonly state: LimitState;
  readonly remaining: number | null;
  readonly binding: LimitName | null;
  readonly forecast: number | null;
  readonly slack: number | null;
  /** The limit that makes the state: of several in that state, the one with the least slack. */
  readonly state_limit: LimitName | null;
};

export async function standingRows(
  tx: Tx,
  staff: readonly string[],
  month: MonthIndex,
): Promise<ReadonlyMap<string, StandingRow>> {
  const rows = await tx.query<StandingRow>(
    `select t.staff, t.state, t.remaining, t.binding, t.forecast, l.slack,
       (select s.limit_name from tk.standing_limit s
        where s.municipality = $1 and s.month = $2 and s.staff = t.staff and s.state = t.state
        order by s.slack, s.limit_name limit 1) as state_limit
     from tk.standing t
     left join tk.standing_limit l on l.municipality = $1 and l.month = $2 and l.staff = t.staff and l.limit_name = t.binding
     where t.municipality = $1 and t.month = $2 and t.staff = any($3)`,
    [tx.municipality, monthDate(month), staff],
  );
  return new Map(rows.map((row) => [row.staff, row]));
}

/** Minutes left under the limit reached first; negative = over by so much. */
export const slackOf = (row: StandingRow | undefined): number | null =>
  row === undefined ? null : row.slack !== null && row.slack < 0 ? row.slack : row.remaining;

/** A correction that people of a section reported. */
export type CorrectionRow = {
  readonly id: string;
  readonly staff: string;
  readonly duty_date: string;
  readonly kind: 'punch' | 'discrepancy';
  readonly state: 'requested' | 'accepted' | 'rejected' | 'withdrawn';
  readonly in_minute: number | null;
  readonly out_minute: number | null;
  readonly reason: string;
  readonly answer: DifferenceAnswer | null;
};

/** Corrections of some people between two days, the latest first. */
export async function correctionRows(
  tx: Tx,
  staff: readonly string[],
  from: string,
  through: string,
): Promise<CorrectionRow[]> {
  return tx.query<CorrectionRow>(
    `select c.id, c.staff, c.duty_date, c.kind, c.state, c.in_minute, c.out_minute, c.reason, c.answer from tk.correction c
     where c.municipality = $1 and c.staff = any($2) and c.duty_date between $3 and $4
     order by c.requested_at desc, c.id`,
    [tx.municipality, staff, from, through],
  );
}

/** Overtime of those who belonged to some departments, by month: whole, and up to the same day (null = not known by days). */
export async function sectionSums(
  tx: Tx,
  departments: readonly string[],
  months: readonly MonthIndex[],
  through: number,
): Promise<ReadonlyMap<MonthIndex, { readonly overtime: number; readonly sameDays: number | null }>> {
  const rows = await tx.query<{ month: string; overtime: number; same_days: number | null }>(
    `select r.month, sum(r.overtime)::int as overtime, case when bool_and(r.source = 'days' or r.overtime = 0)
       then sum(coalesce(r.cumulative[least($4::int, cardinality(r.cumulative))], 0))::int end as same_days
     from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and r.department = any($3) and not r.managerial group by r.month`,
    [tx.municipality, months.map(monthDate), departments, through],
  );
  return new Map(
    rows.map((row) => [
      monthOf(parseLocalDate(row.month) ?? Number.NaN),
      { overtime: row.overtime, sameDays: row.same_days },
    ]),
  );
}
