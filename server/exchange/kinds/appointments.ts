import { importShapes } from '@tokimori/contract/import-columns';
import type { EpochDay } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay, showFlag, showStaff } from '../rows/show.ts';
import { plain, readDay, readFlag, readText } from '../rows/values.ts';
import { fresh, type Judgement, type Kind, type Reading, refused, unchanged } from './kind.ts';
import { loadPosts, mainPostOn, type Post, placePost, writePosts } from './posts.ts';
import { loadDepartments, loadStaff, noSuchDepartment, outOfService } from './references.ts';

/** A line of 発令. What the file does not tell (null) follows the main post held before. */
type Appointment = {
  readonly staff: string;
  readonly from: EpochDay;
  readonly department: string;
  readonly post: string | null;
  readonly concurrent: boolean;
  readonly managerial: boolean | null;
  readonly until: EpochDay | null;
};

function readAppointment(row: RowReader): Appointment | undefined {
  const staff = row.required('職員番号', plain);
  const from = row.required('発令日', readDay);
  const department = row.required('部署コード', plain);
  const post = row.optional('職名', (text) => readText(text, 60), null);
  const concurrent = row.optional('兼務', readFlag, false);
  const managerial = row.optional('管理監督職員', readFlag, null);
  const last = row.optional('終了日', readDay, null);
  if (from !== undefined && last !== null && last < from) row.refuse('終了日', 'import.appointment.ends-before-begin');
  if (staff === undefined || from === undefined || department === undefined || row.refusals.length > 0)
    return undefined;
  return { staff, from, department, post, concurrent, managerial, until: last === null ? null : last + 1 };
}

/** The post that a line means, given the posts known. */
function postOf(fact: Appointment, posts: readonly Post[]): Post {
  const standing = posts.find((post) => post.from === fact.from && post.department === fact.department);
  const previous = standing ?? mainPostOn(posts, fact.from) ?? mainPostOn(posts, fact.from - 1);
  return {
    staff: fact.staff,
    from: fact.from,
    department: fact.department,
    post: fact.post ?? previous?.post ?? '',
    concurrent: fact.concurrent,
    managerial:
      fact.managerial ?? (fact.concurrent && standing === undefined ? false : (previous?.managerial ?? false)),
    until: fact.until,
  };
}

const isThere = (posts: readonly Post[], post: Post): boolean =>
  posts.some(
    (each) =>
      each.from === post.from &&
      each.department === post.department &&
      each.post === post.post &&
      each.concurrent === post.concurrent &&
      each.managerial === post.managerial &&
      (post.until === null || each.until === post.until),
  );

async function judge(tx: Tx, facts: readonly Appointment[]): Promise<Judgement[]> {
  const numbers = facts.map((fact) => fact.staff);
  const [staff, departments, stored] = await Promise.all([
    loadStaff(tx, numbers),
    loadDepartments(tx),
    loadPosts(tx, numbers),
  ]);
  const posts = new Map(stored);
  const mains = new Map<string, string>();
  return facts.map((fact) => {
    const bad =
      outOfService(staff, fact.staff, fact.from, fact.from, '発令日') ??
      noSuchDepartment(departments, fact.department, fact.from);
    if (bad !== null) return bad;
    const own = posts.get(fact.staff) ?? [];
    const post = postOf(fact, own);
    const key = `${fact.staff}\u001f${fact.from}`;
    if (!fact.concurrent && (mains.get(key) ?? fact.department) !== fact.department) {
      return refused('部署コード', fact.department, 'import.appointment.two-main-posts');
    }
    if (!fact.concurrent) mains.set(key, fact.department);
    if (isThere(own, post)) return unchanged;
    posts.set(fact.staff, placePost(own, post));
    return fresh;
  });
}

async function write(tx: Tx, facts: readonly Appointment[], reading: Reading): Promise<void> {
  const before = await loadPosts(
    tx,
    facts.map((fact) => fact.staff),
  );
  const after = new Map(before);
  const added: Post[] = [];
  for (const fact of facts.toSorted((a, b) => a.from - b.from)) {
    const own = after.get(fact.staff) ?? [];
    const post = postOf(fact, own);
    after.set(fact.staff, placePost(own, post));
    added.push(post);
  }
  await writePosts(tx, before, after, added, reading);
}

export const appointments: Kind<Appointment> = {
  kind: 'appointments',
  columns: importShapes.appointments.columns,
  alternatives: importShapes.appointments.alternatives,
  chunkLines: 1_000,
  read: readAppointment,
  judge,
  write,
  months: () => [],
  touched: (fact) => ({ staff: fact.staff, first: fact.from, last: null }),
  show: (fact, names) => ({
    職員: showStaff(fact.staff, names),
    発令日: showDay(fact.from),
    部署: fact.department,
    職名: fact.post ?? '',
    兼務: showFlag(fact.concurrent),
  }),
};
