import { describe, expect, it, vi } from 'vitest';
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

it('names the reports without a database', async () => {
  const { code, out } = await tokimori(['report', '--list']);
  expect(code).toBe(0);
  expect(out).toMatch(/^saga-1 \(.*xlsx.*\) /m);
});
