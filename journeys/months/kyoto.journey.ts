import { describe, expect, test } from 'vitest';
import { handIn } from './filling.ts';
import { beginMonth } from './month.ts';
import { HR, INSURANCE } from './people.ts';

const month = await beginMonth();
const { head, miura } = INSURANCE;

describe('京都市のひと月', () => {
  test('特例業務で上限を超えて命じる前に①〜④を人事部へ報告し、命令が届出に結び付く', async () => {
    await month.takes('京都市');
    await month.foresees(head, miura.name, '被保険者証の切替え', '50:00');
    await month.notDue(head, '特例業務の事前報告');

    // 翌朝、前月末までの報告として届く。届出に書いたことは様式に入っている。
    await month.moveTo('2026-10-27T08:29:00+09:00');
    // 特例業務を届け出ていない職員も、今月の進み方で上限を超えるなら、報告が要る。
    const led = await month.due(head, /桑原 香織: 様式を出す.*特例業務の事前報告.*月の時間外勤務/);
    expect(await led.textContent()).toContain('令和8年9月30日の期限の後に分かったもの');
    const due = await month.due(head, /三浦 美咲: 様式を出す.*特例業務の事前報告/);
    expect(await due.textContent()).toContain('期限 令和8年10月31日');
    expect(await month.mails(head, /三浦 美咲.*特例業務の事前報告/)).toBe(1);
    await due.getByRole('link', { name: /様式を開く/ }).click();
    const page = await month.at(head);
    const work = page.getByLabel('①特例業務の業務内容');
    await work.waitFor();
    expect(await work.inputValue()).toContain('被保険者証の切替え');
    expect(await page.getByLabel('当月の見込みのうち特例業務').inputValue()).toBe('50:00');
    const path = await handIn(page, { 当月の見込み: '62:00', 年度末までの見込み: '380:00' }, 'kyoto-report');
    await month.approve(HR, path, '人事部');
    await month.printed(head, path, 'kyoto-report');
    await month.settled(head, '特例業務の事前報告');

    // 効果: 11月の特例業務の命令は、この届出に結び付いている。
    await month.moveTo('2026-11-02T08:29:00+09:00');
    await month.overtime(miura, INSURANCE, ['2026-11-04'], {
      until: '21:15',
      work: '被保険者証の切替え',
      category: '特例業務',
    });
    const city = await month.open(HR, '/departments');
    await city.getByRole('link', { name: '特例業務の届出と命令' }).click();
    await city
      .getByRole('row', { name: /三浦 美咲.*被保険者証の切替え/ })
      .first()
      .waitFor();
  });
});
