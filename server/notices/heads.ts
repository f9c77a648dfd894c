import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../store/tenant.ts';
import type { DepartmentTree } from '../use-cases/reading/department-tree.ts';
import { grouped } from '../use-cases/reading/grouped.ts';

/** Who is told about the people of a department: those who head it, or the nearest department above that has a head. */
export type HeadsOf = (department: string, except?: string) => readonly string[];

/** Those who head each department on a day. */
export async function readHeaded(tx: Tx, on: EpochDay): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ staff: string; department: string }>(
    `select a.staff, a.department from tk.appointment a
     where a.municipality = $1 and a.managerial and a.effective_from <= $2::date
       and (a.effective_until is null or a.effective_until > $2::date) order by a.staff`,
    [tx.municipality, formatLocalDate(on)],
  );
  const byDepartment = grouped(rows, ({ department }) => department);
  return new Map([...byDepartment].map(([department, heads]) => [department, heads.map(({ staff }) => staff)]));
}

/** The nearest heads above, from those who head each department. */
export const nearestHeads =
  (tree: DepartmentTree, headed: ReadonlyMap<string, readonly string[]>): HeadsOf =>
  (department, except) => {
    for (const node of tree.chain(department)) {
      const heads = (headed.get(node.department) ?? []).filter((staff) => staff !== except);
      if (heads.length > 0) return heads;
    }
    return [];
  };

/** Reads the 管理監督職員 of a day. */
export const readHeads = async (tx: Tx, tree: DepartmentTree, on: EpochDay): Promise<HeadsOf> =>
  nearestHeads(tree, await readHeaded(tx, on));
