import { beforeAll, expect, it, vi } from 'vitest';
import { migrate, migrationScripts } from './migrations.ts';
import { openStore } from './open-store.ts';
import { eachDatabase, type TestStore } from './testing/each-database.ts';
import { databaseUrl } from './testing/global-setup.ts';

const CODE = '131075';
const NOW = new Date('2026-11-04T08:30:00+09:00');
const NOVEMBER = 2026 * 12 + 10;

const addStaff = `insert into tk.staff (municipality, staff, name, joined_on) values ($1, $2, $3, $4)`;
const readStaff = `select s.staff, s.name, s.joined_on, s.left_on from tk.staff s where s.municipality = $1 order by s.staff`;

eachDatabase('the store', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    await store.registerMunicipality(CODE, '墨田区', NOW);
  });

  it('keeps what a transaction wrote, in Japanese beyond the basic plane', async () => {
    await store.tenant(CODE, (tx) => tx.query(addStaff, [CODE, '100001', '𠮷田 髙志', '2019-04-01']));
    expect(await store.tenant(CODE, (tx) => tx.query(readStaff, [CODE]))).toEqual([
      { staff: '100001', name: '𠮷田 髙志', joined_on: '2019-04-01', left_on: null },
    ]);
  });

  it('keeps nothing when work throws', async () => {
    const work = store.tenant(CODE, async (tx) => {
      await tx.query(addStaff, [CODE, '200001', '無い人', '2019-04-01']);
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    expect(await staffNumbers(store)).not.toContain('200001');
  });

  it('keeps nothing when a statement fails that nobody awaited', async () => {
    const work = store.tenant(CODE, async (tx) => {
      void tx.query(addStaff, [CODE, '200002', '無い人', '2019-04-01']);
      void tx.query(addStaff, [CODE, '200002', '同じ番号', '2019-04-01']).catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await staffNumbers(store)).not.toContain('200002');
  });

  it('names the first failure when later statements fail because of it', async () => {
    const work = store.tenant(CODE, async (tx) => {
      void tx.query(addStaff, [CODE, '100001', '同じ番号', '2019-04-01']);
      await tx.query(readStaff, [CODE]);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
  });

  it('answers statements issued together, each with its own rows', async () => {
    const answers = await store.tenant(CODE, (tx) =>
      Promise.all([1, 2, 3, 4].map((n) => tx.query('select $1::int as n', [n]))),
    );
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
  });

  it('refuses a statement after the end of its transaction', async () => {
    const tx = await store.tenant(CODE, async (inside) => inside);
    await expect(tx.query('select 1')).rejects.toThrow('the transaction has ended');
  });

  it('reads dates as text, big numbers and sums as numbers, instants as Date', async () => {
    const [row] = await store.tenant(CODE, (tx) =>
      tx.query(
        `select $1::date as day, array[$1::date] as days, 9007199254740991::bigint as big, array[1::bigint] as bigs,
                sum(v::bigint) as total, $2::timestamptz as at, $3::smallint[] as minutes, '{"a":1}'::jsonb as data
         from unnest($3::smallint[]) v`,
        ['2026-11-04', NOW, [480, -1]],
      ),
    );
    expect(row).toEqual({
      day: '2026-11-04',
      days: ['2026-11-04'],
      big: 9007199254740991,
      bigs: [1],
      total: 479,
      at: NOW,
      minutes: [480, -1],
      data: { a: 1 },
    });
  });

  it('serves many transactions at once on few connections', async () => {
    const numbers = Array.from({ length: 100 }, (_, n) => `3${String(n).padStart(5, '0')}`);
    await Promise.all(
      numbers.map((number) => store.tenant(CODE, (tx) => tx.query(addStaff, [CODE, number, '多い人', '2019-04-01']))),
    );
    expect(await staffNumbers(store)).toEqual(expect.arrayContaining(numbers));
  });

  it('lists municipalities, and a second registration renames', async () => {
    await store.registerMunicipality(CODE, '墨田区(改)', NOW);
    expect(await store.municipalities()).toEqual([{ code: CODE, name: '墨田区(改)' }]);
  });

  it('makes month partitions once, and punches of the month lie in theirs', async () => {
    await Promise.all([store.ensurePartitions([NOVEMBER, NOVEMBER + 1]), store.ensurePartitions([NOVEMBER])]);
    await store.ensurePartitions([NOVEMBER]);
    await store.tenant(CODE, (tx) =>
      tx.query(
        `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, recorded_at)
         values ($1, '2026-11-01', '100001', $2, '00000000-0000-4000-8000-000000000001', 'in', 'card', $2)`,
        [CODE, NOW],
      ),
    );
    const [row] = await store.asOwner('select tableoid::regclass::text as place from tk.punch');
    expect(row).toEqual({ place: 'tk.punch_2026_11' });
  });

  it('is ready, and applies no migration twice', async () => {
    expect(await store.ready()).toBe(true);
    expect(await migrate(store.url)).toEqual([]);
  });

  it('refuses a database whose applied migration differs, or that is ahead', async () => {
    const scripts = migrationScripts();
    const changed = scripts.map((script, index) => (index === 0 ? { ...script, hash: '0' } : script));
    await expect(migrate(store.url, changed)).rejects.toMatchObject({ code: 'migration.changed' });
    await expect(migrate(store.url, scripts.slice(0, -1))).rejects.toMatchObject({ code: 'migration.newer' });
  });

  it('undoes a migration that fails, wholly, and says which', async () => {
    const scripts = [
      ...migrationScripts(),
      { name: '9998-half', text: 'create table tk.half (a int); select 1/0;', hash: 'h' },
    ];
    await expect(migrate(store.url, scripts)).rejects.toMatchObject({ code: 'migration.failed' });
    expect(await store.asOwner(`select to_regclass('tk.half') as half`)).toEqual([{ half: null }]);
    expect(await migrate(store.url)).toEqual([]);
  });

  it('brings an empty database to this version, also when two servers start at once', async () => {
    await store.asOwner('create database tokimori_fresh');
    const url = databaseUrl(store.url, 'tokimori_fresh');
    const stores = await Promise.all([openStore({ url }), openStore({ url })]);
    expect(await Promise.all(stores.map((each) => each.ready()))).toEqual([true, true]);
    await Promise.all(stores.map((each) => each.close()));
    await store.asOwner('drop database tokimori_fresh with (force)');
  });

  it('loses a broken connection and goes on with another', async () => {
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;
    const interrupted = store.tenant(CODE, async (tx) => {
      await tx.query('select 1');
      await store.asOwner(kill);
      await tx.query(addStaff, [CODE, '400001', '切れた人', '2019-04-01']);
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'store.unavailable' });
    const after = await vi.waitFor(() => staffNumbers(store), { timeout: 5_000 });
    expect(after).not.toContain('400001');
  });

  it('says that the database cannot be asked, after its patience', async () => {
    const nowhere = { url: 'postgres://nobody@127.0.0.1:9,127.0.0.1:10/none', patience: 60 };
    await expect(openStore(nowhere)).rejects.toMatchObject({ code: 'store.unavailable' });
  });
});

async function staffNumbers(store: TestStore): Promise<string[]> {
  const rows = await store.tenant(CODE, (tx) => tx.query<{ staff: string }>(readStaff, [CODE]));
  return rows.map((row) => row.staff);
}
