import { lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import type { Here } from '../reading/moment.ts';

/**
 * What is closed together: a 課 with what lies below it. Whoever belongs to a 部局 itself is closed with those who do. People belong where
 * their month's record says: on its last day, or on the last day of service.
 */
export type ClosingSections = {
  readonly tree: DepartmentTree;
  /** The section of a department. */
  readonly sectionOf: (department: string) => string;
  /** The departments of a section. */
  readonly departmentsOf: (section: string) => readonly string[];
};

/** Sections as the departments stood on the last day of the month, or today in the running one. */
export async function readSections(tx: Tx, month: MonthIndex, at: Here): Promise<ClosingSections> {
  const tree = await readTree(tx, Math.min(lastDayOf(month), Math.max(at.dutyDay, 0)));
  const sectionOf = (department: string): string => {
    const chain = tree.chain(department);
    return (chain.find(({ kind }) => kind === 'division') ?? chain.at(-1))?.department ?? department;
  };
  const departments = new Map<string, string[]>();
  for (const { department } of tree.nodes) {
    const section = sectionOf(department);
    departments.set(section, [...(departments.get(section) ?? []), department]);
  }
  return { tree, sectionOf, departmentsOf: (section) => departments.get(section) ?? [section] };
}
