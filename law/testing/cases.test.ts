import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Given, readCases } from './cases.ts';

function fileOf(text: string): URL {
  const path = join(mkdtempSync(join(tmpdir(), 'cases-')), 'x.cases.yaml');
  writeFileSync(path, text);
  return pathToFileURL(path);
}

describe('files of golden cases', () => {
  it('are read with their names, expectations and citations', () => {
    const [only] = readCases(
      fileOf("cases:\n  - { name: 一, given: { at: '45:00' }, expect: '1:00', cites: [x a=1] }\n"),
    );
    expect(only).toEqual({ name: '一', given: { at: '45:00' }, expect: '1:00', cites: ['x a=1'] });
  });

  it.each([
    ['rules: []\n', /cases are missing/],
    ['cases:\n  - { given: {}, expect: 1 }\n', /a case without a name/],
    ['cases:\n  - { name: 一, given: {}, expect: 1, expects: 2 }\n', /一: unknown key expects/],
    ['cases:\n  - { name: 一, expect: 1 }\n  - { name: 一, expect: 2 }\n', /一: the name occurs twice/],
    ['cases:\n  - { name: 一, given: {} }\n', /一: nothing is expected/],
  ])('%j is refused', (text, message) => expect(() => readCases(fileOf(text))).toThrow(message));
});

describe('what a case is given', () => {
  const given = () =>
    new Given(
      {
        at: '26:10',
        back: '-1:00',
        on: '2026-11-04',
        in: '2026-11',
        n: 3,
        yes: true,
        list: [{ a: 'x' }],
        words: ['p', 'q'],
      },
      'given',
    );

  it('is read by kind', () => {
    const all = given();
    expect([
      all.minutes('at'),
      all.minutes('back'),
      all.day('on'),
      all.month('in'),
      all.number('n'),
      all.flag('yes'),
    ]).toEqual([1570, -60, 20761, 24322, 3, true]);
    expect(all.list('list').map((entry) => entry.text('a'))).toEqual(['x']);
    expect([all.texts('words'), all.texts('none'), all.list('none')]).toEqual([['p', 'q'], [], []]);
    expect(all.unread()).toEqual([]);
    expect([all.has('at'), all.has('none')]).toEqual([true, false]);
  });

  it('names what nobody read, also inside', () => {
    const all = given();
    all.list('list');
    expect(all.unread()).toContain('given.at');
    expect(all.unread()).toContain('given.list[0].a');
  });

  it('refuses the wrong kind', () => {
    const all = given();
    expect(() => all.minutes('on')).toThrow(/given\.on: 'h:mm' is needed/);
    expect(() => all.text('n')).toThrow(/a text in quotes/);
    expect(() => all.number('at')).toThrow(/a number/);
    expect(() => all.flag('n')).toThrow(/true or false/);
    expect(() => all.day('at')).toThrow(/YYYY-MM-DD/);
    expect(() => all.month('at')).toThrow(/YYYY-MM/);
    expect(() => all.list('at')).toThrow(/a list/);
    expect(() => all.texts('at')).toThrow(/a list/);
    expect(() => all.inner('at')).toThrow(/a mapping/);
  });
});
