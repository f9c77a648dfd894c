import { describe, expect, it } from 'vitest';
import type { OvertimeCommand } from './overtime-commands.ts';
import type { OvertimeEvent } from './overtime-events.ts';
import { asking, confirming, day, given, nextMorning, ordering, over } from './testing/overtime-deeds.ts';

describe('申請', () => {
  it('asks for what lies outside the regular hours', () => {
    const { after } = given().when({ ...asking, from: 1000 });
    expect(after).toMatchObject({ state: 'requested', from: 1000, until: 1185, minutes: 150, requestedBy: '100001' });
  });
  it('is taken whatever its number of hours', () => {
    const free = { ...asking.ground, nextAllotment: { kind: 'weeklyDayOff' } } as const;
    expect(given().when({ ...asking, from: 1035, until: 1035 + 1440, ground: free }).after?.minutes).toBe(1440);
  });
  it('is the same request when it comes twice', () => {
    expect(given(asking).when(asking).answer).toEqual({ events: [] });
  });
  it('keeps an id for one request and one person', () => {
    expect(given(asking).when({ ...asking, until: 1200 }).code).toBe('overtime.request.id-taken');
    expect(given(asking).when({ ...asking, actor: '100002', staff: '100002' }).code).toBe('overtime.request.id-taken');
  });
  it('refuses an end before the start, and hours that are regular', () => {
    expect(given().when({ ...asking, until: 1005 }).code).toBe('overtime.request.until-before-from');
    expect(given().when({ ...asking, from: 600, until: 900 }).code).toBe('overtime.request.within-regular-hours');
  });
  it('made when the work has begun says why; whoever enters it for somebody gives the reason beside it', () => {
    const begun = { day, minute: 1036 };
    expect(given().when(asking, { day, minute: 1035 }).code).toBeNull();
    expect(given().when(asking, begun).code).toBe('overtime.request.after-reason-missing');
    expect(given().when({ ...asking, why: '窓口が長引いた' }, begun).after?.state).toBe('requested');
    expect(given().when({ ...asking, actor: '200009' }, begun).after?.state).toBe('requested');
  });
  it('may be put right after 差戻し', () => {
    const returned = given(asking, { type: 'return', actor: '200001', note: '内容を詳しく' });
    expect(returned.when({ ...asking, work: '資格データの検証(10月分)' }).after).toMatchObject({
      state: 'requested',
      work: '資格データの検証(10月分)',
      note: '',
    });
  });
});

describe('命令', () => {
  it('orders what was asked, beforehand', () => {
    expect(given(asking).when(ordering).after).toMatchObject({
      state: 'ordered',
      minutes: 150,
      retroactive: false,
      requestedBy: '100001',
      decidedBy: '200001',
    });
  });
  it('is 事後命令 when the work had begun, not before', () => {
    expect(given(asking).when(ordering, { day, minute: 1035 }).after?.retroactive).toBe(false);
    expect(given(asking).when({ ...ordering, note: '遅れた' }, { day, minute: 1036 }).after?.retroactive).toBe(true);
    expect(given(asking).when({ ...ordering, note: '遅れた' }, nextMorning).after?.retroactive).toBe(true);
  });
  it('without a request says why when the work has begun', () => {
    const { type: _type, why: _why, ...asked } = asking;
    const start = { ...ordering, ...asked, actor: '200001', type: 'startOrder' } as const;
    const begun = { day, minute: 1036 };
    expect(given().when(start, { day, minute: 1035 }).after).toMatchObject({ state: 'ordered', retroactive: false });
    expect(given().when(start, begun).code).toBe('overtime.order.after-reason-missing');
    const told = { ...start, note: '停電で急に要った' };
    expect(given().when(told, begun).after).toMatchObject({ state: 'ordered', retroactive: true });
  });
  it('may shorten and decide the category, never lengthen', () => {
    expect(
      given(asking).when({
        ...ordering,
        until: 1095,
        cutGround: 'byOthers',
        note: '残りは西原さんと分ける',
        category: 'temporary',
      }).after,
    ).toMatchObject({
      until: 1095,
      minutes: 60,
      category: 'temporary',
    });
    expect(given(asking).when({ ...ordering, until: 1186 }).code).toBe('overtime.order.longer-than-requested');
    expect(given(asking).when({ ...ordering, until: 1035 }).code).toBe('overtime.order.until-before-from');
  });
  it('over a cap is refused with what is left and until when', () => {
    const tried = given(asking).when({ ...ordering, caps: over });
    expect(tried.code).toBe('overtime.order.over-cap');
    expect(tried.figures).toEqual({ monthly: 40, room: 260, latestUntil: 1295 });
  });
  it.each(['exceptional', 'disaster', 'infection'] as const)('over a cap is possible as %s work', (category) => {
    const [event] = (given(asking).when({ ...ordering, category, caps: over }).answer as { events: OvertimeEvent[] })
      .events;
    expect(event).toMatchObject({ kind: 'OvertimeOrdered', data: { category, overLimits: ['monthly'] } });
  });
  it('over a cap is not possible as temporary work', () => {
    expect(given(asking).when({ ...ordering, category: 'temporary', caps: over }).code).toBe('overtime.order.over-cap');
  });
  it('over 100 or an average of 80 hours needs the state of health confirmed', () => {
    const critical = { ...ordering, category: 'exceptional', caps: { ...over, healthCritical: true } } as const;
    expect(given(asking).when(critical).code).toBe('overtime.order.health-not-confirmed');
    expect(given(asking).when({ ...critical, healthConfirmed: true }).kinds).toEqual(['OvertimeOrdered']);
  });
  it('twice is once; a different second order is refused', () => {
    expect(given(asking, ordering).when(ordering).answer).toEqual({ events: [] });
    expect(given(asking, ordering).when({ ...ordering, until: 1095 }).code).toBe('overtime.order.not-requested');
  });
  it('is not for oneself', () => {
    expect(given(asking).when({ ...ordering, actor: '100001' }).code).toBe('overtime.decide.own');
  });
  it('of nothing is refused', () => {
    expect(given().when(ordering).code).toBe('overtime.not-found');
  });
  it('starts without a request, once', () => {
    const start = {
      ...ordering,
      type: 'startOrder',
      staff: '100001',
      dutyDate: '2026-10-26',
      department: 'D1',
      from: 1035,
      until: 1095,
      category: 'normal',
      work: '窓口',
    } as const;
    expect(given().when(start).after).toMatchObject({ state: 'ordered', minutes: 60, requestedBy: null });
    expect(given(start).when(start).answer).toEqual({ events: [] });
    expect(given(start).when({ ...start, until: 1100 }).code).toBe('overtime.order.id-taken');
    expect(given().when({ ...start, caps: over }).code).toBe('overtime.order.over-cap');
    expect(given().when({ ...start, from: 600, until: 700 }).code).toBe('overtime.order.within-regular-hours');
  });
});

