import { describe, expect, test } from 'vitest';
import { punches } from '../kinds/punches.ts';
import { layoutOf, unknownFields } from './columns.ts';

const layout = (headers: string[], mapping = {}) => layoutOf(headers, punches.columns, punches.alternatives, mapping);

describe('項目の対応', () => {
  test('順不同、別名、全角、単位のかっこ', () => {
    const { positions, missing } = layout(['端末名', '備考', '職員ＣＤ', '打刻日(年月日)', '時分', '種別']);
    expect(missing).toEqual([]);
    expect(Object.fromEntries(positions)).toEqual({ 端末: 0, 職員番号: 2, 日付: 3, 時刻: 4, 区分: 5 });
  });
  test('知らない列は取り込まない', () => {
    expect(layout(['職員番号', '打刻日時', '備考']).columns[2]).toEqual({
      header: '備考',
      field: null,
      required: false,
    });
  });
  test('対応のファイルは、名前より先', () => {
    const { positions } = layout(['職員番号', '社員コード', '打刻日時'], { 職員番号: '社員コード' });
    expect(positions.get('職員番号')).toBe(1);
  });
  test('対応のファイルにある列がなければ、名前では探さない', () => {
    expect(layout(['職員番号', '打刻日時'], { 職員番号: '社員コード' }).missing).toEqual(['職員番号']);
  });
  test('足りない項目を言う', () => {
    expect(layout(['氏名', '日付']).missing).toEqual([
      '職員番号',
      '打刻日時、または 日付と出勤、または 日付と退勤、または 日付と時刻',
    ]);
    expect(layout(['1', '2026-11-04 8:22']).hasHeader).toBe(false);
  });
  test('同じ項目名が2つあれば言う。取り込まない列は問わない', () => {
    expect(layout(['職員番号', '打刻日時', '区分', ' 区分', '備考', '備考']).twice).toEqual(['区分']);
    expect(layout(['職員番号', '打刻日時', '備考', '備考']).twice).toEqual([]);
  });
  test('知らない項目への対応', () => {
    expect(unknownFields({ 職員番号: 'a', 生年月日: 'b' }, punches.columns)).toEqual(['生年月日']);
  });
});
