import type { LimitName, LimitState } from '@tokimori/contract/values';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, monthDate } from './moment.ts';

/** Sums of a department in a month; 管理監督職員 (no caps) are left out. Minutes. */
export type DepartmentSum = {
  readonly month: MonthIndex;
  readonly department: string;
  readonly headcount: number;
  readonly overtime: number;
  /** Overtime up to the same day; null when a person's month is known as a total only. */
  readonly sameDays: number | null;
  readonly exceptional: number;
  readonly unclassifiable: number;
};
export type Band = 'zero' | 'to20' | 'to45' | 'to60' | 'to80' | 'below100' | 'from100';
export type BandSum = {
  readonly month: MonthIndex;
  readonly band: Band;
  readonly count: number;
  readonly sameDays: number;
};

const bands: readonly Band[] = ['zero', 'to20', 'to45', 'to60', 'to80', 'below100', 'from100'];
const bandOf = (minutes: string): string =>
  `case when ${minutes} <= 0 then 0 when ${minutes} <= 1200 then 1 when ${minutes} <= 2700 then 2 when ${minutes} <= 3600 then 3
     when ${minutes} <= 4800 then 4 when ${minutes} < 6000 then 5 else 6 end`;

/**
 * Sums by department of a few months in one reading of month_record. `through` is the day of the month up to which an
 * unfinished month is compared with the others (a shorter month with its last day).
 */
export async function readDepartmentSums(
  tx: Tx,
  months: readonly MonthIndex[],
  through: number,
): Promise<DepartmentSum[]> {
  const rows = await tx.query<
    { month: string; department: string } & Record<
      'headcount' | 'overtime' | 'exceptional' | 'unclassifiable',
      number
    > & { same_days: number | null }
  >(
    `select r.month, r.department, count(*)::int as headcount, sum(r.overtime)::int as overtime, sum(r.exceptional)::int as exceptional,
       sum(r.unclassifiable)::int as unclassifiable,
       case when bool_and(r.source = 'days' or r.overtime = 0)
         then sum(coalesce(r.cumulative[least($3::int, cardinality(r.cumulative))], 0))::int end as same_days
     from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and not r.managerial
     group by r.month, r.department`,
    [tx.municipality, months.map(monthDate), through],
  );
  return rows.map(({ month, same_days: sameDays, ...row }) => ({ ...row, month: monthOf(dayOf(month)), sameDays }));
}

/** How many people lie in which band of overtime, in whole months and up to the same day. */
export async function readBands(tx: Tx, months: readonly MonthIndex[], through: number): Promise<BandSum[]> {
  const rows = await tx.query<{ month: string; band: number; whole: boolean; count: number }>(
    `select b.month, b.band, b.whole, count(*)::int as count from (
       select r.month, v.whole, case when v.whole then ${bandOf('r.overtime')}
         else ${bandOf('coalesce(r.cumulative[least($3::int, cardinality(r.cumulative))], 0)')} end as band
       from tk.month_record r cross join (values (true), (false)) as v (whole)
       where r.municipality = $1 and r.month = any($2::date[]) and not r.managerial) b
     group by b.month, b.band, b.whole`,
    [tx.municipality, months.map(monthDate), through],
  );
  return months.flatMap((month) =>
    bands.map((band, index) => {
      const counted = (whole: boolean): number =>
        rows.find((row) => monthOf(dayOf(row.month)) === month && row.band === index && row.whole === whole)?.count ??
        0;
      return { month, band, count: counted(true), sameDays: counted(false) };
    }),
  );
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

/** People by the most urgent of their limits. */
export async function readStates(tx: Tx, month: MonthIndex): Promise<ReadonlyMap<LimitState, number>> {
  const rows = await tx.query<{ state: LimitState; count: number }>(
    'select t.state, count(*)::int as count from tk.standing t where t.municipality = $1 and t.month = $2 group by t.state',
    [tx.municipality, monthDate(month)],
  );
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** Overtime expected at the end of the running month, summed over those with caps; null when nobody has a forecast. */
export async function readForecast(tx: Tx, month: MonthIndex): Promise<number | null> {
  const [row] = await tx.query<{ forecast: number | null }>(
    `select sum(t.forecast)::int as forecast from tk.standing t
     where t.municipality = $1 and t.month = $2 and t.state <> 'none'`,
    [tx.municipality, monthDate(month)],
  );
  return row?.forecast ?? null;
}

/** The earliest month of which there is any record. */
export async function firstRecordedMonth(tx: Tx): Promise<MonthIndex | null> {
  const [row] = await tx.query<{ month: string | null }>(
    'select min(r.month) as month from tk.month_record r where r.municipality = $1',
    [tx.municipality],
  );
  return row?.month == null ? null : monthOf(dayOf(row.month));
}
