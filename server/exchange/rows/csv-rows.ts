import Papa from 'papaparse';
import type { Separator } from '../decode.ts';

/** One row of a file. `line` is the line of the file on which it begins (1 = first); `raw` is the text as it came. */
export type CsvRow = { readonly line: number; readonly raw: string; readonly cells: readonly string[] };

/** A quotation mark that is never closed would draw the rest of the file into memory; beyond this it is an error. */
const LONGEST_ROW = 1024 * 1024;

/** A row that does not end: most often a quotation mark without its partner. */
export class UnclosedQuote extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`the row that begins on line ${line} does not end`);
    this.line = line;
  }
}

const withoutLineEnd = (text: string): string => text.replace(/[\r\n]+$/, '');

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/**
 * Splits text that comes in pieces into rows, one array of rows for each piece, in memory bounded by a piece and a row.
 * Lines end in LF or CRLF (or CR alone, if the first piece has no LF). Rows without any content are passed over, but
 * counted as lines.
 * @throws UnclosedQuote when a row is longer than a mebibyte.
 */
export async function* csvRows(text: AsyncIterable<string>, separator: Separator): AsyncGenerator<CsvRow[]> {
  const delimiter = separator === 'tab' ? '\t' : ',';
  let newline: string | undefined;
  let pending = '';
  let line = 1;

  const rowsOf = (input: string, last: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    let start = 0;
    const parser = new Papa.Parser({
      delimiter,
      newline: newline ?? '\n',
      step: ({ data, meta }) => {
        const raw = input.slice(start, meta.cursor);
        const cells = data[0] ?? [];
        const end = cells.length - 1;
        if (cells[end]?.endsWith('\r')) cells[end] = cells[end].slice(0, -1);
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, raw: withoutLineEnd(raw), cells });
        line += newline === '\r' ? 1 : linesIn(raw);
        start = meta.cursor;
      },
    });
    parser.parse(input, 0, !last);
    pending = last ? '' : input.slice(start);
    return rows;
  };

  for await (const piece of text) {
    newline ??= piece.includes('\n') || !piece.includes('\r') ? '\n' : '\r';
    const rows = rowsOf(pending + piece, false);
    if (pending.length > LONGEST_ROW) throw new UnclosedQuote(line);
    if (rows.length > 0) yield rows;
  }
  if (pending !== '') {
    const rows = rowsOf(pending, true);
    if (rows.length > 0) yield rows;
  }
}
