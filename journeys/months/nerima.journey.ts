import { describe, expect, test } from 'vitest';
import { handIn } from './filling.ts';
import { beginMonth } from './month.ts';
import { HR, INSURANCE, WEEK } from './people.ts';

const month = await beginMonth();
const { head, miura } = INSURANCE;

describe('練馬区のひと月', () => {
  test('40時間で知らされ、45時間を超えると縮減通知が届き、事後検証報告書を出して本人に通知する', async () => {
    await month.takes('練馬区');
    await month.overtime(miura, INSURANCE, WEEK, { until: '22:15' });
    // 30日は特例業務として命令され、11月も見込まれる。どちらも届出の期限を過ぎた急な業務として、翌朝に届く。
    await month.foresees(head, miura.name, '被保険者証の切替え', '20:00');
    await month.moveTo('2026-10-27T08:29:00+09:00');
    const november = await month.due(head, /三浦 美咲: 様式を出す.*事前届出.*11月分/);
    expect(await november.textContent()).toContain('令和8年10月20日の期限の後に分かったもの');
    const october = await month.due(head, /三浦 美咲: 様式を出す.*事前届出.*10月分/);
    expect(await october.textContent()).toContain('令和8年9月20日の期限の後に分かったもの');
    await month.mails(head, /三浦 美咲.*事前届出/);
    await october.getByRole('link', { name: /様式を開く/ }).click();
    const before = await handIn(
      await month.at(head),
      {
        '②特例業務概要': '届出の審査(100%)',
        '10月の通常業務': '41:20',
        '10月の特例業務': '5:00',
        '⑩課内・部内協議日': '2026-10-27',
        '⑪課長確認日': '2026-10-27',
        '⑬本人通知日': '2026-10-27',
      },
      'nerima-prior',
    );
    await month.approve(HR, before, '健康管理部局');
    await month.printed(head, before, 'nerima-prior');

    // 29日で40時間に達し、退勤が15分より離れた。翌朝に本人と所属長へ知らせる。
    await month.moveTo('2026-10-29T23:30:00+09:00');
    await month.punched(miura.staff, WEEK.slice(0, 3), '22:35');
    await month.confirmed(head);
    await month.moveTo('2026-10-30T08:29:00+09:00');
    await month.due(miura.staff, '当月の累計が40時間に達した');
    await month.due(head, /三浦 美咲: 退勤との差/);
    expect(await month.mails(miura.staff, '当月の累計が40時間に達した')).toBe(1);
    await month.mails(head, /三浦 美咲: 当月の累計が40時間に達した/);

    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(miura.staff, WEEK.slice(3), '22:19');
    await month.confirmed(head);
    await month.moveTo('2026-11-02T08:29:00+09:00');
    // 健康管理部局が縮減通知を送り、所属長が受け取る。
    await (await month.due(HR, /保険年金課: 通知を送る.*縮減通知/)).getByRole('link', { name: /様式を開く/ }).click();
    const notice = await handIn(await month.at(HR), {}, 'nerima-notice');
    await month.approve(head, notice, '所属長');
    await month.printed(HR, notice, 'nerima-notice');

    await month.settled(HR, /保険年金課: 通知を送る.*縮減通知/);

    // 事後検証報告書は翌々月20日まで。
    const due = await month.due(head, /三浦 美咲: 様式を出す.*事後検証報告書/);
    expect(await due.textContent()).toContain('期限 令和8年12月20日');
    await due.getByRole('link', { name: /様式を開く/ }).click();
    const path = await handIn(
      await month.at(head),
      {
        '③人員配置': '審査は2人で、1人が病気休暇中',
        '④特例の適用を回避できない理由': '法の改正で期限が定められた',
        '⑤当該月に行う超過勤務縮減策': '窓口の当番から外した',
        '⑧今後の改善策': '審査を2係で分ける',
        '⑨検証経過': '11月2日 課内で分担を話し合った',
        '⑩課内・部内協議日': '2026-11-02',
        '⑪課長確認日': '2026-11-02',
        '⑬本人通知日': '2026-11-02',
      },
      'nerima-review',
    );
    await month.approve(HR, path, '健康管理部局');
    await month.printed(head, path, 'nerima-review');
    await month.workbook(head, path, 'nerima-review');
    // 効果: 本人に通知される。所属長への聞き取りは、超えた月が続いたときだけで、初めの月には生じない。
    const own = await month.open(miura.staff, path);
    await own.getByText('審査を2係で分ける').waitFor();
    await month.notDue(HR, /聞き取る.*三浦 美咲/);
  });
});
