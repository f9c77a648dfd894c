import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { WatchfulClient } from './connections.ts';

/** Thrown when the database and this version of the programme do not fit each other. */
export class MigrationError extends Error {
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

type Script = { readonly name: string; readonly text: string; readonly hash: string };

/** The numbered files beside this one, in order. */
export function migrationScripts(folder = new URL('./migrations/', import.meta.url)): readonly Script[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return { name: file.replace(/\.sql$/, ''), text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the schema to this version: forward only, each file in its own transaction with its checksum.
 * @throws MigrationError `migration.changed` (an applied file differs), `migration.newer` (the database is ahead), `migration.failed`
 */
export async function migrate(ownerUrl: string, scripts = migrationScripts()): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, Client: WatchfulClient });
  pool.on('error', () => undefined);
  const db = new Kysely<Ledger>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (judgeApplied(await appliedScripts(db), scripts).length === 0) return [];
    await prepare(db);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => Object.fromEntries(scripts.map((script) => [script.name, step(script)])) },
      migrationTableSchema: 'tk_install',
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    });
    const applied: string[] = [];
    for (;;) {
      const { error, results = [] } = await migrator.migrateUp();
      const failed = results.find((result) => result.status === 'Error')?.migrationName ?? '';
      if (error !== undefined) throw new MigrationError('migration.failed', `移行 ${failed} に失敗しました。`, error);
      if (results.length === 0) break;
      applied.push(...results.map((result) => result.migrationName));
    }
    judgeApplied(await appliedScripts(db), scripts);
    return applied;
  } finally {
    await db.destroy();
  }
}

type Ledger = { 'tk_install.checksum': { name: string; sha256: string } };

function step(script: Script): Migration {
  return {
    up: async (db: Kysely<Ledger>) => {
      await sql.raw(script.text).execute(db);
      await db.insertInto('tk_install.checksum').values({ name: script.name, sha256: script.hash }).execute();
    },
  };
}

const PREPARATION = [
  `select pg_advisory_xact_lock(7467108)`,
  `do $$ begin
     if not exists (select 1 from pg_roles where rolname = 'tokimori_app') then create role tokimori_app nologin; end if;
   end $$`,
  // From PostgreSQL 16 on, who creates a role may hand it out but does not yet wear it.
  `do $$ begin
     if not pg_has_role(current_user, 'tokimori_app',
         case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
       execute format('grant tokimori_app to %I', current_user);
     end if;
   end $$`,
  'create schema if not exists tk_install',
  'create table if not exists tk_install.checksum (name text primary key, sha256 text not null)',
  'grant usage on schema tk_install to tokimori_app',
  'grant select on tk_install.checksum to tokimori_app',
];

/** The application's role (without login; the login role takes it on) and the ledger; one server at a time. */
async function prepare(db: Kysely<Ledger>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const statement of PREPARATION) await sql.raw(statement).execute(transaction);
  });
}

async function appliedScripts(db: Kysely<Ledger>): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{
    present: boolean;
  }>`select to_regclass('tk_install.checksum') is not null as present`.execute(db);
  if (found.rows[0]?.present !== true) return new Map();
  const rows = await db.selectFrom('tk_install.checksum').select(['name', 'sha256']).execute();
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

/** Names still to be applied; refuses a history that is not ours. */
function judgeApplied(applied: ReadonlyMap<string, string>, scripts: readonly Script[]): readonly string[] {
  const known = new Map(scripts.map((script) => [script.name, script.hash]));
  for (const [name, hash] of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new MigrationError(
        'migration.newer',
        `データベースには、この版が知らない移行 ${name} が適用されています。新しい版の時守を使ってください。`,
      );
    }
    if (expected !== hash) {
      throw new MigrationError(
        'migration.changed',
        `適用済みの移行 ${name} の内容が、この版のものと違います。入れ直した版が正しいか確かめてください。`,
      );
    }
  }
  return scripts.filter((script) => !applied.has(script.name)).map((script) => script.name);
}
