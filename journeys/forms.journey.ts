import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, picture, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
const HEAD = '100084';

const { url } = await ownCity();

describe('様式: 記録から入り、書き、承認し、印刷する', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('座間市の検証結果報告書を所属長が書いて提出し、人事課が差し戻し、出し直して承認が進み、まとめて印刷する', async () => {
    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    const me = await head.page.request.get(`${url}/api/v1/me`);
    const section = ((await me.json()) as { sections: { department: string }[] }).sections[0]?.department ?? '';
    const month = '2026-09';
    const place = `${url}/forms/zama-review/${month}/${section}`;
    await head.page.goto(place);
    await head.page.getByRole('heading', { level: 1, name: '時間外勤務検証結果報告書' }).waitFor();
    await head.page.getByRole('button', { name: '提出する' }).click();
    await head.page.getByRole('link', { name: '上限時間等を超えた理由を入力してください' }).waitFor();
    await expectAccessible(head.page);
    await head.page.getByLabel('時間外勤務の業務内容').fill('資格の一斉更新');
    await head.page.getByLabel('上限時間等を超えた理由').fill('法改正に伴う調査が重なった');
    await head.page.getByRole('button', { name: '下書きを保存する' }).click();
    await head.page.getByText('作成中').waitFor();
    await head.page.reload();
    await expect
      .poll(() => head.page.getByLabel('上限時間等を超えた理由').inputValue())
      .toBe('法改正に伴う調査が重なった');
    await picture(head.page, 'form-write-1280');
    await head.page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(head.page);
    await picture(head.page, 'form-write-375');
    await head.page.setViewportSize({ width: 1280, height: 900 });
    await head.page.getByLabel('今後の対応方法、改善策').fill('係の分担を見直す');
    await head.page.getByRole('button', { name: '提出する' }).click();
    await head.page.getByText('承認待ち').first().waitFor();

    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await hr.page.goto(`${url}/reports`);
    await hr.page.getByRole('link', { name: /縮減の対策の様式/ }).click();
    await hr.page.getByRole('heading', { level: 1, name: '様式' }).waitFor();
    await hr.page.getByLabel('対象の月').selectOption(month);
    await hr.page.getByLabel('様式', { exact: true }).first().selectOption('zama-review');
    await hr.page.getByText('承認待ち').first().waitFor();
    await expectAccessible(hr.page);
    await picture(hr.page, 'forms-1280');
    await hr.page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(hr.page);
    await picture(hr.page, 'forms-375');
    await hr.page.setViewportSize({ width: 1280, height: 900 });
    await hr.page.goto(place);
    await hr.page.getByRole('button', { name: '差し戻す' }).click();
    const dialog = hr.page.getByRole('dialog');
    await dialog.getByLabel('戻す理由').fill('人ごとの事情を書いてください');
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await hr.page.getByText('差し戻されています').waitFor();

    await head.page.reload();
    await head.page.getByText('人ごとの事情を書いてください').first().waitFor();
    await head.page.getByLabel('上限時間等を超えた理由').fill('法改正に伴う調査が重なり、担当の二人に集中した');
    await head.page.getByRole('button', { name: '提出する' }).click();
    await head.page.getByText('承認待ち').first().waitFor();
    await head.context.close();

    await hr.page.reload();
    await hr.page.getByRole('button', { name: '次長として承認する' }).click();
    await hr.page.getByRole('button', { name: '部(局・室)長として承認する' }).waitFor();
    await expectAccessible(hr.page);
    await picture(hr.page, 'form-approve-1280');
    const paper = await hr.page.request.get(`${url}/api/v1/forms/zama-review/${month}/${section}/paper`);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await hr.page.goto(`${url}/forms?month=${month}&form=zama-review`);
    await hr.page.getByRole('button', { name: '一つのPDFにする' }).click();
    await hr.page
      .getByRole('link', { name: /時間外勤務検証結果報告書_2026-09\.pdfを保存する/ })
      .waitFor({ timeout: 60_000 });
    await picture(hr.page, 'forms-print-1280');
    await hr.context.close();
  });
});
