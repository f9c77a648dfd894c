import { formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lastDayOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';

/** Overtime of a department in a month. Minutes; `unsplit` = 特例 of months known as totals only, whose kind is not known. */
export type MonthSum = {
  readonly month: MonthIndex;
  readonly department: string;
  readonly headcount: number;
  readonly overtime: number;
  readonly infection: number;
  readonly disaster: number;
  readonly unsplit: number;
  /** 円; null when it is not known of everybody who worked overtime. */
  readonly allowance: number | null;
};
type Row = Omit<MonthSum, 'month'> & { readonly month: string };

export const monthDate = (month: MonthIndex): string => formatLocalDate(firstDayOf(month));
export const monthFrom = (date: string): MonthIndex => monthOf(parseLocalDate(date)!);

const ALLOWANCE = `case when bool_and(x.allowance is not null or x.overtime = 0) and count(x.allowance) > 0
  then sum(coalesce(x.allowance, 0))::bigint end as allowance`;

/**
 * Sums by month and department: of the derived months (所属 of the month's last day), and of totals handed over for
 * months that were not derived. 管理監督職員 are left out, as they have no overtime.
 */
export async function readMonthSums(tx: Tx, months: readonly MonthIndex[]): Promise<MonthSum[]> {
  const dates = months.map(monthDate);
  const [derived, handedOver] = await Promise.all([
    tx.query<Row>(
      `select x.month::text as month, x.department, count(*)::int as headcount, sum(x.overtime)::int as overtime,
         sum(case when x.source = 'days' then x.infection else 0 end)::int as infection,
         sum(case when x.source = 'days' then x.disaster else 0 end)::int as disaster,
         sum(case when x.source = 'month' then x.exceptional else 0 end)::int as unsplit, ${ALLOWANCE}
       from tk.month_record x
       where x.municipality = $1 and x.month = any($2::date[]) and (not x.managerial or x.overtime > 0)
       group by x.month, x.department`,
      [tx.municipality, dates],
    ),
    tx.query<Row>(
      `select x.month::text as month, a.department, count(*)::int as headcount, sum(x.overtime)::int as overtime, 0 as infection,
         0 as disaster, sum(x.exceptional)::int as unsplit, ${ALLOWANCE}
       from tk.month_fact x
       join tk.appointment a on a.municipality = $1 and a.staff = x.staff and not a.concurrent
         and a.effective_from <= (x.month + interval '1 month' - interval '1 day')::date
         and (a.effective_until is null or a.effective_until > (x.month + interval '1 month' - interval '1 day')::date)
       left join tk.month_record r on r.municipality = $1 and r.month = x.month and r.staff = x.staff
       where x.municipality = $1 and x.month = any($2::date[]) and r.staff is null
       group by x.month, a.department`,
      [tx.municipality, dates],
    ),
  ]);
  return [...derived, ...handedOver].map((row) => ({ ...row, month: monthFrom(row.month) }));
}

/** Last day of a month as text. */
export const monthEnd = (month: MonthIndex): string => formatLocalDate(lastDayOf(month));
