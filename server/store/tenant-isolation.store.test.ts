import { beforeAll, expect, it } from 'vitest';
import { eachDatabase, type TestStore } from './testing/each-database.ts';

const HERE = '131075';
const THERE = '141003';
const NOW = new Date('2026-11-04T08:30:00+09:00');

type Table = { name: string; partition: boolean; secured: boolean; forced: boolean; policies: number };

/** Every ordinary and partitioned table of the schema, from the catalogue: a new one is judged without being listed. */
const TABLES = `
  select c.relname as name, c.relispartition as partition, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
         (select count(*) from pg_policy p where p.polrelid = c.oid
            and pg_get_expr(p.polqual, p.polrelid) like '%municipality%app.municipality%'
            and pg_get_expr(p.polwithcheck, p.polrelid) like '%municipality%app.municipality%') as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'tk' and c.relkind in ('r', 'p') and c.relname <> 'municipality'
  order by c.relname`;

const PRIVILEGES = `
  select array(select p from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) p
               where has_table_privilege('tokimori_app', 'tk.' || $1, p)) as granted`;

/** A row that fits a table, made from the types of its columns (first permitted word of a check, else a plain value). */
const SAMPLE = `
  select a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
         (select substring(pg_get_constraintdef(c.oid) from '''([a-zA-Z]+)''') from pg_constraint c
           where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as word
  from pg_attribute a
  where a.attrelid = ('tk.' || $1)::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
    and a.attname <> 'municipality'
  order by a.attnum`;

function literalOf(column: { type: string; word: string | null }): string {
  const { type } = column;
  if (column.word !== null) return `'${column.word}'`;
  if (type.endsWith('[]')) return `'{}'::${type}`;
  if (type === 'uuid') return `'00000000-0000-4000-8000-000000000001'`;
  if (type === 'date') return `'2026-11-01'`;
  if (type.startsWith('timestamp')) return `'2026-11-04T08:30:00+09:00'`;
  if (type === 'jsonb') return `'{}'`;
  if (type === 'boolean') return 'false';
  if (type === 'bytea') return `'\\x00'`;
  if (type === 'text' || type.startsWith('character')) return `'x'`;
  return '1';
}

eachDatabase('row-level security', (open) => {
  let store: TestStore;
  let tables: Table[];
  beforeAll(async () => {
    store = await open();
    await store.ensurePartitions([2026 * 12 + 10]);
    for (const [code, name] of [
      [HERE, '墨田区'],
      [THERE, '横浜市'],
    ] as const) {
      await store.registerMunicipality(code, name, NOW);
    }
    tables = await store.asOwner<Table>(TABLES);
    await arrangeRows(store, tables);
  });

  it('finds the tables of the schema', () => {
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.some((table) => table.partition)).toBe(true);
  });

  it('is on, forced and has its policy on every tenant table; a partition is reached through its parent alone', async () => {
    for (const table of tables) {
      const [privileges] = await store.asOwner<{ granted: string[] }>(PRIVILEGES, [table.name]);
      if (table.partition) expect(privileges?.granted, table.name).toEqual([]);
      else expect(table, table.name).toMatchObject({ secured: true, forced: true, policies: 1 });
    }
  });

  it('is asked once a statement that names the municipality, not of every row', async () => {
    await store.asOwner(PLAN_OF);
    for (const { name } of tables.filter((candidate) => !candidate.partition)) {
      const plan = await asTenant<{ line: string }>(
        store,
        HERE,
        `select * from public.plan_of('select 1 from tk.${name} where municipality = ''${HERE}''')`,
      );
      const asked = plan.map((row) => row.line).filter((line) => line.includes('current_setting'));
      expect(asked.length, name).toBeGreaterThan(0);
      for (const line of asked) expect(line, name).toContain('One-Time Filter');
    }
  });

  it('shows a municipality its own rows and no others, whatever the statement says', async () => {
    for (const table of tables.filter((candidate) => !candidate.partition)) {
      const rows = await asTenant<{ municipality: string }>(store, HERE, `select municipality from tk.${table.name}`);
      expect(new Set(rows.map((row) => row.municipality)), table.name).toEqual(new Set([HERE]));
      const foreign = await asTenant(store, HERE, `select 1 from tk.${table.name} where municipality = '${THERE}'`);
      expect(foreign, table.name).toEqual([]);
    }
  });

  it("changes and removes nothing of another municipality's", async () => {
    for (const table of tables.filter((candidate) => !candidate.partition)) {
      const before = await countOf(store, table.name);
      for (const statement of [
        `update tk.${table.name} set municipality = municipality where municipality = '${THERE}' returning 1`,
        `delete from tk.${table.name} where municipality = '${THERE}' returning 1`,
      ]) {
        const outcome = await outcomeOf(asTenant(store, HERE, statement));
        expect(['42501', 0], `${table.name}: ${statement}`).toContain(outcome);
      }
      expect(await countOf(store, table.name)).toBe(before);
    }
  });

  it('lets no row of another municipality be written', async () => {
    for (const table of tables.filter((candidate) => !candidate.partition)) {
      const statement = await insertInto(store, table.name, THERE);
      expect(await outcomeOf(asTenant(store, HERE, statement)), table.name).toBe('42501');
    }
  });

  it('lets no row be handed to another municipality', async () => {
    for (const table of tables.filter((candidate) => !candidate.partition)) {
      const statement = `update tk.${table.name} set municipality = '${THERE}' where municipality = '${HERE}'`;
      expect(await outcomeOf(asTenant(store, HERE, statement)), table.name).toBe('42501');
    }
  });

  it('shows nothing and takes nothing when the tenant was forgotten', async () => {
    for (const table of tables.filter((candidate) => !candidate.partition)) {
      expect(await asTenant(store, null, `select 1 from tk.${table.name}`), table.name).toEqual([]);
      const statement = await insertInto(store, table.name, HERE);
      expect(await outcomeOf(asTenant(store, null, statement)), table.name).toBe('42501');
    }
  });

  it('keeps facts and the journal append-only', async () => {
    for (const name of ['punch', 'punch_id', 'event', 'import_refusal']) {
      const [privileges] = await store.asOwner<{ granted: string[] }>(PRIVILEGES, [name]);
      expect(privileges?.granted, name).toEqual(['SELECT', 'INSERT']);
    }
    for (const { name } of tables) {
      const [privileges] = await store.asOwner<{ granted: string[] }>(PRIVILEGES, [name]);
      expect(privileges?.granted, name).not.toContain('TRUNCATE');
    }
  });

  it('gives the tenant of one transaction to no other on the same connection', async () => {
    const read = 'select s.municipality from tk.staff s where s.municipality = $1';
    for (const code of [HERE, THERE, HERE, THERE]) {
      expect(await store.tenant(code, (tx) => tx.query(read, [code]))).toEqual([{ municipality: code }]);
    }
    await expect(store.tenant(HERE, (tx) => tx.query(read, [THERE]))).rejects.toThrow('must be the municipality');
  });

  it.each(['', '13107', "131075'; --", 'abcdef'])('takes no tenant called %j', async (code) => {
    await expect(store.tenant(code, async () => 1)).rejects.toMatchObject({ code: '22023' });
  });
});

