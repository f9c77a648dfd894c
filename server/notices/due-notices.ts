import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Cause } from '@tokimori/ordinances/measures/fire';
import { sayDeed, sayValue } from '@tokimori/ordinances/measures/says';
import { type Deed, figures, type Role } from '@tokimori/ordinances/measures/vocabulary';
import type { NoticeDemands } from '@tokimori/ordinances/parameters/groups/notices';
import { isOffice } from '../access/form-posts.ts';
import { headedIn } from '../access/policies.ts';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { TOLD_DAYS } from '../use-cases/measures/dues-read.ts';
import { namesOf } from '../use-cases/reading/names.ts';
import { readHeaded } from './heads.ts';
import { noticeWords } from './kinds.ts';
import { readOffices } from './offices.ts';
import { readRecipients } from './recipients.ts';
import { eraOf } from './words.ts';
import { mailText, writeMails } from './write-mails.ts';

type DueRow = {
  per: string;
  subject: string;
  section: string;
  bureau: string;
  deed: Deed;
  what: string;
  on_date: string;
  due_on: string | null;
  passed_on: string | null;
  by_roles: Role[];
  to_roles: Role[];
  causes: Cause[];
};

/** Things in one mail: 人事課 of a large body may have thousands in one morning; the rest is counted, and stands on the page. */
const LINES = 100;
/** Rows that are made into lines in one go: a morning's memory does not grow with them. */
const AT_ONCE = 5_000;
const shortened = (lines: readonly string[], count: number): readonly string[] =>
  count <= lines.length ? lines : [...lines, `ほか ${count - lines.length}件`];

/** What mails are written with: the moment, what makes them one, and the address of the product where it is known. */
export type Notices = {
  readonly now: Date;
  readonly about: string;
  readonly url: string | null;
  readonly least: NoticeDemands;
};

const causeWords = ({ figure, value }: Cause): string => `${figures[figure].title} ${sayValue(figure, value)}`;

/** Posts of the personnel side, whose deeds 人事課 does (access/policies-forms); those of the health side among them. */
const isOfOffice = ({ by_roles: by }: DueRow): boolean => by.some((role) => role !== 'union' && isOffice(role));
const isOfHealth = ({ by_roles: by, to_roles: to }: DueRow): boolean => by.includes('health') || to.includes('health');

/**
 * Who reads of something due: the person, the head of the 課, the head of the 部局, every head, by the roles that act or are told. What is for all staff
 * stands on their pages alone; what 人事課 does is told to its accounts beside (`officeOf`).
 */
function readersOf(row: DueRow, headsOf: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const roles = new Set([...row.by_roles, ...row.to_roles]);
  const readers: string[] = [];
  if (row.per === 'person' && roles.has('person')) readers.push(row.subject);
  if (roles.has('manager') || roles.has('subsectionChief')) readers.push(...(headsOf.get(headedIn(row)) ?? []));
  if (roles.has('director') || roles.has('bureauHead')) readers.push(...(headsOf.get(row.bureau) ?? []));
  if (roles.has('managers')) readers.push(...[...headsOf.values()].flat());
  return [...new Set(readers)];
}

/** The accounts of 人事課, but never the person it is about. */
const officeOf = (row: DueRow, hr: readonly string[]): readonly string[] =>
  hr.filter((each) => row.per !== 'person' || each !== row.subject);

/** One thing in a line or two of the mail. */
function sayDue(row: DueRow, nameOf: (code: string) => string): string {
  const subject = row.subject === '' ? '団体全体' : nameOf(row.subject);
  const because = row.causes.slice(0, 3).map(causeWords).join('、');
  const reason = row.per === 'person' && because !== '' ? `(${because})` : '';
  if (row.deed === 'alert') return `■ ${subject}: ${row.what}${reason}`;
  const passed = row.passed_on === null ? '' : `(${eraOf(row.passed_on)}の期限の後に分かったもの)`;
  const due = row.due_on === null ? '' : ` 期限 ${eraOf(row.due_on)}${passed}`;
  return `■ ${subject}: ${sayDeed({ do: row.deed, what: row.what, by: row.by_roles, to: row.to_roles })}${reason}${due}`;
}

/** Columns of `tk.due d` that a line is made from. */
const dueColumns =
  'd.per, d.subject, d.section, d.bureau, d.deed, d.what, d.on_date, d.due_on, d.passed_on, d.by_roles, d.to_roles, d.causes';

