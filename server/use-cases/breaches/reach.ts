import { fiscalYearOf } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewBreaches, mayViewBreachesOfAll } from '../../access/policies-breaches.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';

/** Who looks, from where, and how far: what every page about excesses begins with. */
export type Reach = {
  readonly at: Here;
  readonly scope: Scope;
  readonly tree: DepartmentTree;
  /** Departments whose records are seen; null = all. */
  readonly departments: readonly string[] | null;
  readonly runningYear: number;
};

/** Goes on when the caller may see these pages at all. @throws Refusal 403 */
export async function reachOf(context: Context, tx: Tx, actor: Actor): Promise<Reach> {
  ensure(mayViewBreaches(actor));
  const at = await here(context, tx);
  const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
  const departments = mayViewBreachesOfAll(actor) ? null : [...scope.departments];
  return { at, scope, tree, departments, runningYear: fiscalYearOf(at.month, at.parameters.yearStartMonth) };
}

/** Records of the departments that are seen, by the department of the person or its 課. `$2` = departments or null. */
export const inReach = '($2::text[] is null or b.section = any($2) or b.department = any($2))';

/** Fiscal years with records that are seen, newest first, the running one always among them. */
export async function yearsWithin(tx: Tx, { departments, runningYear }: Reach): Promise<readonly number[]> {
  const rows = await tx.query<{ year: number }>(
    `select distinct b.fiscal_year as year from tk.breach b where b.municipality = $1 and ${inReach}`,
    [tx.municipality, departments],
  );
  return [...new Set([runningYear, ...rows.map(({ year }) => year)])].sort((a, b) => b - a);
}

/** Names of some 課, in the order of their codes; those that are gone keep their code. */
export const sectionNames = (tree: DepartmentTree, sections: Iterable<string>) =>
  [...new Set(sections)].sort().map((section) => ({ section, name: tree.path(section) || section }));
