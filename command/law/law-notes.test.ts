import { readdirSync, readFileSync } from 'node:fs';
import { modelParameters } from '@tokimori/ordinances/parameters/table';
import { describe, expect, it } from 'vitest';
import { allAsks } from '../asks/rooms.ts';
import { InputRefused, WrongUsage } from '../refusal.ts';
import { goldenCases, provisions, reviewSheets } from './law-files.ts';
import { allSheets, sheetNamed } from './review.ts';
import { inOneLine, sheetDocument } from './sheet-document.ts';
import { unknownParameters } from './sheet-parameters.ts';

type Path = readonly (string | number)[];

/** The places of all members of a document. */
function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...at, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [place]), ...pathsIn(inner, place)];
  });
}

function without(document: unknown, path: Path): unknown {
  const copy: unknown = structuredClone(document);
  const holder = path.slice(0, -1).reduce<unknown>((found, key) => Reflect.get(found as object, key), copy);
  Reflect.deleteProperty(holder as object, path.at(-1) ?? '');
  return copy;
}

const folder = new URL('../../docs/law-notes/', import.meta.url);

describe('review sheets', () => {
  const sheets = reviewSheets();

  it('name parameters that exist', () => {
    const wrong = sheets.flatMap(({ id, parameters }) =>
      unknownParameters(parameters, modelParameters).map((name) => `${id}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
  it('have golden cases that can be read', () => {
    const empty = sheets.filter(({ caseFiles }) => caseFiles.some((file) => goldenCases(file).length === 0));
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
  it.each([
    ['OT-05', '時間外勤務'],
    ['ot-05', '時間外勤務'],
    ['OVERTIME', '時間外勤務'],
  ])('are found by %s', (name, title) => expect(sheetNamed(name).title).toContain(title));
  it('are not found by other names', () => expect(() => sheetNamed('OT-99')).toThrow(WrongUsage));
  it('name commands that exist', async () => {
    const asks = new Set((await allAsks()).map(({ name }) => name));
    const wrong = sheets.flatMap(({ id, command }) =>
      command
        .split('、')
        .map((each) => each.replace('tokimori law ask ', ''))
        .filter((each) => !each.startsWith('tokimori ') && !each.startsWith('ページ') && !asks.has(each))
        .map((each) => `${id}: ${each}`),
    );
    expect(wrong).toEqual([]);
  });
  it('stand in docs/law-notes as they are made (npx tokimori law review --all --out docs/law-notes)', () => {
    const made = allSheets();
    expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
    for (const [name, text] of made) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
  });
  it('show the values of a municipality beside those of the model', () => {
    const sheet = sheets.find(({ id }) => id === 'CALENDAR');
    if (sheet === undefined) throw new Error('no sheet');
    const row = { key: 'weeklyDaysOff', what: '週休日', value: '月曜日', default: '土曜日・日曜日', differs: true };
    const parameter = { ...row, source: '条例', decides: '条例', confidence: 'A' } as const;
    const text = sheetDocument(sheet, provisions(), [parameter], '美汐市');
    expect(text).toContain('| 項目 | 内容 | 標準の値 | 美汐市の値 |');
    expect(text).toContain('| `weeklyDaysOff` | 週休日 | 土曜日・日曜日 | **月曜日** |');
  });
});

describe('every question', () => {
  it('answers its own example and explains the answer', async () => {
    for (const { name, example, answer } of await allAsks()) {
      const { answer: said, explanation } = answer(example);
      const lines = explanation();
      expect(Object.keys(said).length, name).toBeGreaterThan(0);
      expect(lines.length, name).toBeGreaterThan(0);
      expect(lines.join('\n'), name).not.toMatch(/NaN|undefined|\[object|\(\)/);
    }
  });
  it('has a name of its own', async () => {
    const names = (await allAsks()).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
  it('answers or refuses with words, whatever member of its example is missing', async () => {
    for (const { name, example, answer } of await allAsks()) {
      for (const path of pathsIn(example)) {
        try {
          answer(without(example, path));
        } catch (error) {
          const told = error instanceof InputRefused ? error.complaints.map(({ why }) => why?.ja).join(' ') : error;
          expect(told, `${name} without ${path.join('.')}`).not.toMatch(/undefined|null|NaN|\[object/);
          expect(error, `${name} without ${path.join('.')}`).toBeInstanceOf(InputRefused);
        }
      }
    }
  });
  it('refuses an unknown member and an empty document with words', async () => {
    for (const { name, example, answer } of await allAsks()) {
      expect(() => answer({ ...example, unheardOf: 1 }), name).toThrow('入力を受け付けられません');
      expect(() => answer([]), name).toThrow('入力を受け付けられません');
    }
  });
});

describe('a case in one line', () => {
  it.each([
    [{ month: '2026-04', spans: ['a', 'b'] }, 'month: 2026-04、spans(a / b)'],
    [[{ a: 1 }, { a: 2 }], 'a: 1 / a: 2'],
    [null, 'なし'],
    [{ refused: true }, '受け付けない'],
    [{ inner: { b: true } }, 'inner(b: true)'],
  ])('%j', (value, line) => expect(inOneLine(value)).toBe(line));
});
