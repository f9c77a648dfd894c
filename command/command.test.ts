import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tokimori } from './testing/tokimori.ts';

/** Each call is a process of its own, and the first one builds. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

describe('tokimori holidays', () => {
  it('lists date, name and kind', async () => {
    const { code, out } = await tokimori(['holidays', '2026']);
    expect(code).toBe(0);
    const { year, holidays } = JSON.parse(out);
    expect(year).toBe(2026);
    expect(holidays).toHaveLength(18);
    expect(holidays).toContainEqual({ date: '2026-05-06', name: '振替休日', kind: 'substitute' });
    expect(holidays).toContainEqual({ date: '2026-09-22', name: '国民の休日', kind: 'betweenHolidays' });
    const table = await tokimori(['holidays', '2026', '--format', 'table']);
    expect(table.out).toMatch(/2026-01-01 +木 +元日 +国民の祝日/);
  });

  it('says from the second next year on that the days are expected', async () => {
    const provisional = async (asOf: string) =>
      JSON.parse((await tokimori(['holidays', '2028', '--as-of', asOf])).out).provisional;
    expect(await provisional('2026-12-31')).toBe(true);
    expect(await provisional('2027-01-01')).toBeUndefined();
  });

  it('refuses years without rules, and what is no year', async () => {
    expect(await tokimori(['holidays', '2006'])).toMatchObject({ code: 1, out: '' });
    expect(await tokimori(['holidays', '2100'])).toMatchObject({ code: 1, out: '' });
    expect(await tokimori(['holidays', 'R8'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('help and wrong usage', () => {
  it('speaks Japanese, and English when asked', async () => {
    const [ja, en] = await Promise.all([tokimori(['--help']), tokimori(['--help', '--lang', 'en'])]);
    expect(ja).toMatchObject({ code: 0, err: '' });
    expect(ja.out).toMatch(/^使い方: tokimori/);
    expect(en.out).toMatch(/^Usage: tokimori/);
    for (const command of ['start', 'judge', 'holidays', 'import', 'report', 'rebuild']) {
      expect(ja.out).toMatch(new RegExp(`^  ${command} `, 'm'));
      const { code, out } = await tokimori([command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^使い方: tokimori ${command}`));
      expect(out).not.toMatch(/default|display help|Options/);
    }
  });

  it.each([
    [['juge', 'x'], /「juge」というコマンドはありません/],
    [['judge'], /「FILE」を指定してください/],
    [['judge', 'x', '--sort'], /「--sort」というオプションはありません/],
    [['judge', 'x', '--format', 'xml'], /json か table/],
    [['judge', 'x', 'y'], /引数が多すぎます/],
    [['holidays', '2026', '--lang', 'fr'], /--lang/],
    [['start', '--port', '70000'], /--port/],
    [['start', '--demo', '--empty'], /--demo と --empty/],
    [['import', 'staff', 'x'], /--municipality/],
    [['import', 'hats', 'x', '--municipality', '131016'], /「hats」/],
    [['import', 'staff', 'x', '--municipality', '13101'], /6桁/],
    [['import', 'staff', 'x', '--municipality', '131016', '--encoding', 'euc'], /--encoding/],
    [['report'], /NAME/],
    [
      ['report', 'saga-1', '--municipality', '131016', '--month', '2026-13', '--format', 'csv', '--out', 'x'],
      /--month/,
    ],
    [['report', 'saga-1', '--municipality', '131016', '--month', '2026-10', '--format', 'csv'], /--out/],
    [['report', 'saga-1', '--month', '2026-10', '--format', 'csv', '--out', 'x'], /--municipality/],
    [['rebuild'], /--municipality/],
    [['rebuild', '--municipality', '131016', '--from', '2026-13'], /--from/],
    [[], /^使い方/],
  ])('%j ends with 2', async (args, says) => {
    const { code, out, err } = await tokimori(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(says);
  });
});

describe('columns of files', () => {
  it('are told by the help of import, of one kind or of all', async () => {
    const [all, one] = await Promise.all([tokimori(['import', '--help']), tokimori(['import', 'punches', '--help'])]);
    for (const kind of ['departments', 'staff', 'punches', 'pc-log', 'gate', 'overtime-months'])
      expect(all.out).toContain(`[${kind}]`);
    expect(one.out).toMatch(/必須 {2}職員番号: 職員の番号\n/);
    expect(one.out).toContain('次のどれかが要ります: 打刻日時、または 日付と出勤');
    expect(one.out).toContain('職員番号,打刻日時,区分,端末\n  100001,2026-11-04 8:22,出勤,本庁1階\n');
    expect(one.out).not.toContain('[staff]');
  });
  it('of the three files are told by the help of report', async () => {
    const { out } = await tokimori(['report', '--help']);
    for (const told of ['[--staff-file]', '[--departments-file]', '総時間数', '[--days-file]'])
      expect(out).toContain(told);
  });
});

describe('資料①② from files, without a database', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tokimori-files-'));
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    await write(
      'departments.csv',
      '部局,年月,区分,時間数\nA,R5.9,通常,1540\nB,R5.9,通常,410\nA,R5.9,災害,394\n計,R5.9,災害,395\n',
    );
    await write('staff.csv', '職員番号,氏名,部局\n1,佐賀 一,A\n2,葉 子,B\n');
    await write('days.csv', '職員番号,日付,時間数\n1,R5.9.1,187.92\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const report = (name: string, ...args: string[]) =>
    tokimori(['report', name, '--month', '2023-09', '--format', 'csv', '--out', '-', ...args]);
  const path = (name: string) => join(folder, name);

  it('are written to standard output, with printed totals and what they differ by', async () => {
    const { code, out, err } = await report('saga-1', '--departments-file', path('departments.csv'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('令和5年9月時間数【災害対応】(時間),394:00,0:00,395:00\r\n');
    expect(out).toContain('災害対応の計 395:00は、部局の合計 394:00と合いません(差 +1:00)。\r\n');
    const people = await report('saga-2', '--staff-file', path('staff.csv'), '--days-file', path('days.csv'));
    expect(people.out).toContain('1,佐賀 一,A,187.92');
  });

  it.each([
    [
      'a file is missing',
      ['saga-2', '--staff-file', 'staff.csv'],
      1,
      /事象: ファイルが足りません\n原因: .*日ごと.*\n対処: /,
    ],
    ['the month is not in it', ['saga-1', '--departments-file', 'staff.csv'], 1, /必要な項目がありません/],
    ['a form is not made of files', ['month-list', '--days-file', 'days.csv'], 2, /saga-1 と saga-2/],
  ])('are refused when %s', async (_why, [name = '', option = '', file = ''], code, says) => {
    const refused = await report(name, option, path(file));
    expect(refused).toMatchObject({ code, out: '' });
    expect(refused.err).toMatch(says);
  });

  it('say that there is no PDF, and what to do instead, each once', async () => {
    const args = ['--month', '2023-09', '--format', 'pdf', '--out', '-', '--departments-file', path('departments.csv')];
    const { code, err } = await tokimori(['report', 'saga-1', ...args]);
    expect(code).toBe(1);
    expect(err).toBe(
      '事象: この形式では出せません\n原因: 出せる形式は xlsx、csv、json で、「pdf」はありません。\n対処: xlsx で出して、表計算ソフトの印刷からPDFにしてください。\n',
    );
  });
});

it('names the reports without a database', async () => {
  const { code, out } = await tokimori(['report', '--list']);
  expect(code).toBe(0);
  expect(out).toMatch(/^saga-1 \(.*xlsx.*\) /m);
});
