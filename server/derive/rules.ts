import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { type EpochDay, parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, lengthOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Allotment } from '@tokimori/law/working-time/types';
import { type Parameters, storedParameters } from '@tokimori/ordinances/schema';
import { tokyoMinutes, tokyoOf } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { type DepartmentBook, departmentBook } from './departments.ts';

/** What a derivation stands on: read in its own transaction, so that no figure rests on an older rule than its facts. */
export type Rules = {
  readonly parametersOn: (day: EpochDay) => Parameters;
  readonly allotmentOn: (day: EpochDay) => Allotment;
  /** Duty days of a month that are neither weekly days off nor 休日, by position. */
  readonly dutyDaysOf: (month: MonthIndex) => readonly boolean[];
  readonly departments: DepartmentBook;
  /** The duty date on which the clock stands. */
  readonly today: EpochDay;
  /** Where the clock stands, counted from 0:00 of a duty date; negative as long as that date is to come. */
  readonly clockOn: (day: EpochDay) => Minutes;
};

type Version = { readonly from: string; readonly parameters: Parameters };

/**
 * Reads parameters, departments and designations of the municipality.
 * @param clockAt the moment by which days are judged.
 * @throws when the municipality has no parameters.
 */
export async function readRules(tx: Tx, clockAt: Date): Promise<Rules> {
  const [versions, departments] = await Promise.all([readVersions(tx), readDepartments(tx)]);
  const starts = versions.map((v) => ({ from: dayOf(v.from), parameters: v.parameters }));
  const parametersOn = (day: EpochDay): Parameters => {
    const inForce = starts.findLast((v) => v.from <= day) ?? starts[0];
    if (inForce === undefined) throw new Error(`municipality ${tx.municipality} has no parameters`);
    return inForce.parameters;
  };
  const allotmentOn = (day: EpochDay) => allotmentOf(parametersOn(day), day);
  const today = dutyDateAt(parametersOn, clockAt);
  const minutes = tokyoMinutes(clockAt);
  return {
    parametersOn,
    allotmentOn,
    dutyDaysOf: remembered((month) =>
      Array.from({ length: lengthOf(month) }, (_, i) => allotmentOn(firstDayOf(month) + i).kind === 'dutyDay'),
    ),
    departments,
    today,
    clockOn: (day) => (day > today ? Math.min(minutes - day * 1440, -1) : minutes - day * 1440),
  };
}

/** The duty date on which an instant lies: before the boundary (日の区切り) it is still the day before. */
export function dutyDateAt(parametersOn: (day: EpochDay) => Parameters, instant: Date): EpochDay {
  const { day, minute } = tokyoOf(instant);
  return minute < parametersOn(day).dayBoundary ? day - 1 : day;
}

function remembered<T>(answer: (month: MonthIndex) => T): (month: MonthIndex) => T {
  const known = new Map<MonthIndex, T>();
  return (month) => {
    let found = known.get(month);
    if (found === undefined) {
      found = answer(month);
      known.set(month, found);
    }
    return found;
  };
}

/** Parsed documents by municipality; the same documents answer with the same objects, by which calendars are kept. */
const parsed = new Map<string, { readonly text: string; readonly versions: readonly Version[] }>();

async function readVersions(tx: Tx): Promise<readonly Version[]> {
  const rows = await tx.query<{ effective_from: string; document: unknown }>(
    'select o.effective_from, o.document from tk.ordinance o where o.municipality = $1 order by o.effective_from',
    [tx.municipality],
  );
  const text = JSON.stringify(rows);
  const known = parsed.get(tx.municipality);
  if (known?.text === text) return known.versions;
  const versions = rows.map((r) => ({ from: r.effective_from, parameters: storedParameters.parse(r.document) }));
  parsed.set(tx.municipality, { text, versions });
  return versions;
}

const books = new Map<string, { readonly print: string; readonly book: DepartmentBook }>();

/**
 * Departments with their designations, as they stand in this transaction. A large municipality has more than a thousand,
 * and they change a few times a year: the book is made once, and then only their fingerprint is read.
 */
export async function readDepartments(tx: Tx): Promise<DepartmentBook> {
  const print = await readFingerprint(tx);
  const known = books.get(tx.municipality);
  if (known?.print === print) return known.book;
  const book = await readBook(
    tx,
    tx.query<VersionRow>(
      'select d.department, d.effective_from, d.effective_until, d.parent, d.appended_table from tk.department d where d.municipality = $1',
      [tx.municipality],
    ),
  );
  // Whatever was committed between the two readings makes another fingerprint, and the book is not kept.
  if ((await readFingerprint(tx)) === print) books.set(tx.municipality, { print, book });
  return book;
}

async function readFingerprint(tx: Tx): Promise<string> {
  const found = await Promise.all([
    tx.query<{ print: string }>(
      `select concat(count(*), '/', sum(hash_record_extended(row(d.department, d.effective_from, d.effective_until, d.parent, d.appended_table), 0))) as print
         from tk.department d where d.municipality = $1`,
      [tx.municipality],
    ),
    tx.query<{ print: string }>(
      `select concat(count(*), '/', sum(hash_record_extended(row(g.department, g.effective_from, g.effective_until), 0))) as print
         from tk.designation g where g.municipality = $1`,
      [tx.municipality],
    ),
  ]);
  return found.map(([row]) => row?.print ?? '').join(' ');
}

/** Only the departments that these people ever belonged to, and those above them: a page must not read a whole city. */
export async function readDepartmentsOf(tx: Tx, staff: readonly string[]): Promise<DepartmentBook> {
  return readBook(
    tx,
    tx.query<VersionRow>(
      `with recursive above (department, effective_from, effective_until, parent, appended_table) as (
         select d.department, d.effective_from, d.effective_until, d.parent, d.appended_table
           from tk.appointment a join tk.department d on d.municipality = $1 and d.department = a.department
          where a.municipality = $1 and a.staff = any($2)
         union
         select d.department, d.effective_from, d.effective_until, d.parent, d.appended_table
           from above b join tk.department d on d.municipality = $1 and d.department = b.parent
       )
       select department, effective_from, effective_until, parent, appended_table from above`,
      [tx.municipality, staff],
    ),
  );
}

type VersionRow = {
  department: string;
  effective_from: string;
  effective_until: string | null;
  parent: string | null;
  appended_table: number | null;
};

async function readBook(tx: Tx, reading: Promise<readonly VersionRow[]>): Promise<DepartmentBook> {
  const [versions, designations] = await Promise.all([
    reading,
    tx.query<{ department: string; effective_from: string; effective_until: string | null }>(
      'select g.department, g.effective_from, g.effective_until from tk.designation g where g.municipality = $1',
      [tx.municipality],
    ),
  ]);
  return departmentBook(
    versions.map((v) => ({
      department: v.department,
      parent: v.parent,
      appdxTable1: v.appended_table,
      ...daysBetween(v.effective_from, v.effective_until),
    })),
    designations.map((g) => ({ department: g.department, ...daysBetween(g.effective_from, g.effective_until) })),
  );
}

/** A stored range of dates as days; `until` is exclusive and Infinity when open. */
export function daysBetween(from: string, until: string | null): { from: EpochDay; until: EpochDay } {
  return { from: dayOf(from), until: until === null ? Infinity : dayOf(until) };
}

/** A stored date as a day number. */
export function dayOf(date: string): EpochDay {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(`not a day of the calendar: ${date}`);
  return day;
}
