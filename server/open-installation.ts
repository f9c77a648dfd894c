import type { Context, Log } from './context.ts';
import { parameterBook } from './installation/parameters.ts';
import { type Clock, systemClock } from './runtime/clock.ts';
import { type Database, openDatabase } from './runtime/open-database.ts';
import { openStore } from './store/open-store.ts';

export type InstallationOptions = {
  readonly data?: string | undefined;
  /** DATABASE_URL unless given; '' = the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly clock?: Clock;
  readonly log: Log;
};

export type Installation = { readonly context: Context; readonly close: () => Promise<void> };

/**
 * Opens the installation for a command, also while its server is running (on the same machine and data directory).
 * The deriver is the server's: stale days that the command leaves are found by it.
 * @throws DataDirectoryError, MigrationError, StoreUnavailable
 */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const database = await openDatabase({
    data: options.data,
    databaseUrl: options.databaseUrl ?? process.env.DATABASE_URL,
    log: options.log,
    share: true,
  });
  try {
    const clock = options.clock ?? systemClock;
    const { context, close } = await openContext(database, { clock, log: options.log });
    return {
      context,
      close: async () => {
        await close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export type ContextOptions = {
  readonly clock: Clock;
  readonly log: Log;
  /** Told after a deed that leaves stale days; the deriver finds them by itself too, within a second. */
  readonly wakeDeriver?: Context['wakeDeriver'];
  /** Connections at most. */
  readonly connections?: number;
  /** false: the schema is known to be there. */
  readonly migrate?: boolean;
};

/** Store and context on an open database. */
export async function openContext(database: Database, options: ContextOptions): Promise<Installation> {
  const { clock, log, wakeDeriver = () => undefined, connections, migrate } = options;
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  const separate = database.origin === 'given' && ownerUrl !== undefined && ownerUrl !== '';
  const store = await openStore({
    url: database.url,
    ...(separate ? { ownerUrl } : {}),
    ...(connections === undefined ? {} : { connections }),
    ...(migrate === undefined ? {} : { migrate }),
  });
  const context: Context = { store, clock, log, parameters: parameterBook(clock), wakeDeriver };
  return { context, close: () => store.close() };
}
