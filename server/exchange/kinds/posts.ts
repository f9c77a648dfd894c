import type { EpochDay } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import { appendDeeds } from './journal.ts';
import type { Reading } from './kind.ts';
import { dayFrom, dayOrNull, textOrNull } from './references.ts';
import { markOnwards } from './stale.ts';

/** 発令: a post of a person from a day on; 兼務 stands beside the main post. */
export type Post = {
  readonly staff: string;
  readonly from: EpochDay;
  readonly department: string;
  readonly post: string;
  readonly concurrent: boolean;
  readonly managerial: boolean;
  /** Exclusive; null = open. */
  readonly until: EpochDay | null;
};

const keyOf = (post: Post): string => `${post.staff}\u001f${post.from}\u001f${post.department}`;
const same = (a: Post, b: Post): boolean =>
  a.post === b.post && a.concurrent === b.concurrent && a.managerial === b.managerial && a.until === b.until;

/** The main post of a person on a day. */
export function mainPostOn(posts: readonly Post[], day: EpochDay): Post | undefined {
  return posts.find((post) => !post.concurrent && post.from <= day && (post.until === null || day < post.until));
}

/**
 * Puts a post among those of one person. A main post on the same day as another takes its place; main posts end where
 * the next one begins.
 */
export function placePost(posts: readonly Post[], added: Post): readonly Post[] {
  const kept = posts.filter((post) => {
    if (keyOf(post) === keyOf(added)) return false;
    return added.concurrent || post.concurrent || post.from !== added.from;
  });
  const mains = [...kept, added].filter((post) => !post.concurrent).toSorted((a, b) => a.from - b.from);
  const chained = mains.map((post, at) => {
    const next = mains[at + 1];
    return next === undefined ? post : { ...post, until: Math.min(post.until ?? next.from, next.from) };
  });
  return [...chained, ...[...kept, added].filter((post) => post.concurrent)];
}

/** All posts of these people, by staff number. */
export async function loadPosts(tx: Tx, staff: readonly string[]): Promise<ReadonlyMap<string, readonly Post[]>> {
  const rows = await tx.query<{
    staff: string;
    effective_from: string;
    department: string;
    post: string;
    concurrent: boolean;
    managerial: boolean;
    effective_until: string | null;
  }>(
    `select a.staff, a.effective_from, a.department, a.post, a.concurrent, a.managerial, a.effective_until
     from tk.appointment a where a.municipality = $1 and a.staff = any($2::text[]) order by a.staff, a.effective_from`,
    [tx.municipality, [...new Set(staff)]],
  );
  const byStaff = new Map<string, Post[]>();
  for (const { effective_from, effective_until, ...row } of rows) {
    const post = { ...row, from: dayFrom(effective_from), until: dayOrNull(effective_until) };
    const posts = byStaff.get(row.staff);
    if (posts === undefined) byStaff.set(row.staff, [post]);
    else posts.push(post);
  }
  return byStaff;
}

/** Writes the difference between two states of people's posts, journals what was added, and marks the days it touches. */
export async function writePosts(
  tx: Tx,
  before: ReadonlyMap<string, readonly Post[]>,
  after: ReadonlyMap<string, readonly Post[]>,
  added: readonly Post[],
  reading: Reading,
): Promise<void> {
  const old = new Map([...before.values()].flat().map((post) => [keyOf(post), post]));
  const now = new Map([...after.values()].flat().map((post) => [keyOf(post), post]));
  const gone = [...before].filter(([staff]) => after.has(staff)).flatMap(([, posts]) => posts);
  const removed = gone.filter((post) => !now.has(keyOf(post)));
  const changed = [...now.values()].filter((post) => {
    const was = old.get(keyOf(post));
    return was === undefined || !same(was, post);
  });
  await removePosts(tx, removed);
  await upsertPosts(tx, changed);
  await appendDeeds(
    tx,
    added.map(({ staff, from, until, ...post }) => ({
      stream: `staff/${staff}`,
      kind: 'AppointmentSet',
      data: { staff, effectiveFrom: textOrNull(from), effectiveUntil: textOrNull(until), ...post },
      actor: reading.startedBy,
      onBehalfOf: null,
      reason: reading.fileName,
      at: reading.now,
    })),
  );
  const touched = [...changed, ...removed].filter((post) => post.from <= reading.today);
  const first = [...now.values()].filter((post) => isFirst(post, after) && !isFirst(post, before));
  await markOnwards(
    tx,
    [
      ...touched.map((post) => ({ staff: post.staff, day: post.from })),
      ...first.map((post) => ({ staff: post.staff, day: BEGINNING })),
    ],
    reading.today,
  );
}

/** Before any day of a service. */
const BEGINNING: EpochDay = 0;

/** Whether a post is the first main post of its person: months before it count as its department's. */
function isFirst(post: Post, posts: ReadonlyMap<string, readonly Post[]>): boolean {
  const mains = (posts.get(post.staff) ?? []).filter((each) => !each.concurrent);
  const first = mains.reduce<Post | undefined>((a, b) => (a !== undefined && a.from <= b.from ? a : b), undefined);
  return first !== undefined && keyOf(first) === keyOf(post) && first.managerial === post.managerial;
}

async function removePosts(tx: Tx, posts: readonly Post[]): Promise<void> {
  if (posts.length === 0) return;
  await tx.query(
    `delete from tk.appointment a using unnest($2::text[], $3::date[], $4::text[]) as u(staff, effective_from, department)
     where a.municipality = $1 and a.staff = u.staff and a.effective_from = u.effective_from and a.department = u.department`,
    [
      tx.municipality,
      posts.map((post) => post.staff),
      posts.map((post) => textOrNull(post.from)),
      posts.map((post) => post.department),
    ],
  );
}

async function upsertPosts(tx: Tx, posts: readonly Post[]): Promise<void> {
  if (posts.length === 0) return;
  await tx.query(
    `insert into tk.appointment as a (municipality, staff, effective_from, department, post, concurrent, managerial, effective_until)
     select $1, u.staff, u.effective_from, u.department, u.post, u.concurrent, u.managerial, u.effective_until
     from unnest($2::text[], $3::date[], $4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::date[])
       as u(staff, effective_from, department, post, concurrent, managerial, effective_until)
     on conflict (municipality, staff, effective_from, department) do update set post = excluded.post,
       concurrent = excluded.concurrent, managerial = excluded.managerial, effective_until = excluded.effective_until`,
    [
      tx.municipality,
      posts.map((post) => post.staff),
      posts.map((post) => textOrNull(post.from)),
      posts.map((post) => post.department),
      posts.map((post) => post.post),
      posts.map((post) => post.concurrent),
      posts.map((post) => post.managerial),
      posts.map((post) => textOrNull(post.until)),
    ],
  );
}
