import type { Person } from '@tokimori/contract/values';
import { refuse } from '../../access/refusal.ts';
import type { Tx } from '../../store/tenant.ts';

type PersonRow = {
  staff: string;
  name: string;
  post: string;
  department: string;
  department_name: string;
  managerial: boolean;
};

const personOfRow = (row: PersonRow): Person => ({
  staff: row.staff,
  name: row.name,
  post: row.post,
  department: row.department,
  departmentName: row.department_name,
  managerial: row.managerial,
});

/**
 * People as they were placed by their main post on a day; outside their service, by the post nearest to that day.
 * @param on `YYYY-MM-DD`
 */
export async function personsOn(tx: Tx, staff: readonly string[], on: string): Promise<ReadonlyMap<string, Person>> {
  if (staff.length === 0) return new Map();
  const rows = await tx.query<PersonRow>(
    `select distinct on (a.staff) a.staff, s.name, a.post, a.department, d.name as department_name, a.managerial
     from tk.appointment a
     join tk.staff s on s.municipality = $1 and s.staff = a.staff
     join tk.department d on d.municipality = $1 and d.department = a.department
     where a.municipality = $1 and a.staff = any($2) and not a.concurrent
     order by a.staff, ${nearestTo('$3::date')}, ${nearestTo('$3::date', 'd')}`,
    [tx.municipality, staff, on],
  );
  return new Map(rows.map((row) => [row.staff, personOfRow(row)]));
}

/** A person with a post. */
export type Posted = { staff: string; name: string; post: string; department: string; managerial: boolean };

/**
 * People with their main post on a day; outside their service, with the post nearest to that day (`nearestTo`). Nobody who never had one. In the order of
 * their 職員番号.
 * @param on `YYYY-MM-DD`
 */
export const postsOn = (tx: Tx, staff: readonly string[], on: string): Promise<Posted[]> =>
  tx.query<Posted>(
    `select distinct on (a.staff) a.staff, s.name, a.post, a.department, a.managerial from tk.appointment a
     join tk.staff s on s.municipality = $1 and s.staff = a.staff
     where a.municipality = $1 and a.staff = any($2) and not a.concurrent
     order by a.staff, ${nearestTo('$3::date')}`,
    [tx.municipality, staff, on],
  );

/**
 * In which order rows that begin on a day are taken for another day: what began by then first, and of those the latest; else what begins next.
 * @param day an expression of SQL
 * @param alias of the table with `effective_from`
 */
export function nearestTo(day: string, alias = 'a'): string {
  return `(${alias}.effective_from <= ${day}) desc, abs(${alias}.effective_from - ${day})`;
}

/** Where in a section a person is placed on a day, by the main or a concurrent post; null when nowhere. @param on `YYYY-MM-DD` */
export async function placeWithin(tx: Tx, section: string, staff: string, on: string): Promise<string | null> {
  const [row] = await tx.query<{ department: string }>(
    `select a.department from tk.appointment a
     where a.municipality = $1 and a.staff = $2 and a.department = any($3)
       and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $4::date)
     order by a.concurrent, a.effective_from desc limit 1`,
    [tx.municipality, staff, await departmentsBelow(tx, section, on), on],
  );
  return row?.department ?? null;
}

/** One person on a day; 404 for a number nobody has. */
export async function personOn(tx: Tx, staff: string, on: string): Promise<Person> {
  return personOf(await personsOn(tx, [staff], on), staff);
}

/** The person of a number among those read. */
export function personOf(persons: ReadonlyMap<string, Person>, staff: string): Person {
  return (
    persons.get(staff) ??
    refuse('staff.not-found', {
      status: 404,
      title: '職員が見つかりません',
      detail: `職員番号 ${staff} の職員か、その発令の登録がありません。番号を確かめるか、人事課に登録を依頼してください。`,
    })
  );
}

/** Who decides for a department on a day: the nearest 管理監督職員 at or above it, with the post; blank when there is none. */
export async function headOf(tx: Tx, department: string, staff: string, on: string): Promise<string> {
  const [head] = await tx.query<{ post: string; name: string }>(
    `with recursive above (department, depth) as (
       select $2::text, 0
       union
       select d.parent, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.department and d.parent is not null
         and d.effective_from <= $4::date and (d.effective_until is null or d.effective_until > $4::date)
       where b.depth < 8
     )
     select a.post, s.name from above b
     join tk.appointment a on a.municipality = $1 and a.department = b.department
     join tk.staff s on s.municipality = $1 and s.staff = a.staff
     where a.managerial and a.staff <> $3
       and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $4::date)
     order by b.depth, a.concurrent, a.effective_from, a.staff limit 1`,
    [tx.municipality, department, staff, on],
  );
  return head === undefined ? '' : `${head.post} ${head.name}`.trim();
}

/** A department and everything below it on a day, as codes. */
export async function departmentsBelow(tx: Tx, department: string, on: string): Promise<readonly string[]> {
  const rows = await tx.query<{ department: string }>(
    `with recursive below (department) as (
       select $2::text
       union
       select d.department from below b
       join tk.department d on d.municipality = $1 and d.parent = b.department
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     )
     select b.department from below b`,
    [tx.municipality, department, on],
  );
  return rows.map((row) => row.department);
}
