import type { SectionSheet } from '@tokimori/contract/registers/sheets';
import { hours } from '@tokimori/law/time/minutes';
import { describe, expect, test } from 'vitest';
import { rankedPeople, totalOf } from './section-sheet.ts';
import { markWords, sectionSheetLayout, sectionSheetRows } from './section-sheet-layout.ts';

const months = ['2026-04', '2026-05'];
const records = [
  { staff: '1', month: '2026-04', overtime: hours(45), exceptional: 0 },
  { staff: '1', month: '2026-05', overtime: hours(46), exceptional: hours(20) },
  { staff: '2', month: '2026-05', overtime: hours(91), exceptional: hours(0) },
  { staff: '3', month: '2026-04', overtime: 0, exceptional: 0 },
];
const over = { limit: 'monthly', state: 'over', value: hours(91), cap: hours(45) } as const;
const about = new Map([
  ['3', { name: '丙', marks: [] }],
  ['1', { name: '甲', marks: [] }],
  ['2', { name: '乙', marks: [over] }],
]);
const people = rankedPeople(months, records, about);

describe('担当別', () => {
  test('多い順に並べ、同じ時間は同じ順位。課にいなかった月は空欄', () => {
    expect(people.map(({ staff, rank, total }) => [staff, rank, total])).toEqual([
      ['1', 1, hours(91)],
      ['2', 1, hours(91)],
      ['3', 3, 0],
    ]);
    expect(people[0]).toMatchObject({
      ordinary: [hours(45), hours(26)],
      exceptional: [0, hours(20)],
      totalExceptional: hours(20),
    });
    expect(people[1]?.ordinary).toEqual([null, hours(91)]);
  });
  test('45時間ちょうどの月は、45時間超に数えない', () => {
    expect(people.map(({ over45 }) => over45)).toEqual([1, 1, 0]);
  });
});

test('課の計: 通常と特例を分け、1人当たりを前年同月と比べる', () => {
  const now = { headcount: 3, overtime: hours(10), exceptional: hours(4) };
  expect(totalOf('2026-05', now, { headcount: 2, overtime: hours(9), exceptional: 0 })).toEqual({
    month: '2026-05',
    headcount: 3,
    ordinary: hours(6),
    exceptional: hours(4),
    perHead: 200,
    lastYearHeadcount: 2,
    lastYear: hours(9),
    lastYearPerHead: 270,
  });
  expect(totalOf('2026-05', undefined, undefined)).toMatchObject({ ordinary: null, perHead: null, lastYear: null });
});

test('上限の印は、上限の名前・時間・状態を言う', () => {
  expect(markWords(over)).toBe('月45時間 超過');
  expect(markWords({ limit: 'average-3', state: 'near', value: 0, cap: hours(240) })).toBe('3か月平均80時間 注意');
  expect(markWords({ limit: 'monthsOver45', state: 'forecastOver', value: 6, cap: 6 })).toBe(
    '45時間超の月数6回 見込みで超過',
  );
  expect(markWords({ limit: 'annual', state: 'unknown', value: null, cap: null })).toBe('年 判定できない');
});

describe('ファイル', () => {
  const sheet: SectionSheet = {
    month: '2026-05',
    fiscalYear: 2026,
    settled: true,
    department: '11',
    name: '税務課',
    path: '総務部 税務課',
    shows: 'everyone',
    months,
    totals: months.map((month) =>
      totalOf(month, { headcount: 2, overtime: hours(91), exceptional: hours(20) }, undefined),
    ),
    people,
  };
  test('一人2行(通常と特例)', () => {
    const rows = sectionSheetRows(sheet);
    expect(rows[0]).toEqual(['総務部 税務課', '4月', '5月']);
    expect(rows[4]).toEqual(['前年同月の1人当たり', null, null]);
    expect(rows.slice(8, 11)).toEqual([
      [1, '1', '甲', '通常', '45:00', '26:00', '71:00', 1, ''],
      [1, '1', '甲', '特例', '0:00', '20:00', '20:00', null, null],
      [1, '2', '乙', '通常', null, '91:00', '91:00', 1, '月45時間 超過'],
    ]);
  });
  test('印刷の表の時間は、表計算で足せる数になる', () => {
    const { rows, widths } = sectionSheetLayout('シート', sheet);
    expect(rows[2]?.at(-1)).toEqual({ value: hours(71) / 1_440, look: 'duration' });
    expect(rows[8]).toHaveLength(widths.length);
  });
});
