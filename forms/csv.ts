import iconv from 'iconv-lite';

/** UTF-8 is written with a BOM, so that spreadsheets on Windows open it rightly. */
export type CsvEncoding = 'utf-8' | 'cp932';

/** A character that CP932 does not have. `row` counts from 1. */
export type LostCharacter = { readonly row: number; readonly character: string };

/** Text that cannot be written in CP932 without loss. */
export class LosingText extends Error {
  readonly lost: readonly LostCharacter[];
  constructor(lost: readonly LostCharacter[]) {
    super(`not in CP932: ${lost.map(({ row, character }) => `${character} (row ${row})`).join(', ')}`);
    this.lost = lost;
  }
}

/** Characters that CP932 holds under another code point: 〜 − — ‖ as they come from other systems. */
const TWINS: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2212': '\uff0d',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
};
const TWIN = /[\u301c\u2212\u2014\u2016]/g;

/** Text in CP932, and the characters that had no place in it (each written as 〓). */
export function toCp932(text: string): { readonly bytes: Uint8Array; readonly lost: readonly string[] } {
  const twinned = text.replace(TWIN, (character) => TWINS[character] ?? character);
  const bytes = iconv.encode(twinned, 'cp932');
  if (iconv.decode(bytes, 'cp932') === twinned) return { bytes, lost: [] };
  const lost: string[] = [];
  const kept = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(twinned)].map(({ segment }) => {
    if (iconv.decode(iconv.encode(segment, 'cp932'), 'cp932') === segment) return segment;
    lost.push(segment);
    return '〓';
  });
  return { bytes: iconv.encode(kept.join(''), 'cp932'), lost };
}

export type CsvValue = string | number | null;

/** A cell that a spreadsheet would take for a formula is written with an apostrophe before it; a figure with a sign is none. */
const FORMULA = /^[=@\t\r]|^[+-](?!\d[\d,]*(?:[.:]\d+)?%?$)/;

/** One field as CSV; quoted where it must be. */
export function csvField(value: CsvValue): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : value;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(csvField).join(',')}\r\n`;

/**
 * Writes rows as CSV bytes, piece by piece.
 * @throws LosingText in CP932, when a row holds a character that CP932 does not have
 */
export async function* csvBytes(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  encoding: CsvEncoding = 'utf-8',
): AsyncGenerator<Uint8Array> {
  const encode = encoding === 'utf-8' ? encodeUtf8 : encodeCp932;
  let first = true;
  let row = 0;
  let pending: string[] = [];
  const flush = (): Uint8Array => {
    const bytes = encode(pending, row - pending.length, first);
    pending = [];
    first = false;
    return bytes;
  };
  for await (const cells of rows) {
    pending.push(csvLine(cells));
    row += 1;
    if (pending.length >= 1_000) yield flush();
  }
  if (pending.length > 0 || first) yield flush();
}

const utf8 = new TextEncoder();
const encodeUtf8 = (lines: readonly string[], _before: number, first: boolean): Uint8Array =>
  utf8.encode(`${first ? '\ufeff' : ''}${lines.join('')}`);

function encodeCp932(lines: readonly string[], before: number): Uint8Array {
  const { bytes, lost } = toCp932(lines.join(''));
  if (lost.length === 0) return bytes;
  throw new LosingText(
    lines.flatMap((line, at) => toCp932(line).lost.map((character) => ({ row: before + at + 1, character }))),
  );
}
