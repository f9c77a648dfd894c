import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { hostUrls, withSessionOptions } from './database-url.ts';
import { isConnectionError, StoreUnavailable } from './store-error.ts';
import { typeParsers } from './type-parsers.ts';

/** A client that knows from the first message whether its server is a standby (PostgreSQL >= 14 says so unasked). */
export class WatchfulClient extends pg.Client {
  standby = false;
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Its statements fail with the connection; an event nobody listens to would end the process.
    this.on('error', () => undefined);
    const { connection } = this as unknown as { connection: NodeJS.EventEmitter };
    connection.on('parameterStatus', (message: { parameterName: string; parameterValue: string }) => {
      if (message.parameterName === 'in_hot_standby') this.standby = message.parameterValue === 'on';
    });
  }
}

type Corkable = { readonly cork: () => void; readonly uncork: () => void };

/**
 * What is asked on a client before the running turn ends leaves in one write: on a busy machine a call of the system
 * costs more than the statement it carries.
 */
export function writeTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Corkable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export type Connections = {
  /** A client of the server that takes writes. Waits out a restart or a change of server for some seconds. */
  acquire(): Promise<pg.PoolClient>;
  /** The connection string of the host a client came from. */
  urlOf(client: pg.PoolClient): string | undefined;
  close(): Promise<void>;
};

export type ConnectionOptions = {
  readonly url: string;
  /** `-c name=value …` for every session. */
  readonly session: string;
  readonly max: number;
  readonly pipeline: boolean;
  /** How long to look for a server before giving up, in milliseconds. */
  readonly patience: number;
  /** Milliseconds after which a statement without an answer is given up and its connection dropped; 0 = never. */
  readonly queryTimeout: number;
};

/** Opens pools lazily, one a host; the host that last took writes is asked first. */
export function openConnections(options: ConnectionOptions): Connections {
  const urls = hostUrls(options.url);
  const pools = urls.map((url) => openPool(withSessionOptions(url, options.session), options));
  const origin = new WeakMap<pg.PoolClient, string>();
  let preferred = 0;

  const tryHosts = async (): Promise<pg.PoolClient> => {
    let last: unknown;
    for (let step = 0; step < pools.length; step++) {
      const index = (preferred + step) % pools.length;
      try {
        const client = await pools[index]!.connect();
        if (pools.length === 1 || !(client as pg.PoolClient & WatchfulClient).standby) {
          preferred = index;
          origin.set(client, urls[index]!);
          return client;
        }
        client.release(true);
        last = new Error('Connection terminated: a standby takes no writes');
      } catch (error) {
        if (!isConnectionError(error)) throw error;
        last = error;
      }
    }
    throw last;
  };

  return {
    async acquire() {
      const limit = performance.now() + options.patience;
      for (;;) {
        try {
          return await tryHosts();
        } catch (error) {
          if (!isConnectionError(error)) throw error;
          if (performance.now() >= limit) throw new StoreUnavailable('store.unavailable', error);
          await pause(50);
        }
      }
    },
    urlOf: (client) => origin.get(client),
    async close() {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

function openPool(url: string, options: ConnectionOptions): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    Client: WatchfulClient,
    connectionString: url,
    max: options.max,
    pipeline: options.pipeline,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    ...(options.queryTimeout > 0 ? { query_timeout: options.queryTimeout } : {}),
    keepAlive: true,
    types: typeParsers,
  };
  const pool = new pg.Pool(config);
  // A lost idle connection is already out of the pool; the next acquire opens another.
  pool.on('error', () => undefined);
  return pool;
}
