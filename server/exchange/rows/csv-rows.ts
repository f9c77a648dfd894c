import type { Separator } from '../decode.ts';
import { type Quoted, readQuotedRow } from './quoted-row.ts';

/** Why a row cannot be split into cells. */
export type RowFault = 'import.row.quote-unclosed' | 'import.row.quote-misplaced' | 'import.row.too-long';

/**
 * One row of a file. `line` is the line of the file on which it begins (1 = first); `raw` is the text as it came. A row
 * with a `fault` has no cells.
 */
export type CsvRow = {
  readonly line: number;
  readonly raw: string;
  readonly cells: readonly string[];
  readonly fault?: RowFault;
};

/** A line longer than this is no line of a list; its rest is passed over. */
const LONGEST_LINE = 1024 * 1024;
/** So much of such a line is kept to be shown. */
const KEPT = 1000;

const linesIn = (text: string, newline: string): number => text.split(newline).length;
const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/**
 * Splits text that comes in pieces into rows, one array of rows for each piece, in memory bounded by a piece and a few
 * lines. Lines end in LF or CRLF (or CR alone, if the first piece has no LF). Rows without any content are passed over,
 * but counted as lines. A quoted cell may hold a few line ends; a quotation mark that is not closed spoils its own line
 * and no other.
 */
export async function* csvRows(text: AsyncIterable<string>, separator: Separator): AsyncGenerator<CsvRow[]> {
  const splitter = new Splitter(separator === 'tab' ? '\t' : ',');
  for await (const piece of text) {
    const rows = splitter.take(piece);
    if (rows.length > 0) yield rows;
  }
  const rows = splitter.end();
  if (rows.length > 0) yield rows;
}

class Splitter {
  readonly #delimiter: string;
  #newline: string | undefined;
  #pending = '';
  #line = 1;
  /** Within a line that is too long: passes over what comes until it ends. */
  #overlong = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  take(piece: string): CsvRow[] {
    this.#newline ??= piece.includes('\n') || !piece.includes('\r') ? '\n' : '\r';
    return this.#rowsOf(this.#rest(piece), false);
  }

  end(): CsvRow[] {
    const text = this.#pending;
    this.#pending = '';
    return text === '' ? [] : this.#rowsOf(text, true);
  }

  /** What is left to be split, without the rest of a line that was too long. */
  #rest(piece: string): string {
    if (!this.#overlong) return this.#pending + piece;
    const end = piece.indexOf(this.#newline!);
    if (end === -1) return '';
    this.#overlong = false;
    this.#line += 1;
    return piece.slice(end + 1);
  }

  #rowsOf(text: string, last: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    let quote = -2;
    while (at < text.length) {
      const found = text.indexOf(this.#newline!, at);
      const end = found === -1 ? text.length : found;
      if (found === -1 && !last) {
        if (end - at > LONGEST_LINE) at = this.#giveUp(rows, text, at);
        break;
      }
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      if (quote === -1 || quote >= end) {
        this.#add(rows, text.slice(at, end), 1);
        at = end + 1;
        continue;
      }
      const row = readQuotedRow(text, at, { delimiter: this.#delimiter, newline: this.#newline!, last });
      if (row === 'more') break;
      this.#addQuoted(rows, text, at, row);
      at = row.end + 1;
    }
    this.#pending = text.slice(at);
    return rows;
  }

  #add(rows: CsvRow[], raw: string, lines: number): void {
    const line = withoutReturn(raw);
    if (line.trim() !== '') {
      const cells = line.split(this.#delimiter);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: this.#line, raw: line, cells });
    }
    this.#line += lines;
  }

  #addQuoted(rows: CsvRow[], text: string, at: number, { cells, end, fault }: Quoted): void {
    const raw = withoutReturn(text.slice(at, end));
    if (fault !== undefined) rows.push({ line: this.#line, raw, cells: [], fault });
    else if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: this.#line, raw, cells });
    this.#line += linesIn(raw, this.#newline!);
  }

  #giveUp(rows: CsvRow[], text: string, at: number): number {
    rows.push({ line: this.#line, raw: text.slice(at, at + KEPT), cells: [], fault: 'import.row.too-long' });
    this.#overlong = true;
    return text.length;
  }
}
