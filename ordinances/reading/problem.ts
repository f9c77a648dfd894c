import type { Words } from '../parameters/kinds/kind.ts';

/** What is wrong in a municipality's file: where (line, key) and why, with what is allowed. */
export type OrdinanceProblem = {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly message: string;
  readonly english: string;
};

/** A problem before it has a file. */
export type Found = { readonly line: number; readonly key: string; readonly words: Words };

/** By line, then by key; the same thing once. */
export function inOrder(found: readonly Found[], file: string): readonly OrdinanceProblem[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => a.line - b.line || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .flatMap(({ line, key, words }) => {
      const print = `${line} ${key} ${words.ja}`;
      if (seen.has(print)) return [];
      seen.add(print);
      return [{ file, line, key, message: words.ja, english: words.en }];
    });
}

/** `['allotment', 'breaks', 0, 'from']` → `allotment.breaks[0].from`. */
export function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === 'number') return `${key}[${part}]`;
    return key === '' ? String(part) : `${key}.${String(part)}`;
  }, '');
}
