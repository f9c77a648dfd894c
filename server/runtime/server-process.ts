import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, cleanEnvironment } from './cluster.ts';
import { clusterSettings } from './cluster-settings.ts';
import { isAlive } from './data-directory.ts';
import { DataDirectoryError } from './data-directory-error.ts';

const STARTUP_LIMIT_MS = 300_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** Starts the server program; it is not yet ready. */
export function launch(cluster: Cluster): ChildProcess {
  const { binaries, data, sockets, launcher, directory, durable } = cluster;
  const [program, args] = launcher.wrap(join(binaries.directory, 'postgres'), [
    '-D',
    data,
    ...clusterSettings(sockets, durable),
  ]);
  const output = openLog(cluster.logFile);
  try {
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we let requests end first.
    return spawn(program, [...args], {
      cwd: directory,
      detached: true,
      env: cleanEnvironment(),
      stdio: ['ignore', output, output],
      ...launcher.identity,
    });
  } finally {
    closeSync(output);
  }
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/**
 * Waits until postmaster.pid tells, by its eighth line, that connections are welcome.
 * @throws DataDirectoryError `data-directory.not-started`
 */
export async function untilReady(cluster: Cluster, child: ChildProcess): Promise<void> {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  const limit = performance.now() + STARTUP_LIMIT_MS;
  while (!ended && performance.now() < limit) {
    const [pid, , , , , , , status] = pidFile(cluster);
    if (Number(pid) === child.pid && (status?.trim() === 'ready' || status?.trim() === 'standby')) return;
    await pause(15);
  }
  if (!ended) await end(child);
  throw new DataDirectoryError(
    'data-directory.not-started',
    `データの置き場所 ${cluster.directory} のデータベースが起動しませんでした(${lastWords(cluster)})。` +
      `詳しくは ${cluster.logFile} をご覧ください。`,
  );
}

function lastWords(cluster: Cluster): string {
  const text = readFileSync(cluster.logFile, 'utf8').trimEnd();
  return text.slice(text.lastIndexOf('\n') + 1) || '記録なし';
}

function pidFile(cluster: Cluster): string[] {
  try {
    return readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * We hold the directory's lock, so whatever postmaster.pid names is left over: a server that outlived its master is
 * ended, the number of some other process (after a restart of the machine) is no reason to refuse.
 */
export async function clearStalePid(cluster: Cluster): Promise<void> {
  const pid = Number(pidFile(cluster)[0]);
  if (Number.isInteger(pid) && pid > 0) {
    if (isAlive(pid) && isServerOf(pid, cluster.data)) {
      process.kill(pid, 'SIGINT');
      const limit = performance.now() + 30_000;
      while (isAlive(pid) && performance.now() < limit) await pause(50);
    }
    if (isAlive(pid) && isServerOf(pid, cluster.data)) return;
    rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
  }
  // The lock beside the socket names the same number, and PostgreSQL believes it.
  for (const file of readdirSync(cluster.sockets)) {
    if (file.startsWith('.s.PGSQL.')) rmSync(join(cluster.sockets, file), { force: true });
  }
}

/** Whether a process is a PostgreSQL server on that folder. Where this cannot be seen (no /proc) it is taken to be. */
function isServerOf(pid: number, data: string): boolean {
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(data) && words.some((word) => word.endsWith('postgres'));
  } catch {
    return false;
  }
}

/** Fast shutdown; after twenty seconds the immediate one (recovered at the next start). */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGINT');
  const harder = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await ended;
  clearTimeout(harder);
}
