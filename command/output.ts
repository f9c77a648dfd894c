import { once } from 'node:events';
import type { Language } from './language.ts';
import { WrongUsage } from './refusal.ts';

/** How an answer is printed. */
export type Format = 'json' | 'table';

/** Reads `--format`. @throws WrongUsage */
export function formatOf(given: string): Format {
  if (given === 'json' || given === 'table') return given;
  throw new WrongUsage({
    ja: `--format には json か table を指定してください(「${given}」は指定できません)。`,
    en: `--format takes json or table, not "${given}".`,
  });
}

/** Writes pieces to standard output one by one, waiting for a slow reader; a reader that went away ends it quietly. */
export async function print(pieces: Iterable<string>): Promise<void> {
  let gone = false;
  const onError = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  };
  process.stdout.on('error', onError);
  for (const piece of pieces) {
    if (gone) break;
    if (!process.stdout.write(piece))
      await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
  }
}

/** One JSON document whose only member is a list; the list may be longer than a string can be. */
export function* jsonList(name: string, items: Iterable<unknown>): Generator<string> {
  let before = `{\n  ${JSON.stringify(name)}: [`;
  for (const item of items) {
    yield `${before}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`;
    before = ',';
  }
  yield before === ',' ? '\n  ]\n}\n' : `${before}]\n}\n`;
}

/** Columns taken by a text on a terminal: East Asian wide characters take two. */
export function widthOf(text: string): number {
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
