import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, openBrowser, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

/** 市民課: its 課長, a 係長 who stands in, and one of its people. */
const HEAD = '100069';
const DEPUTY = '100070';
const STAFF = '100075';
/** 財政課: 福井 春香 is past 60:00 this month; her 課長, and the 部長 of 企画財政部. */
const OVER = '100044';
const MANAGER = '100039';
const DIRECTOR = '100031';

/** Requests overtime from 17:15 of a day. */
async function request(page: Page, url: string, date: string, until: string): Promise<void> {
  await page.goto(`${url}/overtime/new?date=${date}`);
  await page.getByLabel('開始').fill('17:15');
  await page.getByLabel('終了').fill(until);
  await page.getByLabel('業務の内容').fill('窓口の後処理');
  await page.getByText('働いた時間に当たるか確かめる').click();
  await page.getByRole('radio', { name: /準備・後始末/ }).check();
  await page.getByText(/所属長の指示で、業務に必要なことを職場で行うなら、働いた時間です/).waitFor();
  await page.getByRole('button', { name: '確認に進む' }).click();
  await page.getByRole('button', { name: '申請する' }).click();
  await page.getByRole('heading', { name: '申請しました' }).waitFor();
}

const { url } = await ownCity();

describe('代決・専決、上がる承認、代理', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  const enter = async (login: string) => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, login);
    return { page, context };
  };

  test('課長が不在のあいだ係長が代決し、課長があとで確かめ、本人には両方の名前が見える', async () => {
    const head = await enter(HEAD);
    await head.page.goto(`${url}/section/decisions`);
    await head.page.getByRole('link', { name: '不在と代決・専決' }).click();
    await head.page.getByRole('link', { name: '代決・専決・庶務担当を指名する' }).click();
    await head.page.getByRole('heading', { level: 1, name: '代決・専決・庶務担当を指名する' }).waitFor();
    await head.page.getByRole('button', { name: '指名する' }).click();
    await head.page.getByRole('link', { name: '指名する職員を選んでください' }).waitFor();
    await looks(head.page, 'mandate-new');
    await head.page.getByRole('combobox', { name: /^所属/ }).selectOption('3010');
    await head.page.getByRole('combobox', { name: /^指名する職員/ }).selectOption(DEPUTY);
    await head.page.getByLabel('指名する理由').fill('課長の出張のあいだ');
    await head.page.getByRole('button', { name: '指名する' }).click();
    await head.page.getByRole('heading', { level: 1, name: '不在と代決・専決' }).waitFor();
    await head.page.getByText('不在のとき', { exact: true }).waitFor();

    const staff = await enter(STAFF);
    await request(staff.page, url, '2026-10-27', '18:15');
    const deputy = await enter(DEPUTY);
    expect(await deputy.page.getByRole('link', { name: /決裁/ }).count()).toBe(0);

    await head.page.getByRole('button', { name: '不在を記録する' }).click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('県庁へ出張');
    await looks(head.page, 'absence');
    await dialog.getByRole('button', { name: '不在を記録する' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await head.page.getByText('今日 有効').waitFor();
    await looks(head.page, 'mandates');

    // 役割は、不在が記録された日から付く。
    await expect
      .poll(
        async () => {
          await deputy.page.goto(`${url}/`);
          await deputy.page.getByRole('heading', { level: 1 }).waitFor();
          return deputy.page.getByRole('link', { name: /決裁\(代決・専決\)/ }).count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await deputy.page.goto(`${url}/section/decisions`);
    await deputy.page.getByText(/の代決として決裁します/).waitFor();
    const card = deputy.page.getByRole('article', { name: /10月27日.*17:15–18:15/ }).first();
    await card.waitFor();
    await looks(deputy.page, 'stand-in-decisions');
    await card.getByRole('button', { name: '命令する', exact: true }).click();
    await card.waitFor({ state: 'detached' });

    await head.page.goto(`${url}/section/decisions`);
    await head.page.getByRole('heading', { name: '後閲 1件' }).waitFor();
    await looks(head.page, 'after-review');
    await head.page.getByRole('button', { name: '1件を確かめた' }).click();
    await head.page.getByRole('heading', { name: /後閲/ }).waitFor({ state: 'detached' });

    await staff.page.goto(`${url}/overtime`);
    await staff.page
      .getByText(/の代決\)が命令/)
      .first()
      .waitFor();
    await looks(staff.page, 'requests-stand-in');
    for (const { context } of [head, staff, deputy]) await context.close();
  });

  test('月60時間を超えた人の申請は、課長が承認し、部長が命令する', async () => {
    const staff = await enter(OVER);
    await request(staff.page, url, '2026-10-27', '17:45');
    const manager = await enter(MANAGER);
    const card = manager.page.getByRole('article', { name: /福井 春香 10月27日.*17:15–17:45/ });
    await expect
      .poll(
        async () => {
          await manager.page.goto(`${url}/section/decisions`);
          await card.waitFor();
          return card.getByRole('button', { name: '承認して部長に回す' }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await card.getByText(/今月の命令は部長の承認が要ります/).waitFor();
    await looks(manager.page, 'first-approval');
    await card.getByRole('button', { name: '承認して部長に回す' }).click();
    await card.waitFor({ state: 'detached' });
    await manager.page.getByRole('heading', { name: '承認済み・部長の承認待ち 1件' }).waitFor();

    await staff.page.goto(`${url}/overtime`);
    await staff.page.getByText('部長の承認待ち', { exact: true }).first().waitFor();

    const director = await enter(DIRECTOR);
    await director.page.goto(`${url}/section/decisions`);
    await director.page.getByRole('heading', { name: '部長の承認待ち 1件' }).waitFor();
    await looks(director.page, 'final-approval');
    const final = director.page.getByRole('article', { name: /福井 春香 10月27日.*17:15–17:45/ });
    await final.getByRole('button', { name: '命令する', exact: true }).click();
    await final.waitFor({ state: 'detached' });

    await staff.page.goto(`${url}/overtime`);
    await staff.page
      .getByText(/牧野 直樹が承認・.*長谷部 早苗が命令/)
      .first()
      .waitFor();
    await looks(staff.page, 'requests-two-desks');
    for (const { context } of [staff, manager, director]) await context.close();
  });

  test('代理で申請すると両方の名前が残り、本人が申し出て、所属長が回答する', async () => {
    const head = await enter(HEAD);
    await head.page.goto(`${url}/section/decisions`);
    await head.page.getByRole('link', { name: '代理で申請する' }).click();
    await head.page.getByRole('heading', { level: 1, name: '代理で申請する' }).waitFor();
    await head.page.getByRole('button', { name: '代理で申請する' }).click();
    await head.page.getByRole('link', { name: '職員を選んでください' }).waitFor();
    await looks(head.page, 'on-behalf');
    await head.page.getByRole('combobox', { name: /^職員/ }).selectOption(STAFF);
    for (const [part, value] of [
      ['月', '10'],
      ['日', '28'],
    ] as const) {
      await head.page.getByLabel(`勤務する日 ${part}`, { exact: true }).fill(value);
    }
    await head.page.getByLabel('終了').fill('18:15');
    await head.page.getByLabel('業務の内容').fill('出張所の応援');
    await head.page.getByLabel('本人が入力できない理由').fill('外勤で端末がない');
    await head.page.getByRole('button', { name: '代理で申請する' }).click();
    await head.page.getByRole('heading', { name: '代理で申請しました' }).waitFor();

    const staff = await enter(STAFF);
    await staff.page.goto(`${url}/overtime`);
    await staff.page
      .getByText(/が代理で申請/)
      .first()
      .waitFor();
    await staff.page.getByRole('button', { name: /10月28日.*違うと申し出る/ }).click();
    const dialog = staff.page.getByRole('dialog');
    await dialog.getByLabel('違うところ').fill('19時まで働く予定です');
    await looks(staff.page, 'objection');
    await dialog.getByRole('button', { name: '所属長に伝える' }).click();
    await staff.page.getByText(/所属長の回答待ち/).waitFor();

    await head.page.goto(`${url}/section/decisions`);
    await head.page.getByRole('heading', { name: '申し出 1件' }).waitFor();
    await looks(head.page, 'objections');
    await head.page.getByRole('button', { name: /の申し出に回答する/ }).click();
    await head.page.getByLabel('本人への回答').fill('差し戻すので、19時までで申請してください');
    await head.page.getByRole('dialog').getByRole('button', { name: '回答する' }).click();
    await head.page.getByRole('heading', { name: '申し出 1件' }).waitFor({ state: 'detached' });
    await staff.page.goto(`${url}/overtime`);
    await staff.page.getByText(/差し戻すので、19時までで申請してください/).waitFor();
    await looks(staff.page, 'requests-answered');
    for (const { context } of [head, staff]) await context.close();
  });
});
