import type { BureausMonthly } from '@tokimori/contract/registers/sheets';
import type { Minutes } from '@tokimori/law/time/minutes';
import { formatDuration } from '@tokimori/law/time/minutes';
import { permille, rounded } from '../saga/rounding.ts';
import { type Cell, cell, type ListColumn, type Sheet, type Value } from '../spreadsheet.ts';

/** A bureau (部局・区局) as its months were counted. Minutes; null where a month is not known. People with caps only. */
export type BureauCounts = {
  readonly name: string;
  readonly headcount: number;
  readonly hours: Minutes | null;
  readonly lastYearHeadcount: number;
  readonly lastYear: Minutes | null;
  readonly cumulative: Minutes | null;
  readonly lastYearCumulative: Minutes | null;
};
type Line = BureausMonthly['lines'][number];

export const FEW = 'その他';
const sumOf = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** Two bureaus as one. */
const joined = (a: BureauCounts, b: BureauCounts): BureauCounts => ({
  name: FEW,
  headcount: a.headcount + b.headcount,
  hours: sumOf(a.hours, b.hours),
  lastYearHeadcount: a.lastYearHeadcount + b.lastYearHeadcount,
  lastYear: sumOf(a.lastYear, b.lastYear),
  cumulative: sumOf(a.cumulative, b.cumulative),
  lastYearCumulative: sumOf(a.lastYearCumulative, b.lastYearCumulative),
});

/** The fewest people behind any figure of a bureau; years of which nothing is known hide nobody. */
const fewest = ({ headcount, lastYearHeadcount, lastYear, lastYearCumulative }: BureauCounts): number =>
  lastYear === null && lastYearCumulative === null ? headcount : Math.min(headcount, lastYearHeadcount);

/**
 * Joins bureaus of fewer people than `least` under その他, so that no figure is that of one or two people. While その他 itself is
 * of too few, the smallest of the others joins it: else it would follow from the total.
 */
export function withFewJoined(
  bureaus: readonly BureauCounts[],
  least: number,
): { readonly bureaus: readonly BureauCounts[]; readonly merged: readonly string[] } {
  const shown = bureaus.filter((bureau) => fewest(bureau) >= least);
  const hidden = bureaus.filter((bureau) => fewest(bureau) < least);
  const few = () => hidden.reduce(joined);
  while (hidden.length > 0 && shown.length > 0 && fewest(few()) < least) {
    const smallest = shown.reduce((a, b) => (fewest(b) < fewest(a) ? b : a));
    shown.splice(shown.indexOf(smallest), 1);
    hidden.push(smallest);
  }
  if (hidden.length === 0) return { bureaus: shown, merged: [] };
  return { bureaus: [...shown, { ...few(), name: FEW }], merged: hidden.map(({ name }) => name) };
}

/** Per head in tenths of an hour. */
const perHead = (minutes: Minutes | null, heads: number): number | null => rounded(minutes, heads * 60, 10);

function lineOf(counts: BureauCounts, settled: boolean): Line {
  const { name, headcount, hours, lastYear, lastYearHeadcount, cumulative, lastYearCumulative } = counts;
  // A running month against a whole one would be like with unlike.
  const compared = (part: number | null, whole: number | null) => (settled ? permille(part, whole) : null);
  return {
    name,
    headcount,
    hours,
    lastYear,
    ratio: compared(hours, lastYear),
    perHead: perHead(hours, headcount),
    lastYearPerHead: perHead(lastYear, lastYearHeadcount),
    cumulative,
    lastYearCumulative,
    cumulativeRatio: compared(cumulative, lastYearCumulative),
  };
}

/** 区局別の超過勤務実績: a line a bureau in the order given, and the total of all. */
export function bureausMonthly(
  about: Pick<BureausMonthly, 'month' | 'settled' | 'open'>,
  counts: readonly BureauCounts[],
  least = 0,
): BureausMonthly {
  const { bureaus, merged } = withFewJoined(counts, least);
  const none: BureauCounts = {
    name: '計',
    headcount: 0,
    hours: null,
    lastYearHeadcount: 0,
    lastYear: null,
    cumulative: null,
    lastYearCumulative: null,
  };
  return {
    ...about,
    lines: bureaus.map((bureau) => lineOf(bureau, about.settled)),
    total: lineOf({ ...counts.reduce(joined, none), name: '計' }, about.settled),
    merged: [...merged],
  };
}

const tenths = (value: number | null): string | null =>
  value === null ? null : `${Math.floor(value / 10)}.${Math.abs(value % 10)}`;
const percent = (value: number | null): string | null => (value === null ? null : `${tenths(value)}%`);
const duration = (value: number | null): string | null => (value === null ? null : formatDuration(value));

const headers = [
  '部局',
  '人数',
  '今年(時:分)',
  '前年同月(時:分)',
  '前年同月比',
  '1人当たり(時間)',
  '前年の1人当たり(時間)',
  '年度の累計(時:分)',
  '前年度の累計(時:分)',
  '累計の前年度比',
] as const;

export const bureausMonthlyColumns: readonly ListColumn[] = headers.map((header, at) => ({
  header,
  width: at === 0 ? 22 : 12,
  as: at === 1 ? 'whole' : 'text',
}));

const written = (line: Line): readonly Value[] => [
  line.name,
  line.headcount,
  duration(line.hours),
  duration(line.lastYear),
  percent(line.ratio),
  tenths(line.perHead),
  tenths(line.lastYearPerHead),
  duration(line.cumulative),
  duration(line.lastYearCumulative),
  percent(line.cumulativeRatio),
];

/** The table as it is written into CSV and JSON. */
export const bureausMonthlyRows = (sheet: BureausMonthly): (readonly Value[])[] =>
  [...sheet.lines, sheet.total].map(written);

const share = (value: number | null): number | null => (value === null ? null : value / 1_000);
const ofDay = (value: number | null): number | null => (value === null ? null : value / 1_440);
const ofTen = (value: number | null): number | null => (value === null ? null : value / 10);

/** The sheet for print. `title` names the month. */
export function bureausMonthlyLayout(title: string, sheet: BureausMonthly): Sheet {
  const row = (line: Line): Cell[] => [
    cell(line.name, 'label'),
    cell(line.headcount, 'whole'),
    cell(ofDay(line.hours), 'duration'),
    cell(ofDay(line.lastYear), 'duration'),
    cell(share(line.ratio), 'percent'),
    cell(ofTen(line.perHead), 'tenth'),
    cell(ofTen(line.lastYearPerHead), 'tenth'),
    cell(ofDay(line.cumulative), 'duration'),
    cell(ofDay(line.lastYearCumulative), 'duration'),
    cell(share(line.cumulativeRatio), 'percent'),
  ];
  return {
    name: '部局別の実績',
    widths: [24, 8, 12, 12, 10, 10, 10, 13, 13, 10],
    rows: [
      [cell(title, 'title')],
      headers.map((header) => cell(header, 'head')),
      ...sheet.lines.map(row),
      row(sheet.total),
      ...(sheet.merged.length === 0 ? [] : [[cell(`${FEW}: ${sheet.merged.join('、')}`, 'note')]]),
    ],
    merges: [],
    heights: new Map([[1, 30]]),
    headRow: 1,
    orientation: 'landscape',
  };
}
