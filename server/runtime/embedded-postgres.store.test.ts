import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { silentLog } from '../store/testing/silent-log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { embeddedBinaries, type PostgresBinaries, systemBinaries } from './postgres-binaries.ts';

const CODE = '131075';
const NOW = new Date('2026-11-04T08:30:00+09:00');
const insert = 'insert into tk.punch_id (municipality, id, month) values ($1, $2, $3) on conflict do nothing';

let binaries: PostgresBinaries;
let root: string;

beforeAll(async () => {
  const found = (await embeddedBinaries()) ?? systemBinaries();
  if (found === undefined) throw new Error('no PostgreSQL on this machine');
  binaries = found;
  root = mkdtempSync(join(tmpdir(), 'tokimori-launcher-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = (name: string, durable = false): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ directory: join(root, name), binaries, log: silentLog, durable });

describe('the embedded database', () => {
  it('keeps what was acknowledged when it is killed again and again under load', async () => {
    const database = await start('killed', true);
    const store = await openStore({ url: database.url, connections: 8 });
    await store.registerMunicipality(CODE, '墨田区', NOW);
    const acknowledged = new Set<string>();
    let refused = 0;
    let writing = true;
    const write = async (): Promise<void> => {
      while (writing) {
        const id = randomUUID();
        try {
          await store.tenant(CODE, (tx) => tx.query(insert, [CODE, id, '2026-11-01']));
          acknowledged.add(id);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^store\.(unavailable|outcome-unknown)$/) });
          refused += 1;
        }
      }
    };
    const writers = Array.from({ length: 6 }, write);
    for (let round = 0; round < 5; round++) {
      await untilMore(acknowledged, 50);
      const pid = database.pid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    }
    await untilMore(acknowledged, 50);
    writing = false;
    await Promise.all(writers);
    const rows = await store.tenant(CODE, (tx) =>
      tx.query<{ id: string }>('select p.id from tk.punch_id p where p.municipality = $1', [CODE]),
    );
    const stored = new Set(rows.map((row) => row.id));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    await store.close();
    await database.stop();
  }, 180_000);

  it('starts on what a killed machine left behind', async () => {
    const first = await start('left');
    await first.stop();
    const data = join(root, 'left', 'postgres');
    expect(existsSync(join(data, 'postmaster.pid'))).toBe(false);
    // The number now belongs to another living process: this one.
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n\n\n\nready   \n`);
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    const sockets = join(root, 'left', 'sockets');
    writeFileSync(join(sockets, '.s.PGSQL.5432'), '');
    writeFileSync(join(sockets, '.s.PGSQL.5432.lock'), `${other.pid}\n${data}\n0\n5432\n${sockets}\n`);
    writeFileSync(join(root, 'left', 'server.lock'), '4194304 1\n');
    mkdirSync(`${data}.new`, { recursive: true });
    const second = await start('left');
    expect(second.pid()).toBeDefined();
    other.kill();
    await second.stop();
    await second.stop();
    expect(existsSync(join(root, 'left', 'server.lock'))).toBe(false);
  });

  it('is not shared, nor handed to another major version', async () => {
    const database = await start('one');
    writeFileSync(join(root, 'one', 'server.lock'), `${process.ppid} ${birthOf(process.ppid)}\n`);
    await expect(start('one')).rejects.toMatchObject({ code: 'data-directory.in-use' });
    await database.stop();
    writeFileSync(join(root, 'one', 'postgres', 'PG_VERSION'), '14\n');
    await expect(start('one')).rejects.toMatchObject({ code: 'data-directory.other-version' });
  });

  it('says why it could not start, in a sentence', async () => {
    const database = await start('broken');
    await database.stop();
    rmSync(join(root, 'broken', 'postgres', 'global'), { recursive: true });
    await expect(start('broken')).rejects.toThrow(/起動しませんでした.*postgres\.log/s);
  });

  it('takes a folder whose path is too long for a socket', async () => {
    const database = await start(`${'長い名前'.repeat(10)}/${'x'.repeat(60)}`);
    const store = await openStore({ url: database.url });
    expect(await store.ready()).toBe(true);
    await store.close();
    await database.stop();
  });
});

async function untilMore(acknowledged: ReadonlySet<string>, more: number): Promise<void> {
  const goal = acknowledged.size + more;
  while (acknowledged.size < goal) await new Promise((done) => setTimeout(done, 5));
}

function birthOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