async function arrangeRows(store: TestStore, tables: readonly Table[]): Promise<void> {
  const names = ['staff', ...tables.filter((table) => !table.partition).map((table) => table.name)];
  for (const name of new Set(names)) {
    for (const code of [HERE, THERE]) await store.asOwner(await insertInto(store, name, code));
  }
}

async function insertInto(store: TestStore, table: string, municipality: string): Promise<string> {
  const columns = await store.asOwner<{ column: string; type: string; word: string | null }>(SAMPLE, [table]);
  const names = ['municipality', ...columns.map((column) => `"${column.column}"`)];
  const values = [`'${municipality}'`, ...columns.map(literalOf)];
  return `insert into tk.${table} (${names.join(', ')}) values (${values.join(', ')})`;
}

/** The lines of a statement's plan, for whoever calls it. */
const PLAN_OF = `create function public.plan_of(statement text) returns table (line text) language plpgsql as $plan$
  begin return query execute 'explain (costs off) ' || statement; end $plan$`;

/** A statement as the application's role sees it, without the statement rule in front. */
async function asTenant<R extends object>(store: TestStore, code: string | null, statement: string): Promise<R[]> {
  const tenant = code === null ? '' : `perform tk.tenant('${code}');`;
  const returning = /^select|returning/.test(statement);
  const body = returning
    ? `with r as (${statement}) select coalesce(jsonb_agg(to_jsonb(r)), '[]') into result from r;`
    : `${statement}; result := '[]';`;
  const name = `probe_${Math.abs(hash(`${code}${statement}`))}`;
  await store.asOwner(
    `create or replace function public.${name}() returns jsonb language plpgsql as $probe$
     declare result jsonb; begin set local role tokimori_app; ${tenant} ${body} set local role none; return result; end $probe$`,
  );
  const [row] = await store.asOwner<{ result: R[] }>(`select public.${name}() as result`);
  return row?.result ?? [];
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return value;
}

async function outcomeOf(rows: Promise<unknown[]>): Promise<string | number> {
  try {
    return (await rows).length;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

async function countOf(store: TestStore, table: string): Promise<number> {
  const [row] = await store.asOwner<{ count: number }>(`select count(*) from tk.${table}`);
  return row?.count ?? -1;
}
