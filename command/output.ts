import type { Language } from './language.ts';
import { WrongUsage } from './refusal.ts';

/** How an answer is printed. */
export type Format = 'json' | 'table';

/** Reads `--format`. @throws WrongUsage */
export function formatOf(given = 'json'): Format {
  if (given === 'json' || given === 'table') return given;
  throw new WrongUsage({
    ja: `--format には json か table を指定してください(「${given}」は指定できません)。`,
    en: `--format takes json or table, not "${given}".`,
  });
}

/** Resolves when standard output takes more, or is gone. */
async function untilDrained(): Promise<void> {
  const { stdout } = process;
  await new Promise<void>((done) => {
    const settle = () => {
      for (const event of ['drain', 'close', 'error']) stdout.removeListener(event, settle);
      done();
    };
    for (const event of ['drain', 'close', 'error']) stdout.once(event, settle);
  });
}

/** Writes pieces to standard output one by one, waiting for a slow reader; a reader that went away ends it quietly. */
export async function print(pieces: Iterable<string>): Promise<void> {
  let gone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  for (const piece of pieces) {
    if (gone) return;
    if (!process.stdout.write(piece)) await untilDrained();
  }
}

/** Pieces are handed on in parts of about this many characters. */
const PART = 1 << 16;

/**
 * One JSON document whose only member is a list; the list may be longer than a string can be. Members of an item that
 * are lists themselves get a line for each element.
 */
export function* jsonList(name: string, items: Iterable<Readonly<Record<string, unknown>>>): Generator<string> {
  let part = `{\n  ${JSON.stringify(name)}: [`;
  let first = true;
  for (const item of items) {
    part += `${first ? '' : ','}\n    ${jsonItem(item)}`;
    first = false;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield `${part}${first ? '' : '\n  '}]\n}\n`;
}

function jsonItem(item: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(item).map(([key, value]) => {
    const listed = Array.isArray(value) && value.length > 0 && typeof value[0] === 'object';
    const text = listed
      ? `[\n        ${value.map((element) => JSON.stringify(element)).join(',\n        ')}\n      ]`
      : JSON.stringify(value);
    return `      ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${members.join(',\n')}\n    }`;
}

/** Columns taken by a text on a terminal: East Asian wide characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** A table in aligned columns under a ruled head. */
export function* table(columns: readonly Column[], rows: readonly (readonly string[])[]): Generator<string> {
  const widths = columns.map(({ title }, at) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, at) => {
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
        return columns[at]?.align === 'right' ? `${space}${cell}` : `${cell}${space}`;
      })
      .join('  ')
      .trimEnd()}\n`;
  yield line(columns.map(({ title }) => title));
  yield `${widths.map((width) => '-'.repeat(width)).join('  ')}\n`;
  for (const row of rows) yield line(row);
}

/** What every subcommand is told. */
export type Surroundings = { readonly language: Language; readonly environment: NodeJS.ProcessEnv };
