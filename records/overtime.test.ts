import { epochDayOf } from '@tokimori/law/time/civil';
import type { Allotment } from '@tokimori/law/working-time/types';
import { describe, expect, it } from 'vitest';
import { decide, evolve } from './overtime.ts';
import type { CapJudgement, OvertimeCommand } from './overtime-commands.ts';
import type { Overtime, OvertimeEvent } from './overtime-events.ts';
import type { DutyDateGround, StandingOvertime } from './overtime-span.ts';
import type { Moment } from './recorded.ts';

const day = epochDayOf(2026, 10, 26);
const morning: Moment = { day, minute: 8 * 60 + 29 };
const nextMorning: Moment = { day: day + 1, minute: 8 * 60 };
const dutyDay: Allotment = {
  kind: 'dutyDay',
  hours: { from: 510, until: 1035 },
  breaks: [{ from: 720, until: 780 }],
};
const ground: DutyDateGround = { allotment: dutyDay, nextAllotment: dutyDay, dayBoundary: 300, others: [] };
const kept: CapJudgement = { over: [], room: 260, latestUntil: null, healthCritical: false };
const over: CapJudgement = {
  over: [{ limit: 'monthly', by: 40 }],
  room: 260,
  latestUntil: 1295,
  healthCritical: false,
};

const asking = {
  type: 'request',
  actor: '100001',
  staff: '100001',
  dutyDate: '2026-10-26',
  department: 'D1',
  from: 1035,
  until: 1185,
  category: 'normal',
  work: '資格データの検証',
  why: '',
  allotment: dutyDay,
  others: [],
} as const satisfies OvertimeCommand;
const ordering = {
  type: 'order',
  actor: '200001',
  note: '',
  healthConfirmed: false,
  ground,
  exceptionalCategories: ['exceptional', 'disaster', 'infection'],
  caps: kept,
} as const satisfies OvertimeCommand;
const confirming = {
  type: 'confirm',
  actor: '200001',
  note: '',
  ground,
  presence: [{ from: 502, until: 1190 }],
} as const satisfies OvertimeCommand;

const at = (now: Moment): Date => new Date((now.day * 1440 + now.minute - 540) * 60_000);

/** Given deeds that were done (each must succeed), when a deed is tried at `now`, then … */
function given(...commands: readonly OvertimeCommand[]) {
  let state: Overtime | null = null;
  for (const command of commands) {
    const now = command.type === 'confirm' ? nextMorning : morning;
    const answer = decide(command, state, now);
    if ('refused' in answer) throw new Error(answer.refused.code);
    for (const event of answer.events) {
      state = evolve(state, {
        event,
        actor: 'actor' in command ? command.actor : 'system:import',
        occurredAt: at(now),
      });
    }
  }
  return {
    state,
    when(command: OvertimeCommand, now: Moment = morning) {
      const answer = decide(command, state, now);
      const events: readonly OvertimeEvent[] = 'events' in answer ? answer.events : [];
      return {
        answer,
        kinds: events.map((event) => event.kind),
        after: events.reduce<Overtime | null>(
          (before, event) =>
            evolve(before, { event, actor: 'actor' in command ? command.actor : 'system:import', occurredAt: at(now) }),
          state,
        ),
        code: 'refused' in answer ? answer.refused.code : null,
        figures: 'refused' in answer ? answer.refused.figures : {},
      };
    },
  };
}

