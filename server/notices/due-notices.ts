import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';
import type { Cause } from '@tokimori/ordinances/measures/fire';
import { sayDeed, sayValue } from '@tokimori/ordinances/measures/says';
import { type Deed, figures, type Role } from '@tokimori/ordinances/measures/vocabulary';
import { tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
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
type Head = { staff: string; department: string };

/** What mails are written with: the moment, what makes them one, and the address of the product where it is known. */
export type Notices = { readonly now: Date; readonly about: string; readonly url: string | null };

const era = (date: string): string => {
  const day = parseLocalDate(date);
  return (day === undefined ? undefined : formatEraDate(day)) ?? date;
};
const causeWords = ({ figure, value }: Cause): string => `${figures[figure].title} ${sayValue(figure, value)}`;

/** Who reads of something due: the person, the head of the 課, the head of the 部局, by the roles that act or are told. */
function readersOf(row: DueRow, headsOf: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const roles = new Set([...row.by_roles, ...row.to_roles]);
  const readers: string[] = [];
  if (row.per === 'person' && roles.has('person')) readers.push(row.subject);
  if (roles.has('manager') || roles.has('subsectionChief')) readers.push(...(headsOf.get(row.section) ?? []));
  if (roles.has('director') || roles.has('bureauHead')) readers.push(...(headsOf.get(row.bureau) ?? []));
  return [...new Set(readers)];
}

/** One thing in a line or two of the mail. */
function sayDue(row: DueRow, nameOf: (code: string) => string): string {
  const subject = row.subject === '' ? '団体全体' : nameOf(row.subject);
  const because = row.causes.slice(0, 3).map(causeWords).join('、');
  const reason = row.per === 'person' && because !== '' ? `(${because})` : '';
  if (row.deed === 'alert') return `■ ${subject}: ${row.what}${reason}`;
  const passed = row.passed_on === null ? '' : `(${era(row.passed_on)}の期限の後に分かったもの)`;
  const due = row.due_on === null ? '' : ` 期限 ${era(row.due_on)}${passed}`;
  return `■ ${subject}: ${sayDeed({ do: row.deed, what: row.what, by: row.by_roles, to: row.to_roles })}${reason}${due}`;
}

const headsBy = (rows: readonly Head[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { staff, department } of rows) found.set(department, [...(found.get(department) ?? []), staff]);
  return found;
};

/**
 * Writes one mail to everybody whom new rows of `tk.due` concern and who has an address, in the transaction of the rows. The same matter is
 * written to a person once.
 * @param ids of the rows that are new
 * @returns how many mails
 */
export async function writeDueNotices(tx: Tx, ids: readonly string[], { now, about, url }: Notices): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.query<DueRow>(
    `select d.per, d.subject, d.section, d.bureau, d.deed, d.what, d.on_date, d.due_on, d.passed_on, d.by_roles, d.to_roles, d.causes
     from tk.due d where d.municipality = $1 and d.id = any($2::uuid[]) and d.state = 'open' order by d.on_date, d.subject, d.action`,
    [tx.municipality, ids],
  );
  const today = formatLocalDate(tokyoOf(now).day);
  const [heads, staff, departments] = await Promise.all([
    tx.query<Head>(
      `select a.staff, a.department from tk.appointment a
       where a.municipality = $1 and a.managerial and a.effective_from <= $2::date
         and (a.effective_until is null or a.effective_until > $2::date) order by a.staff`,
      [tx.municipality, today],
    ),
    tx.query<{ staff: string; name: string }>('select s.staff, s.name from tk.staff s where s.municipality = $1', [
      tx.municipality,
    ]),
    tx.query<{ department: string; name: string }>(
      `select d.department, d.name from tk.department d
       where d.municipality = $1 and d.effective_from <= $2::date and (d.effective_until is null or d.effective_until > $2::date)`,
      [tx.municipality, today],
    ),
  ]);
  const people = new Map(staff.map((each) => [each.staff, each.name]));
  const names = new Map(departments.map((each) => [each.department, each.name]));
  const nameOf = (code: string) => people.get(code) ?? names.get(code) ?? code;
  const headsOf = headsBy(heads);
  const linesOf = new Map<string, string[]>();
  for (const row of rows) {
    const line = sayDue(row, nameOf);
    for (const reader of readersOf(row, headsOf)) linesOf.set(reader, [...(linesOf.get(reader) ?? []), line]);
  }
  return writeMails(
    tx,
    [...linesOf].map(([reader, lines]) => ({
      reader,
      subject: `【時守】縮減の対策のお知らせ(${lines.length}件)`,
      body: mailText(people.get(reader) ?? '', '縮減の対策に当たったことがあります。', lines, {
        url,
        path: '/dues',
        page: '対策の予定',
      }),
    })),
    about,
    now,
  );
}
