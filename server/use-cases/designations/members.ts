import type { Tx } from '../../store/tenant.ts';

/** Someone to whom a designation applies, or will: since when they belong to the department, and when they were told. */
export type Member = {
  readonly department: string;
  readonly effective_from: string;
  readonly staff: string;
  /** Since when the person's main post is in it. */
  readonly since: string;
  readonly told_on: string | null;
  readonly acknowledged_at: Date | null;
};

/** How far ahead appointments are looked at, so that whoever will come is told before they come. Days. */
const AHEAD = 31;

/**
 * Designations that hold or will, with everybody whose main post lies in the department or below it on the first day, or comes into it within
 * the next month. 管理監督職員 have no caps and are not told.
 * $2 = today, $3 = departments or null, $4 = effective_from or null, $5 = only what is published by today.
 */
export const membersOfDesignations = `
  with recursive below (root, effective_from, on_day, department) as (
    select g.department, g.effective_from, greatest(g.effective_from, $2::date), g.department from tk.designation g
     where g.municipality = $1 and (g.effective_until is null or g.effective_until > $2::date)
       and ($3::text is null or g.department = $3::text) and ($4::date is null or g.effective_from = $4::date)
       and (not $5::boolean or g.published_on <= $2::date)
    union
    select b.root, b.effective_from, b.on_day, d.department from below b
      join tk.department d on d.municipality = $1 and d.parent = b.department
        and d.effective_from <= b.on_day and (d.effective_until is null or d.effective_until > b.on_day)
  ), member (root, effective_from, staff, since) as (
    select b.root, b.effective_from, a.staff, min(a.effective_from) from below b
      join tk.appointment a on a.municipality = $1 and a.department = b.department and not a.concurrent and not a.managerial
        and a.effective_from <= b.on_day + ${AHEAD} and (a.effective_until is null or a.effective_until > b.on_day)
      join tk.staff s on s.municipality = $1 and s.staff = a.staff
        and s.joined_on <= b.on_day + ${AHEAD} and (s.left_on is null or s.left_on >= b.on_day)
     where not exists (
       select 1 from tk.appointment n where n.municipality = $1 and n.staff = a.staff and not n.concurrent
         and n.effective_from > a.effective_from and n.effective_from <= b.on_day)
     group by b.root, b.effective_from, a.staff
  )`;

/** Whom one designation concerns, with what they were told. */
export async function readMembers(tx: Tx, department: string, from: string, today: string): Promise<Member[]> {
  return tx.query<Member>(
    `${membersOfDesignations}
     select m.root as department, m.effective_from, m.staff, m.since, t.told_on, t.acknowledged_at from member m
       left join tk.designation_notice t on t.municipality = $1 and t.department = m.root
         and t.effective_from = m.effective_from and t.staff = m.staff
      order by m.staff`,
    [tx.municipality, today, department, from, false],
  );
}

/**
 * Tells everybody of the designations that are published: a notice each, once. Whoever comes later is told when the appointment is known.
 * @returns how many are new
 */
export async function tellDesignations(tx: Tx, today: string): Promise<number> {
  const fresh = await tx.query(
    `${membersOfDesignations}
     insert into tk.designation_notice (municipality, department, effective_from, staff, told_on)
     select $1, m.root, m.effective_from, m.staff, $2::date from member m
     on conflict (municipality, department, effective_from, staff) do nothing returning staff`,
    [tx.municipality, today, null, null, true],
  );
  return fresh.length;
}
