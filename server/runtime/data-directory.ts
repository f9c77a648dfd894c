import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when the data directory cannot be used; the message says what, why and what to do. */
export class DataDirectoryError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Takes a data directory for this process alone. The lock of a process that no longer lives is taken over.
 * @returns a function that gives the directory back.
 * @throws DataDirectoryError `data-directory.in-use`
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'server.lock');
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, mine);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      const owner = livingOwner(file);
      if (owner !== undefined) throw inUse(directory, owner);
      rmSync(file, { force: true });
    }
  }
  throw inUse(directory, 0);
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
