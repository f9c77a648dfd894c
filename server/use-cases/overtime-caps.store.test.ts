import { randomUUID } from 'node:crypto';
import { effect } from '@tokimori/contract/values';
import { expect, it } from 'vitest';
import type { Refusal } from '../access/refusal.ts';
import { confirmOvertime } from './overtime-confirmation.ts';
import { orderMany } from './overtime-many.ts';
import { previewOvertime } from './overtime-request.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from './testing/overtime-at.ts';
import { codeOf } from './testing/refused.ts';
import { morishita, shiina, takase } from './testing/town-hall.ts';

eachTownHall('overtime and the caps', (hall) => {
  const { request, order, kinds, month } = overtimeAt(hall);

  /** Confirmed overtime of earlier days of the month, in minutes. */
  async function fill(minutes: number): Promise<void> {
    await hall.query(
      `insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, version)
       values ($1, $2, '100001', '2026-10-05', '111', 'confirmed', $3, 'normal', 1)`,
      [morishita.municipality, randomUUID(), minutes],
    );
    await hall.query(
      `insert into tk.stale_day (municipality, id, staff, first_date, last_date) values ($1, $2, '100001', '2026-10-05', '2026-10-05')`,
      [morishita.municipality, randomUUID()],
    );
    await hall.deriver.idle();
  }

  it('takes a request over the cap, and says what can be ordered', async () => {
    await hall.handOver('100001', '2026-09', 0);
    // Before a free day, so that no hours of the next duty date are touched.
    const answer = await request(asking({ date: '2026-10-16', from: 1035, until: 2475 }));
    expect(answer.overtime).toMatchObject({ state: 'requested', minutes: 1440 });
    const first = asking({ date: '2026-10-30', until: 2475 });
    await request(first);
    await order(ordering(first.id));
    await hall.deriver.idle();
    const tried = await previewOvertime(hall.context, morishita, {
      date: '2026-10-23',
      from: 1035,
      until: 2475,
      category: 'normal',
    });
    expect(tried).toMatchObject({
      before: 1440,
      added: 1440,
      after: 2880,
      state: 'over',
      slackAfter: -180,
      latestUntil: 2295,
    });
    expect(effect.parse(tried)).toEqual(tried);
  });

  it('says before it is asked what can never be ordered', async () => {
    const preview = (hours: { date: string; from: number; until: number }) =>
      codeOf(previewOvertime(hall.context, morishita, { ...hours, category: 'normal' }));
    expect(await preview({ date: '2026-10-28', from: 1035, until: 1951 })).toBe('overtime.span.next-duty');
    expect(await preview({ date: '2026-10-30', from: 1035, until: 2476 })).toBe('overtime.span.longer-than-a-day');
    expect(await preview({ date: '2026-10-28', from: 600, until: 660 })).toBe('overtime.request.within-regular-hours');
    expect(await codeOf(request(asking({ date: '2026-10-28', until: 1951 })))).toBe('overtime.span.next-duty');
    const first = asking({ date: '2026-10-28', until: 1185 });
    await request(first);
    expect(await preview({ date: '2026-10-28', from: 1100, until: 1200 })).toBe('overtime.overlaps');
  });

  it('does not order over the cap but as exceptional work, and shortened it may', async () => {
    await fill(2600);
    const input = asking({ date: '2026-10-27' });
    await request(input);
    let refusal: Refusal | null = null;
    await order(ordering(input.id)).catch((error: Refusal) => {
      refusal = error;
    });
    expect(refusal).toMatchObject({ code: 'overtime.order.over-cap', status: 422 });
    expect(refusal!.words.detail).toContain('月の上限を 0:50 超えます');
    expect(refusal!.words.detail).toContain('1:40(18:55 まで)');
    expect(await kinds(input.id)).toEqual(['OvertimeRequested']);
    expect(await order(ordering(input.id, { until: 1135, ground: 'cap', note: '上限に収める' }))).toMatchObject({
      until: 1135,
      minutes: 100,
    });
    const disaster = asking({ date: '2026-10-28' });
    await request(disaster);
    expect(await order(ordering(disaster.id, { category: 'exceptional' }))).toMatchObject({
      category: 'exceptional',
      minutes: 150,
    });
    await hall.deriver.idle();
    const normal = asking({ date: '2026-10-29', until: 1045 });
    expect((await request(normal)).effect.state).toBe('over');
    expect(await codeOf(order(ordering(normal.id)))).toBe('overtime.order.over-cap');
  });

  it('asks for the state of health before 100 hours', async () => {
    await fill(5900);
    const input = asking({ date: '2026-10-27', category: 'exceptional' });
    await request(input);
    expect(await codeOf(order(ordering(input.id)))).toBe('overtime.order.health-not-confirmed');
    expect(await order(ordering(input.id, { healthConfirmed: true }))).toMatchObject({ state: 'ordered' });
  });

  it('counts an order of the same second before the next one', async () => {
    await fill(2500);
    const [one, two] = [asking({ date: '2026-10-27' }), asking({ date: '2026-10-28' })];
    await request(one);
    await request(two);
    await hall.deriver.idle();
    const codes = await Promise.all([codeOf(order(ordering(one.id))), codeOf(order(ordering(two.id)))]);
    expect(codes.sort()).toEqual(['done', 'overtime.order.over-cap']);
  });

  it('orders many that keep the limits and leaves the others', async () => {
    await fill(2500);
    const [one, two, foreign] = [asking({ date: '2026-10-27' }), asking({ date: '2026-10-28' }), asking()];
    await request(one);
    await request(two);
    await request(foreign, shiina);
    const answer = await orderMany(hall.context, takase, { ids: [one.id, two.id, foreign.id] });
    expect(answer.ordered).toEqual([one.id]);
    expect(answer.left.map(({ id, code }) => [id, code])).toEqual([
      [two.id, 'overtime.order.over-cap'],
      [foreign.id, 'overtime.not-found'],
    ]);
    expect(await kinds(foreign.id)).toEqual(['OvertimeRequested']);
  });

  it('confirms real work over the cap, also without an order', async () => {
    await fill(2700);
    const input = asking({ date: '2026-10-23', until: 1335 });
    await request(input);
    expect(await codeOf(order(ordering(input.id)))).toBe('overtime.order.over-cap');
    const unrecorded = confirmOvertime(hall.context, takase, { id: input.id, note: '' });
    expect(await codeOf(unrecorded)).toBe('overtime.confirm.reason-missing');
    expect(await confirmOvertime(hall.context, takase, { id: input.id, note: '庁外の会場' })).toMatchObject({
      state: 'confirmed',
      minutes: 300,
      retroactive: true,
    });
    await hall.deriver.idle();
    expect((await month('100001')).standing).toMatchObject({ overtime: 3000, state: 'over', remaining: 0 });
  });
});
