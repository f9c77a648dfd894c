import type { RowFault } from './csv-rows.ts';

/** A quoted cell goes over at most so many lines: beyond it its closing quotation mark was forgotten. */
const LONGEST_CELL_LINES = 20;
const LONGEST_CELL = 64 * 1024;

/** A row with quotation marks. `end` is the place of the line end behind it, or of the end of the text. */
export type Quoted = {
  readonly cells: readonly string[];
  readonly end: number;
  readonly fault?: RowFault;
};

type Manner = {
  readonly delimiter: string;
  readonly newline: string;
  /** Nothing comes behind the text. */
  readonly last: boolean;
};

/**
 * Reads the row that begins at `from`. A row whose quotation marks do not come out even ends with its first line, so
 * that the next line is read for itself.
 * @returns `more` when the row may go on behind the text
 */
export function readQuotedRow(text: string, from: number, manner: Manner): Quoted | 'more' {
  const { delimiter, newline, last } = manner;
  const lineEnd = endOfLine(text, from, newline);
  const cells: string[] = [];
  const faulty = (fault: RowFault): Quoted => ({ cells: [], end: lineEnd, fault });
  for (let at = from; ; ) {
    let end: number;
    if (text[at] === '"') {
      const closing = closingQuote(text, at + 1, lineEnd, manner);
      if (closing === 'more') return 'more';
      if (closing === 'none') return faulty('import.row.quote-unclosed');
      cells.push(text.slice(at + 1, closing).replaceAll('""', '"'));
      end = behindCell(text, closing + 1, newline);
      if (end >= text.length) return last ? { cells, end: text.length } : 'more';
    } else {
      const next = text.indexOf(delimiter, at);
      const close = endOfLine(text, at, newline);
      end = next === -1 || next > close ? close : next;
      if (end === text.length && !last) return 'more';
      cells.push(text.slice(at, end === close ? endOfText(text, close) : end));
      if (end === close) return { cells, end };
    }
    if (text[end] === newline) return { cells, end };
    if (text[end] !== delimiter) {
      return faulty(end > lineEnd ? 'import.row.quote-unclosed' : 'import.row.quote-misplaced');
    }
    at = end + 1;
  }
}

/** Where a quoted cell with its closing mark, spaces and CR behind it has ended. */
function behindCell(text: string, from: number, newline: string): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  const isReturn = newline === '\n' && text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length);
  return isReturn ? at + 1 : at;
}

const endOfLine = (text: string, from: number, newline: string): number => {
  const end = text.indexOf(newline, from);
  return end === -1 ? text.length : end;
};

/** The end of a line without the CR of a CRLF. */
const endOfText = (text: string, end: number): number => (text[end - 1] === '\r' ? end - 1 : end);

/** The place of the quotation mark that closes a cell; a doubled one is a mark of its content. */
function closingQuote(
  text: string,
  from: number,
  lineEnd: number,
  { newline, last }: Manner,
): number | 'none' | 'more' {
  let limit = -1;
  for (let at = text.indexOf('"', from); ; at = text.indexOf('"', at + 2)) {
    if (at > lineEnd || at === -1) {
      if (limit === -1) limit = lastPlace(text, lineEnd, newline);
      const isCut = limit === text.length && !last;
      if (at === -1) return isCut ? 'more' : 'none';
      if (at > limit) return 'none';
    }
    if (text[at + 1] !== '"') return at + 1 === text.length && !last ? 'more' : at;
  }
}

/** The end of the last line that a quoted cell may reach, or of the text. */
function lastPlace(text: string, lineEnd: number, newline: string): number {
  let end = lineEnd;
  for (let lines = 1; lines < LONGEST_CELL_LINES && end < text.length; lines += 1) {
    end = endOfLine(text, end + 1, newline);
  }
  return Math.min(end, lineEnd + LONGEST_CELL);
}
