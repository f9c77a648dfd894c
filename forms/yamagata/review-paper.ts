import type { WorkReview, workReviews } from '@tokimori/contract/registers/entries';
import {
  flowOf,
  reviewDecisionWords,
  reviewKindWords,
  reviewSteps,
  reviewStepWords,
  savingMeasureWords,
  viewpointWords,
} from '@tokimori/contract/registers/words';
import type { Answer } from '@tokimori/contract/route';
import { count, fiscalYearName, hm } from '@tokimori/wording/format';
import type { UndatedPaper } from '../paper/typesetter.ts';
import { eraDayOr, hours } from '../sheet/words.ts';
import { type Saved, savedBy, waitingStep } from './review.ts';
import { TAKEN } from './review-file.ts';

type View = Pick<Answer<typeof workReviews>, 'year' | 'byMeasure' | 'bySection' | 'total'>;
/** An entry of the year, without drafts. */
export type PrintedReview = { readonly section: string; readonly closed: boolean; readonly content: WorkReview };

const sums = ({ planned, actual }: Saved) => ({ planned: hm(planned), actual: hm(actual) });

/** The flow of the review, each step done, not needed or to come. */
const stepsOf = (review: WorkReview) =>
  flowOf(review).map(({ name, state, on }) => ({
    name,
    state: state === null ? '' : state === 'done' ? '済' : '不要',
    on: eraDayOr(on),
  }));

function entryOf({ section, closed, content }: PrintedReview, at: number) {
  const next = waitingStep(reviewSteps[content.kind], content.steps);
  return {
    no: String(at + 1),
    name: content.name,
    kind: reviewKindWords[content.kind],
    section,
    state: closed ? '完了' : '登録済み',
    decision: content.decision === null ? '' : reviewDecisionWords[content.decision],
    next: next === null ? '' : reviewStepWords[next],
    ...sums(savedBy(content)),
    steps: stepsOf(content),
    viewpoints: content.viewpoints.map(({ viewpoint, finding }) => ({
      name: viewpointWords[viewpoint].name,
      asks: viewpointWords[viewpoint].asks,
      finding: finding || TAKEN,
    })),
    external:
      content.external === null ? null : { on: eraDayOr(content.external.on), opinion: content.external.opinion },
    budget: content.budget,
    savings: content.savings.map(({ measure, what, planned, actual }) => ({
      measure: savingMeasureWords[measure],
      what,
      planned: hours(planned),
      actual: hours(actual),
    })),
  };
}

/**
 * 山形県 事務事業の見直し of a fiscal year: the hours saved by kind of measure as in its table, and by section; the reviews in one list; then each with
 * its flow, what was found by viewpoint and what it saves.
 */
export function reviewsOnPaper(municipality: string, view: View, entries: readonly PrintedReview[]): UndatedPaper {
  return {
    template: 'yamagata/review.typ',
    data: {
      municipality,
      sheets: [
        {
          year: fiscalYearName(view.year),
          measures: view.byMeasure.map((each) => ({ name: savingMeasureWords[each.measure], ...sums(each) })),
          sections: view.bySection.map((each) => ({ name: each.section, ...sums(each) })),
          total: sums(view.total),
          count: `${count(entries.length)}件`,
          entries: entries.map(entryOf),
        },
      ],
    },
  };
}
