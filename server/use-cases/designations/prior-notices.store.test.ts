import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { startOrder } from '../overtime-decision.ts';
import { requestOvertime } from '../overtime-request.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import { cityExceptional, noticeOfRequest, sectionExceptional } from './exceptional.ts';
import { checkPriorNotice, filePriorNotice, withdrawPriorNotice } from './prior-notices.ts';

eachTownHallAt('2026-11-04T18:00:00+09:00', 'prior notices of 特例業務', (hall) => {
  const december = {
    department: '11',
    version: 0,
    staff: '100001',
    task: '選挙の執行',
    from: '2026-12-01',
    through: '2026-12-20',
    expected: [{ month: '2026-12', minutes: 50 * 60 }],
    staffing: '2人のうち1人が育休',
    unavoidable: '期日が法で決まる',
    reduction: '投票所の応援を求める',
    confirmedOn: null,
    confirmedBy: '',
    fatigue: '',
    mindAndBody: '',
  };
  const file = (part: object = {}, who = takase, id: string = randomUUID()) =>
    filePriorNotice(hall.context, who, { id, ...december, ...part });
  const order = (date: string) =>
    startOrder(hall.context, takase, {
      id: randomUUID(),
      department: '11',
      staff: '100001',
      date,
      from: 17 * 60 + 15,
      until: 19 * 60 + 15,
      category: 'exceptional',
      work: '投票所の準備',
      note: '告示',
      healthConfirmed: false,
    });

  it('are filed by the day of the month before, late and incomplete too, and corrected', async () => {
    const id = randomUUID();
    expect(await file({}, takase, id)).toMatchObject({
      due: '2026-11-20',
      state: 'inTime',
      missing: [],
      health: 'notNeeded',
    });
    expect(await file({}, takase, id)).toMatchObject({ state: 'inTime' });
    expect(await codeOf(file({ task: '別の業務' }, takase, id))).toBe('record.changed');
    hall.context.clock.moveTo('2026-11-25T09:00:00+09:00');
    const corrected = await file({ version: 1, staffing: '' }, takase, id);
    expect([corrected.state, corrected.missing]).toEqual(['late', ['staffing']]);
    const { notices, dueDay, mayFile } = await sectionExceptional(hall.context, takase, {
      department: '11',
      month: '2026-12',
    });
    // The notice keeps the day on which it was filed first.
    expect(notices).toMatchObject([{ id, filedOn: '2026-11-04', state: 'inTime', complete: false, version: 2 }]);
    expect([dueDay, mayFile]).toEqual([20, true]);
    await withdrawPriorNotice(hall.context, takase, { id, reason: '無投票' });
    await withdrawPriorNotice(hall.context, takase, { id, reason: '無投票' });
    expect((await cityExceptional(hall.context, arima, { month: '2026-12' })).notices).toEqual([]);
    expect(await codeOf(file({ version: 3 }, takase, id))).toBe('prior-notice.unknown');
  });

  it('want the health of the person confirmed from 100:00 or an average of 80:00 on', async () => {
    const check = (part: object) => checkPriorNotice(hall.context, takase, { ...december, ...part });
    const hours = (minutes: number) => ({ expected: [{ month: '2026-12', minutes }] });
    expect((await check(hours(99 * 60 + 59))).health).toBe('notNeeded');
    const critical = await check(hours(100 * 60));
    expect([critical.health, critical.steps.map(({ says }) => says).at(-1)]).toEqual([
      'missing',
      'confirmationMissing',
    ]);
    const seen = { confirmedOn: '2026-11-04', confirmedBy: '高瀬', fatigue: 'なし', mindAndBody: '良好' };
    expect((await check({ ...hours(100 * 60), ...seen })).health).toBe('confirmed');
    for (const month of ['07', '08', '09', '10', '11']) await hall.handOver('100001', `2026-${month}`, 84 * 60);
    await hall.deriver.idle();
    expect((await check(hours(60 * 60))).health).toBe('notNeeded');
    expect((await check(hours(60 * 60 + 1))).health).toBe('missing');
  });

  it('show words about health to 人事課 and the head of the 課, never to executives, auditors and heads above', async () => {
    const seen = { confirmedOn: '2026-11-04', confirmedBy: '高瀬', fatigue: '眠れていない', mindAndBody: '頭痛' };
    await file(seen);
    const executive = { municipality: HERE, login: 'vice-mayor', staff: null, roles: ['executive'] } as const;
    const auditor = { ...executive, login: 'auditor', roles: ['auditor'] } as const;
    const words = ({
      notices,
    }: {
      notices: readonly { fatigue: string; mindAndBody: string; confirmedOn: string | null }[];
    }) => notices.map(({ fatigue, mindAndBody, confirmedOn }) => [fatigue, mindAndBody, confirmedOn]);
    const told = [['眠れていない', '頭痛', '2026-11-04']];
    const blank = [['', '', '2026-11-04']];
    const month = '2026-12';
    const city = async (who: Actor) => words(await cityExceptional(hall.context, who, { month }));
    expect([await city(arima), await city(executive), await city(auditor)]).toEqual([told, blank, blank]);
    const section = async (who: Actor) =>
      words(await sectionExceptional(hall.context, who, { department: '11', month }));
    expect([await section(takase), await section(arima)]).toEqual([told, told]);
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, '300009', '2026-04-01', '10', '部長', true, true)`,
      [HERE],
    );
    expect(await section({ ...ono, staff: '300009', roles: ['staff', 'manager'] })).toEqual(blank);
  });

  it('are refused for impossible periods, other sections and oneself, and from whoever does not head the section', async () => {
    expect(await codeOf(file({ through: '2026-11-30' }))).toBe('prior-notice.period');
    expect(await codeOf(file({ expected: [{ month: '2027-01', minutes: 60 }] }))).toBe('prior-notice.period');
    expect(await codeOf(file({ from: '2028-12-01', through: '2028-12-02', expected: [] }))).toBe('prior-notice.reach');
    expect(await codeOf(file({ staff: '300001' }))).toBe('prior-notice.not-in-section');
    expect(await codeOf(file({ staff: '200001' }))).toBe('access.denied');
    for (const who of [ono, arima, morishita, there(takase)])
      expect(await codeOf(file({}, who))).toBe(who.municipality === takase.municipality ? 'access.denied' : 'done');
    expect(await codeOf(sectionExceptional(hall.context, ono, { department: '11', month: '2026-12' }))).toBe(
      'access.denied',
    );
    expect(await codeOf(cityExceptional(hall.context, takase, { month: '2026-12' }))).toBe('access.denied');
    const id = randomUUID();
    await file({}, takase, id);
    expect(await codeOf(withdrawPriorNotice(hall.context, ono, { id, reason: 'x' }))).toBe('access.denied');
    expect(await codeOf(withdrawPriorNotice(hall.context, there(takase), { id, reason: 'x' }))).toBe(
      'prior-notice.unknown',
    );
  });

  it('are referred to by orders of their days; an order without one is taken and marked', async () => {
    const id = randomUUID();
    await file(
      { from: '2026-11-05', through: '2026-11-20', expected: [{ month: '2026-11', minutes: 600 }] },
      takase,
      id,
    );
    expect((await order('2026-11-06')).state).toBe('ordered');
    expect((await order('2026-11-24')).state).toBe('ordered');
    const city = await cityExceptional(hall.context, arima, { month: '2026-11' });
    expect(city.orders.map(({ date, notice, noticeTask }) => [date, notice, noticeTask])).toEqual([
      ['2026-11-24', 'none', ''],
      ['2026-11-06', 'late', '選挙の執行'],
    ]);
    expect([city.without, city.more]).toEqual([1, false]);
    expect(city.notices).toMatchObject([{ id, orders: 1, state: 'late' }]);
    const section = await sectionExceptional(hall.context, takase, { department: '11', month: '2026-11' });
    expect(section.orders).toEqual(city.orders);
    expect(section.people.map(({ staff }) => staff)).toEqual(['100001', '100002']);
    expect((await cityExceptional(hall.context, there(arima), { month: '2026-11' })).orders).toEqual([]);
  });

  it('are shown to the head before a request is ordered', async () => {
    const request = randomUUID();
    await requestOvertime(hall.context, morishita, {
      id: request,
      date: '2026-11-06',
      from: 17 * 60 + 15,
      until: 19 * 60,
      category: 'exceptional',
      work: '投票所の準備',
      why: '',
    });
    const none = await noticeOfRequest(hall.context, takase, { id: request });
    expect([none.notice, none.due, none.orderHealth]).toEqual([null, '2026-10-20', 'notNeeded']);
    await file({ from: '2026-11-05', through: '2026-11-20', expected: [{ month: '2026-11', minutes: 600 }] });
    expect((await noticeOfRequest(hall.context, takase, { id: request })).notice?.task).toBe('選挙の執行');
    expect(await codeOf(noticeOfRequest(hall.context, ono, { id: request }))).toBe('access.denied');
    expect(await codeOf(noticeOfRequest(hall.context, there(takase), { id: request }))).toBe('overtime.not-found');
  });
});
