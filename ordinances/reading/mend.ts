import type { z } from 'zod';
import { isPlain, type Plain, rootMembers, withValue } from '../parameters/merge.ts';
import { isSection, membersOf, type Node, valueAt } from '../parameters/table.ts';

/** As far as a path leads through sections: to a definition, or to a section when it ends there. `node` is undefined at the root. */
export function placeIn(path: readonly PropertyKey[]): {
  readonly place: readonly string[];
  readonly node: Node | undefined;
} {
  const place: string[] = [];
  let node: Node | undefined;
  for (const part of path) {
    const members = node === undefined ? rootMembers : isSection(node) ? new Map(membersOf(node)) : undefined;
    if (members === undefined) break;
    node = members.get(String(part));
    place.push(String(part));
  }
  return { place, node };
}

/** Parameters in which what an issue complains of stands as it stood before: unknown names gone, a wrong value as in `base`. */
export function mend(values: Plain, base: Plain, { path, ...issue }: z.core.$ZodIssue): Plain {
  const { place, node } = placeIn(path);
  const section = valueAt(values, place);
  const inSection = node === undefined || isSection(node);
  if (issue.code !== 'unrecognized_keys' || !inSection || !isPlain(section))
    return withValue(values, place, valueAt(base, place));
  const unknown = new Set(issue.keys);
  const known = Object.fromEntries(Object.entries(section).filter(([name]) => !unknown.has(name)));
  return place.length === 0 ? known : withValue(values, place, known);
}
