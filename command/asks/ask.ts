import type { Words } from '../language.ts';

/** What an ask answers: the answer itself, and on demand the reasoning in sentences (`@tokimori/wording/explain`). */
export type Answered = {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly explanation: () => readonly string[];
};

/**
 * A question that the law answers by itself: a JSON document in, a JSON document out, pure. `tokimori law ask NAME FILE`.
 * `answer` throws InputRefused with every place that is wrong.
 */
export type Ask = {
  readonly name: string;
  readonly summary: Words;
  /** A document that is accepted; `--example` prints it. */
  readonly example: Readonly<Record<string, unknown>>;
  readonly answer: (document: unknown) => Answered;
};
