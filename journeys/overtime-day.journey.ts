import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, picture, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

/** 三浦 美咲 of 保険年金課, whose year is foreseen to go over; her head; 人事課. */
const STAFF = '100093';
const NAME = '三浦 美咲';
const HEAD = '100084';
const HR = '100012';
/** 吉川 郁子 of 総務課 has not punched yet this morning. */
const LATE = '100006';

/** Opens a page again and again until derived figures on it, or in a row of it, have followed a deed. */
async function appears(page: Page, address: string, figure: string, row?: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        const within = row === undefined ? page : page.getByRole('row', { name: row });
        return within.getByText(figure).filter({ visible: true }).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
}

const { url } = await ownCity();

describe('職員の一日: 打刻、申請、命令、集計', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('出勤を画面で打刻すると、時刻と「記録済み」がその場に出る', async () => {
    const { page, context } = await sitDown(browser, 375);
    await signIn(page, url, LATE);
    await page.getByRole('button', { name: '出勤を打刻する' }).click();
    await page.getByRole('region', { name: '打刻' }).getByText('記録済み').waitFor();
    await page.getByRole('cell', { name: '出勤' }).first().waitFor();
    await picture(page, 'journey-punched');
    await context.close();
  });

  test('申請の影響を見て申請し、所属長が命令し、目盛りと人事課の一覧に出る', async () => {
    const staff = await sitDown(browser);
    await signIn(staff.page, url, STAFF);
    // 14日は命令が 20:00 まで、退勤が 20:43。働いた40分を後から申請する。
    await staff.page.goto(`${url}/overtime/new?date=2026-10-14`);
    await staff.page.getByLabel('開始').fill('20:00');
    await staff.page.getByLabel('終了').fill('20:40');
    await staff.page.getByLabel('業務の内容').fill('窓口の対応が延びた');
    await staff.page.getByText('27:00').filter({ visible: true }).first().waitFor();
    await staff.page.getByRole('button', { name: '確認に進む' }).click();
    // 始まりの時刻を過ぎた申請は、事後になった理由がなければ進めない。
    await staff.page
      .getByRole('alert')
      .getByText(/事前に命令を受けられなかった理由/)
      .waitFor();
    await staff.page.getByLabel('事後の申請になった理由').fill('窓口の対応が命令の時刻を越えた');
    await picture(staff.page, 'journey-after-the-fact');
    await staff.page.getByRole('button', { name: '確認に進む' }).click();
    await staff.page.getByRole('heading', { name: '申請の前に確かめてください' }).waitFor();
    await staff.page.getByRole('button', { name: '申請する' }).click();
    await staff.page.getByRole('heading', { name: '申請しました' }).waitFor();
    await picture(staff.page, 'journey-requested');

    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    await head.page.goto(`${url}/section/decisions`);
    const card = head.page.getByRole('article', { name: new RegExp(`${NAME}.*20:00–20:40`) });
    await card.getByText('27:00').filter({ visible: true }).first().waitFor();
    await card.getByText('事後の申請').waitFor();
    await card.getByRole('button', { name: '命令する' }).click();
    await card.waitFor({ state: 'detached' });

    await appears(staff.page, `${url}/month/2026-10`, '27:00');
    await picture(staff.page, 'journey-month');

    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await hr.page.goto(`${url}/city/2026-10`);
    const row = hr.page.getByRole('row', { name: new RegExp(NAME) }).first();
    // 219:55 の年度の合計に40分が加わる。
    await row.getByText('220:35').waitFor();
    await picture(hr.page, 'journey-city');
    for (const person of [staff, head, hr]) await person.context.close();
  });

  test('所属長が実績を確認すると、本人の目盛りと人事課の一覧が従い、残りはまとめて確認できる', async () => {
    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    await head.page.goto(`${url}/section`);
    // 25日(日)は 8:30–11:30 の命令。11:35 の退勤より後は、わけがなければ確認できない。
    await head.page.getByText(/^命令と記録が合うもの/).click();
    await head.page.getByRole('button', { name: '桑原 香織 10月25日(日) の実績を確認する' }).click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByLabel('終わり').fill('12:00');
    await dialog.getByRole('button', { name: '実績を確認する' }).click();
    await dialog.getByText('この時間で確認する理由を入力してください').waitFor();
    await picture(head.page, 'journey-reason');
    // 在庁の記録がある1時間を除くときは、理由の区分と、本人に伝える言葉が要る。
    await dialog.getByLabel('終わり').fill('10:30');
    await dialog.getByRole('button', { name: '実績を確認する' }).click();
    await dialog.getByLabel('理由の区分').selectOption('break');
    await dialog.getByLabel('確認の理由').fill('10:30 からは休憩と本人に確かめた');
    await dialog.getByRole('button', { name: '実績を確認する' }).click();
    await dialog.waitFor({ state: 'hidden' });

    // 46:20 から1時間減る。
    const staff = await sitDown(browser);
    await signIn(staff.page, url, '100089');
    await appears(staff.page, `${url}/month/2026-10`, '45:20');
    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await appears(hr.page, `${url}/city/2026-10`, '45:20', /桑原 香織/);

    await head.page.getByRole('button', { name: /^命令と記録が合う \d+件を確認する$/ }).click();
    await head.page.getByText('確認を待つ実績はありません。').waitFor();
    await picture(head.page, 'journey-confirmed');

    // 確認を誤っていた: 11:00 までに訂正する。働いた時間は、上限を理由にしては減らせない。
    await head.page.getByText('確認した実績', { exact: true }).click();
    await head.page.getByLabel('職員', { exact: true }).selectOption({ label: '桑原 香織' });
    await head.page.getByRole('button', { name: '桑原 香織 10月25日(日) の実績を訂正する' }).click();
    const correcting = head.page.getByRole('dialog', { name: '実績を訂正する 桑原 香織' });
    await correcting.getByLabel('終わり').fill('11:00');
    await correcting.getByRole('button', { name: '実績を訂正する' }).click();
    await correcting.getByText('訂正の理由を入力してください').waitFor();
    await correcting.getByLabel('訂正の理由').fill('休憩の前の30分を数えていなかった');
    await expectAccessible(head.page);
    await picture(head.page, 'journey-correct');
    await correcting.getByRole('button', { name: '実績を訂正する' }).click();
    await correcting.waitFor({ state: 'hidden' });
    await head.page.getByText(/休憩の前の30分を数えていなかった/).waitFor();
    await head.page.setViewportSize({ width: 375, height: 812 });
    await expectAccessible(head.page);
    await picture(head.page, 'journey-corrected-375');
    await appears(staff.page, `${url}/month/2026-10`, '45:50');
    for (const person of [staff, head, hr]) await person.context.close();
  });

  test('上限を超える申請も受け付けられ、所属長には代わりの手が示される', async () => {
    const staff = await sitDown(browser);
    await signIn(staff.page, url, '100089');
    await staff.page.goto(`${url}/overtime/new?date=2026-10-27`);
    await staff.page.getByLabel('開始').fill('17:15');
    await staff.page.getByLabel('終了').fill('20:15');
    await staff.page.getByLabel('業務の内容').fill('高額療養費の差額の計算');
    await staff.page.getByText('このまま申請できます').waitFor();
    await staff.page.getByRole('button', { name: '確認に進む' }).click();
    await staff.page.getByRole('button', { name: '申請する' }).click();
    await staff.page.getByRole('heading', { name: '申請しました' }).waitFor();
    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    await head.page.goto(`${url}/section/decisions`);
    const card = head.page.getByRole('article', { name: /桑原 香織 10月27日.*17:15–20:15/ });
    expect(await card.getByRole('button', { name: '命令する' }).count()).toBe(0);
    await card.getByRole('button', { name: '代わりの手を選ぶ' }).click();
    await head.page.getByRole('dialog').getByText('特例業務として命令する').first().waitFor();
    for (const person of [staff, head]) await person.context.close();
  });
});
