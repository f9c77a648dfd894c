import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodedText, type Encoding, inspectFile } from './decode.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokimori-decode-'));
});
afterAll(() => rm(folder, { recursive: true }));
async function file(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${Math.random()}.csv`);
  await writeFile(path, bytes);
  return path;
}
async function text(path: string, encoding: Encoding): Promise<string> {
  let all = '';
  for await (const piece of decodedText(path, encoding)) all += piece;
  return all;
}

describe('文字コードと区切り', () => {
  const sample = '職員番号,氏名\r\n1,髙橋①〜\r\n';
  test('UTF-8(BOMなし)', async () => {
    const path = await file(Buffer.from(sample));
    expect(await inspectFile(path, 'auto')).toMatchObject({
      encoding: 'utf-8',
      sure: true,
      bom: false,
      separator: 'comma',
    });
    expect(await text(path, 'utf-8')).toBe(sample);
  });
  test('UTF-8(BOMあり)は、BOMを読み飛ばす', async () => {
    const path = await file(Buffer.from(`\ufeff${sample}`));
    expect(await inspectFile(path, 'auto')).toMatchObject({ encoding: 'utf-8', sure: true, bom: true });
    expect(await text(path, 'utf-8')).toBe(sample);
  });
  test('CP932は自動で分かる', async () => {
    const path = await file(iconv.encode('職員番号\t氏名\r\n1\t髙橋①\r\n', 'cp932'));
    expect(await inspectFile(path, 'auto')).toMatchObject({ encoding: 'cp932', sure: true, separator: 'tab' });
    expect(await text(path, 'cp932')).toBe('職員番号\t氏名\r\n1\t髙橋①\r\n');
  });
  test('256KBを超えて、はじめて日本語が出てくるファイル', async () => {
    const long = `a,b\n${'1234567,abcdefg\n'.repeat(40_000)}`;
    const path = await file(iconv.encode(`${long}1,佐藤\n`, 'cp932'));
    expect(await inspectFile(path, 'auto')).toMatchObject({ encoding: 'cp932', sure: true });
    expect((await text(path, 'cp932')).endsWith('1,佐藤\n')).toBe(true);
  });
  test.each(['utf-16le', 'utf-16be'] as const)('%s は、BOMで分かる(表計算の「Unicode テキスト」)', async (encoding) => {
    const tabbed = sample.replaceAll(',', '\t');
    const path = await file(iconv.encode(tabbed, encoding, { addBOM: true }));
    expect(await inspectFile(path, 'auto')).toMatchObject({ encoding, sure: true, bom: true, separator: 'tab' });
    expect(await text(path, encoding)).toBe(tabbed);
    await expect(inspectFile(path, 'cp932')).rejects.toMatchObject({ named: 'cp932', found: encoding });
    await expect(inspectFile(await file(iconv.encode('', encoding, { addBOM: true })), 'auto')).rejects.toMatchObject({
      code: 'import.file.empty',
    });
  });
  test('どちらとしても読めるときは、確かでないと言う', async () => {
    const path = await file(Buffer.from('名,ﾃｽﾄ\n')); // valid UTF-8 whose bytes are also half-width kana and kanji in CP932
    const facts = await inspectFile(path, 'auto');
    expect(facts.encoding).toBe('utf-8');
    const bytes = await file(Uint8Array.from([0xc2, 0xb1, 0x0a])); // ± in UTF-8, ﾂｱ in CP932
    expect(await inspectFile(bytes, 'auto')).toMatchObject({ encoding: 'utf-8', sure: false });
    expect(await inspectFile(bytes, 'cp932')).toMatchObject({ encoding: 'cp932', sure: true });
  });
  test('どちらでもない・指定と違う・空・文字でない', async () => {
    await expect(inspectFile(await file(Uint8Array.from([0x61, 0xff, 0xfe])), 'auto')).rejects.toMatchObject({
      code: 'import.file.encoding',
    });
    await expect(inspectFile(await file(iconv.encode('氏名', 'cp932')), 'utf-8')).rejects.toMatchObject({
      code: 'import.file.encoding',
      named: 'utf-8',
      found: 'cp932',
    });
    await expect(inspectFile(await file(Buffer.from('\ufeff')), 'auto')).rejects.toMatchObject({
      code: 'import.file.empty',
    });
    await expect(inspectFile(await file(Buffer.from('PK\u0003\u0004\0')), 'auto')).rejects.toMatchObject({
      code: 'import.file.binary',
    });
  });
  test('引用符の中のタブは数えない', async () => {
    const path = await file(Buffer.from('"a\t\t\tb",c\n'));
    expect((await inspectFile(path, 'auto')).separator).toBe('comma');
  });
});
