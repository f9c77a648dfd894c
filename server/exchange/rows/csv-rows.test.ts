import { describe, expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
async function rowsOf(text: string, size = 1000, separator: 'comma' | 'tab' = 'comma') {
  const rows = [];
  for await (const batch of csvRows(pieces(text, size), separator)) rows.push(...batch);
  return rows.map(({ line, raw, cells, fault }) => [line, raw, fault ?? [...cells]]);
}

describe('行に分ける', () => {
  const text = '職員番号,メモ\r\n1,"二行の\r\n""メモ"""\r\n\r\n2,\r\n3,"x"  \r\n4,おわり';
  const expected = [
    [1, '職員番号,メモ', ['職員番号', 'メモ']],
    [2, '1,"二行の\r\n""メモ"""', ['1', '二行の\r\n"メモ"']],
    [5, '2,', ['2', '']],
    [6, '3,"x"  ', ['3', 'x']],
    [7, '4,おわり', ['4', 'おわり']],
  ];
  test.each([1, 2, 3, 7, 1000])('%d文字ずつ届いても同じ行になる', async (size) => {
    expect(await rowsOf(text, size)).toEqual(expected);
  });
  test('タブ区切り、LF', async () => {
    expect(await rowsOf('a\tb\n1\t"2\t3"\n', 1000, 'tab')).toEqual([
      [1, 'a\tb', ['a', 'b']],
      [2, '1\t"2\t3"', ['1', '2\t3']],
    ]);
  });
  test('CRだけの改行', async () => {
    expect(await rowsOf('a,b\r1,2\r3,4')).toEqual([
      [1, 'a,b', ['a', 'b']],
      [2, '1,2', ['1', '2']],
      [3, '3,4', ['3', '4']],
    ]);
  });
  test.each([1, 3, 7, 4000])('閉じない引用符は、その行だけを断る(%d文字ずつ)', async (size) => {
    const lines = Array.from({ length: 60 }, (_, at) => `${at + 2},出勤,T1`);
    lines[30] = '32,出勤,"T1';
    const rows = await rowsOf(`職員番号,区分,端末\n${lines.join('\n')}\n`, size);
    expect(rows).toHaveLength(61);
    expect(rows[31]).toEqual([32, '32,出勤,"T1', 'import.row.quote-unclosed']);
    expect(rows[32]).toEqual([33, '33,出勤,T1', ['33', '出勤', 'T1']]);
    expect(rows.filter((row) => typeof row[2] === 'string')).toHaveLength(1);
  });
  test.each([
    ['次の行も引用符', 'a,b\n"1","x\n"2","y"\n"3","z"\n', 2, ['2', 'y']],
    ['はじめの欄', 'a,b\n"1,x\n2,"y"\n3,z\n', 2, ['2', 'y']],
    ['最後の行', 'a,b\n2,y\n3,"z', 3, ['2', 'y']],
    ['二重の引用符で終わる', 'a,b\r\n1,"x""\r\n2,y\r\n', 2, ['2', 'y']],
  ])('閉じない引用符: %s', async (_name, text, line, good) => {
    for (const size of [1, 5, 1000]) {
      const rows = await rowsOf(text, size);
      expect(rows.filter((row) => row[2] === 'import.row.quote-unclosed').map((row) => row[0])).toEqual([line]);
      expect(rows.map((row) => row[2])).toContainEqual(good);
    }
  });
  test('閉じた引用符の後の文字は、その行を断る', async () => {
    expect(await rowsOf('a,b\n1,"x"y\n2,z"w"\n3,""\n')).toEqual([
      [1, 'a,b', ['a', 'b']],
      [2, '1,"x"y', 'import.row.quote-misplaced'],
      [3, '2,z"w"', ['2', 'z"w"']],
      [4, '3,""', ['3', '']],
    ]);
  });
  test('引用符の中の改行は20行まで', async () => {
    const memo = (lines: number) => `1,"${Array.from({ length: lines }, (_, at) => `m${at}`).join('\n')}"`;
    expect((await rowsOf(`a,b\n${memo(20)}\n2,x\n`))[2]).toEqual([22, '2,x', ['2', 'x']]);
    expect((await rowsOf(`a,b\n${memo(21)}\n2,x\n`))[1]?.[2]).toBe('import.row.quote-unclosed');
  });
  test.each(['"', ''])('長すぎる行は、読み飛ばして次へ進む(%s)', async (mark) => {
    const long = `a,b\n1,2\n3,${mark}${'x'.repeat(1_200_000)}\n4,5\n`;
    const rows = await rowsOf(long, 100_000);
    expect(rows[2]?.[2]).toBe('import.row.too-long');
    expect(String(rows[2]?.[1])).toHaveLength(1000);
    expect(rows[3]).toEqual([4, '4,5', ['4', '5']]);
  });
});
