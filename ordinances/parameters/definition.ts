import type { Confidence } from '@tokimori/law/decision/citation';
import type { Kind, Words } from './kinds/kind.ts';

/** Who decides a parameter, from the assembly down. */
export type Decides = '条例' | '規則' | '任命権者' | '人事課' | '衛生委員会' | '情報システム担当';

/** One parameter: how it is written and read, and what the page of settings and the manual tell about it. */
export type Definition<T> = {
  readonly kind: Kind<T>;
  readonly what: string;
  /** The text on which the default rests. */
  readonly source: string;
  readonly decides: Decides;
  readonly confidence: Confidence;
  readonly follows?: Following;
};

/** A parameter that says the same as another one, named by its key. */
export type Following = {
  readonly key: string;
  /** `always`: another value is refused. `unlessGiven`: it only starts from the other's value. */
  readonly how: 'always' | 'unlessGiven';
};

/** Parameters below a common name. */
export type Section<T> = { readonly title: string; readonly fields: Fields<T> };

/** Every member of a type with its definition; objects may instead be sections. A member too many or missing does not compile. */
export type Fields<T> = {
  readonly [K in keyof T]-?:
    | Definition<Exclude<T[K], undefined>>
    | (T[K] extends readonly unknown[] ? never : T[K] extends object ? Section<T[K]> : never);
};

/** What parameters must keep among themselves. `about` are keys, relative to the group; the first is named first. */
export type Check<T> = {
  readonly about: readonly string[];
  /** What is wrong; undefined when it holds. */
  readonly broken: (values: T) => Words | undefined;
};

/** The parameters of a part of the law, or of the product. */
export type Group<T> = Section<T> & {
  /** One or two sentences for the page and the manual. */
  readonly about: string;
  /** Where the values work today, as the page and the manual tell it. */
  readonly used: string;
  /** The defaults: the law's own model where the group belongs to a room of the law. */
  readonly model: T;
  readonly checks: readonly Check<T>[];
};

/** A parameter that keeps one value not above another one of the same group. */
export function ordered<T>(
  about: readonly [string, string],
  read: (values: T) => readonly [number, number],
  how: 'atMost' | 'lessThan',
): Check<T> {
  const [first, second] = about;
  return {
    about,
    broken: (values) => {
      const [a, b] = read(values);
      if (how === 'atMost' ? a <= b : a < b) return undefined;
      return how === 'atMost'
        ? { ja: `${first} は ${second} 以下にします。`, en: `${first} must be at most ${second}.` }
        : { ja: `${first} は ${second} より小さくします。`, en: `${first} must be less than ${second}.` };
    },
  };
}

/** Of groups whose rules are asked by command alone so far. */
export const usedByCommands =
  '使うところ: 読み合わせ表と設定の比較。命令(tokimori law ask など)の計算は、入力の rules に書いた値によります。画面の計算にはまだ使いません。';

type Ground = readonly [source: string, decides: Decides, confidence: Confidence];

/** A definition in one line: what it is, how it is written, and its ground. */
export function define<T>(
  what: string,
  kind: Kind<T>,
  [source, decides, confidence]: Ground,
  follows?: Following,
): Definition<T> {
  return { what, kind, source, decides, confidence, ...(follows === undefined ? {} : { follows }) };
}

/** It says the same as another parameter; another value is refused. */
export const sameAs = (key: string): Following => ({ key, how: 'always' });
/** It starts from another parameter and may differ. */
export const startsFrom = (key: string): Following => ({ key, how: 'unlessGiven' });
