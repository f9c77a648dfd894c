import { type CsvEncoding, type CsvValue, csvBytes } from '@tokimori/forms/csv';
import type { SheetOneInput } from '@tokimori/forms/saga/sheet-one';
import { sheetOne } from '@tokimori/forms/saga/sheet-one';
import { sheetOneLayout, sheetOneRows } from '@tokimori/forms/saga/sheet-one-layout';
import { type SheetTwoInput, sheetTwoColumns, sheetTwoRow, sheetTwoValues } from '@tokimori/forms/saga/sheet-two';
import { type ListColumn, listBytes, type Value, writeSheet, XLSX_TYPE } from '@tokimori/forms/spreadsheet';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';

export type Format = 'xlsx' | 'csv' | 'json';

/** A report while it is made: the pieces of its file. */
export type Made = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

export const mediaTypes: Readonly<Record<Format, string>> = {
  xlsx: XLSX_TYPE,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

type Rows = AsyncIterable<readonly Value[]> | Iterable<readonly Value[]>;

/** A list in the format asked for, made while its rows come. */
export function madeList(
  about: { readonly title: string; readonly sheet: string; readonly month: MonthIndex },
  columns: readonly ListColumn[],
  rows: Rows,
  format: Format,
  encoding: CsvEncoding = 'utf-8',
): Made {
  const name = `${about.title}_${formatYearMonth(about.month)}.${format}`;
  const bytes = {
    xlsx: () => listBytes(about.sheet, columns, rows),
    csv: () => csvBytes(written(columns, rows), encoding),
    json: () => jsonRows(about.title, about.month, columns, rows),
  };
  return { fileName: name, mediaType: mediaTypes[format], bytes: bytes[format]() };
}

/** Durations leave as h:mm. */
const shown = (columns: readonly ListColumn[], row: readonly Value[]): CsvValue[] =>
  row.map((value, at) => (columns[at]?.as === 'duration' && typeof value === 'number' ? formatDuration(value) : value));

async function* written(columns: readonly ListColumn[], rows: Rows): AsyncGenerator<readonly CsvValue[]> {
  yield columns.map((column) => column.header);
  for await (const row of rows) yield shown(columns, row);
}

async function* jsonRows(
  title: string,
  month: MonthIndex,
  columns: readonly ListColumn[],
  rows: Rows,
): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  yield utf8.encode(`{"title":${JSON.stringify(title)},"month":"${formatYearMonth(month)}","rows":[`);
  let joint = '\n';
  for await (const row of rows) {
    const values = shown(columns, row);
    yield utf8.encode(
      joint + JSON.stringify(Object.fromEntries(columns.map(({ header }, at) => [header, values[at] ?? null]))),
    );
    joint = ',\n';
  }
  yield utf8.encode('\n]}\n');
}

/** 資料① in the format asked for. */
export async function madeSheetOne(
  input: SheetOneInput,
  format: Format,
  encoding: CsvEncoding = 'utf-8',
): Promise<Made> {
  const sheet = sheetOne(input);
  const table = sheetOneRows(sheet);
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (format === 'xlsx') yield await writeSheet(sheetOneLayout(sheet));
    else if (format === 'csv') yield* csvBytes(table, encoding);
    else
      yield new TextEncoder().encode(
        `${JSON.stringify({ title: sheet.title, month: sheet.month, rows: table, differences: sheet.differences })}\n`,
      );
  }
  return { fileName: `資料1_${sheet.month}.${format}`, mediaType: mediaTypes[format], bytes: whole() };
}

/** 資料② in the format asked for. */
export function madeSheetTwo(
  month: MonthIndex,
  months: readonly MonthIndex[],
  people: AsyncIterable<SheetTwoInput> | Iterable<SheetTwoInput>,
  format: Format,
  encoding: CsvEncoding = 'utf-8',
): Made {
  async function* rows(): AsyncGenerator<readonly Value[]> {
    for await (const person of people) yield sheetTwoValues(sheetTwoRow(person));
  }
  return madeList({ title: '資料2', sheet: '資料②', month }, sheetTwoColumns(months), rows(), format, encoding);
}
