import { open, readFile } from 'node:fs/promises';
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

/**
 * Reads a JSON document (UTF-8, with or without BOM) from a file, or from standard input for `-`.
 * @throws InputRefused when it cannot be opened, is not UTF-8, or is not JSON
 */
export async function readJson(file: string): Promise<unknown> {
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputRefused(unread, [
      {
        why: { ja: 'UTF-8 の文字として読めないところがあります。', en: 'It is not UTF-8 text.' },
        cure: { ja: 'UTF-8 で保存してください。', en: 'Save it as UTF-8.' },
      },
    ]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new InputRefused(unread, [
      {
        why: { ja: `JSON として読めません(${told})。`, en: `It is not JSON (${told}).` },
        cure: { ja: '括弧、引用符、コンマを確かめてください。', en: 'Check brackets, quotation marks and commas.' },
      },
    ]);
  }
}
