import type { cityMonth } from '@tokimori/contract/hr';
import type { Answer } from '@tokimori/contract/route';
import type { LimitName } from '@tokimori/contract/values';
import { hours } from '@tokimori/law/time/minutes';
import { firstMonthOf, fiscalYearOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { bands, type DepartmentSum, type LimitCount, type StateCount } from './city-sums.ts';
import type { MonthSum } from './city-trend.ts';
import { type DepartmentTree, designatedShare } from './department-tree.ts';
import { grouped } from './grouped.ts';

type City = Answer<typeof cityMonth>;
type Figure = City['total'];
type Sum = {
  readonly headcount: number;
  /** null = nobody, or not known by days. */
  readonly value: number | null;
  readonly exceptional: number;
  readonly unclassifiable: number;
};
export type Compared = { readonly now: Sum; readonly previous: Sum; readonly lastYear: Sum };

function summed(sums: readonly DepartmentSum[], byDays: boolean): Sum {
  let value: number | null = sums.length === 0 ? null : 0;
  const total = { headcount: 0, exceptional: 0, unclassifiable: 0 };
  for (const sum of sums) {
    const counted = byDays ? sum.sameDays : sum.overtime;
    value = value === null || counted === null ? null : value + counted;
    total.headcount += sum.headcount;
    total.exceptional += sum.exceptional;
    total.unclassifiable += sum.unclassifiable;
  }
  return { ...total, value };
}

/** A month beside the month before and the same month of last year; by the same days unless the month is over. */
export function compare(sums: readonly DepartmentSum[], month: MonthIndex, settled: boolean): Compared {
  const of = (wanted: MonthIndex): Sum =>
    summed(
      sums.filter((sum) => sum.month === wanted),
      wanted !== month && !settled,
    );
  return { now: of(month), previous: of(month - 1), lastYear: of(month - 12) };
}

const each = ({ value, headcount }: Sum): number | null =>
  value === null || headcount === 0 ? null : Math.round(value / headcount);

export const totalOf = ({ now, previous, lastYear }: Compared): Figure => ({
  now: now.value ?? 0,
  previous: previous.value,
  lastYear: lastYear.value,
});
export const perHeadOf = ({ now, previous, lastYear }: Compared): Figure => ({
  now: each(now) ?? 0,
  previous: each(previous),
  lastYear: each(lastYear),
});

/** 部局別, most per head first. A department that is gone today belongs to no 部局 of the list, but to the city. */
export function bureausOf(
  tree: DepartmentTree,
  sums: readonly DepartmentSum[],
  month: MonthIndex,
  settled: boolean,
): City['bureaus'] {
  const byBureau = grouped(sums, (sum) => tree.bureau(sum.department));
  const rows: City['bureaus'] = [];
  for (const [bureau, own] of byBureau) {
    if (bureau === undefined) continue;
    const compared = compare(own, month, settled);
    if (compared.now.headcount === 0) continue;
    const { headcount, exceptional } = compared.now;
    const names = { department: bureau.department, name: bureau.name };
    rows.push({ ...names, headcount, total: totalOf(compared), perHead: perHeadOf(compared), exceptional });
  }
  return rows.sort((a, b) => b.perHead.now - a.perHead.now || (a.department < b.department ? -1 : 1));
}

/** 特例業務 of a 部局 in the months compared: what explains a month that stands out. */
export function exceptionalOf(tree: DepartmentTree, sums: readonly DepartmentSum[]): City['exceptionalByBureau'] {
  const found = sums.filter((sum) => sum.exceptional > 0 && tree.bureau(sum.department) !== undefined);
  const rows = [...grouped(found, (sum) => `${sum.month}/${tree.bureau(sum.department)?.department}`).values()].map(
    (own) => ({
      name: tree.bureau(own[0]!.department)?.name ?? '',
      month: formatYearMonth(own[0]!.month),
      minutes: own.reduce((sum, one) => sum + one.exceptional, 0),
    }),
  );
  return rows.sort((a, b) => (a.month === b.month ? b.minutes - a.minutes : a.month < b.month ? 1 : -1));
}

const limitOrder: readonly LimitName[] = [
  'monthly',
  'average-2',
  'average-3',
  'average-4',
  'average-5',
  'average-6',
  'annual',
  'monthsOver45',
  'afterTransfer',
];

/** Rows of the list per limit. */
export function chipsOf(counts: readonly LimitCount[]): City['chips'] {
  return limitOrder.flatMap((limit) => {
    const count = counts.reduce((sum, row) => sum + (row.limit === limit ? row.count : 0), 0);
    return count === 0 ? [] : [{ limit, count }];
  });
}

/** Caps by which the two kinds of department are told apart in a count. */
const lines: readonly { limit: LimitName; department: City['byLimit'][number]['department']; cap?: number }[] = [
  { limit: 'monthly', department: 'selfDirected', cap: hours(45) },
  { limit: 'monthly', department: 'externallyDriven', cap: hours(100) },
  ...limitOrder.slice(1, 6).map((limit) => ({ limit, department: 'externallyDriven' as const })),
  { limit: 'annual', department: 'selfDirected', cap: hours(360) },
  { limit: 'annual', department: 'externallyDriven', cap: hours(720) },
  { limit: 'monthsOver45', department: 'externallyDriven' },
  { limit: 'afterTransfer', department: 'any' },
];

/** 上限ごとの人数. */
export function byLimitOf(counts: readonly LimitCount[]): City['byLimit'] {
  return lines.map(({ limit, department, cap }) => {
    const count = (state: LimitCount['state']): number =>
      counts.reduce((sum, row) => {
        const fits = row.limit === limit && row.state === state && (cap === undefined || row.cap === cap);
        return fits ? sum + row.count : sum;
      }, 0);
    return {
      limit,
      department,
      over: count('over'),
      overExceptional: count('overExceptional'),
      forecastOver: count('forecastOver'),
      near: count('near'),
    };
  });
}

/** 分布: people in bands of this month, and of the same month (or its same days) of last year. */
export function distributionOf(
  sums: readonly DepartmentSum[],
  month: MonthIndex,
  settled: boolean,
  known: boolean,
): City['distribution'] {
  const heads = (wanted: MonthIndex, key: 'band' | 'sameDaysBand', band: string): number =>
    sums.reduce((sum, row) => (row.month === wanted && row[key] === band ? sum + row.headcount : sum), 0);
  return bands.map((band) => ({
    band,
    count: heads(month, 'band', band),
    lastYear: known ? heads(month - 12, settled ? 'band' : 'sameDaysBand', band) : null,
  }));
}

const YEARS = 3;
export type Year = { readonly fiscalYear: number; readonly months: readonly MonthIndex[] };

/** The fiscal year of a month and the two before it, latest first. */
export function yearsOf(month: MonthIndex, yearStartMonth: number): readonly Year[] {
  const latest = fiscalYearOf(month, yearStartMonth);
  return Array.from({ length: YEARS }, (_, back) => {
    const first = firstMonthOf(latest - back, yearStartMonth);
    return { fiscalYear: latest - back, months: Array.from({ length: 12 }, (_unused, index) => first + index) };
  });
}

/** What is expected of the running month per head; null without a forecast. */
export function forecastPerHead(states: readonly StateCount[], headcount: number): number | null {
  const known = states.flatMap((row) => (row.state === 'none' ? [] : (row.forecast ?? [])));
  return known.length === 0 || headcount === 0
    ? null
    : Math.round(known.reduce((sum, forecast) => sum + forecast, 0) / headcount);
}

/** A year per head, month by month; the running month stands in the forecast. */
export function trendOf(
  year: Year,
  sums: ReadonlyMap<MonthIndex, MonthSum>,
  running: MonthIndex,
  forecast: number | null,
): City['trend'][number] {
  const head = (month: MonthIndex): number | null => {
    const sum = sums.get(month);
    return sum === undefined || sum.headcount === 0 ? null : Math.round(sum.overtime / sum.headcount);
  };
  return {
    fiscalYear: year.fiscalYear,
    perHead: year.months.map((month) => (month >= running ? null : head(month))),
    forecast: year.months.map((month) => (month === running ? forecast : null)),
  };
}

/** Share of divisions that are designated as externally driven. */
export function share(tree: DepartmentTree, warnPercent: number): City['externallyDrivenShare'] {
  const { designated, divisions, warn } = designatedShare(tree, warnPercent);
  return { designated, departments: divisions, warn };
}
