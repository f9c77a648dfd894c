import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind } from '@tokimori/contract/imports';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';
import { type ImportFileOptions, importFile } from './import-file.ts';

const CODE = '419990';

eachDatabase('組織の取り込み', (open) => {
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
    return importFile(context, CODE, kind, path, options);
  };
  const rows = <R extends object>(sql: string) => store.asOwner<R>(sql);
  const counts = (run: { taken: number; unchanged: number; refused: number }) => [
    run.taken,
    run.unchanged,
    run.refused,
  ];

  test('部署: 上位部署が後の行でもよい。版は次の版の始まりで終わる', async () => {
    const text =
      '部署コード,部署名,上位部署コード,区分,適用開始日,別表第1号数,他律的業務\r\n' +
      '1010,保険年金課,1000,課,R6.4.1,,1\r\n1000,市民部,,部局,2024-04-01,,\r\n' +
      '1010,保険課,1000,課,2026/10/1,,\r\n2000,土木部,,部局,2024/4/1,3,\r\n9999,迷子課,8888,課,2024-04-01,,\r\n';
    expect(counts(await take('departments', text, { dryRun: true }))).toEqual([4, 0, 1]);
    expect(await rows('select * from tk.department')).toEqual([]);
    const run = await take('departments', text);
    expect([...counts(run), run.state]).toEqual([4, 0, 1, 'done']);
    expect(run.bad).toMatchObject([
      { line: 6, field: '上位部署コード', value: '8888', code: 'import.department.parent-unknown' },
    ]);
    expect(
      await rows(
        'select department, effective_from::text, effective_until::text, name, appended_table from tk.department order by 1, 2',
      ),
    ).toEqual([
      { department: '1000', effective_from: '2024-04-01', effective_until: null, name: '市民部', appended_table: null },
      {
        department: '1010',
        effective_from: '2024-04-01',
        effective_until: '2026-10-01',
        name: '保険年金課',
        appended_table: null,
      },
      { department: '1010', effective_from: '2026-10-01', effective_until: null, name: '保険課', appended_table: null },
      { department: '2000', effective_from: '2024-04-01', effective_until: null, name: '土木部', appended_table: 3 },
    ]);
    expect(await rows('select department, published_on::text from tk.designation')).toEqual([
      { department: '1010', published_on: '2024-04-01' },
    ]);
    expect(counts(await take('departments', text))).toEqual([0, 4, 1]);
  });

  test('閉じない引用符は、その行だけを断り、ほかは取り込む', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `D${at},課${at},,課,2024-04-01`);
    lines[499] = 'D499,"課499,,課,2024-04-01';
    const run = await take('departments', `部署コード,部署名,上位部署コード,区分,適用開始日\n${lines.join('\n')}\n`, {
      dryRun: true,
    });
    expect([run.rowsTotal, ...counts(run)]).toEqual([1000, 999, 0, 1]);
    expect(run.bad).toMatchObject([{ line: 501, value: lines[499], message: '引用符が閉じていません(501行目から)' }]);
  });

  test('多すぎる値の行は断る。空の余りは問わない。長い値は切って見せる', async () => {
    const run = await take(
      'departments',
      `部署コード,部署名,区分,適用開始日\nX1,課,課,2024-04-01,余り,2\nX2,課,課,2024-04-01,,\nX3,${'長'.repeat(500)},課,2024-04-01\n`,
      { dryRun: true },
    );
    expect(counts(run)).toEqual([1, 0, 2]);
    expect(run.bad).toMatchObject([
      { line: 2, field: '行', value: '余り,2', code: 'import.row.too-many-cells' },
      { line: 4, field: '部署名', value: `${'長'.repeat(60)}…` },
    ]);
  });

  test('同じ項目名が2つ、文字コードの取り違え、読めない項目名の行は、ファイルごと断る', async () => {
    await expect(take('departments', '部署コード,部署名,区分,適用開始日,部署名\n')).rejects.toMatchObject({
      code: 'import.columns-twice',
      words: { detail: expect.stringContaining('「部署名」') },
    });
    const cp932 = iconv.encode('部署コード,部署名,区分,適用開始日\n1,課,課,2024-04-01\n', 'cp932');
    await expect(take('departments', cp932, { encoding: 'utf-8' })).rejects.toMatchObject({
      words: { detail: expect.stringMatching(/^UTF-8 ではなく CP932\(Shift_JIS\) のファイルです。/) },
    });
    await expect(take('departments', '部署コード,"部署名,区分\n1,課,課\n')).rejects.toMatchObject({
      code: 'import.file.header',
    });
  });

  test('UTF-16(表計算の「Unicode テキスト」)を読み、同じ文字コードで返す', async () => {
    const text = '部署コード\t部署名\t区分\t適用開始日\r\nU1\t課\t課\tいつか\r\n';
    let errors = '';
    const run = await take('departments', iconv.encode(text, 'utf-16le', { addBOM: true }), {
      errors: async (bytes) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of bytes) pieces.push(piece);
        errors = iconv.decode(Buffer.concat(pieces), 'utf-16le');
      },
    });
    expect([run.encoding, run.separator, ...counts(run)]).toEqual(['utf-16le', 'tab', 0, 0, 1]);
    expect(errors).toContain('\r\n適用開始日: 日付として読めません\t');
    expect(errors).toContain('\tU1\t課\t課\tいつか\r\n');
  });

  test('指定: 周知が後なら、遡及の理由が要る', async () => {
    const text =
      '部署コード,適用開始日,適用終了日,周知日,理由,遡及の理由\n' +
      '2000,2026-04-01,2027-03-31,2026-03-25,国の補正予算への対応,\n' +
      '1000,2026-04-01,,2026-05-01,選挙,\n' +
      '2000,2026-10-01,,2026-09-01,災害復旧,\n';
    const run = await take('designations', text);
    expect(counts(run)).toEqual([1, 0, 2]);
    expect(run.bad.map((bad) => bad.code)).toEqual([
      'import.designation.published-late',
      'import.designation.overlaps',
    ]);
    expect(await rows("select effective_until::text from tk.designation where department = '2000'")).toEqual([
      { effective_until: '2027-04-01' },
    ]);
  });

  test('職員: CP932・タブ区切り・和暦。同じファイルは何も変えない', async () => {
    const text =
      '職員番号\t氏名\t氏名カナ\t部署コード\t職名\t管理監督職員\t任用区分\t採用日\t退職日\tメール\tSID\r\n' +
      '100001\t髙橋　一\tﾀｶﾊｼ ﾊｼﾞﾒ\t1010\t課長\t1\t常勤\tH10.4.1\t\ttakahashi@example.jp\t\r\n' +
      '100002\t佐藤 葉子\tｻﾄｳ ﾖｳｺ\t1010\t主事\t0\t会計年度任用職員\tR8.4.1\tR9.3.31\t\tCITY\\Sato\r\n' +
      '100003\t山田 太郎\t\t7777\t主事\t0\t常勤\tR8.4.1\t\t\t\r\n' +
      '100004\t退職 済\t\t2000\t主事\t0\t常勤\tS60.4.1\tR6.3.31\t\t\r\n';
    const bytes = iconv.encode(text, 'cp932');
    const run = await take('staff', bytes);
    expect([run.encoding, run.separator]).toEqual(['cp932', 'tab']);
    expect(run.bad.map(({ line, field, code }) => [line, field, code])).toEqual([
      [4, '部署コード', 'import.department.unknown'],
      [5, '部署コード', 'import.department.not-in-force'],
    ]);
    expect(counts(run)).toEqual([2, 0, 2]);
    expect(
      await rows('select staff, name, kana, employment, left_on::text, pc_account from tk.staff order by staff'),
    ).toEqual([
      {
        staff: '100001',
        name: '髙橋　一',
        kana: 'タカハシ ハジメ',
        employment: 'regular',
        left_on: null,
        pc_account: null,
      },
      {
        staff: '100002',
        name: '佐藤 葉子',
        kana: 'サトウ ヨウコ',
        employment: 'fiscalYearAppointee',
        left_on: '2027-03-31',
        pc_account: 'sato',
      },
    ]);
    expect(counts(await take('staff', bytes))).toEqual([0, 2, 2]);
    expect(await rows("select count(*)::int as n from tk.event where kind = 'StaffSet'")).toEqual([{ n: 2 }]);
  });

  test('発令: 異動・兼務・先の日付。本務は次の本務の始まりで終わり、職員の一覧をもう一度入れても戻らない', async () => {
    const text =
      '職員番号,発令日,部署コード,職名,兼務\n100002,2026-10-01,2000,主任,0\n100002,2026-10-01,1010,,1\n' +
      '100002,2027-04-01,1010,係長,0\n100002,2026-12-01,2000,,0\n999999,2026-10-01,2000,,0\n100002,2026-10-01,1000,,0\n';
    const run = await take('appointments', text);
    expect(run.bad.map(({ line, code }) => [line, code])).toEqual([
      [4, 'import.staff.left'],
      [6, 'import.staff.unknown'],
      [7, 'import.appointment.two-main-posts'],
    ]);
    expect(counts(run)).toEqual([3, 0, 3]);
    const posts = () =>
      rows(
        `select department, post, concurrent, effective_from::text as f, effective_until::text as u from tk.appointment
         where staff = '100002' order by effective_from, concurrent`,
      );
    const expected = [
      { department: '1010', post: '主事', concurrent: false, f: '2026-04-01', u: '2026-10-01' },
      { department: '2000', post: '主任', concurrent: false, f: '2026-10-01', u: '2026-12-01' },
      { department: '1010', post: '主任', concurrent: true, f: '2026-10-01', u: null },
      { department: '2000', post: '主任', concurrent: false, f: '2026-12-01', u: null },
    ];
    expect(await posts()).toEqual(expected);
    expect(counts(await take('appointments', text))).toEqual([0, 3, 3]);
    const list =
      '職員番号,氏名,氏名カナ,部署コード,職名,管理監督職員,任用区分,採用日,退職日,SID\n' +
      '100002,佐藤 葉子,サトウ ヨウコ,1010,主事,0,会計年度任用職員,R8.4.1,R9.3.31,sato\n';
    const before = await posts();
    await take('staff', list);
    expect(await posts()).toEqual(before);
    expect(
      await rows(
        "select first_date::text, last_date::text from tk.stale_day where staff = '100002' order by 1 limit 1",
      ),
    ).toEqual([{ first_date: '2026-11-01', last_date: '2026-11-30' }]);
  });
});
