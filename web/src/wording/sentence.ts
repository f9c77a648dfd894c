/** What a step tells its sentence: figures by name (NaN when missing, never zero), words, and whether a figure is there. */
export type Told = {
  readonly n: (figure: string) => number;
  readonly w: (word: string) => string;
  readonly has: (figure: string) => boolean;
};
export type Sentence = (told: Told) => string;
