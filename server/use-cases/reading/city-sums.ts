import type { LimitName, LimitState } from '@tokimori/contract/values';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, monthDate } from './moment.ts';

export type Band = 'zero' | 'to20' | 'to45' | 'to60' | 'to80' | 'below100' | 'from100';
export const bands: readonly Band[] = ['zero', 'to20', 'to45', 'to60', 'to80', 'below100', 'from100'];

/** Sums of those of a department who lie in one band in a month; 管理監督職員 (no caps) are left out. Minutes. */
export type DepartmentSum = {
  readonly month: MonthIndex;
  readonly department: string;
  /** Band of the whole month, and of the month up to the same day. */
  readonly band: Band;
  readonly sameDaysBand: Band;
  readonly headcount: number;
  readonly overtime: number;
  /** Overtime up to the same day; null when a person's month is known as a total only. */
  readonly sameDays: number | null;
  readonly exceptional: number;
  readonly unclassifiable: number;
};

const bandOf = (minutes: string): string =>
  `case when ${minutes} <= 0 then 0 when ${minutes} <= 1200 then 1 when ${minutes} <= 2700 then 2 when ${minutes} <= 3600 then 3
     when ${minutes} <= 4800 then 4 when ${minutes} < 6000 then 5 else 6 end`;

type SumRow = {
  month: string;
  department: string;
  band: number;
  same_days_band: number;
  headcount: number;
  overtime: number;
  same_days: number | null;
  exceptional: number;
  unclassifiable: number;
};

/**
 * Sums by department and band of a few months in one reading of month_record. `through` is the day of the month up to
 * which an unfinished month is compared with the others (a shorter month with its last day).
 */
export async function readDepartmentSums(
  tx: Tx,
  months: readonly MonthIndex[],
  through: number,
): Promise<DepartmentSum[]> {
  const rows = await tx.query<SumRow>(
    `select v.month, v.department, v.band, v.same_days_band, count(*)::int as headcount, sum(v.overtime)::int as overtime,
       sum(v.exceptional)::int as exceptional, sum(v.unclassifiable)::int as unclassifiable,
       case when bool_and(v.by_days) then sum(v.same_days)::int end as same_days
     from (
       select u.*, ${bandOf('u.overtime')} as band, ${bandOf('u.same_days')} as same_days_band from (
         select r.month, r.department, r.overtime, r.exceptional, r.unclassifiable,
           r.source = 'days' or r.overtime = 0 as by_days,
           coalesce(r.cumulative[least($3::int, cardinality(r.cumulative))], 0) as same_days
         from tk.month_record r
         where r.municipality = $1 and r.month = any($2::date[]) and not r.managerial offset 0) u) v
     group by v.month, v.department, v.band, v.same_days_band`,
    [tx.municipality, months.map(monthDate), through],
  );
  return rows.map(({ month, band, same_days: sameDays, same_days_band: sameDaysBand, ...row }) => ({
    ...row,
    month: monthOf(dayOf(month)),
    band: bands[band]!,
    sameDaysBand: bands[sameDaysBand]!,
    sameDays,
  }));
}

export type LimitCount = {
  readonly limit: LimitName;
  readonly cap: number | null;
  readonly state: LimitState;
  readonly count: number;
};

/** Rows of people and limits by limit, cap and state. */
export async function readLimitCounts(tx: Tx, month: MonthIndex): Promise<LimitCount[]> {
  return tx.query<LimitCount>(
    `select l.limit_name as limit, l.cap, l.state, count(*)::int as count from tk.standing_limit l
     where l.municipality = $1 and l.month = $2 group by l.limit_name, l.cap, l.state`,
    [tx.municipality, monthDate(month)],
  );
}

/** People by the most urgent of their limits, and the overtime expected at the end of the month (null = no forecast). */
export type StateCount = { readonly state: LimitState; readonly count: number; readonly forecast: number | null };

export async function readStates(tx: Tx, month: MonthIndex): Promise<StateCount[]> {
  return tx.query<StateCount>(
    `select t.state, count(*)::int as count, sum(t.forecast)::int as forecast from tk.standing t
     where t.municipality = $1 and t.month = $2 group by t.state`,
    [tx.municipality, monthDate(month)],
  );
}

/** The earliest month of which there is any record. */
export async function firstRecordedMonth(tx: Tx): Promise<MonthIndex | null> {
  const [row] = await tx.query<{ month: string | null }>(
    'select min(r.month) as month from tk.month_record r where r.municipality = $1',
    [tx.municipality],
  );
  return row?.month == null ? null : monthOf(dayOf(row.month));
}
