import type { Answer } from '../api/call.ts';
import type * as routes from '../api/routes.ts';

type AnswerOf<Name extends keyof typeof routes> = Answer<NonNullable<(typeof routes)[Name]['shape']>>;

export type CityView = AnswerOf<'cityMonth'>;
export type LimitRowView = CityView['rows'][number];
export type FigureView = CityView['total'];
export type MonthListView = AnswerOf<'monthList'>;
export type HistoryView = AnswerOf<'history'>;
export type DepartmentsView = AnswerOf<'departmentsView'>;
export type ImportView = AnswerOf<'readImport'>;
export type SagaOneView = AnswerOf<'sagaOne'>;
export type SagaTwoView = AnswerOf<'sagaTwo'>;
