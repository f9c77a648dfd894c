import { describe, expect, test } from 'vitest';
import { listed } from './filling.ts';
import { beginMonth } from './month.ts';
import { FINANCE, HR, WEEK } from './people.ts';

const month = await beginMonth();
const { head, fukui } = FINANCE;

describe('南砺市のひと月', () => {
  test('在席が長い職員が進捗報告に載り、課長級に示され、面談が行われる', async () => {
    await month.takes('南砺市');
    await month.overtime(fukui, FINANCE, WEEK, { until: '22:15', work: '補正予算の調製' });
    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(fukui.staff, WEEK, '22:25');
    await month.confirmed(head);

    await month.moveTo('2026-11-02T08:29:00+09:00');
    const due = await month.due(HR, /団体全体: 様式を出す.*進捗報告/);
    await due.getByRole('link', { name: /画面を開く/ }).click();
    const page = await month.at(HR);
    await page.getByRole('heading', { level: 1, name: /進捗報告/ }).waitFor();
    await page
      .getByRole('row', { name: /福井 春香/ })
      .first()
      .waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Excelで保存する' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^進捗報告_.*\.xlsx$/);
    await month.printed(HR, '/registers/progress?month=2026-10', 'nanto-progress');
    // 60時間を超えた職員の一覧は市で一つで、どの課の所属長も開ける。
    const list = await month.due(head, /団体全体: 一覧を渡す.*60時間を超えた.*福井 春香/);
    await list.getByRole('link', { name: /一覧を開く/ }).click();
    await listed(await month.at(head), /福井 春香.*月の超過在席時間/, 'nanto-60');

    // 課長にも市全体の報告が示され、職員と面談する。
    await month.mails(head, '進捗報告');
    await (await month.due(head, /団体全体: 様式を出す.*進捗報告/)).getByRole('link', { name: /画面を開く/ }).click();
    const desk = await month.at(head);
    await desk.getByRole('region', { name: '市全体の状況' }).getByRole('row', { name: /今月/ }).waitFor();
    await month.does(HR, /団体全体: 様式を出す.*進捗報告/);
    await month.mails(fukui.staff, /超過在席時間が多い職員と所属長との面談/);
    await month.does(HR, /福井 春香: 面談する/, '業務を二人で分けることにした');
  });
});
