import { randomUUID } from 'node:crypto';
import type { startOrder as startRoute } from '@tokimori/contract/manager';
import type { Input } from '@tokimori/contract/route';
import type { requestOvertime as requestRoute } from '@tokimori/contract/staff';
import { expect, it } from 'vitest';
import { Refusal } from '../access/refusal.ts';
import { reportCorrection } from './corrections.ts';
import { confirmOvertime } from './overtime-confirmation.ts';
import { orderOvertime, startOrder } from './overtime-decision.ts';
import { orderMany } from './overtime-many.ts';
import { myOvertime, previewOvertime, requestOvertime, withdrawOvertime } from './overtime-request.ts';
import { sectionMonth } from './section.ts';
import { staffMonth } from './staff-month.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { codeOf } from './testing/refused.ts';
import { arima, morishita, takase } from './testing/town-hall.ts';

type Request = Input<typeof requestRoute>;
type Start = Input<typeof startRoute>;

const refusalOf = async (deed: Promise<unknown>): Promise<Refusal> => {
  const found = await deed.then(
    () => null,
    (error: unknown) => error,
  );
  if (found instanceof Refusal) return found;
  throw found ?? new Error('not refused');
};

eachTownHall('hours of overtime', (hall) => {
  const asking = (given: Partial<Request> = {}): Request => ({
    id: randomUUID(),
    date: '2026-10-23',
    from: 1035,
    until: 1083,
    category: 'normal',
    work: '資格データの検証',
    why: '窓口が長引いた',
    ...given,
  });
  const starting = (given: Partial<Start> = {}): Start => ({
    ...{ id: randomUUID(), department: '11', staff: '100001', date: '2026-10-23', from: 1050, until: 1120 },
    ...{ category: 'normal', work: '窓口', note: '急に要った', healthConfirmed: false },
    ...given,
  });
  const request = (given: Partial<Request> = {}) => requestOvertime(hall.context, morishita, asking(given));
  const order = (id: string) => orderOvertime(hall.context, takase, { id, note: '', healthConfirmed: false });
  const confirm = (id: string, given: { from?: number; until?: number; note?: string } = {}) =>
    confirmOvertime(hall.context, takase, { id, note: '', ...given });
  const start = (given: Partial<Start> = {}) => startOrder(hall.context, takase, starting(given));

  it('are taken once, by whichever door they come', async () => {
    const { overtime } = await request();
    const refused = await refusalOf(request());
    expect([refused.code, refused.status]).toEqual(['overtime.overlaps', 409]);
    expect(refused.words.detail).toContain('10月23日 17:15–18:03(申請中)');
    expect(await codeOf(start())).toBe('overtime.overlaps');
    await order(overtime.id);
    expect((await refusalOf(start())).words.detail).toContain('(命令済み)');
    await confirm(overtime.id, { note: '打刻機の故障' });
    expect((await refusalOf(request({ until: 1100 }))).words.detail).toContain('(確認済み)');
    expect(await codeOf(request({ from: 1083, until: 1100 }))).toBe('done');
    await hall.deriver.idle();
    const month = await staffMonth(hall.context, arima, { staff: '100001', month: '2026-10' });
    expect(month.totals.overtime).toBe(48);
  });

  it('are taken once when two requests come at the same time', async () => {
    const codes = await Promise.all([request(), request(), request()].map(codeOf));
    expect(codes.sort()).toEqual(['done', 'overtime.overlaps', 'overtime.overlaps']);
    expect((await myOvertime(hall.context, morishita)).overtime).toHaveLength(1);
  });

  it('are free again after a withdrawal', async () => {
    const { overtime } = await request();
    await withdrawOvertime(hall.context, morishita, { id: overtime.id, reason: '' });
    expect(await codeOf(request())).toBe('done');
  });

  it('that were asked for twice before are ordered once', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const id = randomUUID();
        await hall.query(
          `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
           values ($1, $2, '100001', '2026-10-26', '111', 'requested', 1035, 1083, 48, 'normal', 1)`,
          [morishita.municipality, id],
        );
        return id;
      }),
    );
    const answer = await orderMany(hall.context, takase, { ids });
    expect(answer.ordered).toHaveLength(1);
    expect(answer.left.map(({ code }) => code)).toEqual(['overtime.overlaps']);
  });

  it('asked for after the work began want a reason, stand out, and are decided one by one', async () => {
    hall.context.clock.moveTo('2026-10-26T17:30:00+09:00');
    const refused = await refusalOf(request({ why: '' }));
    expect([refused.code, refused.words.fields?.[0]?.field]).toEqual(['overtime.request.after-reason-missing', 'why']);
    const after = (await request({ why: '窓口が長引いた' })).overtime.id;
    const before = (await request({ date: '2026-10-27', why: '' })).overtime.id;
    const { decisions } = await sectionMonth(hall.context, takase, { department: '11', month: '2026-10' });
    expect(new Map(decisions.map((d) => [d.overtime.id, d.afterTheFact]))).toEqual(
      new Map([
        [after, true],
        [before, false],
      ]),
    );
    const answer = await orderMany(hall.context, takase, { ids: [after, before] });
    expect(answer).toMatchObject({ ordered: [before], left: [{ id: after, code: 'overtime.order.after-one-by-one' }] });
    expect((await order(after)).retroactive).toBe(true);
  });

  it('are confirmed beyond the order and the record with a reason only, which is kept', async () => {
    await hall.work('100001', '2026-10-23', 494, 1176);
    const { overtime } = await request({ until: 1440 });
    await order(overtime.id);
    const refused = await refusalOf(confirm(overtime.id, { until: 1500 }));
    expect([refused.code, refused.status]).toEqual(['overtime.confirm.reason-missing', 409]);
    expect(refused.words.detail).toContain('命令 17:15–24:00 を 1:00 超えています');
    expect(refused.words.detail).toContain('在庁の記録(8:14–19:36)にない時間が 5:24 あります');
    expect(refused.words.fields?.map(({ field }) => field)).toEqual(['note']);
    expect(await codeOf(confirm(overtime.id, { from: 0, until: 2880, note: '理由' }))).toBe(
      'overtime.span.longer-than-a-day',
    );
    const told = await confirm(overtime.id, { until: 1500, note: '庁外の避難所にいた' });
    expect(told).toMatchObject({ state: 'confirmed', until: 1500, note: '庁外の避難所にいた' });
    const [event] = await hall.query<{ data: { note: string }; reason: string }>(
      `select e.data, e.reason from tk.event e where e.municipality = $1 and e.stream = $2 and e.kind = 'OvertimeConfirmed'`,
      [morishita.municipality, `overtime/${overtime.id}`],
    );
    expect([event?.data.note, event?.reason]).toEqual(['庁外の避難所にいた', '庁外の避難所にいた']);
    expect((await myOvertime(hall.context, morishita)).overtime[0]?.note).toBe('庁外の避難所にいた');
  });

  it('within the order and the record need no reason', async () => {
    await hall.work('100001', '2026-10-23', 494, 1176);
    const { overtime } = await request({ until: 1170 });
    await order(overtime.id);
    expect((await confirm(overtime.id)).state).toBe('confirmed');
  });

  it.each([
    ['1990-03-01', 'day.outside-calendar'],
    ['2100-03-01', 'day.outside-calendar'],
    ['2014-11-19', 'day.outside-service'],
    ['2019-03-01', 'day.too-early'],
    ['2026-12-01', 'day.too-late'],
    ['2030-03-01', 'day.too-late'],
  ])('are not taken on %s', async (date, code) => {
    const hours = { date, from: 1035, until: 1083, category: 'normal' } as const;
    const refused = await Promise.all(
      [request(hours), start(hours), previewOvertime(hall.context, morishita, hours)].map(refusalOf),
    );
    expect(refused.map((each) => [each.code, each.status])).toEqual([
      [code, 400],
      [code, 400],
      [code, 400],
    ]);
  });

  it('are taken until the end of the next month', async () => {
    expect(await codeOf(request({ date: '2026-11-30' }))).toBe('done');
  });

  it('asked for beyond reach before are not ordered', async () => {
    const id = randomUUID();
    await hall.query(
      `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
       values ($1, $2, '100001', '2030-03-01', '111', 'requested', 1035, 1083, 48, 'normal', 1)`,
      [morishita.municipality, id],
    );
    expect(await codeOf(order(id))).toBe('day.too-late');
    expect((await orderMany(hall.context, takase, { ids: [id] })).left.map(({ code }) => code)).toEqual([
      'day.too-late',
    ]);
  });

  it.each([
    ['1990-11-19', 'day.outside-calendar'],
    ['2014-11-19', 'day.outside-service'],
    ['2019-03-01', 'day.too-early'],
    ['2026-10-27', 'correction.report.in-future'],
  ])('are not corrected on %s', async (date, code) => {
    for (const kind of ['punch', 'discrepancy'] as const) {
      const answer = { says: 'notWork', reason: 'private' } as const;
      const report = { id: randomUUID(), date, kind, in: 510, out: 1035, reason: '打刻を忘れた', answer };
      expect(await codeOf(reportCorrection(hall.context, morishita, report))).toBe(code);
    }
  });
});
