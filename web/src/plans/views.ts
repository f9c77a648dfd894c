import type { Answer } from '../api/call.ts';
import type * as routes from '../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type PlanView = AnswerOf<'planView'>;
export type PlanState = NonNullable<PlanView['state']>;
export type PlanLine = PlanView['lines'][number];
export type PlanPerson = PlanView['people'][number];
export type CarriedMeasure = PlanView['measures'][number];
export type MeasureItem = CarriedMeasure['item'];
export type Outcome = NonNullable<CarriedMeasure['outcome']>;
export type PlansOfMonth = AnswerOf<'plansOfMonth'>;
export type DailyCloseView = AnswerOf<'dailyClose'>;
