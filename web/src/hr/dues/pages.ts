import { page } from '../../app/page.ts';

/** What the measures brought due, the lists that they hand over, and what they appeal for. */
export const duePages = [
  page('/dues', () => import('../dues.tsx'), 'DuesPage'),
  page('/dues/appeal', () => import('./reduction-appeal.tsx'), 'ReductionAppealPage'),
  page('/dues/$id/list', () => import('./due-list.tsx'), 'DueListPage'),
];
