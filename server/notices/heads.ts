import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../store/tenant.ts';
import type { DepartmentTree } from '../use-cases/reading/department-tree.ts';
import { grouped } from '../use-cases/reading/grouped.ts';

/** Who is told about the people of a department: those who head it, or the nearest department above that has a head. */
export type HeadsOf = (department: string, except?: string) => readonly string[];

/** Somebody who heads a department, with the 職名. */
export type Head = { readonly staff: string; readonly post: string };

/** Those who head each department on a day, with their 職名. */
export async function readManagers(tx: Tx, on: EpochDay): Promise<ReadonlyMap<string, readonly Head[]>> {
  const rows = await tx.query<Head & { department: string }>(
    `select a.staff, a.post, a.department from tk.appointment a
     where a.municipality = $1 and a.managerial and a.effective_from <= $2::date
       and (a.effective_until is null or a.effective_until > $2::date) order by a.staff, a.department, a.post`,
    [tx.municipality, formatLocalDate(on)],
  );
  return grouped(rows, ({ department }) => department);
}

/** Those who head each department, by their 職員番号. */
export const headedBy = (managers: ReadonlyMap<string, readonly Head[]>): ReadonlyMap<string, readonly string[]> =>
  new Map([...managers].map(([department, heads]) => [department, heads.map(({ staff }) => staff)]));

/** Those who head each department on a day. */
export const readHeaded = async (tx: Tx, on: EpochDay): Promise<ReadonlyMap<string, readonly string[]>> =>
  headedBy(await readManagers(tx, on));

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
