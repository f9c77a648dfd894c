import { complain } from '../../document/complaints.ts';
import { refuseDocument } from '../../document/read-document.ts';

type Sentence = readonly [ja: readonly [string, string], en: readonly [string, string]];
type Refused<Defect extends string> = Error & { readonly defect: Defect };

/**
 * What a question about records answers, or a refusal at the place that the law refused.
 * @param kind the error of the law that has words; every other error is a defect and passes
 * @throws InputRefused
 */
export function refusingAt<Defect extends string, E extends Refused<Defect>, T>(
  kind: abstract new (...given: never[]) => E,
  words: Readonly<Record<Defect, Sentence>>,
  placeOf: (error: E) => string,
  question: () => T,
): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    const [ja, en] = words[error.defect];
    return refuseDocument([complain(placeOf(error), ja, en)]);
  }
}
