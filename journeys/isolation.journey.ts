import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, signIn, sitDown } from './browser.ts';
import { tokimori } from './installation.ts';
import { ownCity } from './own-city.ts';

const HEAD = '100084';
/** 小室町: a second municipality on the same installation; its code lies in the unassigned range 99. */
const SECOND = '993018';
const PARAMETERS = `municipality: { code: '${SECOND}', name: 小室町 }
versions:
  - effectiveFrom: '2019-04-01'
    parameters:
      yearStartMonth: 4
      dayBoundary: '5:00'
      allotment: { hours: { from: '8:30', until: '17:15' }, breaks: [{ from: '12:00', until: '13:00' }] }
      weeklyDaysOff: [0, 6]
      yearEndClosing: { from: '12-29', through: '01-03' }
      anniversaries: []
      discrepancyThreshold: '0:30'
      exceptionalCategories: [exceptional, disaster, infection]
      monthlyGuideline: null
      nearPercent: 80
      restTarget: '11:00'
      externallyDrivenWarnPercent: 50
      monthCloseDay: 5
      requestDeadline: '17:15'
`;

const installation = await ownCity();
const { url } = installation;

describe('見てはならないものは見えない', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('所属長には、ほかの課も、ほかの課の職員も見えない', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HEAD);
    await page.goto(`${url}/section/2020/months/2026-10`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('福井 春香').count()).toBe(0);
    await page.goto(`${url}/staff/100044`);
    await page.getByRole('alert').waitFor();
    for (const path of [
      '/staff/100044/history',
      '/staff/100044/months/2026-10',
      '/sections/2020/today',
      '/city/months/2026-10',
      '/journal',
    ]) {
      const answer = await page.request.get(`${url}/api/v1${path}`);
      expect([403, 404], path).toContain(answer.status());
      expect(await answer.text(), path).not.toContain('福井');
    }
    const found = await page.request.get(`${url}/api/v1/staff?search=${encodeURIComponent('福井')}`);
    expect(await found.json()).toEqual({ people: [] });
    await context.close();
  });

  test('ひとつの団体から、ほかの団体のものは何も見えない', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'tokimori-second-')), 'komuro.yaml');
    writeFileSync(file, PARAMETERS);
    tokimori(installation, 'municipality', file);
    const said = tokimori(
      installation,
      'account',
      'komuro-hr',
      '--municipality',
      SECOND,
      '--roles',
      'hr,auditor',
      '--name',
      '小室町 総務課',
    );
    const password = /仮のパスワード: (\S+)/.exec(said)?.[1];
    expect(password).toBeDefined();
    const { page, context } = await sitDown(browser);
    await signIn(page, url, 'komuro-hr', { password: password ?? '', municipality: SECOND });
    await page.getByRole('heading', { level: 1, name: /パスワード/ }).waitFor();
    await page.getByLabel('いまのパスワード').fill(password ?? '');
    await page
      .getByLabel(/^新しいパスワード/)
      .first()
      .fill('komuro-no-nagai-aikotoba');
    await page.getByLabel(/もう一度/).fill('komuro-no-nagai-aikotoba');
    await page.getByRole('button', { name: /変更する/ }).click();
    await page.getByRole('heading', { name: 'パスワードを変更しました' }).waitFor();
    await page.goto(`${url}/city`);
    await page.getByRole('heading', { level: 1, name: '全庁の時間外勤務' }).waitFor();
    expect(await page.getByText('保険年金課').count()).toBe(0);
    for (const path of ['/staff/100044/history', '/staff/100044/months/2026-10', '/sections/3020/months/2026-10']) {
      const answer = await page.request.get(`${url}/api/v1${path}`);
      expect([403, 404], path).toContain(answer.status());
    }
    const found = await page.request.get(`${url}/api/v1/staff?search=${encodeURIComponent('福井')}`);
    expect(await found.json()).toEqual({ people: [] });
    const journal = await page.request.get(`${url}/api/v1/journal`);
    expect(await journal.text()).not.toContain('1000');
    await context.close();
  });
});
