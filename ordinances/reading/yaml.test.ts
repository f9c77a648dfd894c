import { describe, expect, test } from 'vitest';
import { readOrdinance } from '../read-ordinance.ts';
import { LONGEST, readYaml } from './yaml.ts';

const town = (parameters: string) =>
  `municipality: { code: "131016", name: 千代田区 }\nversions:\n  - effectiveFrom: "2026-04-01"\n    parameters:\n${parameters}`;
const told = (text: string) =>
  readOrdinance(text, 'town.yaml').problems.map(({ line, message }) => `${line} ${message}`);

describe('files as they come from editors', () => {
  test.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['both, and no end of line', (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`],
    ['comments and empty lines', (text: string) => text.replaceAll('\n', ' # 注\n\n')],
    ['a mark of the beginning and of YAML 1.2', (text: string) => `%YAML 1.2\n---\n${text}`],
  ])('%s', (_name, change) => {
    const { document, problems } = readOrdinance(
      change(town('      nearPercent: 70\n      dayBoundary: 4:00\n')),
      'town.yaml',
    );
    expect(problems).toEqual([]);
    expect(document?.versions[0]?.parameters).toMatchObject({ nearPercent: 70, dayBoundary: 240 });
  });

  test('lines are counted the same with CRLF and a byte order mark', () => {
    const text = town('      nearPercent: 0\n');
    const crlf = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    expect(told(crlf)).toEqual(told(text));
    expect(told(text)[0]).toMatch(/^5 /);
  });
});

describe('what YAML offers and a settings file does not take', () => {
  test.each([
    ['a tab as indentation', town('\tnearPercent: 70\n'), /^5 タブで字下げ/],
    ['an alias', town('      nearPercent: &a 70\n      monthCloseDay: *a\n'), /^6 別名/],
    ['an alias without its anchor', town('      nearPercent: *b\n'), /^5 別名/],
    ['a merge key', town('      <<: { nearPercent: 70 }\n'), /^5 項目の名前として使えません/],
    [
      'the same key twice',
      town('      nearPercent: 70\n      dayBoundary: "4:00"\n      nearPercent: 71\n'),
      /^7 同じ項目が5行目にもあります/,
    ],
    ['a key that is no text', town('      ? [a, b]\n      : 1\n'), /^5 項目の名前として使えません/],
    ['an unknown tag', town('      nearPercent: !percent 70\n'), /^5 「!」で始まる型/],
    ['a second document', `${town('      nearPercent: 70\n')}---\nhat: 1\n`, /^6 「---」で2つ目/],
    [
      'YAML 1.1, in which 8:30 is a number',
      `%YAML 1.1\n---\n${town('      dayBoundary: 4:00\n')}`,
      /^1 「%YAML 1.2」以外/,
    ],
    ['a bracket too few', town('      weeklyDaysOff: [0, 6\n      nearPercent: 70\n'), /^\d 字下げが|^\d 引用符、括弧/],
    ['a full-width colon', town('      nearPercent\uff1a 70\n      dayBoundary: "4:00"\n'), /^5 .*全角の空白かコロン/],
    ['a full-width space as indentation', town('      \u3000nearPercent: 70\n      dayBoundary: "4:00"\n'), /^5 /],
    [
      'bytes of another encoding',
      town('      anniversaries: [{ on: "06-23", name: "\ufffd\ufffd" }]\n'),
      /^5 文字として読めない/,
    ],
    ['zero bytes', 'a\u0000b', /^1 文字として読めない/],
    ['nothing', '', /^1 ファイルの全体は/],
    ['a list', '- 1\n- 2\n', /^1 ファイルの全体は/],
    ['a word', 'こんにちは', /^1 ファイルの全体は/],
  ])('%s', (_name, text, message) => {
    const found = told(text);
    expect(found[0]).toMatch(message);
    expect(found.length).toBeLessThan(4);
  });

  test('keys that mean something to the language are unknown keys like any other', () => {
    const { problems } = readOrdinance(
      town('      __proto__: { nearPercent: 1 }\n      constructor: 1\n      toString: 2\n'),
      'x',
    );
    expect(problems.map(({ line, key }) => `${line} ${key}`)).toEqual(['5 __proto__', '6 constructor', '7 toString']);
    expect(({} as { nearPercent?: number }).nearPercent).toBeUndefined();
  });
});

describe('junk does not hang it', () => {
  const many = (length: number, piece: (at: number) => string) => Array.from({ length }, (_, at) => piece(at)).join('');
  const limit = LONGEST - 200;
  const junk: readonly (readonly [string, string])[] = [
    ['a megabyte of anything', 'x: 1\n'.repeat(200_000)],
    ['open brackets', '['.repeat(limit / 10)],
    ['open braces', '{a: '.repeat(limit / 40)],
    ['dashes', '- '.repeat(limit / 20)],
    ['quotation marks', '"'.repeat(limit / 20)],
    ['colons', ':'.repeat(limit)],
    ['unknown keys', town(many(8_000, (at) => `      key${at}: 1\n`))],
    ['the same key', town('      nearPercent: 1\n'.repeat(4_000))],
    ['versions', `municipality: { code: "131016", name: x }\nversions:\n${'  - {}\n'.repeat(10_000)}`],
    ['a long name', `${'a'.repeat(limit / 2)}: 1\n`],
    ['a long list', town(`      weeklyDaysOff: [${'1,'.repeat(20_000)}]\n`)],
    ['a laughing list of aliases', 'a: &a [1]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n'],
  ];
  test.each(junk)('%s', (_name, text) => {
    const started = performance.now();
    const { problems } = readOrdinance(text, 'junk.yaml');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(10_100);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('what is longer than any settings file is not even parsed', () => {
    expect(readYaml('x'.repeat(LONGEST + 1)).problems[0]?.words.ja).toContain('大きすぎます');
    expect(readYaml(`a: "${'x'.repeat(LONGEST - 10)}"`).problems).toEqual([]);
  });
});
