import { describe, expect, test } from 'vitest';
import { csvRows, UnclosedQuote } from './csv-rows.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
async function rowsOf(text: string, size = 1000, separator: 'comma' | 'tab' = 'comma') {
  const rows = [];
  for await (const batch of csvRows(pieces(text, size), separator)) rows.push(...batch);
  return rows.map(({ line, raw, cells }) => [line, raw, [...cells]]);
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
  test('閉じない引用符は、行を添えて断る', async () => {
    const long = `a,b\n1,2\n3,"${'x'.repeat(1_200_000)}\n4,5\n`;
    await expect(rowsOf(long, 100_000)).rejects.toThrow(UnclosedQuote);
    await expect(rowsOf(long, 100_000)).rejects.toMatchObject({ line: 3 });
  });
});
