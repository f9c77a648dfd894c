import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind } from '@tokimori/contract/imports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';
import { type ImportFileOptions, importFile } from './import-file.ts';

const CODE = '419990';

eachDatabase('事実の取り込み', (open) => {
  let store: TestStore;
  let context: TestContext;
  let folder: string;

  beforeAll(async () => {
    store = await open();
    context = testContext({ now: '2026-11-20T12:00:00+09:00', store });
    await store.registerMunicipality(CODE, '美汐市', context.clock.now());
    folder = await mkdtemp(join(tmpdir(), 'tokimori-import-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const take = async (kind: ImportKind, text: string | Uint8Array, options: ImportFileOptions = {}) => {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, text);
    return importFile(context, CODE, kind, path, { startedBy: 'system:command:unyo', ...options });
  };
  const rows = <R extends object>(sql: string) => store.asOwner<R>(sql);
  const counts = (run: { taken: number; unchanged: number; refused: number }) => [
    run.taken,
    run.unchanged,
    run.refused,
  ];

  test('まず組織と職員を取り込む', async () => {
    await take(
      'departments',
      '部署コード,部署名,上位部署コード,区分,適用開始日\n1010,保険年金課,,課,2024-04-01\n2000,土木部,,部局,2024-04-01\n',
    );
    const staff = await take(
      'staff',
      '職員番号,氏名,部署コード,職名,管理監督職員,採用日,退職日,SID\n100001,髙橋　一,1010,課長,1,H10.4.1,,\n' +
        '100002,佐藤 葉子,2000,主任,0,R8.4.1,R9.3.31,CITY\\Sato\n',
    );
    expect(counts(staff)).toEqual([2, 0, 0]);
  });

  test('打刻: 日時でも、日付と出勤・退勤でもよい。悪い行は、わけと直し方を添えて断る', async () => {
    const text =
      '職員CD,日付,出勤,退勤,端末名,備考\n100001,2026-11-04,8:22,26:10,本庁舎3階 西,\n100001,R8.11.5,0825,,本庁舎3階 西,\n' +
      '20441,2026-11-04,8:00,17:00,,\n100001,2026-11-05,25:70,,,\n100001,2026/02/30,8:00,,,\n100001,2026-11-06,,,,\n' +
      '100001,2027-10-23,8:00,17:00,,\n100001,2026-11-09,17:00,8:00,,\n100002,2026-03-01,8:00,17:00,,\n';
    const run = await take('punches', text);
    expect(run.bad.map(({ line, field, value, message, cure }) => [line, field, value, message, cure])).toEqual([
      [4, '職員番号', '20441', 'この番号の職員は登録されていません', '職員の取り込みを先に行うか、番号を直す'],
      [5, '出勤', '25:70', '時刻として読めません', '8:30 や 25:10 の形に直す'],
      [6, '日付', '2026/02/30', '暦にない日です', '日付を直す'],
      [7, '出勤', '', '時刻がありません', '時刻を入れるか、行を消す'],
      [8, '日付', '2027-10-23', '先の日時の打刻です', '年と日時を確かめて直す'],
      [9, '退勤', '8:00', '退勤が出勤以前です', '翌日の退勤は 26:10 のように書く'],
      [10, '日付', '2026-03-01', 'この職員の採用日より前です', '日付か、職員の採用日を直す'],
    ]);
    expect(counts(run)).toEqual([2, 0, 7]);
    expect(
      await rows(
        "select occurred_at, direction, source, device, month::text from tk.punch where staff = '100001' order by 1",
      ),
    ).toEqual([
      {
        occurred_at: new Date('2026-11-03T23:22:00Z'),
        direction: 'in',
        source: 'import',
        device: '本庁舎3階 西',
        month: '2026-11-01',
      },
      {
        occurred_at: new Date('2026-11-04T17:10:00Z'),
        direction: 'out',
        source: 'import',
        device: '本庁舎3階 西',
        month: '2026-11-01',
      },
      {
        occurred_at: new Date('2026-11-04T23:25:00Z'),
        direction: 'in',
        source: 'import',
        device: '本庁舎3階 西',
        month: '2026-11-01',
      },
    ]);
    expect(
      await rows(
        "select first_date::text, last_date::text from tk.stale_day where staff = '100001' and last_date < '2026-11-10'",
      ),
    ).toEqual([{ first_date: '2026-11-03', last_date: '2026-11-06' }]);
    expect(context.woken.at(-1)).toBe(CODE);
    expect(counts(await take('punches', text))).toEqual([0, 2, 7]);
    const added = await take(
      'punches',
      '職員番号\t打刻日時\t区分\n100001\t2026-11-09T08:20:00+09:00\t出勤\n100001\t2026-11-09 8:20:00\t出勤\n',
    );
    expect(counts(added)).toEqual([1, 1, 0]);
    expect((await take('punches', '職員番号,打刻日時,区分\n100001,2026-11-09 9:00,中抜け\n')).bad[0]?.code).toBe(
      'import.value.not-in-list',
    );
  });

  test('PCの記録: SID・アカウントから職員を探す。イベントIDで向きが決まる', async () => {
    const run = await take(
      'pc-log',
      'アカウント,日時,イベントID,コンピューター\nsato@city.lg.jp,2026-11-04 8:31:05,4624,PC-01\nCITY\\SATO,2026-11-04 20:10:00,7002,PC-01\n' +
        'nobody,2026-11-04 8:00,7001,PC-02\nsato,2026-11-04 9:00,6006,PC-01\n',
    );
    expect(counts(run)).toEqual([2, 0, 2]);
    expect(run.bad.map((bad) => bad.code)).toEqual(['import.pc-account.unknown', 'import.value.not-in-list']);
    expect(
      await rows("select direction, source, device from tk.punch where source = 'pc' order by occurred_at"),
    ).toEqual([
      { direction: 'in', source: 'pc', device: 'PC-01' },
      { direction: 'out', source: 'pc', device: 'PC-01' },
    ]);
  });

  test('時間外勤務: 実績として入る。手当額が変われば新しい版になり、重なりは断る', async () => {
    const header = '職員番号,日付,開始,終了,時間数,業務区分,業務内容,手当額\n';
    const text =
      `${header}100002,2026-11-04,17:15,19:45,,通常,窓口の整理,5000\n100002,2026-11-05,,,7.33,災害,避難所,\n` +
      '100002,2026-11-04,19:00,21:00,,通常,別の仕事,\n100002,2026-11-06,9:00,12:00,,通常,,\n100002,2026-11-07,9:00,12:00,,臨時,選挙,\n' +
      '100002,2026-11-10,17:15,,,通常,,\n100002,2026-11-10,17:15,18:15,2:00,通常,,\n100002,2026-11-10,,,1:00,残業,,\n';
    const run = await take('overtime', text);
    expect(run.bad.map(({ line, field, code }) => [line, field, code])).toEqual([
      [4, '開始', 'import.overtime.overlaps'],
      [5, '開始', 'import.overtime.within-regular-hours'],
      [7, '終了', 'import.value.missing'],
      [8, '時間数', 'import.overtime.longer-than-span'],
      [9, '業務区分', 'import.value.not-in-list'],
    ]);
    expect(counts(run)).toEqual([3, 0, 5]);
    const stored = () =>
      rows(
        `select duty_date::text as d, minutes, category, department, state, allowance, version, decided_by from tk.overtime order by 1`,
      );
    const base = { department: '2000', state: 'confirmed', version: 1, decided_by: 'system:command:unyo' };
    expect(await stored()).toEqual([
      { d: '2026-11-04', minutes: 150, category: 'normal', allowance: 5000, ...base },
      { d: '2026-11-05', minutes: 440, category: 'disaster', allowance: null, ...base },
      { d: '2026-11-07', minutes: 180, category: 'temporary', allowance: null, ...base },
    ]);
    expect(counts(await take('overtime', text))).toEqual([0, 3, 5]);
    const again = await take('overtime', `${header}100002,2026-11-04,17:15,19:45,,通常,窓口の整理,5200\n`);
    expect(counts(again)).toEqual([1, 0, 0]);
    expect((await stored())[0]).toMatchObject({ allowance: 5200, version: 2 });
    expect(
      await rows(
        "select seq, data->>'allowance' as a from tk.event where kind = 'OvertimeImported' and data->>'dutyDate' = '2026-11-04' order by 1",
      ),
    ).toEqual([
      { seq: 1, a: '5000' },
      { seq: 2, a: '5200' },
    ]);
  });

  test('月計', async () => {
    const text =
      '職員番号,年月,時間数,うち特例,手当額\n100001,2025-04,45:30,10:00,120000\n100001,R7.5,12.5,,\n100001,2025-06,10:00,11:00,\n';
    const run = await take('overtime-months', text);
    expect(counts(run)).toEqual([2, 0, 1]);
    expect(await rows('select month::text, overtime, exceptional, allowance from tk.month_fact order by 1')).toEqual([
      { month: '2025-04-01', overtime: 2730, exceptional: 600, allowance: 120000 },
      { month: '2025-05-01', overtime: 750, exceptional: 0, allowance: null },
    ]);
    expect(counts(await take('overtime-months', text))).toEqual([0, 2, 1]);
    const changed = await take('overtime-months', '職員番号,年月,時間数\n100001,2025-05,13:00\n');
    expect(counts(changed)).toEqual([1, 0, 0]);
  });

  test('列が足りない・対応のファイルに知らない項目がある', async () => {
    await expect(take('punches', '氏名,打刻日時\na,2026-11-04 8:00\n')).rejects.toMatchObject({
      code: 'import.columns-missing',
    });
    await expect(take('punches', '職員番号,打刻日時\n', { mapping: { 生年月日: 'x' } })).rejects.toMatchObject({
      code: 'import.mapping.unknown-field',
    });
    const mapped = await take('punches', '社員コード,打刻日時\n100001,2026-11-10 8:00\n', {
      mapping: { 職員番号: '社員コード' },
      dryRun: true,
    });
    expect(counts(mapped)).toEqual([1, 0, 0]);
    expect(mapped.sample).toEqual([
      { 行: '2', 職員: '100001 髙橋　一', 打刻日: '令和8年11月10日(火)', 時刻: '8:00', 区分: '(区分なし)', 端末: '' },
    ]);
  });

  test('終わりは記録簿に残る', async () => {
    const [event] = await rows<{ data: object; actor: string }>(
      "select data, actor from tk.event where kind = 'ImportFinished' order by recorded_at, stream limit 1",
    );
    expect(event?.actor).toBe('system:command:unyo');
    expect(await rows("select distinct actor from tk.event where kind = 'OvertimeImported'")).toEqual([
      { actor: 'system:command:unyo' },
    ]);
    expect(event?.data).toMatchObject({ fileHash: expect.stringMatching(/^[0-9a-f]{64}$/), taken: expect.any(Number) });
  });
});
