import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, monthOf } from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { daysMade } from '../derive/days-made.ts';
import { readRules } from '../derive/rules.ts';
import type { Tx } from '../store/tenant.ts';
import { sectionIn } from '../use-cases/differences/one-day.ts';
import { type Comparing, refreshDays } from '../use-cases/differences/refresh.ts';
import { readTree } from '../use-cases/reading/department-tree.ts';
import { grouped } from '../use-cases/reading/grouped.ts';
import { dayOf, type Here, here, monthDate } from '../use-cases/reading/moment.ts';

/** People compared in one transaction; between two of them others are served. */
const TOGETHER = 200;

type Range = { readonly first: EpochDay; readonly last: EpochDay };
type Asked = {
  readonly at: Here;
  /** The last duty date that is over. */
  readonly until: EpochDay;
  /** Days of everybody: those that ended since the last run, and those whose records came late. */
  readonly ranges: readonly Range[];
  /** The announcements of late records that this run answers. */
  readonly looks: readonly string[];
};

/** What is to be compared; null while nothing is new, or the days are not made yet. */
async function ask(context: Context, tx: Tx): Promise<Asked | null> {
  const at = await here(context, tx);
  const until = at.dutyDay - 1;
  const [[ran], looks, made] = await Promise.all([
    tx.query<{ through: string }>('select r.through from tk.difference_run r where r.municipality = $1', [
      tx.municipality,
    ]),
    tx.query<{ id: string; first_date: string; last_date: string }>(
      'select l.id, l.first_date, l.last_date from tk.difference_look l where l.municipality = $1',
      [tx.municipality],
    ),
    daysMade(tx, until, at.parameters.dayBoundary),
  ]);
  const last = ran === undefined ? null : dayOf(ran.through);
  const isNew = last === null || last < until;
  if (!made || (!isNew && looks.length === 0)) return null;
  // The first run looks back as far as the month before: older days are over for everybody.
  const since = last ?? firstDayOf(at.month - 1);
  const late = looks.map(({ first_date: first, last_date: end }) => ({ first: dayOf(first), last: dayOf(end) }));
  // The last day of the former run is compared once more: a shift that ran past midnight was still open then.
  const ended = isNew ? [{ first: Math.min(since, until), last: until }] : [];
  return { at, until, ranges: joined([...ended, ...late], until), looks: looks.map(({ id }) => id) };
}

/** Ranges up to a day, those that overlap or touch as one. */
function joined(ranges: readonly Range[], until: EpochDay): readonly Range[] {
  const found: { first: EpochDay; last: EpochDay }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const open = found.at(-1);
    const end = Math.min(last, until);
    if (end < first) continue;
    if (open !== undefined && first <= open.last + 1) open.last = Math.max(open.last, end);
    else found.push({ first, last: end });
  }
  return found;
}

/** Cut at the ends of months, so that neither a statement nor a department is asked over several. */
const byMonth = ({ first, last }: Range): readonly Range[] =>
  Array.from({ length: monthOf(last) - monthOf(first) + 1 }, (_, index) => monthOf(first) + index).map((month) => ({
    first: Math.max(first, firstDayOf(month)),
    last: Math.min(last, lastDayOf(month)),
  }));

async function comparingIn(tx: Tx, at: Here, month: number): Promise<Comparing> {
  const [rules, tree] = await Promise.all([
    readRules(tx, at.now),
    readTree(tx, Math.min(at.dutyDay, lastDayOf(month))),
  ]);
  return { rules, sectionOf: (department) => sectionIn(tree, department), now: at.now, today: at.day };
}

async function staffServing(tx: Tx, { first, last }: Range): Promise<readonly string[]> {
  const rows = await tx.query<{ staff: string }>(
    `select s.staff from tk.staff s
      where s.municipality = $1 and s.joined_on <= $3::date and (s.left_on is null or s.left_on >= $2::date) order by s.staff`,
    [tx.municipality, formatLocalDate(first), formatLocalDate(last)],
  );
  return rows.map(({ staff }) => staff);
}

