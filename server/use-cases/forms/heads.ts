import type { Given } from '@tokimori/forms/sheet/given';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import { grouped } from '../reading/grouped.ts';

/**
 * Who heads departments on a day: the 管理監督職員 of each, or of the nearest one above. One statement for all.
 * @param on `YYYY-MM-DD`
 */
export async function readHeads(
  tx: Tx,
  tree: DepartmentTree,
  departments: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, Given['head']>> {
  const chains = new Map(
    [...new Set(departments)]
      .filter((department) => department !== '')
      .map((department) => [department, tree.chain(department).map((node) => node.department)]),
  );
  if (chains.size === 0) return new Map();
  const rows = await tx.query<{ department: string; post: string; name: string }>(
    `select a.department, a.post, s.name from tk.appointment a
     join tk.staff s on s.municipality = $1 and s.staff = a.staff
     where a.municipality = $1 and a.department = any($2) and a.managerial
       and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
     order by a.department, a.concurrent, a.effective_from, a.staff`,
    [tx.municipality, [...new Set([...chains.values()].flat())], on],
  );
  const headed = grouped(rows, ({ department }) => department);
  return new Map(
    [...chains].map(([department, chain]) => {
      const head = chain.flatMap((code) => headed.get(code)?.[0] ?? [])[0];
      return [department, head === undefined ? null : { post: head.post, name: head.name }];
    }),
  );
}
