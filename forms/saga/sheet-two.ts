import type { SagaSheetTwo } from '@tokimori/contract/reports';
import { type Minutes, hours as wholeHours } from '@tokimori/law/time/minutes';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type { CsvValue } from '../csv.ts';
import type { ListColumn, Value } from '../spreadsheet.ts';
import { rounded } from './rounding.ts';

/** 資料②: a person's overtime since the beginning of the year, month by month. Null = not known. */
export type SheetTwoInput = {
  readonly staff: string;
  readonly name: string;
  readonly departmentName: string;
  readonly hours: readonly (Minutes | null)[];
  readonly allowances: readonly (number | null)[];
};
type SheetTwoRow = SagaSheetTwo['rows'][number];

/** Sums a person's months and marks those over 360 and 720 hours a year, and counts months over 45 and 80 hours (超). */
export function sheetTwoRow({ staff, name, departmentName, hours, allowances }: SheetTwoInput): SheetTwoRow {
  const known = hours.filter((value) => value !== null);
  const paid = allowances.filter((value) => value !== null);
  const cumulative = known.reduce((sum, value) => sum + value, 0);
  const over = (limit: number): number => known.filter((value) => value > wholeHours(limit)).length;
  return {
    staff,
    name,
    departmentName,
    cumulative,
    over360: cumulative > wholeHours(360),
    over720: cumulative > wholeHours(720),
    allowance: paid.length === 0 ? null : paid.reduce((sum, value) => sum + value, 0),
    over45: over(45),
    over80: over(80),
    hours: [...hours],
    allowances: [...allowances],
  };
}

/** The order of 資料②: most overtime in the last month first, then most in the year, then 職員番号. */
export function bySeverity(a: SheetTwoInput, b: SheetTwoInput): number {
  const sum = (row: SheetTwoInput): number => row.hours.reduce<number>((total, value) => total + (value ?? 0), 0);
  return (
    (b.hours.at(-1) ?? 0) - (a.hours.at(-1) ?? 0) ||
    sum(b) - sum(a) ||
    (a.staff < b.staff ? -1 : a.staff > b.staff ? 1 : 0)
  );
}

const monthHead = (month: MonthIndex): string => `${(month % 12) + 1}月`;

/** Columns of the list for these months. Hours are decimal hours of two places, as payroll systems write them. */
export function sheetTwoColumns(months: readonly MonthIndex[]): readonly ListColumn[] {
  return [
    { header: '職員番号', width: 10, as: 'text' },
    { header: '職員名', width: 14, as: 'text' },
    { header: '部局', width: 16, as: 'text' },
    { header: '累計時間数', width: 9, as: 'hundredth' },
    { header: '累計360H超', width: 8, as: 'text' },
    { header: '累計720H超', width: 8, as: 'text' },
    { header: '累計手当額', width: 11, as: 'whole' },
    { header: '45H超', width: 6, as: 'whole' },
    { header: '80H超', width: 6, as: 'whole' },
    ...months.map((month) => ({ header: `${monthHead(month)}時間数`, width: 8, as: 'hundredth' as const })),
    ...months.map((month) => ({ header: `${monthHead(month)}手当額`, width: 9, as: 'whole' as const })),
  ];
}

/** Hundredths of an hour, half up: 268:04 → 268.07. */
export const decimalHours = (minutes: Minutes | null): number | null => {
  const hundredths = rounded(minutes, 60, 100);
  return hundredths === null ? null : hundredths / 100;
};

/** A row of the list. */
export function sheetTwoValues(row: SheetTwoRow): (Value & CsvValue)[] {
  return [
    row.staff,
    row.name,
    row.departmentName,
    decimalHours(row.cumulative),
    row.over360 ? 'X' : null,
    row.over720 ? 'X' : null,
    row.allowance,
    row.over45,
    row.over80,
    ...row.hours.map(decimalHours),
    ...row.allowances,
  ];
}

/** 資料② as data for the page. */
export function sheetTwo(
  month: MonthIndex,
  months: readonly MonthIndex[],
  rows: readonly SheetTwoInput[],
  count: number,
): SagaSheetTwo {
  return { month: formatYearMonth(month), months: months.map(formatYearMonth), rows: rows.map(sheetTwoRow), count };
}
