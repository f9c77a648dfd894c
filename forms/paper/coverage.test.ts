import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePointsOf, printable } from './coverage.ts';
import { Typesetter } from './typesetter.ts';

const fontOf = (name: string, file: string): ReadonlySet<number> =>
  codePointsOf(
    readFileSync(
      join(dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`)), file),
    ),
  );
const mincho = fontOf('biz-udmincho', '400Regular/BIZUDMincho_400Regular.ttf');
const noto = fontOf('noto-sans-jp', '400Regular/NotoSansJP_400Regular.ttf');
const has = new Set([...mincho, ...noto]);
const code = (character: string) => character.codePointAt(0) ?? 0;

describe('what a font has', () => {
  it('is read from both forms of its table: letters of the basic plane and beyond', () => {
    for (const character of 'あ亜髙﨑①Az0、')
      expect([character, mincho.has(code(character))]).toEqual([character, true]);
    expect(noto.has(code('𠮷'))).toBe(true);
    for (const character of ['한', '𪜈', '\ue000', '\uffff'])
      expect([character, has.has(code(character))]).toEqual([character, false]);
    expect(mincho.size).toBeGreaterThan(7_000);
    expect(noto.size).toBeGreaterThan(15_000);
  });

  it.each([
    ['names as they are', '𠮷田 髙志、山﨑', '𠮷田 髙志、山﨑'],
    ['a letter no font has', '𪜈原 한국', '〓原 〓〓'],
    ['a private letter (外字)', '山\ue000', '山〓'],
    ['half of a pair', 'x\ud800y', 'x〓y'],
    ['a variant of a letter', '渡邉\u{e0102}', '渡邉\u{e0102}'],
    ['kana with its mark apart', 'か\u3099は\u309a', 'がぱ'],
    ['a compatible letter, which is not the usual one', '\ufa19', '\ufa19'],
    ['lines of other machines', 'あ\r\nい\rう\u2028え', 'あ\nい\nう\nえ'],
    ['what is not seen', 'a\tb\u0007c\ufeffd\u200be', 'a\u3000bcde'],
  ])('%s', (_, text, paper) => {
    expect(printable(text, has)).toBe(paper);
  });
});

describe('templates', () => {
  const room = new URL('..', import.meta.url);
  const templates = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.typ'));
  // A letter that our fonts lack would be looked for among those of the machine, or keep the form from being printed.
  it.each(templates)('%s has no letter that our fonts lack', (name) => {
    const letters = new Set(readFileSync(new URL(name, room), 'utf8'));
    expect([...letters].filter((letter) => code(letter) > 0x1f && !has.has(code(letter)))).toEqual([]);
  });
  it('are there', () => {
    expect(templates.length).toBeGreaterThan(15);
  });
});

it('prints any text at all: nothing typed keeps a form from being printed', () => {
  const typesetter = new Typesetter();
  const names = [
    '𪜈한\ue000\ud800',
    '👨‍👩‍👧😀',
    'سلام हिन्दी ไทย',
    'あ\u{e01ef}い\ufe0f',
    'a\u0000\u0007\ufeff\u00ad\u200d',
    '"#\\$*_`[]@<>',
  ];
  const people = names.map((name) => ({ staff: '1', name, section: name, month: '1:00', year: '1:00', over: name }));
  const data = { municipality: '市', sheets: [{ on: '', section: '', head: '', month: '令和8年10月', people }] };
  for (const batch of [false, true]) {
    const pdf = typesetter.pdf({ template: 'nerima/notice.typ', data, madeAt: 1_793_836_800, batch });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  }
});
