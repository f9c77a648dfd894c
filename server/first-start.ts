import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Context } from './context.ts';
import type { DemoAccount } from './demo/demo-accounts.ts';
import { DataDirectoryError } from './runtime/data-directory-error.ts';
import { makeDirectory } from './runtime/make-directory.ts';
import type { Database } from './runtime/open-database.ts';

/** Marks a data directory whose example city is not completely loaded; it names the database. */
const markOf = (data: string): string => join(data, 'loading-demo');

/** A database without what is secret about it: `host:port/name`. */
function nameOf({ url }: Database): string {
  return url.replace(/^[^:]+:\/\/([^@/]*@)?/, '').replace(/\?.*$/s, '');
}

/**
 * A first start that was interrupted while loading the example city is begun again from nothing.
 * @throws DataDirectoryError when it was in a database of somebody else's, which is not ours to empty
 */
export async function clearHalfLoaded(database: Database, data: string): Promise<void> {
  if (!existsSync(markOf(data))) return;
  if (database.origin !== 'embedded') {
    if (readFileSync(markOf(data), 'utf8') !== nameOf(database)) return;
    throw new DataDirectoryError(
      'demo.half-loaded',
      `データベース ${nameOf(database)} は、例示用の市のデータを用意している途中で止まっています。` +
        `このデータベースを作り直し、${markOf(data)} を消してから、もう一度実行してください。`,
    );
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('drop schema if exists tk cascade');
    await client.query('drop schema if exists tk_install cascade');
  } finally {
    await client.end();
  }
  rmSync(markOf(data), { force: true });
}

/** Loads the example city into an installation without a municipality, telling how far it is. */
export async function loadExampleCity(
  context: Context,
  { data, database }: { readonly data: string; readonly database: Database },
  say: (line: string) => void,
): Promise<readonly DemoAccount[]> {
  const { readDemoAccounts } = await import('./demo/demo-accounts.ts');
  if ((await context.store.municipalities()).length > 0) return readDemoAccounts(context);
  const { loadDemo } = await import('./demo/load-demo.ts');
  makeDirectory(data);
  writeFileSync(markOf(data), nameOf(database));
  say('はじめての起動です。例示用の市のデータを用意します。');
  const city = await loadDemo(context, { progress: progressLines(say) });
  rmSync(markOf(data), { force: true });
  say(`${city.name}(架空の市)を用意しました。`);
  return city.accounts;
}

/** Who can sign in to the example city, one of every role. */
export async function tellDemoAccounts(accounts: readonly DemoAccount[], say: (line: string) => void): Promise<void> {
  if (accounts.length === 0) return;
  const { DEMO_PASSWORD } = await import('./demo/accounts.ts');
  say(`見本の市には、次の人としてログインできます(パスワードは共通で ${DEMO_PASSWORD})。`);
  for (const { role, login, name, where } of accounts) {
    say(`  ${login.padEnd(10)} ${role}${where === '' ? '' : `(${where})`} ${name}`);
  }
}

/** On a terminal one line that grows; elsewhere a line every tenth. */
function progressLines(say: (line: string) => void): (done: number, of: number, what: string) => void {
  let told = -1;
  return (done, of, what) => {
    const percent = of === 0 ? 100 : Math.floor((done / of) * 100);
    if (process.stdout.isTTY) {
      const bar = '■'.repeat(Math.floor(percent / 5)).padEnd(20, '□');
      process.stdout.write(`\r\x1b[K${percent < 100 ? `  ${bar} ${percent}% ${what}` : ''}`);
      return;
    }
    const tenth = Math.floor(percent / 10);
    if (tenth === told || what === '') return;
    told = tenth;
    say(`  ${percent}% ${what}`);
  };
}
