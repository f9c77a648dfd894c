import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectAccessible, openBrowser, picture, signIn, sitDown, type Width } from './browser.ts';
import { ownCity } from './own-city.ts';

/** Every page, by who opens it. */
const people: readonly { readonly who: string; readonly login: string; readonly paths: readonly string[] }[] = [
  {
    who: '職員',
    login: '100090',
    paths: [
      '/',
      '/month/2026-10',
      '/month/2026-09',
      '/overtime',
      '/overtime/new',
      '/corrections/new?date=2026-10-23&kind=punch',
      '/limits',
      '/staff/me/months/2026-10/why',
      '/dues',
      '/notices',
      '/notices/settings',
      '/password',
    ],
  },
  {
    who: '所属長',
    login: '100084',
    paths: [
      '/section',
      '/section/3020/months/2026-09',
      '/section/today',
      '/section/decisions',
      '/section/questions',
      '/section/order',
      '/mandates',
      '/mandates/new',
      '/on-behalf',
      '/dues',
      '/notices',
      '/notices/settings',
      '/staff/100093',
    ],
  },
  {
    who: '人事課',
    login: '100012',
    paths: [
      '/city',
      '/city/2026-09',
      '/city/2026-10/limits',
      '/city/2026-10/staff',
      '/staff?q=佐',
      '/staff/100044',
      '/staff/100233',
      '/staff/100023/months/2026-09/why',
      '/staff/100044/months/2026-10',
      '/departments',
      '/departments/designate',
      '/mandates',
      '/measures',
      '/measures/edit?presets=yokohama,nerima',
      '/dues',
      '/imports',
      '/reports',
      '/reports/saga-1?month=2026-09',
      '/reports/saga-2?month=2026-09',
      '/settings',
    ],
  },
  { who: '副市長', login: 'executive', paths: ['/city', '/measures', '/dues'] },
  { who: '監査', login: 'auditor', paths: ['/journal', '/departments'] },
  { who: '情報システム担当', login: 'admin', paths: ['/devices', '/imports'] },
];

const { url } = await ownCity();

describe.each([1280, 375] as const satisfies readonly Width[])('幅 %d px のすべての画面', (width) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(people)('$who の画面に axe の指摘がなく、横にはみ出さない', async ({ who, login, paths }) => {
    const { page, context } = await sitDown(browser, width);
    await signIn(page, url, login);
    for (const path of paths) {
      await page.goto(`${url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${who}${path.replace(/[^\p{L}\p{N}]+/gu, '_')}-${width}`);
    }
    await context.close();
  });

  test('ログインの画面に axe の指摘がない', async () => {
    const { page, context } = await sitDown(browser, width);
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('職員番号').waitFor();
    await expectAccessible(page);
    await picture(page, `sign-in-${width}`);
    await context.close();
  });
});
