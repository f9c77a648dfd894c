import { randomUUID } from 'node:crypto';
import * as contract from '@tokimori/contract/standing-in';
import { describe, expect, it } from 'vitest';
import { approvedUntil } from '../approved-until.ts';
import { orderMany, settleMany } from '../overtime-many.ts';
import { sectionMonth } from '../section.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { actorOf, deputy, director, standingInAt } from '../testing/standing-in-at.ts';
import { arima, HERE, nishihara, takase, there } from '../testing/town-hall.ts';
import { openApprovals, seeAfterwards } from './approvals.ts';

const OCTOBER = { department: '11', month: '2026-10' };

eachTownHall('the approver that moves up', (hall) => {
  const { request, order, kinds, month } = overtimeAt(hall);
  const { give, away, placeDirector, rise, journal } = standingInAt(hall);
  const finals = async (who = director) =>
    (await openApprovals(hall.context, who)).finals.map(({ overtime }) => overtime.id);
  const asked = async (more: Parameters<typeof asking>[0] = {}) => {
    const input = asking(more);
    await request(input);
    return input.id;
  };

  it('the 課長 approves, the 部長 orders, and both are kept with their names and times', async () => {
    await placeDirector();
    await rise('100001');
    const id = await asked();
    const [card] = (await sectionMonth(hall.context, takase, OCTOBER)).decisions;
    expect(card?.finalBy).toBe('部長 岸 和代');
    expect((await order(ordering(id))).state).toBe('firstApproved');
    const pc = { municipality: HERE, device: 'pc-control' };
    expect((await approvedUntil(hall.context, pc, { staffNumber: '100001' })).orderEnds).toBeNull();
    await hall.deriver.idle();
    const waiting = await month('100001');
    expect(waiting.days[25]).toMatchObject({ requested: 150, orderedAhead: 0, spans: [{ state: 'requested' }] });
    expect((await openApprovals(hall.context, takase)).above).toMatchObject([
      { finalBy: '部長 岸 和代', overtime: { id } },
    ]);
    const view = await openApprovals(hall.context, director);
    expect(contract.openApprovals.answer.parse(view)).toEqual(view);
    expect(view.finals).toMatchObject([{ finalBy: null, overtime: { id, firstApproval: { by: '高瀬 誠' } } }]);
    hall.context.clock.moveTo('2026-10-26T09:00:00+09:00');
    expect(await order(ordering(id), director)).toMatchObject({
      state: 'ordered',
      decidedBy: '岸 和代',
      decidedAt: '2026-10-26T09:00:00+09:00',
      firstApproval: { by: '高瀬 誠', at: '2026-10-26T08:29:00+09:00' },
      retroactive: false,
    });
    expect(await kinds(id)).toEqual(['OvertimeRequested', 'OvertimeFirstApproved', 'OvertimeOrdered']);
    expect((await approvedUntil(hall.context, pc, { staffNumber: '100001' })).orderEnds).toBe(
      '2026-10-26T19:45:00+09:00',
    );
    expect(await finals()).toEqual([]);
  });
  it('is of one person and month, and not of a row that lapsed', async () => {
    await placeDirector();
    await rise('100001', '2026-11-01');
    await rise('100002', '2026-10-01', 'lapsed');
    expect((await order(ordering(await asked()))).state).toBe('ordered');
    const other = asking();
    await request(other, nishihara);
    expect((await order(ordering(other.id))).state).toBe('ordered');
    expect((await order(ordering(await asked({ date: '2026-11-02' })))).state).toBe('firstApproved');
  });
  it('stays when the row was settled: that note was taken does not give it back', async () => {
    await placeDirector();
    await rise('100001', '2026-10-01', 'done');
    expect((await order(ordering(await asked()))).state).toBe('firstApproved');
  });
  it('an emergency is ordered at once with its reason, and the 部長 sees it afterwards', async () => {
    await placeDirector();
    await rise('100001');
    const id = await asked();
    expect(await codeOf(order(ordering(id, { emergency: true })))).toBe('overtime.order.emergency-reason-missing');
    expect(await order(ordering(id, { emergency: true, note: '避難所を開く' }))).toMatchObject({
      state: 'ordered',
      emergency: true,
    });
    expect((await openApprovals(hall.context, takase)).reviews).toEqual([]);
    const { reviews } = await openApprovals(hall.context, director);
    expect(reviews).toMatchObject([
      { about: 'emergency', by: '高瀬 誠', note: '避難所を開く', departmentName: '市民部' },
    ]);
    const ids = reviews.map((each) => each.id);
    expect(await seeAfterwards(hall.context, director, { ids })).toEqual({ seen: 1 });
  });
  it('a stand-in of the 部長 gives the order in her place; one of the 課長 does not', async () => {
    await placeDirector();
    await rise('100001');
    const id = await asked();
    await give();
    await away();
    expect(await order(ordering(id), deputy)).toMatchObject({
      state: 'firstApproved',
      firstApproval: { by: '西原 拓海', capacity: { as: 'standIn', for: '高瀬 誠' } },
    });
    expect(await finals(deputy)).toEqual([]);
    await give({ department: '10', holder: '300009', reason: '部長の出張' }, director);
    await away({ staff: '500001' }, director);
    const standIn = actorOf('300009', 'staff', 'manager', 'deputy');
    expect(await finals(standIn)).toEqual([id]);
    expect(await order(ordering(id), standIn)).toMatchObject({
      state: 'ordered',
      capacity: { as: 'standIn', for: '岸 和代' },
      firstApproval: { by: '西原 拓海' },
    });
    expect((await journal(`overtime/${id}`)).map(({ actor, on_behalf_of: whose }) => [actor, whose])).toEqual([
      ['100001', null],
      ['100002', '200001'],
      ['300009', '500001'],
    ]);
    expect((await openApprovals(hall.context, director)).reviews).toMatchObject([
      { about: 'standIn', by: '小野 直樹' },
    ]);
  });
  it('where nobody is above, 人事課 is told, and whoever they name gives the order', async () => {
    await rise('100001');
    const id = await asked();
    const [card] = (await sectionMonth(hall.context, takase, OCTOBER)).decisions;
    expect(card?.finalBy).toBe('');
    await order(ordering(id));
    expect((await openApprovals(hall.context, arima)).unattended).toEqual([
      { department: '10', path: '市民部', head: '', waiting: 1 },
    ]);
    expect((await openApprovals(hall.context, there(arima))).unattended).toEqual([]);
    await give({ department: '10', holder: '300009', reason: '部長の欠員' }, arima);
    expect((await openApprovals(hall.context, arima)).unattended).toEqual([]);
    const named = actorOf('300009', 'staff', 'manager', 'deputy');
    expect(await order(ordering(id), named)).toMatchObject({
      state: 'ordered',
      capacity: { as: 'standIn', for: null },
    });
  });
  it('one who approved does not give the order too, also when they come to stand in above', async () => {
    await placeDirector();
    await rise('100001');
    const id = await asked();
    await order(ordering(id));
    await give({ department: '10', holder: '200001', reason: '部長の出張' }, director);
    await away({ staff: '500001' }, director);
    const both = actorOf('200001', 'staff', 'manager', 'deputy');
    expect(await finals(both)).toEqual([]);
    expect(await codeOf(order(ordering(id), both))).toBe('overtime.order.same-approver');
  });

  describe('several at once', () => {
    it('orders become first approvals where the approver moved up', async () => {
      await placeDirector();
      await rise('100001');
      const [up, plain] = [await asked({ until: 1095 }), asking({ until: 1095 })];
      await request(plain, nishihara);
      expect(await orderMany(hall.context, takase, { ids: [up, plain.id] })).toEqual({
        ordered: [plain.id],
        approved: [up],
        left: [],
      });
    });
    it('are returned, rejected and revoked with one reason, each refusal told by row', async () => {
      const [first, second] = [await asked({ until: 1095 }), await asked({ from: 1095 })];
      await order(ordering(second));
      const note = '今日は行わない';
      const settle = (deed: 'return' | 'reject' | 'revoke', ids: string[], who = takase) =>
        settleMany(hall.context, who, { deed, ids, note, ...(deed === 'reject' ? { ground: 'notNow' as const } : {}) });
      expect(await settle('revoke', [first, second])).toMatchObject({
        done: [second],
        left: [{ id: first, code: 'overtime.revoke.not-ordered', message: expect.stringContaining('決裁待ち') }],
      });
      expect(await settle('return', [first, second])).toMatchObject({
        done: [first],
        left: [{ id: second, code: 'overtime.return.not-requested' }],
      });
      const third = await asked({ from: 1200, until: 1260 });
      const nowhere = randomUUID();
      expect(await settle('reject', [third, nowhere])).toMatchObject({
        done: [third],
        left: [{ id: nowhere, code: 'overtime.not-found' }],
      });
      expect((await settle('reject', [third], actorOf('300009', 'staff', 'manager'))).left).toMatchObject([
        { code: 'overtime.not-found' },
      ]);
      expect(await codeOf(settleMany(hall.context, takase, { deed: 'reject', ids: [third], note }))).toBe(
        'overtime.reject.ground-missing',
      );
    });
  });
});
