import type { Answer } from '@tokimori/contract/route';
import type { mandatesView } from '@tokimori/contract/standing-in';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from '../reading/department-tree.ts';
import type { Here } from '../reading/moment.ts';
import { postsOf, topsOf } from './final-approval.ts';
import { headedBy } from './mandate-rows.ts';

type Unattended = Answer<typeof mandatesView>['unattended'];

/** How many wait at a post: requests below a 課 whose head is away, and what waits for the head of a 部局. */
async function waitingAt(
  tx: Tx,
  tree: DepartmentTree,
  departments: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ department: string; state: string; count: number }>(
    `select o.department, o.state, count(*)::int as count from tk.overtime o
     where o.municipality = $1 and o.department = any($2) and o.state in ('requested', 'firstApproved')
     group by o.department, o.state`,
    [tx.municipality, [...new Set(departments.flatMap((department) => tree.below(department)))]],
  );
  const counts = new Map<string, number>();
  for (const { department, state, count } of rows) {
    const chain = tree.chain(department).map((node) => node.department);
    const top = chain.at(-1);
    for (const post of departments) {
      const mine =
        state === 'firstApproved' ? post === top : chain.includes(post) && (post !== top || chain.length === 1);
      if (mine) counts.set(post, (counts.get(post) ?? 0) + count);
    }
  }
  return counts;
}

/**
 * Posts at which nobody is today: the head is away or the post is vacant, and no 代決 holds. Those of absent heads, and those at the top for
 * which an order waits. 人事課 is told and may name somebody.
 * @param departments only these; null: all
 */
export async function unattendedPosts(
  tx: Tx,
  at: Here,
  tree: DepartmentTree,
  departments: ReadonlySet<string> | null,
): Promise<Unattended> {
  const [absent, first] = await Promise.all([
    tx.query<{ staff: string }>(
      `select distinct b.staff from tk.absence b
       where b.municipality = $1 and b.effective_from <= $2::date and b.effective_until > $2::date`,
      [tx.municipality, at.dutyDate],
    ),
    tx.query<{ department: string }>(
      `select distinct o.department from tk.overtime o where o.municipality = $1 and o.state = 'firstApproved'`,
      [tx.municipality],
    ),
  ]);
  const [headed, tops] = await Promise.all([
    headedBy(
      tx,
      absent.map(({ staff }) => staff),
      at.dutyDate,
    ),
    topsOf(
      tx,
      first.map(({ department }) => department),
      at.dutyDate,
    ),
  ]);
  const asked = [...new Set([...[...headed.values()].flat(), ...tops.values()])];
  const posts = await postsOf(
    tx,
    asked.filter((department) => departments === null || departments.has(department)),
    at.dutyDate,
  );
  const empty = [...posts.values()].filter((post) => (post.head === null || post.absent) && post.standIn === null);
  const waiting = await waitingAt(
    tx,
    tree,
    empty.map(({ department }) => department),
  );
  return empty
    .map(({ department, headName }) => ({
      department,
      path: tree.path(department) || department,
      head: headName,
      waiting: waiting.get(department) ?? 0,
    }))
    .sort((a, b) => b.waiting - a.waiting || (a.department < b.department ? -1 : 1));
}
