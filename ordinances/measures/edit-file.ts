import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isPlain } from '../parameters/merge.ts';
import { SYNTAX } from '../reading/yaml.ts';
import { type Head, headMembers, outlineOf } from './measure-fields.ts';
import { dress, LAYOUT } from './write-measures.ts';

const parsed = (source: string): Document => parseDocument(source, SYNTAX) as unknown as Document;

/** From the first character of something in a text to behind its last one. */
type Stretch = readonly [from: number, until: number];
const stretchOf = (node: unknown): Stretch => {
  const [from = 0, until = 0] = (node as Node | null | undefined)?.range ?? [];
  return [from, until];
};
const measuresOf = (document: Document): unknown[] => {
  const list = document.get('measures');
  return isSeq(list) ? list.items : [];
};

/**
 * The text as it was written but for one stretch. Where that would not read like the whole as the writer lays it out (another depth of indentation),
 * it is the latter.
 */
function patched(source: string, [from, until]: Stretch, paste: string, whole: string): string {
  const text = `${source.slice(0, from)}${paste}${source.slice(until)}`;
  return isDeepStrictEqual(outlineOf(text), outlineOf(whole)) ? text : whole;
}

/** Where the lines of comment begin that stand right above a place. */
function commentAbove(source: string, place: number): number {
  let begin = source.lastIndexOf('\n', place) + 1;
  for (;;) {
    const before = source.lastIndexOf('\n', begin - 2) + 1;
    if (before >= begin || !/^\s*#/.test(source.slice(before, begin))) return begin;
    begin = before;
  }
}

/** A file without one of its measures, and without the comment above it. */
export function without(source: string, at: number): string {
  const document = parsed(source);
  const items = measuresOf(document);
  const [start, end] = stretchOf(items[at]);
  const above = at === 0 ? commentAbove(source, start) : stretchOf(items[at - 1])[1];
  items.splice(at, 1);
  return patched(source, [above, end], '', document.toString(LAYOUT));
}

/** A file in which a measure stands in the place of another. */
export function withMeasure(source: string, at: number, written: Readonly<Record<string, unknown>>): string {
  const document = parsed(source);
  const items = measuresOf(document);
  const stretch = stretchOf(items[at]);
  items[at] = rewritten(document, items[at], written);
  const whole = document.toString(LAYOUT);
  const [from, until] = stretchOf(measuresOf(parsed(whole))[at]);
  return patched(source, stretch, whole.slice(from, until), whole);
}

/** A file with one more measure, at the end. */
export function withAdded(source: string, written: Readonly<Record<string, unknown>>): string {
  const document = parsed(source);
  const items = measuresOf(document);
  const [, end] = stretchOf(items.at(-1));
  items.push(fresh(document, written));
  const whole = document.toString(LAYOUT);
  const [before, added] = measuresOf(parsed(whole)).slice(-2).map(stretchOf);
  const paste = whole.slice(before?.[1], added?.[1]);
  return patched(source, [end, end], source[end - 1] === '\n' ? paste : `\n${paste}`, whole);
}

/** A file with another head. */
export const withHead = (source: string, head: Head): string =>
  headMembers.reduce(
    (text, member) => (outlineOf(text)?.[member] === head[member] ? text : withMember(text, member, head[member])),
    source,
  );

function withMember(source: string, member: keyof Head, value: string): string {
  const document = parsed(source);
  const stretch = stretchOf(document.get(member, true));
  if (isMap(document.contents)) fill(document, document.contents, { [member]: value });
  const whole = document.toString(LAYOUT);
  const [from, until] = stretchOf(parsed(whole).get(member, true));
  return patched(source, stretch, whole.slice(from, until), whole);
}

/** A value as nodes, in the look of files. @param key the member whose value it is */
function fresh(document: Document, value: unknown, key = ''): Node {
  const pair = document.createNode({ [key]: value }) as YAMLMap<unknown, Node>;
  dress(pair);
  return pair.items[0]?.value ?? (document.createNode(null) as Node);
}

/** What stands there with another value: what is the same within it keeps its node, with comments and look. */
function rewritten(document: Document, node: unknown, value: unknown, key = ''): Node {
  if (isScalar(node) && node.value === value) return node;
  if (isMap(node) && isPlain(value)) {
    const gone = (name: unknown) => isScalar(name) && value[String(name.value)] === undefined;
    node.items = node.items.filter((pair) => !gone(pair.key));
    return fill(document, node, value);
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = entries(document, node, value);
    return node;
  }
  const made = fresh(document, value, key);
  if (isScalar(node) && isScalar(made)) made.comment = node.comment ?? null;
  return made;
}

/** Entries of a list: what stands in it already keeps its node, wherever it stands now. */
function entries(document: Document, list: YAMLSeq<unknown>, value: readonly unknown[]): unknown[] {
  const plain = list.items.map((item) => (isCollection(item) || isScalar(item) ? item.toJS(document) : item));
  const [sibling] = list.items;
  return value.map((each, at) => {
    const same = plain.findIndex((other) => isDeepStrictEqual(other, each));
    if (same >= 0) return list.items[same];
    const isGone = at in plain && !value.some((other) => isDeepStrictEqual(other, plain[at]));
    if (isGone) return rewritten(document, list.items[at], each);
    const made = fresh(document, each);
    if (isCollection(made) && isCollection(sibling) && sibling.flow !== undefined) made.flow = sibling.flow;
    return made;
  });
}

/** Gives a map the members of a value, new ones where they stand in the value. */
function fill(document: Document, map: YAMLMap<unknown, unknown>, value: Readonly<Record<string, unknown>>): YAMLMap {
  const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');
  for (const [name, each] of Object.entries(value)) {
    const pair = map.items.find(({ key }) => nameOf(key) === name);
    if (pair !== undefined) pair.value = rewritten(document, pair.value, each, name);
    else if (each !== undefined) {
      const before = Object.keys(value).slice(0, Object.keys(value).indexOf(name));
      const place = map.items.findLastIndex(({ key }) => before.includes(nameOf(key))) + 1;
      map.items.splice(place, 0, document.createPair(name, fresh(document, each, name)));
    }
  }
  return map;
}
