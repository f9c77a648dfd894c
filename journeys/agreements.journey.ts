import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectAccessible, looks, openBrowser, picture, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
const HEAD = '100084';
/** 樋口 貴子 and 江藤 陽一 of 保険年金課. */
const LABORER = '100085';
const CLERK = '100086';
const SECTION = '3020';

/** The day on which the journeys take place, as the boxes of a date. */
const [year, month, day]: readonly [number, number, number] = [2026, 10, 26];
const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
const fiscalYear = month >= 4 ? year : year - 1;

async function fillDate(page: Page, label: string, boxes: { year: number; month: number; day: number }) {
  for (const [name, value] of [
    ['年', boxes.year],
    ['月', boxes.month],
    ['日', boxes.day],
  ] as const)
    await page.getByLabel(`${label} ${name}`, { exact: true }).fill(String(value));
}

const { url } = await ownCity();

describe('36協定、指定の周知、特例業務の届出', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('人事課が協定を入力し、法に合わない数字を直して登録すると、本人の上限に出る', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/departments`);
    await page.getByRole('link', { name: '36協定の台帳' }).click();
    await page.getByRole('heading', { level: 1, name: '36協定の台帳' }).waitFor();
    await page.getByRole('button', { name: '職種を登録する' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('職員番号').fill(LABORER);
    await dialog.getByRole('radio', { name: '単純労務職員' }).check();
    await fillDate(page, '始まりの日', { year, month, day: 1 });
    await dialog.getByLabel('理由').fill('給食の調理に従事');
    await dialog.getByRole('button', { name: '登録する', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('効力のある36協定がない職員が 1人います').waitFor();
    await looks(page, 'agreements-none');

    await page.getByRole('link', { name: '36協定を登録する', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '36協定を登録する' }).waitFor();
    await page.getByRole('combobox', { name: /^事業場/ }).selectOption(SECTION);
    await page.getByLabel('企業職員・単純労務職員の協定').check();
    await fillDate(page, '有効期間の始まり', { year: fiscalYear, month: 4, day: 1 });
    await fillDate(page, '有効期間の終わり', { year: fiscalYear + 1, month: 3, day: 31 });
    await fillDate(page, '1年の起算日', { year: fiscalYear, month: 4, day: 1 });
    await page.getByLabel(/時間外労働と休日労働の合計/).check();
    await page.getByLabel('時間外労働をさせる具体的事由').fill('行事の給食の準備');
    await page.getByLabel('業務の種類').fill('調理');
    await page.getByLabel('労働者数(人)').fill('1');
    await page.getByLabel('1日に延長できる時間').fill('3:00');
    await page.getByLabel('1箇月に延長できる時間').fill('50:00');
    await page.getByLabel('1年に延長できる時間').fill('300:00');
    await page.getByLabel('代表の氏名').fill('樋口 貴子');
    await page.getByLabel('代表の職名').fill('調理員');
    await page.getByLabel('選出の方法').fill('投票');
    await fillDate(page, '協定が成立した日', { year: fiscalYear, month: 3, day: 10 });
    await fillDate(page, '届け出た日', { year: fiscalYear, month: 3, day: 20 });
    await page.getByRole('link', { name: /の 50:00 は、法の上限 45:00 以下に収まりません/ }).waitFor();
    await looks(page, 'agreement-fault');
    await page.getByRole('button', { name: /登録する|保存する/ }).click();
    await page.getByRole('alert').getByText('入力を確かめてください').waitFor();
    await page.getByLabel('1箇月に延長できる時間').fill('30:00');
    await page.getByText('法の項目がそろっています。登録すると、効力のある協定になります。').waitFor();
    await page.getByRole('button', { name: '登録する', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '36協定の台帳' }).waitFor();
    await page.getByRole('rowheader', { name: /保険年金課/ }).waitFor();
    await looks(page, 'agreements');
    await context.close();

    const own = await sitDown(browser);
    await signIn(own.page, url, LABORER);
    await own.page.goto(`${url}/limits`);
    await own.page.getByText('36協定', { exact: true }).first().waitFor();
    await own.page.getByText(/30:00/).first().waitFor();
    await looks(own.page, 'limits-article36');
    await own.context.close();
  });

  test('指定を周知すると本人に届き、確認が人事課に見える', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await page.goto(`${url}/departments/designate?department=${SECTION}`);
    await page.getByRole('heading', { level: 1, name: '他律部署に指定する' }).waitFor();
    await fillDate(page, '始まる日', { ...next, day: 1 });
    await page.getByLabel('指定する理由').fill('制度の改正への対応');
    await page.getByText(/人に、期限までに周知できます/).waitFor();
    await looks(page, 'designate');
    await page.getByRole('button', { name: '指定する', exact: true }).click();
    await page.getByRole('link', { name: '保険年金課の周知と確認' }).waitFor();

    const clerk = await sitDown(browser);
    await signIn(clerk.page, url, CLERK);
    await clerk.page.goto(`${url}/`);
    await clerk.page.getByRole('button', { name: '確認した' }).waitFor();
    await looks(clerk.page, 'designation-told');
    await clerk.page.getByRole('button', { name: '確認した' }).click();
    await clerk.page.getByRole('button', { name: '確認した' }).waitFor({ state: 'detached' });
    await clerk.page.goto(`${url}/limits`);
    await clerk.page.getByText(/に確認しました/).waitFor();
    await clerk.context.close();

    await page.getByRole('link', { name: '保険年金課の周知と確認' }).click();
    await page.getByRole('heading', { level: 1, name: /指定の周知と確認/ }).waitFor();
    await page
      .getByRole('row', { name: /江藤 陽一/ })
      .getByText('確認済み')
      .waitFor();
    await looks(page, 'designation-notices');
    await context.close();
  });

  test('所属長の事前届出を、特例業務の命令が参照する', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HEAD);
    await page.goto(`${url}/section`);
    await page.getByRole('link', { name: '特例業務の届出' }).click();
    await page.getByRole('heading', { level: 1, name: /特例業務の届出/ }).waitFor();
    await page.getByRole('button', { name: '特例業務を届け出る' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('職員').selectOption({ label: '江藤 陽一' });
    await dialog.getByLabel('業務の内容').fill('大雪の後の相談窓口');
    await fillDate(page, '終わりの日', { year, month, day: new Date(Date.UTC(year, month, 0)).getUTCDate() });
    await dialog.getByLabel(`${month}月の見込み時間`).fill('20:00');
    await dialog.getByLabel('人員配置の状況').fill('3人で対応');
    await dialog.getByLabel('避けられない理由').fill('相談の期限がある');
    await dialog.getByLabel('縮減のためにすること').fill('ほかの係の応援');
    await dialog.getByText(/届出の 5 項目がそろっています/).waitFor();
    await expectAccessible(page);
    await picture(page, 'prior-notice-1280');
    await dialog.getByRole('button', { name: '届け出る', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('大雪の後の相談窓口').first().waitFor();

    await page.goto(`${url}/section/order`);
    await page.locator('#staff').selectOption(CLERK);
    await fillDate(page, '勤務する日', { year, month, day });
    await page.getByLabel('始まり').fill('20:00');
    await page.getByLabel('終わり').fill('21:00');
    await page.getByRole('radio', { name: '特例業務' }).check();
    await page.getByLabel('業務の内容').fill('相談窓口');
    await page.getByRole('button', { name: /命令する/ }).click();
    await page.getByRole('heading', { level: 1, name: '命令しました' }).waitFor();
    await context.close();

    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await hr.page.goto(`${url}/departments`);
    await hr.page.getByRole('link', { name: '特例業務の届出と命令' }).click();
    await hr.page.getByRole('heading', { level: 1, name: '特例業務の届出と命令' }).waitFor();
    await hr.page
      .getByRole('row', { name: /江藤 陽一.*相談窓口.*大雪の後の相談窓口/ })
      .first()
      .waitFor();
    await looks(hr.page, 'city-exceptional');
    await hr.context.close();
  });
});
