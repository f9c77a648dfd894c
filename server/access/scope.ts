import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';

/** The departments over which a person decides on a day: those they head, and everything below. */
export type Scope = {
  /** Departments headed by an own appointment. */
  readonly headed: ReadonlySet<string>;
  /** `headed` and every department below. */
  readonly departments: ReadonlySet<string>;
};

export const nothing: Scope = { headed: new Set(), departments: new Set() };

/**
 * Departments the actor heads on a day: the departments of their managerial (管理監督職員) main and concurrent
 * appointments, and everything below them. Empty without the role `manager` or without a staff number.
 * @param on `YYYY-MM-DD`
 */
export async function scopeOf(tx: Tx, actor: Actor, on: string): Promise<Scope> {
  if (actor.staff === null || !actor.roles.includes('manager')) return nothing;
  const rows = await tx.query<{ department: string; headed: boolean }>(
    `with recursive below (department, headed) as (
       select a.department, true from tk.appointment a
       where a.municipality = $1 and a.staff = $2 and a.managerial
         and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
       union
       select d.department, false from below b
       join tk.department d on d.municipality = $1 and d.parent = b.department
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
     )
     select b.department, bool_or(b.headed) as headed from below b group by b.department`,
    [actor.municipality, actor.staff, on],
  );
  return {
    headed: new Set(rows.filter((row) => row.headed).map((row) => row.department)),
    departments: new Set(rows.map((row) => row.department)),
  };
}

/**
 * Departments to which a staff member was appointed (main or concurrent) on any day of a period.
 * @param from first day `YYYY-MM-DD`
 * @param through last day, inclusive
 */
export async function departmentsOf(tx: Tx, staff: string, from: string, through: string): Promise<readonly string[]> {
  const rows = await tx.query<{ department: string }>(
    `select distinct a.department from tk.appointment a
     where a.municipality = $1 and a.staff = $2
       and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $3::date)`,
    [tx.municipality, staff, from, through],
  );
  return rows.map((row) => row.department);
}
