import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind } from '@tokimori/contract/imports';
import { sagaSheetOne, sagaSheetTwo } from '@tokimori/contract/reports';
import { published } from '@tokimori/forms/saga/published-2023-09';
import { readXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Context } from '../context.ts';
import { type Deriver, startDeriver } from '../derive/deriver.ts';
import { rebuild } from '../derive/rebuild.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { testContext } from '../store/testing/test-context.ts';
import { importFile } from './import-file.ts';
import { createImports } from './import-run.ts';
import { listReports, report, sagaFromFiles, sagaOne, sagaTwo, writeReport } from './reports.ts';

const CODE = '419990';
const hr: Actor = { municipality: CODE, login: 'jinji', staff: null, roles: ['hr'] };

eachDatabase('取り込んでから報告まで', (open) => {
  let store: TestStore;
  let context: Context;
  let deriver: Deriver;
  let folder: string;

  beforeAll(async () => {
    store = await open();
    const base = testContext({ now: '2026-11-20T12:00:00+09:00', store });
    await store.registerMunicipality(CODE, '美汐市', base.clock.now());
    await store.tenant(CODE, async (tx) => {
      await tx.query(
        'insert into tk.ordinance (municipality, effective_from, document, recorded_at) values ($1, $2, $3, $4)',
        [CODE, '2019-04-01', JSON.stringify(await base.parameters(tx, 0)), base.clock.now()],
      );
    });
    deriver = startDeriver(base);
    context = { ...base, wakeDeriver: deriver.wake };
    folder = await mkdtemp(join(tmpdir(), 'tokimori-reports-'));
    await take(
      'departments',
      '部署コード,部署名,上位部署コード,区分,適用開始日\n10,総務部,,部局,2020-04-01\n1010,人事課,10,課,2020-04-01\n20,土木部,,部局,2020-04-01\n2010,道路課,20,課,2020-04-01\n201001,維持係,2010,係,2020-04-01\n',
    );
    await take(
      'staff',
      '職員番号,氏名,部署コード,管理監督職員,採用日\n1,佐賀 一,1010,0,2020-04-01\n2,葉 子,201001,0,2020-04-01\n3,県 三,2010,0,2020-04-01\n4,課 長,2010,1,2020-04-01\n',
    );
    await take(
      'overtime-months',
      `職員番号,年月,時間数,うち特例,手当額\n${[4, 5, 6, 7, 8, 9, 10].map((month) => `1,2025-${String(month).padStart(2, '0')},20:00,,50000\n2,2025-${String(month).padStart(2, '0')},10:00,2:00,25000\n`).join('')}`,
    );
    await take(
      'overtime',
      '職員番号,日付,時間数,業務区分,手当額\n1,2026-10-01,24:00,通常,80000\n1,2026-10-05,22:30,通常,40000\n2,2026-10-02,9:00,災害,30000\n2,2026-10-03,7.33,感染症,20000\n3,2026-09-30,5:00,特例,15000\n',
    );
    await deriver.idle();
  });
  afterAll(async () => {
    await deriver.stop();
    await rm(folder, { recursive: true });
  });

  async function take(kind: ImportKind, text: string) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, text);
    const run = await importFile(context, CODE, kind, path);
    expect(run.bad).toEqual([]);
    return run;
  }

  test('取り込んだ事実から作り直しても、同じになる', async () => {
    const { differences } = await rebuild(context, CODE, { check: true });
    expect(differences).toEqual([]);
  });

  test('資料①: 部局ごと、前年、累計、手当額、一人あたり', async () => {
    const sheet = await sagaOne(context, hr, { month: '2026-10' });
    expect(sagaSheetOne.parse(sheet)).toEqual(sheet);
    expect(sheet.departments).toEqual(['総務部', '土木部']);
    const byLabel = new Map(sheet.lines.map((line) => [line.label, [...line.cells, line.total]]));
    expect(byLabel.get('total')).toEqual([2_790, 980, 3_770]);
    expect(byLabel.get('normal')).toEqual([2_790, 0, 2_790]);
    expect(byLabel.get('infection')).toEqual([0, 440, 440]);
    expect(byLabel.get('disaster')).toEqual([0, 540, 540]);
    expect(byLabel.get('ratio')).toEqual([2_325, 0, 1_661]); // 46:30 / 20:00; 0 / 8:00; 46:30 / 28:00
    expect(byLabel.get('perHead')).toEqual([465, 0, 155]);
    expect(sheet.overview[0]).toMatchObject({
      month: 3_770,
      lastYearMonth: 1_800,
      lastYearCumulative: 12_600,
      allowance: 170_000,
      lastYearAllowance: 75_000,
    });
    expect(sheet.differences).toEqual([
      '月計として取り込んだ月(2025-04、2025-05、2025-06、2025-07、2025-08、2025-09、2025-10)の特例業務 14:00は、災害・感染症の別が分からないため、総時間数だけに入れています。',
    ]);
  });

  test('資料②: その月の多い順。超の印と回数、わからない月は空欄', async () => {
    const page = await sagaTwo(context, hr, { month: '2026-10', after: 0, size: 2 });
    expect(sagaSheetTwo.parse(page)).toEqual(page);
    expect([page.count, page.rows.length, page.months[0], page.months.length]).toEqual([3, 2, '2026-04', 7]);
    expect(page.rows[0]).toMatchObject({
      staff: '1',
      name: '佐賀 一',
      departmentName: '総務部',
      cumulative: 2_790,
      over45: 1,
      over80: 0,
      allowance: 120_000,
    });
    expect(page.rows[1]).toMatchObject({ staff: '2', departmentName: '土木部', cumulative: 980 });
    expect(
      (await sagaTwo(context, hr, { month: '2026-10', after: 2, size: 2 })).rows.map((row) => [
        row.staff,
        row.cumulative,
      ]),
    ).toEqual([['3', 300]]);
    expect((await sagaTwo(context, hr, { month: '2025-10', after: 0, size: 9 })).rows[0]).toMatchObject({
      staff: '1',
      cumulative: 8_400,
      over360: false,
    });
  });

  test('職員別月計: xlsx・csv・json。部署でしぼれる', async () => {
    const file = await report(context, hr, { name: 'month-list', month: '2026-10', format: 'xlsx' });
    expect(file.fileName).toBe('職員別月計_2026-10.xlsx');
    const rows = (await readXlsx(Buffer.from(file.bytes))).sheets[0]!.rows;
    expect(rows.map((row) => row[0])).toEqual(['職員番号', '1', '2', '3', '4']);
    expect(rows[1]?.slice(0, 5)).toEqual(['1', '佐賀 一', '総務部', '人事課', '自律']);
    expect(rows[4]?.[4]).toBe('管理監督職員');
    const csv = await report(context, hr, { name: 'month-list', month: '2026-10', format: 'csv', department: '20' });
    const lines = Buffer.from(csv.bytes).toString('utf8').split('\r\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['\ufeff職員番号', '2', '3', '4', '']);
    expect(lines[1]).toContain('2,葉 子,土木部,道路課 維持係,自律,16:20,16:20');
    const out = join(folder, 'list.json');
    await writeReport(context, CODE, 'month-list', { month: '2026-10', format: 'json', out });
    const document = JSON.parse(await readFile(out, 'utf8')) as { rows: Record<string, unknown>[] };
    expect(document.rows).toHaveLength(4);
    expect(document.rows[0]).toMatchObject({ 職員番号: '1', 時間外: '46:30', '1日': '24:00', '2日': null });
  });

  test('資料①②を部署でしぼる。ない部署は、どの報告でも断る', async () => {
    const csv = async (name: 'saga-1' | 'saga-2' | 'month-list', department?: string) => {
      const file = await report(context, hr, {
        name,
        month: '2026-10',
        format: 'csv',
        ...(department === undefined ? {} : { department }),
      });
      return Buffer.from(file.bytes).toString('utf8').replace('\ufeff', '').split('\r\n');
    };
    const bureau = await csv('saga-1', '20');
    expect(bureau[0]).toBe('令和8年度時間外勤務実績について(令和8年10月分)(土木部とその下の部署)');
    expect(bureau[1]).toBe('部局内訳,道路課,計');
    expect(bureau[2]).toContain(',16:20,16:20');
    expect((await csv('saga-1', '2010'))[1]).toBe('部局内訳,道路課,維持係,計');
    expect((await csv('saga-1', '201001'))[1]).toBe('部局内訳,維持係,計');
    const staffOf = (lines: readonly string[]) => lines.slice(1, -1).map((line) => line.split(',')[0]);
    expect(staffOf(await csv('saga-2'))).toEqual(['1', '2', '3']);
    expect(staffOf(await csv('saga-2', '20'))).toEqual(['2', '3']);
    expect(staffOf(await csv('saga-2', '201001'))).toEqual(['2']);
    expect((await sagaTwo(context, hr, { month: '2026-10', after: 0, size: 9, department: '10' })).count).toBe(1);
    for (const name of ['saga-1', 'saga-2', 'month-list'] as const) {
      await expect(csv(name, 'ZZZ')).rejects.toMatchObject({ code: 'report.department-unknown', status: 404 });
    }
    await expect(sagaOne(context, hr, { month: '2026-10', department: 'ZZZ' })).rejects.toMatchObject({ status: 404 });
  });

  test('記録のない月: コマンドは断り、画面は0ではなく空欄', async () => {
    for (const name of ['saga-1', 'saga-2', 'month-list']) {
      const wish = { month: '2027-09', format: 'csv', out: join(folder, 'nothing.csv') };
      await expect(writeReport(context, CODE, name, wish)).rejects.toMatchObject({ code: 'report.no-record' });
    }
    const sheet = await sagaOne(context, hr, { month: '2027-09' });
    expect(sheet.lines.map((line) => line.total)).toEqual(Array(7).fill(null));
    expect(sheet.differences).toEqual(['この月の記録がないため、空欄です。']);
  });

  test('報告をファイルに書く。CP932にない文字・知らない名前は断る', async () => {
    const out = join(folder, 'out');
    for (const name of ['saga-1', 'saga-2', 'month-list']) {
      for (const format of ['xlsx', 'csv', 'json'])
        await writeReport(context, CODE, name, { month: '2026-10', format, out });
    }
    await writeReport(context, CODE, 'saga-1', { month: '2026-10', format: 'csv', out, encoding: 'cp932' });
    expect(iconv.decode(await readFile(out), 'cp932').split('\r\n')[0]).toBe(
      '令和8年度時間外勤務実績について(令和8年10月分)',
    );
    await expect(writeReport(context, CODE, 'saga-9', { month: '2026-10', format: 'csv', out })).rejects.toMatchObject({
      code: 'report.unknown',
    });
    await expect(writeReport(context, CODE, 'saga-1', { month: '2026-10', format: 'pdf', out })).rejects.toMatchObject({
      code: 'report.format-unknown',
    });
    expect((await listReports(context, hr)).reports.map((each) => each.name).join(' ')).toBe(
      'saga-1 saga-2 month-list nanto-progress ukiha-sheet bureaus-monthly yamagata-review kochi-effects',
    );
    await expect(listReports(context, { ...hr, roles: ['staff'] })).rejects.toMatchObject({ code: 'access.denied' });
  });

  test('3つのファイルから。読めない行があれば断る', async () => {
    const file = (field: string, text: string) => ({ field, name: `${field}.csv`, bytes: iconv.encode(text, 'cp932') });
    const files = [
      file('staff', '職員番号,氏名,部局\n1,佐賀 一,総務部\n2,葉 子,土木部\n'),
      file('departments', '部局,年月,区分,時間数\n総務部,R8.10,通常,46.5\n土木部,2026/10,災害,9:00\n'),
      file('days', '職員番号,日付,時間数,区分\n1,2026-10-01,30.00,通常\n1,R8.10.5,16.5,通常\n'),
    ];
    const one = await sagaFromFiles(context, hr, { month: '2026-10', sheet: '1', format: 'csv', files });
    expect(Buffer.from(one.bytes).toString('utf8')).toContain(
      '令和8年10月総時間数【感染症・災害を含む】(時間),46:30,9:00,55:30',
    );
    const two = await sagaFromFiles(context, hr, { month: '2026-10', sheet: '2', format: 'csv', files });
    expect(Buffer.from(two.bytes).toString('utf8')).toContain('1,佐賀 一,総務部,46.5,,,,1,0');
    await expect(
      sagaFromFiles(context, hr, { month: '2026-11', sheet: '1', format: 'csv', files }),
    ).rejects.toMatchObject({ code: 'report.no-record' });
    const summed = [
      files[0]!,
      files[1]!,
      file('days', '職員番号,日付,時間数\n1,2026-10-01,1:00\n計,2026-10-01,1:00\n'),
    ];
    await expect(
      sagaFromFiles(context, hr, { month: '2026-10', sheet: '2', format: 'csv', files: summed }),
    ).rejects.toMatchObject({ words: { detail: expect.stringContaining('3行目 職員番号「計」: 計の行は職員') } });
    const bad = [files[0]!, file('departments', '部局,年月,区分,時間数\n総務部,10月,残業,46.5\n')];
    await expect(
      sagaFromFiles(context, hr, { month: '2026-10', sheet: '1', format: 'csv', files: bad }),
    ).rejects.toMatchObject({ code: 'report.lines-unreadable' });
    await expect(
      sagaFromFiles(context, hr, { month: '2026-10', sheet: '2', format: 'csv', files: [] }),
    ).rejects.toMatchObject({ code: 'report.file-missing' });
  });

  test('公表された数字の資料①: 計の行は計として示し、違いを言う', async () => {
    const { departments, hours } = published;
    const names = { total: '総時間数', normal: '通常', infection: '感染症', disaster: '災害' } as const;
    const labels = ['total', 'normal', 'infection', 'disaster'] as const;
    const lines = labels.flatMap((label) => [
      ...departments.map(
        (name, at) => `${name},R5.9,${names[label]},"${hours[label]!.cells[at]!.toLocaleString('ja')}"`,
      ),
      `計,R5.9,${names[label]},"${hours[label]!.total!.toLocaleString('ja')}"`,
    ]);
    const made = (format: 'csv' | 'json' | 'xlsx', text: string) =>
      sagaFromFiles(context, hr, {
        month: '2023-09',
        sheet: '1',
        format,
        files: [{ field: 'departments', name: 'd.csv', bytes: Buffer.from(text) }],
      });
    const text = `部局,年月,区分,時間数\n${lines.join('\n')}\n`;
    const gap = '災害対応の計 21289:00は、部局の合計 21288:00と合いません(差 +1:00)。';
    const csv = Buffer.from((await made('csv', text)).bytes)
      .toString('utf8')
      .split('\r\n');
    expect(csv[1]).toBe('部局内訳,A,B,C,D,E,F,G,H,I,J,K,L,M,計');
    expect(csv.slice(2, 6).map((line) => line.split(',').at(-1))).toEqual([
      '49999:00',
      '28546:00',
      '164:00',
      '21289:00',
    ]);
    expect(csv).toContain(gap);
    expect(csv).toContain('Lの総時間数 8788:00は、内訳の合計 8787:00と合いません(差 +1:00)。');
    const json = JSON.parse(Buffer.from((await made('json', text)).bytes).toString('utf8'));
    expect(json.differences).toHaveLength(4);
    const { rows } = (await readXlsx(Buffer.from((await made('xlsx', text)).bytes))).sheets[0]!;
    expect(rows[9]?.at(-1)).toBe(49_999);
    expect(rows.flat().some((value) => String(value).includes(gap))).toBe(true);
    await expect(made('csv', `${text}計,R5.9,災害,1\n`)).rejects.toMatchObject({
      words: { detail: expect.stringContaining('58行目 部局「計」: 同じ月') },
    });
  });

  test('取り込みで変わったこと: 打刻漏れがなくなった人を数える', async () => {
    const imports = createImports(context, { directory: folder });
    const run = async (text: string) => {
      const checked = await imports.checkImport(context, hr, {
        kind: 'punches',
        encoding: 'auto',
        files: [{ field: 'file', name: 'p.csv', bytes: Buffer.from(text) }],
      });
      await imports.runImport(context, hr, { id: checked.id });
      await imports.settled();
      return imports.readImport(context, hr, { id: checked.id });
    };
    await run('職員番号,打刻日時,区分\n3,2026-11-09 8:20,出勤\n3,2026-11-10 8:20,出勤\n3,2026-11-10 17:20,退勤\n');
    const done = await run('職員番号,打刻日時,区分\n3,2026-11-09 17:20,退勤\n');
    expect([done.state, done.changed?.resolvedMissing, done.changed?.newDiscrepancies]).toEqual(['done', 1, 0]);
    expect((await rebuild(context, CODE, { check: true })).differences).toEqual([]);
  });
});
