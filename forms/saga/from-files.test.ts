import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, test } from 'vitest';
import type { BureauRow } from './file-sums.ts';
import { sheetOneFromFiles, sheetTwoFromFiles } from './from-files.ts';
import { published } from './published-2023-09.ts';
import { sheetOne } from './sheet-one.ts';

const month = (text: string) => parseYearMonth(text)!;
const row = (
  bureau: string | null,
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
  describe('令和5年9月分の公表された数字', () => {
    const { departments, hours } = published;
    const lines = (['normal', 'infection', 'disaster', 'total'] as const).flatMap((label) =>
      departments.map((name, index) => row(name, '2023-09', label, hours[label]!.cells[index]! * 60)),
    );
    const totals = (['normal', 'infection', 'disaster'] as const).map((label) =>
      row(null, '2023-09', label, hours[label].total! * 60),
    );
    const gaps = [
      '災害対応の計 21289:00は、部局の合計 21288:00と合いません(差 +1:00)。',
      'Dの総時間数 2986:00は、内訳の合計 2987:00と合いません(差 −1:00)。',
      'Hの総時間数 6271:00は、内訳の合計 6270:00と合いません(差 +1:00)。',
      'Lの総時間数 8788:00は、内訳の合計 8787:00と合いません(差 +1:00)。',
    ];
    const made = (rows: readonly BureauRow[]) => sheetOne(sheetOneFromFiles(month('2023-09'), [], rows));
    const totalsOf = (rows: readonly BureauRow[]) =>
      made(rows)
        .lines.slice(0, 4)
        .map((line) => line.total! / 60);
    test('計の行は部局にならず、公表された計を示し、違いを言う', () => {
      const sheet = made([...lines, ...totals, row(null, '2023-09', 'total', 49_999 * 60)]);
      expect(sheet.departments).toEqual(departments);
      expect(sheet.lines[0]!.cells[3]).toBe(2_986 * 60);
      expect(sheet.differences).toEqual(gaps);
      expect(totalsOf([...lines, ...totals, row(null, '2023-09', 'total', 49_999 * 60)])).toEqual([
        49_999, 28_546, 164, 21_289,
      ]);
      expect(sheet.overview.map((line) => line.month! / 60)).toEqual([49_999, 28_546, 164, 21_289]);
    });
    test('総時間数の行がなければ、区分の計を合わせて示す', () => {
      const parts = lines.filter((line) => line.category !== 'total');
      expect(totalsOf([...parts, ...totals])).toEqual([49_999, 28_546, 164, 21_289]);
      expect(made([...parts, ...totals]).differences).toEqual([
        '総時間数の計 49999:00は、部局の合計 49998:00と合いません(差 +1:00)。',
        gaps[0],
      ]);
      expect(totalsOf(lines)).toEqual([49_999, 28_546, 164, 21_288]);
      expect(totalsOf(parts)).toEqual([49_998, 28_546, 164, 21_288]);
    });
    test('総時間数の計が、区分の計の合計と違えば、それも言う', () => {
      expect(made([...lines, ...totals, row(null, '2023-09', 'total', 50_000 * 60)]).differences).toContain(
        '総時間数の計 50000:00は、通常・感染症・災害の計の合計 49999:00と合いません(差 +1:00)。',
      );
    });
    test('計だけが分かる前年の月は、部局を0とせずに比べる', () => {
      const sheet = made([...lines, row(null, '2022-09', 'normal', 25_000 * 60)]);
      expect(sheet.overview.map((line) => line.lastYearMonth)).toEqual([null, 25_000 * 60, null, null]);
      expect([sheet.lines[4]!.cells[0], sheet.lines[4]!.total]).toEqual([null, 1_142]);
    });
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
