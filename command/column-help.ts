import { type FileShape, importShapes, sagaShapes } from '@tokimori/server/exchange/file-shapes';
import type { Language } from './language.ts';

export { importShapes };

/** The columns of a kind of file, one a line, and a file of one line. */
function shapeText({ name, about, columns, alternatives }: FileShape, language: Language): string {
  const ja = language === 'ja';
  const lines = columns.map(
    ({ field, required, means }) => `  ${required ? (ja ? '必須' : 'must') : ja ? '任意' : 'may '}  ${field}: ${means}`,
  );
  const used = columns.filter(({ example }) => example !== '');
  const sets = alternatives.map((set) => set.join(ja ? 'と' : ' and ')).join(ja ? '、または ' : ', or ');
  return [
    ja ? `${name}の項目名(順番は自由):` : 'Columns, in any order:',
    about,
    ...lines,
    ...(sets === '' ? [] : [ja ? `  次のどれかが要ります: ${sets}` : `  One of these is needed: ${sets}`]),
    ja ? '例:' : 'Example:',
    `  ${used.map(({ field }) => field).join(',')}`,
    `  ${used.map(({ example }) => example).join(',')}`,
    '',
  ].join('\n');
}

/** What stands below the help of `tokimori import`: the columns of the kind that was named, or of every kind. */
export function columnHelp(args: readonly string[], language: Language): string {
  const named = Object.entries(importShapes).filter(([kind]) => args.includes(kind));
  const shown = named.length > 0 ? named : Object.entries(importShapes);
  return `\n${shown.map(([kind, shape]) => `[${kind}]\n${shapeText(shape, language)}`).join('\n')}`;
}

/** What stands below the help of `tokimori report`: the columns of the three files. */
export const sagaHelp = (language: Language): string =>
  `\n${Object.entries(sagaShapes)
    .map(([field, shape]) => `[--${field}-file]\n${shapeText(shape, language)}`)
    .join('\n')}`;
