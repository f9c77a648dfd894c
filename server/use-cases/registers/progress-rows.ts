import { LONG_STAY, type MonthCounts } from '@tokimori/forms/nanto/progress';
import type { Minutes } from '@tokimori/law/time/minutes';
import { formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, monthDate } from '../reading/moment.ts';

/** Sums of a month, with the days of which presence cannot be judged. */
export type CityCounts = MonthCounts & { readonly unclassifiable: number };
type CountRow = Omit<CityCounts, 'month' | 'presentHeads'> & { month: string; present_heads: number };

/**
 * Sums of some months over everyone with caps, in one reading of their stored rows. Presence is known of months made from days; the
 * allowance is known when it is known of everybody who worked overtime. Minutes, 円.
 */
export async function readCityCounts(
  tx: Tx,
  months: readonly MonthIndex[],
): Promise<ReadonlyMap<MonthIndex, CityCounts>> {
  const rows = await tx.query<CountRow>(
    `select r.month, count(*)::int as headcount, (count(*) filter (where r.source = 'days'))::int as present_heads,
       (sum(r.beyond) filter (where r.source = 'days'))::int as beyond, sum(r.overtime)::int as overtime,
       sum(r.unclassifiable)::int as unclassifiable,
       case when bool_and(r.allowance is not null or r.overtime = 0) and count(r.allowance) > 0
         then sum(coalesce(r.allowance, 0))::bigint end as allowance
     from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and not r.managerial group by r.month`,
    [tx.municipality, months.map(monthDate)],
  );
  return new Map(
    rows.map(({ month, present_heads: presentHeads, allowance, ...row }) => {
      const index = monthOf(dayOf(month));
      const known = allowance === null ? null : Number(allowance);
      return [index, { ...row, month: formatYearMonth(index), presentHeads, allowance: known }];
    }),
  );
}

export type StayRow = {
  readonly month: MonthIndex;
  readonly staff: string;
  readonly department: string;
  readonly managerial: boolean;
  readonly beyond: Minutes;
  readonly overtime: Minutes;
};

/** Whoever stayed 60 hours or more beyond duty in a month, 管理監督職員 too, the longest first. */
export async function readLongStays(tx: Tx, months: readonly MonthIndex[]): Promise<StayRow[]> {
  const rows = await tx.query<Omit<StayRow, 'month'> & { month: string }>(
    `select r.month, r.staff, r.department, r.managerial, r.beyond, r.overtime from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and r.source = 'days' and r.beyond >= $3
     order by r.month, r.beyond desc, r.staff`,
    [tx.municipality, months.map(monthDate), LONG_STAY],
  );
  return rows.map(({ month, ...row }) => ({ ...row, month: monthOf(dayOf(month)) }));
}

/** 超過在席時間 of some people in some months, of months made from days. */
export async function readStays(tx: Tx, staff: readonly string[], months: readonly MonthIndex[]): Promise<StayRow[]> {
  if (staff.length === 0) return [];
  const rows = await tx.query<Omit<StayRow, 'month'> & { month: string }>(
    `select r.month, r.staff, r.department, r.managerial, r.beyond, r.overtime from tk.month_record r
     where r.municipality = $1 and r.staff = any($2) and r.month = any($3::date[]) and r.source = 'days'
     order by r.staff, r.month`,
    [tx.municipality, staff, months.map(monthDate)],
  );
  return rows.map(({ month, ...row }) => ({ ...row, month: monthOf(dayOf(month)) }));
}
