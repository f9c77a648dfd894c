import type { Answer } from '../api/call.ts';
import type * as routes from '../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type TodayView = AnswerOf<'today'>;
export type StaffMonthView = AnswerOf<'staffMonth'>;
export type WhyView = AnswerOf<'why'>;
export type RequestAnswer = AnswerOf<'requestOvertime'>;
export type TaskView = TodayView['tasks'][number];
