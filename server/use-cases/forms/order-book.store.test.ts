import { expect, it } from 'vitest';
import type { PaperMill } from '../../paper/paper-mill.ts';
import { confirmOvertime } from '../overtime-confirmation.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { keepingMill } from '../testing/keeping-mill.ts';
import { asking, ordering, overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { deputy, standingInAt } from '../testing/standing-in-at.ts';
import { arima, morishita, nishihara, ono, takase, there } from '../testing/town-hall.ts';
import { orderBookPaper } from './order-book.ts';

type Sheet = { readonly name: string; readonly count: number; readonly rows: readonly Record<string, string>[] };

eachTownHallAt('2026-10-26T08:29:00+09:00', '時間外勤務命令簿', (hall) => {
  const book = (mill: PaperMill, who = takase, more: { staff?: string; department?: string } = { department: '11' }) =>
    orderBookPaper(hall.context, mill, who, { month: '2026-10', ...more });

  it('tells what was ordered and what was confirmed, by whom, beside the record', async () => {
    const { ordered } = overtimeAt(hall);
    await hall.work('100001', '2026-10-26', 8 * 60 + 22, 19 * 60 + 5);
    const id = await ordered(morishita, '2026-10-26', 1185);
    await ordered(nishihara, '2026-10-27', 1170);
    hall.context.clock.moveTo('2026-10-27T09:00:00+09:00');
    await hall.deriver.idle();
    await confirmOvertime(hall.context, takase, { id, from: 1035, until: 1145, note: '早く終わった' });
    await hall.deriver.idle();
    const { kept, mill } = keepingMill<Sheet>();
    const { fileName } = await book(mill);
    expect(fileName).toBe('時間外勤務命令簿_2026-10.pdf');
    expect(kept.map(({ name, count }) => [name, count])).toEqual([
      ['森下 千尋', 1],
      ['西原 拓海', 1],
    ]);
    expect(kept[0]?.rows[0]).toMatchObject({
      ordered: '17:15–19:45',
      confirmed: '17:15–19:05',
      presence: '8:22–19:05',
      orderer: '高瀬 誠',
      reason: '窓口の対応が長引く',
      inPlace: '',
      hours: '1:50',
    });
    expect(kept[1]?.rows[0]).toMatchObject({ ordered: '17:15–19:30', confirmed: '', hours: '' });
  });

  it('names who ordered in whose place', async () => {
    const { request, order } = overtimeAt(hall);
    const { give, away } = standingInAt(hall);
    const input = asking();
    await request(input);
    await give();
    await away();
    await order(ordering(input.id), deputy);
    const { kept, mill } = keepingMill<Sheet>();
    await book(mill);
    expect(kept[0]?.rows[0]).toMatchObject({ orderer: '西原 拓海', inPlace: '代決(高瀬 誠)' });
  });

  it('is of oneself, of the section one heads, or of anybody for 人事課; empty it says so', async () => {
    await overtimeAt(hall).ordered(morishita, '2026-10-26', 1185);
    const { kept, mill } = keepingMill<Sheet>();
    await book(mill, morishita, {});
    await book(mill, arima, { staff: '100001' });
    expect(kept.map(({ name }) => name)).toEqual(['森下 千尋', '森下 千尋']);
    expect(await codeOf(book(mill, nishihara, {}))).toBe('order-book.empty');
    expect(await codeOf(book(mill, nishihara, { staff: '100001' }))).toBe('access.denied');
    expect(await codeOf(book(mill, ono))).toBe('access.denied');
    expect(await codeOf(book(mill, there(takase)))).toBe('order-book.empty');
  });
});
