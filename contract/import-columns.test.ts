import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileShape, importShapes } from './import-columns.ts';
import { importKind } from './imports.ts';
import { sagaShapes } from './saga-columns.ts';

const table = ({ name, about, columns, alternatives }: FileShape, key: string): string => {
  const used = columns.filter(({ example }) => example !== '');
  return [
    `### ${name}(\`${key}\`)`,
    '',
    about,
    '',
    '| 項目名 | 必須 | 内容 | 例 | ほかの呼び名 |',
    '| --- | --- | --- | --- | --- |',
    ...columns.map(
      ({ field, required, means, example, aliases }) =>
        `| ${field} | ${required ? '必須' : ''} | ${means} | ${example} | ${aliases.join('、')} |`,
    ),
    '',
    ...(alternatives.length === 0
      ? []
      : [`次のどれかが要ります: ${alternatives.map((set) => set.join('と')).join('、または ')}`, '']),
    '```csv',
    used.map(({ field }) => field).join(','),
    used.map(({ example }) => example).join(','),
    '```',
    '',
  ].join('\n');
};

const page = [
  '# 取り込みの様式',
  '',
  'CSV(カンマかタブ区切り)の1行目に項目名を書きます。順番は自由です。文字コードは UTF-8、CP932(Shift_JIS)、',
  'BOM付きの UTF-16(表計算ソフトの「Unicode テキスト」)を見分けます。',
  '',
  '- 日付は `2026-11-04`、`2026/11/4`、`R8.11.4`、年月は `2026-04`、`R8.4` の形で書きます。',
  '- 時刻は `8:22`、`0822`、翌日の午前は `26:10` の形、時間数は `7:20` か `7.33` の形で書きます。',
  '- カンマや改行を含む値は引用符(`"`)で囲みます。引用符が閉じていない行は、その行だけを受け付けません。',
  '- 知らない項目は取り込みません。同じ項目名が2つあるファイルは受け付けません。',
  '',
  '画面では「取り込み」の「項目名と書き方」、コマンドでは `tokimori import KIND --help` でも同じものを見られます。',
  '',
  '## 取り込むファイル',
  '',
  ...Object.entries(importShapes).map(([kind, shape]) => table(shape, kind)),
  '## 資料①②をつくる3つのファイル',
  '',
  '「報告・様式」で選ぶか、コマンドで指定します。資料①には部局ごとの時間外一覧、資料②には職員一覧と日ごとの',
  '時間外一覧が要ります。',
  '',
  '```sh',
  'tokimori report saga-1 --month 2026-10 --format xlsx --out shiryo1.xlsx \\',
  '  --departments-file bukyoku.csv --staff-file shokuin.csv',
  'tokimori report saga-2 --month 2026-10 --format csv --out - \\',
  '  --staff-file shokuin.csv --days-file hibetsu.csv',
  '```',
  '',
  ...Object.entries(sagaShapes).map(([field, shape]) => table(shape, `--${field}-file`)),
  '計の行の書き方(部局が「計」、または区分が「総時間数」):',
  '',
  '```csv',
  '部局,年月,区分,時間数',
  '総務部,2026-10,通常,46:30',
  '総務部,2026-10,災害,2:00',
  '総務部,2026-10,総時間数,48:30',
  '計,2026-10,通常,46:30',
  '計,2026-10,災害,2:00',
  '計,2026-10,総時間数,48:30',
  '```',
  '',
].join('\n');

describe('取り込みの様式', () => {
  test('手引きのページは、ここの項目と同じ', async () => {
    await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../docs/manual/import-formats.md'));
  });
  test('すべての種類に、項目と、要る項目の例がある', () => {
    expect(Object.keys(importShapes).toSorted()).toEqual([...importKind.options].toSorted());
    for (const { columns, alternatives } of [...Object.values(importShapes), ...Object.values(sagaShapes)]) {
      const names = columns.map(({ field }) => field);
      expect(new Set(names).size).toBe(names.length);
      for (const { required, means, example } of columns) {
        expect(means).not.toBe('');
        if (required) expect(example).not.toBe('');
      }
      const given = columns.filter(({ example }) => example !== '').map(({ field }) => field);
      if (alternatives.length > 0)
        expect(alternatives.some((set) => set.every((field) => given.includes(field)))).toBe(true);
      for (const field of alternatives.flat()) expect(names).toContain(field);
    }
  });
});
