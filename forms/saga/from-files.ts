import type { EpochDay } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { firstMonthOf, fiscalYearOf, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import { type BureauRow, FileSums, type Sum } from './file-sums.ts';
import { sumKnown } from './rounding.ts';
import type { Category, OverviewLabel, OverviewLine, PrintedLine, SheetOneInput } from './sheet-one.ts';
import { bySeverity, type SheetTwoInput } from './sheet-two.ts';

/** ①前月末時点の職員一覧. */
export type StaffRow = { readonly staff: string; readonly name: string; readonly bureau: string };
/** ③日ごとの時間外一覧. */
export type DayRow = {
  readonly staff: string;
  readonly day: EpochDay;
  readonly category: OvertimeCategory;
  readonly minutes: Minutes;
  readonly allowance: number | null;
};

const since = (month: MonthIndex): MonthIndex[] => {
  const first = firstMonthOf(fiscalYearOf(month));
  return Array.from({ length: month - first + 1 }, (_, at) => first + at);
};

const labels = ['total', 'normal', 'infection', 'disaster'] as const;

/**
 * 資料① from the staff list and the list by bureau. Head counts are those of the list; last year's are not in it. Totals
 * that were printed stand as they are, and differences to the sums of their parts are told by the sheet.
 */
export function sheetOneFromFiles(
  month: MonthIndex,
  staff: readonly StaffRow[],
  rows: readonly BureauRow[],
): SheetOneInput {
  const sums = new FileSums(rows);
  const inMonth = rows.filter((row) => row.month === month);
  const departments = [...new Set(inMonth.flatMap((row) => row.bureau ?? []))];
  const counts = new Map<string, number>();
  for (const person of staff) counts.set(person.bureau, (counts.get(person.bureau) ?? 0) + 1);
  const line = (label: Category): PrintedLine => ({
    cells: departments.map((bureau) => sums.cell(month, label, bureau)),
    ...printedTotal(sums.printed(month, label)),
  });
  const elsewhere = [...counts.keys()].filter((bureau) => !departments.includes(bureau));
  return {
    month,
    unit: 'minutes',
    departments,
    hours: {
      normal: line('normal'),
      infection: line('infection'),
      disaster: line('disaster'),
      total: {
        cells: departments.map((bureau) => sums.total(month, bureau)),
        total: sums.overall(month, 'total')?.minutes ?? null,
      },
    },
    lastYearNormal: departments.map((bureau) => sums.cell(month - 12, 'normal', bureau)),
    lastYearNormalTotal: sums.overall(month - 12, 'normal')?.minutes ?? null,
    headcount: departments.map((bureau) => counts.get(bureau) ?? null),
    lastYearHeadcount: null,
    overview: labels.map((label) => overviewLine(sums, month, label)),
    remarks:
      elsewhere.length === 0
        ? []
        : [`職員一覧の部局のうち、時間外一覧にないものは載せていません: ${elsewhere.join('、')}。`],
  };
}

const printedTotal = (sum: Sum | undefined): { readonly total?: number | null } =>
  sum === undefined ? {} : { total: sum.minutes };

function overviewLine(sums: FileSums, month: MonthIndex, label: OverviewLabel): OverviewLine {
  const over = (months: readonly MonthIndex[], figure: 'minutes' | 'allowance'): number | null =>
    sumKnown(months.map((each) => sums.overall(each, label)?.[figure] ?? null));
  const [thisYear, lastYear] = [since(month), since(month).map((each) => each - 12)];
  return {
    label,
    month: over([month], 'minutes'),
    lastYearMonth: over([month - 12], 'minutes'),
    cumulative: over(thisYear, 'minutes'),
    lastYearCumulative: over(lastYear, 'minutes'),
    allowance: over([month], 'allowance'),
    lastYearAllowance: over([month - 12], 'allowance'),
    cumulativeAllowance: over(thisYear, 'allowance'),
    lastYearCumulativeAllowance: over(lastYear, 'allowance'),
  };
}

/** 資料② from the staff list and the list by day: months of the fiscal year up to this one, worst first. */
export function sheetTwoFromFiles(
  month: MonthIndex,
  staff: readonly StaffRow[],
  days: readonly DayRow[],
): { readonly months: readonly MonthIndex[]; readonly rows: readonly SheetTwoInput[] } {
  const months = since(month);
  const known = new Set(days.map((row) => monthOf(row.day)));
  const people = new Map(staff.map((person) => [person.staff, person]));
  const sums = new Map<string, { hours: (number | null)[]; allowances: (number | null)[] }>();
  const entry = (number: string) => {
    const found = sums.get(number) ?? {
      hours: months.map((each) => (known.has(each) ? 0 : null)),
      allowances: months.map(() => null),
    };
    sums.set(number, found);
    return found;
  };
  for (const person of staff) entry(person.staff);
  for (const row of days) {
    const at = months.indexOf(monthOf(row.day));
    if (at === -1) continue;
    const { hours, allowances } = entry(row.staff);
    hours[at] = (hours[at] ?? 0) + row.minutes;
    if (row.allowance !== null) allowances[at] = (allowances[at] ?? 0) + row.allowance;
  }
  const rows = [...sums].map(([number, sum]) => ({
    staff: number,
    name: people.get(number)?.name ?? '(職員一覧にない職員)',
    departmentName: people.get(number)?.bureau ?? '',
    ...sum,
  }));
  return { months, rows: rows.toSorted(bySeverity) };
}
