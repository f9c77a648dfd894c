import type { Decision, Step } from '../../decision/decision.ts';
import type { Minutes } from '../../time/minutes.ts';
import { guidanceCitations } from '../citations.ts';
import { type LocalClass, reaches } from '../guidance-rules.ts';

/** A class of the municipality's own that a month falls into. */
export type LocalReason = {
  /** Its id. */
  readonly class: string;
  readonly when: LocalClass['when'];
  readonly value: Minutes;
  /** The bound it exceeds or reaches; null when the class has none. */
  readonly from: Minutes | null;
  /** Its last minute; null when the class has no end. */
  readonly through: Minutes | null;
};

export type LocalStepName = 'localCompared' | 'localFindingAbsent';

/** What the classes of a municipality that a month falls into say together. */
export type LocalFinding = {
  readonly reasons: readonly LocalReason[];
  /** By hours, and by the finding of the head or a doctor where a class asks for one; a class without bounds makes nobody due. */
  readonly due: 'withoutRequest' | 'onRequest' | 'none';
  /** A request makes the interview a duty. */
  readonly onRequest: boolean;
  /** A doctor's finding that no interview is needed exempts from every class that fires. */
  readonly exempts: boolean;
};

function fires({ from, through }: LocalClass, value: Minutes): boolean {
  return (from === null || reaches(from, value)) && (through === null || value <= through);
}

function stepOf(each: LocalClass, value: Minutes): Step<LocalStepName> {
  const { id, from, through, when } = each;
  return {
    says: 'localCompared',
    figures: {
      value,
      ...(from === null ? {} : { from: from.hours, atLeast: Number(from.fires === 'atLeast') }),
      ...(through === null ? {} : { through }),
      fires: Number(fires(each, value)),
    },
    words: { class: id, when },
    citation: guidanceCitations.local,
  };
}

function dueOf(fired: readonly LocalClass[], foundNecessary: boolean): LocalFinding['due'] {
  const compels = ({ when }: LocalClass) => when === 'withoutRequest' || (when === 'foundNecessary' && foundNecessary);
  if (fired.some(compels)) return 'withoutRequest';
  return fired.some(({ when, from }) => when === 'onRequest' && from !== null) ? 'onRequest' : 'none';
}

/**
 * The classes of a municipality beside the national ones, by the hours of a month as they count there.
 * @param foundNecessary the head of the department or a doctor found an interview necessary.
 */
export function judgeLocalClasses(
  classes: readonly LocalClass[],
  value: Minutes,
  foundNecessary: boolean,
): Decision<LocalFinding, LocalStepName> {
  const fired = classes.filter((each) => fires(each, value));
  const awaiting = foundNecessary ? [] : fired.filter(({ when }) => when === 'foundNecessary');
  const outcome: LocalFinding = {
    reasons: fired.map(({ id, when, from, through }) => ({
      class: id,
      when,
      value,
      from: from?.hours ?? null,
      through,
    })),
    due: dueOf(fired, foundNecessary),
    onRequest: fired.some(({ when }) => when === 'onRequest'),
    exempts: fired.every(({ exempts }) => exempts),
  };
  return {
    outcome,
    steps: [
      ...classes.map((each) => stepOf(each, value)),
      ...awaiting.map(({ id }): Step<LocalStepName> => {
        const citation = guidanceCitations.local;
        return { says: 'localFindingAbsent', figures: { value }, words: { class: id }, citation };
      }),
    ],
  };
}
