import { randomUUID } from 'node:crypto';
import { requestOvertime as requestRoute } from '@tokimori/contract/staff';
import { overtimeView } from '@tokimori/contract/values';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { confirmOvertime } from './overtime-confirmation.ts';
import { rejectOvertime, returnOvertime, revokeOvertime, startOrder } from './overtime-decision.ts';
import { myOvertime, withdrawOvertime } from './overtime-request.ts';
import { sectionMonth } from './section.ts';
import { staffMonth } from './staff-month.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from './testing/overtime-at.ts';
import { codeOf } from './testing/refused.ts';
import { arima, morishita, nishihara, ono, takase, there } from './testing/town-hall.ts';

eachTownHall('overtime', (hall) => {
  const { request, order, kinds, month } = overtimeAt(hall);

  it('goes from the request over the order and the work to the confirmation, and the figures follow', async () => {
    const input = asking();
    const asked = await request(input);
    expect(asked).toMatchObject({
      decidesBy: '課長 高瀬 誠',
      overtime: { state: 'requested', minutes: 150, requestedBy: '森下 千尋', person: { departmentName: '国保係' } },
      effect: {
        before: 0,
        added: 150,
        after: 150,
        state: 'fine',
        binding: 'monthly',
        bound: 2700,
        slackAfter: 2550,
        restMinutes: 765,
        overlaps: false,
      },
    });
    expect(asked.overtime.number).toMatch(/^R8-10-[0-9A-F]{8}$/);
    expect(requestRoute.answer.parse(asked)).toEqual(asked);
    const ordered = await order(ordering(input.id));
    expect(ordered).toMatchObject({ state: 'ordered', retroactive: false, decidedBy: '高瀬 誠' });
    await hall.deriver.idle();
    expect((await month('100001')).days[25]).toMatchObject({
      overtime: 0,
      orderedAhead: 150,
      spans: [{ from: 1035, until: 1185, state: 'ordered' }],
    });
    hall.context.clock.moveTo('2026-10-27T08:40:00+09:00');
    await hall.work('100001', '2026-10-26', 502, 1130);
    await hall.deriver.idle();
    expect((await month('100001')).days[25]).toMatchObject({ state: 'classified', overtime: 95, orderedAhead: 0 });
    const confirmed = await confirmOvertime(hall.context, takase, {
      id: input.id,
      until: 1190,
      note: '資料の片付けを含む',
    });
    expect(confirmed).toMatchObject({ state: 'confirmed', until: 1190, minutes: 155 });
    await hall.deriver.idle();
    const after = await month('100001');
    expect(after.totals.overtime).toBe(155);
    expect(after.standing).toMatchObject({ overtime: 155, remaining: 2545, binding: 'monthly' });
    expect(await kinds(input.id)).toEqual(['OvertimeRequested', 'OvertimeOrdered', 'OvertimeConfirmed']);
  });

  it('keeps who, when and why of every deed', async () => {
    const input = asking();
    await request(input);
    await returnOvertime(hall.context, takase, { id: input.id, note: '内容を詳しく' });
    const [last] = await hall.query<Record<string, unknown>>(
      `select e.kind, e.actor, e.reason, e.occurred_at, e.seq from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq desc limit 1`,
      [morishita.municipality, `overtime/${input.id}`],
    );
    expect(last).toEqual({
      kind: 'OvertimeReturned',
      actor: '200001',
      reason: '内容を詳しく',
      occurred_at: hall.context.clock.now(),
      seq: 2,
    });
    const again = await request({ ...input, work: '資格データの検証(10月分)' });
    expect(again.overtime).toMatchObject({ state: 'requested', note: '', work: '資格データの検証(10月分)' });
  });

  it('is one request when it is sent twice, also at the same time', async () => {
    const input = asking();
    const both = await Promise.all([request(input), request(input), request(input)]);
    expect(both.map(({ overtime }) => overtime.id)).toEqual([input.id, input.id, input.id]);
    await request(input);
    expect(await kinds(input.id)).toEqual(['OvertimeRequested']);
    expect(await codeOf(request({ ...input, until: 1200 }))).toBe('overtime.request.id-taken');
  });

  it('marks an order given after the work began', async () => {
    const input = asking({ date: '2026-10-23' });
    await request(input);
    expect(await order(ordering(input.id))).toMatchObject({ state: 'ordered', retroactive: true });
  });

  it('keeps sections and municipalities apart', async () => {
    const input = asking();
    await request(input);
    expect(await codeOf(order(ordering(input.id), ono))).toBe('access.denied');
    expect(await codeOf(order(ordering(input.id), arima))).toBe('access.denied');
    expect(await codeOf(order(ordering(input.id), there(takase)))).toBe('overtime.not-found');
    expect(await codeOf(withdrawOvertime(hall.context, nishihara, { id: input.id, reason: '' }))).toBe('access.denied');
    expect(await codeOf(sectionMonth(hall.context, ono, { department: '11', month: '2026-10' }))).toBe('access.denied');
    expect(await codeOf(staffMonth(hall.context, ono, { staff: '100001', month: '2026-10' }))).toBe('access.denied');
    expect(await codeOf(staffMonth(hall.context, nishihara, { staff: '100001', month: '2026-10' }))).toBe(
      'access.denied',
    );
    expect((await myOvertime(hall.context, there(morishita))).overtime).toEqual([]);
    expect((await myOvertime(hall.context, morishita)).overtime).toHaveLength(1);
  });

  it('withdraws, rejects and revokes as different deeds', async () => {
    const [own, unneeded, given] = [asking(), asking({ date: '2026-10-27' }), asking({ date: '2026-10-28' })];
    for (const input of [own, unneeded, given]) await request(input);
    expect((await withdrawOvertime(hall.context, morishita, { id: own.id, reason: '不要' })).state).toBe('withdrawn');
    expect(
      (await rejectOvertime(hall.context, takase, { id: unneeded.id, note: '翌月に', ground: 'notNow' })).state,
    ).toBe('rejected');
    await order(ordering(given.id));
    expect(await codeOf(withdrawOvertime(hall.context, morishita, { id: given.id, reason: '' }))).toBe(
      'overtime.withdraw.already-decided',
    );
    expect((await revokeOvertime(hall.context, takase, { id: given.id, note: '会議の延期' })).state).toBe('revoked');
    await hall.deriver.idle();
    expect((await month('100001')).standing).toMatchObject({ orderedAhead: 0, requested: 0, remaining: 2700 });
  });

  it('starts an order without a request, for people of the section only', async () => {
    const input = {
      id: randomUUID(),
      department: '11',
      staff: '100001',
      date: '2026-10-26',
      from: 1035,
      until: 1095,
      category: 'normal',
      work: '窓口',
      note: '',
      healthConfirmed: false,
    } as const;
    const view = await startOrder(hall.context, takase, input);
    expect(view).toMatchObject({ state: 'ordered', requestedBy: null, person: { staff: '100001' } });
    expect(overtimeView.parse(view)).toEqual(view satisfies z.output<typeof overtimeView>);
    expect(await codeOf(startOrder(hall.context, takase, { ...input, id: randomUUID(), staff: '300001' }))).toBe(
      'overtime.order.not-in-section',
    );
    expect(await codeOf(startOrder(hall.context, takase, { ...input, id: randomUUID(), staff: '200001' }))).toBe(
      'access.denied',
    );
  });
});
