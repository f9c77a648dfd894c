import { randomUUID } from 'node:crypto';
import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { startPaperMill } from '../../paper/paper-mill.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { keepingMill } from '../testing/keeping-mill.ts';
import { codeOf } from '../testing/refused.ts';
import { effect, review } from '../testing/register-entries.ts';
import { arima, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { keepDigitalEffect } from './digital-effects.ts';
import { digitalEffectsPaper, progressPaper, sectionSheetPaper, workReviewsPaper } from './papers.ts';
import { keepWorkReview } from './work-reviews.ts';

const H = 60;
const auditor: Actor = { ...arima, login: 'auditor', staff: null, roles: ['auditor'] };
eachTownHallAt('2026-10-26T08:29:00+09:00', '報告と登録の印刷', (hall) => {
  const september = async () => {
    // 17:15 to 24:00 is 6:45 a day, ten days 67:30.
    for (const staff of ['100001', '300001'])
      for (const day of [1, 2, 3, 4, 7, 8, 9, 10, 11, 14])
        await hall.work(staff, `2026-09-${String(day).padStart(2, '0')}`, 8 * H + 30, 24 * H);
    await hall.deriver.idle();
  };

  it('進捗報告: the 部局 that one looks over, or a 課 with its people; names of the own section only', async () => {
    type Sheet = {
      scope: string;
      over60: { staff: string; beyond: string }[];
      trends: { name: string; years: { cells: string[] }[]; people: { name: string }[] }[];
    };
    await september();
    const { kept, mill } = keepingMill<Sheet>();
    const print = (who: Actor, department?: string) =>
      progressPaper(hall.context, mill, who, { month: '2026-09', department });
    expect((await print(auditor)).fileName).toBe('進捗報告_2026-09.pdf');
    expect((await print(takase, '11')).fileName).toBe('進捗報告_2026-09_市民部保険年金課.pdf');
    await print(takase);
    const [all, section, head] = kept;
    expect(all?.trends.map(({ name, people }) => [name, people.length])).toEqual([
      ['市民部', 0],
      ['企画財政部', 0],
      ['総務部', 0],
    ]);
    expect(all?.over60.map(({ staff, beyond }) => [staff, beyond])).toEqual([
      ['100001', '67:30'],
      ['300001', '67:30'],
    ]);
    expect(section?.trends[0]?.people.map(({ name }) => name)).toContain('森下 千尋');
    // 5 is September: of two people with caps one stayed 67:30.
    expect(section?.trends[0]?.years[0]?.cells[5]).toBe('33:45');
    expect([head?.over60.map(({ staff }) => staff), head?.trends.map(({ name }) => name)]).toEqual([
      ['100001'],
      ['市民部 保険年金課'],
    ]);
    expect(head?.scope).not.toBe('');
    expect(await codeOf(print(morishita))).toBe('access.denied');
    expect(await codeOf(print(takase, '21'))).toBe('access.denied');
    await print(there(auditor));
    expect(kept[3]?.over60).toEqual([]);
  });

  it('マネジメントシート: everybody of the section for its head, the own row for its staff', async () => {
    type Sheet = { own: boolean; people: { staff: string; sum: string }[] };
    await hall.handOver('100001', '2026-09', 50 * H, 5 * H);
    await hall.handOver('100002', '2026-09', 20 * H);
    await hall.deriver.idle();
    const { kept, mill } = keepingMill<Sheet>();
    const print = (who: Actor, department?: string) =>
      sectionSheetPaper(hall.context, mill, who, { month: '2026-09', department });
    expect((await print(takase)).fileName).toBe('時間外勤務マネジメントシート_2026-09_保険年金課.pdf');
    await print(nishihara);
    expect(kept.map(({ own, people }) => [own, people.map(({ staff, sum }) => `${staff} ${sum}`)])).toEqual([
      [false, ['100001 50:00', '100002 20:00']],
      [true, ['100002 20:00']],
    ]);
    for (const who of [ono, shiina]) expect(await codeOf(print(who, '11'))).toBe('access.denied');
  });

  it("事務事業の見直し: what is registered, and no draft even of one's own", async () => {
    type Sheet = { entries: { name: string; section: string; state: string }[]; total: { planned: string } };
    const keep = (goal: 'draft' | 'registered', name: string) =>
      keepWorkReview(hall.context, takase, {
        ...{ id: randomUUID(), content: review({ name }), version: 0, goal, reason: '' },
      });
    await keep('registered', '定例会議の運営');
    await keep('draft', '下書きの見直し');
    const { kept, mill } = keepingMill<Sheet>();
    const { fileName } = await workReviewsPaper(hall.context, mill, takase, {});
    await workReviewsPaper(hall.context, mill, there(takase), { year: 2026 });
    expect(fileName).toBe('事務事業の見直し_2026年度.pdf');
    expect(kept.map(({ entries }) => entries.map(({ name, section, state }) => [name, section, state]))).toEqual([
      [['定例会議の運営', '市民部 保険年金課', '登録済み']],
      [],
    ]);
    expect(kept[0]?.total.planned).toBe('120:00');
    expect(await codeOf(workReviewsPaper(hall.context, mill, morishita, {}))).toBe('access.denied');
  });

  it('デジタル化の効果: the tools of the year with the sums of three', async () => {
    type Sheet = { rows: { name: string; rate: string }[]; total: { count: string }; years: { reduction: string }[] };
    const keep = (goal: 'draft' | 'registered', content: DigitalEffect) =>
      keepDigitalEffect(hall.context, takase, { id: randomUUID(), content, version: 0, goal, reason: '' });
    await keep('registered', effect());
    await keep('registered', effect({ name: '去年までの道具', since: '2024-04-01', until: '2025-12-31' }));
    await keep('draft', effect({ name: '下書きの道具' }));
    const { kept, mill } = keepingMill<Sheet>();
    const { fileName } = await digitalEffectsPaper(hall.context, mill, auditor, { year: 2026 });
    expect(fileName).toBe('デジタル化の効果_2026年度.pdf');
    expect(kept[0]?.rows.map(({ name, rate }) => [name, rate])).toEqual([['時間外勤務実績作成', '89.7%']]);
    expect(kept[0]?.total.count).toBe('1業務');
    expect(kept[0]?.years.map(({ reduction }) => reduction)).toEqual(['35:00', '35:00', '35:00']);
    expect(await codeOf(digitalEffectsPaper(hall.context, mill, morishita, {}))).toBe('access.denied');
  });

  it('are set as files, of a body without any record too', async () => {
    await september();
    const mill = startPaperMill(hall.context.log);
    for (const who of [arima, there(arima)]) {
      const files = [
        await progressPaper(hall.context, mill, who, { month: '2026-09' }),
        await progressPaper(hall.context, mill, who, { month: '2026-09', department: '11' }),
        await sectionSheetPaper(hall.context, mill, who, { month: '2026-09', department: '11' }),
        await workReviewsPaper(hall.context, mill, who, {}),
        await digitalEffectsPaper(hall.context, mill, who, {}),
      ];
      for (const { bytes } of files) expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    }
    await mill.close();
  });
});
