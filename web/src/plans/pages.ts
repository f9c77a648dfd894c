import { page } from '../app/page.ts';

/** Plan, daily close and support: of heads, 人事課, the 職員組合 and everybody who supports. */
export const planPages = [
  page('/section/plan', () => import('./plan.tsx'), 'PlanPage'),
  page('/section/$department/plans/$month', () => import('./plan.tsx'), 'PlanPage'),
  page('/section/close', () => import('./close.tsx'), 'DailyClosePage'),
  page('/measures/plans', () => import('./plans.tsx'), 'PlansPage'),
  page('/measures/plans/$month', () => import('./plans.tsx'), 'PlansPage'),
  page('/union', () => import('./union.tsx'), 'UnionPage'),
  page('/union/$department/plans/$month', () => import('./plan.tsx'), 'PlanPage'),
  page('/support', () => import('../support/support.tsx'), 'SupportPage'),
  page('/support/sums', () => import('../support/sums.tsx'), 'SupportSumsPage'),
];
