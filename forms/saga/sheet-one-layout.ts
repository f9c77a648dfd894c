import type { SagaSheetOne } from '@tokimori/contract/reports';
import { formatDuration } from '@tokimori/law/time/minutes';
import { firstMonthOf, fiscalYearOf, type MonthIndex, parseYearMonth } from '@tokimori/law/time/months';
import type { CsvValue } from '../csv.ts';
import { type Cell, cell, type Look, type Sheet } from '../spreadsheet.ts';
import { fiscalYearName, lineNames, monthName } from './sheet-one.ts';

/** Columns of the overview: label, month, last year; label, since April, last year. Two columns of the sheet for each figure. */
const OVERVIEW_COLUMNS = 11;
const LABEL_WIDTH = 40;
const CELL_WIDTH = 9;

type Line = SagaSheetOne['lines'][number];
type Overview = SagaSheetOne['overview'][number];

const monthIndexOf = (sheet: SagaSheetOne): MonthIndex => parseYearMonth(sheet.month)!;

/** 資料①'s names of its lines. */
export function lineLabels(sheet: SagaSheetOne): Readonly<Record<Line['label'], string>> {
  const month = monthIndexOf(sheet);
  const [now, before] = [monthName(month), monthName(month - 12)];
  return {
    total: `${now}総時間数【感染症・災害を含む】(時間)`,
    normal: `${now}時間数【通常業務】(時間)`,
    infection: `${now}時間数【感染症対応】(時間)`,
    disaster: `${now}時間数【災害対応】(時間)`,
    ratio: `${before}時間数との比較【通常業務】`,
    perHead: `${now}一人あたり時間数【通常業務】(時間)`,
    perHeadRatio: `${before}一人あたり時間数との比較【通常業務】`,
  };
}

/** A figure of a line as a number of the sheet: hours, a share of 1, or hours with a decimal. */
function figure(label: Line['label'], value: number | null, unit: SagaSheetOne['unit']): number | null {
  if (value === null) return null;
  if (label === 'ratio' || label === 'perHeadRatio') return value / 1_000;
  if (label === 'perHead') return value / 10;
  return unit === 'minutes' ? value / 60 : value;
}
const lookOf = (label: Line['label']): Look =>
  label === 'ratio' || label === 'perHeadRatio'
    ? 'percent'
    : label === 'perHead'
      ? 'tenth'
      : label === 'total'
        ? 'strongWhole'
        : 'whole';

/** 5.0万時間; below ten thousand hours in all, whole hours. Half up. */
export function overviewHours(value: number | null, unit: SagaSheetOne['unit'], inTenThousands: boolean): string {
  if (value === null) return '';
  const perHour = unit === 'minutes' ? 60 : 1;
  if (!inTenThousands) return `${Math.floor((2 * value + perHour) / (2 * perHour)).toLocaleString('ja-JP')}時間`;
  const tenths = Math.floor((value + 500 * perHour) / (1_000 * perHour));
  return `${Math.floor(tenths / 10)}.${tenths % 10}万時間`;
}

/** [12,345千円], from a hundred million on [1.2億円]; nothing where it is not known. */
export function overviewAllowance(yen: number | null): string {
  if (yen === null) return '';
  if (yen < 100_000_000) return `[${Math.floor((yen + 500) / 1_000).toLocaleString('ja-JP')}千円]`;
  const tenths = Math.floor((yen + 5_000_000) / 10_000_000);
  return `[${Math.floor(tenths / 10)}.${tenths % 10}億円]`;
}

/** The overview's heads: this month, last year's, and both years since their beginning. */
export function overviewHeads(sheet: SagaSheetOne): {
  month: string;
  lastYear: string;
  since: string;
  lastSince: string;
} {
  const month = monthIndexOf(sheet);
  const first = (firstMonthOf(fiscalYearOf(month)) % 12) + 1;
  const span = (first - 1) % 12 === month % 12 ? `(${first}月)` : `(${first}月〜${(month % 12) + 1}月)`;
  return {
    month: `${monthName(month)}分`,
    lastYear: `${monthName(month - 12)}分`,
    since: `${fiscalYearName(month)}累計\n${span}`,
    lastSince: `${fiscalYearName(month - 12)}累計\n${span}`,
  };
}

const inTenThousands = (sheet: SagaSheetOne): boolean => {
  const total = sheet.overview.find((line) => line.label === 'total')?.month ?? 0;
  return total >= 10_000 * (sheet.unit === 'minutes' ? 60 : 1);
};

const pair = (look: Look, value: string): Cell[] => [cell(value, look), cell(null, look)];

