import { complain } from '../document/complaints.ts';
import { refuseDocument } from '../document/read-document.ts';

type Sentence = readonly [why: string, cure: string];
/** What to say when the law refuses, by the name of its error. */
export type LawRefusals = Readonly<Record<string, { readonly ja: Sentence; readonly en: Sentence }>>;

/** A day or month before the rule existed. */
export const notInForce: LawRefusals[string] = {
  ja: ['その日には、まだ定めがありません。', '定めが施行された日か、それより後の日を書いてください。'],
  en: ['There was no such rule on that day.', 'Give a day on which the rule was in force.'],
};

/**
 * What a question answers, or a refusal that names the place where the law refused.
 * @throws InputRefused for an error that has words; every other error is a defect and passes
 */
export function refusing<T>(path: string, words: LawRefusals, question: () => T): T {
  try {
    return question();
  } catch (error) {
    const said = error instanceof Error ? words[error.name] : undefined;
    if (said === undefined) throw error;
    return refuseDocument([complain(path, said.ja, said.en)]);
  }
}
