import { describe, expect, test } from 'vitest';
import { expectAccessible, picture } from '../browser.ts';
import { handIn } from './filling.ts';
import { beginMonth } from './month.ts';
import { FINANCE, HR, VICE_MAYOR, WEEK } from './people.ts';

const month = await beginMonth();
const { head, director, fukui } = FINANCE;
/** 財政係長. */
const CHIEF = '100040';

describe('横浜市のひと月', () => {
  test('60時間を超えた職員の命令は部長が行い、様式1と区局の取組計画が出て、区局別の比較が示される', async () => {
    await month.takes('横浜市');
    await month.overtime(fukui, FINANCE, WEEK, { until: '23:45', work: '補正予算の調製' });
    await month.overtime(fukui, FINANCE, ['2026-10-31'], { from: '8:30', until: '22:30', work: '補正予算の調製' });
    const own = await month.open(fukui.staff, '/overtime');
    await own
      .getByText(/牧野 直樹が承認・.*長谷部 早苗が命令/)
      .first()
      .waitFor();

    // 退勤と時間外勤務の終わりが30分を超えて離れた日は、翌朝に本人と所属長へ示される。
    await month.moveTo('2026-10-30T00:40:00+09:00');
    await month.punched(fukui.staff, WEEK.slice(0, 3), '24:20');
    await month.confirmed(head);
    await month.moveTo('2026-10-30T08:29:00+09:00');
    await month.due(fukui.staff, '在庁時間と時間外勤務の差');
    await month.due(head, /福井 春香: 在庁時間と時間外勤務の差/);

    await month.moveTo('2026-10-31T23:00:00+09:00');
    await month.punched(fukui.staff, ['2026-10-30'], '23:49');
    await month.punched(fukui.staff, ['2026-10-31'], '22:34');
    await month.confirmed(head);

    await month.moveTo('2026-11-02T08:29:00+09:00');
    const report = await month.due(head, /福井 春香: 面談する.*様式1/);
    expect(await report.textContent()).toContain('係長・所属長が本人と面談し、所属の労務担当課に報告する');
    expect(await report.textContent()).toMatch(/福井 春香 月の時間外勤務 10\d:\d\d/);
    expect(await month.mails(head, /福井 春香.*様式1/)).toBe(1);
    await month.mails(director, '取組計画');
    const address = await report.getByRole('link', { name: /様式を開く/ }).getAttribute('href');
    // 面談した係長が書いて提出し、課長が承認する。
    const path = await handIn(
      await month.open(CHIEF, address ?? ''),
      {
        長時間勤務となった理由: '時期による業務の集中',
        今後の見込み: '11月は補正予算の提出まで、月60時間ほど',
        職員との面談日: '2026-11-02',
        職員の健康状態: '睡眠が短いが、体調に変わりはない',
        長時間勤務による影響: '家庭の用事を休日に回している',
        改善に向けた職員の意見: '要求の締切を課ごとにずらしてほしい',
      },
      'yokohama-1',
    );
    await month.approve(head, path, '課長');
    await month.approve(HR, path, '労務担当課');
    // 監査と副市長には、健康についての記載を見せない。
    for (const reader of ['auditor', VICE_MAYOR]) {
      const page = await month.open(reader, path);
      await page.getByText('(健康に関する記載のため表示しません)').first().waitFor();
      expect(await page.getByText('睡眠が短い').count()).toBe(0);
    }
    await (await month.open(head, path)).getByText('睡眠が短いが、体調に変わりはない').waitFor();
    await month.printed(head, path, 'yokohama-1');
    await month.settled(head, /福井 春香: 面談する.*様式1/);

    // 区局: 100時間以上の職員がいるので、部長から副市長へ取組計画を報告する。
    await (await month.due(director, '取組計画')).getByRole('link', { name: /様式を開く/ }).click();
    const plan = await handIn(
      await month.at(director),
      {
        組織全体の要因分析: '要求の締切が一日に集まる',
        '組織全体の取組・働きかけ': '締切を3回に分ける',
        '職場・個人の要因分析': '補正予算の調製を一人で担っている',
        '職場・個人の取組・働きかけ': '副担当を置き、11月から半分を移す',
        必要な環境整備の要因分析: '査定の資料を紙で作っている',
        '必要な環境整備の取組・働きかけ': '資料を電子で回す',
      },
      'yokohama-plan',
    );
    await month.approve(VICE_MAYOR, plan, '副市長');
    await month.printed(VICE_MAYOR, plan, 'yokohama-plan');

    // 効果: 区局別の前年度との比較と、縮減の取組「T・K・G」が、職員にも示される。
    await (await month.due(fukui.staff, /団体全体: 通知を送る.*T・K・G/))
      .getByRole('link', { name: /画面を開く/ })
      .click();
    const bureaus = await month.at(fukui.staff);
    await bureaus.getByRole('heading', { level: 1, name: '超過勤務縮減の取組「T・K・G」' }).waitFor();
    await expectAccessible(bureaus);
    await picture(bureaus, 'month-yokohama-tkg');
    await (await month.due(fukui.staff, /団体全体: 一覧を渡す.*区局別/))
      .getByRole('link', { name: /画面を開く/ })
      .click();
    await bureaus
      .getByRole('row', { name: /企画財政部/ })
      .first()
      .waitFor();
    await month.settled(director, '取組計画');
  });
});
