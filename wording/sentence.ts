import type { Step } from '@tokimori/law/decision/decision';

/** What a step tells its sentence: figures by name (NaN when missing, never zero), words, and whether a figure is there. */
export type Told = {
  readonly n: (figure: string) => number;
  readonly w: (word: string) => string;
  readonly has: (figure: string) => boolean;
};
export type Sentence = (told: Told) => string;

/** The sentences of one part of the law. A step without a sentence does not compile. */
export type Sentences<Name extends string> = Readonly<Record<Name, Sentence>>;

/** A missing figure is a defect of the step, and must not read as zero. */
export function toldBy(step: Pick<Step, 'figures' | 'words'>): Told {
  return {
    n: (figure) => step.figures[figure] ?? Number.NaN,
    w: (word) => step.words?.[word] ?? '',
    has: (figure) => step.figures[figure] !== undefined,
  };
}
