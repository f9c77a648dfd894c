import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataDirectoryError } from './data-directory-error.ts';

/** Why the system refuses a place, by its error code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: '書き込みの権限がありません',
  EPERM: '書き込みが許されていません',
  EROFS: '読み取り専用の場所です',
  ENOSPC: '空き容量がありません',
  EDQUOT: '割り当てられた容量を使い切っています',
  ENOTDIR: '途中にフォルダーでないものがあります',
  EEXIST: '同じ名前のファイルがあります',
  ENOENT: 'この場所にはフォルダーを作れません',
  EIO: 'ディスクの読み書きに失敗しました',
  ENAMETOOLONG: '名前が長すぎます',
  EMFILE: '開けるファイルの数を超えました',
};

/**
 * Makes the data directory with the folders above it, for this user alone.
 * One step at a time: asked to make a whole path, Node tries for ever where the system answers that it does not exist
 * (below /proc).
 * @throws DataDirectoryError `data-directory.not-made`
 */
export function makeDirectory(directory: string): void {
  const missing: string[] = [];
  for (let path = resolve(directory); !existsSync(path) && path !== dirname(path); path = dirname(path)) {
    missing.unshift(path);
  }
  try {
    for (const path of missing) makeOne(path);
    if (!statSync(directory).isDirectory()) throw Object.assign(new Error(directory), { code: 'EEXIST' });
  } catch (error) {
    throw new DataDirectoryError(
      'data-directory.not-made',
      `データの置き場所 ${directory} を作れません(${reasonOf(error)})。書き込めるフォルダーを --data で指定してください。`,
    );
  }
}

/** Somebody else may have made it in the meantime. */
function makeOne(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

/**
 * What the system refused in the data directory, as an error for people; every other error stays what it is.
 * @returns DataDirectoryError `data-directory.not-writable`, or the error given
 */
export function refusedBySystem(directory: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error;
  if (reasons[String(error.code)] === undefined) return error;
  return new DataDirectoryError(
    'data-directory.not-writable',
    `データの置き場所 ${directory} に書き込めません(${reasonOf(error)})。` +
      '権限と空き容量を確かめるか、書き込めるフォルダーを --data で指定してください。',
  );
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || String(error));
}
