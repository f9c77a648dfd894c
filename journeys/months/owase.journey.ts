import { describe, expect, test } from 'vitest';
import { fill, handIn } from './filling.ts';
import { GENERAL } from './general-affairs.ts';
import { beginMonth } from './month.ts';
import { FINANCE, HR, INSURANCE, VICE_MAYOR, WEEK } from './people.ts';

const month = await beginMonth();
const { fukui } = FINANCE;
/** 樋口 貴子 of 保険年金課 has worked a few hours so far. */
const HIGUCHI = { staff: '100085', name: '樋口 貴子' };

describe('尾鷲市のひと月', () => {
  test('20時間と60時間を超える見込みの段階で、伺書と調書が副市長まで上がる', async () => {
    await month.takes('尾鷲市');
    // 副市長に職員番号はない。自分のアドレスを届けると、決裁の待ちがメールで届く。
    const viceMayor = await month.open(VICE_MAYOR, '/notices/settings', 'お知らせの設定');
    await viceMayor.getByLabel('メールを受け取るアドレス').fill('executive@miushio.example');
    await viceMayor.getByRole('button', { name: 'アドレスを保存する' }).click();
    await viceMayor.getByRole('heading', { name: 'メールアドレスを変更しました' }).waitFor();
    await month.overtime(HIGUCHI, INSURANCE, WEEK, { until: '22:15' });
    await month.overtime(fukui, FINANCE, WEEK.slice(0, 1), { until: '19:15', work: '補正予算の調製' });

    // 翌朝、見込みが分かった時点で届く。
    await month.moveTo('2026-10-27T08:29:00+09:00');
    // 本人は自分の欄だけを書く。所属長の意見は見えず、提出もできない。
    const own = await month.open(HIGUCHI.staff, '/forms/owase-20/2026-10/100085');
    await fill(own, { 事業名: '国民健康保険', 業務内容及び勤務時間数: '届出の審査 20時間' });
    expect(await own.getByRole('button', { name: '提出する' }).count()).toBe(0);
    expect(await own.getByRole('textbox', { name: '所属長意見(課長)' }).count()).toBe(0);
    await own.getByRole('button', { name: '下書きを保存する' }).click();
    await own.getByText('作成中').waitFor();

    const due = await month.due(INSURANCE.head, /樋口 貴子: 様式を出す.*伺書/);
    expect(await due.textContent()).toContain('期限 令和8年10月29日');
    await month.mails(INSURANCE.head, /樋口 貴子.*伺書/);
    await due.getByRole('link', { name: /様式を開く/ }).click();
    const asked = await handIn(
      await month.at(INSURANCE.head),
      {
        '所属長意見(課長)': '期限のある審査のため、月末まで認めたい',
      },
      'owase-20',
    );
    await month.approve(HR, asked, '総務・職員係');
    await month.approve(GENERAL.clerks, asked, '総務・職員係長');
    // 課長補佐は置いていない: 「欠」として課長に進む。
    await month.approve(GENERAL.affairs, asked, '総務課長');
    await month.mails(VICE_MAYOR, /超過勤務伺書.*\(副市長\)/);
    await month.mails(VICE_MAYOR, /福井 春香: .*面談する/);
    const told = await month.open(VICE_MAYOR, '/notices', 'お知らせ');
    await told.getByRole('link', { name: /^お知らせ\s*\d+\s*件/ }).waitFor();
    await told.getByRole('link', { name: /超過勤務伺書/ }).click();
    await told.getByRole('heading', { level: 1, name: /超過勤務伺書/ }).waitFor();
    await month.approve(VICE_MAYOR, asked, '副市長');
    await month.printed(INSURANCE.head, asked, 'owase-20');

    await (await month.due(FINANCE.head, /福井 春香: 様式を出す.*状況調書/))
      .getByRole('link', { name: /様式を開く/ })
      .click();
    const record = await handIn(
      await month.at(FINANCE.head),
      {
        調書提出後の予定の事業名及び業務内容等: '補正予算の調製',
        '調書提出後の予定の事業名及び業務内容等(2)': '要求の査定',
        '調書提出後の予定の所要時間数(2)': '3:00',
        面談の同席者: ['所属係長'],
        超過勤務抑制についての対応方法等: '査定の一部を係長が受け持つ',
        チェック項目: ['定型的事務事業の場合、所属内で応援態勢を組むことができないのか。'],
      },
      'owase-60',
    );
    await month.approve(GENERAL.affairs, record, '総務課長');
    await month.approve(VICE_MAYOR, record, '副市長');
    await month.printed(FINANCE.head, record, 'owase-60');
    // 総務課が所属に聞き取った上で、副市長・総務課長・所属長の3者で面談する。
    await month.does(HR, /福井 春香: 聞き取る.*調書についての所属への聞き取り/);
    await month.due(FINANCE.head, /福井 春香: 面談する.*副市長・総務課長が所属長と面談する/);
    await month.does(VICE_MAYOR, /福井 春香: 面談する/, '11月から応援を1人付ける');
    await month.settled(FINANCE.head, /福井 春香: 様式を出す.*状況調書/);
  });
});
