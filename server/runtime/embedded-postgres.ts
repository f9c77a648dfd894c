import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, type ClusterOptions, createCluster, layOut } from './cluster.ts';
import { lockDataDirectory } from './data-directory.ts';
import { refusedBySystem } from './make-directory.ts';
import { clearStalePid, end, launch, untilReady } from './server-process.ts';

/** A PostgreSQL server of our own, reachable through a socket only this user can open. */
export type EmbeddedPostgres = {
  /** Connection string of the database `tokimori`, as its owner. */
  readonly url: string;
  /** Process number of the server now running (changes when it had to be started again). */
  readonly pid: () => number | undefined;
  /** Ends the server after its open work; safe to call twice. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL on a data directory, making the directory first if it is new, and keeps it running:
 * should the server die it is started again. Everything it says goes to `postgres.log` in the directory.
 * @throws DataDirectoryError when the directory is in use, of another major version, or the server does not come up.
 */
export async function startEmbeddedPostgres(options: ClusterOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  const unlock = lockDataDirectory(directory);
  try {
    const cluster = layOut({ ...options, directory });
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
    throw refusedBySystem(directory, error);
  }
}

/** A connection string through a socket folder, as the owner of the cluster. */
export function connectionString(sockets: string, database: string): string {
  return `postgres://tokimori@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

/** The server program, started again whenever it ends unasked. */
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
