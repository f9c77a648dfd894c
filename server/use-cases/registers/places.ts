import { formatLocalDate } from '@tokimori/law/time/civil';
import { lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { departmentsOf } from '../../access/scope.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentNode, DepartmentTree } from '../reading/department-tree.ts';
import { departmentsBelow } from '../reading/persons.ts';

/** The 課 to which a department belongs: itself or the nearest above; the department itself where there is none. */
export function divisionOf(tree: DepartmentTree, department: string): DepartmentNode | undefined {
  const chain = tree.chain(department);
  return chain.find(({ kind }) => kind === 'division') ?? chain[0];
}

/** What a section is called in lists of the whole municipality; its code where it no longer exists. */
export const sectionName = (tree: DepartmentTree, department: string): string =>
  divisionOf(tree, department)?.name ?? department;

/** A department and all that stood below it at the end of any of some months: parts that were reorganised since are not lost. */
export async function partsOver(tx: Tx, department: string, months: readonly MonthIndex[]): Promise<readonly string[]> {
  const found = await Promise.all(
    months.map((month) => departmentsBelow(tx, department, formatLocalDate(lastDayOf(month)))),
  );
  return [...new Set(found.flat())];
}

/** Departments to which the actor is appointed (main or concurrent) on some days; none without a staff number. */
export const postsOf = async (tx: Tx, { staff }: Actor, from: string, through: string): Promise<readonly string[]> =>
  staff === null ? [] : departmentsOf(tx, staff, from, through);
