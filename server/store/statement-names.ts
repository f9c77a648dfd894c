import { createHash } from 'node:crypto';

/** Distinct texts that are prepared by name; beyond it (texts made up as they go) statements stay unnamed. */
const LIMIT = 1_000;
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared: a hash of its text, so every connection agrees.
 *
 * A statement that asks for a list (`= any($n)`) stays unnamed and is planned for its values: a plan kept for all values
 * knows no length of the list, compares every row with every entry, and outlives the growth of the table.
 */
export function statementName(text: string): string | undefined {
  if (text.includes('= any($')) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= LIMIT) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
