import { describe, expect, test } from 'vitest';
import { handIn } from './filling.ts';
import { beginMonth } from './month.ts';
import { FINANCE, HR, WEEK } from './people.ts';

const month = await beginMonth();
const { section, head, fukui } = FINANCE;

describe('豊橋市のひと月', () => {
  test('計画を組合と決め、80時間を超えた課が対策報告書を出し、対策が次の計画に入る', async () => {
    await month.takes('豊橋市');
    // 前月のうち: 実施計画書を所属長と職員組合が承認し、人事課が受け取る。
    await month.moveTo('2026-10-27T08:29:00+09:00');
    await month.overtime(fukui, FINANCE, WEEK, { until: '22:15', work: '補正予算の調製' });
    await month.due(head, /実施計画書/);
    const desk = await month.open(head, `/section/${section}/plans/2026-11`, '時間外勤務実施計画書');
    for (const work of await desk.getByLabel('業務', { exact: true }).all())
      if ((await work.inputValue()) === '') await work.fill('予算の編成');
    await desk.getByRole('button', { name: '下書きを保存する' }).click();
    await desk.getByRole('button', { name: '承認して職員組合に回す' }).click();
    await desk.getByText('職員組合の承認待ち').waitFor();
    const union = await month.open('union', '/', '計画の承認');
    await union.getByRole('link', { name: /財政課 令和8年11月分/ }).click();
    await union.getByRole('button', { name: '職員組合として承認する' }).click();
    await union.getByText('人事課の受取り待ち').waitFor();
    const office = await month.open(HR, `/section/${section}/plans/2026-11`, '時間外勤務実施計画書');
    await office.getByRole('button', { name: '受け取る' }).click();
    await office.getByText('受取り済み').first().waitFor();
    await month.settled(HR, /財政課.*実施計画書/);

    await month.printed(HR, `/section/${section}/plans/2026-11`, 'toyohashi-plan');

    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(fukui.staff, WEEK, '22:19');
    await month.confirmed(head);
    await month.moveTo('2026-11-02T08:29:00+09:00');
    const due = await month.due(head, /長時間勤務防止対策報告書/);
    expect(await due.textContent()).toContain('福井 春香 月の時間外勤務 82:00');
    expect(await month.mails(head, '長時間勤務防止対策報告書')).toBe(1);
    await due.getByRole('link', { name: /様式を開く/ }).click();
    const path = await handIn(
      await month.at(head),
      {
        グループ名: '財政係',
        当該グループの業務内容: '補正予算の調製',
        時間外勤務が所定の時間数を超過した理由: '要求の締切が一日に集まり、月80時間を超えた',
        '①業務の分散・平準化': '実施可',
        '①業務の分散・平準化の内容又は理由': '要求の締切を3回に分ける',
        '②部内又は課内の配置転換': '実施不可',
        '②部内又は課内の配置転換の内容又は理由': '年度の途中の異動がない',
        '③登録型応援制度又は“わくわく”の活用': '実施可',
        '③登録型応援制度又は“わくわく”の活用の内容又は理由': '資料の整理に応援を2人頼む',
      },
      'toyohashi-report',
    );
    await month.approve(HR, path, '人事課');
    await month.printed(head, path, 'toyohashi-report');
    await month.does(HR, /財政課.*聞き取る/, '締切を分ける対策を、11月から行うことにした');

    // 効果: 報告書の対策が、12月の計画に入っている。
    const plan = await month.open(head, `/section/${section}/plans/2026-12`, '時間外勤務実施計画書');
    const carried = plan.getByRole('region', { name: 'この計画に入れる対策' });
    await carried.getByText('要求の締切を3回に分ける').waitFor();
    await carried.getByText('資料の整理に応援を2人頼む').waitFor();
  });
});
