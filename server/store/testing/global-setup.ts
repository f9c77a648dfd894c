import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../runtime/embedded-postgres.ts';
import { embeddedBinaries, type PostgresBinaries, systemBinaries } from '../../runtime/postgres-binaries.ts';
import { migrate } from '../migrations.ts';
import { silentLog } from './silent-log.ts';

/** A server on which store tests run: its name and the owner's connection string of its maintenance database. */
export type TestServer = { readonly name: 'embedded' | 'system'; readonly url: string; readonly template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServers: readonly TestServer[];
  }
}

/** One private cluster a run for each PostgreSQL there is, with a migrated template that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tokimori-test-'));
  const running: EmbeddedPostgres[] = [];
  const servers: TestServer[] = [];
  const teardown = async () => {
    await Promise.all(running.map((cluster) => cluster.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async (name: TestServer['name'], binaries: PostgresBinaries) => {
    const cluster = await startEmbeddedPostgres({
      directory: join(folder, name),
      binaries,
      log: silentLog,
      durable: false,
    });
    running.push(cluster);
    servers.push(await prepare(name, cluster.url));
  };
  try {
    const embedded = await embeddedBinaries();
    if (embedded !== undefined) await start('embedded', embedded);
    const given = process.env.DATABASE_URL_TEST;
    const system = given === undefined ? systemBinaries() : undefined;
    if (given !== undefined) servers.push(await prepare('system', given));
    else if (system !== undefined) await start('system', system);
    if (servers.length === 0)
      throw new Error('no PostgreSQL to test on: neither the npm package nor the system has one');
    project.provide('testServers', servers);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** Makes the template anew; its name carries the process number, so that runs on one server do not meet. */
async function prepare(name: TestServer['name'], url: string): Promise<TestServer> {
  const template = `tokimori_template_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`drop database if exists ${template}`);
    await client.query(`create database ${template}`);
  } finally {
    await client.end();
  }
  await migrate(databaseUrl(url, template));
  return { name, url, template };
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  return url.replace(/^([^?]*\/)[^/?]*(\?|$)/, `$1${database}$2`);
}
