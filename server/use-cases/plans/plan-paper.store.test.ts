import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import type { PaperMill } from '../../paper/paper-mill.ts';
import { startPaperMill } from '../../paper/paper-mill.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { keepingMill } from '../testing/keeping-mill.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import { agreePlan, receivePlan, savePlan } from './plan-deeds.ts';
import { planPaper } from './plan-paper.ts';
import { writeReportMeasures } from './report-measures.ts';

type Sheet = {
  readonly state: string;
  readonly seals: readonly { readonly label: string; readonly name: string; readonly on: string }[];
  readonly lines: readonly { readonly name: string; readonly hours: string }[];
  readonly measures: readonly { readonly name: string; readonly feasible: string }[];
  readonly sums: readonly { readonly name: string; readonly hours: string }[];
};
const union: Actor = { municipality: HERE, login: 'union', staff: null, roles: ['union'] };
const place = { department: '11', month: '2026-12' };

eachTownHallAt('2026-11-04T09:00:00+09:00', '時間外勤務実施計画書の印刷', (hall) => {
  const print = (mill: PaperMill, who: Actor) => planPaper(hall.context, mill, who, place);
  const draft = () =>
    savePlan(hall.context, takase, {
      ...place,
      version: 0,
      lines: [{ staff: '100001', work: '検証', reason: '法改正', weeks: null, minutes: 1800 }],
      remarks: '',
    });

  it('has lines, measures and seals as the plan goes its way', async () => {
    const spread = { item: 'spread', feasible: false, words: '人がいない' } as const;
    await writeReportMeasures(hall.context, takase, {
      department: '11',
      month: '2026-10',
      group: '',
      measures: [spread],
    });
    await draft();
    const { kept, mill } = keepingMill<Sheet>();
    const { fileName } = await print(mill, takase);
    await agreePlan(hall.context, takase, { ...place, version: 1, as: 'head' });
    await agreePlan(hall.context, union, { ...place, version: 2, as: 'union' });
    await receivePlan(hall.context, arima, { ...place, version: 3 });
    await print(mill, arima);
    expect(fileName).toBe('時間外勤務実施計画書_2026-12_市民部保険年金課.pdf');
    expect(kept.map(({ state, seals }) => [state, ...seals.map(({ name, on }) => `${name} ${on}`)])).toEqual([
      ['下書き', ' ', ' ', ' '],
      ['受取り済み', '高瀬 R8.11.4', 'union R8.11.4', '有馬 R8.11.4'],
    ]);
    expect(kept[1]?.lines).toMatchObject([{ name: '森下 千尋', hours: '30:00' }]);
    expect(kept[1]?.measures).toMatchObject([{ name: '①業務の分散・平準化', feasible: '実施不可' }]);
  });

  it('is for those who see the plan: the union once it is put before it, and then without hours worked', async () => {
    await hall.handOver('100001', '2025-12', 1200);
    await hall.deriver.idle();
    await draft();
    const { kept, mill } = keepingMill<Sheet>();
    for (const who of [ono, morishita, union]) expect(await codeOf(print(mill, who))).toBe('access.denied');
    await agreePlan(hall.context, takase, { ...place, version: 1, as: 'head' });
    await print(mill, union);
    await print(mill, takase);
    const lastYear = kept.map(({ sums }) => sums.find(({ name }) => name === '前年同月')?.hours);
    expect(lastYear).toEqual(['', '20:00']);
    await print(mill, there(takase));
    expect(kept[2]).toMatchObject({ state: '作成前', measures: [] });
  });

  it('is set as a file', async () => {
    const mill = startPaperMill(hall.context.log);
    const { bytes, mediaType } = await print(mill, takase);
    expect([Buffer.from(bytes).subarray(0, 5).toString(), mediaType]).toEqual(['%PDF-', 'application/pdf']);
    await mill.close();
  });
});
