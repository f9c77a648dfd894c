import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, test } from 'vitest';
import { type BureauRow, sheetOneFromFiles, sheetTwoFromFiles } from './from-files.ts';
import { sheetOne } from './sheet-one.ts';

const month = (text: string) => parseYearMonth(text)!;
const row = (
  bureau: string,
  at: string,
  category: BureauRow['category'],
  minutes: number,
  allowance: number | null = null,
): BureauRow => ({
  bureau,
  month: month(at),
  category,
  minutes,
  allowance,
});
const staff = [
  { staff: '1', name: '佐賀 一', bureau: '総務部' },
  { staff: '2', name: '葉 子', bureau: '総務部' },
  { staff: '3', name: '県 三', bureau: '県土整備部' },
  { staff: '4', name: '議 会', bureau: '議会事務局' },
];

describe('3つのファイルから', () => {
  const rows = [
    row('総務部', '2026-05', 'normal', 1_200, 50_000),
    row('総務部', '2026-05', 'exceptional', 60, 2_500),
    row('県土整備部', '2026-05', 'disaster', 600, 25_000),
    row('総務部', '2026-04', 'normal', 300, 10_000),
    row('総務部', '2025-05', 'normal', 1_000),
  ];
  test('資料①: 部局・区分ごとの合計、累計、前年、一人あたり', () => {
    const sheet = sheetOne(sheetOneFromFiles(month('2026-05'), staff, rows));
    expect(sheet.departments).toEqual(['総務部', '県土整備部']);
    const byLabel = new Map(sheet.lines.map((line) => [line.label, [...line.cells, line.total]]));
    expect(byLabel.get('total')).toEqual([1_260, 600, 1_860]);
    expect(byLabel.get('normal')).toEqual([1_260, 0, 1_260]);
    expect(byLabel.get('disaster')).toEqual([0, 600, 600]);
    expect(byLabel.get('ratio')).toEqual([1_260, null, 1_260]);
    expect(byLabel.get('perHead')).toEqual([105, 0, 70]);
    expect(byLabel.get('perHeadRatio')).toEqual([null, null, null]);
    expect(sheet.overview[0]).toEqual({
      label: 'total',
      month: 1_860,
      lastYearMonth: 1_000,
      cumulative: 2_160,
      lastYearCumulative: null,
      allowance: 77_500,
      lastYearAllowance: null,
      cumulativeAllowance: 87_500,
      lastYearCumulativeAllowance: null,
    });
    expect(sheet.differences).toEqual(['職員一覧の部局のうち、時間外一覧にないものは載せていません: 議会事務局。']);
  });
  test('資料②: 行のない月は空欄、行のある月にいない人は0', () => {
    const day = (number: string, date: string, minutes: number) => ({
      staff: number,
      day: parseLocalDate(date)!,
      category: 'normal' as const,
      minutes,
      allowance: null,
    });
    const { months, rows: people } = sheetTwoFromFiles(month('2026-06'), staff, [
      day('1', '2026-04-01', 120),
      day('1', '2026-04-30', 60),
      day('3', '2026-06-02', 90),
      day('9', '2026-06-02', 30),
      day('1', '2025-06-01', 999),
    ]);
    expect(months.length).toBe(3);
    expect(people.map(({ staff: number, name, hours }) => [number, name, ...hours])).toEqual([
      ['3', '県 三', 0, null, 90],
      ['9', '(職員一覧にない職員)', 0, null, 30],
      ['1', '佐賀 一', 180, null, 0],
      ['2', '葉 子', 0, null, 0],
      ['4', '議 会', 0, null, 0],
    ]);
  });
});
