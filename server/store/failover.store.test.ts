import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../runtime/embedded-postgres.ts';
import { embeddedBinaries, type PostgresBinaries, systemBinaries } from '../runtime/postgres-binaries.ts';
import { openStore } from './open-store.ts';
import type { Store } from './tenant.ts';
import { silentLog } from './testing/silent-log.ts';

const NOW = new Date('2026-11-04T08:30:00+09:00');

let binaries: PostgresBinaries;
let root: string;
const running = new Map<string, EmbeddedPostgres>();

beforeAll(async () => {
  const found = (await embeddedBinaries()) ?? systemBinaries();
  if (found === undefined) throw new Error('no PostgreSQL on this machine');
  binaries = found;
  root = mkdtempSync(join(tmpdir(), 'tokimori-failover-'));
});
afterAll(async () => {
  await Promise.all([...running.values()].map((server) => server.stop()));
  rmSync(root, { recursive: true, force: true });
});

const place = (name: string) => join(root, name);

async function start(name: string): Promise<string> {
  const server = await startEmbeddedPostgres({ directory: place(name), binaries, log: silentLog, durable: false });
  running.set(name, server);
  return server.url;
}

async function stop(name: string): Promise<void> {
  await running.get(name)?.stop();
  running.delete(name);
}

/** Both servers in one connection string, the standby first. */
function bothServers(): string {
  const hosts = ['b', 'a'].map((name) => encodeURIComponent(join(place(name), 'sockets')));
  return `postgres://tokimori@${hosts.join(',')}/tokimori?target_session_attrs=read-write`;
}

const names = async (store: Store) => (await store.municipalities()).map((municipality) => municipality.name);

it('writes to the server that takes writes, and goes on with the standby once it is promoted', async () => {
  const alone = await openStore({ url: await start('a') });
  await alone.registerMunicipality('131075', '墨田区', NOW);
  await alone.close();
  await stop('a');
  cpSync(join(place('a'), 'postgres'), join(place('b'), 'postgres'), { recursive: true });
  writeFileSync(join(place('b'), 'postgres', 'standby.signal'), '');
  await Promise.all([start('a'), start('b')]);

  const store = await openStore({ url: bothServers(), patience: 10_000 });
  await store.registerMunicipality('141003', '横浜市', NOW);
  expect(await names(store)).toEqual(['墨田区', '横浜市']);

  await Promise.all([stop('a'), stop('b')]);
  rmSync(join(place('b'), 'postgres', 'standby.signal'));
  await start('b');
  await store.registerMunicipality('131083', '江東区', NOW);
  // Nothing streamed here: what only the first server had is not on the second.
  expect(await names(store)).toEqual(['墨田区', '江東区']);
  await store.close();
});
