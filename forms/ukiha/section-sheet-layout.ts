import type { SectionSheet } from '@tokimori/contract/registers/sheets';
import { formatDuration } from '@tokimori/law/time/minutes';
import { type Cell, cell, type Sheet, type Value } from '../spreadsheet.ts';

type Mark = SectionSheet['people'][number]['marks'][number];

const limitNames: Readonly<Record<Mark['limit'], string>> = {
  monthly: '月',
  monthlyTotal: '月100',
  'average-2': '2か月平均',
  'average-3': '3か月平均',
  'average-4': '4か月平均',
  'average-5': '5か月平均',
  'average-6': '6か月平均',
  annual: '年',
  monthsOver45: '45時間超の月数',
  afterTransfer: '異動後',
};
const stateNames: Readonly<Record<Mark['state'], string>> = {
  over: '超過',
  overExceptional: '特例で超過',
  forecastOver: '見込みで超過',
  near: '注意',
  unknown: '判定できない',
  fine: '余裕あり',
  none: '上限なし',
};
/** 月45時間 超過; 45時間超の月数 6回 注意. A cap of averages is the sum of its months, and is shown a month. */
export function markWords({ limit, state, cap }: Mark): string {
  const months = /^average-(\d)$/.exec(limit);
  const bound =
    cap === null
      ? ''
      : limit === 'monthsOver45'
        ? `${cap}回`
        : `${Math.round(cap / 60 / (months === null ? 1 : Number(months[1])))}時間`;
  return `${limitNames[limit]}${bound} ${stateNames[state]}`;
}

const duration = (value: number | null): string | null => (value === null ? null : formatDuration(value));
const monthOf = (month: string): string => `${Number(month.slice(5))}月`;

/** The sheet as rows of a CSV: the section by month, an empty row, then people by rank. */
export function sectionSheetRows(sheet: SectionSheet): (readonly Value[])[] {
  const months = sheet.months.map(monthOf);
  const of = (pick: (total: SectionSheet['totals'][number]) => Value): Value[] => sheet.totals.map(pick);
  return [
    [sheet.path, ...months],
    ['通常', ...of((total) => duration(total.ordinary))],
    ['特例', ...of((total) => duration(total.exceptional))],
    ['1人当たり', ...of((total) => duration(total.perHead))],
    ['前年同月の1人当たり', ...of((total) => duration(total.lastYearPerHead))],
    ['人数', ...of((total) => total.headcount)],
    [],
    ['順位', '職員番号', '氏名', '区分', ...months, '計', '45時間超の月数', '上限の状態'],
    ...sheet.people.flatMap((person) => [
      [
        person.rank,
        person.staff,
        person.name,
        '通常',
        ...person.ordinary.map(duration),
        formatDuration(person.total - person.totalExceptional),
        person.over45,
        person.marks.map(markWords).join('、'),
      ],
      [
        person.rank,
        person.staff,
        person.name,
        '特例',
        ...person.exceptional.map(duration),
        formatDuration(person.totalExceptional),
        null,
        null,
      ],
    ]),
  ];
}

const WORDS_BEFORE = 4;

/** The sheet for print, on one page's width. Hours are numbers, so that they can be summed. */
export function sectionSheetLayout(title: string, sheet: SectionSheet): Sheet {
  const asDuration = (value: number | null): Cell => cell(value === null ? null : value / 1_440, 'duration');
  const line = (name: string, values: readonly (number | null)[]): Cell[] => [
    cell(name, 'label'),
    ...Array.from({ length: WORDS_BEFORE - 1 }, () => cell(null, 'label')),
    ...values.map(asDuration),
  ];
  const head = (first: readonly string[], last: readonly string[]): Cell[] =>
    [...first, ...sheet.months.map(monthOf), ...last].map((name) => cell(name, 'head'));
  const rows: Cell[][] = [
    [cell(title, 'title')],
    head(['課の計', '', '', ''], []),
    line(
      '通常',
      sheet.totals.map((total) => total.ordinary),
    ),
    line(
      '特例',
      sheet.totals.map((total) => total.exceptional),
    ),
    line(
      '1人当たり',
      sheet.totals.map((total) => total.perHead),
    ),
    line(
      '前年同月の1人当たり',
      sheet.totals.map((total) => total.lastYearPerHead),
    ),
    [],
    head(['順位', '職員番号', '氏名', '区分'], ['計', '45時間超の月数', '上限の状態']),
    ...sheet.people.flatMap((person) => [
      [
        cell(person.rank, 'whole'),
        cell(person.staff, 'text'),
        cell(person.name, 'text'),
        cell('通常', 'words'),
        ...person.ordinary.map(asDuration),
        asDuration(person.total - person.totalExceptional),
        cell(person.over45, 'whole'),
        cell(person.marks.map(markWords).join('、'), 'text'),
      ],
      [
        cell(null, 'whole'),
        cell(null, 'text'),
        cell(null, 'text'),
        cell('特例', 'words'),
        ...person.exceptional.map(asDuration),
        asDuration(person.totalExceptional),
        cell(null, 'whole'),
        cell(null, 'text'),
      ],
    ]),
  ];
  return {
    name: 'マネジメントシート',
    widths: [7, 11, 16, 7, ...sheet.months.map(() => 8), 9, 10, 36],
    rows,
    merges: [],
    heights: new Map([[7, 30]]),
    headRow: -1,
    orientation: 'landscape',
  };
}
