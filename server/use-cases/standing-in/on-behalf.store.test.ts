import { randomUUID } from 'node:crypto';
import * as contract from '@tokimori/contract/standing-in';
import { expect, it } from 'vitest';
import { myOvertime } from '../overtime-request.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { ordering, overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { standingInAt } from '../testing/standing-in-at.ts';
import { arima, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { openApprovals } from './approvals.ts';
import { answerObjection, objectTo } from './objections.ts';
import { peopleOnBehalf, requestOnBehalf, revokeOnBehalf, withdrawOnBehalf } from './on-behalf.ts';

eachTownHall('entering for somebody', (hall) => {
  const { order, ordered } = overtimeAt(hall);
  const { give, journal } = standingInAt(hall);
  const enter = (who = takase, more: { id?: string; staff?: string } = {}) =>
    requestOnBehalf(hall.context, who, {
      id: randomUUID(),
      staff: '100001',
      date: '2026-10-26',
      from: 1035,
      until: 1185,
      category: 'normal',
      work: '現場の片付け',
      why: '',
      reason: '外勤で端末がない',
      ...more,
    });
  const own = async (who = morishita) => (await myOvertime(hall.context, who)).overtime;

  it('keeps and shows both names, to the person too', async () => {
    const { overtime, decidesBy } = await enter();
    expect(overtime).toMatchObject({ requestedBy: '高瀬 誠', onBehalf: true, person: { name: '森下 千尋' } });
    expect(decidesBy).toBe('課長 高瀬 誠');
    expect(await journal(`overtime/${overtime.id}`)).toMatchObject([
      { actor: '200001', on_behalf_of: '100001', reason: '外勤で端末がない' },
    ]);
    expect(await own()).toMatchObject([{ id: overtime.id, onBehalf: true, requestedBy: '高瀬 誠' }]);
    const again = await enter(takase, { id: overtime.id });
    expect(again.overtime.id).toBe(overtime.id);
    expect(await own()).toHaveLength(1);
  });
  it('is for the head, the 庶務担当 named for the section, and 人事課', async () => {
    expect(await codeOf(enter(nishihara))).toBe('access.denied');
    expect(await codeOf(peopleOnBehalf(hall.context, nishihara, { search: '' }))).toBe('access.denied');
    expect(await codeOf(enter(ono))).toBe('access.denied');
    await give({ kind: 'clerk', holder: '100002', department: '111', reason: '庶務を担当' });
    const { overtime } = await enter(nishihara);
    expect(overtime.requestedBy).toBe('西原 拓海');
    expect(await codeOf(enter(nishihara, { staff: '300001' }))).toBe('access.denied');
    expect(await codeOf(enter(nishihara, { staff: '100002' }))).toBe('access.denied');
    const reach = await peopleOnBehalf(hall.context, nishihara, { search: '' });
    expect(contract.peopleOnBehalf.answer.parse(reach)).toEqual(reach);
    expect(reach.people.map(({ name }) => name)).toEqual(['森下 千尋']);
    expect(reach.open).toMatchObject([{ overtime: { id: overtime.id }, mayRevoke: false }]);
    expect(await codeOf(enter(arima, { staff: '300001' }))).toBe('done');
    expect(await own(there(morishita))).toEqual([]);
    // The 庶務担当 decides on nothing.
    expect(await codeOf(order(ordering(overtime.id), nishihara))).toBe('access.denied');
  });
  it('取下げ before the order, and 取消 of an order in the head’s place, who sees it afterwards', async () => {
    await give({ kind: 'clerk', holder: '100002', department: '111', reason: '庶務を担当' });
    const { overtime } = await enter(nishihara);
    const withdrawn = await withdrawOnBehalf(hall.context, nishihara, { id: overtime.id, reason: '急病' });
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      decidedBy: '西原 拓海',
      capacity: { as: 'onBehalf', for: '森下 千尋' },
    });
    const id = await ordered(morishita, '2026-10-27', 1185);
    expect(await codeOf(withdrawOnBehalf(hall.context, nishihara, { id, reason: '急病' }))).toBe(
      'overtime.withdraw.already-decided',
    );
    expect(await codeOf(revokeOnBehalf(hall.context, shiina, { id, reason: 'x' }))).toBe('access.denied');
    const revoked = await revokeOnBehalf(hall.context, nishihara, { id, reason: '課長の指示' });
    expect(revoked).toMatchObject({ state: 'revoked', capacity: { as: 'onBehalf', for: '高瀬 誠' } });
    expect((await journal(`overtime/${id}`)).at(-1)).toMatchObject({ actor: '100002', on_behalf_of: '200001' });
    expect((await openApprovals(hall.context, takase)).reviews).toMatchObject([
      { about: 'onBehalf', by: '西原 拓海', for: '高瀬 誠', note: '課長の指示' },
    ]);
  });
  it('the person may object, once at a time; the head is told and answers', async () => {
    const { overtime } = await enter();
    const [objection, second] = [randomUUID(), randomUUID()];
    const object = (given: string, who = morishita) =>
      objectTo(hall.context, who, { id: overtime.id, objection: given, reason: '20時まで働いた' });
    expect(await codeOf(object(objection, nishihara))).toBe('access.denied');
    expect(await codeOf(object(objection))).toBe('done');
    expect(await codeOf(object(objection))).toBe('done');
    expect(await codeOf(object(second))).toBe('objection.open');
    expect((await openApprovals(hall.context, takase)).objections).toMatchObject([
      { id: objection, reason: '20時まで働いた', overtime: { id: overtime.id } },
    ]);
    expect((await openApprovals(hall.context, ono)).objections).toEqual([]);
    const answer = (who = takase) =>
      answerObjection(hall.context, who, { id: objection, answer: '直して申請してください' });
    expect(await codeOf(answer(ono))).toBe('access.denied');
    expect(await codeOf(answer(there(takase)))).toBe('objection.not-found');
    expect(await codeOf(answer())).toBe('done');
    expect(await codeOf(answer())).toBe('objection.answered');
    expect((await myOvertime(hall.context, morishita)).objections).toMatchObject([
      { reason: '20時まで働いた', answer: '直して申請してください', answeredBy: '高瀬 誠' },
    ]);
    expect(await codeOf(object(second))).toBe('done');
  });
  it('own requests are not objected to', async () => {
    const id = await ordered(morishita, '2026-10-27', 1185);
    expect(await codeOf(objectTo(hall.context, morishita, { id, objection: randomUUID(), reason: 'x' }))).toBe(
      'objection.own',
    );
  });
});
