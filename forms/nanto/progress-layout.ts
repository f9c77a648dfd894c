import type { Progress } from '@tokimori/contract/registers/progress';
import { formatDuration } from '@tokimori/law/time/minutes';
import { type Cell, cell, type Look, type Sheet, type Value } from '../spreadsheet.ts';

const duration = (value: number | null): string => (value === null ? '―' : formatDuration(value));
const tenths = (value: number | null): string => (value === null ? '―' : `${Math.floor(value / 10)}.${value % 10}`);
/** What the lines of the city are called. */
export const periods = { thisMonth: '今月', lastMonth: '前月', lastYear: '前年同月' } as const;

/** A block of the report: its heading, the names of its columns, its lines. */
type Block = {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly Value[])[];
};

/** 1 = the city, 2 = people by band, 3 = above 60 hours, 4 = three months of 180 hours, as the report of 南砺市 has them. */
function blocksOf(view: Progress): readonly Block[] {
  const names = (person: { staff: string; name: string; section: string; managerial: boolean }) => [
    person.staff,
    person.name,
    person.section,
    person.managerial ? '管理監督職員' : '',
  ];
  const people = ['職員番号', '氏名', '所属', '区分'];
  return [
    {
      title: '市全体の状況',
      head: ['', '月', '超過在席時間', '1人当たり(時間)', '申請時間', '1人当たり(時間)', '手当支出額(円)', '人数'],
      lines: view.rows.map((row) => [
        periods[row.period],
        row.month,
        duration(row.beyond),
        tenths(row.beyondPerHead),
        duration(row.overtime),
        tenths(row.overtimePerHead),
        row.allowance ?? '―',
        row.headcount,
      ]),
    },
    {
      title: '超過在席時間が長い職員の人数',
      head: ['月', '60時間超80時間以下', '80時間超100時間以下', '100時間超', '所属'],
      lines: view.bands.map((band) => [
        band.lastYear ? `${band.month}(前年同月)` : band.month,
        ...(band.known ? [band.to80, band.to100, band.over100] : ['―', '―', '―']),
        band.sections.join('、'),
      ]),
    },
    {
      title: '今月の超過在席時間が60時間を超えた職員',
      head: [...people, '超過在席時間', '申請時間'],
      lines: view.over60.map((person) => [...names(person), duration(person.beyond), duration(person.overtime)]),
    },
    {
      title: '3か月の超過在席時間の累計が180時間以上の職員',
      head: [...people, ...view.months, '累計'],
      lines: view.over180.map((person) => [...names(person), ...person.beyond.map(duration), duration(person.total)]),
    },
  ];
}

/** The report as rows of a CSV: blocks with an empty row between. */
export function progressRows(view: Progress): (readonly Value[])[] {
  const blocks = blocksOf(view).flatMap(({ title, head, lines }) => [[title], head, ...lines, []]);
  return view.remarks.length === 0 ? blocks.slice(0, -1) : [...blocks, ...view.remarks.map((remark) => [remark])];
}

const lookOf = (value: Value): Look => (typeof value === 'number' ? 'whole' : 'text');

/** The report as a sheet for print. */
export function progressLayout(title: string, view: Progress): Sheet {
  const rows: Cell[][] = [[cell(title, 'title')], []];
  for (const block of blocksOf(view)) {
    rows.push(
      [cell(block.title, 'plain')],
      block.head.map((name) => cell(name, 'head')),
    );
    rows.push(...block.lines.map((line) => line.map((value) => cell(value, lookOf(value)))));
    if (block.lines.length === 0) rows.push([cell('なし', 'plain')]);
    rows.push([]);
  }
  rows.push(...view.remarks.map((remark) => [cell(remark, 'plain')]));
  return {
    name: '進捗報告',
    widths: [16, 20, 26, 18, 16, 16, 16, 12],
    rows,
    merges: [],
    heights: new Map(),
    headRow: -1,
    orientation: 'landscape',
  };
}
