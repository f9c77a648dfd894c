import type { Answer, Input } from '../../api/call.ts';
import type * as routes from '../../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type BreachesView = AnswerOf<'breachesView'>;
export type BreachRowView = BreachesView['breaches'][number];
export type BreachView = AnswerOf<'breachView'>;
export type AnalysisView = AnswerOf<'breachAnalysis'>;
export type GroupView = AnalysisView['groups']['byCause'][number];
export type ReviewsView = AnswerOf<'reviewsView'>;
export type ReviewRowView = ReviewsView['reviews'][number];
export type ReviewView = AnswerOf<'reviewView'>;
type ReductionsView = AnswerOf<'reductionsView'>;
export type ReductionRowView = ReductionsView['reductions'][number];
export type ReductionView = AnswerOf<'reductionView'>;
export type MeasuredView = ReductionView['ofSections'];
export type RegisterInput = NonNullable<Input<NonNullable<(typeof routes)['registerReduction']['shape']>>['body']>;
