import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DataDirectoryError } from './data-directory-error.ts';
import { makeDirectory, refusedBySystem } from './make-directory.ts';

/**
 * Takes a data directory for this process alone. The lock of a process that no longer lives is taken over.
 * @returns a function that gives the directory back.
 * @throws DataDirectoryError `data-directory.in-use`, `data-directory.not-made`, `data-directory.not-writable`
 */
export function lockDataDirectory(directory: string): () => void {
  makeDirectory(directory);
  const file = join(directory, 'server.lock');
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeLock(file, mine);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw refusedBySystem(directory, error);
      const owner = livingOwner(file);
      if (owner !== undefined) throw inUse(directory, owner);
      rmSync(file, { force: true });
    }
  }
  throw inUse(directory, 0);
}

/** A lock that could not be written in full is taken away: it would name nobody. */
function writeLock(file: string, mine: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, mine);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

function inUse(directory: string, pid: number): DataDirectoryError {
  return new DataDirectoryError(
    'data-directory.in-use',
    `データの置き場所 ${directory} は、動いている別の時守(プロセス番号 ${pid})が使っています。` +
      '同じ置き場所で二つは動かせません。先に動いている方を止めるか、--data で別の置き場所を指定してください。',
  );
}

/** The process that holds the lock, if that very process (not a later one of the same number) still lives. */
function livingOwner(file: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const [pidText, ...birth] = text.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return isAlive(pid) && birthOf(pid) === birth.join(' ') ? pid : undefined;
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** A word that tells two processes of the same number apart: when it started, as the system counts. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    try {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      return '';
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
