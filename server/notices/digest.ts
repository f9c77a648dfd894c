import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import {
  type NoticeDemands,
  type NoticeKind,
  noticeKinds,
  noticeNames,
} from '@tokimori/ordinances/parameters/groups/notices';
import type { Tx } from '../store/tenant.ts';
import { readTree } from '../use-cases/reading/department-tree.ts';
import { grouped } from '../use-cases/reading/grouped.ts';
import { readDigestReaders, readWays } from './choices.ts';
import { linesOfDues, openDues } from './due-notices.ts';
import { readHeads } from './heads.ts';
import { noticeWords } from './kinds.ts';
import { type MissingRow, sayMissing } from './missing-notices.ts';
import { readRecipients } from './recipients.ts';
import { eraOf } from './words.ts';
import { mailOf, queueMails } from './write-mails.ts';

/** Decisions do not wait: the mail of a day tells of those of the last one. Milliseconds. */
const DECIDED_MS = 24 * 60 * 60_000;
/** Lines of one kind in a mail; the rest is counted, and stands on the page. */
const LINES = 20;

/** By kind, the lines of each person. */
type Lines = ReadonlyMap<NoticeKind, ReadonlyMap<string, readonly string[]>>;

/** What waits, from the list that the look each minute keeps. */
async function readListed(tx: Tx, readers: readonly string[], since: Date): Promise<Lines> {
  const rows = await tx.query<{ recipient: string; kind: NoticeKind; line: string }>(
    `select n.recipient, n.kind, n.line from tk.notice n
     where n.municipality = $1 and n.recipient = any($2) and (n.kind <> 'decision' or n.since >= $3) order by n.since, n.key`,
    [tx.municipality, readers, since],
  );
  const kinds = grouped(rows, ({ kind }) => kind);
  return new Map(
    [...kinds].map(([kind, those]) => [
      kind,
      new Map(
        [...grouped(those, ({ recipient }) => recipient)].map(([who, mine]) => [who, mine.map(({ line }) => line)]),
      ),
    ]),
  );
}

/** 打刻漏れ that are still there: one's own, and those of the people one heads. */
async function missingLines(tx: Tx, on: EpochDay): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<MissingRow>(
    `select n.staff, n.duty_date, n.kind, n.department, s.name from tk.missing_notice n
     join tk.staff s on s.municipality = $1 and s.staff = n.staff
     where n.municipality = $1 and n.withdrawn_at is null order by n.duty_date, n.staff`,
    [tx.municipality],
  );
  const headsOf = await readHeads(tx, await readTree(tx, on), on);
  const lines = new Map<string, string[]>();
  const add = (reader: string, line: string) => lines.set(reader, [...(lines.get(reader) ?? []), line]);
  for (const row of rows) {
    add(row.staff, sayMissing(row));
    for (const head of headsOf(row.department, row.staff)) add(head, `${row.name}: ${sayMissing(row)}`);
  }
  return lines;
}

/** Designations that somebody was told of and has not acknowledged. */
async function designationLines(tx: Tx, readers: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ staff: string; effective_from: string; name: string }>(
    `select t.staff, t.effective_from, coalesce((select d.name from tk.department d
        where d.municipality = $1 and d.department = t.department order by d.effective_from desc limit 1), t.department) as name
     from tk.designation_notice t
     where t.municipality = $1 and t.staff = any($2) and t.acknowledged_at is null order by t.effective_from, t.department`,
    [tx.municipality, readers],
  );
  return new Map(
    [...grouped(rows, ({ staff }) => staff)].map(([staff, mine]) => [
      staff,
      mine.map(({ name, effective_from: from }) => `${name}: ${eraOf(from)}から`),
    ]),
  );
}

async function readLines(tx: Tx, readers: readonly string[], on: EpochDay, since: Date): Promise<Lines> {
  const listed = await readListed(tx, readers, since);
  const dues = await linesOfDues(tx, await openDues(tx, on), on);
  return new Map([
    ...listed,
    ['due', dues],
    ['missingPunch', await missingLines(tx, on)],
    ['designation', await designationLines(tx, readers)],
  ]);
}

function chapterOf(kind: NoticeKind, lines: readonly string[], url: string | null): string {
  const { path, page } = noticeWords[kind];
  const more = lines.length > LINES ? [`ほか ${lines.length - LINES}件`] : [];
  const where = url === null ? `→ 時守の「${page}」` : `→ ${page} ${url}${path}`;
  const shown = lines.slice(0, LINES).map((line) => `■ ${line.replace(/^■ /, '')}`);
  return [`【${noticeNames[kind]}】${lines.length}件`, ...shown, ...more, where].join('\n');
}

/**
 * Writes the mail of the day to everybody who chose it for some kind and for whom something of these kinds waits: all that waits, kind by kind. Once
 * a person and day; nothing where nothing waits.
 * @returns how many mails
 */
export async function writeDigests(
  tx: Tx,
  {
    now,
    day,
    url,
    least,
  }: { readonly now: Date; readonly day: EpochDay; readonly url: string | null; readonly least: NoticeDemands },
): Promise<number> {
  const readers = await readDigestReaders(tx);
  if (readers.length === 0) return 0;
  const [wayOf, lines, people] = await Promise.all([
    readWays(tx, readers, least),
    readLines(tx, readers, day, new Date(now.getTime() - DECIDED_MS)),
    readRecipients(tx, readers),
  ]);
  const today = formatLocalDate(day);
  const mails = readers.flatMap((reader) => {
    const mine = noticeKinds.flatMap((kind) => {
      const those = wayOf(reader, kind) === 'digest' ? (lines.get(kind)?.get(reader) ?? []) : [];
      return those.length === 0 ? [] : [{ kind, those }];
    });
    if (mine.length === 0) return [];
    const count = mine.reduce((sum, { those }) => sum + those.length, 0);
    return [
      {
        reader,
        about: `digest/${today}`,
        subject: `【時守】${eraOf(today)}のまとめ(${count}件)`,
        body: mailOf(people.get(reader)?.name ?? '', [
          'いまあなたを待っていることを、まとめてお知らせします。',
          ...mine.map(({ kind, those }) => chapterOf(kind, those, url)),
        ]),
      },
    ];
  });
  return queueMails(tx, mails, now);
}
