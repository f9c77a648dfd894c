import type { SomeKind } from './kinds/kind.ts';
import {
  type Entry,
  entries,
  isSection,
  membersOf,
  type Node,
  namedGroups,
  type Parameters,
  plainGroups,
  valueAt,
} from './table.ts';

/** Everything below `parameters`, by name. */
export const rootMembers: ReadonlyMap<string, Node> = new Map([
  ...Object.values(plainGroups).flatMap((group) => membersOf(group)),
  ...Object.entries(namedGroups).map(([name, group]) => [name, group as unknown as Node] as const),
]);

export type Plain = Readonly<Record<string, unknown>>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What was given, over what holds already: objects member by member, lists and all other values whole. Nothing is judged here;
 * what the table does not know stays in, so that the schema can refuse it by name.
 */
export function lay(given: unknown, base: unknown): Plain {
  return layMembers(given, base, (name, value, below) => {
    const node = rootMembers.get(name);
    return node === undefined ? value : layNode(node, value, below);
  });
}

function layNode(node: Node, given: unknown, base: unknown): unknown {
  if (!isSection(node)) return layValue(node.kind, given, base);
  // An empty heading (「pay:」 alone) says nothing.
  if (given === null) return base;
  if (!isPlain(given)) return given;
  const members = new Map(membersOf(node));
  return layMembers(given, base, (name, value, below) => {
    const member = members.get(name);
    return member === undefined ? value : layNode(member, value, below);
  });
}

function layValue(kind: SomeKind, given: unknown, base: unknown): unknown {
  const { members } = kind;
  if (members === undefined || !isPlain(given) || !isPlain(base)) return given;
  return layMembers(given, base, (name, value, below) => {
    const member = members[name];
    return member === undefined ? value : layValue(member, value, below);
  });
}

function layMembers(
  given: unknown,
  base: unknown,
  over: (name: string, value: unknown, below: unknown) => unknown,
): Plain {
  const below = isPlain(base) ? base : {};
  const laid = new Map(Object.entries(below));
  if (isPlain(given))
    for (const [name, value] of Object.entries(given))
      laid.set(name, over(name, value, Object.hasOwn(below, name) ? below[name] : undefined));
  return Object.fromEntries(laid);
}

/** Parameters as a file writes them. */
export function writtenOf(parameters: Parameters): Plain {
  return entries.reduce<Plain>(
    (written, { path, definition }) => withValue(written, path, definition.kind.writes(valueAt(parameters, path))),
    {},
  );
}

/** An object with another value at a place. */
export function withValue(object: Plain, path: readonly string[], value: unknown): Plain {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  if (rest.length === 0) return { ...object, [name]: value };
  const below = object[name];
  return { ...object, [name]: withValue(isPlain(below) ? below : {}, rest, value) };
}

/** Whether something was said at a place. */
export const isGiven = (given: unknown, path: readonly string[]): boolean => valueAt(given, path) !== undefined;

/** Parameters that follow another one, leaders before those that follow them. */
export const followers: readonly (Entry & { readonly leader: readonly string[] })[] = entries.flatMap((entry) => {
  const { follows } = entry.definition;
  return follows === undefined ? [] : [{ ...entry, leader: follows.key.split('.') }];
});

/** Followers that were not given take the value of their leader. */
export function follow(values: Plain, speaksForItself: (path: readonly string[]) => boolean): Plain {
  return followers.reduce(
    (sum, { path, leader }) =>
      speaksForItself(path) || !isPlain(valueAt(sum, path.slice(0, -1)))
        ? sum
        : withValue(sum, path, valueAt(sum, leader)),
    values,
  );
}
