import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { TimedMark } from '@tokimori/law/working-time/duty-dates';
import type { OvertimeCategory, OvertimeEntry } from '@tokimori/law/working-time/types';
import { instantOf, tokyoMinutes } from '../runtime/clock.ts';
import type { Tx } from '../store/tenant.ts';
import { dayOf } from './rules.ts';
import { type ByPerson, integersOf, takenApartLater } from './told.ts';

/** Overtime of one person in one month, as far as it counts, and what payroll told about it. */
export type MonthOvertime = {
  readonly entries: ReadonlyMap<EpochDay, OvertimeEntry[]>;
  /** Sum of the allowances told; null when none was. */
  readonly allowance: number | null;
};
export type DayCorrection = { in: Minutes | null; out: Minutes | null; answered: boolean };
export type MonthFact = {
  readonly overtime: Minutes;
  readonly exceptional: Minutes;
  readonly allowance: number | null;
};

const EPOCH_IN_TOKYO = tokyoMinutes(new Date(0));
const directions = ['in', 'out', 'unknown'] as const;
const categories: readonly OvertimeCategory[] = ['normal', 'temporary', 'exceptional', 'disaster', 'infection'];

/** Some people, and the stretch of time in which their punches are wanted: half-open, minutes since 1970-01-01 in Tokyo. */
export type MarksWanted = {
  readonly staff: readonly string[];
  readonly within: { readonly from: Minutes; readonly until: Minutes };
};

/** Reads the punches of people, each in their stretch of time and in its order. */
export async function readMarks(tx: Tx, wanted: readonly MarksWanted[]): Promise<ByPerson<readonly TimedMark[]>> {
  const told = await Promise.all(wanted.map(({ staff, within }) => readMarkCodes(tx, staff, within)));
  const [only = new Map<string, string>()] = told;
  const codes = told.length < 2 ? only : new Map(told.flatMap((each) => [...each]));
  return takenApartLater(codes, marksFrom);
}

async function readMarkCodes(
  tx: Tx,
  staff: readonly string[],
  within: MarksWanted['within'],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ staff: string; marks: string }>(
    `select p.staff, string_agg((floor(date_part('epoch', p.occurred_at))::bigint * 16
         + case p.direction when 'in' then 0 when 'out' then 1 else 2 end
         + case p.source when 'pc' then 8 when 'gate' then 4 else 0 end)::text, ',') as marks
       from tk.punch p
      where p.municipality = $1 and p.month = any($3::date[]) and p.staff = any($2)
        and p.occurred_at >= $4 and p.occurred_at < $5
      group by p.staff`,
    [
      tx.municipality,
      staff,
      monthDates(monthOf(Math.floor(within.from / 1440)), monthOf(Math.floor((within.until - 1) / 1440))),
      instantOf(0, within.from),
      instantOf(0, within.until),
    ],
  );
  return new Map(rows.map((r) => [r.staff, r.marks]));
}

function marksFrom(codes: string): TimedMark[] {
  return inOrder(integersOf(codes)).map(markOf);
}

/** Mostly they come in the order of the key; sorting them here is still cheaper than asking the database to. */
function inOrder(codes: number[]): number[] {
  for (let i = 1; i < codes.length; i++) if (codes[i - 1]! > codes[i]!) return codes.sort((a, b) => a - b);
  return codes;
}

/** Seconds, then what kind of mark: within a second an arrival goes before a leaving. */
function markOf(code: number): TimedMark {
  const second = Math.floor(code / 16);
  const kind = code - second * 16;
  return {
    at: Math.floor(second / 60) + EPOCH_IN_TOKYO,
    direction: directions[kind & 3]!,
    source: kind >= 8 ? 'pc' : kind >= 4 ? 'gate' : 'punch',
  };
}

/** Fields of one overtime row in the list of integers that the database answers with. */
const OVERTIME_FIELDS = 7;

/** Reads the overtime of some people in one month, whatever its state: rows that do not count still show a record. */
export async function readOvertime(
  tx: Tx,
  staff: readonly string[],
  month: MonthIndex,
): Promise<ByPerson<MonthOvertime>> {
  const rows = await tx.query<{ staff: string; entries: string }>(
    `select o.staff, string_agg(concat_ws(',', o.duty_date - $3::date,
         case o.state when 'ordered' then 1 when 'confirmed' then 2 else 0 end,
         coalesce(o.from_minute, -1), coalesce(o.until_minute, -1), o.minutes,
         case o.category when 'normal' then 0 when 'temporary' then 1 when 'exceptional' then 2 when 'disaster' then 3 else 4 end,
         coalesce(o.allowance, -1)), ',') as entries
       from tk.overtime o
      where o.municipality = $1 and o.month = $3 and o.staff = any($2)
      group by o.staff`,
    [tx.municipality, staff, monthDate(month)],
  );
  const firstDay = firstDayOf(month);
  return takenApartLater(new Map(rows.map((r) => [r.staff, r.entries])), (entries) =>
    monthOvertime(integersOf(entries), firstDay),
  );
}

