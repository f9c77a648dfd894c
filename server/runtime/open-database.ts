import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../context.ts';
import { DataDirectoryError } from './data-directory-error.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { refusedBySystem } from './make-directory.ts';
import { embeddedBinaries, systemBinaries } from './postgres-binaries.ts';

/** Where the data lies when nothing else is said. */
export const DEFAULT_DATA_DIRECTORY = './.tokimori/data';

export type Database = {
  readonly url: string;
  /** `embedded`: our own server; `running`: that of a server already at work on the directory; `given`: DATABASE_URL. */
  readonly origin: 'embedded' | 'running' | 'given';
  readonly close: () => Promise<void>;
};

export type DatabaseChoice = {
  readonly data?: string | undefined;
  /** An installation's own PostgreSQL; wins over the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly log: Log;
  /** Commands work beside a running server: its database is used, not refused. */
  readonly share?: boolean;
};

/**
 * Opens the database of an installation: the given one, or the embedded one of the data directory.
 * @throws DataDirectoryError
 */
export async function openDatabase(choice: DatabaseChoice): Promise<Database> {
  const { databaseUrl, log } = choice;
  if (databaseUrl !== undefined && databaseUrl !== '') {
    return { url: databaseUrl, origin: 'given', close: async () => undefined };
  }
  const directory = choice.data ?? DEFAULT_DATA_DIRECTORY;
  const connectionFile = join(directory, 'connection');
  const binaries = (await embeddedBinaries()) ?? systemBinaries();
  if (binaries === undefined) throw noBinaries();
  try {
    const server = await startEmbeddedPostgres({ directory, binaries, log });
    try {
      writeFileSync(connectionFile, server.url, { mode: 0o600 });
    } catch (error) {
      await server.stop();
      throw refusedBySystem(directory, error);
    }
    const close = async () => {
      rmSync(connectionFile, { force: true });
      await server.stop();
    };
    return { url: server.url, origin: 'embedded', close };
  } catch (error) {
    const inUse = error instanceof DataDirectoryError && error.code === 'data-directory.in-use';
    if (!inUse || choice.share !== true || !existsSync(connectionFile)) throw error;
    return { url: readFileSync(connectionFile, 'utf8'), origin: 'running', close: async () => undefined };
  }
}

function noBinaries(): DataDirectoryError {
  return new DataDirectoryError(
    'database.no-binaries',
    'データベースを起動できません。この機種向けの PostgreSQL が npm パッケージにも /usr/lib/postgresql にも見つかりませんでした。' +
      'PostgreSQL 15以降を用意し、DATABASE_URL で指定してください。',
  );
}
