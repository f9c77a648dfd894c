import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, openBrowser, signIn, sitDown, titled } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
const HEAD = '100084';

const { url } = await ownCity();

describe('上限を超えた: 記録し、要因を分析し、取り組み、効果を測る', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('時守が作った記録に所属長が書き、人事課が差し戻して分析し、取組を登録して効果を見る', async () => {
    // 所属長: 9月に超えた職員の記録ができている。業務の概要は、命じた業務から入っている。
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HEAD);
    await page.goto(`${url}/section`);
    await page.getByRole('link', { name: '上限を超えた記録を書く・見る' }).click();
    await titled(page, '上限を超えた記録');
    const record = page.getByRole('link', { name: /令和8年9月 月 45:00 までの記録/ }).first();
    const name = (await record.textContent()) ?? '';
    await looks(page, 'breaches');
    await record.click();
    await titled(page, `${name}の上限を超えた記録`);
    await page.getByText(/\d+:\d\d\(上限 45:00\)。超えたのは/).waitFor();
    const outline = page.getByLabel('④ 業務の概要');
    expect(await outline.inputValue()).toMatch(/\d+:\d\d/);
    await page.getByRole('button', { name: '記入を終える' }).click();
    await page.getByRole('link', { name: '回避できなかった理由を入力してください' }).waitFor();
    await looks(page, 'breach-error');
    const reason = page.getByLabel('⑤ 上限を超えることを回避できなかった理由');
    await reason.fill('欠員の分を係で分担したが、');
    await page.getByRole('button', { name: '下書きを残す' }).click();
    await page.getByText('上限を超えた記録の下書き').waitFor();
    await page.reload();
    expect(await reason.inputValue()).toBe('欠員の分を係で分担したが、');
    await reason.fill('欠員の分を係で分担したが、締切に間に合わなかった。応援は頼んでいない。');
    await page.getByRole('checkbox', { name: '欠員・休業者' }).check();
    await page.getByRole('checkbox', { name: '締切の集中' }).check();
    await page.getByLabel('主な要因').selectOption('欠員・休業者');
    await looks(page, 'breach');
    await page.getByRole('button', { name: '記入を終える' }).click();
    await titled(page, '上限を超えた記録');

    // 人事課: 記入済みのものを読み、差し戻す。
    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await hr.page.goto(`${url}/city`);
    await hr.page.getByRole('link', { name: '超過の記録' }).click();
    await titled(hr.page, '上限を超えた記録');
    await hr.page.getByLabel('状態').selectOption('completed');
    await hr.page
      .getByRole('link', { name: `${name} 令和8年9月 月 45:00 までの記録` })
      .first()
      .click();
    await titled(hr.page, `${name}の上限を超えた記録`);
    await hr.page.getByText('欠員・休業者(主な要因)').waitFor();
    await looks(hr.page, 'breach-hr');
    await hr.page.getByRole('button', { name: '差し戻す' }).click();
    const dialog = hr.page.getByRole('dialog');
    await dialog.getByLabel('差し戻す理由').fill('応援を頼まなかったわけを書いてください');
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await dialog.waitFor({ state: 'hidden' });

    // 所属長: 理由を見て書き直す。書いたものは残っている。
    await page.reload();
    await page
      .getByRole('link', { name: `${name} 令和8年9月 月 45:00 までの記録` })
      .first()
      .click();
    await page.getByText('応援を頼まなかったわけを書いてください').first().waitFor();
    await looks(page, 'breach-returned');
    await reason.fill('欠員の分を係で分担したが、締切に間に合わなかった。個人情報を扱うため、応援は頼めなかった。');
    await page.getByRole('button', { name: '記入を終える' }).click();
    await titled(page, '上限を超えた記録');
    await context.close();

    // 人事課: 要因で絞り、課の文書を確定する。
    await hr.page.goto(`${url}/breaches`);
    await hr.page.getByRole('link', { name: '2 要因の分析' }).click();
    await titled(hr.page, '要因の分析');
    await hr.page.getByRole('region', { name: '要因ごと' }).getByRole('row').nth(1).waitFor();
    await looks(hr.page, 'breach-analysis');
    await hr.page.getByRole('region', { name: '要因ごと' }).getByRole('link', { name: '欠員・休業者' }).click();
    await hr.page.getByText(/絞り込んだ記録/).waitFor();
    const [file] = await Promise.all([
      hr.page.waitForEvent('download'),
      hr.page.getByRole('link', { name: 'この記録をCSVで保存する' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('上限を超えた記録_2026年度.csv');
    await hr.page.getByRole('link', { name: 'この要因への取組を登録する' }).click();
    await titled(hr.page, '縮減の取組を登録する');
    await hr.page.getByText(/上限を超えた記録 \d+件に答える取組です/).waitFor();
    await hr.page.getByLabel('取組の名前').fill('欠員の間の応援を、部の中で決めておく');
    await hr.page.getByLabel('行うこと').fill('部ごとに、2週間の応援を出す職員と業務を決めておく。');
    await hr.page.getByRole('radio', { name: '応援' }).check();
    await hr.page.getByRole('button', { name: '登録する' }).click();
    await hr.page.getByRole('link', { name: '対象の所属を一つ以上選んでください' }).waitFor();
    await looks(hr.page, 'reduction-form');
    await hr.page
      .getByRole('group', { name: /対象の所属/ })
      .getByRole('checkbox')
      .first()
      .check();
    await hr.page.getByLabel('減る見込み(月・時間)').fill('20');
    await hr.page.getByRole('button', { name: '登録する' }).click();
    await titled(hr.page, '欠員の間の応援を、部の中で決めておく');
    await hr.page.getByText('まだ終わった月がありません').first().waitFor();
    await hr.page.getByRole('link', { name: '縮減の取組', exact: true }).first().click();
    await titled(hr.page, '縮減の取組');
    await looks(hr.page, 'reductions');

    // 6月に始めた取組は、後の月の数字が出ている。
    await hr.page.getByRole('link', { name: '検算の作業を表計算の様式にまとめる' }).click();
    await hr.page
      .getByText(/前年の同じ月の \d+:\d\d より/)
      .first()
      .waitFor();
    await hr.page.getByText('この増減が、この取組によるとは限りません').first().waitFor();
    await looks(hr.page, 'reduction');

    // 月ごとの整理・分析・検証: 市の期限までに、まだ書かれていない課がある。
    await hr.page.goto(`${url}/breaches/analysis`);
    const due = hr.page.getByRole('region', { name: '整理・分析・検証の文書と期限', exact: true });
    await due.getByText('確定済み').first().waitFor();
    await due
      .getByRole('row', { name: /分析待ち/ })
      .getByRole('link', { name: /令和8年9月の分析/ })
      .first()
      .click();
    await titled(hr.page, '要因の整理・分析・検証');
    for (const field of ['要因の整理', '分析', '検証'])
      await hr.page.getByRole('textbox', { name: new RegExp(`^${field}`) }).fill(`${field}の本文`);
    await hr.page.getByRole('button', { name: '確定する' }).click();
    await hr.page.getByText('確定済み').first().waitFor();
    await looks(hr.page, 'breach-review');
    await hr.context.close();

    // 監査: 読めるが、書けない。
    const auditor = await sitDown(browser);
    await signIn(auditor.page, url, 'auditor');
    await auditor.page.goto(`${url}/breaches`);
    await titled(auditor.page, '上限を超えた記録');
    await auditor.page
      .getByRole('link', { name: /(まで|未満)の記録$/ })
      .first()
      .click();
    await auditor.page.getByText('所属長が書く項目').waitFor();
    expect(await auditor.page.getByRole('textbox').count()).toBe(0);
    await auditor.page.goto(`${url}/reductions`);
    await titled(auditor.page, '縮減の取組');
    expect(await auditor.page.getByRole('link', { name: '取組を登録する' }).count()).toBe(0);
    await auditor.page.goto(`${url}/journal`);
    await auditor.page.getByText('上限を超えた記録の差戻し').first().waitFor();
    await auditor.context.close();
  });
});
