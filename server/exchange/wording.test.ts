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
    const { message, cure } = sentenceOf(code, '日付');
    expect(message.length * cure.length).toBeGreaterThan(0);
  }
});
