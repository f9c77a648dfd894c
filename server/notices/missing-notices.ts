import { formatLocalDate } from '@tokimori/law/time/civil';
import type { NoticeDemands } from '@tokimori/ordinances/parameters/groups/notices';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { readTree } from '../use-cases/reading/department-tree.ts';
import { namesOf } from '../use-cases/reading/names.ts';
import { readHeads } from './heads.ts';
import { eraOf } from './words.ts';
import { type Mailing, mailText, type Written, writeMails } from './write-mails.ts';

type Kind = 'missingIn' | 'missingOut' | 'noRecord';
export type MissingRow = { staff: string; duty_date: string; kind: Kind; department: string; name: string };

const lacks: Readonly<Record<Kind, string>> = {
  missingIn: '出勤の打刻がありません',
  missingOut: '退勤の打刻がありません',
  noRecord: '時間外勤務の命令がありますが、打刻がありません',
};
/** One missing punch in words. */
export const sayMissing = ({ duty_date: date, kind }: Pick<MissingRow, 'duty_date' | 'kind'>): string =>
  `${eraOf(date)} ${lacks[kind]}`;

/** Mails to the people themselves, and one to each head with everybody of theirs; whoever is both reads one. */
function mailsOf(
  rows: readonly MissingRow[],
  headsOf: (department: string, except: string) => readonly string[],
  names: ReadonlyMap<string, string>,
  { url, about: matter }: { readonly url: string | null; readonly about: string },
): readonly Written[] {
  const own = new Map<string, string[]>();
  const others = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, reader: string, line: string) =>
    to.set(reader, [...(to.get(reader) ?? []), line]);
  for (const row of rows) {
    const what = sayMissing(row);
    add(own, row.staff, `■ ${what}`);
    for (const head of headsOf(row.department, row.staff)) add(others, head, `■ ${row.name}: ${what}`);
  }
  return [...new Set([...own.keys(), ...others.keys()])].map((reader) => {
    const [mine, theirs] = [own.get(reader) ?? [], others.get(reader) ?? []];
    const about =
      mine.length > 0
        ? '打刻漏れがあります。正しい時刻を届け出てください。届け出るまで、その日の時間外勤務は集計されません。'
        : '課の職員に打刻漏れがあります。本人に届け出を促し、届け出を認めるか決めてください。';
    const place = mine.length > 0 ? { path: '/', page: '今日' } : { path: '/section/questions', page: '差異の確認' };
    return {
      reader,
      about: matter,
      subject: `【時守】打刻漏れのお知らせ(${mine.length + theirs.length}件)`,
      body: mailText(names.get(reader) ?? '', about, [...mine, ...theirs], { url, ...place }),
    };
  });
}

/**
 * Tells people and heads of the days found missing that nobody was told of: on their pages by the date kept here, and by one mail a person
 * and day where a mail server is configured.
 * @returns how many days
 */
export async function writeMissingNotices(
  tx: Tx,
  { now, mailing, least }: { readonly now: Date; readonly mailing: Mailing; readonly least: NoticeDemands },
): Promise<number> {
  const { day } = tokyoOf(now);
  const today = formatLocalDate(day);
  const rows = await tx.query<MissingRow>(
    `update tk.missing_notice as n set told_on = $2::date from tk.staff s
     where n.municipality = $1 and n.withdrawn_at is null and n.told_on is null and s.municipality = $1 and s.staff = n.staff
     returning n.staff, n.duty_date, n.kind, n.department, s.name`,
    [tx.municipality, today],
  );
  if (rows.length === 0 || mailing === null) return rows.length;
  const headsOf = await readHeads(tx, await readTree(tx, day), day);
  const inOrder = rows.toSorted((a, b) => (`${a.duty_date}/${a.staff}` < `${b.duty_date}/${b.staff}` ? -1 : 1));
  const readers = new Set(inOrder.flatMap((row) => [row.staff, ...headsOf(row.department, row.staff)]));
  const named = await namesOf(tx, [...readers]);
  const mails = mailsOf(inOrder, headsOf, named, { url: mailing.url, about: `missing/${today}` });
  await writeMails(tx, mails, { kind: 'missingPunch', least, now });
  return rows.length;
}
