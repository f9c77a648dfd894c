import type { WorkReview } from '@tokimori/contract/registers/entries';
import { expect, test } from 'vitest';
import { contentOf, draftOf, faultsOf, newReview } from './review-draft.ts';

const stored: WorkReview = {
  fiscalYear: 2026,
  kind: 'project',
  name: '市民まつり',
  department: '3010',
  viewpoints: [
    { viewpoint: 'necessity', finding: '' },
    { viewpoint: 'workload', finding: '準備に時間外が多い' },
  ],
  decision: 'reduce',
  external: { on: '2026-08-20', opinion: '隔年でよい' },
  budget: '委託料の減',
  steps: [
    { step: 'chosen', state: 'done', on: '2026-05-10' },
    { step: 'evaluated', state: 'unneeded', on: null },
  ],
  savings: [{ measure: 'meetings', what: 'Web会議', planned: 7200, actual: 4950 }],
};

test('登録した内容は、開いてそのまま送ると変わらない', () => {
  expect(faultsOf(draftOf(stored))).toEqual([]);
  expect(contentOf(draftOf(stored))).toEqual(stored);
});

test('新しい見直しは、名称が要り、何も書かない取組の行は送らない', () => {
  const draft = newReview(2026, '3010');
  expect(faultsOf(draft).map(({ field }) => field)).toEqual(['review-name']);
  expect(contentOf({ ...draft, name: ' 会議 ' })).toMatchObject({
    name: '会議',
    savings: [],
    viewpoints: [],
    external: null,
  });
});

test('読めない日と時間は、どの欄かを言う', () => {
  const draft = draftOf(stored);
  const faults = faultsOf({
    ...draft,
    externalOn: { year: '2026', month: '2', day: '30' },
    steps: { chosen: { state: 'done', on: { year: '2026', month: '', day: '' } } },
    savings: [{ ...draft.savings[0]!, key: 'a', planned: '多い' }],
  });
  expect(faults.map(({ field }) => field)).toEqual(['review-external', 'step-chosen-on', 'planned-a']);
});

test('区分を変えると、その流れにない段階は送らない', () => {
  expect(contentOf({ ...draftOf(stored), kind: 'task' }).steps).toEqual([]);
});
