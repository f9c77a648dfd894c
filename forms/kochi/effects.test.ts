import { hours } from '@tokimori/law/time/minutes';
import { describe, expect, test } from 'vitest';
import { byTool, effectOf, measuredEffect, yearOfEffects } from './effects.ts';

/** 京都市: 業務名, 導入前, RPA稼働, 人作業 (hours a year), 人作業削減率 as printed (総行公第139号 令和5年12月25日 別紙). */
const kyoto = [
  ['各局区等の時間外勤務実績作成', 39, 5, 4, '89.7%'],
  ['バイオ計測センター利用許可書発行及び利用料調定業務', 46, 10, 4.5, '90.2%'],
  ['障害者医療費支給業務', 32, 1, 0.5, '98.4%'],
  ['犬の注射済情報をシステム台帳へ登録', 200, 4, 24, '88.0%'],
  ['継続申請書送付先一覧表の作成', 28, 0.2, 0.6, '97.9%'],
  ['食品衛生または生活衛生に係る検査結果のメール報告', 20, 0.7, 2.7, '86.5%'],
  ['宿直手当入力業務', 18, 4, 2, '88.9%'],
] as const;
const minutes = (h: number): number => Math.round(h * 60);
const printed = (rate: number | null): string => `${Math.floor((rate ?? 0) / 10)}.${(rate ?? 0) % 10}%`;

describe('京都市の表', () => {
  test.each(kyoto)('%s: 印刷された削減率になる', (_task, before, _robot, human, rate) => {
    expect(printed(effectOf({ before: minutes(before), human: minutes(human) }).rate)).toBe(rate);
  });
  test('7業務の計: 383時間が38.3時間になり、344.7時間を減らす', () => {
    const effects = kyoto.map(([, before, robot, human]) => ({
      tool: 'rpa' as const,
      before: minutes(before),
      robot: minutes(robot),
      human: minutes(human),
      since: '2022-07-01',
      until: null,
    }));
    const year = yearOfEffects(effects, { fiscalYear: 2022, from: '2022-04-01', through: '2023-03-31' });
    expect(year).toEqual({
      fiscalYear: 2022,
      introduced: 7,
      inUse: 7,
      before: minutes(383),
      robot: minutes(24.9),
      human: minutes(38.3),
      reduction: minutes(344.7),
      rate: 900,
    });
  });
});

describe('高知県の例', () => {
  test.each([
    ['予算令達業務', 1390, 97.2],
    ['生活保護費支払業務', 24, 50],
    ['新型コロナ検査キット申請受付', 59.1, 82.1],
    ['特別養護老人ホーム入所申込状況調査', 99.3, 97.6],
  ])('%s: %f時間、%f%%減と、前の時間が合う', (_task, saved, percent) => {
    // The source prints hours saved and the rate; the hours before follow from both.
    const before = Math.round((saved * 60 * 100) / percent);
    const { reduction, rate } = effectOf({ before, human: before - minutes(saved) });
    expect([reduction, rate]).toEqual([minutes(saved), Math.round(percent * 10)]);
  });
  test('令和元年度から4年度までの90業務が、令和4年度に5,208時間を減らす', () => {
    // The source prints the number and the sum alone; the parts here are made so that they add up to it.
    const effects = Array.from({ length: 90 }, (_, i) => ({
      tool: 'rpa' as const,
      before: minutes(60) + (i < 12 ? minutes(4) : 0),
      robot: null,
      human: minutes(2.4) + (i < 12 ? minutes(2.0) : 0),
      since: `${2019 + (i % 4)}-10-01`,
      until: null,
    }));
    const year = yearOfEffects(effects, { fiscalYear: 2022, from: '2022-04-01', through: '2023-03-31' });
    expect([year.inUse, year.introduced, year.reduction]).toEqual([90, 22, minutes(5208)]);
  });
  test('AI-OCR は年1,296時間', () => {
    expect(effectOf({ before: minutes(1296), human: 0 })).toEqual({ reduction: minutes(1296), rate: 1000 });
  });
});

describe('年度', () => {
  const tool = { tool: 'aiFaq' as const, before: hours(100), robot: null, human: hours(40) };
  const year = { fiscalYear: 2025, from: '2025-04-01', through: '2026-03-31' };
  test.each([
    ['3月31日に使い始めたものは、その年度に数える', '2026-03-31', null, 1, 1],
    ['4月1日に使い始めたものは、前の年度に数えない', '2026-04-01', null, 0, 0],
    ['4月1日まで使ったものは、その年度に数える', '2020-04-01', '2025-04-01', 1, 0],
    ['3月31日で終わったものは、次の年度に数えない', '2020-04-01', '2025-03-31', 0, 0],
  ])('%s', (_name, since, until, inUse, introduced) => {
    expect(yearOfEffects([{ ...tool, since, until }], year)).toMatchObject({ inUse, introduced });
  });
  test('人の時間が増えたときは、負の削減', () => {
    expect(effectOf({ before: hours(10), human: hours(11) })).toEqual({ reduction: -60, rate: -100 });
    expect(effectOf({ before: 0, human: 10 }).rate).toBeNull();
  });
  test('道具の別', () => {
    const uses = [
      { ...tool, since: '2025-04-01', until: null },
      { ...tool, tool: 'rpa' as const, since: '2025-04-01', until: null },
      { ...tool, since: '2025-05-01', until: null },
    ];
    expect(byTool(['rpa', 'aiOcr', 'aiFaq'], uses)).toEqual([
      { tool: 'rpa', inUse: 1, reduction: hours(60) },
      { tool: 'aiFaq', inUse: 2, reduction: hours(120) },
    ]);
  });
});

describe('課の時間外勤務の前後', () => {
  const known = new Map(
    Array.from({ length: 30 }, (_, i) => [100 + i, { overtime: i < 12 ? 600 : 480, headcount: i < 12 ? 4 : 5 }]),
  );
  test('同じ月どうしを、多くて12か月比べる', () => {
    expect(measuredEffect(112, 129, known)).toEqual({
      months: 12,
      before: { overtime: 7200, perHead: 150 },
      after: { overtime: 5760, perHead: 96 },
    });
  });
  test('終わった月だけを比べ、片方が分からない月は入れない', () => {
    expect(measuredEffect(112, 114, known)?.months).toBe(3);
    expect(measuredEffect(105, 112, known)?.months).toBe(1);
    expect(measuredEffect(112, 111, known)).toBeNull();
  });
});
