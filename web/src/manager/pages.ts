import { page } from '../app/page.ts';
/** Pages of a department's head (所属長). */
export const managerPages = [
  page('/section', () => import('./section-month.tsx'), 'SectionMonthPage'),
  page('/section/$department/months/$month', () => import('./section-month.tsx'), 'SectionMonthPage'),
  page('/section/today', () => import('./section-today.tsx'), 'SectionTodayPage'),
  page('/section/decisions', () => import('./decisions.tsx'), 'DecisionsPage'),
  page('/section/questions', () => import('./questions.tsx'), 'QuestionsPage'),
  page(
    '/section/$department/exceptional/$month',
    () => import('./exceptional/section-exceptional.tsx'),
    'SectionExceptionalPage',
  ),
  page('/section/closing', () => import('./closing/section-closing.tsx'), 'SectionClosingPage'),
  page('/section/$department/closing/$month', () => import('./closing/section-closing.tsx'), 'SectionClosingPage'),
  page('/mandates', () => import('./standing-in/mandates.tsx'), 'MandatesPage'),
  page('/mandates/new', () => import('./standing-in/give-mandate.tsx'), 'GiveMandatePage'),
  page('/section/order', () => import('./start-order.tsx'), 'StartOrderPage'),
];