/**
 * Single days that may have changed since they were compared: what is open, and days of this month and the one before on
 * which the record of presence leaves a difference that is not asked about.
 */
async function restless(tx: Tx, at: Here, until: EpochDay): Promise<readonly { staff: string; day: EpochDay }[]> {
  const months = [monthDate(at.month - 1), monthDate(at.month)];
  const rows = await tx.query<{ staff: string; duty_date: string }>(
    `select d.staff, d.duty_date from tk.difference d where d.municipality = $1 and d.due_on is not null
     union
     select r.staff, r.month + n.nth::int - 1 from tk.month_record r
       cross join lateral unnest(r.discrepancy_days) with ordinality as n (minutes, nth)
      where r.municipality = $1 and r.month = any($2::date[]) and r.discrepancies > 0 and n.minutes > 0
        and r.month + n.nth::int - 1 <= $3::date and not r.managerial
        and not exists (select 1 from tk.difference d
          where d.municipality = $1 and d.staff = r.staff and d.duty_date = r.month + n.nth::int - 1
            and d.state not in ('lapsed', 'recordCorrected'))`,
    [tx.municipality, months, formatLocalDate(until)],
  );
  return rows.map(({ staff, duty_date: date }) => ({ staff, day: dayOf(date) }));
}

/** Compares days of some people, portion by portion, each in a transaction of its own. */
async function compareAll(
  context: Context,
  municipality: string,
  comparing: Comparing,
  staff: readonly string[],
  { first, last }: Range,
): Promise<number> {
  let written = 0;
  for (let from = 0; from < staff.length; from += TOGETHER) {
    const part = staff.slice(from, from + TOGETHER);
    written += await context.store.tenant(municipality, (tx) => refreshDays(tx, comparing, part, first, last));
  }
  return written;
}

/**
 * Lays presence, order and declaration of everybody side by side for the days that are over and whose records came late,
 * once a day and after files of records. What is left to explain is written with whom it is asked of by when; what was
 * explained by a later order or record lapses. Run again after a stop, it writes the same once.
 * @returns how many rows were written; null when there was nothing to compare yet
 */
export async function runDifferences(context: Context, municipality: string): Promise<number | null> {
  const asked = await context.store.tenant(municipality, (tx) => ask(context, tx));
  if (asked === null) return null;
  const { at, until, ranges, looks } = asked;
  let written = 0;
  for (const range of ranges.flatMap(byMonth)) {
    const [comparing, staff] = await context.store.tenant(municipality, (tx) =>
      Promise.all([comparingIn(tx, at, monthOf(range.first)), staffServing(tx, range)]),
    );
    written += await compareAll(context, municipality, comparing, staff, range);
  }
  const days = await context.store.tenant(municipality, (tx) => restless(tx, at, until));
  for (const [day, people] of grouped(days, (each) => each.day)) {
    const comparing = await context.store.tenant(municipality, (tx) => comparingIn(tx, at, monthOf(day)));
    const staff = people.map((each) => each.staff);
    written += await compareAll(context, municipality, comparing, staff, { first: day, last: day });
  }
  await context.store.tenant(municipality, (tx) => noteRun(tx, at, until, looks));
  return written;
}

async function noteRun(tx: Tx, at: Here, until: EpochDay, looks: readonly string[]): Promise<void> {
  await Promise.all([
    tx.query(
      `insert into tk.difference_run as r (municipality, through, ran_at) values ($1, $2, $3)
       on conflict (municipality) do update set through = greatest(r.through, excluded.through), ran_at = excluded.ran_at`,
      [tx.municipality, formatLocalDate(until), at.now],
    ),
    tx.query('delete from tk.difference_look l where l.municipality = $1 and l.id = any($2::uuid[])', [
      tx.municipality,
      looks,
    ]),
  ]);
}
