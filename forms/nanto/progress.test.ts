import type { Progress } from '@tokimori/contract/registers/progress';
import { hours } from '@tokimori/law/time/minutes';
import { describe, expect, test } from 'vitest';
import { bandOf, bandsOf, progressRow, threeMonthStay } from './progress.ts';
import { progressLayout, progressRows } from './progress-layout.ts';
import { progressOnPaper } from './progress-paper.ts';

/** 市全体の時間外勤務の状況(イメージ) of 総務省事例集(令和4年12月): hours, per head; 270 people follow from them. */
const published = [
  ['thisMonth', 4_050, '15.0', 4_050, '15.0'],
  ['lastMonth', 2_970, '11.0', 2_835, '10.5'],
  ['lastYear', 4_185, '15.5', 4_023, '14.9'],
] as const;
const tenths = (value: number | null) => `${Math.floor((value ?? 0) / 10)}.${(value ?? 0) % 10}`;
const counts = (beyond: number | null, overtime: number, presentHeads = 270) => ({
  month: '2022-08',
  headcount: 270,
  presentHeads,
  beyond: beyond === null ? null : hours(beyond),
  overtime: hours(overtime),
  allowance: null,
});

describe('市全体の表', () => {
  test.each(published)('%s: %i時間は1人当たり %s', (period, beyond, beyondHead, applied, appliedHead) => {
    const row = progressRow(period, counts(beyond, applied));
    expect([tenths(row.beyondPerHead), tenths(row.overtimePerHead)]).toEqual([beyondHead, appliedHead]);
    expect(row.beyondUnknown).toBe(0);
  });
  test('在席が分からない人は、超過在席の1人当たりに数えない', () => {
    expect(progressRow('lastYear', counts(2_700, 4_050, 180))).toMatchObject({ beyondPerHead: 150, beyondUnknown: 90 });
    expect(progressRow('lastYear', counts(null, 4_050, 0))).toMatchObject({
      beyond: null,
      beyondPerHead: null,
      beyondUnknown: 270,
    });
  });
});

test.each([
  [hours(60), null],
  [hours(60) + 1, 'to80'],
  [hours(80), 'to80'],
  [hours(80) + 1, 'to100'],
  [hours(100), 'to100'],
  [hours(100) + 1, 'over100'],
])('%i分の区分は %s', (beyond, band) => expect(bandOf(beyond)).toBe(band));

test('区分ごとの人数と所属', () => {
  const stay = (beyond: number, section: string, month = '2022-08') => ({ month, section, beyond: hours(beyond) });
  const stays = [
    stay(61, '税務課'),
    stay(99, '福祉課'),
    stay(79, '税務課'),
    stay(120, '財政課'),
    stay(90, 'x', '2022-07'),
  ];
  expect(bandsOf({ month: '2022-08', lastYear: false, known: true }, stays)).toEqual({
    month: '2022-08',
    lastYear: false,
    known: true,
    to80: 2,
    to100: 1,
    over100: 1,
    sections: ['税務課', '福祉課', '財政課'],
  });
});

test('3か月の累計は180時間から', () => {
  expect(threeMonthStay([hours(60), hours(60), hours(60)])).toBe(hours(180));
  expect(threeMonthStay([hours(60), hours(60), hours(60) - 1])).toBeNull();
  expect(threeMonthStay([null, hours(90), hours(90)])).toBe(hours(180));
});

describe('ファイル', () => {
  const person = { staff: '1', name: '甲', section: '税務課', managerial: false, mayOpen: true };
  const view: Progress = {
    month: '2022-08',
    today: '2022-09-10',
    settled: true,
    whole: true,
    files: true,
    rows: [progressRow('thisMonth', counts(4_050, 4_050)), progressRow('lastYear', counts(null, 4_023, 0))],
    bands: [{ month: '2021-08', lastYear: true, known: false, to80: 0, to100: 0, over100: 0, sections: [] }],
    over60: [{ ...person, beyond: hours(61), overtime: hours(50) }],
    months: ['2022-06', '2022-07', '2022-08'],
    over180: [{ ...person, managerial: true, beyond: [null, hours(90), hours(91)], total: hours(181) }],
    departments: [],
    remarks: ['在席の記録がない月があります。'],
  };
  test('分からない数は0ではなく―と書く', () => {
    expect(progressRows(view)).toEqual([
      ['市全体の状況'],
      ['', '月', '超過在席時間', '1人当たり(時間)', '申請時間', '1人当たり(時間)', '手当支出額(円)', '人数'],
      ['今月', '2022-08', '4050:00', '15.0', '4050:00', '15.0', '―', 270],
      ['前年同月', '2022-08', '―', '―', '4023:00', '14.9', '―', 270],
      [],
      ['超過在席時間が長い職員の人数'],
      ['月', '60時間超80時間以下', '80時間超100時間以下', '100時間超', '所属'],
      ['2021-08(前年同月)', '―', '―', '―', ''],
      [],
      ['今月の超過在席時間が60時間を超えた職員'],
      ['職員番号', '氏名', '所属', '区分', '超過在席時間', '申請時間'],
      ['1', '甲', '税務課', '', '61:00', '50:00'],
      [],
      ['3か月の超過在席時間の累計が180時間以上の職員'],
      ['職員番号', '氏名', '所属', '区分', '2022-06', '2022-07', '2022-08', '累計'],
      ['1', '甲', '税務課', '管理監督職員', '―', '90:00', '91:00', '181:00'],
      [],
      ['在席の記録がない月があります。'],
    ]);
  });
  test('所属だけを見る人の紙は、団体全体の数字と、所属の職員であることを言う', () => {
    const sheetOf = (given: Partial<Progress>) => {
      const { sheets } = progressOnPaper('美汐市', { ...view, ...given }, []).data as {
        sheets: readonly { scope: string; nobody: string; heads: string; own: string }[];
      };
      return sheets[0];
    };
    expect(sheetOf({ whole: false, over60: [] })).toMatchObject({
      scope: expect.stringContaining('団体全体'),
      nobody: 'あなたの所属に該当する職員はいません。',
      heads: '団体全体の人数です。管理監督職員を含みます。',
      own: 'あなたの所属の職員だけを載せています。',
    });
    expect(sheetOf({ over60: [] })).toMatchObject({ scope: '', nobody: '該当する職員はいません。', own: '' });
  });
  test('印刷の表は同じ行を持つ', () => {
    const { rows } = progressLayout('進捗報告', view);
    expect(rows.flat().map(({ value }) => value)).toContain('税務課');
    expect(rows.at(-1)?.[0]?.value).toBe('在席の記録がない月があります。');
    expect(
      progressLayout('進捗報告', { ...view, over60: [] })
        .rows.flat()
        .some(({ value }) => value === 'なし'),
    ).toBe(true);
  });
});
