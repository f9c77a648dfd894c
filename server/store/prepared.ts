import { createHash } from 'node:crypto';

/** A statement as it is sent. Without a name it is planned for its values and forgotten. */
export type Prepared = { readonly name?: string; readonly text: string };

/** Distinct texts that are prepared by name; beyond it (texts made up as they go) statements stay unnamed. */
const LIMIT = 2_000;
/** Lists up to this length share a plan. */
const SHORT = 100;
const LIST = /= any\(\$(\d+)(::[a-z]+\[\])?\)/g;

type Known = { readonly lists: readonly number[]; readonly variants: Map<string, Prepared> };
const statements = new Map<string, Known>();

/**
 * How a statement is sent: prepared under a name that is a hash of its text, so every connection agrees, and its plan is
 * kept. What asks for a list (`= any($n)`) is three kinds of statement. A list of one is asked for as one value. Short
 * lists share a plan. A long list is planned for its values: a plan kept for all values knows no length of the list,
 * compares every row with every entry, and outlives the growth of the table.
 */
export function prepared(text: string, values: readonly unknown[]): Prepared {
  let known = statements.get(text);
  if (known === undefined) {
    if (statements.size >= LIMIT) return { text };
    known = { lists: [...text.matchAll(LIST)].map(([, position]) => Number(position) - 1), variants: new Map() };
    statements.set(text, known);
  }
  let kind = '';
  for (const at of known.lists) {
    const length = lengthOf(values[at]);
    if (length > SHORT) return { text };
    kind += length === 1 ? '1' : 'n';
  }
  let variant = known.variants.get(kind);
  if (variant === undefined) {
    variant = named(withSingles(text, kind));
    known.variants.set(kind, variant);
  }
  return variant;
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : value === null ? 0 : Infinity);

/** Takes the first entry where a list has only one; a list without a type is one of texts. */
function withSingles(text: string, kind: string): string {
  let nth = 0;
  return text.replace(LIST, (list, position: string, type = '::text[]') =>
    kind[nth++] === '1' ? `= ($${position}${type})[1]` : list,
  );
}

const named = (text: string): Prepared => ({
  name: createHash('sha256').update(text).digest('base64url').slice(0, 22),
  text,
});
