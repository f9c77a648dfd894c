import { open, readFile } from 'node:fs/promises';
import { jsonDefects } from './json-text.ts';
import { InputRefused } from './refusal.ts';

const unread = { ja: '入力を読めませんでした。', en: 'The input could not be read.' };

function refuseFile(file: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  throw new InputRefused(unread, [
    {
      why: { ja: `ファイル「${file}」を開けません(${code})。`, en: `The file "${file}" cannot be opened (${code}).` },
      cure: { ja: 'ファイルの名前と読み取りの権限を確かめてください。', en: 'Check its name and permissions.' },
    },
  ]);
}

/** @throws InputRefused when a file is not there, is a folder, or may not be read */
export async function demandReadable(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r');
    const isFile = (await handle.stat()).isFile();
    await handle.close();
    if (isFile) return;
  } catch (error) {
    refuseFile(file, error);
  }
  refuseFile(file, 'EISDIR');
}

/**
 * The bytes of a file, or of standard input for `-`.
 * @throws InputRefused when it cannot be opened
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  if (file === '-') {
    const pieces: Uint8Array[] = [];
    for await (const piece of process.stdin) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  try {
    return await readFile(file);
  } catch (error) {
    return refuseFile(file, error);
  }
}

const nameOf = (file: string): { readonly ja: string; readonly en: string } =>
  file === '-' ? { ja: '標準入力', en: 'standard input' } : { ja: `「${file}」`, en: `"${file}"` };

/** The text of a file in UTF-8. @throws InputRefused, with a hint where it looks like Shift_JIS */
function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const name = nameOf(file);
    throw new InputRefused(unread, [
      {
        why: {
          ja: `${name.ja}に UTF-8 の文字として読めないところがあります${looksShiftJis(bytes) ? '(Shift_JIS のようです)' : ''}。`,
          en: `${name.en} is not UTF-8 text${looksShiftJis(bytes) ? ' (it looks like Shift_JIS)' : ''}.`,
        },
        cure: { ja: 'UTF-8 で保存してください。', en: 'Save it as UTF-8.' },
      },
    ]);
  }
}

function looksShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Reads a text (UTF-8) from a file, or from standard input for `-`. @throws InputRefused */
export const readText = async (file: string): Promise<string> => decode(await readBytes(file), file);

/**
 * Reads a JSON document (UTF-8, with or without BOM) from a file, or from standard input for `-`.
 * @throws InputRefused when it cannot be opened, is not UTF-8, is not JSON, or has a member twice in one object
 */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  const defects = jsonDefects(text, nameOf(file));
  if (defects.length > 0) throw new InputRefused(unread, defects);
  return JSON.parse(text);
}
