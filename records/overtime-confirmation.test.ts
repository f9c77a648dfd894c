import { describe, expect, it } from 'vitest';
import type { Moment } from './recorded.ts';
import { asking, confirming, day, given, ground, nextMorning, ordering } from './testing/overtime-deeds.ts';

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
    for (const other of [{ until: 1100 }, { note: '別の理由' }, { cutGround: 'break' }] as const)
      expect(given(asking, ordering, confirming).when({ ...confirming, ...other }, nextMorning).code).toBe(
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
    const rejected = given(asking, { type: 'reject', rejectGround: 'notNow', actor: '200001', note: '不要' });
    expect(rejected.when(confirming, nextMorning).code).toBe('overtime.confirm.not-open');
  });
});
