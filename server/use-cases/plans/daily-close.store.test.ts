import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { rejectOvertime, returnOvertime } from '../overtime-decision.ts';
import { orderMany } from '../overtime-many.ts';
import { requestOvertime, withdrawOvertime } from '../overtime-request.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { asking } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { closeShares } from './close-share.ts';
import { dailyClose } from './daily-close.ts';
import { agreePlan, savePlan } from './plan-deeds.ts';

const union: Actor = { municipality: HERE, login: 'union', staff: null, roles: ['union'] };

eachTownHallAt('2026-10-26T16:30:00+09:00', '終礼', (hall) => {
  const close = (who = takase, department = '11') => dailyClose(hall.context, who, { department });
  const ask = async (who = morishita, given: Parameters<typeof asking>[0] = {}) => {
    const input = asking(given);
    await requestOvertime(hall.context, who, input);
    return input.id;
  };
  const order = (...ids: string[]) => orderMany(hall.context, takase, { ids });
  const at = (time: string) => hall.context.clock.moveTo(`2026-10-${time}:00+09:00`);

  it('shows who asked, who stays and who stayed lately without asking; the head orders together before the end of duty', async () => {
    for (const date of ['2026-10-21', '2026-10-23']) await hall.work('100002', date, 510, 1155);
    await hall.work('100001', '2026-10-22', 500, 1155);
    await hall.deriver.idle();
    const id = await ask();
    const before = await close();
    expect(before).toMatchObject({ name: '市民部 保険年金課', date: '2026-10-26', dutyEnd: 1035, over: false });
    expect(before.asked.map(({ overtime, late }) => `${overtime.person.name} ${late}`)).toEqual(['森下 千尋 false']);
    expect(before.notAsked).toMatchObject([
      { person: { name: '西原 拓海' }, days: 2, beyond: 240, last: '2026-10-23' },
    ]);
    expect((await order(id)).ordered).toEqual([id]);
    const after = await close();
    expect(after.asked).toEqual([]);
    expect(after.staying).toMatchObject([{ person: { name: '森下 千尋' }, from: 1035, until: 1185 }]);
    expect(after.shares[0]).toEqual({ month: '2026-10', requests: 1, inTime: 1, askedAfter: 0 });
    expect(after.shares.map(({ month }) => month)).toEqual([
      '2026-10',
      '2026-09',
      '2026-08',
      '2026-07',
      '2026-06',
      '2026-05',
    ]);
  });
  it('marks what comes after the end of duty', async () => {
    at('26T17:16');
    await ask();
    const seen = await close();
    expect(seen.over).toBe(true);
    expect(seen.asked.map(({ late }) => late)).toEqual([true]);
    expect(seen.shares[0]).toEqual({ month: '2026-10', requests: 1, inTime: 0, askedAfter: 1 });
  });
  it('does not count what may still be decided in time, nor what was withdrawn', async () => {
    const id = await ask();
    expect((await close()).shares[0]?.requests).toBe(0);
    at('26T17:15');
    expect((await close()).shares[0]?.requests).toBe(0);
    at('26T17:16');
    expect((await close()).shares[0]).toEqual({ month: '2026-10', requests: 1, inTime: 0, askedAfter: 0 });
    await withdrawOvertime(hall.context, morishita, { id, reason: '' });
    expect((await close()).shares[0]?.requests).toBe(0);
  });
  it('counts the first decision, whatever comes after it', async () => {
    const [returned, rejected, ordered] = [
      await ask(),
      await ask(nishihara),
      await ask(nishihara, { from: 1200, until: 1260 }),
    ];
    await returnOvertime(hall.context, takase, { id: returned, note: '時刻を確かめてください' });
    await rejectOvertime(hall.context, takase, { id: rejected, ground: 'notNow', note: '明日に回す' });
    at('26T17:15');
    await order(ordered);
    at('26T18:00');
    await requestOvertime(hall.context, morishita, asking({ id: returned, until: 1155 }));
    await order(returned);
    expect((await close()).shares[0]).toEqual({ month: '2026-10', requests: 3, inTime: 3, askedAfter: 1 });
  });
  it('asks for a decision before the work begins on a day without duty', async () => {
    const id = await ask(morishita, { date: '2026-10-31', from: 540, until: 600 });
    at('31T08:59');
    await order(id);
    expect((await close()).dutyEnd).toBeNull();
    expect((await close()).shares[0]).toEqual({ month: '2026-10', requests: 1, inTime: 1, askedAfter: 0 });
  });
  it('says what is left of the plan that was agreed', async () => {
    const plan = { department: '11', month: '2026-10' };
    const line = { staff: '100001', work: '検証', reason: '', weeks: null, minutes: 300 };
    await hall.handOver('100001', '2026-10', 200);
    await hall.deriver.idle();
    await ask();
    await savePlan(hall.context, takase, { ...plan, version: 0, lines: [line], remarks: '' });
    expect((await close()).asked[0]?.planLeft).toBeNull();
    await agreePlan(hall.context, takase, { ...plan, version: 1, as: 'head' });
    expect((await close()).asked[0]?.planLeft).toBe(100);
  });
  it('is counted by section for 人事課, a 部局 at a time', async () => {
    await order(await ask());
    await ask(shiina);
    at('26T17:16');
    const shares = (bureau?: string) => closeShares(hall.context, arima, { month: '2026-10', bureau });
    expect((await shares()).sections).toEqual([
      { department: '11', name: '保険年金課', month: '2026-10', requests: 1, inTime: 1, askedAfter: 0 },
    ]);
    expect((await shares()).bureaus.map(({ name }) => name)).toEqual(['市民部', '企画財政部', '総務部']);
    expect((await shares('20')).sections).toMatchObject([{ name: '財政課', requests: 1, inTime: 0 }]);
    expect(await codeOf(shares('99'))).toBe('department.not-found');
  });
  it('is seen by the head and 人事課 alone', async () => {
    await ask();
    expect((await close(arima)).asked).toHaveLength(1);
    for (const who of [ono, morishita, union]) expect(await codeOf(close(who))).toBe('access.denied');
    expect((await close(there(takase))).asked).toEqual([]);
    for (const who of [takase, union])
      expect(await codeOf(closeShares(hall.context, who, { month: '2026-10' }))).toBe('access.denied');
  });
});
