import type { cityLimits } from '@tokimori/contract/hr';
import type { Answer } from '@tokimori/contract/route';
import type { LimitName, LimitState } from '@tokimori/contract/values';
import { calendarDay } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import type { DepartmentTree } from './department-tree.ts';
import { closingOf, type Here, monthDate, monthEnd } from './moment.ts';
import { personOf, personsOn } from './persons.ts';

export type LimitRow = Answer<typeof cityLimits>['rows'][number];

/** Which rows of tk.standing_limit are wanted; null = all. */
export type LimitFilter = {
  readonly limits: readonly LimitName[] | null;
  readonly state: LimitState | null;
  readonly departments: readonly string[] | null;
};

export const averages: readonly LimitName[] = ['average-2', 'average-3', 'average-4', 'average-5', 'average-6'];
export const everyone: LimitFilter = { limits: null, state: null, departments: null };

const filtered = `tk.standing_limit l where l.municipality = $1 and l.month = $2
  and ($3::text[] is null or l.limit_name = any($3)) and ($4::text is null or l.state = $4)
  and ($5::text[] is null or l.department = any($5))`;

type Row = {
  staff: string;
  limit_name: LimitName;
  department: string;
  state: Exclude<LimitState, 'fine' | 'none'>;
  value: number | null;
  cap: number | null;
  slack: number | null;
  forecast: number | null;
  because: string;
};

/** How many rows of people and limits there are under a filter. */
export async function countLimits(tx: Tx, month: MonthIndex, filter: LimitFilter): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from ${filtered}`,
    keyOf(tx, month, filter),
  );
  return row?.count ?? 0;
}

const keyOf = (tx: Tx, month: MonthIndex, filter: LimitFilter): readonly unknown[] => [
  tx.municipality,
  monthDate(month),
  filter.limits,
  filter.state,
  filter.departments,
];

/** People and limits by urgency, with the person and the work that took most of the month's overtime. */
export async function readLimits(
  tx: Tx,
  at: Here,
  tree: DepartmentTree,
  month: MonthIndex,
  filter: LimitFilter,
  page: { readonly after: number; readonly size: number },
): Promise<LimitRow[]> {
  const rows = await tx.query<Row>(
    `select l.staff, l.limit_name, l.department, l.state, l.value, l.cap, l.slack, l.forecast, l.because
     from ${filtered} order by l.rank, l.slack, l.staff, l.limit_name offset $6 limit $7`,
    [...keyOf(tx, month, filter), page.after, page.size],
  );
  const staff = [...new Set(rows.map((row) => row.staff))];
  const [persons, works] = await Promise.all([personsOn(tx, staff, monthEnd(month)), readMainWorks(tx, month, staff)]);
  return rows.map((row) => ({
    person: personOf(persons, row.staff),
    bureauName: tree.bureau(row.department)?.name ?? '',
    limit: row.limit_name,
    state: row.state,
    value: row.value,
    cap: row.cap,
    slack: row.slack,
    forecast: row.forecast,
    because: row.because,
    work: works.get(row.staff) ?? '',
    dueOn: dueOn(row.state, month, at),
  }));
}

/** The 業務内容 with most minutes among the month's orders; the later one where two have as many. */
async function readMainWorks(
  tx: Tx,
  month: MonthIndex,
  staff: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (staff.length === 0) return new Map();
  const rows = await tx.query<{ staff: string; work: string }>(
    `select distinct on (w.staff) w.staff, w.work from (
       select o.staff, o.work, sum(o.minutes) as minutes, max(o.duty_date) as latest from tk.overtime o
       where o.municipality = $1 and o.staff = any($2) and o.duty_date between $3 and $4
         and o.state in ('ordered', 'confirmed') and o.work <> ''
       group by o.staff, o.work) w
     order by w.staff, w.minutes desc, w.latest desc, w.work`,
    [tx.municipality, staff, monthDate(month), monthEnd(month)],
  );
  return new Map(rows.map((row) => [row.staff, row.work]));
}

/** By when something is to be done: what may still be kept, by the last working day; what happened or lacks, by the closing. */
function dueOn(state: Row['state'], month: MonthIndex, at: Here): string | null {
  if (state === 'over' || state === 'overExceptional' || state === 'unknown')
    return closingOf(lastDayOf(month), at.parameters);
  if (at.dutyDay > lastDayOf(month)) return null;
  let day = lastDayOf(month);
  while (day > at.dutyDay && calendarDay(at.parameters, day).kind !== 'dutyDay') day -= 1;
  return formatLocalDate(day);
}
