import { parseDuration } from '@tokimori/law/time/minutes';
import { type Cell, cell, type Look, type Sheet, type Value } from '../spreadsheet.ts';
import type { NerimaSheet } from './sheet.ts';

/** A half is a column of headings and one for each month, with 年間 at the end; an empty column stands between the halves. */
const [MONTHS, GAP] = [13, 1];
const HALF = 1 + MONTHS;
const [HEADING_WIDTH, MONTH_WIDTH, GAP_WIDTH] = [24, 7.5, 2];

/** Full-width letters that a line of a merged text takes, and the height of a line, in points; a text has room for three at least. */
const [LETTERS, LINE_HEIGHT, LEAST_HEIGHT, LEAST_LINES] = [46, 14, 24, 3];

/** Cells that are one on paper: the value in the first, the lines around all of them. */
type Span = { readonly value: Value; readonly look: Look; readonly columns: number };
const span = (value: Value, look: Look, columns = 1): Span => ({ value, look, columns });

/** A length of words as a number of the sheet, so that it can be added up there. */
function lengthOf(words: string): Span {
  const minutes = parseDuration(words.replaceAll(',', ''));
  return minutes === undefined ? span(words === '' ? null : words, 'words') : span(minutes / 1440, 'duration');
}

const hoursRow = (title: string, words: readonly string[]): readonly Span[] => [
  span(title, 'head'),
  ...words.map(lengthOf),
];

const headsOf = (sheet: NerimaSheet, title: string, lead: string): readonly (readonly Span[])[] => [
  [span(lead, 'head'), span(title, 'title', MONTHS)],
  [span('No.', 'head'), span('職員番号', 'head', 3), span('氏名', 'head', 4), span('所属名', 'head', 6)],
  [span('1', 'words'), span(sheet.staff, 'words', 3), span(sheet.name, 'words', 4), span(sheet.section, 'words', 6)],
  [
    span('月上限時間', 'head'),
    span(sheet.monthBound, 'words', 5),
    span('年上限時間', 'head', 3),
    span(sheet.yearBound, 'words', 5),
  ],
];

const halfOf = (sheet: NerimaSheet, key: 'prior' | 'review', title: string, lead: string) => [
  ...headsOf(sheet, title, lead),
  [span('① 月・年 超過勤務時間数', 'head'), ...sheet.months.map((month) => span(month, 'head'))],
  [span('該当', 'head'), ...sheet[key].marks.map((mark) => span(mark === '' ? null : mark, 'words'))],
  hoursRow('合計時間', sheet[key].total),
  hoursRow('通常業務', sheet[key].ordinary),
  hoursRow('特例業務', sheet[key].exceptional),
  ...sheet.rows.map((row) => [
    span(`${row.no} ${row.title}${row.note === '' ? '' : `\n${row.note}`}`, 'label'),
    span(row[key], row.date ? 'words' : 'prose', MONTHS),
  ]),
];

const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / LETTERS)), 0);

function heightOf(row: readonly Span[]): number {
  const letters = row.map(({ value, look }) =>
    look === 'prose' ? Math.max(LEAST_LINES, linesOf(String(value ?? ''))) : 1,
  );
  const headings = row.map(({ value, look }) => (look === 'label' ? Math.ceil([...String(value)].length / 11) : 1));
  return Math.max(LEAST_HEIGHT, Math.max(...letters, ...headings) * LINE_HEIGHT + 6);
}

const cellsOf = (row: readonly Span[]): readonly Cell[] =>
  row.flatMap(({ value, look, columns }) =>
    Array.from({ length: columns }, (_, at) => cell(at === 0 ? value : null, look)),
  );

/** The one sheet as a page of a spreadsheet, in the places of the original: 事前届出 on the left, 事後検証報告書 on the right. */
export function workbookOf(sheet: NerimaSheet): Sheet {
  const left = halfOf(sheet, 'prior', '特例業務従事職員に係る事前届出個別調査 兼 本人通知書', '事前届出');
  const right = halfOf(sheet, 'review', '特例業務従事職員に係る事後検証報告書個別調査 兼 本人通知書', '事後検証');
  const days = [
    span(`事前届出日：${sheet.priorOn}　(${sheet.kind})`, 'plain', HALF),
    span(null, 'plain', GAP),
    span(`事後検証日：${sheet.reviewOn}`, 'plain', HALF),
  ];
  const note = span(
    '※ ①の時間数は「時間：分」。事前届出の①は、届出の時に終わっている月は実績、その後の月は見込み。',
    'plain',
  );
  const rows = [days, ...left.map((row, at) => [...row, span(null, 'plain', GAP), ...(right[at] ?? [])]), [note]];
  const widths = [HEADING_WIDTH, ...Array.from({ length: MONTHS }, () => MONTH_WIDTH)];
  return {
    name: '事前届出・事後検証',
    widths: [...widths, GAP_WIDTH, ...widths],
    rows: rows.map(cellsOf),
    merges: rows.flatMap((row, at) => mergesOf(row, at)),
    heights: new Map(rows.map((row, at) => [at, heightOf(row)])),
    headRow: -1,
    orientation: 'landscape',
  };
}

function mergesOf(row: readonly Span[], at: number): Sheet['merges'] {
  let column = 0;
  return row.flatMap(({ columns }) => {
    const first = column;
    column += columns;
    return columns > 1 ? [{ row: at, column: first, rows: 1, columns }] : [];
  });
}
