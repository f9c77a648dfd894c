import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from './main.ts';
import { openInstallation } from './open-installation.ts';
import { eachDatabase, type TestStore } from './store/testing/each-database.ts';
import { silentLog } from './store/testing/silent-log.ts';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'tokimori-server-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const quiet = { port: 0, signals: false, log: silentLog, say: () => undefined, clock: '' } as const;

it('starts on its own database, shares it with commands, stops wholly and starts again with what it had', async () => {
  const server = await startServer({ ...quiet, data, databaseUrl: '', city: 'empty' });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const installation = await openInstallation({ data, databaseUrl: '', log: silentLog });
  await installation.context.store.registerMunicipality('131075', '墨田区', new Date('2026-11-04T08:30:00+09:00'));
  await installation.close();
  await expect(startServer({ ...quiet, data, databaseUrl: '', city: 'empty' })).rejects.toMatchObject({
    code: 'data-directory.in-use',
  });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);

  const alone = await openInstallation({ data, databaseUrl: '', log: silentLog });
  expect(await alone.context.store.municipalities()).toEqual([{ code: '131075', name: '墨田区' }]);
  await alone.close();
});

it('refuses to set the clock beside a database of one’s own', async () => {
  const clock = '2026-10-26T08:29:00+09:00';
  const given = { ...quiet, clock, data, databaseUrl: 'postgres://127.0.0.1:9/none', city: 'empty' } as const;
  await expect(startServer(given)).rejects.toThrow('TOKIMORI_CLOCK');
});

eachDatabase('the server on a given database', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  it('starts, is ready and leaves the database running', async () => {
    const server = await startServer({ ...quiet, data: join(data, 'files'), databaseUrl: store.url });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
    expect(await store.ready()).toBe(true);
  });

  it('is not started on an example city that is half loaded, unless that was in another database', async () => {
    const place = mkdtempSync(join(data, 'half-'));
    const given = { ...quiet, data: place, databaseUrl: store.url } as const;
    writeFileSync(join(place, 'loading-demo'), new URL(store.url).host + new URL(store.url).pathname);
    await expect(startServer(given)).rejects.toMatchObject({ code: 'demo.half-loaded' });
    writeFileSync(join(place, 'loading-demo'), 'elsewhere/tokimori');
    await (await startServer(given)).stop();
  });
});
