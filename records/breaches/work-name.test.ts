import { expect, test } from 'vitest';
import { UNNAMED_WORK, workName, worksByName } from './work-name.ts';

test.each([
  ['10月分 給与計算(再)', '給与計算'],
  ['給与計算。', '給与計算'],
  ['令和8年度 当初予算の要求の査定', '当初予算の要求の査定'],
  ['第3回定例会の答弁の調整', '定例会の答弁の調整'],
  ['システム更新(1回目)', 'システム更新'],
  ['システム  更新', 'システム更新'],
  ['10月', '10月'],
  ['(待機)', '(待機)'],
  ['', UNNAMED_WORK],
  ['  。', UNNAMED_WORK],
])('%s → %s', (given, name) => expect(workName(given)).toBe(name));

test('同じ業務の時間を合わせ、多い順に並べる', () => {
  expect(
    worksByName([
      { work: '9月分 給与計算', minutes: 60 },
      { work: '年末調整の確認', minutes: 90 },
      { work: '給与計算(10月分)', minutes: 61 },
    ]),
  ).toEqual([
    { work: '給与計算', minutes: 121 },
    { work: '年末調整の確認', minutes: 90 },
  ]);
});
