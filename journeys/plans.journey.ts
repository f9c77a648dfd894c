import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, looks, openBrowser, picture, sits, titled } from './browser.ts';
import { ownCity } from './own-city.ts';

/** 危機管理課長, 管財課長, 人事課, 職員組合. */
const [HEAD, SUPPORTER, HR, UNION] = ['100019', '100025', '100012', 'union'];

const { url } = await ownCity();

describe('計画・実行・確認・改善の一回り', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('先月の対策が計画に入り、組合が承認し、人事課が受け取ると、対策の予定が済みになる', async () => {
    // 所属長: 前年同月と今月の見込みから作られた下書きに、先月の報告書の対策が入っている。
    const head = await sits(browser, url, HEAD);
    await head.goto(`${url}/section`);
    // Beside it 期限とお知らせ may name the plan, too.
    await head.getByRole('link', { name: '時間外勤務実施計画書', exact: true }).click();
    await titled(head, '時間外勤務実施計画書');
    await head.getByText('前年同月と今月の見込みから作った下書き(未保存)').waitFor();
    const carried = head.getByRole('region', { name: 'この計画に入れる対策' });
    await carried.getByText('台風の後の被害の集計を、係の全員で日を決めて行う').waitFor();
    await looks(head, 'plan-draft');
    const hours = head.getByLabel('時間', { exact: true }).first();
    await hours.fill('x');
    await head.getByRole('button', { name: '下書きを保存する' }).click();
    await head
      .getByRole('alert')
      .getByText(/の時間を 30:00 の形で入力してください/)
      .waitFor();
    await expectAccessible(head);
    await hours.fill('20:00');
    for (const work of await head.getByLabel('業務', { exact: true }).all())
      if ((await work.inputValue()) === '') await work.fill('災害記録の整理');
    await head.getByRole('button', { name: '下書きを保存する' }).click();
    await head.getByRole('button', { name: '承認して職員組合に回す' }).click();
    await head.getByText('職員組合の承認待ち').waitFor();

    // 職員組合: 回ってきた計画だけが見える。
    const union = await sits(browser, url, UNION);
    await titled(union, '計画の承認');
    await looks(union, 'union-list');
    await union.getByRole('link', { name: /危機管理課 令和8年11月分/ }).click();
    await titled(union, '時間外勤務実施計画書');
    expect(await union.getByText('前年同月').count()).toBe(0);
    await union.getByText('応援制度の職員を2人頼む').waitFor();
    await looks(union, 'union-plan');
    await union.getByRole('button', { name: '職員組合として承認する' }).click();
    await union.getByText('人事課の受取り待ち').waitFor();
    await union.goto(`${url}/section/2020/plans/2026-11`);
    await union.getByText('この画面や操作を使う権限がありません').waitFor();

    // 人事課: 一覧から開いて受け取ると、対策の予定が済みになる。
    const hr = await sits(browser, url, HR);
    await hr.goto(`${url}/measures`);
    await hr.getByRole('link', { name: '実施計画書の一覧' }).click();
    await titled(hr, '実施計画書の一覧');
    await hr
      .getByRole('row', { name: /危機管理課/ })
      .getByText('人事課の受取り待ち')
      .waitFor();
    await looks(hr, 'plans-of-month');
    await hr.getByRole('link', { name: '危機管理課' }).click();
    await hr.getByRole('button', { name: '受け取る' }).click();
    await hr.getByText('受取り済み').first().waitFor();
    await expect
      .poll(
        async () => {
          await hr.goto(`${url}/dues`);
          await hr.getByRole('button', { name: '済んだものを表示する' }).click();
          await hr.waitForLoadState('networkidle');
          return hr.getByText(/計画書の受取り/).count();
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    await hr.goto(`${url}/measures/plans/2026-10`);
    await hr
      .getByRole('region', { name: '計画を超えた職員' })
      .getByText(/計画 \d+:\d\d \/ 実績 \d+:\d\d/)
      .first()
      .waitFor();
    await looks(hr, 'plans-running');
  });

  test('終礼でまとめて命令し、応援の時間を確かめ、対策の効果を見る', async () => {
    const head = await sits(browser, url, HEAD);
    // 終礼: 余裕のある申請をまとめて命令する。
    await head.goto(`${url}/section`);
    await head.getByRole('link', { name: '終礼' }).click();
    await titled(head, '終礼');
    await head.getByRole('region', { name: '今日の申請' }).getByRole('listitem').first().waitFor();
    await looks(head, 'daily-close');
    const order = head.getByRole('button', { name: /^選んだ \d+件を命令する$/ });
    const chosen = Number((await order.textContent())?.replace(/\D/g, ''));
    expect(chosen).toBeGreaterThan(0);
    await order.click();
    await expect
      .poll(() => head.getByRole('region', { name: '今日残る人' }).getByRole('listitem').count())
      .toBeGreaterThanOrEqual(chosen);

    // 応援: 依頼、管財課の申出、受入れ、時間の記録と確認。
    await head.goto(`${url}/support`);
    await titled(head, '応援');
    await head.getByRole('button', { name: '応援を依頼する' }).click();
    const ask = head.getByRole('dialog');
    await ask.getByRole('button', { name: '依頼する', exact: true }).click();
    await ask.getByText('手伝ってほしい業務を入力してください').waitFor();
    await expectAccessible(head);
    await ask.getByLabel(/手伝ってほしい業務/).fill('罹災証明の窓口の案内');
    await ask.getByLabel(/^人数/).fill('2');
    await ask.getByRole('button', { name: '依頼する', exact: true }).click();
    await ask.waitFor({ state: 'hidden' });
    const supporter = await sits(browser, url, SUPPORTER);
    await supporter.goto(`${url}/support`);
    await supporter.getByRole('button', { name: '課として登録する' }).click();
    const register = supporter.getByRole('dialog');
    await register.getByLabel(/手伝えること/).fill('窓口の案内、封入');
    await register.getByRole('button', { name: '登録する', exact: true }).click();
    await register.waitFor({ state: 'hidden' });
    await supporter.getByLabel('人数').fill('2');
    await supporter.getByRole('button', { name: /に応援を申し出る$/ }).click();
    await supporter.getByText('受入れ待ち').waitFor();
    await head.reload();
    await head.getByRole('button', { name: '管財課の応援を受け入れる' }).click();
    await head.getByText('応援が決まった').waitFor();
    await supporter.reload();
    await supporter.getByRole('button', { name: '管財課の応援した時間を記録する' }).click();
    const enter = supporter.getByRole('dialog');
    await enter.getByLabel(/^時間/).fill('6:00');
    await expectAccessible(supporter);
    await enter.getByRole('button', { name: '記録する', exact: true }).click();
    await enter.waitFor({ state: 'hidden' });
    await head.reload();
    await head.getByRole('button', { name: '管財課の応援した時間を確認する' }).click();
    await head.getByText('6:00(確認済み)').waitFor();
    await looks(head, 'support');
    await head.getByRole('link', { name: '応援した時間を見る' }).click();
    await titled(head, '応援した時間');
    await head.getByText('6:00').first().waitFor();
    await looks(head, 'support-sums');

    // 効果: 前の計画の対策の結果と、前後の時間。
    await head.goto(`${url}/section/1030/plans/2026-11`);
    const effects = head.getByRole('region', { name: '前の計画の対策と、前後の時間' });
    await effects.getByRole('button', { name: '③登録型応援制度又は“わくわく”の活用の結果を記録する' }).click();
    const settle = head.getByRole('dialog');
    await settle.getByRole('radio', { name: '行った', exact: true }).check();
    await settle.getByLabel(/わかったこと/).fill('封入の2日分を任せられた');
    await settle.getByRole('button', { name: '記録する', exact: true }).click();
    await settle.waitFor({ state: 'hidden' });
    const row = effects.getByRole('row', { name: /訓練の案内の封入と発送/ });
    await row.getByText('封入の2日分を任せられた').waitFor();
    expect(await row.getByRole('cell').nth(1).textContent()).toMatch(/8月 \d+:\d\d/);
    expect(await row.getByRole('cell').nth(2).textContent()).toMatch(/10月 \d+:\d\d/);
    await head.getByRole('button', { name: '報告書の対策を入力する' }).click();
    await expectAccessible(head);
    await picture(head, 'report-measures-1280');
    await head.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
    await looks(head, 'plan-effect');
    await head.goto(`${url}/section/1030/plans/2026-10`);
    await head.getByRole('region', { name: '計画と実績' }).waitFor();
    await looks(head, 'plan-running');
  });
});
