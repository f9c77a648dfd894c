import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelParameters } from '@tokimori/server/installation/ordinance-files';
import { eachDatabase, type TestStore } from '@tokimori/server/store/testing/each-database';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The commands that open an installation, as processes of their own on a database of DATABASE_URL. */
const launcher = fileURLToPath(new URL('./bin/tokimori.mjs', import.meta.url));
const CODE = '419990';

eachDatabase('取り込み、作り直し、報告、起動', (open) => {
  let store: TestStore;
  let folder: string;

  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [launcher, ...args], {
      env: { ...process.env, DATABASE_URL: store.url, TOKIMORI_CLOCK: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  async function tokimori(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = start(args);
    let [out, err] = ['', ''];
    child.stdout?.on('data', (piece) => {
      out += piece;
    });
    child.stderr?.on('data', (piece) => {
      err += piece;
    });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, out, err };
  }

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  beforeAll(async () => {
    store = await open();
    folder = await mkdtemp(join(tmpdir(), 'tokimori-command-'));
    const since = new Date('2020-04-01T00:00:00+09:00');
    await store.registerMunicipality(CODE, '美汐市', since);
    await store.tenant(CODE, (tx) =>
      tx.query(
        'insert into tk.ordinance (municipality, effective_from, document, recorded_at) values ($1, $2, $3, $4)',
        [CODE, '2019-04-01', JSON.stringify(modelParameters()), since],
      ),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('取り込み、同じファイルは変わらない', async () => {
    const departments = await file(
      'departments.csv',
      '部署コード,部署名,上位部署コード,区分,適用開始日\n10,総務部,,部局,2020-04-01\n1010,人事課,10,課,2020-04-01\n',
    );
    const staff = await file(
      'staff.csv',
      '職員番号,氏名,部署コード,管理監督職員,採用日\n1,佐賀 一,1010,0,2020-04-01\n2,葉 子,1010,0,2020-04-01\n',
    );
    const dry = await tokimori('import', 'departments', departments, '--municipality', CODE, '--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toMatch(/何も変えていません.*全2行.*取り込み 2行/);
    expect((await tokimori('import', 'departments', departments, '--municipality', CODE)).out).toMatch(/取り込み 2行/);
    expect((await tokimori('import', 'departments', departments, '--municipality', CODE)).out).toMatch(/変わらず 2行/);
    expect((await tokimori('import', 'staff', staff, '--municipality', CODE)).out).toMatch(/取り込み 2行/);
  });

  test('誤りのある行は、行と原因と対処を出して残りを取り込む', async () => {
    const months = await file(
      'months.csv',
      '職員番号,年月,時間数,うち特例,手当額\n1,2025-10,20:00,,50000\n2,2025-10,30:00,,70000\n9,2025-10,1:00,,0\n',
    );
    const errors = join(folder, 'errors.csv');
    const taken = await tokimori('import', 'overtime-months', months, '--municipality', CODE, '--errors', errors);
    expect(taken.code).toBe(0);
    expect(taken.out).toMatch(/取り込み 2行.*受け付けず 1行/);
    expect(taken.err).toMatch(/^4行目 職員番号「9」: /);
    expect(await readFile(errors, 'utf8')).toContain('9,2025-10,1:00');
  });

  test('1行も取り込めないファイル、列の足りないファイル、ない団体は断る', async () => {
    const nobody = await file('nobody.csv', '職員番号,年月,時間数\n9,2025-10,1:00\n');
    expect(await tokimori('import', 'overtime-months', nobody, '--municipality', CODE)).toMatchObject({ code: 1 });
    const wrong = await tokimori('import', 'staff', nobody, '--municipality', CODE);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^事象: .*\n原因: .*\n対処: /);
    const nowhere = await tokimori('import', 'staff', nobody, '--municipality', '131016');
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(nowhere.err).toContain(`${CODE} 美汐市`);
  });

  test('作り直し、違いはない', async () => {
    expect(await tokimori('rebuild', '--municipality', CODE)).toMatchObject({ code: 0, err: '' });
    const checked = await tokimori('rebuild', '--municipality', CODE, '--check');
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toMatch(/^違いはありません/);
  });

  test('書き換えられた集計は、違いとして見つかる', async () => {
    await store.asOwner('update tk.month_record set overtime = overtime + 1 where municipality = $1', [CODE]);
    const checked = await tokimori('rebuild', '--municipality', CODE, '--check');
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/month_record/);
    expect(checked.err).toMatch(/違いがあります/);
    await tokimori('rebuild', '--municipality', CODE);
    expect((await tokimori('rebuild', '--municipality', CODE, '--check')).code).toBe(0);
  });

  test('報告をファイルに書き出す', async () => {
    const out = join(folder, 'list.csv');
    const args = ['report', 'month-list', '--municipality', CODE, '--month', '2025-10', '--format'];
    expect(await tokimori(...args, 'csv', '--out', out)).toMatchObject({ code: 0, err: '' });
    expect(await readFile(out, 'utf8')).toContain('佐賀 一');
    expect((await tokimori(...args, 'pdf', '--out', out)).err).toMatch(/この形式では出せません/);
    expect((await tokimori(...args, 'csv', '--out', join(folder, 'nowhere', 'list.csv'))).code).toBe(1);
    expect((await tokimori('report', 'hats', ...args.slice(2), 'csv', '--out', out)).err).toMatch(
      /この名前の報告はありません/,
    );
  });

  test('給与連携: ファイルを作って記録に残し、差だけも出す。記録のない月とほかの形は断る', async () => {
    const out = join(folder, 'pay.csv');
    const args = ['report', 'pay-hours', '--municipality', CODE, '--out', out, '--month', '2025-10', '--format'];
    expect(await tokimori(...args, 'csv')).toMatchObject({ code: 0 });
    const written = await readFile(out);
    expect(written.length).toBeGreaterThan(50);
    const events = await store.tenant(CODE, (tx) =>
      tx.query<{ actor: string; data: { month: string; hash: string } }>(
        "select e.actor, e.data from tk.event e where e.municipality = $1 and e.kind = 'PayHoursExported'",
        [CODE],
      ),
    );
    expect(events).toMatchObject([{ actor: `system:command:${userInfo().username}`, data: { month: '2025-10' } }]);
    expect(events[0]?.data.hash).toBe(createHash('sha256').update(written).digest('hex'));
    expect(await tokimori(...args, 'csv', '--differences')).toMatchObject({ code: 0 });
    expect((await readFile(out)).length).toBeLessThan(written.length + 1);
    expect((await tokimori(...args, 'xlsx')).err).toContain('--format csv');
    const unknown = args.map((word) => (word === '2025-10' ? '2021-10' : word));
    expect((await tokimori(...unknown, 'csv')).err).toContain('記録がありません');
  });

  test('標準出力に書き出す。ない部署、記録のない月は断る', async () => {
    const args = ['report', 'month-list', '--municipality', CODE, '--format', 'csv', '--out', '-', '--month'];
    const listed = await tokimori(...args, '2025-10', '--department', '1010');
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toMatch(/^\ufeff?職員番号,.*\r\n1,佐賀 一,/);
    expect(listed.out).not.toContain('書き出しました');
    for (const name of ['saga-1', 'saga-2', 'month-list']) {
      const named = ['report', name, ...args.slice(2)];
      const nowhere = await tokimori(...named, '2025-10', '--department', 'ZZZ');
      expect(nowhere).toMatchObject({ code: 1, out: '' });
      expect(nowhere.err).toMatch(/^事象: この部署はありません\n原因: 部署コード「ZZZ」.*\n対処: /);
      const empty = await tokimori(...named, '2027-09');
      expect(empty).toMatchObject({ code: 1, out: '' });
      expect(empty.err).toMatch(/^事象: 報告を作れません\n原因: 2027-09 の記録がありません。\n対処: /);
    }
  });

  test('だれがコマンドを使ったかが記録に残る', async () => {
    const rows = await store.asOwner<{ actor: string }>(
      "select distinct actor from tk.event where kind in ('ImportFinished', 'StaffSet')",
    );
    expect(rows).toEqual([{ actor: `system:command:${userInfo().username}` }]);
  });

  test('起動し、答え、止める合図で終わる', async () => {
    const server = start(['start', '--port', '0']);
    const url = await new Promise<string>((listening, failed) => {
      let said = '';
      server.stdout?.on('data', (piece) => {
        said += piece;
        const found = /http:\/\/\S+/.exec(said);
        if (found !== null) listening(found[0]);
      });
      server.on('close', () => failed(new Error(`ended before it answered: ${said}`)));
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const taken = await tokimori('start', '--port', new URL(url).port);
    expect(taken.code).toBe(1);
    expect(taken.err).toMatch(/事象: サーバーを始められません。\n原因: ポート .*\n対処: .*--port/);
    const ended = new Promise<number | null>((done) => server.on('close', done));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
