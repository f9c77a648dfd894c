import { describe, expect, test } from 'vitest';
import { handIn } from './filling.ts';
import { GENERAL } from './general-affairs.ts';
import { beginMonth } from './month.ts';
import { HR, INSURANCE, VICE_MAYOR, WEEK } from './people.ts';

const month = await beginMonth();
const { head, director, miura } = INSURANCE;

describe('座間市のひと月', () => {
  test('45時間を超えた課が検証結果報告書を出し、副市長まで決裁し、全職員の状況報告書も届く', async () => {
    await month.takes('座間市');
    await month.overtime(miura, INSURANCE, WEEK, { until: '22:15' });
    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(miura.staff, WEEK, '22:19');
    await month.confirmed(head);
    await month.notDue(head, '時間外勤務検証結果報告書');

    // 月が明けると、所属長に2つの様式が届く。本人は、この様式を知らされない。
    await month.moveTo('2026-11-02T08:29:00+09:00');
    const review = await month.due(head, '時間外勤務検証結果報告書');
    expect(await review.textContent()).toContain(`${miura.name} 月の時間外勤務 46:20`);
    expect(await review.textContent()).toContain('期限 令和8年11月30日');
    expect(await month.mails(head, '時間外勤務検証結果報告書')).toBe(1);
    expect(month.wrote(miura.staff, '検証結果報告書')).toBe(false);
    await review.getByRole('link', { name: /様式を開く/ }).click();
    const page = await month.at(head);
    const path = await handIn(
      page,
      {
        時間外勤務の業務内容: '届出の審査',
        上限時間等を超えた理由: '法の改正で、10月のうちに審査を終える必要があった',
        '今後の対応方法、改善策': '審査を2係で分け、毎日の残りを終礼で確かめる',
      },
      'zama-review',
    );
    // 市民部には次長がいない: 欄に「欠」と入り、止まらない。総務部の役職は、それぞれ就いている人が承認する。
    await page.getByText('欠(就いている人がいないため、次へ進みました)').waitFor();
    await month.approve(director, path, '部(局・室)長');
    const office = await month.open(HR, path);
    expect(await office.getByRole('button', { name: /として承認する/ }).count()).toBe(0);
    await month.approve(GENERAL.pay, path, '給与厚生係');
    await month.approve(HR, path, '人事研修係');
    await month.approve(GENERAL.personnel, path, '職員課長');
    await month.approve(GENERAL.director, path, '総務部長');
    await month.approve(VICE_MAYOR, path, '副市長');
    await month.printed(head, path, 'zama-review');
    await page
      .getByText(/^西園 修 令和8年11月2日/)
      .first()
      .waitFor();
    await month.settled(head, '時間外勤務検証結果報告書');
    // 紙で受け取る際に、職員課が直接聞き取る。
    await month.does(HR, /保険年金課: 聞き取る.*直接の状況の聞き取り/, '審査を2係で分けることを確かめた');

    await (await month.due(head, '時間外勤務状況報告書')).getByRole('link', { name: /様式を開く/ }).click();
    const monthly = await handIn(page, {}, 'zama-monthly');
    await month.approve(HR, monthly, '職員課');
    await month.printed(HR, monthly, 'zama-monthly');

    // 効果: 人事課の一覧で、決裁の済んだ課が分かる。
    for (const form of ['zama-review', 'zama-monthly']) {
      const list = await month.open(HR, `/forms?month=2026-10&form=${form}`, '様式');
      await list
        .getByRole('row', { name: /保険年金課/ })
        .getByText('受理')
        .waitFor();
    }
  });
});