describe('申請', () => {
  it('asks for what lies outside the regular hours', () => {
    const { after } = given().when({ ...asking, from: 1000 });
    expect(after).toMatchObject({ state: 'requested', from: 1000, until: 1185, minutes: 150, requestedBy: '100001' });
  });
  it('is taken whatever its number of hours', () => {
    expect(given().when({ ...asking, from: 1035, until: 2880 }).after?.minutes).toBe(1845);
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
    expect(given(asking).when(ordering, { day, minute: 1036 }).after?.retroactive).toBe(true);
    expect(given(asking).when(ordering, nextMorning).after?.retroactive).toBe(true);
  });
  it('may shorten and decide the category, never lengthen', () => {
    expect(given(asking).when({ ...ordering, until: 1095, category: 'temporary' }).after).toMatchObject({
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
    expect(given(asking).when({ type: 'reject', ...head }).after).toMatchObject({ state: 'rejected', note: '翌日に' });
  });
  it('neither undoes an order', () => {
    expect(given(asking, ordering).when({ type: 'return', ...head }).code).toBe('overtime.return.not-requested');
    expect(given(asking, ordering).when({ type: 'reject', ...head }).code).toBe('overtime.reject.not-requested');
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
      expect(given(asking).when({ type, actor: '100001', note: 'x' }).code).toBe('overtime.decide.own');
    }
  });
});

describe('実績の確認', () => {
  it('confirms as ordered', () => {
    expect(given(asking, ordering).when(confirming, nextMorning).after).toMatchObject({
      state: 'confirmed',
      minutes: 150,
      retroactive: false,
    });
  });
  it('confirms what was really worked, longer too', () => {
    expect(
      given(asking, ordering).when({ ...confirming, until: 1800, note: '夜通しの復旧' }, { day: day + 1, minute: 480 })
        .after,
    ).toMatchObject({
      state: 'confirmed',
      until: 1800,
      minutes: 765,
    });
  });
  it('takes work that no order preceded, and says so', () => {
    expect(given(asking).when(confirming, nextMorning).after).toMatchObject({ state: 'confirmed', retroactive: true });
  });
  it('waits for the end of the work', () => {
    expect(given(asking, ordering).when(confirming, { day, minute: 1184 }).code).toBe(
      'overtime.confirm.not-yet-worked',
    );
    expect(given(asking, ordering).when(confirming, { day, minute: 1185 }).kinds).toEqual(['OvertimeConfirmed']);
  });
  it('is done once', () => {
    expect(given(asking, ordering, confirming).when(confirming, nextMorning).answer).toEqual({ events: [] });
    expect(given(asking, ordering, confirming).when({ ...confirming, until: 1100 }, nextMorning).code).toBe(
      'overtime.confirm.already-confirmed',
    );
  });
  it('beyond the order needs a reason, which stays in the journal', () => {
    const longer = { ...confirming, until: 1250, presence: [{ from: 502, until: 1260 }] };
    const tried = given(asking, ordering).when(longer, nextMorning);
    expect(tried.code).toBe('overtime.confirm.reason-missing');
    expect(tried.figures).toEqual({
      from: 1035,
      until: 1250,
      beyondOrder: 65,
      orderFrom: 1035,
      orderUntil: 1185,
      firstIn: 502,
      lastOut: 1260,
    });
    const told = given(asking, ordering).when({ ...longer, note: '問い合わせが続いた' }, nextMorning);
    expect(told.answer).toMatchObject({
      events: [{ data: { until: 1250, minutes: 215, note: '問い合わせが続いた' } }],
    });
    expect(told.after).toMatchObject({ state: 'confirmed', note: '問い合わせが続いた' });
  });
  it('beyond the objective record needs a reason, also as ordered or as asked', () => {
    const left = { ...confirming, presence: [{ from: 502, until: 1176 }] };
    for (const deeds of [[asking], [asking, ordering]]) {
      const tried = given(...deeds).when(left, nextMorning);
      expect([tried.code, tried.figures.beyondRecord, tried.figures.beyondOrder]).toEqual([
        'overtime.confirm.reason-missing',
        9,
        undefined,
      ]);
      expect(given(...deeds).when({ ...left, note: '庁外の会場' }, nextMorning).kinds).toEqual(['OvertimeConfirmed']);
    }
    const away = given(asking, ordering).when({ ...confirming, presence: [] }, nextMorning);
    expect(away.figures).toEqual({ from: 1035, until: 1185, beyondRecord: 150 });
  });
  it('shorter than the order, within the record, needs none', () => {
    const shorter = { ...confirming, until: 1100, presence: [{ from: 502, until: 1100 }] };
    expect(given(asking, ordering).when(shorter, nextMorning).after).toMatchObject({ until: 1100, minutes: 65 });
  });
  it('takes no span that is not of its duty date, whatever the reason', () => {
    const later: Moment = { day: day + 3, minute: 0 };
    const tried = (changed: object) => given(asking, ordering).when({ ...confirming, note: '理由', ...changed }, later);
    expect(tried({ from: 0, until: 2880 }).code).toBe('overtime.span.longer-than-a-day');
    expect(tried({ from: 1740, until: 1800 }).code).toBe('overtime.span.next-day');
    expect(tried({ until: 1951 }).code).toBe('overtime.span.next-duty');
    expect(tried({ until: 1950 }).after?.minutes).toBe(915);
    expect(tried({ from: 600, until: 700 }).code).toBe('overtime.confirm.within-regular-hours');
    const free = { ...ground, nextAllotment: { kind: 'weeklyDayOff' } } as const;
    expect(tried({ until: 2475, ground: free }).after?.minutes).toBe(1440);
    expect(tried({ until: 2476, ground: free }).code).toBe('overtime.span.longer-than-a-day');
  });
  it('does not revive what was rejected', () => {
    const rejected = given(asking, { type: 'reject', actor: '200001', note: '不要' });
    expect(rejected.when(confirming, nextMorning).code).toBe('overtime.confirm.not-open');
  });
});

describe('the same time twice', () => {
  const other = (given: Partial<StandingOvertime>): { others: StandingOvertime[] } => ({
    others: [{ dutyDate: '2026-10-26', from: 1080, until: 1140, state: 'requested', ...given }],
  });
  const within = (given: Partial<StandingOvertime>) => ({ ground: { ...ground, ...other(given) } });
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
  it.each(['requested', 'ordered', 'confirmed'] as const)('is neither asked nor ordered beside one %s', (state) => {
    for (const tried of [
      given().when({ ...asking, ...other({ state }) }),
      given().when({ ...start, ...within({ state }) }),
    ]) {
      expect([tried.code, tried.figures]).toEqual(['overtime.overlaps', { from: 1080, until: 1140 }]);
      expect(tried.answer).toMatchObject({ refused: { words: { date: '2026-10-26', state } } });
    }
  });
  it.each(['returned', 'rejected', 'withdrawn', 'revoked'] as const)('does not stand in one %s', (state) => {
    expect(given().when({ ...asking, ...other({ state }) }).kinds).toEqual(['OvertimeRequested']);
    expect(given().when({ ...start, ...within({ state }) }).kinds).toEqual(['OvertimeOrdered']);
  });
  it('is not ordered or confirmed beside what counts already', () => {
    for (const state of ['ordered', 'confirmed'] as const) {
      expect(given(asking).when({ ...ordering, ...within({ state }) }).code).toBe('overtime.overlaps');
      expect(given(asking, ordering).when({ ...confirming, ...within({ state }) }, nextMorning).code).toBe(
        'overtime.overlaps',
      );
    }
  });
  it('that another request asks for too may be decided, but a changed confirmation must not take it', () => {
    const waits = within({ from: 1185, until: 1200 });
    expect(given(asking).when({ ...ordering, ...within({}) }).kinds).toEqual(['OvertimeOrdered']);
    expect(given(asking, ordering).when({ ...confirming, ...waits }, nextMorning).kinds).toEqual(['OvertimeConfirmed']);
    const longer = { ...confirming, ...waits, until: 1190, note: '片付け' };
    expect(given(asking, ordering).when(longer, nextMorning).code).toBe('overtime.overlaps');
  });
  it('is not what only touches it', () => {
    expect(given().when({ ...asking, ...other({ from: 1185, until: 1200 }) }).kinds).toEqual(['OvertimeRequested']);
  });
  it('is found on the duty date beside it', () => {
    const morningOf = other({ dutyDate: '2026-10-27', from: 0, until: 60, state: 'ordered' });
    expect(given().when({ ...asking, until: 1441, ...morningOf }).code).toBe('overtime.overlaps');
    expect(given().when({ ...asking, until: 1440, ...morningOf }).kinds).toEqual(['OvertimeRequested']);
    const nightOf = other({ dutyDate: '2026-10-25', from: 1320, until: 1500, state: 'ordered' });
    expect(given().when({ ...asking, from: 59, until: 120, ...nightOf }).code).toBe('overtime.overlaps');
  });
  it('is not the same request again', () => {
    expect(given(asking).when({ ...asking, ...other({}) }).answer).toEqual({ events: [] });
  });
});

describe('an order of hours that are not of their duty date', () => {
  const free = { ...ground, nextAllotment: { kind: 'weeklyDayOff' } } as const;
  it('is refused, while the request is taken', () => {
    const long = given({ ...asking, until: 2880 });
    expect(long.when({ ...ordering, ground: free }).code).toBe('overtime.span.longer-than-a-day');
    expect(long.when(ordering).code).toBe('overtime.span.longer-than-a-day');
    expect(long.when({ ...ordering, until: 1960 }).code).toBe('overtime.span.next-duty');
    expect(long.when({ ...ordering, until: 1950 }).kinds).toEqual(['OvertimeOrdered']);
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
