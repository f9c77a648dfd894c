import { describe, expect, it } from 'vitest';
import type { CommandOf } from './overtime-commands.ts';
import { asking, confirming, given, ground, morning, nextMorning, ordering } from './testing/overtime-deeds.ts';

/** 課長 200001 orders while the month's approval lies with the 部長 200009. */
const approving = { ...ordering, finality: 'above' } as const satisfies CommandOf<'order'>;
const director = { ...ordering, actor: '200009', finality: 'moved' } as const satisfies CommandOf<'order'>;

describe('承認者が上がった月の命令', () => {
  it('課長の命令は承認になり、命令にはならない', () => {
    const { kinds, after } = given(asking).when(approving);
    expect(kinds).toEqual(['OvertimeFirstApproved']);
    expect(after).toMatchObject({ state: 'firstApproved', retroactive: false, firstApproval: { by: '200001' } });
  });
  it('部長の命令で終わり、二人の名前と時刻が残る', () => {
    const { after } = given(asking, approving).when(director);
    expect(after).toMatchObject({ state: 'ordered', decidedBy: '200009', firstApproval: { by: '200001' } });
    expect(after?.firstApproval?.at).toBeInstanceOf(Date);
  });
  it('部長は、課長の承認を待たずに命令できる', () => {
    expect(given(asking).when(director).after).toMatchObject({ state: 'ordered', firstApproval: null });
  });
  it('承認した人は、上の職に立っても自分の承認を命令にできない', () => {
    const both = { ...director, actor: '200001' } as const;
    expect(given(asking, approving).when(both).code).toBe('overtime.order.same-approver');
  });
  it('対策が当たらなくなれば、課長の命令で終わる', () => {
    expect(given(asking, approving).when(ordering).after?.state).toBe('ordered');
  });
  it('同じ承認をもう一度しても何も起こらず、短くする承認は受け付けない', () => {
    expect(given(asking, approving).when(approving).answer).toEqual({ events: [] });
    const shorter = { ...approving, until: 1095, cutGround: 'notNow', note: '翌日に' } as const;
    expect(given(asking, approving).when(shorter).code).toBe('overtime.order.approved-already');
  });
  it('緊急は、理由があるときだけ課長が命令でき、緊急と残る', () => {
    const urgent = { ...approving, emergency: true } as const;
    expect(given(asking).when(urgent).code).toBe('overtime.order.emergency-reason-missing');
    const because = { ...urgent, note: '避難所を開く' };
    expect(given(asking).when(because).after).toMatchObject({ state: 'ordered', emergency: true });
    expect(given(asking, approving).when(because).after).toMatchObject({ state: 'ordered', emergency: true });
  });
  it('終わった勤務は、緊急には命令できない', () => {
    const because = { ...approving, emergency: true, note: '急ぎ' } as const;
    const over = (minute: number) => given(asking).when(because, { ...morning, minute });
    const until = asking.until ?? 0;
    expect(over(until - 1).after).toMatchObject({ state: 'ordered', emergency: true });
    expect(over(until).code).toBe('overtime.order.emergency-over');
  });
  it('緊急の印は、自分の権限で命令できる人には付かない', () => {
    expect(given(asking).when({ ...ordering, emergency: true }).after?.emergency).toBe(false);
  });
  it('承認待ちは、差戻し・却下・取下げができ、取消はできない', () => {
    const waiting = given(asking, approving);
    const by = { actor: '200009', note: 'x' } as const;
    expect(waiting.when({ type: 'return', ...by }).after?.state).toBe('returned');
    expect(waiting.when({ type: 'reject', ...by, rejectGround: 'notNow' }).after?.state).toBe('rejected');
    expect(waiting.when({ type: 'withdraw', actor: '100001', reason: '' }).after?.state).toBe('withdrawn');
    expect(waiting.when({ type: 'revoke', ...by }).code).toBe('overtime.revoke.not-ordered');
  });
  it('承認待ちのまま働いた時間も、実績として確認できる', () => {
    expect(given(asking, approving).when(confirming, nextMorning).after).toMatchObject({
      state: 'confirmed',
      retroactive: true,
    });
  });
  it('承認待ちの時間には、ほかの時間外勤務を重ねられない', () => {
    const other = { dutyDate: '2026-10-26', from: 1100, until: 1200, state: 'firstApproved' } as const;
    expect(given().when({ ...asking, ground: { ...ground, others: [other] } }).code).toBe('overtime.overlaps');
  });
  it('申請によらない命令も、承認になってから命令になる', () => {
    const { type: _type, ...order } = approving;
    const { staff, dutyDate, department, from, until, category, work } = asking;
    const start = { ...order, type: 'startOrder', staff, dutyDate, department, from, until, category, work } as const;
    const { after } = given().when(start);
    expect(after).toMatchObject({ state: 'firstApproved', requestedBy: null });
    expect(given(start).when(start).answer).toEqual({ events: [] });
    expect(given(start, director).state?.state).toBe('ordered');
  });
});

