import { importShapes } from '@tokimori/contract/import-columns';
import type { EpochDay } from '@tokimori/law/time/civil';
import type { Tx } from '../../store/tenant.ts';
import { contentId } from '../rows/content-id.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay, showFlag } from '../rows/show.ts';
import { plain, readDay, readFlag, readMail, readText } from '../rows/values.ts';
import { appendDeeds } from './journal.ts';
import { fresh, type Judgement, type Kind, type Reading, refused, unchanged } from './kind.ts';
import { accountOf } from './pc-log.ts';
import { loadPosts, mainPostOn, type Post, placePost, writePosts } from './posts.ts';
import { loadDepartments, noSuchDepartment, textOrNull } from './references.ts';
import { loadLastLines, loadStored, type StaffLine, type StoredStaff, upsertStaff } from './staff-rows.ts';
import { markOnwards } from './stale.ts';

/** Names of 任用区分 and how they are stored; other names are kept as they are written. */
const employments: Readonly<Record<string, string>> = {
  常勤: 'regular',
  常勤職員: 'regular',
  正規: 'regular',
  正規職員: 'regular',
  一般職: 'regular',
  任期の定めのない常勤職員: 'regular',
  会計年度任用職員: 'fiscalYearAppointee',
  会計年度: 'fiscalYearAppointee',
  定年前再任用短時間勤務職員: 'shortTimeReappointee',
  再任用短時間: 'shortTimeReappointee',
  再任用: 'shortTimeReappointee',
  任期付職員: 'fixedTermStaff',
  任期付: 'fixedTermStaff',
  臨時的任用職員: 'temporaryAppointee',
  臨時的任用: 'temporaryAppointee',
};

function readStaffLine(row: RowReader): StaffLine | undefined {
  const staff = row.required('職員番号', (text) => readText(plain(text), 20));
  const name = row.required('氏名', (text) => readText(text, 60));
  const joined = row.required('採用日', readDay);
  const left = row.optional('退職日', readDay, null);
  const line = {
    kana: row.optional('氏名カナ', (text) => readText(text.normalize('NFKC'), 60), ''),
    employment: row.optional('任用区分', (text) => employments[plain(text)] ?? readText(text, 40), 'regular'),
    mail: row.optional('メール', readMail, ''),
    account: row.optional('アカウント', accountOf, null),
    department: row.optional('部署コード', plain, null),
    post: row.optional('職名', (text) => readText(text, 60), ''),
    managerial: row.optional('管理監督職員', readFlag, false),
    appointedOn: row.optional('発令日', readDay, null),
  };
  if (joined !== undefined && left !== null && left < joined) row.refuse('退職日', 'import.staff.left-before-joined');
  if (staff === undefined || name === undefined || joined === undefined || row.refusals.length > 0) return undefined;
  return { staff, name, joined, left, ...line };
}

/** What of the line the last staff list said already. */
const contentOf = (line: StaffLine): string =>
  contentId(
    'staff',
    line.staff,
    line.name,
    line.kana,
    line.employment,
    line.joined,
    line.left ?? '',
    line.mail,
    line.account ?? '',
    line.department ?? '',
    line.post,
    line.managerial ? 1 : 0,
    line.appointedOn ?? '',
  );

/** What a line says of the post: a list that repeats it does not undo a later 発令. */
const postSaid = (line: StaffLine): string =>
  JSON.stringify([line.department, line.post, line.managerial, line.appointedOn]);

const sameStaff = (line: StaffLine, stored: StoredStaff | undefined): boolean =>
  stored !== undefined &&
  line.name === stored.name &&
  line.kana === stored.kana &&
  line.employment === stored.employment &&
  line.joined === stored.joined &&
  line.left === stored.left &&
  line.mail === stored.mail &&
  (line.account ?? stored.account) === stored.account;

/** The post a line sets, or null when it sets none: nothing told, already so, or the same as the last list said. */
function postSet(line: StaffLine, posts: readonly Post[], said: string | undefined, today: EpochDay): Post | null {
  if (line.department === null || said === postSaid(line)) return null;
  const from = line.appointedOn ?? (posts.some((post) => !post.concurrent) ? today : line.joined);
  const standing = mainPostOn(posts, from);
  const isSame =
    standing !== undefined &&
    standing.department === line.department &&
    standing.managerial === line.managerial &&
    (line.post === '' || standing.post === line.post);
  if (isSame) return null;
  const { staff, department, post, managerial } = line;
  return { staff, from, department, post, managerial, concurrent: false, until: null };
}

