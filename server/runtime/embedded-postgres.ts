import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Log } from '../context.ts';
import { clusterSettings, initdbArguments } from './cluster-settings.ts';
import { DataDirectoryError, isAlive, lockDataDirectory } from './data-directory.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { findLauncher, type Launcher } from './unprivileged.ts';

/** A PostgreSQL server of our own, reachable through a socket only this user can open. */
export type EmbeddedPostgres = {
  /** Connection string of the database `tokimori`, as its owner. */
  readonly url: string;
  /** Process number of the server now running (changes when it had to be started again). */
  readonly pid: () => number | undefined;
  /** Ends the server after its open work; safe to call twice. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly directory: string;
  readonly binaries: PostgresBinaries;
  readonly log: Log;
  /** false: no fsync. For tests only. */
  readonly durable?: boolean;
};

type Cluster = EmbeddedOptions & {
  readonly data: string;
  readonly sockets: string;
  readonly launcher: Launcher;
  readonly durable: boolean;
};

const run = promisify(execFile);
const STARTUP_LIMIT_MS = 300_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Starts PostgreSQL on a data directory, making the directory first if it is new, and keeps it running:
 * should the server die it is started again. Everything it says goes to `postgres.log` in the directory.
 * @throws DataDirectoryError when the directory is in use, of another major version, or the server does not come up.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  const unlock = lockDataDirectory(directory);
  try {
    const cluster = prepare({ ...options, directory });
    await createCluster(cluster);
    const keeper = keepRunning(cluster);
    try {
      await keeper.ready;
      const url = connectionString(cluster.sockets, 'tokimori');
      await createDatabase(cluster.sockets);
      const stop = async () => {
        await keeper.stop();
        if (!cluster.sockets.startsWith(directory)) rmSync(cluster.sockets, { recursive: true, force: true });
        unlock();
      };
      return { url, pid: keeper.pid, stop };
    } catch (error) {
      await keeper.stop();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A connection string through a socket folder, as the owner of the cluster. */
export function connectionString(sockets: string, database: string): string {
  return `postgres://tokimori@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

function prepare(options: EmbeddedOptions): Cluster {
  const launcher = findLauncher();
  const data = join(options.directory, 'postgres');
  const inside = join(options.directory, 'sockets');
  // A socket's path may have 107 characters at most.
  const sockets = inside.length <= 85 ? inside : mkdtempSync(join(tmpdir(), 'tokimori-'));
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const binaries = launcher.identity ? reachable(options.binaries, launcher) : options.binaries;
  if (launcher.identity) {
    const { uid, gid } = launcher.identity;
    for (const folder of [options.directory, sockets]) chownSync(folder, uid, gid);
  }
  return { ...options, binaries, data, sockets, launcher, durable: options.durable ?? true };
}

/** Programs below /root cannot be read by another user: they are copied to where they can. */
function reachable(binaries: PostgresBinaries, launcher: Launcher): PostgresBinaries {
  if (binaries.origin === 'system') return binaries;
  const copy = join(tmpdir(), `tokimori-postgres-${binaries.major}-${launcher.name}`);
  const directory = join(copy, 'bin');
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(resolve(binaries.directory, '..'), copy, { recursive: true, verbatimSymlinks: true });
    closeSync(openSync(join(copy, 'complete'), 'w'));
  }
  return { ...binaries, directory };
}

/** initdb into a folder beside, then one rename: an interrupted first start leaves nothing half made. */
async function createCluster(cluster: Cluster): Promise<void> {
  const { data, binaries, launcher, directory } = cluster;
  const versionFile = join(data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const major = Number(readFileSync(versionFile, 'utf8').trim());
    if (major === binaries.major) return;
    throw new DataDirectoryError(
      'data-directory.other-version',
      `データの置き場所 ${directory} は PostgreSQL ${major} で作られていますが、ここにあるのは PostgreSQL ${binaries.major} です。` +
        `このままでは読めません。PostgreSQL ${major} で書き出して読み込み直すか、--data で別の置き場所を指定してください。`,
    );
  }
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const [program, args] = launcher.wrap(join(binaries.directory, 'initdb'), [
    '-D',
    fresh,
    ...initdbArguments(binaries.major, cluster.durable),
  ]);
  try {
    await run(program, [...args], { cwd: directory, env: cleanEnvironment(), ...launcher.identity });
  } catch (error) {
    throw new DataDirectoryError('data-directory.not-created', notCreated(directory, error));
  }
  renameSync(fresh, data);
}

function notCreated(directory: string, error: unknown): string {
  const cause = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
  return (
    `データの置き場所 ${directory} にデータベースを作れませんでした(${cause})。` +
    '書き込める置き場所を --data で指定するか、用意した PostgreSQL を DATABASE_URL で指定してください。'
  );
}

/** Settings of libpq in the surroundings must not reach our own server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}

type Keeper = {
  readonly ready: Promise<void>;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

function keepRunning(cluster: Cluster): Keeper {
  let stopping = false;
  let child: ChildProcess | undefined;
  const wakeUp = new AbortController();

  const attempt = async (first: boolean): Promise<void> => {
    await clearStalePid(cluster);
    if (stopping) return;
    const started = launch(cluster);
    child = started;
    await untilReady(cluster, started);
    if (!first) cluster.log.warn({}, 'the database was started again');
    started.once('exit', (code, signal) => {
      if (stopping) return;
      cluster.log.error({ code, signal }, 'the database ended unexpectedly');
      void restart();
    });
  };
  const restart = async (): Promise<void> => {
    for (let delay = 50; !stopping; delay = Math.min(delay * 2, 2000)) {
      try {
        return await attempt(false);
      } catch (error) {
        if (stopping) return;
        cluster.log.error({ error: String(error) }, 'the database did not start again; trying once more');
        await pause(delay, undefined, { signal: wakeUp.signal }).catch(() => undefined);
      }
    }
  };
  return {
    ready: attempt(true),
    pid: () => child?.pid,
    stop: async () => {
      stopping = true;
      wakeUp.abort();
      if (child !== undefined) await end(child);
    },
  };
}

function launch(cluster: Cluster): ChildProcess {
  const { binaries, data, sockets, launcher, directory, durable } = cluster;
  const [program, args] = launcher.wrap(join(binaries.directory, 'postgres'), [
    '-D',
    data,
    ...clusterSettings(sockets, durable),
  ]);
  const output = openLog(join(directory, 'postgres.log'));
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

/** postmaster.pid tells by its eighth line that connections are welcome. */
async function untilReady(cluster: Cluster, child: ChildProcess): Promise<void> {
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
    if (Number(pid) === child.pid && status?.trim() === 'ready') return;
    await pause(15);
  }
  if (!ended) await end(child);
  throw new DataDirectoryError(
    'data-directory.not-started',
    `データの置き場所 ${cluster.directory} のデータベースが起動しませんでした(${lastWords(cluster)})。` +
      `詳しくは ${join(cluster.directory, 'postgres.log')} をご覧ください。`,
  );
}

function lastWords(cluster: Cluster): string {
  const text = readFileSync(join(cluster.directory, 'postgres.log'), 'utf8').trimEnd();
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
async function clearStalePid(cluster: Cluster): Promise<void> {
  const file = join(cluster.data, 'postmaster.pid');
  const pid = Number(pidFile(cluster)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (isAlive(pid) && isServerOf(pid, cluster.data)) {
    process.kill(pid, 'SIGINT');
    const limit = performance.now() + 30_000;
    while (isAlive(pid) && performance.now() < limit) await pause(50);
  }
  if (!isAlive(pid) || !isServerOf(pid, cluster.data)) rmSync(file, { force: true });
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
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGINT');
  const harder = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await ended;
  clearTimeout(harder);
}

async function createDatabase(sockets: string): Promise<void> {
  const client = new pg.Client({ connectionString: connectionString(sockets, 'postgres') });
  await client.connect();
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'tokimori'`);
    if (found.rowCount === 0) await client.query('create database tokimori');
  } finally {
    await client.end();
  }
}
