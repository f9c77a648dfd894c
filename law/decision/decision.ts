import type { Citation } from './citation.ts';

/** One step of a reasoning: what it says (a closed name), the figures it used, and the provision it rests on. */
export type Step<Name extends string = string> = {
  readonly says: Name;
  readonly figures: Readonly<Record<string, number>>;
  /** Texts that are not figures: a department's name, a date. */
  readonly words?: Readonly<Record<string, string>>;
  /** Only sums may stand without a citation. */
  readonly citation?: Citation;
};

/** An outcome together with the steps that led to it. The trace is data: page, paper and mail share it. */
export type Decision<T, Name extends string = string> = {
  readonly outcome: T;
  readonly steps: readonly Step<Name>[];
};
