/**
 * What can be impossible in the facts or counts of a survey. Figures and words that an error carries:
 * notWhole: value · partOverWhole: part, whole · monthMissing: month · monthOutside: month · twice ·
 * unknownBureau (words: bureau) · moreThanHeads: people, heads · exceptionalOverOvertime: exceptional, overtime ·
 * reversed · overlaps · sharesNotHundred: tenths · notAsked (words: item) · notInPlace: users · notConsecutive: expected ·
 * needed (words: what)
 */
export type SurveyDefect =
  | 'notWhole'
  | 'partOverWhole'
  | 'monthMissing'
  | 'monthOutside'
  | 'twice'
  | 'unknownBureau'
  | 'moreThanHeads'
  | 'exceptionalOverOvertime'
  | 'reversed'
  | 'overlaps'
  | 'sharesNotHundred'
  | 'notAsked'
  | 'notInPlace'
  | 'notConsecutive'
  | 'needed';

/** Thrown when facts or counts cannot be: nothing is computed from them, and nothing is taken as zero. */
export class ImpossibleSurvey extends Error {
  override readonly name = 'ImpossibleSurvey';
  readonly because: SurveyDefect;
  /** Where it stands in the document: `interviews[3].outcome`. */
  readonly place: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly words: Readonly<Record<string, string>>;

  constructor(
    because: SurveyDefect,
    place: string,
    figures: Readonly<Record<string, number>> = {},
    words: Readonly<Record<string, string>> = {},
  ) {
    super(`${place}: ${because} ${JSON.stringify({ ...figures, ...words })}`);
    this.because = because;
    this.place = place;
    this.figures = figures;
    this.words = words;
  }
}

/** A count: a whole number, not negative. @throws ImpossibleSurvey */
export function checkCount(value: number, place: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new ImpossibleSurvey('notWhole', place, { value });
  return value;
}

/** A part of a whole, both counts. @throws ImpossibleSurvey when it is more than the whole */
export function checkPart(part: number, whole: number, place: string): number {
  checkCount(part, place);
  if (part > whole) throw new ImpossibleSurvey('partOverWhole', place, { part, whole });
  return part;
}

/** Every key once. @throws ImpossibleSurvey at the place of the second */
export function checkOnce(keys: readonly string[], placeOf: (position: number) => string): void {
  const seen = new Set<string>();
  keys.forEach((key, position) => {
    if (seen.has(key)) throw new ImpossibleSurvey('twice', placeOf(position));
    seen.add(key);
  });
}
