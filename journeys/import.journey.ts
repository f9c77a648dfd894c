import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, picture, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';

/** 1,000 lines, seven of them bad in seven ways; the encoding of Japanese spreadsheets. */
function punchFile(): Buffer {
  const bad = [
    '999999,2026/10/22 8:20,出勤,東口',
    '100101,2026/13/01 8:20,出勤,東口',
    '100102,2026/10/22 29:70,出勤,東口',
    ',2026/10/22 8:20,出勤,東口',
    '100103,2026/10/22 8:20,早退,東口',
    '100104,,出勤,東口',
    '100105,2031/10/22 8:20,出勤,東口',
  ];
  const lines = ['職員番号,打刻日時,区分,端末'];
  for (let i = 0; i < 1000; i++) {
    const wrong = i % 140 === 100 ? bad[Math.floor(i / 140)] : undefined;
    const staff = 100001 + (i % 200);
    lines.push(wrong ?? `${staff},R8.10.${19 + Math.floor(i / 200)} ${i % 2 === 0 ? '7:5' : '8:0'}${i % 10},出勤,東口`);
  }
  return iconv.encode(`${lines.join('\r\n')}\r\n`, 'cp932');
}

const { url } = await ownCity();

describe('人事課がファイルを取り込む', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('Shift_JIS の打刻1,000行のうち7行が悪いと、993行が入り、7行の誤りファイルができる', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/imports`);
    await page.getByLabel(/^何のファイルか/).selectOption('punches');
    await page.getByLabel(/^ファイル/).setInputFiles({ name: '打刻.csv', mimeType: 'text/csv', buffer: punchFile() });
    await page.getByRole('button', { name: '中身を確かめる' }).click();
    await page.getByRole('button', { name: '993行を取り込む' }).waitFor();
    await page.getByRole('heading', { name: '取り込めない行 7行' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'journey-import-check');
    await page.getByRole('button', { name: '993行を取り込む' }).click();
    await page.getByText('993行を取り込みました').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /取り込めなかった 7行のファイルを保存する/ }).click();
    const file = iconv.decode(readFileSync(await (await download).path()), 'cp932');
    const lines = file.trim().split(/\r?\n/);
    expect(lines).toHaveLength(8);
    expect(lines[1]).toContain('999999,2026/10/22 8:20,出勤,東口');
    await picture(page, 'journey-import-done');

    // 同じファイルをもう一度取り込んでも、何も変わらない。
    await page.goto(`${url}/imports`);
    await page.getByLabel(/^何のファイルか/).selectOption('punches');
    await page.getByLabel(/^ファイル/).setInputFiles({ name: '打刻.csv', mimeType: 'text/csv', buffer: punchFile() });
    await page.getByRole('button', { name: '中身を確かめる' }).click();
    await page.getByRole('button', { name: '993行を取り込む' }).click();
    await page.getByText('993行はすべて取り込み済みです').waitFor();
    await context.close();
  });

  test('2か月平均80:00を超えた人が、すぐ人事課の一覧に、わけと一緒に出る', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/city/2026-10/limits?limit=average-2&state=over`);
    await page.getByText('この条件に当たる人はいません。').waitFor();
    // 福井 春香は2か月の合計が157:30。週休日の3:00が確定すると160:30になる。
    const overtime = Buffer.from(
      '職員番号,日付,開始,終了,業務区分,業務内容\n100044,2026-10-24,9:00,12:00,通常,当初予算の要求の査定\n',
    );
    await page.goto(`${url}/imports`);
    await page.getByLabel(/^何のファイルか/).selectOption('overtime');
    await page.getByLabel(/^ファイル/).setInputFiles({ name: '時間外.csv', mimeType: 'text/csv', buffer: overtime });
    await page.getByRole('button', { name: '中身を確かめる' }).click();
    await page.getByRole('button', { name: '1行を取り込む' }).click();
    await page.getByText('1行を取り込みました').waitFor();
    const start = Date.now();
    await page.goto(`${url}/city/2026-10/limits?limit=average-2&state=over`);
    await page
      .getByRole('row', { name: /福井 春香/ })
      .getByText('160:30 ÷ 2')
      .waitFor();
    expect(Date.now() - start).toBeLessThan(15_000);
    await page.getByRole('link', { name: /福井 春香 2か月平均.*なぜ/ }).click();
    await page.getByRole('heading', { level: 1, name: /なぜ/ }).waitFor();
    await page.getByRole('heading', { name: '10月は上限を 0:30 超えています' }).waitFor();
    await page
      .getByText(/第16条の2の2第1項第2号/)
      .first()
      .waitFor();
    await picture(page, 'journey-why');
    await context.close();
  });
});
