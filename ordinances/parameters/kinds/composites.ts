import type { Span } from '@tokimori/law/time/spans';
import { z } from 'zod';
import { erased, type Kind, type SomeKind, type Words, type Written } from './kind.ts';
import { duration } from './values.ts';

/** The words for an empty list and for a value that is not there. */
export const NONE = '定めなし';

/** A value that may be absent: `null` in the file. */
export function orNone<T>(kind: Kind<T>, none = NONE): Kind<T | null> {
  const { members, names, element } = kind;
  return {
    written: kind.written.nullable(),
    stored: kind.stored.nullable(),
    says: (value) => (value === null ? none : kind.says(value)),
    writes: (value) => (value === null ? null : kind.writes(value)),
    allowed: { ja: `${kind.allowed.ja}、または null(${none})`, en: `${kind.allowed.en}, or null` },
    ...(members === undefined ? {} : { members }),
    ...(names === undefined ? {} : { names }),
    ...(element === undefined ? {} : { element }),
  };
}

/** A member that may be left out. */
export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return {
    written: kind.written.optional(),
    stored: kind.stored.optional(),
    says: (value) => (value === undefined ? '' : kind.says(value)),
    writes: (value) => (value === undefined ? null : kind.writes(value)),
    allowed: { ja: `${kind.allowed.ja}(なくてもよい)`, en: `${kind.allowed.en} (may be left out)` },
  };
}

type MembersOf<T> = { readonly [K in keyof T]-?: Kind<T[K]> };
const partsOf = (members: object) => Object.entries(members) as unknown as readonly [string, SomeKind][];

/** An object of named members; every member of the type has its kind. */
export function record<T extends object>(members: MembersOf<T>, says: (value: T) => string): Kind<T> {
  const parts = partsOf(members);
  const shapeOf = (side: 'written' | 'stored') =>
    z.strictObject(Object.fromEntries(parts.map(([k, p]) => [k, p[side]])));
  return {
    written: shapeOf('written') as unknown as z.ZodType<T>,
    stored: shapeOf('stored') as unknown as z.ZodType<T>,
    says,
    writes: (value) => {
      const given = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        parts.filter(([name]) => given[name] !== undefined).map(([name, part]) => [name, part.writes(given[name])]),
      );
    },
    allowed: {
      ja: `{ ${parts.map(([name, part]) => `${name}: ${part.allowed.ja}`).join('、')} }`,
      en: `{ ${parts.map(([name, part]) => `${name}: ${part.allowed.en}`).join(', ')} }`,
    },
    members: Object.fromEntries(parts),
    names: parts.map(([name]) => name),
  };
}

type ListBounds = {
  readonly least?: number;
  readonly most: number;
  readonly empty?: string;
  readonly between?: string;
  /** What makes two entries the same: one of their members, else the whole entry. */
  readonly sameBy?: string;
  readonly repeats?: true;
};

const howMany = (least: number, most: number) => (least === most ? `${least}個` : `${least}〜${most}個`);

/** A list in which nothing stands twice, unless `repeats` says so. A file replaces it whole. */
export function list<T>(element: Kind<T>, bounds: ListBounds): Kind<readonly T[]> {
  const { least = 0, most, empty = NONE, between = '、', sameBy, repeats = false } = bounds;
  const once = repeats ? { ja: '', en: '' } : { ja: '、同じものは1回だけ', en: ', none twice' };
  const allowed: Words = {
    ja: `[ ] の並び(${howMany(least, most)}${once.ja})。一つは ${element.allowed.ja}`,
    en: `a list of ${least} to ${most}${once.en}; each ${element.allowed.en}`,
  };
  return {
    written: z
      .array(element.written)
      .refine(({ length }) => length >= least && length <= most)
      .refine((entries) => repeats || hasNoTwins(entries, sameBy)),
    stored: z.array(element.stored),
    says: (entries) => entries.map(element.says).join(between) || empty,
    writes: (entries): Written => entries.map(element.writes),
    allowed,
    element: erased(element),
  };
}

/** A list whose entries may repeat and whose length is fixed: a row of a table. */
export const row = <T, R extends readonly T[] = readonly T[]>(element: Kind<T>, length: number): Kind<R> =>
  list(element, { least: length, most: length, repeats: true }) as unknown as Kind<R>;

function hasNoTwins(entries: readonly unknown[], sameBy: string | undefined): boolean {
  const keys = entries.map((entry) =>
    JSON.stringify(sameBy === undefined ? entry : (entry as Readonly<Record<string, unknown>>)[sameBy]),
  );
  return new Set(keys).size === keys.length;
}

/** Values for some of a closed set of names. A file replaces it whole. */
export function byName<N extends string, T>(
  names: Readonly<Record<N, string>>,
  kind: Kind<T>,
): Kind<Readonly<Partial<Record<N, T>>>> {
  const known = Object.keys(names) as N[];
  const shapeOf = (side: 'written' | 'stored') =>
    z.strictObject(Object.fromEntries(known.map((name) => [name, kind[side].optional()])));
  type Values = Readonly<Partial<Record<N, T>>>;
  const given = (values: Values) =>
    known.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name] as T] as const]));
  return {
    written: shapeOf('written') as unknown as z.ZodType<Values>,
    stored: shapeOf('stored') as unknown as z.ZodType<Values>,
    says: (values) =>
      given(values)
        .map(([name, value]) => `${names[name]} ${kind.says(value)}`)
        .join('、') || NONE,
    writes: (values) => Object.fromEntries(given(values).map(([name, value]) => [name, kind.writes(value)])),
    allowed: {
      ja: `{ } の中に ${known.map((name) => `${name}(${names[name]})`).join('、')} のうち要るもの。値は ${kind.allowed.ja}`,
      en: `any of ${known.join(', ')}; each ${kind.allowed.en}`,
    },
    names: known,
  };
}

/** From … until … within one duty date, which may run past 24:00. */
export function span(through: number): Kind<Span> {
  const point = duration({ from: 0, through });
  return record<Span>({ from: point, until: point }, ({ from, until }) => `${point.says(from)}〜${point.says(until)}`);
}
