import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, openBrowser, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
const MONTH = '2026-09';

type Point = { readonly staff: string; readonly name: string; readonly date: string };
type Section = {
  readonly department: string;
  readonly people: number;
  readonly path: string;
  readonly open: Readonly<Record<'missing' | 'discrepancy' | 'correction' | 'request' | 'result', number>>;
};

/** What the page is made of, as this person may read it. */
const answered = async <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json(), path) as Promise<T>;

const { url } = await ownCity();

describe('月の締め: 打刻漏れを直し、課を締め、給与に渡し、再開する', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('打刻漏れを本人が届け出て所属長が認め、課を締め、人事課がファイルを作り、理由を残して再開する', async () => {
    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await hr.page.getByRole('link', { name: '月の締め' }).first().click();
    await hr.page.getByRole('heading', { level: 1, name: '9月の締め' }).waitFor();
    await looks(hr.page, 'closing-city');

    // A section in which nothing but missing punches is open.
    const { sections } = await answered<{ sections: Section[] }>(hr.page, `/closing/months/${MONTH}`);
    const section = sections.find(
      ({ open, people }) => people > 1 && open.missing > 0 && open.discrepancy + open.request + open.result === 0,
    );
    expect(section, JSON.stringify(sections.map(({ path, open }) => ({ path, open })))).toBeDefined();
    const { department = '' } = section ?? {};
    await hr.page.goto(`${url}/closing/${MONTH}/${department}`);
    await hr.page.getByRole('heading', { level: 3, name: '打刻漏れ' }).waitFor();
    await looks(hr.page, 'closing-section-hr');
    const { checks } = await answered<{ checks: { key: string; points: Point[] }[] }>(
      hr.page,
      `/sections/${department}/closing/${MONTH}`,
    );
    const points = checks.find(({ key }) => key === 'missing')?.points ?? [];

    const { rows } = await answered<{ rows: { person: { staff: string; managerial: boolean; department: string } }[] }>(
      hr.page,
      `/sections/${department}/months/${MONTH}`,
    );
    const head = rows.find(({ person }) => person.managerial && person.department === department)?.person.staff ?? '';
    expect(points.map(({ staff }) => staff)).not.toContain(head);

    // Each person reports the time at which they left.
    for (const { staff, date } of points) {
      const own = await sitDown(browser);
      await signIn(own.page, url, staff);
      await own.page.goto(`${url}/corrections/new?date=${date}&kind=punch`);
      await own.page.getByLabel('退勤').fill('17:20');
      await own.page.getByLabel('わけ').fill('打刻を忘れました');
      await own.page.getByRole('button', { name: '届け出る' }).click();
      await own.page
        .getByText(/届け出ました/)
        .first()
        .waitFor();
      await own.context.close();
    }

    // The head finds it on the way from the section's month, accepts it, and closes.
    const chief = await sitDown(browser);
    await signIn(chief.page, url, head);
    await chief.page.goto(`${url}/section/today`);
    await chief.page.getByRole('heading', { level: 1, name: /課の今日/ }).waitFor();
    await looks(chief.page, 'closing-section-today');
    await chief.page.goto(`${url}/section`);
    await chief.page.getByRole('link', { name: '月の締め' }).click();
    await chief.page.getByRole('heading', { level: 1, name: /9月の締め/ }).waitFor();
    expect(await chief.page.getByRole('button', { name: '9月を締める' }).count()).toBe(0);
    await looks(chief.page, 'closing-section-open');
    await chief.page
      .getByRole('link', { name: /を処理する$/ })
      .first()
      .click();
    const decide = chief.page.getByRole('button', { name: '届け出を確かめて決める' });
    await decide.first().waitFor();
    for (let left = await decide.count(); left > 0; left -= 1) {
      await decide.first().click();
      const dialog = chief.page.getByRole('dialog');
      await dialog.getByRole('button', { name: '認める', exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await expect.poll(() => decide.count(), { timeout: 30_000 }).toBe(left - 1);
    }
    await expect
      .poll(
        async () => {
          await chief.page.goto(`${url}/section/${department}/closing/${MONTH}`);
          await chief.page.getByRole('heading', { level: 1, name: /9月の締め/ }).waitFor();
          return chief.page.getByRole('button', { name: '9月を締める' }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await looks(chief.page, 'closing-section-ready');
    await chief.page.getByRole('button', { name: '9月を締める' }).click();
    await chief.page.getByRole('heading', { name: '9月は締め済みです' }).waitFor();
    await looks(chief.page, 'closing-section-closed');

    // What is closed is refused in clear words, and the head asks for it to be opened again.
    const [{ staff = '', date = '' } = {}] = points;
    const own = await sitDown(browser);
    await signIn(own.page, url, staff);
    await own.page.goto(`${url}/corrections/new?date=${date}&kind=punch`);
    await own.page.getByLabel('退勤').fill('18:20');
    await own.page.getByLabel('わけ').fill('時刻を間違えました');
    await own.page.getByRole('button', { name: '届け出る' }).click();
    await own.page.getByText('締め済みの月です').first().waitFor();
    await own.context.close();
    await chief.page.getByRole('button', { name: '再開を依頼する' }).click();
    const asking = chief.page.getByRole('dialog');
    await asking.getByRole('button', { name: '再開を依頼する' }).click();
    await asking.getByText('再開を依頼する理由を入力してください').waitFor();
    await asking.getByLabel('再開を依頼する理由').fill('退勤の時刻に誤りがあったため');
    await asking.getByRole('button', { name: '再開を依頼する' }).click();
    await asking.waitFor({ state: 'hidden' });
    await chief.context.close();

    // 人事課 makes the file for payroll, and opens the month again.
    await hr.page.goto(`${url}/reports`);
    await hr.page.getByRole('link', { name: 'ファイルを作る・見る' }).click();
    await hr.page.getByRole('button', { name: '全員のファイルを作る' }).click();
    await hr.page.getByText(/給与連携_2026-09_未確定.csv を作りました/).waitFor();
    const saved = hr.page.waitForEvent('download');
    await hr.page.getByRole('link', { name: '給与連携_2026-09_未確定.csv' }).first().click();
    expect((await saved).suggestedFilename()).toBe('給与連携_2026-09_未確定.csv');
    await looks(hr.page, 'closing-pay');
    await hr.page.getByRole('link', { name: 'レイアウトを見る・変える' }).click();
    const layout = hr.page.getByLabel('レイアウト(YAML)');
    await layout.waitFor();
    await layout.fill((await layout.inputValue()).replace('gives: name', 'gives: namae'));
    await hr.page.getByText('直すところが 1か所あります').waitFor();
    await layout.fill((await layout.inputValue()).replace('gives: namae', 'gives: kana'));
    await hr.page.getByText('一人を1行に書きます。').waitFor();
    await looks(hr.page, 'closing-pay-layout');

    await hr.page.goto(`${url}/closing/${MONTH}`);
    await hr.page.getByText('再開の判断待ち').first().waitFor();
    await hr.page.goto(`${url}/closing/${MONTH}/${department}`);
    await hr.page.getByText('退勤の時刻に誤りがあったため').waitFor();
    await hr.page.getByRole('button', { name: '再開する' }).click();
    const reopening = hr.page.getByRole('dialog');
    await reopening.getByLabel('再開する理由').fill('退勤の時刻の訂正');
    await reopening.getByRole('button', { name: '再開する' }).click();
    await reopening.waitFor({ state: 'hidden' });
    await hr.page.getByText(/退勤の時刻の訂正/).waitFor();
    await looks(hr.page, 'closing-reopened');
    await hr.context.close();

    const auditor = await sitDown(browser);
    await signIn(auditor.page, url, 'auditor');
    await auditor.page.goto(`${url}/journal`);
    await auditor.page.getByText('締めた月の再開').first().waitFor();
    await auditor.page.getByText('給与連携のファイルの作成').first().waitFor();
    await auditor.context.close();
  });
});
