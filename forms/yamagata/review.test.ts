import type { WorkReview } from '@tokimori/contract/registers/entries';
import { reviewSteps, savingMeasureWords } from '@tokimori/contract/registers/words';
import { hours } from '@tokimori/law/time/minutes';
import { describe, expect, test } from 'vitest';
import { savedByAll, savedByMeasure, savedBySection, waitingStep } from './review.ts';

type Saving = WorkReview['savings'][number];
const saving = (measure: Saving['measure'], what: string, actual: number): Saving => ({
  measure,
  what,
  planned: null,
  actual: hours(actual),
});

/** 令和4年度中の事務改善による業務の削減結果 (総行公第139号 令和5年12月25日 別紙 山形県): ● are printed in brackets, ○ are the rest of each line. */
const table: readonly Pick<WorkReview, 'savings'>[] = [
  [
    saving('meetings', '会議資料の事前配付', 50),
    saving('meetings', 'Web会議等の実施', 1692),
    saving('meetings', '開催回数減、出席者の厳選、復命書・議事録', 2139 - 50 - 1692),
  ],
  [
    saving('briefings', '終了時刻の事前設定', 72),
    saving('briefings', '資料作成4ない運動の実施', 1876),
    saving('briefings', '項目・回数の削減、出席者の厳選', 2273 - 72 - 1876),
  ],
  [saving('manuals', '業務マニュアル、質疑応答集を共有', 417)],
  [saving('levelling', 'スケジュールを共有、集中する作業を分担', 947)],
  [saving('mail', '件名設定ルールの再徹底', 4), saving('mail', '電子メールルールの再徹底', 107 - 4)],
  [
    saving('systems', 'AI会議録作成支援システムの活用', 543),
    saving('systems', 'タブレット、システム、グループウェアの活用', 15_982 - 543),
  ],
].map((savings) => ({ savings }));
const measures = Object.keys(savingMeasureWords) as Saving['measure'][];

describe('山形県の表', () => {
  test('取組の別の削減事務量が、印刷された行になる', () => {
    expect(savedByMeasure(measures, table).map(({ measure, actual }) => [measure, actual / 60])).toEqual([
      ['meetings', 2139],
      ['briefings', 2273],
      ['manuals', 417],
      ['levelling', 947],
      ['mail', 107],
      ['systems', 15_982],
    ]);
  });
  test('計は21,865時間', () => expect(savedByAll(table)).toEqual({ planned: 0, actual: hours(21_865) }));
});

test('課の別は多い順で、見込みと実績を分け、まだ分からない時間を数えない', () => {
  const review = (section: string, planned: number | null, actual: number | null) => ({
    section,
    savings: [{ measure: 'other' as const, what: '', planned, actual }],
  });
  expect(
    savedBySection([review('総務課', 600, null), review('税務課', 300, 200), review('総務課', null, 100)]),
  ).toEqual([
    { section: '税務課', planned: 300, actual: 200 },
    { section: '総務課', planned: 600, actual: 100 },
  ]);
});

test('次の段階は、済みでも不要でもない最初のもの', () => {
  expect(waitingStep(reviewSteps.project, [])).toBe('chosen');
  expect(waitingStep(reviewSteps.project, [{ step: 'chosen' }, { step: 'evaluated' }])).toBe('examined');
  expect(
    waitingStep(
      reviewSteps.task,
      reviewSteps.task.map((step) => ({ step })),
    ),
  ).toBeNull();
});
