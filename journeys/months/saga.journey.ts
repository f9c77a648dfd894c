import { describe, expect, test } from 'vitest';
import { expectAccessible, picture } from '../browser.ts';
import { listed } from './filling.ts';
import { beginMonth } from './month.ts';
import { FINANCE, HR, WEEK } from './people.ts';

const month = await beginMonth();
const { head, fukui } = FINANCE;

describe('佐賀県のひと月', () => {
  test('翌月の第2週に資料①と資料②ができ、80時間を超えた職員が面接指導の基礎資料に載る', async () => {
    await month.takes('佐賀県');
    await month.overtime(fukui, FINANCE, WEEK, { until: '22:15', work: '補正予算の調製' });
    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(fukui.staff, WEEK, '22:19');
    await month.confirmed(head);

    await month.moveTo('2026-11-02T08:29:00+09:00');
    // 資料①は各部局と共有する: 所属長も画面で見る。資料②へは導かれない。
    const shared = await month.due(head, /団体全体: 一覧を渡す.*資料①\(/);
    await shared.getByRole('link', { name: /画面を開く/ }).click();
    const desk = await month.at(head);
    await desk.getByRole('heading', { level: 1 }).waitFor();
    await desk.getByRole('columnheader', { name: '企画財政部' }).waitFor();
    expect(await desk.getByRole('link', { name: 'Excelで保存する' }).count()).toBe(0);
    await expectAccessible(desk);
    await picture(desk, 'month-saga-1-head');
    await month.notDue(head, '資料②(');
    const page = await month.at(HR);
    for (const [sheet, path] of [
      ['資料①', 'saga-1'],
      ['資料②', 'saga-2'],
    ] as const) {
      const due = await month.due(HR, new RegExp(`団体全体: 一覧を渡す.*${sheet}\\(`));
      expect(await due.textContent()).toContain('期限 令和8年11月14日');
      await due.getByRole('link', { name: /画面を開く/ }).click();
      await page.waitForURL(new RegExp(`/reports/${path}\\?month=2026-10`));
      await page.getByRole('heading', { level: 1 }).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('link', { name: /Excelで保存する|xlsx/ })
          .first()
          .click(),
      ]);
      expect(file.suggestedFilename()).toContain('.xlsx');
      await month.does(HR, new RegExp(`団体全体: 一覧を渡す.*${sheet}\\(`));
    }
    const health = await month.due(HR, /団体全体: 一覧を渡す.*保健面接指導の基礎資料/);
    await health.getByRole('link', { name: /一覧を開く/ }).click();
    await listed(await month.at(HR), /福井 春香.*月の時間外勤務/, 'saga-health');
    await month.notDue(head, '保健面接指導の基礎資料');
    await month.does(HR, /団体全体: 一覧を渡す.*保健面接指導の基礎資料/);
    // 効果: 全庁の一覧で、財政課の時間数を前年度と比べられる。
    const sheet = await month.open(HR, '/reports/saga-1?month=2026-10');
    await sheet
      .getByRole('row', { name: /企画財政部/ })
      .first()
      .waitFor();
  });
});
