import { lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { refuse } from '../../access/refusal.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../../use-cases/reading/department-tree.ts';
import { type Bureaus, columnsOf } from './bureaus.ts';

/** A department and those below it, as they stand at the end of a month: what a report is limited to. */
export type Scope = {
  readonly department: string;
  readonly name: string;
  readonly below: readonly string[];
  readonly tree: DepartmentTree;
};

/**
 * Reads what a report is limited to; undefined when it is of everything.
 * @throws Refusal 404 `report.department-unknown` when there is no such department at the end of the month
 */
export async function readScope(tx: Tx, month: MonthIndex, department: string | undefined): Promise<Scope | undefined> {
  if (department === undefined) return undefined;
  const tree = await readTree(tx, lastDayOf(month));
  const node = tree.find(department);
  if (node !== undefined) return { department, name: node.name, below: tree.below(department), tree };
  return refuse('report.department-unknown', {
    status: 404,
    title: 'この部署はありません',
    detail: `部署コード「${department}」の部署は、この月の末日にはありません。部署コードと月を確かめてください。`,
  });
}

/** The columns of 資料① within a department: itself (those who belong to it directly), and what stands right below it. */
export function partsOf({ department, tree }: Scope, used: Iterable<string>): Bureaus {
  return columnsOf(used, (code) => {
    const chain = tree.chain(code);
    const at = chain.findIndex((node) => node.department === department);
    return at === -1 ? undefined : chain[Math.max(0, at - 1)];
  });
}
