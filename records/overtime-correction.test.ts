import { describe, expect, it } from 'vitest';
import { asking, confirming, day, given, ground, nextMorning, ordering } from './testing/overtime-deeds.ts';

const presence = [{ from: 502, until: 1200 }];
const correcting = {
  type: 'correct',
  actor: '200001',
  from: 1035,
  until: 1200,
  note: '入力の誤り',
  ground,
  presence,
} as const;
const confirmed = () => given(asking, ordering, confirming);

describe('実績の訂正', () => {
  it('puts right what was confirmed, up and down, and keeps what it was before', () => {
    const longer = confirmed().when(correcting, nextMorning);
    expect(longer.answer).toMatchObject({
      events: [
        {
          kind: 'OvertimeCorrected',
          data: { from: 1035, until: 1200, minutes: 165, before: { from: 1035, until: 1185, minutes: 150 } },
        },
      ],
    });
    expect(longer.after).toMatchObject({ state: 'confirmed', until: 1200, minutes: 165, note: '入力の誤り' });
    const shorter = { ...correcting, until: 1100, presence: [{ from: 502, until: 1100 }] };
    expect(confirmed().when(shorter, nextMorning).after).toMatchObject({ until: 1100, minutes: 65, ground: null });
  });
  it('needs a reason, and something confirmed; the same hours put nothing right; nobody corrects an own result', () => {
    expect(confirmed().when({ ...correcting, note: '' }, nextMorning).code).toBe('overtime.correct.reason-missing');
    expect(given(asking, ordering).when(correcting, nextMorning).code).toBe('overtime.correct.not-confirmed');
    expect(confirmed().when({ ...correcting, until: 1185 }, nextMorning).code).toBe('overtime.correct.unchanged');
    // The same press again is the same deed.
    expect(given(asking, ordering, confirming, correcting).when(correcting, nextMorning).answer).toEqual({
      events: [],
    });
    expect(confirmed().when({ ...correcting, actor: asking.staff }, nextMorning).code).toBe('overtime.decide.own');
    expect(confirmed().when({ ...correcting, until: 1035 }, nextMorning).code).toBe(
      'overtime.confirm.until-before-from',
    );
  });
  it('takes hours away in which the record shows presence by a ground alone, and never by one for work to come', () => {
    const cut = { ...correcting, until: 1100 };
    expect(confirmed().when(cut, nextMorning).code).toBe('overtime.confirm.cut-reason-missing');
    for (const cutGround of ['cap', 'notNow', 'byOthers'] as const)
      expect(confirmed().when({ ...cut, cutGround }, nextMorning).code).toBe('overtime.confirm.ground-to-come');
    expect(confirmed().when({ ...cut, cutGround: 'ownStudy' }, nextMorning).after).toMatchObject({
      ground: 'ownStudy',
    });
  });
});

describe('hours that were worked', () => {
  const cut = { ...confirming, until: 1100, presence, note: '上限を超える' };
  it('are not taken away at the confirmation by a ground for work to come', () => {
    expect(given(asking, ordering).when({ ...cut, cutGround: 'cap' }, nextMorning).code).toBe(
      'overtime.confirm.ground-to-come',
    );
    expect(given(asking, ordering).when({ ...cut, cutGround: 'break' }, nextMorning).kinds).toEqual([
      'OvertimeConfirmed',
    ]);
  });
  it('are not rejected by such a ground once they have begun, and are before', () => {
    const rejecting = { type: 'reject', actor: '200001', note: '上限を超える', rejectGround: 'cap' } as const;
    expect(given(asking).when(rejecting, { day, minute: 1035 }).kinds).toEqual(['OvertimeRejected']);
    expect(given(asking).when(rejecting, { day, minute: 1036 }).code).toBe('overtime.reject.ground-to-come');
    expect(given(asking).when({ ...rejecting, rejectGround: 'noTask' }, nextMorning).kinds).toEqual([
      'OvertimeRejected',
    ]);
  });
  it('are not cut off an order by such a ground; what is still to come of them is', () => {
    const shorter = { ...ordering, until: 1100, cutGround: 'cap', note: '上限に収める' } as const;
    expect(given(asking).when(shorter, { day, minute: 1100 }).kinds).toEqual(['OvertimeOrdered']);
    expect(given(asking).when(shorter, { day, minute: 1101 }).code).toBe('overtime.order.ground-to-come');
  });
});

describe('an order of what was asked for in time', () => {
  it('says why, once the hours have begun; the person who asked late has said it already', () => {
    expect(given(asking).when(ordering, { day, minute: 1035 }).kinds).toEqual(['OvertimeOrdered']);
    expect(given(asking).when(ordering, nextMorning).code).toBe('overtime.order.late-decision');
    expect(given(asking).when({ ...ordering, note: '災害の対応で見られなかった' }, nextMorning).after).toMatchObject({
      state: 'ordered',
      retroactive: true,
    });
    expect(given(asking).when({ ...ordering, askedLate: true }, nextMorning).kinds).toEqual(['OvertimeOrdered']);
  });
  it('confirmed again in other words is told to be a correction', () => {
    const again = { ...confirming, note: '別の理由' };
    expect(confirmed().when(again, nextMorning).code).toBe('overtime.confirm.already-confirmed');
    expect(confirmed().when(confirming, nextMorning).answer).toEqual({ events: [] });
  });
});
