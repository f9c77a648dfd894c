import { describe, expect, test } from 'vitest';
import type { MeasuredView } from './views.ts';
import {
  breachLabel,
  effectSentences,
  exceededWords,
  excessWords,
  limitOf,
  monthsWords,
  reviewLabel,
} from './words.ts';

test.each([
  [{ limit: 'monthly', value: 3120, cap: 2700 }, '月 45:00 まで', '52:00(上限 45:00)', '7:00'],
  [{ limit: 'monthly', value: 6000, cap: 6000 }, '月 100:00 未満', '100:00(上限 100:00)', '0:00'],
  [{ limit: 'average-2', value: 9601, cap: 9600 }, '2か月平均 80:00 まで', '2か月の合計 160:01(上限 160:00)', '0:01'],
  [{ limit: 'monthsOver45', value: 7, cap: 6 }, '45:00 を超える月 6回まで', '7か月(上限 6か月)', '1か月'],
  [{ limit: 'annual', value: 21_660, cap: 21_600 }, '年 360:00 まで', '361:00(上限 360:00)', '1:00'],
] as const)('%o', (given, limit, exceeded, excess) => {
  expect(limitOf(given)).toBe(limit);
  expect(exceededWords(given)).toBe(exceeded);
  expect(excessWords(given)).toBe(excess);
});

test('記録と分析の状態は、いま何を待つかを言う', () => {
  const row = { standing: 'holds', state: 'open', late: false } as const;
  expect(breachLabel(row).word).toBe('記入待ち');
  expect(breachLabel({ ...row, late: true }).word).toBe('期限を過ぎている');
  expect(breachLabel({ ...row, state: 'returned', late: true }).word).toBe('差し戻し');
  expect(breachLabel({ ...row, standing: 'lapsed' }).word).toBe('当たらなくなった');
  const review = {
    span: 'year',
    period: '2026-04',
    section: '11',
    name: '',
    records: 3,
    due: '2027-09-30',
    running: false,
    late: false,
    state: 'none',
    since: 0,
    writtenBy: '',
    writtenOn: null,
    concludedOn: null,
  } as const;
  expect(reviewLabel(review).word).toBe('分析待ち');
  expect(reviewLabel({ ...review, running: true, state: 'draft' }).word).toBe('期間中・下書き');
  expect(reviewLabel({ ...review, late: true, since: 1, concludedOn: '2027-05-01' }).word).toBe('期限を過ぎている');
  expect(reviewLabel({ ...review, since: 2, concludedOn: '2027-05-01' }).word).toBe('追加 2件の分析待ち');
  expect(reviewLabel({ ...review, state: 'concluded', concludedOn: '2027-05-01' }).word).toBe('確定済み');
});

test('月の並びは、初めと終わりで言う', () => {
  expect(monthsWords(['2026-07'])).toBe('令和8年7月');
  expect(monthsWords(['2026-07', '2026-08', '2026-10'])).toBe('令和8年7月から10月まで');
  expect(monthsWords(['2026-11', '2027-01'])).toBe('令和8年11月から令和9年1月まで');
});

describe('取組のあとに何が変わったか', () => {
  const measured: MeasuredView = {
    months: [],
    after: ['2026-07', '2026-08'],
    base: ['2025-07', '2025-08'],
    against: 'sameMonths',
    meanAfter: { perHead: 1290, headcountTenths: 85 },
    meanBase: { perHead: 1690, headcountTenths: 90 },
    change: -400,
    othersChange: -65,
    changeInAll: -3400,
  };
  test('減った時間、人数、見込み、ほかの職員の増減、言えないこと', () => {
    expect(effectSentences(measured, 3600)).toEqual([
      '令和8年7月から8月までの1人当たりは、月平均 21:30 です。前年の同じ月の 28:10 より 6:40 少なくなりました。',
      '課や職員の全体では、月に 56:40 の減です(人数は月平均 9人から 8.5人)。見込みは月に 60:00 の減でした。',
      '同じ期間に、ほかの職員の1人当たりは 1:05 少なくなりました。差は 5:35 減です。',
      'この増減が、この取組によるとは限りません。業務の量、人の異動や欠員、災害、ほかの取組の影響も含まれます。',
    ]);
  });
  test('増えたことも、そのまま言う', () => {
    const [first] = effectSentences({ ...measured, change: 30, changeInAll: 255 }, null);
    expect(first).toContain('より 0:30 多くなりました');
    expect(effectSentences({ ...measured, change: 0, changeInAll: 0 }, null)[0]).toContain('より 同じになりました');
  });
  test('始める前と比べるときは、季節の違いを断る', () => {
    const said = effectSentences({ ...measured, against: 'before', base: ['2026-05', '2026-06'] }, null);
    expect(said[0]).toContain('始める前の2か月(令和8年5月から6月まで)の 28:10 より');
    expect(said.at(-1)).toContain('季節による違い');
  });
  test('比べられないときは、比べない', () => {
    const nothing: MeasuredView = {
      ...measured,
      against: 'nothing',
      base: [],
      meanBase: null,
      change: null,
      changeInAll: null,
    };
    expect(effectSentences(nothing, null)).toHaveLength(1);
    expect(effectSentences({ ...nothing, after: [], meanAfter: null }, null)[0]).toContain(
      'まだ終わった月がありません',
    );
  });
});
