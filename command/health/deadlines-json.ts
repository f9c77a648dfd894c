import type { Deadline } from '@tokimori/law/health/procedure/deadlines';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { deadlineNames } from '@tokimori/wording/health/procedure';
import { ground } from '../asks/grounds.ts';
import { complain } from '../document/complaints.ts';
import { refuseDocument } from '../document/read-document.ts';

export const dayOrNull = (day: EpochDay | null): string | null => (day === null ? null : formatLocalDate(day));

/** A step with its day, as the answer writes it. */
export function deadlineJson({ step, due, doneOn, state, citation }: Deadline<string>) {
  return { step, due: dayOrNull(due), doneOn: dayOrNull(doneOn), state, ...ground(citation) };
}

/**
 * What a question on dates answers, or the place of the date that cannot be.
 * @throws InputRefused
 */
export function refusingDates<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ImpossibleDates' && 'at' in error)) throw error;
    const at = String(error.at);
    const name = deadlineNames[at] ?? at;
    return refuseDocument([
      complain(
        `done.${at}`,
        [
          `${name}の日が、順序に合わないか、判定日より後か、要らない段階のものです。`,
          '前の段階の日から判定日(asOf)までの日にするか、その日を取り除いてください。',
        ],
        [
          'This date is out of order, after asOf, or of a step that is not needed.',
          'Give a day from the step before it to asOf, or remove it.',
        ],
      ),
    ]);
  }
}
