import { NotInForce } from '@tokimori/law/decision/dated';
import { ImpossibleLeaveRules } from '@tokimori/law/leave/kinds/master';
import { complain } from '../../document/complaints.ts';
import { refuseDocument } from '../../document/read-document.ts';
import { type DefectWords, leaveRulesDefects, type Words } from './defects.ts';

const notInForce: Words = [
  ['その日には、まだ定めがありません。', '定めが施行された日か、それより後の日を書いてください。'],
  ['There was no such rule on that day.', 'Give a day on which the rule was in force.'],
];

/** An error of the law with what is wrong and with what. */
type Defective<Defect extends string> = Error & { readonly defect: Defect; readonly of: string };

/**
 * The answer, or a refusal that names the place.
 * @param place where in the document the thing lies that is wrong
 * @throws InputRefused; errors without words are defects of the program and pass
 */
export function placed<T, Defect extends string>(
  impossible: new (defect: Defect, of?: string) => Defective<Defect>,
  words: DefectWords<Defect>,
  place: (of: string, defect: Defect) => string,
  question: () => T,
): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof impossible) {
      return refuseDocument([complain(place(error.of, error.defect), ...words[error.defect](error.of))]);
    }
    if (error instanceof ImpossibleLeaveRules) {
      return refuseDocument([complain('rules', ...leaveRulesDefects[error.defect](error.of))]);
    }
    if (error instanceof NotInForce) return refuseDocument([complain('', ...notInForce)]);
    throw error;
  }
}