describe('差戻し・却下・取下げ・取消 are four deeds', () => {
  const head = { actor: '200001', note: '翌日に' } as const;
  it('差戻し and 却下 answer a request', () => {
    expect(given(asking).when({ type: 'return', ...head }).after).toMatchObject({ state: 'returned', note: '翌日に' });
    expect(given(asking).when({ type: 'reject', rejectGround: 'notNow', ...head }).after).toMatchObject({
      state: 'rejected',
      note: '翌日に',
    });
  });
  it('neither undoes an order', () => {
    expect(given(asking, ordering).when({ type: 'return', ...head }).code).toBe('overtime.return.not-requested');
    expect(given(asking, ordering).when({ type: 'reject', rejectGround: 'notNow', ...head }).code).toBe(
      'overtime.reject.not-requested',
    );
  });
  it('取下げ is by the one who asked, before the order', () => {
    const withdraw = { type: 'withdraw', actor: '100001', reason: '' } as const;
    expect(given(asking).when(withdraw).after?.state).toBe('withdrawn');
    expect(given(asking, withdraw).when(withdraw).answer).toEqual({ events: [] });
    expect(given(asking).when({ ...withdraw, actor: '200001' }).code).toBe('overtime.withdraw.not-own');
    expect(given(asking, ordering).when(withdraw).code).toBe('overtime.withdraw.already-decided');
  });
  it('取消 is by the head, of an order', () => {
    expect(given(asking, ordering).when({ type: 'revoke', ...head }).after?.state).toBe('revoked');
    expect(given(asking).when({ type: 'revoke', ...head }).code).toBe('overtime.revoke.not-ordered');
    expect(given(asking, ordering, confirming).when({ type: 'revoke', ...head }).code).toBe(
      'overtime.revoke.already-confirmed',
    );
  });
  it('none is for oneself', () => {
    for (const type of ['return', 'reject', 'revoke'] as const) {
      expect(given(asking).when({ type, actor: '100001', note: 'x', rejectGround: 'other' }).code).toBe(
        'overtime.decide.own',
      );
    }
  });
});

describe('取り込み', () => {
  const subject = {
    staff: '100001',
    dutyDate: '2026-10-20',
    department: 'D1',
    from: null,
    until: null,
    minutes: 180,
    category: 'normal',
    work: '',
    why: '',
  } as const;
  const line = { type: 'import', subject, allowance: 5000, source: 'overtime.csv' } as const satisfies OvertimeCommand;
  it('stands as confirmed and is the same when it comes again', () => {
    expect(given(line).state).toMatchObject({ state: 'confirmed', minutes: 180, allowance: 5000 });
    expect(given(line).when(line).answer).toEqual({ events: [] });
  });
  it('a changed line replaces the earlier one', () => {
    expect(given(line).when({ ...line, subject: { ...subject, minutes: 200 } }).after?.minutes).toBe(200);
  });
  it('does not overwrite an order made here', () => {
    expect(given(asking, ordering).when(line).code).toBe('overtime.import.id-taken');
  });
});
