import { formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import type pg from 'pg';
import { type Connections, openConnections } from './connections.ts';
import { migrate, migrationScripts } from './migrations.ts';
import { createPartition } from './partitions.ts';
import type { Store } from './tenant.ts';
import { runStatement, runTransaction } from './tenant-transaction.ts';

export type StoreOptions = {
  /** Where the application reads and writes; may name several hosts. It takes on the role `tokimori_app`. */
  readonly url: string;
  /** Who owns the schema: migrations and partitions. The same as `url` unless given. */
  readonly ownerUrl?: string;
  /** Connections at most. */
  readonly connections?: number;
  /** Milliseconds to look for a server that answers, before `store.unavailable`. */
  readonly patience?: number;
  /** false: the schema is already there (tests on a copied template). */
  readonly migrate?: boolean;
};

const STATEMENT_TIMEOUT_MS = 120_000;
const SESSION =
  '-c role=tokimori_app -c timezone=Asia/Tokyo -c jit=off ' +
  `-c statement_timeout=${STATEMENT_TIMEOUT_MS} -c idle_in_transaction_session_timeout=${STATEMENT_TIMEOUT_MS}`;

/**
 * Opens the store and brings the schema to this version.
 * @throws MigrationError when the database does not fit this version; StoreUnavailable when it does not answer.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const ownerUrl = options.ownerUrl ?? options.url;
  const patience = options.patience ?? 5_000;
  const owner = openConnections({ url: ownerUrl, session: '', max: 1, pipeline: false, patience, queryTimeout: 0 });
  const shared = { patience, session: SESSION, queryTimeout: STATEMENT_TIMEOUT_MS + 5_000 };
  const max = options.connections ?? 20;
  const application = openConnections({ ...shared, url: options.url, max, pipeline: true });
  const close = async () => {
    await Promise.all([application.close(), owner.close()]);
  };
  try {
    if (options.migrate !== false) await migrate(await ownerServer(owner, ownerUrl));
    return assemble(application, owner, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** The one host among several that takes writes, as a connection string for the migrator. */
async function ownerServer(owner: Connections, ownerUrl: string): Promise<string> {
  const client = await owner.acquire();
  const url = owner.urlOf(client) ?? ownerUrl;
  client.release();
  return url;
}

function assemble(application: Connections, owner: Connections, close: () => Promise<void>): Store {
  const partitions = new Set<MonthIndex>();
  return {
    async tenant(municipality, work) {
      return runTransaction(await application.acquire(), municipality, work);
    },
    async statement(municipality, text, values, plan) {
      return runStatement(await application.acquire(), municipality, { text, values, plan });
    },
    async municipalities() {
      return once<{ code: string; name: string }>(application, 'select code, name from tk.municipality order by code');
    },
    async registerMunicipality(code, name, now) {
      await once(
        application,
        `insert into tk.municipality (code, name, created_at) values ($1, $2, $3)
         on conflict (code) do update set name = excluded.name`,
        [code, name, now],
      );
    },
    async ensurePartitions(months) {
      for (const month of [...new Set(months)].sort((a, b) => a - b)) {
        if (partitions.has(month)) continue;
        const client = await owner.acquire();
        try {
          await createPartition(client, month);
        } catch (error) {
          throw new Error(`no partition for ${formatYearMonth(month)}`, { cause: error });
        } finally {
          client.release();
        }
        partitions.add(month);
      }
    },
    async refreshStatistics(given) {
      if (given !== undefined) {
        await once(owner, `analyze ${given.map((name) => `tk.${name}`).join(', ')}`);
        return;
      }
      const tables = await once<{ name: string }>(
        owner,
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'tk' and c.relkind in ('r', 'p') and not c.relispartition`,
      );
      await once(owner, `analyze ${tables.map(({ name }) => name).join(', ')}`);
    },
    async ready() {
      try {
        const rows = await once<{ name: string }>(application, 'select name from tk_install.checksum');
        const applied = new Set(rows.map((row) => row.name));
        return migrationScripts().every((script) => applied.has(script.name));
      } catch {
        return false;
      }
    },
    close,
  };
}

/** One statement outside any tenant. */
async function once<R extends pg.QueryResultRow>(
  connections: Connections,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = await connections.acquire();
  let failure: unknown;
  try {
    return (await client.query<R>(text, values)).rows;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(failure !== undefined);
  }
}
