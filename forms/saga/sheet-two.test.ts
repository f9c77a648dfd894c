import { sagaSheetTwo } from '@tokimori/contract/reports';
import { parseDuration } from '@tokimori/law/time/minutes';
import { parseYearMonth } from '@tokimori/law/time/months';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { listBytes } from '../spreadsheet.ts';
import { bySeverity, decimalHours, sheetTwo, sheetTwoColumns, sheetTwoRow, sheetTwoValues } from './sheet-two.ts';

const of = (staff: string, ...hours: (string | null)[]) => ({
  staff,
  name: `職員${staff}`,
  departmentName: '県土整備部',
  hours: hours.map((text) => (text === null ? null : parseDuration(text)!)),
  allowances: hours.map(() => null),
});

describe('資料②', () => {
  test('時間数は小数2けた、累計・回数・超の印', () => {
    const person = of('1', '10:15', '15:20', '8:09', '3:25', '43:00', '187:55');
    const row = sheetTwoRow(person);
    expect(sheetTwoValues(row)).toEqual([
      '1',
      '職員1',
      '県土整備部',
      268.07,
      null,
      null,
      null,
      1,
      1,
      10.25,
      15.33,
      8.15,
      3.42,
      43,
      187.92,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  test('超は、ちょうどを含まない', () => {
    const row = (...hours: string[]) => sheetTwoRow(of('1', ...hours));
    expect(row('45:00', '45:01', '80:00', '80:01')).toMatchObject({ over45: 3, over80: 1 });
    expect([row('360:00').over360, row('360:01').over360, row('720:00').over720, row('720:01').over720]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
  test('わからない月は空欄のまま、累計には入れない', () => {
    expect(sheetTwoRow(of('1', null, '1:00'))).toMatchObject({ cumulative: 60, hours: [null, 60], allowance: null });
    expect(sheetTwoRow({ ...of('1', '1:00', '2:00'), allowances: [null, 3_000] }).allowance).toBe(3_000);
  });
  test('その月の多い順、同じなら累計の多い順、職員番号順', () => {
    const rows = [
      of('3', '0:00', '1:00'),
      of('2', '0:00', '1:00'),
      of('1', '9:00', '1:00'),
      of('4', '0:00', '2:00'),
      of('5', '1:00', null),
    ];
    expect(rows.toSorted(bySeverity).map((row) => row.staff)).toEqual(['4', '1', '2', '3', '5']);
  });
  test('100分の1時間に四捨五入', () => {
    expect([decimalHours(1), decimalHours(3), decimalHours(7), decimalHours(null)]).toEqual([0.02, 0.05, 0.12, null]);
  });
  test('契約の形と、xlsxの列', async () => {
    const months = [parseYearMonth('2026-04')!, parseYearMonth('2026-05')!];
    const page = sheetTwo(months[1]!, months, [of('1', '50:00', '20:00')], 1);
    expect(sagaSheetTwo.parse(page)).toEqual(page);
    const written: Uint8Array[] = [];
    for await (const piece of listBytes('資料②', sheetTwoColumns(months), page.rows.map(sheetTwoValues)))
      written.push(piece);
    const { sheets } = await readXlsx(Buffer.concat(written));
    expect(sheets[0]?.rows.map((row) => row.slice(0, 11))).toEqual([
      [
        '職員番号',
        '職員名',
        '部局',
        '累計時間数',
        '累計360H超',
        '累計720H超',
        '累計手当額',
        '45H超',
        '80H超',
        '4月時間数',
        '5月時間数',
      ],
      ['1', '職員1', '県土整備部', 70, null, null, null, 1, 0, 50, 20],
    ]);
    expect(sheets[0]?.rows[0]?.slice(11)).toEqual(['4月手当額', '5月手当額']);
  });
});
