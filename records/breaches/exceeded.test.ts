import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, test } from 'vitest';
import { exceededOf, type StandingRow } from './exceeded.ts';

const at = (text: string) => parseYearMonth(text) ?? Number.NaN;
const row = (month: string, given: Partial<StandingRow> = {}): StandingRow => ({
  staff: '1',
  limit: 'monthly',
  month: at(month),
  department: '21',
  state: 'over',
  value: 2701,
  cap: 2700,
  ...given,
});
const last = (month: string) => () => at(month);

describe('超えた上限は、月と平均は月ごとに、年の上限は年度に一つ', () => {
  test('月の上限は、その月の一つ', () => {
    const [found, ...more] = exceededOf([row('2026-05')], last('2026-10'), 4);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      period: at('2026-05'),
      from: at('2026-05'),
      through: at('2026-05'),
      carried: 'none',
    });
    expect(found?.fiscalYear).toBe(2026);
  });
  test('3か月平均は、月の終わる3か月にわたる', () => {
    const [found] = exceededOf(
      [row('2026-05', { limit: 'average-3', value: 14_401, cap: 14_400 })],
      last('2026-10'),
      4,
    );
    expect(found).toMatchObject({ period: at('2026-05'), from: at('2026-03'), through: at('2026-05') });
  });
  test('年の上限は、超えた月の所属で、いまの時間で一つ', () => {
    const rows = ['2026-10', '2026-08', '2026-09'].map((month, nth) =>
      row(month, { limit: 'annual', cap: 21_600, value: 21_601 + nth * 10, department: `2${nth}` }),
    );
    const found = exceededOf(rows, last('2026-10'), 4);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      period: at('2026-04'),
      month: at('2026-08'),
      through: at('2026-10'),
      department: '21',
      value: 21_601,
    });
  });
  test('年度が変われば、別の記録になる(1年が9月に始まる団体も)', () => {
    const rows = [row('2026-03', { limit: 'annual' }), row('2026-04', { limit: 'annual' })];
    expect(exceededOf(rows, last('2026-04'), 9)).toHaveLength(1);
    const months = exceededOf(rows, (_, begins) => (begins === at('2026-04') ? at('2026-04') : at('2026-03')), 4);
    expect(months.map(({ period }) => period)).toEqual([at('2025-04'), at('2026-04')]);
  });
  test('後の月の判定で上限以内になれば、超えていない。判定できない間は、そのまま', () => {
    const over = row('2026-08', { limit: 'annual', cap: 21_600, value: 21_700 });
    expect(exceededOf([over], last('2026-10'), 4)).toEqual([]);
    const open = row('2026-10', { limit: 'annual', state: 'unknown', value: null, cap: 21_600 });
    expect(exceededOf([over, open], last('2026-10'), 4)).toHaveLength(1);
    expect(exceededOf([open], last('2026-10'), 4)).toEqual([]);
  });
  test('異動後の上限は、上限の月数だけさかのぼる', () => {
    const [found] = exceededOf(
      [row('2026-12', { limit: 'afterTransfer', cap: 5 * 1800, value: 9001 })],
      last('2026-12'),
      4,
    );
    expect(found).toMatchObject({ period: at('2026-04'), from: at('2026-11'), through: at('2026-12') });
  });
  test('特例業務があって超えたものは、そう書く', () => {
    expect(exceededOf([row('2026-09', { state: 'overExceptional' })], last('2026-10'), 4)[0]?.carried).toBe(
      'exceptional',
    );
  });
});
