import type { DigitalEffect, WorkReview } from '@tokimori/contract/registers/entries';

const H = 60;
/** A 事務事業の見直し of 保険年金課 that is begun: one viewpoint, one saving of 120 hours. */
export const review = (given: Partial<WorkReview> = {}): WorkReview => ({
  fiscalYear: 2026,
  kind: 'task',
  name: '定例会議の運営',
  department: '11',
  viewpoints: [{ viewpoint: 'method', finding: '出席者を減らせる' }],
  decision: null,
  external: null,
  budget: '',
  steps: [],
  savings: [{ measure: 'meetings', what: 'Web会議', planned: 120 * H, actual: null }],
  ...given,
});
/** A robot that spares 保険年金課 35 of 39 hours a year. */
export const effect = (given: Partial<DigitalEffect> = {}): DigitalEffect => ({
  tool: 'rpa',
  name: '時間外勤務実績作成',
  work: 'データの抽出',
  department: '11',
  before: 39 * H,
  robot: 5 * H,
  human: 4 * H,
  since: '2026-04-01',
  until: null,
  initialCost: null,
  yearlyCost: 120_000,
  note: '',
  ...given,
});
