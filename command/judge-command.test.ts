import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launcher, tokimori } from './testing/tokimori.ts';

/** Each call is a process of its own, and the first one builds. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

const person = {
  id: '100001',
  regime: 'ordinance',
  employedFrom: '2026-08',
  months: [
    {
      month: '2026-08',
      department: 'externallyDriven',
      overtime: '60:00',
      exceptional: '0:00',
      legalHolidayWork: '0:00',
    },
    { month: '2026-09', department: 'externallyDriven', overtime: '96:50' },
    { month: '2026-10', department: 'externallyDriven', overtime: '58:40' },
    { month: '2026-11', department: 'selfDirected', overtime: '45:01' },
  ],
  transfers: [{ on: '2026-10-15', from: 'externallyDriven', to: 'selfDirected' }],
};
const asked = { asOf: '2026-11-30', staff: [person] };

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokimori-command-'));
  const { code, err } = await tokimori(['--version']);
  expect(err === '' || err.startsWith('プログラムを組み立てています')).toBe(true);
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tokimori judge', () => {
  it('answers with the verdicts in the promised shape', async () => {
    const { code, out, err } = await tokimori(['judge', '-'], JSON.stringify(asked));
    expect(err).toBe('');
    expect(code).toBe(0);
    const article = '人事院規則15―14 第16条の2の2第1項';
    const driven = { comparison: 'lessThan', verdict: 'within', cites: `${article}第2号イ` };
    const average = { comparison: 'atMost', verdict: 'within', cites: `${article}第2号ハ` };
    expect(JSON.parse(out)).toEqual({
      staff: [
        {
          id: '100001',
          limits: [
            { limit: 'monthly', month: '2026-08', value: '60:00', cap: '100:00', ...driven },
            { limit: 'monthly', month: '2026-09', value: '96:50', cap: '100:00', ...driven },
            { limit: 'monthly', month: '2026-10', value: '58:40', cap: '100:00', ...driven },
            {
              limit: 'monthly',
              month: '2026-11',
              value: '45:01',
              cap: '45:00',
              comparison: 'atMost',
              verdict: 'exceeded',
              cites: `${article}第1号イ(1)`,
            },
            { limit: 'average', months: 2, through: '2026-09', sum: '156:50', cap: '160:00', ...average },
            { limit: 'average', months: 2, through: '2026-10', sum: '155:30', cap: '160:00', ...average },
            { limit: 'average', months: 3, through: '2026-10', sum: '215:30', cap: '240:00', ...average },
            {
              limit: 'annual',
              fiscalYear: 2026,
              value: '260:31',
              cap: '720:00',
              comparison: 'atMost',
              verdict: 'within',
              cites: `${article}第2号ロ`,
            },
            {
              limit: 'monthsOver45',
              fiscalYear: 2026,
              count: 4,
              cap: 6,
              comparison: 'atMost',
              verdict: 'within',
              cites: `${article}第2号ニ`,
            },
            {
              limit: 'afterTransfer',
              from: '2026-11',
              through: '2027-03',
              value: '45:01',
              cap: '150:00',
              comparison: 'atMost',
              verdict: 'within',
              cites: `${article}第1号ロ`,
            },
          ],
          remaining: { month: '2026-11', overtime: '0:00', binding: 'monthly' },
        },
      ],
    });
  });

  it('keeps the order of keys', async () => {
    const { out } = await tokimori(
      ['judge', '-'],
      JSON.stringify({ asOf: '2026-10-31', staff: [{ ...person, employedFrom: undefined }] }),
    );
    const [judged] = JSON.parse(out).staff;
    expect(Object.keys(judged)).toEqual(['id', 'limits', 'remaining']);
    const keys = (limit: string) =>
      Object.keys(judged.limits.find((each: { limit: string; verdict: string }) => each.limit === limit));
    expect(keys('monthly')).toEqual(['limit', 'month', 'value', 'cap', 'comparison', 'verdict', 'cites']);
    expect(keys('average')).toEqual([
      'limit',
      'months',
      'through',
      'sum',
      'cap',
      'comparison',
      'verdict',
      'because',
      'cites',
    ]);
    expect(keys('annual')).toEqual([
      'limit',
      'fiscalYear',
      'value',
      'cap',
      'comparison',
      'verdict',
      'because',
      'cites',
    ]);
    expect(keys('monthsOver45')).toEqual([
      'limit',
      'fiscalYear',
      'count',
      'cap',
      'comparison',
      'verdict',
      'because',
      'cites',
    ]);
    expect(keys('afterTransfer')).toEqual([
      'limit',
      'from',
      'through',
      'value',
      'cap',
      'comparison',
      'verdict',
      'cites',
    ]);
    expect(Object.keys(judged.remaining)).toEqual(['month', 'overtime', 'binding', 'notJudged']);
    expect(judged.remaining.notJudged).toEqual(['average-4', 'average-5', 'average-6', 'annual', 'monthsOver45']);
  });

  it('reads a file, with a byte order mark too, and writes a table', async () => {
    const file = join(folder, 'months.json');
    writeFileSync(file, `\uFEFF${JSON.stringify(asked)}`);
    const { code, out } = await tokimori(['judge', file, '--format', 'table']);
    expect(code).toBe(0);
    expect(out).toMatch(/職員 100001/);
    expect(out).toMatch(/月 +2026-11 +45:01 +45:00 以下 +超過 +人事院規則15―14 第16条の2の2第1項第1号イ\(1\)/);
    expect(out).toContain('2026-11 あと 0:00(先に届く上限: 月)');
    const english = await tokimori(['judge', file, '--format', 'table', '--lang', 'en']);
    expect(english.out).toContain('2026-11 0:00 left (first limit: month)');
  });

  it('explains itself in sentences with --explain, as JSON and below the table', async () => {
    const { code, out } = await tokimori(['judge', '-', '--explain'], JSON.stringify(asked));
    expect(code).toBe(0);
    const [judged] = JSON.parse(out).staff;
    expect(Object.keys(judged)).toEqual(['id', 'limits', 'remaining', 'explanation']);
    expect(judged.explanation).toContain(
      '11月は上限を 0:01 超えています(月の上限)。(人事院規則15―14 第16条の2の2第1項第1号イ(1))',
    );
    const table = await tokimori(['judge', '-', '--explain', '--format', 'table'], JSON.stringify(asked));
    for (const sentence of judged.explanation) expect(table.out).toContain(`  ${sentence}\n`);
  });

  it('answers an empty list with an empty list', async () => {
    const { code, out } = await tokimori(['judge', '-'], JSON.stringify({ asOf: '2026-10-31', staff: [] }));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ staff: [] });
  });

  it('refuses with 1, says why on standard error, and prints nothing else', async () => {
    const broken = {
      asOf: '2026-10-31',
      staff: [{ ...person, months: [...person.months.slice(0, 2), { ...person.months[2], overtime: '45:60' }] }],
    };
    const { code, out, err } = await tokimori(['judge', '-'], JSON.stringify(broken));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toBe(
      '事象: 入力を受け付けられません(1か所)。\n' +
        '原因: staff[0].months[2].overtime: 「45:60」は時間として読めません。\n' +
        '対処: 0:00 以上の h:mm(分は 00 から 59)で書いてください。例 "45:00"\n',
    );
  });

  it.each([
    ['a file that is not there', ['judge', '/nowhere/months.json'], '', /「\/nowhere\/months\.json」を開けません/],
    [
      'an import of a file that is not there',
      ['import', 'staff', '/nowhere/staff.csv', '--municipality', '131016'],
      '',
      /を開けません/,
    ],
    ['no JSON', ['judge', '-'], '{', /標準入力の1行目の2文字目: JSON として読めません: 「}」が必要です/],
    ['an empty input', ['judge', '-'], '', /標準入力の1行目の1文字目: JSON として読めません: 値が必要です/],
    [
      'a missing comma',
      ['judge', '-'],
      '{\n  "asOf": "2026-09-30"\n  "staff": []\n}',
      /3行目の3文字目: .*「,」が必要です/,
    ],
    [
      'a member twice, also deep inside',
      ['judge', '-'],
      '{"asOf":"2026-09-30","staff":[{"id":"1",\n"regime":"ordinance","id":"2"}]}',
      /2行目の22文字目: 同じ項目「id」が1行目にもあります/,
    ],
    ['bytes that are not UTF-8', ['judge', '-'], '\uD800', /JSON/],
  ])('refuses %s', async (_, args, input, why) => {
    const { code, out, err } = await tokimori(args, input);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^事象: /);
    expect(err).toMatch(why);
    expect(err).toMatch(/^対処: /m);
  });
});

it('loads nothing of the server for a pure command', async () => {
  const traced = await new Promise<string>((done) => {
    const child = spawn(process.execPath, [launcher, 'judge', '-'], {
      env: { ...process.env, NODE_DEBUG: 'esm', NODE_OPTIONS: '' },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (piece) => {
      said += piece;
    });
    child.on('close', () => done(said));
    child.stdin.end(JSON.stringify(asked));
  });
  expect(traced).toContain('node_modules/zod');
  for (const name of ['pg', 'hono', 'kysely', 'pino', 'pg-boss', 'prom-client']) {
    expect(traced).not.toContain(`node_modules/${name}/`);
  }
});
