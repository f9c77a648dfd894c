import { randomUUID } from 'node:crypto';
import type { registerReduction as registerRoute } from '@tokimori/contract/reductions';
import type { Input } from '@tokimori/contract/route';
import { describe, expect, it } from 'vitest';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { exceededAt } from '../testing/exceeded-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import {
  changeReduction,
  moveReduction,
  reductionForm,
  reductionsView,
  reductionView,
  registerReduction,
} from './reductions.ts';

type Plan = Input<typeof registerRoute>['plan'];
const plan = (given: Partial<Plan> = {}): Plan => ({
  title: '窓口の予約制',
  kind: 'efficiency',
  what: '資格の届け出を予約制にし、閉庁後の処理を減らす',
  owner: '200001',
  dueOn: '2026-11-30',
  from: '2026-09',
  sections: ['11'],
  causes: ['欠員・休業者'],
  records: [],
  expected: 1_200,
  ...given,
});

eachTownHallAt('2026-11-11T09:00:00+09:00', 'the use cases of 縮減の取組', (hall) => {
  const register = (id: string, who = arima, given: Partial<Plan> = {}) =>
    registerReduction(hall.context, who, { id, plan: plan(given) });
  const list = (who = arima, show: 'running' | 'ended' = 'running') => reductionsView(hall.context, who, { show });
  const kinds = async (id: string) =>
    (
      await hall.query<{ kind: string }>(
        'select e.kind from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq',
        [HERE, `reduction/${id}`],
      )
    ).map(({ kind }) => kind);

  describe('registered', () => {
    it('once, by 人事課 or the head of the sections; late after its day; of one municipality', async () => {
      const id = randomUUID();
      expect(await register(id, takase)).toEqual({ id });
      expect(await register(id, takase)).toEqual({ id });
      expect(await kinds(id)).toEqual(['ReductionRegistered']);
      expect(await codeOf(register(id, takase, { title: '別' }))).toBe('reduction.id-taken');
      hall.context.clock.moveTo('2026-12-01T09:00:00+09:00');
      expect(await register(id, takase)).toEqual({ id });
      expect(await list()).toMatchObject({
        late: 1,
        mayRegister: true,
        reductions: [{ title: '窓口の予約制', ownerName: '高瀬 誠', late: true, state: 'planned', expected: 1_200 }],
      });
      expect((await list(ono)).reductions).toHaveLength(1);
      expect((await list(there(arima))).reductions).toEqual([]);
      expect(await codeOf(reductionView(hall.context, there(arima), { id }))).toBe('reduction.not-found');
      expect(await codeOf(list(morishita))).toBe('access.denied');
    });
    it('twice at once leaves one', async () => {
      const id = randomUUID();
      await Promise.all([register(id), register(id)]);
      expect(await kinds(id)).toEqual(['ReductionRegistered']);
    });
    it('not for other sections, without an owner, a day of the calendar or a section that exists', async () => {
      expect(await codeOf(register(randomUUID(), ono))).toBe('access.denied');
      expect(await codeOf(register(randomUUID(), takase, { sections: ['11', '21'] }))).toBe('access.denied');
      expect(await codeOf(register(randomUUID(), arima, { owner: '999999' }))).toBe('reduction.owner');
      expect(await codeOf(register(randomUUID(), arima, { dueOn: '2026-02-30' }))).toBe('date.not-in-calendar');
      expect(await codeOf(register(randomUUID(), arima, { sections: ['99'] }))).toBe('reduction.sections');
      expect(await codeOf(register(randomUUID(), arima, { dueOn: '2026-11-10' }))).toBe('reduction.dueOn');
      await expect(register(randomUUID(), arima, { causes: ['欠員・休業者', '月の満ち欠け'] })).rejects.toMatchObject({
        code: 'reduction.causes',
        status: 422,
        words: { fields: [{ field: 'causes' }] },
      });
      expect(await codeOf(register(randomUUID(), arima, { records: [randomUUID()] }))).toBe('reduction.records');
      expect((await list()).reductions).toEqual([]);
    });
  });

  it('is changed, begun, stopped with a reason and taken up again', async () => {
    const id = randomUUID();
    await register(id);
    await changeReduction(hall.context, takase, { id, plan: plan({ expected: null }) });
    const changed = (given: Partial<Plan>) => codeOf(changeReduction(hall.context, takase, { id, plan: plan(given) }));
    expect(await changed({ expected: null, dueOn: '2026-11-10' })).toBe('reduction.dueOn');
    expect(await changed({ expected: null, causes: ['月の満ち欠け'] })).toBe('reduction.causes');
    // What is late already may be changed otherwise, its day kept; a cause that is offered no more stays.
    await hall.query(
      `update tk.reduction as d set due_on = '2026-11-01', causes = '{もうない区分}' where d.municipality = $1`,
      [HERE],
    );
    expect(await changed({ dueOn: '2026-11-01', causes: ['もうない区分'] })).toBe('done');
    expect(await codeOf(changeReduction(hall.context, takase, { id, plan: plan({ sections: ['21'] }) }))).toBe(
      'access.denied',
    );
    const move = (to: 'underway' | 'done' | 'stopped', note = '', who = takase) =>
      moveReduction(hall.context, who, { id, to, note });
    expect(await codeOf(move('underway', '', ono))).toBe('access.denied');
    await move('underway');
    await move('underway');
    expect(await codeOf(move('stopped'))).toBe('reduction.stop.note-missing');
    await move('stopped', '業務が移った');
    expect((await list(arima, 'ended')).reductions).toMatchObject([
      { state: 'stopped', note: '業務が移った', late: false },
    ]);
    await move('underway');
    expect(await kinds(id)).toEqual([
      'ReductionRegistered',
      'ReductionChanged',
      'ReductionChanged',
      'ReductionMoved',
      'ReductionMoved',
      'ReductionMoved',
    ]);
    const { history, moves } = await reductionView(hall.context, takase, { id });
    expect(moves).toEqual(['done', 'stopped']);
    expect(history[1]).toMatchObject({ kind: 'ReductionMoved', by: '高瀬 誠', reason: '業務が移った' });
    expect((await reductionView(hall.context, ono, { id })).moves).toEqual([]);
  });

  describe('measured', () => {
    const hours = async (staff: string, ...months: readonly (readonly [month: string, hours: number])[]) => {
      for (const [month, each] of months) await hall.handOver(staff, month, each * 60);
    };
    it('against the same months of last year, beside everybody else, for the sections and the people', async () => {
      // Sums of the city are kept for ten minutes: of another database of the tests, too.
      hall.context.clock.moveTo('2026-11-11T10:00:00+09:00');
      await hours('100001', ['2025-09', 50], ['2025-10', 40], ['2026-09', 46], ['2026-10', 20]);
      await hours('100002', ['2025-09', 10], ['2025-10', 20], ['2026-09', 6], ['2026-10', 8]);
      await hours('300001', ['2025-09', 30], ['2025-10', 30], ['2026-09', 20], ['2026-10', 30]);
      const at = exceededAt(hall);
      await at.run();
      const id = randomUUID();
      const records = [await at.idOf('100001')];
      await register(id, takase, { records });
      const view = await reductionView(hall.context, takase, { id });
      expect(view.ofSections).toMatchObject({
        against: 'sameMonths',
        after: ['2026-09', '2026-10'],
        base: ['2025-09', '2025-10'],
        meanBase: { perHead: 30 * 60, headcountTenths: 20 },
        meanAfter: { perHead: 20 * 60, headcountTenths: 20 },
        change: -10 * 60,
        changeInAll: -20 * 60,
      });
      // ほかの課: 財政課の椎名の 30時間から 25時間。
      expect(view.ofSections.othersChange).toBe(-300);
      expect(view.ofPeople).toMatchObject({ change: -12 * 60 });
      expect(view.people).toBe(1);
      expect((await reductionView(hall.context, ono, { id })).ofPeople).toBeNull();
      expect(view.ofSections.months.at(-1)).toMatchObject({ month: '2026-10', perHead: 14 * 60, headcount: 2 });
    });
    it('says nothing before it has begun, and leaves out the month that runs', async () => {
      await hours('100001', ['2026-09', 46], ['2026-10', 20], ['2026-11', 1]);
      await hall.deriver.idle();
      const id = randomUUID();
      await register(id, arima, { from: '2026-11' });
      const { ofSections } = await reductionView(hall.context, arima, { id });
      expect(ofSections).toMatchObject({ against: 'nothing', after: [], change: null });
      expect(ofSections.months.at(-1)?.month).toBe('2026-10');
    });
  });

  it('may answer the records of a section and cause', async () => {
    const at = exceededAt(hall);
    await at.september();
    await at.run();
    await at.complete(await at.idOf('100001'));
    const form = (who: typeof arima, query = {}) => reductionForm(hall.context, who, query);
    expect((await form(takase)).sections).toEqual([{ section: '11', name: '市民部 保険年金課' }]);
    expect((await form(arima)).sections).toHaveLength(3);
    expect((await form(takase)).records).toEqual([]);
    expect((await form(takase, { section: '11' })).records).toHaveLength(2);
    expect((await form(arima, { cause: '欠員・休業者' })).records).toEqual([await at.idOf('100001')]);
    expect((await form(ono, { section: '11' })).records).toEqual([]);
  });
});
