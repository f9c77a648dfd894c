import { formatLocalDate } from '@tokimori/law/time/civil';
import type { NoticeDemands } from '@tokimori/ordinances/parameters/groups/notices';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { readTree } from '../use-cases/reading/department-tree.ts';
import { namesOf } from '../use-cases/reading/names.ts';
import { readHeads } from './heads.ts';
import { eraOf } from './words.ts';
import { type Mailing, mailOf, type Written, writeMails } from './write-mails.ts';

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

type Place = { readonly url: string | null; readonly about: string };

const OWN = '打刻漏れがあります。正しい時刻を届け出てください。届け出るまで、その日の時間外勤務は集計されません。';
const OTHERS = '課の職員に打刻漏れがあります。本人に届け出を促し、届け出を認めるか決めてください。';
/** The page of a missing punch: what the person reports, for the very day. */
const correctionOf = (date: string): string => `/corrections/new?date=${date}&kind=punch`;

const ownLine = (row: MissingRow, url: string | null): string =>
  `■ ${sayMissing(row)}${url === null ? '' : `\n  ${url}${correctionOf(row.duty_date)}`}`;

/** What a reader's mail says: of their own days, each with the page to report it, then of their people with the page to look at. */
function paragraphsOf(own: readonly string[], others: readonly string[], url: string | null): readonly string[] {
  const look =
    url === null ? '時守の「課の今日」で確かめてください。' : `次の画面で確かめてください。\n${url}/section/today`;
  const report = url === null ? ['時守の「今日」から届け出てください。'] : [];
  return [
    ...(own.length === 0 ? [] : [OWN, own.join('\n'), ...report]),
    ...(others.length === 0 ? [] : [OTHERS, others.join('\n'), look]),
  ];
}

/** Mails to the people themselves, and one to each head with everybody of theirs; whoever is both reads one, with a part for each. */
function mailsOf(
  rows: readonly MissingRow[],
  headsOf: (department: string, except: string) => readonly string[],
  names: ReadonlyMap<string, string>,
  { url, about }: Place,
): readonly Written[] {
  const own = new Map<string, string[]>();
  const others = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, reader: string, line: string) =>
    to.set(reader, [...(to.get(reader) ?? []), line]);
  for (const row of rows) {
    add(own, row.staff, ownLine(row, url));
    for (const head of headsOf(row.department, row.staff)) add(others, head, `■ ${row.name}: ${sayMissing(row)}`);
  }
  return [...new Set([...own.keys(), ...others.keys()])].map((reader) => {
    const [mine, theirs] = [own.get(reader) ?? [], others.get(reader) ?? []];
    return {
      reader,
      about,
      subject: `【時守】打刻漏れのお知らせ(${mine.length + theirs.length}件)`,
      body: mailOf(names.get(reader) ?? '', paragraphsOf(mine, theirs, url)),
    };
  });
}

type Telling = {
  readonly now: Date;
  readonly mailing: Mailing;
  readonly least: NoticeDemands;
  readonly mailFrom: string;
};

/**
 * Tells people and heads of the days found missing that nobody was told of: on their pages by the date kept here, and by one mail a person
 * and day where a mail server is configured.
 * @param mailFrom days before this one are told on the pages alone: they waited before anybody was ever told
 * @returns how many days
 */
export async function writeMissingNotices(tx: Tx, { now, mailing, least, mailFrom }: Telling): Promise<number> {
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
  const mailed = rows.filter(({ duty_date: date }) => date >= mailFrom);
  const inOrder = mailed.toSorted((a, b) => (`${a.duty_date}/${a.staff}` < `${b.duty_date}/${b.staff}` ? -1 : 1));
  const readers = new Set(inOrder.flatMap((row) => [row.staff, ...headsOf(row.department, row.staff)]));
  const named = await namesOf(tx, [...readers]);
  const mails = mailsOf(inOrder, headsOf, named, { url: mailing.url, about: `missing/${today}` });
  await writeMails(tx, mails, { kind: 'missingPunch', least, now });
  return rows.length;
}
