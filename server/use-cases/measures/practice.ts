import { measuresOutline } from '@tokimori/contract/measure-fields';
import type { checkMeasures as checkRoute } from '@tokimori/contract/measures';
import type { Answer } from '@tokimori/contract/route';
import type { Measure, MeasureSet } from '@tokimori/ordinances/measures/measure';
import { headProblems, outlineOf, readMeasureFields } from '@tokimori/ordinances/measures/measure-fields';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { sayAction, sayOccasion } from '@tokimori/ordinances/measures/says';
import { confidences } from '@tokimori/ordinances/measures/vocabulary';
import { refuse } from '../../access/refusal.ts';
import { knownForms } from './known-forms.ts';

type Practice = NonNullable<Answer<typeof checkRoute>['practice']>;

/** The name under which problems of a text from the page are told. */
const FILE = '対策';

/** A measure in the words of the page. */
export const saidOf = (measure: Measure): Practice['measures'][number] => ({
  id: measure.id,
  title: measure.title,
  occasion: sayOccasion(measure),
  actions: measure.follows.map((action) => sayAction(action, measure.moment)),
  source: measure.source,
  confidence: measure.confidence,
  sure: confidences[measure.confidence],
});

/** A practice in the words of the page. */
export const practiceOf = ({ name, about, measures }: MeasureSet): Practice => ({
  name,
  about,
  measures: measures.map(saidOf),
});

/** A file as it may be changed in fields, with what is wrong in each measure; null where it has not the members of a file. */
function draftOf(text: string, today: string): Answer<typeof checkRoute>['draft'] {
  const outline = measuresOutline.safeParse(outlineOf(text));
  if (!outline.success) return null;
  const { measures, ...head } = outline.data;
  return {
    head,
    headProblems: [...headProblems(head, today)],
    measures: measures.map((written) => {
      const { id, ...fields } = written;
      const { measure, problems } = readMeasureFields(written, knownForms);
      return { id, fields, said: measure === null ? null : saidOf(measure), problems: [...problems] };
    }),
  };
}

/** What a file says, or every problem of it, as it would be decided on a day. @param today `YYYY-MM-DD` */
export function checkedMeasures(text: string, today: string): Answer<typeof checkRoute> {
  const { measures, problems } = readMeasures(text, FILE, { forms: knownForms, today });
  return {
    problems: problems.map(({ line, key, message }) => ({ line, key, message })),
    practice: measures === null ? null : practiceOf(measures),
    draft: draftOf(text, today),
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
