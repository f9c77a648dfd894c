import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tokimori } from './testing/tokimori.ts';

/** Each call is a process of its own, and the first one builds. None of them needs a database. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const frame = (versions: string) => `municipality: { code: "131016", name: 千代田区 }\nversions:\n${versions}`;
const older = frame('  - effectiveFrom: "2019-04-01"\n    parameters: { nearPercent: 70 }\n');
const newer = frame(
  '  - effectiveFrom: "2019-04-01"\n    parameters: { nearPercent: 70 }\n  - effectiveFrom: "2026-04-01"\n    parameters: { dayBoundary: "4:00", pay: { halfDay: "3:45" } }\n',
);

let folder = '';
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokimori-municipality-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('tokimori municipality', () => {
  it('--check tells per version what is not the model, in words', async () => {
    const path = await file('newer.yaml', newer);
    expect(await tokimori(['municipality', path, '--check'])).toEqual({
      code: 0,
      err: '',
      out: [
        `${path} は正しく読めます(131016 千代田区、2版)。`,
        '平成31年4月1日から: 標準と違う値 1',
        '  「注意」を出す割合: 70%(標準 80%)',
        '令和8年4月1日から: 標準と違う値 3',
        '  日の区切り: 4:00(標準 5:00)',
        '  「注意」を出す割合: 70%(標準 80%)',
        '  手当と振替・代休: 半日の振替で動かす時間: 3:45(標準 4:00)',
        '',
      ].join('\n'),
    });
  });

  it('--compare tells what differs by day of effect: between two files, or from version to version', async () => {
    const [before, after] = [await file('a.yaml', older), await file('b.yaml', newer)];
    const lines =
      '令和8年4月1日から: 日の区切り 5:00 → 4:00\n令和8年4月1日から: 手当と振替・代休: 半日の振替で動かす時間 4:00 → 3:45\n';
    expect(await tokimori(['municipality', before, '--compare', after])).toEqual({ code: 0, err: '', out: lines });
    expect(await tokimori(['municipality', after, '--compare'])).toEqual({ code: 0, err: '', out: lines });
    expect((await tokimori(['municipality', '-', '--compare', before], older)).out).toBe('設定に違いはありません。\n');
    expect((await tokimori(['municipality', before, '--compare'])).out).toBe('版は一つだけです。\n');
    const other = await file('c.yaml', older.replace('千代田区', '神田区'));
    expect((await tokimori(['municipality', before, '--compare', other])).out).toMatch(
      /^団体: 131016 千代田区 → 131016 神田区\n設定に違いはありません。\n$/,
    );
  });

  it('--model prints a file that reads back as the model, and cannot be registered as it is', async () => {
    const { code, out } = await tokimori(['municipality', '--model']);
    expect(code).toBe(0);
    const path = await file('model.yaml', out);
    const checked = await tokimori(['municipality', path, '--check']);
    expect(checked.out).toContain('平成31年4月1日から: すべて標準の値です。\n');
    const registered = await tokimori(['municipality', path, '--data', join(folder, 'none')]);
    expect(registered).toMatchObject({ code: 1, out: '' });
    expect(registered.err).toContain('団体コードと名称を書き換えてください。');
  });

  it('refuses a file with every place that is wrong: file, line, key, what is allowed', async () => {
    const path = await file(
      'bad.yaml',
      frame('  - effectiveFrom: "2026-04-01"\n    parameters:\n      dayBoundry: "4:00"\n      monthlyCap: "50:00"\n'),
    );
    const { code, out, err } = await tokimori(['municipality', path, '--check']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('事象: 団体の設定ファイルを受け付けられません(2か所)。');
    expect(err).toContain(
      `原因: ${path} の5行目「dayBoundry」: 知らない項目です。「dayBoundary」の書き間違いではありませんか。`,
    );
    expect(err).toContain(`原因: ${path} の6行目「monthlyCap」: 月の上限`);
    const english = await tokimori(['municipality', path, '--check', '--lang', 'en']);
    expect(english.err).toContain(`Why: ${path}, line 5, dayBoundry: Not known. Did you mean "dayBoundary"?`);
    expect((await tokimori(['municipality', '-'], 'hat: 1\n')).err).toContain('標準入力の1行目「hat」');
    const second = await tokimori(['municipality', await file('a.yaml', older), '--compare', path]);
    expect([second.code, second.err.includes('bad.yaml の5行目')]).toEqual([1, true]);
  });

  it('refuses what it cannot read, and wrong usage', async () => {
    expect(await tokimori(['municipality', join(folder, 'nowhere.yaml'), '--check'])).toMatchObject({
      code: 1,
      out: '',
    });
    expect(await tokimori(['municipality', folder, '--check'])).toMatchObject({ code: 1, out: '' });
    for (const args of [
      [],
      ['x', '--check', '--compare', 'y'],
      ['--model', '--check'],
      ['x', '--model'],
      ['-', '--compare', '-'],
    ]) {
      const { code, out, err } = await tokimori(['municipality', ...args]);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err).not.toBe('');
    }
  });
});
