import { sumKnown } from '@tokimori/forms/saga/rounding';
import type { Category, OverviewLine, SheetOneInput } from '@tokimori/forms/saga/sheet-one';
import { formatDuration } from '@tokimori/law/time/minutes';
import { firstDayOf, firstMonthOf, fiscalYearOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type Bureaus, readBureaus } from './bureaus.ts';
import { type MonthSum, readMonthSums } from './month-sums.ts';
import { partsOf, type Scope } from './scope.ts';

type Figures = Readonly<Record<'total' | Category, number | null>> & { readonly allowance: number | null };

/** Months of the fiscal year up to and including this one. */
export function monthsSince(month: MonthIndex, yearStartMonth: number): MonthIndex[] {
  const first = firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth);
  return Array.from({ length: month - first + 1 }, (_, at) => first + at);
}

/**
 * 資料① from the municipality's own records, of all bureaus or of one department by what stands right below it. A month
 * without any record is unknown, not zero.
 */
export async function sagaOneInput(context: Context, tx: Tx, month: MonthIndex, scope?: Scope): Promise<SheetOneInput> {
  const { yearStartMonth } = await context.parameters(tx, firstDayOf(month));
  const thisYear = monthsSince(month, yearStartMonth);
  const lastYear = thisYear.map((each) => each - 12);
  const within = scope === undefined ? null : new Set(scope.below);
  const sums = (await readMonthSums(tx, [...thisYear, ...lastYear])).filter(
    (sum) => within === null || within.has(sum.department),
  );
  const of = (wanted: MonthIndex): MonthSum[] => sums.filter((sum) => sum.month === wanted);
  const [now, before] = [of(month), of(month - 12)];
  const used = now.map((sum) => sum.department);
  const bureaus = scope === undefined ? await readBureaus(tx, month, used) : partsOf(scope, used);
  const cells = (from: readonly MonthSum[], pick: (sum: MonthSum) => number): (number | null)[] =>
    cellsOf(bureaus, from, pick);
  return {
    month,
    unit: 'minutes',
    yearStartMonth,
    ...(scope === undefined ? {} : { scope: `${scope.name}とその下の部署` }),
    departments: bureaus.names,
    hours: {
      normal: { cells: cells(now, normalOf) },
      infection: { cells: cells(now, (sum) => sum.infection) },
      disaster: { cells: cells(now, (sum) => sum.disaster) },
      ...(now.some((sum) => sum.unsplit > 0) ? { total: { cells: cells(now, (sum) => sum.overtime) } } : {}),
    },
    lastYearNormal: before.length === 0 ? null : cells(before, normalOf),
    headcount: cells(now, (sum) => sum.headcount),
    lastYearHeadcount: before.length === 0 ? null : cells(before, (sum) => sum.headcount),
    overview: overviewOf(of, month, thisYear, lastYear),
    remarks: now.length === 0 ? ['この月の記録がないため、空欄です。'] : remarksOf(sums, bureaus, before),
  };
}

/** 通常業務: what is neither 感染症 nor 災害, and not 特例 of an unknown kind. */
const normalOf = (sum: MonthSum): number => sum.overtime - sum.infection - sum.disaster - sum.unsplit;

function cellsOf(bureaus: Bureaus, from: readonly MonthSum[], pick: (sum: MonthSum) => number): (number | null)[] {
  const cells: (number | null)[] = bureaus.names.map(() => (from.length === 0 ? null : 0));
  for (const sum of from) {
    const at = bureaus.positionOf(sum.department);
    if (at < cells.length) cells[at] = (cells[at] ?? 0) + pick(sum);
  }
  return cells;
}

function figuresOf(sums: readonly MonthSum[]): Figures {
  if (sums.length === 0) return { total: null, normal: null, infection: null, disaster: null, allowance: null };
  const add = (pick: (sum: MonthSum) => number): number => sums.reduce((total, sum) => total + pick(sum), 0);
  const withOvertime = sums.filter((sum) => sum.overtime > 0 || sum.allowance !== null);
  return {
    total: add((sum) => sum.overtime),
    normal: add(normalOf),
    infection: add((sum) => sum.infection),
    disaster: add((sum) => sum.disaster),
    allowance: withOvertime.length === 0 ? null : sumKnown(withOvertime.map((sum) => sum.allowance)),
  };
}

function overviewOf(
  of: (month: MonthIndex) => MonthSum[],
  month: MonthIndex,
  thisYear: readonly MonthIndex[],
  lastYear: readonly MonthIndex[],
): OverviewLine[] {
  const figures = new Map([...thisYear, ...lastYear].map((each) => [each, figuresOf(of(each))]));
  const over = (months: readonly MonthIndex[], key: keyof Figures): number | null =>
    sumKnown(months.map((each) => figures.get(each)?.[key] ?? null));
  return (['total', 'normal', 'infection', 'disaster'] as const).map((label) => {
    const yen = (months: readonly MonthIndex[]): number | null =>
      label === 'total' ? over(months, 'allowance') : null;
    return {
      label,
      month: over([month], label),
      lastYearMonth: over([month - 12], label),
      cumulative: over(thisYear, label),
      lastYearCumulative: over(lastYear, label),
      allowance: yen([month]),
      lastYearAllowance: yen([month - 12]),
      cumulativeAllowance: yen(thisYear),
      lastYearCumulativeAllowance: yen(lastYear),
    };
  });
}

function remarksOf(sums: readonly MonthSum[], bureaus: Bureaus, before: readonly MonthSum[]): string[] {
  const unsplit = sums.reduce((total, sum) => total + sum.unsplit, 0);
  const moved = before.filter((sum) => bureaus.positionOf(sum.department) >= bureaus.names.length);
  const lost = moved.reduce((total, sum) => total + normalOf(sum), 0);
  const months = [
    ...new Set(sums.filter((sum) => sum.unsplit > 0).map((sum) => formatYearMonth(sum.month))),
  ].toSorted();
  return [
    ...(unsplit > 0
      ? [
          `月計として取り込んだ月(${months.join('、')})の特例業務 ${formatDuration(unsplit)}は、災害・感染症の別が分からないため、総時間数だけに入れています。`,
        ]
      : []),
    ...(lost > 0
      ? [`前年の部署のうち、いまの部局にあたらないものの ${formatDuration(lost)}は、前年との比較に入れていません。`]
      : []),
  ];
}
