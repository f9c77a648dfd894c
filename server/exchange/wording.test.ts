import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownCodes, sentenceOf } from './wording.ts';

test('行を断る理由には、すべて、わけと直し方がある', () => {
  const folders = ['kinds', 'rows'].map((folder) => join(import.meta.dirname, folder));
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const used = new Set(
    sources.flatMap((source) => source.match(/'import\.[a-z.-]+'/g) ?? []).map((code) => code.slice(1, -1)),
  );
  expect(used.size).toBeGreaterThan(30);
  expect([...used].filter((code) => !knownCodes.includes(code))).toEqual([]);
  expect(knownCodes.filter((code) => !used.has(code))).toEqual([]);
  for (const code of knownCodes) {
    const { message, cure } = sentenceOf({ code, field: '日付', line: 2 }, 'punches');
    expect(message.length * cure.length).toBeGreaterThan(0);
  }
});

test('区分の直し方は、ファイルの種類ごとに言う', () => {
  const cure = (kind: Parameters<typeof sentenceOf>[1]) =>
    sentenceOf({ code: 'import.value.not-in-list', field: '区分', line: 2 }, kind).cure;
  expect(cure('punches')).toBe('出勤・退勤 のどちらか(分からなければ空欄)に直す');
  expect(cure('departments')).toBe('部局・課・係 のどれかに直す');
});
