import type { Answer } from '../api/call.ts';
import type * as routes from '../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type ProgressView = AnswerOf<'progressView'>;
export type TrendView = AnswerOf<'progressTrend'>;
export type SheetView = AnswerOf<'sectionSheetView'>;
export type BureausView = AnswerOf<'bureausMonthlyView'>;
export type ReviewsView = AnswerOf<'workReviews'>;
export type ReviewView = AnswerOf<'workReviewEntry'>;
export type EffectsView = AnswerOf<'digitalEffects'>;
export type EffectView = AnswerOf<'digitalEffectEntry'>;
