import type { Answer } from '../api/call.ts';
import type * as routes from '../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type SectionMonthView = AnswerOf<'sectionMonth'>;
export type SectionTodayView = AnswerOf<'sectionToday'>;
export type SectionRowView = SectionMonthView['rows'][number];
export type DecisionView = SectionMonthView['decisions'][number];
export type OpenResultView = SectionMonthView['results'][number];
export type QuestionView = SectionMonthView['questions'][number];
