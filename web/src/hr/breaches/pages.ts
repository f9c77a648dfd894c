import { page } from '../../app/page.ts';

/** 上限を超えた記録, 要因の分析, 縮減の取組: for heads, 人事課, executives and auditors. */
export const breachPages = [
  page('/breaches', () => import('./breaches.tsx'), 'BreachesPage'),
  page('/breaches/$id', () => import('./breach.tsx'), 'BreachPage'),
  page('/breaches/analysis', () => import('./analysis.tsx'), 'BreachAnalysisPage'),
  page('/breaches/review', () => import('./review.tsx'), 'BreachReviewPage'),
  page('/reductions', () => import('./reductions.tsx'), 'ReductionsPage'),
  page('/reductions/new', () => import('./reduction-form.tsx'), 'RegisterReductionPage'),
  page('/reductions/$id', () => import('./reduction.tsx'), 'ReductionPage'),
  page('/reductions/$id/change', () => import('./reduction-form.tsx'), 'ChangeReductionPage'),
];
