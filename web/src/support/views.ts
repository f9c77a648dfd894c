import type { Answer } from '../api/call.ts';
import type * as routes from '../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type SupportView = AnswerOf<'supportView'>;
export type RequestView = SupportView['requests'][number];
export type MatchView = RequestView['matches'][number];
export type SupporterView = SupportView['supporters'][number];
export type SupportSums = AnswerOf<'supportSums'>;
