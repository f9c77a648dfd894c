import { execFile, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../context.ts';
import { initdbArguments } from './cluster-settings.ts';
import { DataDirectoryError } from './data-directory-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { findLauncher, type Launcher } from './unprivileged.ts';

export type ClusterOptions = {
  readonly directory: string;
  readonly binaries: PostgresBinaries;
  readonly log: Log;
  /** false: no fsync. For tests only. */
  readonly durable?: boolean;
};

/** Where a cluster lies and how its programs are started. */
export type Cluster = {
  readonly directory: string;
  readonly data: string;
  readonly sockets: string;
  readonly logFile: string;
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
  readonly log: Log;
  readonly durable: boolean;
};

const run = promisify(execFile);

/** Decides where everything lies and makes the folders. */
export function layOut(options: ClusterOptions): Cluster {
  const launcher = findLauncher();
  const data = join(options.directory, 'postgres');
  const inside = join(options.directory, 'sockets');
  // A socket's path may have 107 characters at most.
  const sockets = inside.length <= 85 ? inside : mkdtempSync(join(tmpdir(), 'tokimori-'));
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const binaries = reachable(options.binaries, launcher);
  if (launcher.identity) {
    const { uid, gid } = launcher.identity;
    for (const folder of [options.directory, sockets]) chownSync(folder, uid, gid);
  }
  return {
    directory: options.directory,
    data,
    sockets,
    logFile: join(options.directory, 'postgres.log'),
    binaries,
    launcher,
    log: options.log,
    durable: options.durable ?? true,
  };
}

/** Programs below /root cannot be started by another user: they are copied to where they can. */
function reachable(binaries: PostgresBinaries, launcher: Launcher): PostgresBinaries {
  const { owner } = launcher;
  if (owner === undefined || owner === 0 || mayRun(join(binaries.directory, 'postgres'), owner)) return binaries;
  const copy = join(tmpdir(), `tokimori-postgres-${binaries.major}`);
  const complete = join(copy, 'complete');
  if (!existsSync(complete) || lstatSync(copy).uid !== 0) {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { mode: 0o755 });
    cpSync(resolve(binaries.directory, '..'), copy, { recursive: true, verbatimSymlinks: true });
    closeSync(openSync(complete, 'w'));
  }
  return { ...binaries, directory: join(copy, 'bin') };
}

function mayRun(program: string, uid: number): boolean {
  return spawnSync(program, ['--version'], { uid, gid: uid, stdio: 'ignore', cwd: '/' }).status === 0;
}

/**
 * Makes the cluster if there is none: initdb into a folder beside, then one rename, so that an interrupted first start
 * leaves nothing half made.
 * @throws DataDirectoryError `data-directory.other-version`, `data-directory.not-created`
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { data, binaries, launcher, directory } = cluster;
  const versionFile = join(data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const major = Number(readFileSync(versionFile, 'utf8').trim());
    if (major === binaries.major) return claim(cluster);
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

/** A cluster made where other means were at hand (in a container, say) belongs to another user: it is handed over. */
function claim({ data, launcher }: Cluster): void {
  const { owner } = launcher;
  if (owner === undefined || statSync(data).uid === owner) return;
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(data, path), owner, owner);
  chownSync(data, owner, owner);
}

function notCreated(directory: string, error: unknown): string {
  const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
  const cause = /(?:FATAL|PANIC|ERROR|error): +(.*)/.exec(told)?.[1] ?? told;
  return (
    `データの置き場所 ${directory} にデータベースを作れませんでした(${cause})。` +
    '書き込める置き場所を --data で指定するか、用意した PostgreSQL を DATABASE_URL で指定してください。'
  );
}

/** Settings of libpq in the surroundings must not reach our own server. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}
