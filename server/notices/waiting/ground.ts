import type { NoticeKind } from '@tokimori/ordinances/parameters/groups/notices';
import type { Tx } from '../../store/tenant.ts';
import { type DepartmentTree, readTree } from '../../use-cases/reading/department-tree.ts';
import type { Here } from '../../use-cases/reading/moment.ts';
import { type HeadsOf, nearestHeads, readHeaded } from '../heads.ts';

/** One thing that waits for one person. */
export type Waiting = {
  readonly recipient: string;
  readonly kind: NoticeKind;
  /** What waits; the same thing has the same key, and one that waits anew another. */
  readonly key: string;
  /** As the page and the mail say it. Neither health nor words that somebody wrote stand in it. */
  readonly line: string;
  /** Where the next step is taken. */
  readonly path: string;
};

/** Who may be told, on a day. */
export type WaitingGround = {
  readonly at: Here;
  readonly tree: DepartmentTree;
  /** Those who head the department, or the nearest one above that has a head. */
  readonly near: HeadsOf;
  /** Those who head the very department. */
  readonly headed: (department: string) => readonly string[];
  /** People who hold a role by their account. */
  readonly holding: (role: 'hr' | 'executive') => readonly string[];
};

/** Reads who may be told today. */
export async function readGround(tx: Tx, at: Here): Promise<WaitingGround> {
  const [tree, headed, accounts] = await Promise.all([
    readTree(tx, at.dutyDay),
    readHeaded(tx, at.dutyDay),
    tx.query<{ staff: string; roles: string[] }>(
      `select a.staff, a.roles from tk.account a
       join tk.staff s on s.municipality = $1 and s.staff = a.staff and (s.left_on is null or s.left_on >= $2::date)
       where a.municipality = $1 and a.roles && array['hr', 'executive'] order by a.staff`,
      [tx.municipality, at.dutyDate],
    ),
  ]);
  return {
    at,
    tree,
    near: nearestHeads(tree, headed),
    headed: (department) => headed.get(department) ?? [],
    holding: (role) => accounts.flatMap(({ staff, roles }) => (roles.includes(role) ? [staff] : [])),
  };
}

/** The same thing for several people, each once. */
export const forEach = (recipients: readonly string[], what: Omit<Waiting, 'recipient'>): readonly Waiting[] =>
  [...new Set(recipients)].map((recipient) => ({ recipient, ...what }));