function overviewRow(sheet: SagaSheetOne, line: Overview): Cell[] {
  const shown = (hours: number | null, yen: number | null): string =>
    [overviewHours(hours, sheet.unit, inTenThousands(sheet)), overviewAllowance(yen)]
      .filter((part) => part !== '')
      .join('\n');
  return [
    cell(lineNames[line.label], 'label'),
    ...pair('words', shown(line.month, line.allowance)),
    ...pair('words', shown(line.lastYearMonth, line.lastYearAllowance)),
    ...pair('label', lineNames[line.label]),
    ...pair('words', shown(line.cumulative, line.cumulativeAllowance)),
    ...pair('words', shown(line.lastYearCumulative, line.lastYearCumulativeAllowance)),
  ];
}

/** Whether a comparison could not be made at all. */
const isBlank = (sheet: SagaSheetOne): boolean =>
  sheet.lines.some(({ label, total }) => (label === 'ratio' || label.startsWith('perHead')) && total === null);

/** 資料① as a page of a spreadsheet. */
export function sheetOneLayout(sheet: SagaSheetOne): Sheet {
  const heads = overviewHeads(sheet);
  const labels = lineLabels(sheet);
  const width = Math.max(OVERVIEW_COLUMNS, sheet.departments.length + 2);
  const notes = [
    ...(sheet.unit === 'minutes'
      ? ['時間は1時間未満を四捨五入して示しています。計は、四捨五入する前の合計です。']
      : []),
    ...sheet.differences,
    ...(isBlank(sheet) ? ['前年の時間数や人数が分からないため、比較・一人あたりの欄の一部は空欄です。'] : []),
  ];
  const top = [
    [cell(sheet.title, 'title')],
    [],
    [
      cell('区分', 'head'),
      ...pair('head', heads.month),
      ...pair('head', heads.lastYear),
      ...pair('head', '区分'),
      ...pair('head', heads.since),
      ...pair('head', heads.lastSince),
    ],
    ...sheet.overview.map((line) => overviewRow(sheet, line)),
    [],
  ];
  const rows = [
    ...top,
    [cell('部局内訳', 'head'), ...sheet.departments.map((name) => cell(name, 'head')), cell('計', 'head')],
    ...sheet.lines.map(({ label, cells, total }) => [
      cell(labels[label], 'label'),
      ...[...cells, total].map((value) => cell(figure(label, value, sheet.unit), lookOf(label))),
    ]),
    [],
    ...notes.map((note, index) => [cell(`(注${index + 1}) ${note}`, 'note')]),
  ];
  const overviewRows = top.slice(2, -1).map((_, index) => index + 2);
  const firstNote = rows.length - notes.length;
  return {
    name: '資料①',
    widths: [LABEL_WIDTH, ...Array.from({ length: width - 1 }, () => CELL_WIDTH)],
    rows,
    merges: [
      ...overviewRows.flatMap((row) => [1, 3, 5, 7, 9].map((column) => ({ row, column, rows: 1, columns: 2 }))),
      ...notes.map((_, index) => ({ row: firstNote + index, column: 0, rows: 1, columns: width })),
    ],
    heights: new Map([
      [0, 26],
      ...overviewRows.map((row) => [row, 32] as const),
      [top.length, 30],
      ...sheet.lines.map((_, index) => [top.length + 1 + index, 22] as const),
    ]),
    headRow: -1,
    orientation: 'landscape',
  };
}

/** 資料① as rows of a CSV: the department block, then the overview, then remarks. Hours as h:mm when they are minutes. */
export function sheetOneRows(sheet: SagaSheetOne): readonly (readonly CsvValue[])[] {
  const labels = lineLabels(sheet);
  const heads = overviewHeads(sheet);
  const hours = (value: number | null): CsvValue =>
    value === null || sheet.unit === 'hours' ? value : formatDuration(value);
  const shown = (label: Line['label'], value: number | null): CsvValue => {
    if (value === null) return null;
    if (label === 'ratio' || label === 'perHeadRatio') return `${Math.floor(value / 10)}.${value % 10}%`;
    return label === 'perHead' ? `${Math.floor(value / 10)}.${value % 10}` : hours(value);
  };
  return [
    [sheet.title],
    ['部局内訳', ...sheet.departments, '計'],
    ...sheet.lines.map(({ label, cells, total }) => [
      labels[label],
      ...[...cells, total].map((value) => shown(label, value)),
    ]),
    [],
    [
      '区分',
      heads.month,
      heads.lastYear,
      heads.since,
      heads.lastSince,
      '手当額(円)',
      '前年手当額(円)',
      '累計手当額(円)',
      '前年累計手当額(円)',
    ].map((head) => head.replaceAll('\n', '')),
    ...sheet.overview.map((line) => [
      lineNames[line.label],
      hours(line.month),
      hours(line.lastYearMonth),
      hours(line.cumulative),
      hours(line.lastYearCumulative),
      line.allowance,
      line.lastYearAllowance,
      line.cumulativeAllowance,
      line.lastYearCumulativeAllowance,
    ]),
    ...sheet.differences.map((sentence) => [sentence]),
  ];
}
