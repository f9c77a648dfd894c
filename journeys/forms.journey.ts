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

    // 部長は紙で決裁した: 人事課は記録した人として示され、承認した人にはならない。
    await hr.page.reload();
    await hr.page.getByRole('button', { name: '紙の決裁を記録する' }).click();
    const paperDialog = hr.page.getByRole('dialog');
    await paperDialog.getByRole('button', { name: '記録する', exact: true }).click();
    await paperDialog.getByText('決裁した人の氏名を入力してください').first().waitFor();
    await paperDialog.getByLabel('決裁した人の氏名').fill('部長 山田 太郎');
    await expectAccessible(hr.page);
    await picture(hr.page, 'form-record-paper-1280');
    await paperDialog.getByRole('button', { name: '記録する', exact: true }).click();
    await hr.page.getByText(/^部長 山田 太郎 令和8年.*紙で決裁・記録した人 小泉 拓真$/).waitFor();
    expect(await hr.page.getByRole('button', { name: /として承認する/ }).count()).toBe(0);
    await expectAccessible(hr.page);
    await picture(hr.page, 'form-approve-1280');
    await hr.page.setViewportSize({ width: 375, height: 812 });
    await picture(hr.page, 'form-approve-375');
    await hr.page.setViewportSize({ width: 1280, height: 900 });
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

  test('書きかけで離れようとすると尋ね、長すぎる文は切らずに知らせ、先の月やない月は開けない', async () => {
    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    const { page } = head;
    await page.goto(`${url}/forms/zama-monthly/2026-09/3020`);
    const remark = page.getByRole('textbox', { name: '備考' });
    await remark.fill('あ'.repeat(305));
    await page.getByText('(5字多いため、このままでは送れません)').waitFor();
    expect(await remark.inputValue()).toHaveLength(305);
    await page.getByRole('button', { name: '下書きを保存する' }).click();
    await page.getByRole('link', { name: '備考は300字までで入力してください' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'form-too-long-1280');
    await remark.fill('窓口の応援を頼みました');
    await page.getByRole('link', { name: '様式の一覧' }).click();
    const dialog = page.getByRole('dialog', { name: '保存していない入力があります' });
    await expectAccessible(page);
    await picture(page, 'form-leave-1280');
    await dialog.getByRole('button', { name: 'この画面に残る' }).click();
    expect(await remark.inputValue()).toBe('窓口の応援を頼みました');
    await page.getByRole('link', { name: '様式の一覧' }).click();
    await dialog.getByRole('button', { name: '下書きを保存して移る' }).click();
    await page.getByRole('heading', { level: 1, name: '様式', exact: true }).waitFor();
    await page.goto(`${url}/forms/zama-monthly/2026-09/3020`);
    await expect.poll(() => remark.inputValue()).toBe('窓口の応援を頼みました');
    // 変えていなければ、尋ねない。
    await page.getByRole('link', { name: '様式の一覧' }).click();
    await page.getByRole('heading', { level: 1, name: '様式', exact: true }).waitFor();

    await page.goto(`${url}/forms/zama-monthly/2026-12/3020`);
    await page.getByRole('heading', { level: 1, name: '令和8年12月分の様式は、まだ書けません' }).waitFor();
    await expectAccessible(page);
    for (const path of ['/month/2026-99', '/forms?month=2026-99', '/forms/zama-monthly/2026-99/3020']) {
      await page.goto(`${url}${path}`);
      await page.getByRole('heading', { level: 1, name: 'この月は表示できません' }).waitFor();
      await expectAccessible(page);
    }
    await picture(page, 'month-none-1280');
    await head.context.close();
  });

  test('人事課が使う様式を決め、役職を割り当て、監査は見るだけ', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/forms`);
    await page.getByRole('link', { name: /様式の設定/ }).click();
    await page.getByRole('heading', { level: 1, name: '様式の設定' }).waitFor();
    await page.getByRole('checkbox', { name: /^調書\(時間外勤務45時間超\)/ }).check();
    await page.getByRole('checkbox', { name: /^【月間】長時間勤務実施状況報告書/ }).check();
    await page.getByRole('button', { name: '使う様式を決める' }).click();
    await page.getByRole('heading', { level: 3, name: '労務担当課' }).waitFor();
    await page.getByRole('button', { name: '労務担当課を割り当てる' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '職員番号' }).fill('999999');
    await dialog.getByRole('button', { name: '決める', exact: true }).click();
    await dialog.getByText('職員が見つかりません').waitFor();
    await dialog.getByRole('textbox', { name: '職員番号' }).fill('100013');
    await expectAccessible(page);
    await picture(page, 'form-office-1280');
    await dialog.getByRole('button', { name: '決める', exact: true }).click();
    await page.getByText('橋爪 良太(100013)').waitFor();
    await expectAccessible(page);
    await picture(page, 'form-settings-1280');
    await page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(page);
    await picture(page, 'form-settings-375');
    await page.setViewportSize({ width: 1280, height: 900 });
    // 4日に引き継ぐ: 橋爪は3日までになる。
    await page.getByRole('button', { name: '労務担当課を割り当てる' }).click();
    await dialog.getByRole('textbox', { name: '職員番号' }).fill('100014');
    await dialog.getByRole('textbox', { name: 'いつから 年' }).fill('2026');
    await dialog.getByRole('textbox', { name: 'いつから 月' }).fill('11');
    await dialog.getByRole('textbox', { name: 'いつから 日' }).fill('4');
    await picture(page, 'form-office-handover-1280');
    await dialog.getByRole('button', { name: '決める', exact: true }).click();
    await page.getByText(/から令和8年11月3日まで/).waitFor();
    await page.getByRole('button', { name: /^労務担当課 橋爪 良太.*を外す/ }).click();
    await dialog.getByRole('button', { name: '外す', exact: true }).click();
    await page.getByText('橋爪 良太(100013)', { exact: true }).waitFor({ state: 'detached' });
    await page.goto(`${url}/forms`);
    await page.getByLabel('様式', { exact: true }).last().waitFor();
    await picture(page, 'forms-list-1280');
    await context.close();
  });
});
