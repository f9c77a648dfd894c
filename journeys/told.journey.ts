import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, openBrowser, sits, titled } from './browser.ts';
import { mailingTo, mailsTo, openMailbox } from './mailbox.ts';
import { ownCity } from './own-city.ts';

/** 三浦 美咲 of 保険年金課 and her head; 危機管理課長, who plans; 職員組合; 副市長. */
const [STAFF, HEAD, PLANNER, UNION, EXECUTIVE] = ['100093', '100084', '100019', 'union', 'executive'];
/** What waits is looked for each minute. Milliseconds. */
const PATIENCE = { timeout: 150_000, interval: 1_000 };

const mailbox = await openMailbox();
const { url } = await ownCity({ surroundings: mailingTo(mailbox) });

describe('待っている人と、決まったことを待つ人に、それぞれ一度だけ届く', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await mailbox.stop();
  });

  const mails = (to: string, words: RegExp) => mailsTo(mailbox, to, words);
  const arrives = (to: string, words: RegExp) => expect.poll(() => mails(to, words), PATIENCE).toBe(1);

  test('申請は所属長に、命令は本人に届き、次にすることが開く', async () => {
    const staff = await sits(browser, url, STAFF);
    await staff.goto(`${url}/overtime/new?date=2026-10-14`);
    await staff.getByLabel('開始').fill('20:00');
    await staff.getByLabel('終了').fill('20:40');
    await staff.getByLabel('業務の内容').fill('窓口の対応が延びた');
    await staff.getByLabel('事後の申請になった理由').fill('窓口が命令の時刻を越えた');
    await staff.getByRole('button', { name: '確認に進む' }).click();
    await staff.getByRole('button', { name: '申請する' }).click();
    await staff.getByRole('heading', { name: '申請しました' }).waitFor();

    const request = /三浦 美咲: 令和8年10月14日 20:00–20:40\(0:40\) 勤務した後の申告/;
    await arrives(`${HEAD}@miushio.example`, request);
    expect(mailbox.received.some(({ text }) => text.includes('窓口の対応が延びた'))).toBe(false);
    const head = await sits(browser, url, HEAD);
    await head.getByRole('heading', { name: '期限とお知らせ' }).waitFor();
    await looks(head, 'told-head');
    await head.goto(`${url}/notices`);
    await head.getByRole('link', { name: request }).click();
    await titled(head, '決裁');
    const card = head.getByRole('article', { name: /三浦 美咲.*20:00–20:40/ });
    await card.getByRole('button', { name: '命令する' }).click();
    await card.waitFor({ state: 'detached' });

    await arrives(`${STAFF}@miushio.example`, /令和8年10月14日 20:00–20:40\(0:40\) 命令されました/);
    await staff.goto(`${url}/`);
    await staff.getByRole('region', { name: '期限とお知らせ' }).getByText('命令されました').waitFor();
    await staff.getByRole('region', { name: '期限とお知らせ' }).getByText('決定', { exact: true }).waitFor();
    await looks(staff, 'told-staff');
    await staff.goto(`${url}/notices`);
    await staff.getByText('7日で消えます').waitFor();
    await looks(staff, 'told-decision');
    await staff.getByRole('link', { name: /命令されました/ }).click();
    await titled(staff, '申請');
    expect(mails(`${HEAD}@miushio.example`, request)).toBe(1);
  }, 600_000);

  test('職員組合は自分のアドレスを届け、回ってきた計画書をメールとメニューの数で知る', async () => {
    const union = await sits(browser, url, UNION);
    await union.goto(`${url}/notices/settings`);
    await titled(union, 'お知らせの設定');
    await union.getByLabel('メールを受け取るアドレス').fill('kumiai');
    await union.getByRole('button', { name: 'アドレスを保存する' }).click();
    await union.getByRole('heading', { name: 'メールアドレスを読み取れません' }).waitFor();
    await looks(union, 'told-address-refused');
    await union.getByLabel('メールを受け取るアドレス').fill('kumiai@union.example');
    await union.getByRole('button', { name: 'アドレスを保存する' }).click();
    await union.getByRole('heading', { name: 'メールアドレスを変更しました' }).waitFor();

    const planner = await sits(browser, url, PLANNER);
    await planner.goto(`${url}/section/1030/plans/2026-11`);
    await titled(planner, '時間外勤務実施計画書');
    for (const work of await planner.getByLabel('業務', { exact: true }).all())
      if ((await work.inputValue()) === '') await work.fill('災害記録の整理');
    await planner.getByRole('button', { name: '下書きを保存する' }).click();
    await planner.getByRole('button', { name: '承認して職員組合に回す' }).click();
    await planner.getByText('職員組合の承認待ち').waitFor();

    await arrives('kumiai@union.example', /危機管理課 令和8年11月分\(職員組合の承認待ち\)/);
    await union.goto(`${url}/notices`);
    await union.getByRole('link', { name: /^計画の承認\s*1\s*件/ }).waitFor();
    await looks(union, 'told-union');
    await union.getByRole('link', { name: /危機管理課 令和8年11月分/ }).click();
    await titled(union, '時間外勤務実施計画書');
    await union.getByRole('button', { name: '職員組合として承認する' }).click();
    await union.getByText('人事課の受取り待ち').waitFor();
    await expect
      .poll(async () => {
        await union.goto(`${url}/notices`);
        await titled(union, 'お知らせ');
        return union.getByText('いまあなたを待っていることはありません。').count();
      }, PATIENCE)
      .toBe(1);
  }, 600_000);

  test('副市長のメニューにお知らせがあり、自分に届く種類だけを選べる', async () => {
    const executive = await sits(browser, url, EXECUTIVE);
    await looks(executive, 'told-executive');
    await executive.getByRole('link', { name: 'お知らせ', exact: true }).click();
    await titled(executive, 'お知らせ');
    await executive.getByRole('link', { name: 'お知らせの設定' }).click();
    await titled(executive, 'お知らせの設定');
    await executive.getByLabel('副市長が行う許可や面談').waitFor();
    expect(await executive.getByRole('combobox').count()).toBe(3);
    await looks(executive, 'told-settings');
  });
});
