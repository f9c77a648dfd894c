import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, picture, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
const HEAD = '100084';

const { url } = await ownCity();

describe('進捗と効果', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** Both widths: nothing for axe, nothing sideways, a picture of each. */
  const look = async (page: Page, name: string) => {
    for (const width of [1280, 375] as const) {
      await page.setViewportSize({ width, height: width === 375 ? 812 : 900 });
      await expectAccessible(page);
      await picture(page, `${name}-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  test('人事課: 報告・様式から進捗報告を開き、部の推移と職員の推移を見て、ファイルに保存する', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/reports`);
    await page.getByRole('link', { name: /^進捗と効果/ }).click();
    await page.getByRole('link', { name: '進捗報告' }).click();
    await page.getByRole('heading', { level: 1, name: /進捗報告/ }).waitFor();
    const city = page.getByRole('region', { name: '市全体の状況' });
    await city
      .getByRole('row', { name: /今月/ })
      .getByText(/^[\d,]+:\d\d$/)
      .first()
      .waitFor();
    expect(await city.getByRole('row').count()).toBe(4);
    await page.getByLabel('部・課・係').selectOption({ label: '市民生活部 保険年金課' });
    await page.getByRole('img', { name: /市民生活部 保険年金課の1人当たりの超過在席時間は/ }).waitFor();
    await page.getByText('表で見る').click();
    await page.getByRole('table', { name: /1人当たりの超過在席時間/ }).waitFor();
    await look(page, 'registers-progress');
    const person = page.getByLabel('職員', { exact: true });
    const [, someone] = await person.locator('option').allTextContents();
    await person.selectOption({ label: someone ?? '' });
    await page.getByRole('heading', { level: 3, name: new RegExp(`${someone} 超過在席時間`) }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Excelで保存する' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^進捗報告_.*\.xlsx$/);
    await page.goto(`${url}/registers`);
    await page.getByRole('link', { name: '部局別の時間外勤務の実績' }).waitFor();
    await look(page, 'registers');
    await context.close();
  });

  test('所属長: 課の今月からマネジメントシートを開き、見直しを下書きから登録し、完了に要るものを知る', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HEAD);
    await page.getByRole('link', { name: 'マネジメントシート' }).click();
    await page.getByRole('heading', { level: 1, name: '時間外勤務マネジメントシート' }).waitFor();
    await page.getByLabel('月', { exact: true }).selectOption({ index: 1 });
    await page
      .getByRole('region', { name: /職員別/ })
      .getByRole('row')
      .nth(1)
      .waitFor();
    await look(page, 'registers-sheet');

    await page.goto(`${url}/registers/reviews`);
    await page.getByRole('heading', { level: 1, name: '事務事業の見直し' }).waitFor();
    await look(page, 'registers-reviews');
    await page.getByRole('link', { name: '見直しを加える' }).click();
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByRole('link', { name: '名称を入力してください' }).waitFor();
    await page.getByLabel('名称', { exact: false }).first().fill('月次の打合せ');
    await page.getByRole('checkbox', { name: /③進め方/ }).check();
    await page.getByLabel('③進め方の内容').fill('回数を半分にする');
    await page.getByLabel('見込み(時間)').fill('多い');
    await page.getByRole('button', { name: '下書きを保存する' }).click();
    await page.getByRole('link', { name: /取組1の見込み/ }).waitFor();
    await look(page, 'registers-review-form');
    await page.getByLabel('見込み(時間)').fill('48:30');
    await page.getByRole('button', { name: '下書きを保存する' }).click();
    await page.getByRole('heading', { level: 1, name: '月次の打合せ' }).waitFor();
    await page.getByText('下書き', { exact: true }).waitFor();
    await page.getByRole('button', { name: '登録する' }).click();
    const row = page.getByRole('row', { name: /月次の打合せ/ });
    await row.getByText('48:30').waitFor();
    await row.getByText('登録済み').waitFor();
    await row.getByRole('link', { name: '月次の打合せ' }).click();
    await page.getByRole('button', { name: '完了にする' }).click();
    await page
      .getByText(/入力されていないものがあります: 見直しの結果.*、段階の済みか不要か、削減事務量の実績/)
      .waitFor();
    await context.close();
  });

  test('所属長: デジタル化の効果を登録すると、削減率と課の時間外勤務の前後が並ぶ', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HEAD);
    await page.goto(`${url}/registers/effects`);
    await page.getByRole('region', { name: '年度ごとの計' }).getByRole('row').nth(1).waitFor();
    await look(page, 'registers-effects');
    await page.getByRole('link', { name: '効果を加える' }).click();
    await page.getByLabel('業務名').fill('申請書の入力');
    await page.getByLabel('導入前(時間)').fill('39');
    await page.getByLabel('導入後に人が作業する(時間)').fill('4');
    for (const [part, value] of [
      ['年', '2026'],
      ['月', '4'],
      ['日', '1'],
    ] as const)
      await page.getByRole('textbox', { name: `使い始めた日 ${part}` }).fill(value);
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByRole('heading', { level: 1, name: '申請書の入力' }).waitFor();
    await page.getByText('35:00 減ります').waitFor();
    await page.getByText('人作業削減率 89.7%').waitFor();
    await page.getByRole('row', { name: /6か月の計/ }).waitFor();
    await look(page, 'registers-effect');
    await context.close();
  });

  test('職員: 部局別の実績は氏名なしで見られ、課のシートは自分の行だけ。監査は登録を書けない', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, '100089');
    await page.getByRole('link', { name: '今月', exact: true }).click();
    await page.getByRole('link', { name: '進捗と効果' }).click();
    await page.getByRole('link', { name: '部局別の時間外勤務の実績' }).click();
    await page.getByRole('row', { name: /^計/ }).waitFor();
    await look(page, 'registers-bureaus');
    await page.goto(`${url}/registers/section-sheet`);
    await page.getByRole('heading', { level: 2, name: 'あなたの時間外勤務' }).waitFor();
    await page.goto(`${url}/registers/reviews`);
    await page
      .getByText(/権限がありません/)
      .first()
      .waitFor();
    await context.close();

    const auditor = await sitDown(browser);
    await signIn(auditor.page, url, 'auditor');
    await auditor.page.goto(`${url}/registers/reviews`);
    await auditor.page.getByRole('row', { name: /課内会議/ }).waitFor();
    expect(await auditor.page.getByRole('link', { name: '見直しを加える' }).count()).toBe(0);
    await auditor.page.goto(`${url}/journal`);
    await auditor.page.getByText('事務事業の見直し').first().waitFor();
    await auditor.context.close();
  });
});
