import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, picture, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
const HEAD = '100084';

const { url } = await ownCity();

/** 対策の予定, once something stands on it. */
async function dueTo(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/dues`);
        await page.getByRole('heading', { level: 1, name: '対策の予定' }).waitFor();
        return page.getByRole('listitem').filter({ hasText: '期限' }).count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
}

describe('縮減の対策: 型を選び、直し、過去の月で試し、決める', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('うきは市の型を18時間に直し、試した結果を見て決めると、適用中になり記録に残る', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/city`);
    await page.getByRole('link', { name: '縮減の対策' }).click();
    await page.getByRole('heading', { level: 1, name: '縮減の対策' }).waitFor();
    await page.getByRole('checkbox', { name: 'うきは市' }).check();
    await page.getByRole('link', { name: '選んだ型から作る' }).click();
    const file = page.getByLabel('対策のファイル');
    await file.waitFor();
    await page.getByText('対策 7・直すところはありません').waitFor();

    const start = await file.inputValue();
    await file.fill(start.replace('15:00', '18:60'));
    await page.getByText(/直すところが 1か所あります/).waitFor();
    await page.getByText(/行目 measures\[2\]\.when\[0\]\.value: 値 "18:60" は使えません/).waitFor();
    await file.fill(start.replace('15:00', '18:00'));
    await page.getByText('月の時間外勤務が 18:00 を超えるとき').waitFor();

    await page.getByRole('button', { name: '過去12か月で試す' }).click();
    await page.getByText(/対策に該当したことが [\d,]+回ありました/).waitFor();
    const interviews = page.getByRole('row', { name: /45時間を超えた職員の調書/ });
    expect(Number((await interviews.getByRole('cell').first().textContent())?.replaceAll(',', ''))).toBeGreaterThan(0);
    await expectAccessible(page);
    await picture(page, 'measures-trial-1280');
    await page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(page);
    await picture(page, 'measures-trial-375');
    await page.setViewportSize({ width: 1280, height: 900 });

    await page.getByRole('button', { name: 'この対策に決める' }).click();
    await page.getByRole('link', { name: '決める理由を入力してください' }).waitFor();
    await page.getByLabel('決める理由').fill('月3回の知らせから始める');
    await page.getByRole('button', { name: 'この対策に決める' }).click();
    await page.getByRole('heading', { level: 1, name: '縮減の対策' }).waitFor();
    const now = page.getByRole('region', { name: 'いま適用している対策' });
    await now.getByText('月の時間外勤務が 18:00 を超えるとき').waitFor();
    await now.getByText('月3回の知らせから始める').waitFor();
    await expectAccessible(page);
    await picture(page, 'measures-1280');
    await page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(page);
    await picture(page, 'measures-375');
    await context.close();

    // 所属長は、自分の課の対策の予定を見る。
    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    await dueTo(head.page);
    await expectAccessible(head.page);
    await picture(head.page, 'dues-1280');
    await head.page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(head.page);
    await picture(head.page, 'dues-375');
    await head.context.close();

    // 人事課は、期限を過ぎたもの、すること、所属で絞って、一つを済ませる。
    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await dueTo(hr.page);
    await hr.page.getByLabel('期限', { exact: true }).selectOption({ label: '期限を過ぎたもの' });
    await hr.page.waitForURL(/state=late/);
    await hr.page.getByLabel('すること', { exact: true }).selectOption({ label: '一覧を渡す' });
    await hr.page.getByLabel('所属', { exact: true }).selectOption({ label: '市民生活部 保険年金課' });
    await hr.page.waitForURL(/state=late&deed=list&department=3020/);
    const tasks = hr.page.getByRole('region', { name: 'すること' });
    await expect.poll(() => tasks.getByRole('listitem').count()).toBe(2);
    expect(await tasks.getByRole('listitem').first().textContent()).toMatch(
      /保険年金課: 一覧を渡す.*マネジメントシート/,
    );
    await expectAccessible(hr.page);
    await picture(hr.page, 'dues-chosen-1280');
    await hr.page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(hr.page);
    await picture(hr.page, 'dues-chosen-375');
    await tasks
      .getByRole('button', { name: /を済みにする$/ })
      .first()
      .click();
    const dialog = hr.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '行わない' }).check();
    await dialog.getByRole('button', { name: '済みにする', exact: true }).click();
    await dialog.getByText('行わない理由を入力してください').waitFor();
    await expectAccessible(hr.page);
    await picture(hr.page, 'dues-dialog-375');
    await dialog.getByRole('radio', { name: '行った' }).check();
    await dialog.getByRole('button', { name: '済みにする', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => tasks.getByRole('listitem').count()).toBe(1);
    await hr.page.getByRole('button', { name: '済んだものを表示する' }).click();
    await hr.page.getByText('行った').filter({ visible: true }).first().waitFor();
    await hr.context.close();

    const auditor = await sitDown(browser);
    await signIn(auditor.page, url, 'auditor');
    await auditor.page.goto(`${url}/journal`);
    await auditor.page.getByText('縮減の対策の決定').first().waitFor();
    await auditor.page.goto(`${url}/measures`);
    await auditor.page.getByRole('heading', { level: 1, name: '縮減の対策' }).waitFor();
    expect(await auditor.page.getByRole('checkbox').count()).toBe(0);
    await auditor.context.close();
  });
});
