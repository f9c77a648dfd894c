import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Installation, tokimori } from './installation.ts';
import { ownCity } from './own-city.ts';

const PUNCHES = 10_000;
const CLIENTS = 16;
const CITY = '992011';

const installation = await ownCity();

describe('打刻の途中で止まっても、答えた打刻は一度だけ残る', () => {
  let token: string;
  beforeAll(async () => {
    token = await registerTerminal(installation);
  });

  test('サーバーとデータベースを kill -9 しながら10,000件を送る', async () => {
    const acknowledged = new Set<string>();
    const ids = Array.from({ length: PUNCHES }, () => randomUUID());
    let next = 0;
    const send = async (): Promise<void> => {
      while (next < PUNCHES) {
        const nth = next++;
        const id = ids[nth] ?? '';
        for (let tries = 0; tries < 600 && !acknowledged.has(id); tries++) {
          if (await punch(installation.url, token, id, nth)) acknowledged.add(id);
          else await pause(100);
        }
      }
    };
    const load = Promise.all(Array.from({ length: CLIENTS }, send));
    await until(() => acknowledged.size > 2000);
    process.kill(databasePid(installation), 'SIGKILL');
    await until(() => acknowledged.size > 5000);
    const server = installation.pid();
    installation.kill('SIGKILL');
    await until(() => !alive(server));
    await installation.restart();
    await load;
    expect(acknowledged.size).toBe(PUNCHES);
    expect(await stored(installation, ids)).toEqual({ punches: PUNCHES, ids: PUNCHES });
    await derived(installation);
    expect(tokimori(installation, 'rebuild', '--municipality', CITY, '--check')).toContain('違いはありません');
  });
});

async function registerTerminal({ url }: Installation): Promise<string> {
  const signIn = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ municipality: CITY, login: 'admin', password: 'tokimori-demo' }),
  });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const me = (await (await fetch(`${url}/api/v1/me`, { headers: { cookie } })).json()) as { csrf: string };
  const answer = await fetch(`${url}/api/v1/devices`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-csrf-token': me.csrf },
    body: JSON.stringify({ device: 'crash-test', name: '計測' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** True when the punch was acknowledged: accepted now, or known from a call whose answer was lost. */
async function punch(url: string, token: string, id: string, nth: number): Promise<boolean> {
  const body = {
    id,
    staffNumber: String(100_001 + (nth % 240)),
    occurredAt: `2026-10-26T08:${String(10 + (nth % 15)).padStart(2, '0')}:00+09:00`,
    direction: 'in',
  };
  try {
    const answer = await fetch(`${url}/api/v1/punches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ punches: [body] }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) return false;
    const { accepted, duplicates } = (await answer.json()) as { accepted: number; duplicates: number };
    return accepted + duplicates === 1;
  } catch {
    return false;
  }
}

async function until(reached: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2400; tries++) {
    if (reached()) return;
    await pause(50);
  }
  throw new Error('it did not come to that');
}

function alive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The postmaster of the embedded database, as its own file in the data directory names it. */
function databasePid({ data }: Installation): number {
  for (const place of ['postgres/postmaster.pid', 'pgdata/postmaster.pid', 'data/postmaster.pid', 'postmaster.pid']) {
    try {
      return Number(readFileSync(join(data, place), 'utf8').split('\n')[0]);
    } catch {
      // Not there.
    }
  }
  throw new Error('no postmaster.pid');
}

/** How many of the punches the database holds, read as its owner. */
async function stored({ data }: Installation, ids: readonly string[]): Promise<{ punches: number; ids: number }> {
  const client = new pg.Client({ connectionString: readFileSync(join(data, 'connection'), 'utf8') });
  await client.connect();
  try {
    const count = async (table: string) =>
      Number(
        (
          await client.query(`select count(*) as n from ${table} where municipality = $1 and id = any($2::uuid[])`, [
            CITY,
            ids,
          ])
        ).rows[0].n,
      );
    return { punches: await count('tk.punch'), ids: await count('tk.punch_id') };
  } finally {
    await client.end();
  }
}

/** Waits until no derived figure is behind its facts. */
async function derived({ url }: Installation): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    if (/^tokimori_deriver_lag_seconds\S* 0$/m.test(metrics)) return;
    await pause(100);
  }
  throw new Error('the deriver did not catch up');
}
