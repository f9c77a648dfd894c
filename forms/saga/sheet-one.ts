import type { SagaSheetOne } from '@tokimori/contract/reports';
import { epochDayOf } from '@tokimori/law/time/civil';
import { formatEraDate, formatEraFiscalYear } from '@tokimori/law/time/eras';
import { formatDuration } from '@tokimori/law/time/minutes';
import { fiscalYearOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { permille, rounded, sumKnown, times } from './rounding.ts';

/** 資料①: overtime by department and category, beside last year. Hour figures are in `unit`. */
export type Category = 'normal' | 'infection' | 'disaster';
export type OverviewLabel = 'total' | Category;
type Known = number | null;

/** A line as it was printed, or as it was summed: `total` is given only where it was printed. */
export type PrintedLine = { readonly cells: readonly Known[]; readonly total?: Known };
export type OverviewLine = SagaSheetOne['overview'][number];

export type SheetOneInput = {
  readonly month: MonthIndex;
  readonly unit: 'minutes' | 'hours';
  readonly yearStartMonth?: number;
  /** What the sheet is about when it is not everything, e.g. a department. */
  readonly scope?: string;
  readonly departments: readonly string[];
  readonly hours: Readonly<Record<Category, PrintedLine>> & { readonly total?: PrintedLine };
  /** Last year's month, 通常業務 only. */
  readonly lastYearNormal: readonly Known[] | null;
  /** Over all of last year's departments; the sum of `lastYearNormal` where it is left out. */
  readonly lastYearNormalTotal?: Known;
  readonly headcount: readonly Known[] | null;
  readonly lastYearHeadcount: readonly Known[] | null;
  readonly overview: readonly OverviewLine[];
  /** Further remarks of the source. */
  readonly remarks?: readonly string[];
};

/** What lines are called; 感染症 takes the place of the disease of the original. */
export const lineNames = {
  total: '総時間数',
  normal: '通常対応',
  infection: '感染症対応',
  disaster: '災害対応',
} as const;

/** 令和5年9月. */
export function monthName(month: MonthIndex): string {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return formatEraDate(epochDayOf(year, of, 28))?.replace(/28日$/, '') ?? `${year}年${of}月`;
}

export function fiscalYearName(month: MonthIndex, yearStartMonth = 4): string {
  const year = fiscalYearOf(month, yearStartMonth);
  return formatEraFiscalYear(year) ?? `${year}年度`;
}

const unknown = (departments: readonly string[]): Known[] => departments.map(() => null);
const at = (cells: readonly Known[], index: number): Known => cells[index] ?? null;

/** Makes 資料① from sums. Ratios in tenths of a per cent, hours per head in tenths of an hour, both rounded half up. */
export function sheetOne(input: SheetOneInput): SagaSheetOne {
  const { departments, hours } = input;
  const perHour = input.unit === 'minutes' ? 60 : 1;
  const total: PrintedLine = hours.total ?? { cells: departments.map((_, index) => columnSum(hours, index)) };
  const hourLine = (label: OverviewLabel, line: PrintedLine) => {
    const sumOfCells = departments.length === 0 ? null : sumKnown(line.cells);
    return { label, cells: [...line.cells], total: line.total === undefined ? sumOfCells : line.total, sumOfCells };
  };
  const lines = [
    hourLine('total', total),
    hourLine('normal', hours.normal),
    hourLine('infection', hours.infection),
    hourLine('disaster', hours.disaster),
  ];
  const normal = { cells: hours.normal.cells, total: lines[1]!.total };
  const last = input.lastYearNormal ?? unknown(departments);
  const lastTotal = input.lastYearNormalTotal === undefined ? sumKnown(last) : input.lastYearNormalTotal;
  const heads = input.headcount ?? unknown(departments);
  const lastHeads = input.lastYearHeadcount ?? unknown(departments);
  const derived = (
    label: 'ratio' | 'perHead' | 'perHeadRatio',
    of: (now: Known, before: Known, staff: Known, staffBefore: Known) => Known,
  ) => ({
    label,
    cells: departments.map((_, index) =>
      of(at(normal.cells, index), at(last, index), at(heads, index), at(lastHeads, index)),
    ),
    total: of(normal.total, lastTotal, sumKnown(heads), sumKnown(lastHeads)),
    sumOfCells: null,
  });
  return {
    month: formatYearMonth(input.month),
    title: `${fiscalYearName(input.month, input.yearStartMonth)}時間外勤務実績について(${monthName(input.month)}分)${input.scope === undefined ? '' : `(${input.scope})`}`,
    unit: input.unit,
    overview: [...input.overview],
    departments: [...departments],
    lines: [
      ...lines,
      derived('ratio', (now, before) => permille(now, before)),
      derived('perHead', (now, _before, staff) => rounded(now, times(staff, perHour), 10)),
      derived('perHeadRatio', (now, before, staff, staffBefore) =>
        permille(times(now, staffBefore), times(before, staff)),
      ),
    ],
    differences: [...differencesIn(input, lines), ...(input.remarks ?? [])],
  };
}

function columnSum(hours: SheetOneInput['hours'], index: number): Known {
  return sumKnown([at(hours.normal.cells, index), at(hours.infection.cells, index), at(hours.disaster.cells, index)]);
}

/** Sentences about printed figures that the sum of their parts does not reach or goes beyond. */
function differencesIn(
  { unit, departments, hours }: SheetOneInput,
  lines: readonly { readonly label: OverviewLabel; readonly total: Known; readonly sumOfCells: Known }[],
): string[] {
  const show = (value: number): string =>
    unit === 'minutes' ? formatDuration(value) : `${value.toLocaleString('ja-JP')}時間`;
  const gap = (printed: number, sum: number): string =>
    `差 ${printed > sum ? '+' : '−'}${show(Math.abs(printed - sum))}`;
  const ofLines = lines.flatMap(({ label, total, sumOfCells }) =>
    total === null || sumOfCells === null || total === sumOfCells
      ? []
      : [
          `${lineNames[label]}の計 ${show(total)}は、部局の合計 ${show(sumOfCells)}と合いません(${gap(total, sumOfCells)})。`,
        ],
  );
  const ofColumns = departments.flatMap((department, index) => {
    const printed = hours.total === undefined ? null : at(hours.total.cells, index);
    const sum = columnSum(hours, index);
    if (printed === null || sum === null || printed === sum) return [];
    return [`${department}の総時間数 ${show(printed)}は、内訳の合計 ${show(sum)}と合いません(${gap(printed, sum)})。`];
  });
  return [...ofLines, ...ofColumns, ...ofTotals(hours, lines, show, gap)];
}

/** The printed 計 of 総時間数 against those of its parts. */
function ofTotals(
  hours: SheetOneInput['hours'],
  lines: readonly { readonly label: OverviewLabel; readonly total: Known }[],
  show: (value: number) => string,
  gap: (printed: number, sum: number) => string,
): string[] {
  const printed = hours.total?.total ?? null;
  const sum = sumKnown(lines.filter(({ label }) => label !== 'total').map(({ total }) => total));
  if (printed === null || sum === null || printed === sum) return [];
  return [
    `総時間数の計 ${show(printed)}は、通常・感染症・災害の計の合計 ${show(sum)}と合いません(${gap(printed, sum)})。`,
  ];
}
