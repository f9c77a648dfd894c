import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRun } from '@tokimori/contract/imports';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';
import { createImports, type Imports } from './import-run.ts';

const CODE = '419990';
const hr: Actor = { municipality: CODE, login: 'jinji', staff: null, roles: ['hr'] };

eachDatabase('画面からの取り込み', (open) => {
  let store: TestStore;
  let context: TestContext;
  let imports: Imports;
  let directory: string;

  beforeAll(async () => {
    store = await open();
    context = testContext({ now: '2026-11-20T12:00:00+09:00', store });
    await store.registerMunicipality(CODE, '美汐市', context.clock.now());
    directory = await mkdtemp(join(tmpdir(), 'tokimori-runs-'));
    imports = createImports(context, { directory });
    await store.asOwner(
      `insert into tk.staff (municipality, staff, name, joined_on)
       select '${CODE}', (100000 + n)::text, '職員' || n, '2020-04-01' from generate_series(1, 200) n`,
    );
  });
  afterAll(() => rm(directory, { recursive: true }));

  const check = (text: string | Uint8Array, encoding: 'auto' | 'utf-8' | 'cp932' = 'auto') =>
    imports.checkImport(context, hr, {
      kind: 'punches',
      encoding,
      files: [{ field: 'file', name: '打刻.csv', bytes: Buffer.from(text) }],
    });
  const punchCount = async () => (await store.asOwner<{ n: number }>('select count(*)::int as n from tk.punch'))[0]!.n;
  const lines = (count: number, month = '2026-10') =>
    Array.from(
      { length: count },
      (_, at) =>
        `${100001 + (at % 200)},${month}-${String(1 + (at % 28)).padStart(2, '0')} 8:${String(at % 60).padStart(2, '0')}:${String(at % 59).padStart(2, '0')},出勤`,
    ).join('\n');

  test('確かめる → 取り込む → もう一度は何も変わらない', async () => {
    const text = `職員番号,打刻日時,区分\n${lines(5_000)}\n300000,2026-10-01 8:00,出勤\n100001,きのう,出勤\n`;
    const checked = await check(iconv.encode(text, 'cp932'));
    expect(importRun.parse(checked)).toMatchObject({
      state: 'checked',
      encoding: 'cp932',
      rowsTotal: 5_002,
      rowsDone: 0,
      refused: 2,
      unchanged: 0,
      taken: 5_000,
      consequence: { people: 200, firstDate: '2026-10-01', lastDate: '2026-10-28' },
    });
    expect(checked.sample).toHaveLength(5);
    expect(checked.sample[0]).toMatchObject({
      行: '2',
      職員: '100001 職員1',
      打刻日: '令和8年10月1日(木)',
      区分: '出勤',
    });
    expect(await punchCount()).toBe(0);
    const started = await imports.runImport(context, hr, { id: checked.id });
    expect(['running', 'done']).toContain(started.state);
    await store.asOwner('delete from tk.stale_day'); // nobody derives in this test
    await drained();
    const done = await imports.readImport(context, hr, { id: checked.id });
    expect(importRun.parse(done)).toMatchObject({
      state: 'done',
      rowsDone: 5_002,
      taken: 5_000,
      unchanged: 0,
      refused: 2,
    });
    expect(done.changed).toEqual({ resolvedMissing: 0, newDiscrepancies: 0, stateChanges: 0 });
    expect(await punchCount()).toBe(5_000);
    // running it again leaves it as it is; the same file again changes nothing
    expect((await imports.runImport(context, hr, { id: checked.id })).state).toBe('done');
    expect(await check(text)).toMatchObject({ taken: 0, unchanged: 5_000, refused: 2 });
    const { imports: listed } = await imports.listImports(context, hr, {});
    expect(listed.map((run) => run.state).toSorted()).toEqual(['checked', 'done']);
  });

  /** Plays the deriver until the runs in the background have ended. */
  async function drained(): Promise<void> {
    const sweep = setInterval(() => void store.asOwner('delete from tk.stale_day'), 100);
    await imports.settled();
    clearInterval(sweep);
  }

  test('エラーのファイルは、もとの行に、わけと直し方を加えて、もとの文字コードで', async () => {
    const text = '職員番号,打刻日時,メモ\r\n300000,2026-10-01 8:00,"高瀬 誠, 髙"\r\n100001,きのう,①\r\n';
    const checked = await check(iconv.encode(text, 'cp932'));
    const file = await imports.importErrors(context, hr, { id: checked.id });
    expect(file.fileName).toBe('打刻_エラー.csv');
    expect(iconv.decode(Buffer.from(file.bytes), 'cp932')).toBe(
      'わけ,直し方,職員番号,打刻日時,メモ\r\n' +
        '職員番号: この番号の職員は登録されていません,職員の取り込みを先に行うか、番号を直す,300000,2026-10-01 8:00,"高瀬 誠, 髙"\r\n' +
        '打刻日時: 日付として読めません,2026-11-04 8:22 の形に直す,100001,きのう,①\r\n',
    );
    const utf8 = await imports.importErrors(context, hr, { id: (await check(text)).id });
    expect(Buffer.from(utf8.bytes).toString('utf8').startsWith('\ufeffわけ')).toBe(true);
  });

  test('エラーのファイルは、項目の足りない行や余る行でも、直せばそのまま取り込める', async () => {
    const text = '職員番号,打刻日時,区分\n100001,きのう\n100001,2026-10-02 8:00,出勤,余計\n';
    const file = await imports.importErrors(context, hr, { id: (await check(text)).id });
    const answered = Buffer.from(file.bytes).toString('utf8');
    expect(
      answered
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.replace(/^[^,]+,[^,]+,/, '')),
    ).toEqual(['100001,きのう', '100001,2026-10-02 8:00,出勤,余計']);
    const right = answered.replace('きのう', '2026-10-01 8:00').replace(',余計', '');
    expect(await check(right)).toMatchObject({ taken: 2, refused: 0 });
  });

  test('途中で止めても、入った行は残る。やり直すと残りが入る', async () => {
    const before = await punchCount();
    const checked = await check(`職員番号,打刻日時,区分\n${lines(50_000, '2026-09')}\n`);
    let calls = 0;
    const stopping = createImports(
      {
        ...context,
        wakeDeriver: () => {
          calls += 1;
          if (calls === 2) void imports.stopImport(context, hr, { id: checked.id });
        },
      },
      { directory },
    );
    await stopping.runImport(context, hr, { id: checked.id });
    await stopping.settled();
    const stopped = await imports.readImport(context, hr, { id: checked.id });
    expect(stopped.state).toBe('stopped');
    expect(stopped.taken).toBeGreaterThan(0);
    expect(stopped.taken).toBeLessThan(checked.taken);
    expect((await punchCount()) - before).toBe(stopped.taken);
    await imports.runImport(context, hr, { id: checked.id });
    await drained();
    expect(await imports.readImport(context, hr, { id: checked.id })).toMatchObject({
      state: 'done',
      unchanged: stopped.taken + 50_000 - checked.taken,
      taken: checked.taken - stopped.taken,
    });
  });

  test('サーバーが落ちたときの取り込みは、中断として残り、やり直せる', async () => {
    const checked = await check('職員番号,打刻日時\n100001,2026-08-03 8:00\n');
    await store.asOwner(`update tk.import_run set state = 'running' where id = '${checked.id}'`);
    await imports.interruptLeftOver();
    expect((await imports.readImport(context, hr, { id: checked.id })).state).toBe('interrupted');
    await imports.runImport(context, hr, { id: checked.id });
    await drained();
    expect(await imports.readImport(context, hr, { id: checked.id })).toMatchObject({ state: 'done', taken: 1 });
  });

  test('列が足りないファイルは、確かめられるが取り込めない', async () => {
    const checked = await check('氏名,打刻日時\na,2026-08-03 8:00\n');
    expect(checked.missingColumns).toEqual(['職員番号']);
    await expect(imports.runImport(context, hr, { id: checked.id })).rejects.toMatchObject({
      code: 'import.columns-missing',
    });
  });

  test('読めないファイルは残さない。権限のない人は断る', async () => {
    await expect(check(Uint8Array.from([0x61, 0xff, 0xfe]))).rejects.toMatchObject({ code: 'import.file.encoding' });
    await expect(check('職員番号,"打刻日時\n1,2026-11-04 8:00\n')).rejects.toMatchObject({
      code: 'import.file.header',
    });
    const staff: Actor = { ...hr, roles: ['staff'] };
    await expect(imports.listImports(context, staff, {})).rejects.toMatchObject({ code: 'access.denied' });
    await expect(imports.readImport(context, hr, { id: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject(
      {
        code: 'import.not-found',
      },
    );
    expect(existsSync(join(directory, CODE))).toBe(true);
  });
});
