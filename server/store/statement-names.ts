import { createHash } from 'node:crypto';

/** Distinct texts that are prepared by name; beyond it (texts made up as they go) statements stay unnamed. */
const LIMIT = 1_000;
const names = new Map<string, string>();

/** The name under which a statement is prepared: a hash of its text, so every connection agrees. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= LIMIT) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
