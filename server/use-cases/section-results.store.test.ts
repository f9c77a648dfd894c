import { randomUUID } from 'node:crypto';
import * as manager from '@tokimori/contract/manager';
import { expect, it } from 'vitest';
import { decideCorrection, reportCorrection } from './corrections.ts';
import { confirmMany, confirmOvertime } from './overtime-confirmation.ts';
import { revokeOvertime } from './overtime-decision.ts';
import { sectionMonth } from './section.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from './testing/overtime-at.ts';
import { codeOf } from './testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase } from './testing/town-hall.ts';

eachTownHall('実績の確認 of a section', (hall) => {
  const { request, order, ordered, kinds, month } = overtimeAt(hall);
  const view = (of = '2026-10', who = takase, department = '11') =>
    sectionMonth(hall.context, who, { department, month: of });
  const listed = async (of?: string, who?: typeof takase, department?: string) =>
    (await view(of, who, department)).results.map(({ overtime }) => overtime.id);

  it('lists the orders of past days that nobody confirmed, with what the record says of them', async () => {
    await hall.work('100001', '2026-10-20', 502, 1200);
    const whole = await ordered(morishita, '2026-10-20', 1185);
    await hall.work('100002', '2026-10-21', 505, 1110);
    const early = await ordered(nishihara, '2026-10-21', 1185);
    await hall.work('100001', '2026-10-22', 502, 1290);
    const late = await ordered(morishita, '2026-10-22', 1185);
    const unseen = await ordered(nishihara, '2026-10-23', 1185);
    await hall.deriver.idle();
    const answer = await view();
    expect(manager.sectionMonth.answer.parse(answer)).toEqual(answer);
    expect(answer.counts.results).toBe(4);
    expect(answer.results).toMatchObject([
      {
        overtime: { id: whole, date: '2026-10-20', from: 1035, until: 1185, minutes: 150, work: '国保システムの更新' },
        person: { name: '森下 千尋' },
        ...{ firstIn: 502, lastOut: 1200, present: 150, proposal: { from: 1035, until: 1185 }, agrees: true },
      },
      {
        overtime: { id: early },
        ...{ firstIn: 505, lastOut: 1110, present: 75, proposal: { from: 1035, until: 1110 }, agrees: false },
      },
      { overtime: { id: late }, present: 150, discrepancy: 105, agrees: false },
      {
        overtime: { id: unseen },
        ...{ state: 'noRecord', firstIn: null, lastOut: null, present: 0, proposal: null, agrees: false },
      },
    ]);
  });

  it('leaves out what is confirmed, what only waits, today, other sections and the own orders', async () => {
    const mine = asking({ date: '2026-10-20' });
    await request(mine, takase);
    await hall.query("update tk.overtime o set state = 'ordered' where o.municipality = $1 and o.id = $2", [
      HERE,
      mine.id,
    ]);
    const done = await ordered(morishita, '2026-10-20', 1185);
    await confirmOvertime(hall.context, takase, { id: done, note: '打刻機の故障' });
    await request(asking({ date: '2026-10-21' }));
    await ordered(morishita, '2026-10-26', 1185);
    await ordered(shiina, '2026-10-20', 1185, ono);
    const open = await ordered(morishita, '2026-10-22', 1185);
    const over = await ordered(nishihara, '2026-09-29', 1185);
    await hall.deriver.idle();
    expect(await listed()).toEqual([over, open]);
    expect(await listed('2026-09')).toEqual([over]);
    expect(await listed('2026-10', arima)).toEqual([over, mine.id, open]);
    expect(await listed('2026-10', arima, '111')).toEqual([over, open]);
    expect(await listed('2026-10', ono, '21')).toHaveLength(1);
  });

  it('lists what is ordered and not yet worked, until it is revoked', async () => {
    const today = await ordered(morishita, '2026-10-26', 1185);
    const ahead = await ordered(nishihara, '2026-11-10', 1185);
    await ordered(shiina, '2026-10-28', 1185, ono);
    const own = asking({ date: '2026-10-27' });
    await request(own, takase);
    await hall.query("update tk.overtime o set state = 'ordered' where o.municipality = $1 and o.id = $2", [
      HERE,
      own.id,
    ]);
    await ordered(morishita, '2026-10-22', 1185);
    const given = async (who = takase) => (await view('2026-10', who)).orders.map(({ overtime }) => overtime.id);
    const answer = await view();
    expect(manager.sectionMonth.answer.parse(answer)).toEqual(answer);
    expect(answer.orders).toMatchObject([
      {
        overtime: { id: today, date: '2026-10-26', from: 1035, until: 1185, minutes: 150 },
        person: { name: '森下 千尋' },
      },
      { overtime: { id: ahead, date: '2026-11-10' } },
    ]);
    expect(await given(arima)).toEqual([today, own.id, ahead]);
    await revokeOvertime(hall.context, takase, { id: ahead, note: '日を誤った' });
    expect(await given()).toEqual([today]);
  });

  it('keeps the orders of someone who has moved to another section, for who gave them', async () => {
    await hall.work('100001', '2026-10-20', 502, 1185);
    const given = await ordered(morishita, '2026-10-20', 1185);
    await hall.query(
      "insert into tk.appointment (municipality, staff, effective_from, department) values ($1, '100001', '2026-10-24', '21')",
      [HERE],
    );
    await hall.deriver.idle();
    expect(await listed()).toEqual([given]);
    expect(await listed('2026-10', ono, '21')).toEqual([]);
    await confirmOvertime(hall.context, takase, { id: given, note: '' });
    expect(await listed()).toEqual([]);
  });

  it('does not count time away between two stays, by the record or by an accepted correction', async () => {
    await hall.work('100001', '2026-10-20', 502, 1080);
    await hall.work('100001', '2026-10-20', 1110, 1185);
    const away = await ordered(morishita, '2026-10-20', 1185);
    await hall.work('100002', '2026-09-28', 502, 1050);
    await hall.work('100002', '2026-09-28', 1080, 1120);
    await ordered(nishihara, '2026-09-28', 1185);
    const id = randomUUID();
    const told = { date: '2026-09-28', kind: 'punch', in: null, out: 1185, reason: '退勤の打刻が早かった' } as const;
    await reportCorrection(hall.context, nishihara, { id, ...told });
    await decideCorrection(hall.context, takase, { id, accept: true, note: '' });
    await hall.deriver.idle();
    const span = { from: 1035, until: 1185 };
    expect((await view()).results).toMatchObject([
      { person: { staff: '100002' }, lastOut: 1185, present: 120, proposal: span, agrees: false },
      { person: { staff: '100001' }, lastOut: 1185, present: 120, proposal: span, agrees: false },
    ]);
    const { left } = await confirmMany(hall.context, takase, { ids: [away] });
    expect(left[0]?.message).toContain('在庁の記録(8:22–19:45)にない時間が 0:30 あります');
  });

  it('agrees once the difference after the order is explained', async () => {
    await hall.work('100001', '2026-10-22', 502, 1290);
    const late = await ordered(morishita, '2026-10-22', 1185);
    const id = randomUUID();
    const answer = { says: 'notWork', reason: 'selfStudy' } as const;
    const told = {
      date: '2026-10-22',
      kind: 'discrepancy',
      in: null,
      out: null,
      reason: '自主的な学習',
      answer,
    } as const;
    await reportCorrection(hall.context, morishita, { id, ...told });
    await decideCorrection(hall.context, takase, { id, accept: true, note: '講座の案内で確かめた' });
    await hall.deriver.idle();
    expect((await view()).results).toMatchObject([{ overtime: { id: late }, discrepancy: 0, agrees: true }]);
  });

  it('confirms many at once, each by a deed of its own, and tells of those that it leaves', async () => {
    await hall.work('100001', '2026-10-20', 502, 1200);
    const whole = await ordered(morishita, '2026-10-20', 1185);
    await hall.work('100002', '2026-10-21', 505, 1110);
    const early = await ordered(nishihara, '2026-10-21', 1185);
    const foreign = await ordered(shiina, '2026-10-20', 1185, ono);
    const coming = asking();
    await request(coming);
    await order(ordering(coming.id));
    await hall.deriver.idle();
    const ids = [whole, early, foreign, coming.id];
    const answer = await confirmMany(hall.context, takase, { ids });
    expect(manager.confirmMany.answer.parse(answer)).toEqual(answer);
    expect(answer.confirmed).toEqual([whole]);
    expect(answer.left.map(({ id, code }) => [id, code])).toEqual([
      [early, 'overtime.confirm.reason-missing'],
      [foreign, 'overtime.not-found'],
      [coming.id, 'overtime.confirm.not-yet-worked'],
    ]);
    expect(answer.left[0]?.message).toContain('在庁の記録');
    expect(await kinds(whole)).toEqual(['OvertimeRequested', 'OvertimeOrdered', 'OvertimeConfirmed']);
    expect(await listed()).toEqual([early]);
    expect(await codeOf(confirmOvertime(hall.context, takase, { id: early, until: 1110, note: '' }))).toBe('done');
    await hall.deriver.idle();
    expect((await month('100002')).totals.overtime).toBe(75);
    expect(await confirmMany(hall.context, takase, { ids: [whole] })).toEqual({ confirmed: [whole], left: [] });
    expect(await kinds(whole)).toHaveLength(3);
  });

  it('reads the list by as many statements for many people and days as for one', async () => {
    const statements = async (): Promise<number> => {
      let count = 0;
      const { store } = hall.context;
      const counting: typeof store = {
        ...store,
        tenant: (code, work) =>
          store.tenant(code, (tx) =>
            work({
              ...tx,
              query: (text, values) => {
                count += 1;
                return tx.query(text, values);
              },
            }),
          ),
      };
      await sectionMonth({ ...hall.context, store: counting }, takase, { department: '11', month: '2026-10' });
      return count;
    };
    await view();
    const without = await statements();
    for (const [who, staff] of [
      [morishita, '100001'],
      [nishihara, '100002'],
    ] as const) {
      for (const date of ['2026-09-29', '2026-10-19', '2026-10-20', '2026-10-21']) {
        await hall.work(staff, date, 502, 1200);
        await ordered(who, date, 1185);
      }
    }
    await hall.deriver.idle();
    expect((await view()).results).toHaveLength(8);
    expect(await statements()).toBe(without);
  });
});
