import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, openBrowser, signIn, sitDown } from './browser.ts';
import { ownCity } from './own-city.ts';

const HR = '100012';
/** 保険年金課長. */
const HEAD = '100084';
const DATE = '2026-10-21';
const LABEL = '10月21日(水)';
/** How much longer the PC was in use than the card says: over the threshold of 0:30, not above the grave 1:00. */
const LONGER = 40;

type Day = { date: string; state: string; lastOut: number | null; discrepancy: number; spans: { until: number }[] };
type Month = { days: Day[]; standing: { overtime: number; remaining: number | null } | null };
type Person = { staff: string; name: string; managerial: boolean };

const hm = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** A person who left by the card that day, with nothing open on it. */
type Leaving = Person & { readonly out: number };

const { url } = await ownCity();

describe('差異: PCの記録が退勤より遅い日を、本人に聞き、所属長が確かめ、合計と統計に出る', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const ask = async <T>(page: Page, path: string): Promise<T> => {
    const answer = await page.request.get(`${url}/api/v1${path}`);
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as T;
  };
  const monthOf = (page: Page, staff: string) => ask<Month>(page, `/staff/${staff}/months/2026-10`);

  /** Two people of the head's section whose day shows nothing to be asked. */
  async function findTwo(page: Page): Promise<[Leaving, Leaving]> {
    const me = await ask<{ sections: { department: string }[] }>(page, '/me');
    const section = await ask<{ rows: { person: Person }[] }>(
      page,
      `/sections/${me.sections[0]?.department}/months/2026-10`,
    );
    const found: Leaving[] = [];
    for (const { person } of section.rows) {
      if (person.managerial) continue;
      const day = (await monthOf(page, person.staff)).days.find(({ date }) => date === DATE);
      const out = day?.lastOut ?? null;
      if (day?.state !== 'classified' || out === null || day.discrepancy > 0) continue;
      if (day.spans.every(({ until }) => until <= out)) found.push({ ...person, out });
      if (found.length === 2) break;
    }
    const [first, second] = found;
    if (first === undefined || second === undefined) throw new Error('nobody of the section left by the card that day');
    return [first, second];
  }

  /** Opens the page until what is looked for is there: the comparison follows the file within a minute. */
  const comes = (page: Page, address: string, text: RegExp | string) =>
    expect
      .poll(
        async () => {
          await page.goto(address);
          await page.getByRole('heading', { level: 1 }).first().waitFor();
          return page.getByText(text).filter({ visible: true }).count();
        },
        { timeout: 150_000, interval: 3_000 },
      )
      .toBeGreaterThan(0);

  async function takeLog(page: Page, people: readonly Leaving[]): Promise<void> {
    const lines = people.map(({ staff, out }) => `${staff},2026/10/21 ${hm(out + LONGER)}:00,7002,PC-${staff}`);
    const file = Buffer.from(`職員番号,日時,イベントID,端末\n${lines.join('\n')}\n`);
    await page.goto(`${url}/imports`);
    await page.getByLabel(/^何のファイルか/).selectOption('pc-log');
    await page.getByLabel(/^ファイル/).setInputFiles({ name: 'PC.csv', mimeType: 'text/csv', buffer: file });
    await page.getByRole('button', { name: '中身を確かめる' }).click();
    await page.getByRole('button', { name: '2行を取り込む' }).click();
    await page.getByText('2行を取り込みました').waitFor();
  }

  test('勤務は補正されて合計と残り時間が変わり、勤務でない日は根拠とともに閉じ、統計に両方が出る', {
    timeout: 400_000,
  }, async () => {
    const head = await sitDown(browser);
    await signIn(head.page, url, HEAD);
    const [worker, student] = await findTwo(head.page);
    const before = await monthOf(head.page, worker.staff);

    const hr = await sitDown(browser);
    await signIn(hr.page, url, HR);
    await takeLog(hr.page, [worker, student]);

    // 本人: 「今日」でたずねられ、勤務していたと届け出る。
    const first = await sitDown(browser);
    await signIn(first.page, url, worker.staff);
    await comes(first.page, `${url}/`, new RegExp(`${LABEL.replace(/[()]/g, '\\$&')} 退勤の記録の後`));
    await first.page.getByRole('link', { name: `${LABEL} 理由を届け出る` }).click();
    await first.page.getByRole('heading', { level: 1, name: '差異の理由を届け出る' }).waitFor();
    await first.page.getByText('在庁とした記録').waitFor();
    await first.page.getByRole('button', { name: '届け出る' }).click();
    await first.page.getByRole('link', { name: '勤務していたかどうかを選んでください' }).waitFor();
    await first.page.getByRole('radio', { name: '勤務していた', exact: false }).first().check();
    await first.page.getByLabel('していたこと', { exact: false }).last().fill('窓口の片付けと日報の記入');
    await looks(first.page, 'differences-answer');
    await first.page.getByRole('button', { name: '届け出る' }).click();
    await first.page.getByRole('heading', { name: '届け出ました' }).waitFor();
    await first.context.close();

    // もう一人は、勤務ではなかったと届け出る。
    const second = await sitDown(browser);
    await signIn(second.page, url, student.staff);
    await second.page.goto(`${url}/corrections/new?date=${DATE}&kind=discrepancy`);
    await second.page.getByRole('radio', { name: '勤務ではなかった', exact: false }).check();
    await second.page.getByLabel('していたことの種類').selectOption('selfStudy');
    await second.page.getByLabel('していたこと', { exact: false }).last().fill('資格の学習');
    await second.page.getByRole('button', { name: '届け出る' }).click();
    await second.page.getByRole('heading', { name: '届け出ました' }).waitFor();
    await second.context.close();

    // 所属長: 一人は勤務と認め、一人は根拠を書いて勤務でないと確かめる。
    const decide = async (name: string) => {
      await head.page.goto(`${url}/section/questions`);
      const row = head.page.getByRole('row', { name: new RegExp(name) }).filter({ hasText: LABEL });
      await row.getByRole('button', { name: '確かめて決める' }).click();
      return head.page.getByRole('dialog');
    };
    const agreed = await decide(worker.name);
    await agreed.getByText('勤務していた', { exact: false }).first().waitFor();
    await looks(head.page, 'differences-decide');
    await agreed.getByRole('button', { name: '決める' }).click();
    await agreed.waitFor({ state: 'hidden' });
    const not = await decide(student.name);
    await not.getByRole('button', { name: '決める' }).click();
    await not.getByText('確かめた根拠を入力してください').waitFor();
    await not.getByLabel('確かめた根拠').fill('講座の申込みで確かめた');
    await not.getByRole('button', { name: '決める' }).click();
    await not.waitFor({ state: 'hidden' });
    await head.page.goto(`${url}/section/questions`);
    await head.page.getByRole('heading', { level: 1, name: '差異の確認' }).waitFor();
    await looks(head.page, 'differences-questions');

    // 月の合計と、上限までの残りが変わる。
    await expect
      .poll(async () => (await monthOf(head.page, worker.staff)).standing?.overtime, { timeout: 20_000 })
      .toBe((before.standing?.overtime ?? 0) + LONGER);
    const after = await monthOf(head.page, worker.staff);
    if (before.standing?.remaining != null && before.standing.remaining >= LONGER) {
      expect(after.standing?.remaining).toBe(before.standing.remaining - LONGER);
    }
    await head.page.goto(`${url}/staff/${worker.staff}/months/2026-10`);
    await head.page
      .getByText(hm(after.standing?.overtime ?? 0))
      .filter({ visible: true })
      .first()
      .waitFor();

    // 所属長は自分の課だけ、人事課は全庁の状況を見る。
    await head.page.goto(`${url}/section/questions`);
    await head.page.getByRole('link', { name: /差異の状況/ }).click();
    await head.page.getByRole('heading', { level: 1, name: '差異の状況' }).waitFor();
    await head.page.getByRole('heading', { name: '自分の課', exact: true }).waitFor();
    await head.context.close();
    await hr.page.goto(`${url}/city`);
    await hr.page.getByRole('link', { name: '差異の状況' }).click();
    const own = hr.page.getByRole('row', { name: /保険年金課/ });
    await own.waitFor();
    const told = await ask<{
      sections: { name: string; corrected: number; correctedMinutes: number; notWork: number }[];
    }>(hr.page, '/differences/months/2026-10');
    expect(told.sections.find(({ name }) => name === '保険年金課')).toMatchObject({
      corrected: 1,
      correctedMinutes: LONGER,
      notWork: 1,
    });
    await own.getByText(hm(LONGER), { exact: true }).first().waitFor();
    await looks(hr.page, 'differences-month');
    const download = hr.page.waitForEvent('download');
    await hr.page.getByRole('link', { name: 'CSVで保存する' }).click();
    expect((await download).suggestedFilename()).toBe('差異の状況_2026-10.csv');
    await hr.context.close();
  });

  test('人事課は申告の点検を見て、実態調査と説明を登録する', async () => {
    const { page, context } = await sitDown(browser);
    await signIn(page, url, HR);
    await comes(page, `${url}/declarations`, /人月を調べました/);
    await looks(page, 'declarations');
    await page.getByRole('button', { name: '調査を登録する', exact: true }).first().click();
    const survey = page.getByRole('dialog');
    await survey.getByRole('button', { name: '登録する' }).click();
    await survey.getByText('調べた課を選んでください').waitFor();
    await survey.getByLabel('調べた課').selectOption({ label: '保険年金課' });
    await survey.getByLabel('分かったこと').fill('係ごとに聞き取り、PCの記録と比べた');
    await survey.getByLabel('その後にすること').fill('差異のある日を補正する');
    await looks(page, 'declarations-survey');
    await survey.getByRole('button', { name: '登録する' }).click();
    await survey.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: /保険年金課.*係ごとに聞き取り/ }).waitFor();

    await page.getByRole('button', { name: '説明を登録する' }).click();
    const explanation = page.getByRole('dialog');
    await explanation.getByLabel('課').selectOption({ label: '保険年金課' });
    await explanation.getByText('欠席した人').waitFor();
    await explanation.getByRole('checkbox').first().check();
    await explanation.getByLabel('資料').fill('勤務時間の適正な把握の手引');
    await looks(page, 'declarations-explanation');
    await explanation.getByRole('button', { name: '登録する' }).click();
    await explanation.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: /申告する職員.*保険年金課/ }).waitFor();
    await context.close();

    const auditor = await sitDown(browser);
    await signIn(auditor.page, url, 'auditor');
    await auditor.page.goto(`${url}/journal`);
    await auditor.page.getByText('申告の実態調査').first().waitFor();
    await auditor.page.goto(`${url}/declarations`);
    await auditor.page.getByRole('heading', { level: 1, name: '申告の点検' }).waitFor();
    expect(await auditor.page.getByRole('button', { name: '調査を登録する' }).count()).toBe(0);
    await auditor.context.close();
  });
});