function monthOvertime(numbers: readonly number[], firstDay: EpochDay): MonthOvertime {
  const entries = new Map<EpochDay, OvertimeEntry[]>();
  let allowance: number | null = null;
  for (const at of rowsInOrder(numbers)) {
    const [state, told] = [numbers[at + 1]!, numbers[at + 6]!];
    if (state === 0) continue;
    if (told >= 0) allowance = (allowance ?? 0) + told;
    const [from, until] = [numbers[at + 2]!, numbers[at + 3]!];
    const entry: OvertimeEntry = {
      state: state === 1 ? 'ordered' : 'confirmed',
      span: from >= 0 && until >= 0 ? { from, until } : null,
      minutes: numbers[at + 4]!,
      category: categories[numbers[at + 5]!]!,
    };
    const day = firstDay + numbers[at]!;
    const list = entries.get(day);
    if (list === undefined) entries.set(day, [entry]);
    else list.push(entry);
  }
  return { entries, allowance };
}

/**
 * Where each row begins: by day, by beginning (those without one last), then by everything else, so that the order is one
 * whatever came first.
 */
function rowsInOrder(numbers: readonly number[]): number[] {
  const starts: number[] = [];
  for (let at = 0; at < numbers.length; at += OVERTIME_FIELDS) starts.push(at);
  return starts.sort((a, b) => {
    if (numbers[a] !== numbers[b]) return numbers[a]! - numbers[b]!;
    const [from, other] = [numbers[a + 2]!, numbers[b + 2]!];
    if (from !== other) return (from < 0 ? Infinity : from) < (other < 0 ? Infinity : other) ? -1 : 1;
    for (let field = 1; field < OVERTIME_FIELDS; field++) {
      const difference = numbers[a + field]! - numbers[b + field]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Reads the corrections of some people in one month: those accepted, and for the others that there is one. */
export async function readCorrections(
  tx: Tx,
  staff: readonly string[],
  month: MonthIndex,
): Promise<Map<string, Map<EpochDay, DayCorrection>>> {
  const rows = await tx.query<{
    staff: string;
    duty_date: string;
    kind: 'punch' | 'discrepancy';
    state: string;
    in_minute: number | null;
    out_minute: number | null;
  }>(
    `select c.staff, c.duty_date, c.kind, c.state, c.in_minute, c.out_minute from tk.correction c
      where c.municipality = $1 and c.month = $3 and c.staff = any($2)
      order by c.decided_at, c.id`,
    [tx.municipality, staff, monthDate(month)],
  );
  const people = new Map<string, Map<EpochDay, DayCorrection>>();
  for (const row of rows) {
    const days = people.get(row.staff) ?? new Map<EpochDay, DayCorrection>();
    people.set(row.staff, days);
    if (row.state !== 'accepted') continue;
    const day = dayOf(row.duty_date);
    const found = days.get(day) ?? { in: null, out: null, answered: false };
    days.set(day, found);
    if (row.kind === 'discrepancy') found.answered = true;
    else {
      found.in = row.in_minute ?? found.in;
      found.out = row.out_minute ?? found.out;
    }
  }
  return people;
}

/** Reads the month totals handed over from before the system, by `monthKey`. */
export async function readMonthFacts(
  tx: Tx,
  staff: readonly string[],
  first: MonthIndex,
  last: MonthIndex,
): Promise<Map<string, MonthFact>> {
  const rows = await tx.query<{ staff: string; month: string } & MonthFact>(
    `select f.staff, f.month, f.overtime, f.exceptional, f.allowance from tk.month_fact f
      where f.municipality = $1 and f.month = any($3::date[]) and f.staff = any($2)`,
    [tx.municipality, staff, monthDates(first, last)],
  );
  return new Map(
    rows.map((r) => [
      monthKey(r.staff, monthOf(dayOf(r.month))),
      { overtime: r.overtime, exceptional: r.exceptional, allowance: r.allowance },
    ]),
  );
}

/** The first month in which the municipality has a punch, or one of these people an order or a correction. */
export async function readFirstMonth(tx: Tx, staff: readonly string[]): Promise<MonthIndex> {
  const key = [tx.municipality, staff];
  const found = await Promise.all([
    tx.query<{ first: string | null }>('select min(p.month) as first from tk.punch p where p.municipality = $1', [
      tx.municipality,
    ]),
    ...['overtime', 'correction'].map((table) =>
      tx.query<{ first: string | null }>(
        `select min(t.duty_date) as first from tk.${table} t where t.municipality = $1 and t.staff = any($2)`,
        key,
      ),
    ),
  ]);
  const months = found.flatMap(([row]) => (row?.first ? [monthOf(dayOf(row.first))] : []));
  return Math.min(Infinity, ...months);
}

/** One person and month as a key. */
export function monthKey(staff: string, month: MonthIndex): string {
  return `${month}/${staff}`;
}

/** The first day of a month, as months are stored. */
export function monthDate(month: MonthIndex): string {
  return formatLocalDate(firstDayOf(month));
}

/**
 * The months from one through another. Statements name them one by one: then all of a key is given, and no plan can
 * compare every row of a month with every person asked for.
 */
export function monthDates(first: MonthIndex, last: MonthIndex): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => monthDate(first + i));
}
