import { z } from 'zod';
import { planView } from './plans.ts';
import { digitalEffects, workReviews } from './registers/entries.ts';
import { progressView } from './registers/progress.ts';
import { sectionSheetView } from './registers/sheets.ts';
import { route } from './route.ts';
import { departmentCode } from './values.ts';

/** Pages that are printed as PDF/A: each for those who see the page, with what they see there. */
export const planPaper = route({
  method: 'get',
  path: '/sections/:department/plans/:month/paper',
  access: planView.access,
  summary: '時間外勤務実施計画書 of a section for a month as PDF',
  params: planView.params,
});
export const sectionSheetPaper = route({
  method: 'get',
  path: '/registers/section-sheet/:month/paper',
  access: sectionSheetView.access,
  summary: '時間外勤務マネジメントシート of a section as PDF; of the own section where none is named',
  params: sectionSheetView.params,
  query: sectionSheetView.query,
});
export const progressPaper = route({
  method: 'get',
  path: '/registers/progress/:month/paper',
  access: progressView.access,
  summary:
    '進捗報告 as PDF, with the trend of a department and its people, or of every 部局 (of a head: 課) where none is named',
  params: progressView.params,
  query: z.object({ department: departmentCode.optional() }),
});
export const workReviewsPaper = route({
  method: 'get',
  path: '/papers/reviews',
  access: workReviews.access,
  summary: '事務事業の見直し of a fiscal year as PDF, without drafts',
  query: workReviews.query,
});
export const digitalEffectsPaper = route({
  method: 'get',
  path: '/papers/effects',
  access: digitalEffects.access,
  summary: 'デジタル化の効果 of a fiscal year as PDF, without drafts',
  query: digitalEffects.query,
});
