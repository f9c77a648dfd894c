import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sagaSheetOne } from '@tokimori/contract/reports';
import { parseYearMonth } from '@tokimori/law/time/months';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../csv.ts';
import { writeSheet } from '../spreadsheet.ts';
import { published } from './published-2023-09.ts';
import { type SheetOneInput, sheetOne } from './sheet-one.ts';
import { overviewAllowance, overviewHours, sheetOneLayout, sheetOneRows } from './sheet-one-layout.ts';

const sheet = sheetOne(published);

describe('資料① 令和5年9月分', () => {
  test('公表された表と同じ数字になる', () => {
    const golden = readFileSync(join(import.meta.dirname, 'sheet-one.golden.csv'), 'utf8');
    expect(sheetOneRows(sheet).map(csvLine).join('')).toBe(golden.replaceAll(/\r?\n/g, '\r\n'));
  });
  test('計とその内訳の違いは、隠さずに言う', () => {
    expect(sheet.differences).toEqual([
      '災害対応の計 21,289時間は、部局の合計 21,288時間と合いません(差 +1時間)。',
      'Dの総時間数 2,986時間は、内訳の合計 2,987時間と合いません(差 −1時間)。',
      'Hの総時間数 6,271時間は、内訳の合計 6,270時間と合いません(差 +1時間)。',
      'Lの総時間数 8,788時間は、内訳の合計 8,787時間と合いません(差 +1時間)。',
    ]);
    expect(sheet.lines.map(({ label, total, sumOfCells }) => [label, total, sumOfCells]).slice(0, 4)).toEqual([
      ['total', 49999, 49999],
      ['normal', 28546, 28546],
      ['infection', 164, 164],
      ['disaster', 21289, 21288],
    ]);
  });
  test('公表されていない数字は空欄', () => {
    for (const line of sheet.lines.slice(4)) expect([...line.cells, line.total]).toEqual(Array(14).fill(null));
  });
  test('契約の形', () => expect(sagaSheetOne.parse(sheet)).toEqual(sheet));
  test('xlsxに書いて読み返す', async () => {
    const { sheets } = await readXlsx(await writeSheet(sheetOneLayout(sheet)));
    const rows = sheets[0]!.rows;
    expect(rows[0]?.[0]).toBe('令和5年度時間外勤務実績について(令和5年9月分)');
    expect(rows[3]?.slice(0, 11)).toEqual([
      '総時間数',
      '5.0万時間',
      null,
      '3.4万時間',
      null,
      '総時間数',
      null,
      '18.4万時間',
      null,
      '20.1万時間',
      null,
    ]);
    expect(rows[8]).toEqual(['部局内訳', ...'ABCDEFGHIJKLM', '計']);
    expect(rows[9]?.slice(1)).toEqual([...published.hours.total!.cells, 49999]);
    expect(rows[11]?.[14]).toBe(164);
  });
});

describe('資料① 分からつくる', () => {
  const known: SheetOneInput = {
    month: parseYearMonth('2026-10')!,
    unit: 'minutes',
    departments: ['総務部', '市民部'],
    hours: { normal: { cells: [6_000, 5_999] }, infection: { cells: [0, 60] }, disaster: { cells: [30, 0] } },
    lastYearNormal: [3_446, 0],
    headcount: [8, 3],
    lastYearHeadcount: [10, 3],
    overview: [],
  };
  test('割合は千分率、一人あたりは0.1時間の単位で四捨五入する。0で割るところは空欄', () => {
    const byLabel = new Map(sheetOne(known).lines.map((line) => [line.label, [...line.cells, line.total]]));
    expect(byLabel.get('total')).toEqual([6_030, 6_059, 12_089]);
    expect(byLabel.get('ratio')).toEqual([1741, null, 3482]); // 174.11…%, 348.200…%
    expect(byLabel.get('perHead')).toEqual([125, 333, 182]); // 12.5, 33.33, 18.18
    expect(byLabel.get('perHeadRatio')).toEqual([2176, null, 4115]);
  });
  test('ちょうど半分は切り上げ、その下は切り捨てる', () => {
    const ratio = (now: number, before: number) =>
      sheetOne({
        ...known,
        departments: ['a'],
        hours: { normal: { cells: [now] }, infection: { cells: [0] }, disaster: { cells: [0] } },
        lastYearNormal: [before],
      }).lines[4]!.cells[0];
    expect([ratio(1, 2000), ratio(19_999, 40_000_000), ratio(999, 2000)]).toEqual([1, 0, 500]);
  });
  test('わからない月は、0ではなく空欄', () => {
    const lines = sheetOne({ ...known, hours: { ...known.hours, disaster: { cells: [null, null] } } }).lines;
    expect(lines[0]?.total).toBeNull();
    expect(lines[3]?.total).toBeNull();
  });
  test('題は年度と月から', () => {
    expect(sheetOne({ ...known, month: parseYearMonth('2019-04')! }).title).toBe(
      '令和元年度時間外勤務実績について(平成31年4月分)',
    );
    expect(sheetOne({ ...known, month: parseYearMonth('2027-01')! }).title).toBe(
      '令和8年度時間外勤務実績について(令和9年1月分)',
    );
  });
});

test('概要の単位', () => {
  expect([
    overviewHours(49_999, 'hours', true),
    overviewHours(164, 'hours', true),
    overviewHours(449, 'hours', true),
    overviewHours(500, 'hours', true),
  ]).toEqual(['5.0万時間', '0.0万時間', '0.0万時間', '0.1万時間']);
  expect([
    overviewHours(89, 'minutes', false),
    overviewHours(90, 'minutes', false),
    overviewHours(null, 'minutes', false),
  ]).toEqual(['1時間', '2時間', '']);
  expect([
    overviewAllowance(12_345_499),
    overviewAllowance(12_345_500),
    overviewAllowance(449_999_999),
    overviewAllowance(null),
  ]).toEqual(['[12,345千円]', '[12,346千円]', '[4.5億円]', '']);
});
