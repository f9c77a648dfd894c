import { describe, expect, test } from 'vitest';
import { fill, handIn } from './filling.ts';
import { beginMonth } from './month.ts';
import { HR, INSURANCE } from './people.ts';

const month = await beginMonth('2027-03-31T08:29:00+09:00');
const { head, director } = INSURANCE;

/** Three municipalities act at the start of the year; one city takes all three, and each is played by itself. */
describe('年度の初め', () => {
  test('人事課が宇治市、山形県、高知県の型をまとめて決める。年度が変わるまで何も届かない', async () => {
    await month.takes('宇治市', '山形県', '高知県');
    await month.notDue(head, '年次休暇等調書');
    await month.notDue(director, '事務事業見直し');
    await month.notDue(head, '業務効率化の効果の登録');
    await month.moveTo('2027-04-02T08:29:00+09:00');
  });

  test('宇治市: 前年度の分析と今年度の目標を職場会議で話し合い、調書を出して、人事課が聞き取る', async () => {
    const record = await month.due(head, /保険年金課: 様式を出す.*年次休暇等調書/);
    expect(await record.textContent()).toContain('期限 令和9年4月30日');
    expect(await month.mails(head, '年次休暇等調書')).toBe(1);
    await month.does(head, /保険年金課: 会議で検討する/, '窓口の当番を見直す');
    await (await month.due(head, /保険年金課: 様式を出す.*年次休暇等調書/))
      .getByRole('link', { name: /様式を開く/ })
      .click();
    const page = await month.at(head);
    const path = await handIn(
      page,
      {
        所属の平均取得日数: '11.5日',
        前年度の時間外勤務の分析: '6月と10月に国保係へ集まった',
        今年度の目標: '月45時間を超える職員をなくす',
        今年度の対策: '届出の多い月は、年金係から窓口に1人応援する',
        職場会議の開催日: '2027-04-02',
      },
      'uji-record',
    );
    await month.approve(HR, path, '人事課');
    await month.printed(head, path, 'uji-record');
    await month.settled(head, /年次休暇等調書/);
    // 人事課の、必要に応じて行うヒアリング。
    await month.due(head, /保険年金課: 聞き取る.*必要に応じて行うヒアリング/);
  });

  test('山形県: 部局が見直しを登録し、削減する時間が合計に入る。事業編と事務編は、部長と人事課の予定になる', async () => {
    await month.mails(director, '事務事業見直しの登録');
    await (await month.due(director, /市民生活部: 様式を出す.*事務事業見直し/))
      .getByRole('link', { name: /画面を開く/ })
      .click();
    await (await month.at(director)).waitForURL(/\/registers\/reviews\?year=2027/);
    const reviews = await month.open(head, '/registers/reviews?year=2027', '事務事業の見直し');
    await reviews.getByRole('link', { name: '見直しを加える' }).click();
    await reviews.getByLabel('名称', { exact: false }).first().fill('窓口の当番表');
    await reviews.getByRole('checkbox', { name: /③進め方/ }).check();
    await reviews.getByLabel('③進め方の内容').fill('当番を係ごとに決める');
    await reviews.getByLabel('見込み(時間)').fill('48:30');
    await reviews.getByRole('button', { name: '登録する' }).click();
    await reviews.getByRole('heading', { level: 1, name: '窓口の当番表' }).waitFor();
    await month.open(director, '/registers/reviews?year=2027', '事務事業の見直し');
    await (await month.at(director))
      .getByRole('row', { name: /窓口の当番表/ })
      .getByText('48:30')
      .waitFor();
    await month.printed(HR, '/registers/reviews?year=2027', 'yamagata-review');
    await month.does(director, /市民生活部: 様式を出す.*事務事業見直し/, '3課の見直しを登録した');
    await month.due(director, /市民生活部: 様式を出す.*部局重点取組内容/);
    await month.due(director, /市民生活部: 会議で検討する.*知事協議/);
  });

  test('高知県: 全職員の目標とDX推進員を定め、デジタル化の前後の時間を登録して、削減率が見える', async () => {
    await month.does(head, /保険年金課: 通知を送る.*DX推進員/, '課長補佐を指名した');
    await month.does(head, /保険年金課: 様式を出す.*全職員の業務効率改善目標/);
    expect(await month.mails(head, '業務効率化の効果の登録')).toBe(1);
    await (await month.due(head, /保険年金課: 様式を出す.*業務効率化の効果の登録/))
      .getByRole('link', { name: /画面を開く/ })
      .click();
    const page = await month.at(head);
    await page.waitForURL(/\/registers\/effects\?year=2027/);
    await page.getByRole('link', { name: '効果を加える' }).click();
    await page.getByLabel('業務名').fill('申請書の入力');
    await page.getByLabel('導入前(時間)').fill('39');
    await page.getByLabel('導入後に人が作業する(時間)').fill('4');
    await fill(page, { 使い始めた日: '2027-04-01' });
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByText('人作業削減率 89.7%').waitFor();
    await month.printed(HR, '/registers/effects?year=2027', 'kochi-effects');
    await month.does(head, /保険年金課: 様式を出す.*業務効率化の効果の登録/);
    await month.settled(HR, /業務効率化の効果の登録/);
  });
});
