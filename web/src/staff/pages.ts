import { page } from '../app/page.ts';

/** Pages of every staff member (職員), and one person's month and reasons as heads and 人事課 see them. */
export const staffPages = [
  page('/', () => import('./today.tsx'), 'TodayPage'),
  page('/month/$month', () => import('./month.tsx'), 'MonthPage'),
  page('/staff/$staff/months/$month', () => import('./month.tsx'), 'MonthPage'),
  page('/staff/$staff/months/$month/why', () => import('./why.tsx'), 'WhyPage'),
  page('/overtime', () => import('./requests.tsx'), 'RequestsPage'),
  page('/overtime/new', () => import('./request.tsx'), 'RequestPage'),
  page('/corrections/new', () => import('./correction.tsx'), 'CorrectionPage'),
  page('/on-behalf', () => import('./on-behalf/on-behalf.tsx'), 'OnBehalfPage'),
  page('/limits', () => import('./limits.tsx'), 'LimitsPage'),
];
