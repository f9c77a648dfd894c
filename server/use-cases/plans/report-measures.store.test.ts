import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import { recordReportMeasures } from './measures-of-report.ts';
import { planView } from './plan.ts';
import { agreePlan, savePlan } from './plan-deeds.ts';
import { settleReportMeasure, writeReportMeasures } from './report-measures.ts';

const union: Actor = { municipality: HERE, login: 'union', staff: null, roles: ['union'] };
const line = (staff: string, minutes: number) => ({ staff, work: '検証', reason: '', weeks: null, minutes });

eachTownHallAt('2026-11-04T09:00:00+09:00', '対策報告書の対策', (hall) => {
  const of = (department: string, month: string) => ({ department, month });
  const view = (who = takase, month = '2026-12') => planView(hall.context, who, of('11', month));
  const save = (lines: ReturnType<typeof line>[], version = 0, who = takase, month = '2026-12') =>
    savePlan(hall.context, who, { ...of('11', month), version, lines, remarks: '' });
  const agree = (version: number, as: 'head' | 'union', who: Actor, month = '2026-12') =>
    agreePlan(hall.context, who, { ...of('11', month), version, as });
  const write = (who: Actor, measures = [{ item: 'spread', feasible: true, words: '検証を2人で分ける' } as const]) =>
    writeReportMeasures(hall.context, who, { ...of('11', '2026-10'), group: '', measures });
  const settle = (who: Actor, outcome: 'done' | 'notDone' = 'done') =>
    settleReportMeasure(hall.context, who, { ...of('11', '2026-10'), group: '', item: 'spread', outcome, note: '' });
  const report = (words: string) =>
    hall.context.store.tenant(HERE, (tx) =>
      recordReportMeasures(tx, {
        department: '11',
        month: '2026-10',
        group: '国保係',
        measures: [
          { item: 'spread', feasible: true, words },
          { item: 'reassign', feasible: false, words: '資格を持つ人がほかにいない' },
        ],
        source: 'report/1',
        actor: '200001',
        at: hall.context.clock.now(),
      }),
    );

  it('go into the next plan as they stand when the head agrees', async () => {
    expect(await report('検証を2人で分ける')).toBe(2);
    expect(await report('検証を2人で分ける')).toBe(2);
    expect((await view()).measures.map(({ item, feasible, words }) => `${item} ${feasible} ${words}`)).toEqual([
      'spread true 検証を2人で分ける',
      'reassign false 資格を持つ人がほかにいない',
    ]);
    await save([line('100001', 1800)]);
    await agree(1, 'head', takase);
    await report('検証を3人で分ける');
    const [first] = (await view(union)).measures;
    expect(first).toMatchObject({ group: '国保係', words: '検証を2人で分ける', carriedIn: '2026-12' });
    const kinds = await hall.query<{ kind: string }>(
      "select e.kind from tk.event e where e.municipality = $1 and e.stream = 'report-measures/11/2026-10' order by e.seq",
      [HERE],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['ReportMeasuresRecorded', 'ReportMeasuresRecorded']);
  });
  it('are said to be done or not, and stand with the hours before and after', async () => {
    await hall.handOver('100001', '2026-10', 5000);
    await hall.handOver('100002', '2026-10', 400);
    await write(takase);
    await save([line('100001', 1800)], 0, takase, '2026-11');
    await agree(1, 'head', takase, '2026-11');
    await overtimeAt(hall).ordered(morishita, '2026-11-02', 1155);
    await hall.work('100001', '2026-11-02', 500, 1160);
    await hall.deriver.idle();
    expect(await settle(takase)).toEqual({ settled: true });
    expect(await settle(takase)).toEqual({ settled: true });
    const { past } = await view();
    expect(past).toMatchObject([
      { month: '2026-10', carriedIn: '2026-11', outcome: 'done', before: null, after: 120, sameDays: '2026-11-03' },
    ]);
    hall.context.clock.moveTo('2026-12-03T09:00:00+09:00');
    expect((await view(takase, '2027-01')).past).toMatchObject([{ before: 5400, after: 120, sameDays: null }]);
  });
  it('are the matter of the head and 人事課, once an item, and of no month to come', async () => {
    expect(await write(arima)).toEqual({ written: 1 });
    for (const who of [ono, morishita, union, there(ono)]) expect(await codeOf(write(who))).toBe('access.denied');
    expect(await codeOf(settle(ono))).toBe('access.denied');
    const twice = { item: 'spread', feasible: false, words: '人がいない' } as const;
    expect(await codeOf(write(takase, [twice, twice] as never))).toBe('report-measures.twice');
    expect(await codeOf(write(takase, [{ ...twice, words: ' ' }] as never))).toBe('report-measures.words');
    const later = { ...of('11', '2026-12'), group: '', measures: [twice] };
    expect(await codeOf(writeReportMeasures(hall.context, takase, later))).toBe('report-measures.to-come');
    await write(takase, [twice] as never);
    expect(await codeOf(settle(takase))).toBe('report-measures.unknown');
  });
});
