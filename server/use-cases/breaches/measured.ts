import type { MeasuredView } from '@tokimori/contract/reductions';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { effectOf, type MonthSum } from '@tokimori/records/breaches/effect';
import type { Tx } from '../../store/tenant.ts';
import { readTrend } from '../reading/city-trend.ts';
import { monthDate, monthOfText } from '../reading/moment.ts';

/** Whose months are measured. */
export type Concerned = { readonly departments: readonly string[] } | { readonly staff: readonly string[] };

/** Months of the chart: a year before the measure began, and up to two after. */
const [BEFORE, MOST] = [12, 36];

/**
 * Measures what came after a measure began: month sums of the people concerned (管理監督職員, who have no caps, left out), beside everybody else of
 * the municipality. Reads stored sums only.
 * @param through the last whole month
 */
export async function measure(
  tx: Tx,
  concerned: Concerned,
  begins: MonthIndex,
  { through, now }: { readonly through: MonthIndex; readonly now: Date },
): Promise<MeasuredView> {
  const first = Math.max(Math.min(begins - BEFORE, through - BEFORE), through - MOST + 1);
  const months = Array.from({ length: Math.max(0, through - first + 1) }, (_, at) => first + at);
  const [own, all] = await Promise.all([readSums(tx, concerned, months), readTrend(tx, months, now)]);
  const others = months.flatMap((month): MonthSum[] => {
    const [city, mine] = [all.get(month), own.get(month)];
    if (city === undefined) return [];
    const headcount = city.headcount - (mine?.headcount ?? 0);
    return headcount <= 0 ? [] : [{ month, headcount, overtime: city.overtime - (mine?.overtime ?? 0) }];
  });
  const rest = new Map(others.map((sum) => [sum.month, sum]));
  const effect = effectOf({ own: [...own.values()], others }, begins, through);
  return {
    months: months.map((month) => ({
      month: formatYearMonth(month),
      perHead: perHead(own.get(month)?.overtime, own.get(month)?.headcount),
      exceptional: perHead(own.get(month)?.exceptional, own.get(month)?.headcount),
      headcount: own.get(month)?.headcount ?? 0,
      others: perHead(rest.get(month)?.overtime, rest.get(month)?.headcount),
    })),
    after: effect.after.map(formatYearMonth),
    base: effect.base.map(formatYearMonth),
    against: effect.against,
    meanAfter: effect.means.after,
    meanBase: effect.means.base,
    change: effect.change,
    othersChange: effect.othersChange,
    changeInAll: effect.changeInAll,
  };
}

const perHead = (minutes: number | undefined, headcount: number | undefined): number | null =>
  minutes === undefined || headcount === undefined || headcount === 0 ? null : Math.round(minutes / headcount);

type Sum = MonthSum & { readonly exceptional: number };

async function readSums(
  tx: Tx,
  concerned: Concerned,
  months: readonly MonthIndex[],
): Promise<ReadonlyMap<MonthIndex, Sum>> {
  const [column, values] =
    'staff' in concerned ? (['r.staff', concerned.staff] as const) : (['r.department', concerned.departments] as const);
  const rows = await tx.query<Omit<Sum, 'month'> & { month: string }>(
    `select r.month, count(*)::int as headcount, sum(r.overtime)::int as overtime, sum(r.exceptional)::int as exceptional
     from tk.month_record r
     where r.municipality = $1 and r.month = any($2::date[]) and ${column} = any($3) and not r.managerial
     group by r.month`,
    [tx.municipality, months.map(monthDate), values],
  );
  return new Map(
    rows.map(({ month, ...sum }) => {
      const index = monthOfText(month.slice(0, 7));
      return [index, { ...sum, month: index }] as const;
    }),
  );
}