describe('代わりにする決裁', () => {
  const standIn = { as: 'standIn', for: '200001' } as const;
  it('だれの代わりかが残り、次の決裁で消える', () => {
    const deputy = { ...ordering, actor: '300002', capacity: standIn } as const;
    expect(given(asking).when(deputy).after).toMatchObject({ decidedBy: '300002', capacity: standIn });
    expect(given(asking, deputy).when({ type: 'revoke', actor: '200001', note: '中止' }).after?.capacity).toBeNull();
  });
  it('自分の申請は、代わりに立っても決裁できない', () => {
    const own = { ...ordering, actor: '100001', capacity: standIn } as const;
    expect(given(asking).when(own).code).toBe('overtime.decide.own');
  });
  it.each([
    [150, 0, null],
    [149, 0, 'overtime.order.beyond-mandate'],
    [210, 60, null],
    [209, 60, 'overtime.order.beyond-mandate'],
  ])('1日 %i 分まで、ほかに %i 分のとき', (limit, alreadyOrdered, code) => {
    expect(given(asking).when({ ...ordering, reach: { limit, alreadyOrdered } }).code).toBe(code);
  });
});

describe('代理の入力', () => {
  const entered = { ...asking, actor: '100009' } as const;
  it('申請は本人のもので、入力した人の名前が残る', () => {
    expect(given(entered).state).toMatchObject({ staff: '100001', requestedBy: '100009' });
  });
  it('取下げは理由があるときだけで、本人の取下げとは別に残る', () => {
    const withdraw = { type: 'withdraw', actor: '100009', onBehalf: true, reason: '' } as const;
    expect(given(entered).when(withdraw).code).toBe('overtime.on-behalf.reason-missing');
    expect(given(entered).when({ ...withdraw, reason: '本人から電話' }).after).toMatchObject({
      state: 'withdrawn',
      capacity: { as: 'onBehalf', for: '100001' },
    });
    expect(given(entered).when({ ...withdraw, actor: '100001', reason: 'x' }).code).toBe('overtime.withdraw.not-own');
  });
  it('命令の後の取下げは、代理でもできない', () => {
    const withdraw = { type: 'withdraw', actor: '100009', onBehalf: true, reason: '急病' } as const;
    expect(given(entered, ordering).when(withdraw).code).toBe('overtime.withdraw.already-decided');
  });
});

describe('申請より短くすること', () => {
  it('理由の区分と言葉の両方が要る', () => {
    const shorter = { ...ordering, until: 1095 } as const;
    expect(given(asking).when(shorter).code).toBe('overtime.order.cut-reason-missing');
    expect(given(asking).when(shorter).figures).toEqual({ cut: 90 });
    expect(given(asking).when({ ...shorter, cutGround: 'ownStudy' }).code).toBe('overtime.order.cut-reason-missing');
    expect(given(asking).when({ ...shorter, note: '自主の学習' }).code).toBe('overtime.order.cut-reason-missing');
    const told = given(asking).when({ ...shorter, cutGround: 'ownStudy', note: '自主の学習の分' });
    expect(told.after).toMatchObject({ minutes: 60, ground: 'ownStudy', note: '自主の学習の分' });
  });
  it('実績から在庁のある時間を除くときも同じで、在庁のない時間は問わない', () => {
    const cut = { ...confirming, until: 1180 } as const;
    expect(given(asking, ordering).when(cut, nextMorning).figures).toEqual({ cut: 5 });
    expect(
      given(asking, ordering).when({ ...cut, cutGround: 'break', note: '食事に出た' }, nextMorning).after,
    ).toMatchObject({ state: 'confirmed', minutes: 145, ground: 'break' });
    const away = { ...cut, presence: [{ from: 502, until: 1180 }] } as const;
    expect(given(asking, ordering).when(away, nextMorning).after?.state).toBe('confirmed');
  });
});

describe('事前の命令の期限', () => {
  const at = (minute: number, orderDeadline: number) =>
    given(asking).when({ ...ordering, orderDeadline, note: '遅れた' }, { ...morning, minute }).after?.retroactive;
  it.each([
    [1035, 1440, false],
    [1036, 1440, true],
    [960, 960, false],
    [961, 960, true],
    [1036, 1100, true],
  ])('%i 分の命令は、期限 %i 分のとき事後か: %s', (minute, deadline, expected) => {
    expect(at(minute, deadline)).toBe(expected);
  });
});
