import { z } from 'zod';

/** A sentence, or a part of one, in both languages of the command line. */
export type Words = { readonly ja: string; readonly en: string };

/** A value as a municipality's file holds it: durations are `h:mm`. */
export type Written =
  | string
  | number
  | boolean
  | null
  | readonly Written[]
  | { readonly [member: string]: Written | undefined };

/**
 * A kind of value: how a file writes it, how the database stores it (durations in minutes), how people read it. The schema, the
 * page of settings, the model file and the manual all ask the kind, so that none of them can say something else.
 */
export type Kind<T> = {
  readonly written: z.ZodType<T>;
  /** Looks at the type alone: what was accepted once is read for ever, also when the bounds of a file have changed since. */
  readonly stored: z.ZodType<T>;
  readonly says: (value: T) => string;
  readonly writes: (value: T) => Written;
  /** What may be written, as the object of 「…を書きます」 and of "Write …". */
  readonly allowed: Words;
  /** Members of a value that is an object. A later version may name only some of them. */
  readonly members?: Readonly<Record<string, SomeKind>>;
  /** Names that may stand in the value when it is an object, for those who misspell one. */
  readonly names?: readonly string[];
  /** The kind of the entries of a list. Lists are replaced whole. */
  readonly element?: SomeKind;
};

/** A kind of which only the table knows the type. */
export type SomeKind = Kind<unknown>;
export const erased = <T>(kind: Kind<T>): SomeKind => kind as unknown as SomeKind;

/** What an issue of a schema tells beside its place: how the value came to be wrong, where that is known. */
export type DefectParams = { readonly hint?: Words | undefined };

type Leaf<T> = {
  /** The value, or undefined when it is none of this kind. */
  readonly reads: (given: unknown) => T | undefined;
  readonly stored: z.ZodType<T>;
  readonly says: (value: T) => string;
  readonly writes: (value: T) => Written;
  readonly allowed: Words;
  readonly hint?: (given: unknown) => Words | undefined;
};

/** A kind without parts. */
export function leaf<T>({ reads, stored, says, writes, allowed, hint }: Leaf<T>): Kind<T> {
  const written = z.unknown().transform((given, context): T => {
    const value = reads(given);
    if (value !== undefined) return value;
    const params: DefectParams = { hint: hint?.(given) ?? widthHint(given, reads) };
    context.addIssue({ code: 'custom', params });
    return z.NEVER;
  });
  return { written, stored, says, writes, allowed };
}

const full: Words = { ja: '全角の文字を半角に直してください。', en: 'Write it in half-width characters.' };

/** Full-width figures and colons (8:30) are the commonest slip of a Japanese keyboard. */
function widthHint(given: unknown, reads: (given: unknown) => unknown): Words | undefined {
  if (typeof given !== 'string') return undefined;
  const half = given.normalize('NFKC').trim();
  return half !== given && (reads(half) !== undefined || reads(Number(half)) !== undefined) ? full : undefined;
}
