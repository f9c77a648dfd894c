import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockDataDirectory } from './data-directory.ts';
import { makeDirectory, refusedBySystem } from './make-directory.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokimori-place-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });
const thrown = (deed: () => unknown): unknown => {
  try {
    return deed();
  } catch (error) {
    return error;
  }
};

it('makes folders above it too, and takes one that is there', () => {
  const deep = join(folder, 'a/b/c');
  makeDirectory(deep);
  makeDirectory(deep);
  expect(existsSync(deep)).toBe(true);
});

it('gives up below /proc, where the system answers that nothing can be', () => {
  const words = /\/proc\/x を作れません\(.*--data で指定/;
  expect(thrown(() => lockDataDirectory('/proc/x'))).toEqual(refused('data-directory.not-made', words));
});

it('says that a file is in the way', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(thrown(() => lockDataDirectory(file))).toEqual(refused('data-directory.not-made', /同じ名前のファイル/));
  expect(thrown(() => lockDataDirectory(join(file, 'below')))).toEqual(
    refused('data-directory.not-made', /フォルダーでないもの/),
  );
});

it('says that no space is left', () => {
  const noSpace = Object.assign(new Error('ENOSPC'), { syscall: 'write', code: 'ENOSPC' });
  expect(refusedBySystem(folder, noSpace)).toEqual(refused('data-directory.not-writable', /空き容量がありません/));
});

it('leaves a defect what it is', () => {
  const defect = new TypeError('x is undefined');
  expect(refusedBySystem(folder, defect)).toBe(defect);
});