/** What is open of the measures, for the mail of the day. */
export const openDues = (tx: Tx, today: EpochDay): Promise<DueRow[]> =>
  tx.query<DueRow>(
    `select ${dueColumns} from tk.due d
     where d.municipality = $1 and d.state = 'open' and (d.deed <> 'alert' or d.on_date > $2::date)
     order by d.due_on nulls last, d.on_date, d.subject, d.action`,
    [tx.municipality, formatLocalDate(today - TOLD_DAYS)],
  );

/** Who heads what, who holds an office, and what departments are called, on a day. */
async function readTelling(tx: Tx, on: EpochDay) {
  const today = formatLocalDate(on);
  const [headsOf, offices, departments] = await Promise.all([
    readHeaded(tx, on),
    readOffices(tx, today),
    tx.query<{ department: string; name: string }>(
      `select d.department, d.name from tk.department d
       where d.municipality = $1 and d.effective_from <= $2::date and (d.effective_until is null or d.effective_until > $2::date)`,
      [tx.municipality, today],
    ),
  ]);
  return {
    headsOf,
    hr: offices.holding('hr'),
    names: new Map(departments.map((each) => [each.department, each.name])),
  };
}
type Telling = Awaited<ReturnType<typeof readTelling>>;

/** What one is told: the first lines, and how many there are. */
type Told = { readonly lines: string[]; count: number };

/** Rows of `tk.due` as lines for everybody whom they concern, of each no more than `most`. */
class DueLines {
  readonly #telling: Telling;
  readonly #most: number;
  readonly of = new Map<string, Told>();

  constructor(telling: Telling, most: number = Number.POSITIVE_INFINITY) {
    this.#telling = telling;
    this.#most = most;
  }

  async add(tx: Tx, rows: readonly DueRow[]): Promise<void> {
    const { headsOf, hr, names } = this.#telling;
    const staff = await namesOf(
      tx,
      rows.flatMap(({ per, subject }) => (per === 'person' ? [subject] : [])),
    );
    const nameOf = (code: string) => staff.get(code) ?? names.get(code) ?? code;
    for (const row of rows) {
      const line = sayDue(row, nameOf);
      const readers = readersOf(row, headsOf);
      for (const reader of readers) this.#tell(reader, line);
      if (!isOfOffice(row)) continue;
      // That a list for the health side names somebody tells something of their health: the mail names the 課.
      const hidden = row.per === 'person' && isOfHealth(row);
      const said = hidden ? sayDue({ ...row, per: 'section', subject: row.section }, nameOf) : line;
      for (const reader of officeOf(row, hr)) if (!readers.includes(reader)) this.#tell(reader, said);
    }
  }

  #tell(reader: string, line: string): void {
    const told = this.of.get(reader) ?? { lines: [], count: 0 };
    if (told.count < this.#most) told.lines.push(line);
    told.count += 1;
    this.of.set(reader, told);
  }
}

/** Rows of `tk.due` as lines for everybody whom they concern. */
export async function linesOfDues(
  tx: Tx,
  rows: readonly DueRow[],
  on: EpochDay,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new DueLines(await readTelling(tx, on));
  await found.add(tx, rows);
  return new Map([...found.of].map(([reader, { lines }]) => [reader, lines]));
}

/**
 * Writes one mail to everybody whom new rows of `tk.due` concern and who has an address, in the transaction of the rows. The same matter is
 * written to a person once.
 * @param ids of the rows that are new
 * @returns how many mails
 */
export async function writeDueNotices(
  tx: Tx,
  ids: readonly string[],
  { now, about, url, least }: Notices,
): Promise<number> {
  if (ids.length === 0) return 0;
  const told = new DueLines(await readTelling(tx, tokyoOf(now).day), LINES);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await tx.query<DueRow>(
      `select ${dueColumns} from tk.due d
       where d.municipality = $1 and d.id = any($2::uuid[]) and d.state = 'open' order by d.on_date, d.subject, d.action`,
      [tx.municipality, ids.slice(at, at + AT_ONCE)],
    );
    await told.add(tx, rows);
  }
  const people = await readRecipients(tx, told.of.keys());
  const { opening, path, page, subject } = noticeWords.due;
  const mails = [...told.of].map(([reader, { lines, count }]) => ({
    reader,
    about,
    subject: `【時守】${subject}(${count}件)`,
    body: mailText(people.get(reader)?.name ?? '', opening, shortened(lines, count), { url, path, page }),
  }));
  return writeMails(tx, mails, { kind: 'due', least, now });
}
