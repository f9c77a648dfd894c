import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ImportKind } from '@tokimori/contract/imports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../store/tenant.ts';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';
import { holdStaff } from '../use-cases/hold-staff.ts';
import { importFile } from './import-file.ts';

const CODE = '419990';
const HEADER = '職員番号,日付,開始,終了,時間数,業務区分,業務内容,手当額\n';

/** Each test has a person of its own. */
const people = Array.from({ length: 8 }, (_, at) => String(100001 + at));

eachDatabase('時間外勤務の取り込みは、画面と同じ決まりで断る', (open) => {
  let store: TestStore;
  let context: TestContext;
  let folder: string;

  const take = async (kind: ImportKind, text: string) => {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, text);
    return importFile(context, CODE, kind, path, { startedBy: 'system:command:unyo' });
  };
  const line = (staff: string, date: string, from = '', until = '', told = '', allowance = '') =>
    `${staff},${date},${from},${until},${told},通常,窓口,${allowance}\n`;
  const overtime = async (...lines: string[]) => {
    const run = await take('overtime', HEADER + lines.join(''));
    return {
      counts: [run.taken, run.unchanged, run.refused],
      bad: run.bad.map(({ line: at, field, value, code }) => [at, field, value, code]),
    };
  };
  const insertStanding = (tx: Tx, staff: string, date: string, from: number, until: number, state: string) =>
    tx.query(
      `insert into tk.overtime as o (municipality, id, staff, duty_date, department, state, from_minute, until_minute,
         minutes, category, requested_by, decided_by, version)
       values ($1, $2, $3, $4, '1010', $5, $6, $7, $8, 'normal', $3, 'takase', 1)`,
      [CODE, randomUUID(), staff, date, state, from, until, until - from],
    );
  const standing = (staff: string, date: string, from: number, until: number, state: string) =>
    store.tenant(CODE, (tx) => insertStanding(tx, staff, date, from, until, state));

  beforeAll(async () => {
    store = await open();
    context = testContext({ now: '2026-11-20T12:00:00+09:00', store });
    await store.registerMunicipality(CODE, '美汐市', context.clock.now());
    folder = await mkdtemp(join(tmpdir(), 'tokimori-import-overtime-'));
    await take('departments', '部署コード,部署名,上位部署コード,区分,適用開始日\n1010,保険年金課,,課,2024-04-01\n');
    const lines = people.map((staff) => `${staff},髙橋　一,1010,主任,0,H10.4.1,,\n`).join('');
    await take('staff', `職員番号,氏名,部署コード,職名,管理監督職員,採用日,退職日,SID\n${lines}`);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('前の日・次の日の時間外勤務と重なる時間は断る。接するだけなら入る', async () => {
    const staff = people[0]!;
    await standing(staff, '2026-10-17', 1380, 1680, 'ordered');
    await standing(staff, '2026-10-24', 60, 180, 'requested');
    await standing(staff, '2026-10-31', 60, 180, 'revoked');
    const { bad, counts } = await overtime(
      line(staff, '2026-10-18', '1:00', '3:00'),
      line(staff, '2026-10-18', '4:00', '6:00'),
      line(staff, '2026-10-23', '23:00', '26:00'),
      line(staff, '2026-10-23', '23:00', '25:00'),
      line(staff, '2026-10-30', '23:00', '26:00'),
    );
    expect(bad).toEqual([
      [2, '開始', '1:00', 'import.overtime.overlaps'],
      [4, '開始', '23:00', 'import.overtime.overlaps'],
    ]);
    expect(counts).toEqual([3, 0, 2]);
  });

  test('同じファイルの、前の日・次の日の行とも比べる', async () => {
    const staff = people[1]!;
    const { bad, counts } = await overtime(
      line(staff, '2026-10-17', '22:00', '27:00'),
      line(staff, '2026-10-18', '2:00', '4:00'),
      line(staff, '2026-10-25', '1:00', '3:00'),
      line(staff, '2026-10-24', '20:00', '26:00'),
    );
    expect(bad).toEqual([
      [3, '開始', '2:00', 'import.overtime.overlaps'],
      [5, '開始', '20:00', 'import.overtime.overlaps'],
    ]);
    expect(counts).toEqual([2, 0, 2]);
  });

  test('翌日の勤務の時間、翌日の正規の勤務時間に入る時間、24時間を超える時間は断る', async () => {
    const staff = people[2]!;
    const { bad, counts } = await overtime(
      line(staff, '2026-10-18', '30:00', '47:00'),
      line(staff, '2026-10-19', '1:00', '9:00'),
      line(staff, '2026-10-25', '18:00', '33:00'),
      line(staff, '2026-10-25', '18:00', '32:30'),
      line(staff, '2026-10-31', '0:00', '24:01'),
      line(staff, '2026-10-31', '0:00', '24:01', '1:00'),
    );
    expect(bad).toEqual([
      [2, '開始', '30:00', 'import.overtime.next-day'],
      [4, '終了', '33:00', 'import.overtime.next-duty'],
      [6, '終了', '24:01', 'import.overtime.longer-than-a-day'],
      [7, '終了', '24:01', 'import.overtime.longer-than-a-day'],
    ]);
    expect(counts).toEqual([2, 0, 4]);
  });

  test('一日の行は、時間数だけの行も合わせて24時間まで', async () => {
    const staff = people[3]!;
    const { bad, counts } = await overtime(
      line(staff, '2026-10-24', '', '', '48:00'),
      line(staff, '2026-10-24', '', '', '48:00', '100'),
      line(staff, '2026-10-24', '18:00', '47:00'),
      line(staff, '2026-10-24', '', '', '20:00'),
      line(staff, '2026-10-24', '17:15', '21:16'),
      line(staff, '2026-10-24', '17:15', '21:15'),
    );
    expect(bad).toEqual([
      [2, '時間数', '48:00', 'import.overtime.day-overfull'],
      [3, '時間数', '48:00', 'import.overtime.day-overfull'],
      [4, '終了', '47:00', 'import.overtime.longer-than-a-day'],
      [6, '終了', '21:16', 'import.overtime.day-overfull'],
    ]);
    expect(counts).toEqual([2, 0, 4]);
    expect((await overtime(line(staff, '2026-10-24', '', '', '0:01'))).bad).toEqual([
      [2, '時間数', '0:01', 'import.overtime.day-overfull'],
    ]);
  });

  test('命令済みの時間は一日の合計に入り、申請中と取消しの時間は入らない', async () => {
    const staff = people[4]!;
    await standing(staff, '2026-10-24', 0, 600, 'ordered');
    await standing(staff, '2026-10-31', 0, 600, 'requested');
    await standing(staff, '2026-11-07', 0, 600, 'revoked');
    const days = ['2026-10-24', '2026-10-31', '2026-11-07'];
    const { bad } = await overtime(...days.map((day) => line(staff, day, '', '', '14:01')));
    expect(bad).toEqual([[2, '時間数', '14:01', 'import.overtime.day-overfull']]);
  });

  test('もう一度同じ行なら何も変わらず、手当額だけは改まる', async () => {
    const staff = people[5]!;
    const lines = [line(staff, '2026-10-24', '18:00', '30:00'), line(staff, '2026-10-25', '8:00', '20:00')];
    expect((await overtime(...lines)).counts).toEqual([2, 0, 0]);
    expect((await overtime(...lines)).counts).toEqual([0, 2, 0]);
    const paid = line(staff, '2026-10-24', '18:00', '30:00', '', '5000');
    expect((await overtime(paid)).counts).toEqual([1, 0, 0]);
  });

  test('祝日が分からない年でも、重なりと一日の合計は見る', async () => {
    const staff = people[6]!;
    const { bad, counts } = await overtime(
      line(staff, '1999-10-01', '18:00', '26:00', '8:00'),
      line(staff, '1999-10-02', '1:00', '3:00', '2:00'),
      line(staff, '1999-10-01', '', '', '16:01'),
    );
    expect(bad.map((each) => each[3])).toEqual(['import.overtime.overlaps', 'import.overtime.day-overfull']);
    expect(counts).toEqual([1, 0, 2]);
  });

  test('同じ時に画面で出た命令とも重ならない', async () => {
    const staff = people[7]!;
    const run = await store.tenant(CODE, async (tx) => {
      await holdStaff(tx, [staff]);
      const importing = overtime(line(staff, '2026-10-24', '1:00', '3:00'));
      // Time enough for an import that does not wait for the order.
      await Promise.race([importing, setTimeout(500)]);
      await insertStanding(tx, staff, '2026-10-23', 1380, 1680, 'ordered');
      return { importing };
    });
    expect((await run.importing).bad).toEqual([[2, '開始', '1:00', 'import.overtime.overlaps']]);
  });
});
