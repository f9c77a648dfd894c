import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../tenant.ts';
import { typeParsers } from '../type-parsers.ts';
import { databaseUrl, type TestServer } from './global-setup.ts';

/** A store on a database of its own, with a way around the rules for arranging and inspecting. */
export type TestStore = Store & {
  /** The owner's connection string. */
  readonly url: string;
  /** Runs SQL as the owner of the cluster: no row-level security, no statement rule. */
  readonly asOwner: <R extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<R[]>;
};

/**
 * Runs a suite once on every PostgreSQL there is. `open` gives a fresh, migrated, empty database (about 60 ms);
 * call it in `beforeAll` or `beforeEach`. What was opened is closed and dropped after the suite.
 */
export function eachDatabase(name: string, suite: (open: () => Promise<TestStore>, server: string) => void): void {
  for (const server of inject('testServers')) {
    describe(`${name} (${server.name})`, () => {
      const opened: (() => Promise<void>)[] = [];
      afterAll(async () => {
        await Promise.all(opened.map((drop) => drop()));
      });
      suite(async () => {
        const { store, drop } = await openCopy(server);
        opened.push(drop);
        return store;
      }, server.name);
    });
  }
}

let copies = 0;

async function openCopy(server: TestServer): Promise<{ store: TestStore; drop: () => Promise<void> }> {
  copies += 1;
  const database = `tokimori_test_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${copies}`;
  await onServer(server, `drop database if exists ${database}`);
  await onServer(server, `create database ${database} template ${server.template} strategy file_copy`);
  const url = databaseUrl(server.url, database);
  const store = await openStore({ url, migrate: false, connections: 8 });
  const owner = new pg.Pool({ connectionString: url, max: 2, types: typeParsers });
  owner.on('error', () => undefined);
  const asOwner: TestStore['asOwner'] = async <R extends object>(text: string, values: readonly unknown[] = []) =>
    (await owner.query<R>(text, [...values])).rows;
  const drop = async () => {
    await Promise.all([store.close(), owner.end()]);
    await onServer(server, `drop database if exists ${database} with (force)`);
  };
  return { store: { ...store, url, asOwner }, drop };
}

async function onServer(server: TestServer, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
