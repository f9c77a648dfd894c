import type { Tx } from '../store/tenant.ts';
import { dayOf, daysBetween } from './rules.ts';
import { chainPosts, type Post, type Service } from './service.ts';

/** Reads the service of some people: from the day of joining to the last day, with their main posts in order. */
export async function readServices(tx: Tx, staff: readonly string[]): Promise<Map<string, Service>> {
  const [people, appointments] = await Promise.all([
    tx.query<{ staff: string; joined_on: string; left_on: string | null }>(
      'select s.staff, s.joined_on, s.left_on from tk.staff s where s.municipality = $1 and s.staff = any($2)',
      [tx.municipality, staff],
    ),
    tx.query<{
      staff: string;
      effective_from: string;
      effective_until: string | null;
      department: string;
      managerial: boolean;
    }>(
      `select a.staff, a.effective_from, a.effective_until, a.department, a.managerial from tk.appointment a
        where a.municipality = $1 and a.staff = any($2) and not a.concurrent`,
      [tx.municipality, staff],
    ),
  ]);
  const posts = new Map<string, Post[]>();
  for (const a of appointments) {
    const post = {
      department: a.department,
      managerial: a.managerial,
      ...daysBetween(a.effective_from, a.effective_until),
    };
    const list = posts.get(a.staff);
    if (list === undefined) posts.set(a.staff, [post]);
    else list.push(post);
  }
  return new Map(
    people.map((p) => [
      p.staff,
      {
        from: dayOf(p.joined_on),
        until: p.left_on === null ? Infinity : dayOf(p.left_on) + 1,
        posts: chainPosts(posts.get(p.staff) ?? []),
      },
    ]),
  );
}