async function judge(tx: Tx, lines: readonly StaffLine[], reading: Reading): Promise<Judgement[]> {
  const numbers = lines.map((line) => line.staff);
  const [stored, departments, posts, said] = await Promise.all([
    loadStored(tx, numbers),
    loadDepartments(tx),
    loadPosts(tx, numbers),
    loadLastLines(tx, numbers),
  ]);
  const seen = new Map<string, string>();
  return lines.map((line) => {
    const content = contentOf(line);
    const twin = seen.get(line.staff);
    if (twin !== undefined) {
      return twin === content ? unchanged : refused('職員番号', line.staff, 'import.staff.twice');
    }
    seen.set(line.staff, content);
    if (line.department !== null) {
      const on = Math.max(line.appointedOn ?? line.joined, Math.min(reading.today, line.left ?? reading.today));
      const missing = noSuchDepartment(departments, line.department, on);
      if (missing !== null) return missing;
    }
    const last = said.get(line.staff);
    if (last?.content === content) return unchanged;
    const post = postSet(line, posts.get(line.staff) ?? [], last?.post, reading.today);
    return post === null && sameStaff(line, stored.get(line.staff)) ? unchanged : fresh;
  });
}

async function write(tx: Tx, lines: readonly StaffLine[], reading: Reading): Promise<void> {
  const numbers = lines.map((line) => line.staff);
  const [before, said, stored] = await Promise.all([
    loadPosts(tx, numbers),
    loadLastLines(tx, numbers),
    loadStored(tx, numbers),
  ]);
  await upsertStaff(tx, lines);
  await appendDeeds(
    tx,
    lines.map(
      (
        { joined, left, appointedOn: _on, post: _post, department: _department, managerial: _managerial, ...line },
        at,
      ) => ({
        stream: `staff/${line.staff}`,
        kind: 'StaffSet',
        actor: reading.startedBy,
        onBehalfOf: null,
        data: {
          ...line,
          joinedOn: textOrNull(joined),
          leftOn: textOrNull(left),
          content: contentOf(lines[at]!),
          post: postSaid(lines[at]!),
        },
        reason: reading.fileName,
        at: reading.now,
      }),
    ),
  );
  const after = new Map(before);
  const added: Post[] = [];
  for (const line of lines) {
    const own = after.get(line.staff) ?? [];
    const post = postSet(line, own, said.get(line.staff)?.post, reading.today);
    if (post === null) continue;
    after.set(line.staff, placePost(own, post));
    added.push(post);
  }
  await writePosts(tx, before, after, added, reading);
  await markOnwards(
    tx,
    lines.flatMap((line) => serviceChange(line, stored.get(line.staff))),
    reading.today,
  );
}

/** The first day on which it makes a difference that a person's service began or ended on another day. */
function serviceChange(line: StaffLine, stored: StoredStaff | undefined): { staff: string; day: EpochDay }[] {
  if (stored === undefined) return [{ staff: line.staff, day: line.joined }];
  const days = [
    ...(line.joined === stored.joined ? [] : [line.joined, stored.joined]),
    ...(line.left === stored.left
      ? []
      : [line.left ?? stored.left ?? line.joined, stored.left ?? line.left ?? line.joined]),
  ];
  return days.length === 0 ? [] : [{ staff: line.staff, day: Math.min(...days) }];
}

export const staff: Kind<StaffLine> = {
  kind: 'staff',
  columns: importShapes.staff.columns,
  alternatives: importShapes.staff.alternatives,
  chunkLines: 1_000,
  read: readStaffLine,
  judge,
  write,
  months: () => [],
  touched: (line) => ({ staff: line.staff, first: line.appointedOn ?? line.joined, last: line.left }),
  show: (line) => ({
    職員: `${line.staff} ${line.name}`,
    部署: line.department ?? '',
    職名: line.post,
    管理監督職員: showFlag(line.managerial),
    採用日: showDay(line.joined),
    退職日: line.left === null ? '' : showDay(line.left),
  }),
};
