import type { Answer } from '../../api/call.ts';
import type * as routes from '../../api/routes.ts';

export type DuesView = Answer<NonNullable<(typeof routes.duesView)['shape']>>;
export type DueView = DuesView['dues'][number];
export type DueListView = Answer<NonNullable<(typeof routes.dueList)['shape']>>;
