import type { checkMeasures as checkRoute } from '@tokimori/contract/measures';
import type { Answer } from '@tokimori/contract/route';
import type { MeasureSet } from '@tokimori/ordinances/measures/measure';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { sayAction, sayOccasion } from '@tokimori/ordinances/measures/says';
import { refuse } from '../../access/refusal.ts';
import { knownForms } from './known-forms.ts';

type Practice = NonNullable<Answer<typeof checkRoute>['practice']>;

/** The name under which problems of a text from the page are told. */
const FILE = '対策';

/** A practice in the words of the page. */
export function practiceOf({ name, about, measures }: MeasureSet): Practice {
  return {
    name,
    about,
    measures: measures.map((measure) => ({
      id: measure.id,
      title: measure.title,
      occasion: sayOccasion(measure),
      actions: measure.follows.map((action) => sayAction(action, measure.moment)),
      source: measure.source,
      confidence: measure.confidence,
    })),
  };
}

/** What a file says, or every problem of it, as it would be decided on a day. @param today `YYYY-MM-DD` */
export function checkedMeasures(text: string, today: string): Answer<typeof checkRoute> {
  const { measures, problems } = readMeasures(text, FILE, { forms: knownForms, today });
  return {
    problems: problems.map(({ line, key, message }) => ({ line, key, message })),
    practice: measures === null ? null : practiceOf(measures),
  };
}

/** A file of measures that must be right. @throws Refusal 422 `measures.file` with the first problem */
export function measuresIn(text: string): MeasureSet {
  const { measures, problems } = readMeasures(text, FILE, { forms: knownForms });
  if (measures !== null) return measures;
  const [first] = problems;
  return refuse('measures.file', {
    status: 422,
    title: `対策のファイルを受け付けられません(${problems.length}か所)`,
    detail: `${first?.line ?? 1}行目「${first?.key ?? ''}」: ${first?.message ?? ''} 直してから、もう一度確かめてください。`,
  });
}
