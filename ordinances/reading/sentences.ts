import type { z } from 'zod';
import type { DefectParams, SomeKind, Words } from '../parameters/kinds/kind.ts';
import { rootMembers } from '../parameters/merge.ts';
import { fixedByLaw } from '../parameters/statutory.ts';
import { entries, isSection, membersOf, type Node } from '../parameters/table.ts';
import { closeName } from './close-names.ts';
import { type Found, keyOf } from './problem.ts';

/** What may stand at a place: the object of 「…を書きます」, and names when it is an object. */
export type Expected = { readonly allowed: Words | undefined; readonly names: readonly string[] };

/** How a part of the file is looked at. `path` is relative to that part, `lineOf` takes it so. */
export type View = {
  readonly expectedAt: (path: readonly PropertyKey[]) => Expected;
  readonly valueAt: (path: readonly PropertyKey[]) => unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

const NOTHING: Expected = { allowed: undefined, names: [] };
/** Unknown names of one place that are told. */
const TOLD = 50;
/** Characters of a wrong value that are shown. */
const SHOWN = 40;

/** Walks a kind along a path; places that no kind knows expect nothing. */
export function expectedOf(kind: SomeKind | undefined, path: readonly PropertyKey[]): Expected {
  if (kind === undefined) return NOTHING;
  const [part, ...rest] = path;
  if (part === undefined) return { allowed: kind.allowed, names: kind.names ?? [] };
  if (typeof part === 'number') return expectedOf(kind.element, rest);
  return expectedOf(kind.members?.[String(part)], rest);
}

/** The same through the sections of the table. */
export function expectedParameter(path: readonly PropertyKey[]): Expected {
  const [name, ...rest] = path;
  if (name === undefined) return { allowed: undefined, names: [...rootMembers.keys()] };
  return expectedIn(rootMembers.get(String(name)), rest);
}

function expectedIn(node: Node | undefined, path: readonly PropertyKey[]): Expected {
  if (node === undefined) return NOTHING;
  if (!isSection(node)) return expectedOf(node.kind, path);
  const members = new Map(membersOf(node));
  const [name, ...rest] = path;
  if (name !== undefined) return expectedIn(members.get(String(name)), rest);
  const names = [...members.keys()];
  return { allowed: { ja: `字下げした項目(${names.join('、')})`, en: `the members ${names.join(', ')}` }, names };
}

/** A value by a path that may lead through lists. */
export function reach(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, part) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, part)
        ? (found as Readonly<Record<PropertyKey, unknown>>)[part]
        : undefined,
    values,
  );
}

const elsewhere = (name: string): string | undefined => {
  const places = entries.filter(({ path }) => path.at(-1) === name).map(({ path }) => path.join('.'));
  return places.length === 1 ? places[0] : undefined;
};

/** Why a name is not known here, and what was probably meant. */
export function unknownName(name: string, names: readonly string[]): Words {
  const fixed = fixedByLaw(name);
  if (fixed !== undefined) return fixed;
  const close = closeName(name, names);
  if (close !== undefined)
    return {
      ja: `知らない項目です。「${close}」の書き間違いではありませんか。`,
      en: `Not known. Did you mean "${close}"?`,
    };
  const other = elsewhere(name);
  if (other !== undefined)
    return {
      ja: `ここには書けません。parameters の「${other}」に書きます。`,
      en: `It does not belong here, but at "${other}" below parameters.`,
    };
  return {
    ja: '知らない項目です。名前を確かめて直すか、取り除いてください。',
    en: 'Not known. Check its name, or remove it.',
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

function wrongValue(value: unknown, allowed: Words | undefined, hint: Words | undefined): Words {
  const what: Words =
    value === undefined
      ? { ja: '項目がありません。', en: 'It is missing.' }
      : value === null
        ? { ja: '値が空です。', en: 'It has no value.' }
        : { ja: `値 ${shown(value)} は使えません。`, en: `${shown(value)} cannot be used.` };
  const demand =
    allowed === undefined ? { ja: '', en: '' } : { ja: `${allowed.ja} を書きます。`, en: ` Write ${allowed.en}.` };
  const help = hint === undefined ? { ja: '', en: '' } : { ja: hint.ja, en: ` ${hint.en}` };
  return { ja: `${what.ja}${demand.ja}${help.ja}`, en: `${what.en}${demand.en}${help.en}` };
}

/** The problems of one issue of a schema: an unknown name is one problem each. */
export function foundBy(issue: z.core.$ZodIssue, view: View): readonly Found[] {
  const { path } = issue;
  const { allowed, names } = view.expectedAt(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, TOLD).map((name) => ({
      line: view.lineOf([...path, name]),
      key: keyOf([...path, name]),
      words: unknownName(name, names),
    }));
  }
  const hint = issue.code === 'custom' ? (issue.params as DefectParams | undefined)?.hint : undefined;
  return [{ line: view.lineOf(path), key: keyOf(path), words: wrongValue(view.valueAt(path), allowed, hint) }];
}
