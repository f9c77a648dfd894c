import { page } from '../app/page.ts';

/** 進捗と効果: sheets of the section and the municipality, and the registers of reviews and effects. */
export const registerPages = [
  page('/registers', () => import('./overview.tsx'), 'RegistersPage'),
  page('/registers/progress', () => import('./progress.tsx'), 'ProgressPage'),
  page('/registers/section-sheet', () => import('./section-sheet.tsx'), 'SectionSheetPage'),
  page('/registers/bureaus', () => import('./bureaus.tsx'), 'BureausPage'),
  page('/registers/reviews', () => import('./reviews.tsx'), 'ReviewsPage'),
  page('/registers/reviews/new', () => import('./review.tsx'), 'NewReviewPage'),
  page('/registers/reviews/$id', () => import('./review.tsx'), 'ReviewPage'),
  page('/registers/effects', () => import('./effects.tsx'), 'EffectsPage'),
  page('/registers/effects/new', () => import('./effect.tsx'), 'NewEffectPage'),
  page('/registers/effects/$id', () => import('./effect.tsx'), 'EffectPage'),
];
