import { setImmediate as breathe } from 'node:timers/promises';
import type { CellStyle } from 'hucre/xlsx';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';

/** The one door to the spreadsheet library: styled sheets of a page, and streamed lists of any length. */
export type Value = string | number | null;

/** Looks of a cell. Numbers are right, words left, heads centred; every look of a table has thin lines around it. */
export type Look =
  | 'title'
  | 'plain'
  | 'right'
  | 'note'
  | 'head'
  | 'label'
  | 'text'
  | 'whole'
  | 'strongWhole'
  | 'tenth'
  | 'percent'
  | 'hundredth'
  | 'duration'
  | 'words'
  | 'prose';
export type Cell = { readonly value: Value; readonly look: Look };

/** A sheet that fits on a page's width. Columns and rows count from 0. */
export type Sheet = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  readonly heights: ReadonlyMap<number, number>;
  /** Rows repeated on every page and frozen, up to and including this one; -1 = none. */
  readonly headRow: number;
  readonly orientation: 'landscape' | 'portrait';
};

const FONT = { name: 'BIZ UDPゴシック', size: 10 };
const line = { style: 'thin' as const, color: { rgb: '808080' } };
const lines = { top: line, right: line, bottom: line, left: line };
const shaded = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'E6E6E6' } };
const inTable = (style: CellStyle): CellStyle => ({ font: FONT, border: lines, ...style });
const right = { horizontal: 'right' as const, vertical: 'center' as const };

const looks: Readonly<Record<Look, CellStyle>> = {
  title: { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: 'center' } },
  plain: { font: FONT },
  right: { font: FONT, alignment: right },
  note: { font: { ...FONT, size: 9 }, alignment: { vertical: 'top', wrapText: true } },
  head: inTable({
    fill: shaded,
    font: { ...FONT, bold: true },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  }),
  label: inTable({ fill: shaded, alignment: { horizontal: 'left', vertical: 'center', indent: 1, wrapText: true } }),
  text: inTable({ alignment: { horizontal: 'left', vertical: 'center' } }),
  words: inTable({ alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }),
  prose: inTable({ alignment: { horizontal: 'left', vertical: 'top', wrapText: true } }),
  whole: inTable({ alignment: right, numFmt: '#,##0_ ' }),
  strongWhole: inTable({ alignment: right, numFmt: '#,##0_ ', font: { ...FONT, bold: true } }),
  tenth: inTable({ alignment: right, numFmt: '#,##0.0_ ' }),
  percent: inTable({ alignment: right, numFmt: '0.0%_ ' }),
  duration: inTable({ alignment: right, numFmt: '[h]:mm_ ' }),
  hundredth: inTable({ alignment: right, numFmt: '#,##0.00_ ' }),
};

/** What a spreadsheet is sent as. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const cell = (value: Value, look: Look): Cell => ({ value, look });

/** Writes a styled sheet as xlsx. */
export async function writeSheet(sheet: Sheet): Promise<Uint8Array> {
  const typeOf = (value: Value) => (value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string');
  const cells = new Map(
    sheet.rows.flatMap((row, at) =>
      row.map(
        ({ value, look }, column) => [`${at},${column}`, { value, type: typeOf(value), style: looks[look] }] as const,
      ),
    ),
  );
  const head = sheet.headRow + 1;
  return writeXlsx({
    defaultFont: FONT,
    sheets: [
      {
        name: sheet.name,
        columns: sheet.widths.map((width) => ({ width })),
        rows: sheet.rows.map((row) => row.map(({ value }) => value)),
        cells,
        merges: sheet.merges.map(({ row, column, rows, columns }) => ({
          startRow: row,
          startCol: column,
          endRow: row + rows - 1,
          endCol: column + columns - 1,
        })),
        rowDefs: new Map([...sheet.heights].map(([row, height]) => [row, { height }])),
        ...(head > 0 ? { freezePane: { rows: head } } : {}),
        view: { showGridLines: false },
        pageSetup: {
          paperSize: 'a4',
          orientation: sheet.orientation,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
          ...(head > 0 ? { printTitlesRow: `$${head}:$${head}` } : {}),
        },
        headerFooter: { oddFooter: '&C&P / &N' },
      },
    ],
  });
}

/** A column of a list. `duration` values are minutes, shown as h:mm and summable. */
export type ListColumn = {
  readonly header: string;
  readonly width: number;
  readonly as: 'text' | 'whole' | 'duration' | 'hundredth';
};
const formats = { text: undefined, whole: '#,##0', duration: '[h]:mm', hundredth: '#,##0.00' } as const;

type Rows = AsyncIterable<readonly Value[]> | Iterable<readonly Value[]>;

/** Lists up to this long are laid out for print; longer ones are written while their rows come. */
const PRINTED = 2_000;

/** Writes a list as xlsx. A short one is a table that fits a page's width; memory does not grow with a long one. */
export async function* listBytes(name: string, columns: readonly ListColumn[], rows: Rows): AsyncGenerator<Uint8Array> {
  const first: (readonly Value[])[] = [];
  const rest = (async function* () {
    yield* rows;
  })();
  while (first.length <= PRINTED) {
    const { done, value } = await rest.next();
    if (done === true) {
      yield await writeSheet(printedList(name, columns, first));
      return;
    }
    first.push(value);
  }
  const whole = (async function* () {
    yield* first.splice(0);
    yield* rest;
  })();
  yield* streamList(name, columns, whole);
}

function printedList(name: string, columns: readonly ListColumn[], rows: readonly (readonly Value[])[]): Sheet {
  const body = (value: Value, at: number): Cell => {
    const look = columns[at]?.as ?? 'text';
    return cell(look === 'duration' && typeof value === 'number' ? value / 1440 : value, look);
  };
  return {
    name,
    widths: columns.map((column) => column.width),
    rows: [columns.map((column) => cell(column.header, 'head')), ...rows.map((row) => row.map(body))],
    merges: [],
    heights: new Map([[0, 30]]),
    headRow: 0,
    orientation: 'landscape',
  };
}

function streamList(name: string, columns: readonly ListColumn[], rows: Rows): ReadableStream<Uint8Array> {
  const durations = columns.map((column) => column.as === 'duration');
  return writeXlsxStream(listRows(rows, durations), {
    name,
    columns: columns.map(({ header, width, as }) => {
      const numFmt = formats[as];
      return numFmt === undefined ? { header, width } : { header, width, style: { numFmt } };
    }),
    freezePane: { rows: 1, columns: 2 },
  });
}

/** After so many rows the loop turns: other requests are served, and the compressor is handed its next piece. */
const ROWS_BETWEEN_BREATHS = 20;

async function* listRows(rows: Rows, durations: readonly boolean[]): AsyncGenerator<Value[]> {
  let written = 0;
  for await (const row of rows) {
    written += 1;
    if (written % ROWS_BETWEEN_BREATHS === 0) await breathe();
    yield row.map((value, at) => (durations[at] === true && typeof value === 'number' ? value / 1440 : value));
  }
}
