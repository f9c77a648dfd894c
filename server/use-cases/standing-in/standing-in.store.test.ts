import { randomUUID } from 'node:crypto';
import * as contract from '@tokimori/contract/standing-in';
import { describe, expect, it } from 'vitest';
import { confirmMany } from '../overtime-confirmation.ts';
import { rejectOvertime, startOrder } from '../overtime-decision.ts';
import { sectionMonth } from '../section.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { actorOf, deputy, director, standingInAt } from '../testing/standing-in-at.ts';
import { arima, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { endAbsence } from './absences.ts';
import { openApprovals, seeAfterwards } from './approvals.ts';
import { endMandate } from './mandates.ts';
import { mandateCandidates, mandatesView } from './mandates-view.ts';

eachTownHall('standing in for a head', (hall) => {
  const { request, order } = overtimeAt(hall);
  const { give, away, placeDirector, journal } = standingInAt(hall);
  const approvals = (who = takase) => openApprovals(hall.context, who);

  describe('代決', () => {
    it('holds while the head is away, names both, and is seen afterwards by the head alone', async () => {
      const input = asking();
      await request(input);
      await give();
      expect(await codeOf(order(ordering(input.id), deputy))).toBe('access.denied');
      await away();
      const view = await order(ordering(input.id), deputy);
      expect(view).toMatchObject({ decidedBy: '西原 拓海', capacity: { as: 'standIn', for: '高瀬 誠' } });
      expect((await journal(`overtime/${input.id}`)).at(-1)).toMatchObject({ actor: '100002', on_behalf_of: '200001' });
      const { reviews } = await approvals();
      expect(reviews).toMatchObject([{ about: 'standIn', deed: 'OvertimeOrdered', by: '西原 拓海', for: '高瀬 誠' }]);
      const ids = reviews.map(({ id }) => id);
      expect(await seeAfterwards(hall.context, ono, { ids })).toEqual({ seen: 0 });
      expect(await seeAfterwards(hall.context, there(takase), { ids })).toEqual({ seen: 0 });
      expect(await seeAfterwards(hall.context, takase, { ids })).toEqual({ seen: 1 });
      expect(await seeAfterwards(hall.context, takase, { ids })).toEqual({ seen: 0 });
      expect((await approvals()).reviews).toEqual([]);
      expect(await journal(`after-review/${ids[0]}`)).toMatchObject([{ kind: 'DecisionSeen', actor: '200001' }]);
    });
    it('opens the section to decide in, says in whose place, and opens nothing to a former deputy', async () => {
      const first = randomUUID();
      await give();
      await away({ id: first });
      const section = { department: '11', month: '2026-10' };
      expect((await sectionMonth(hall.context, deputy, section)).standingIn).toEqual({
        as: 'standIn',
        for: '高瀬 誠',
        dailyLimit: null,
      });
      expect((await sectionMonth(hall.context, takase, section)).standingIn).toBeNull();
      expect(await codeOf(sectionMonth(hall.context, deputy, { ...section, department: '21' }))).toBe('access.denied');
      expect(await codeOf(sectionMonth(hall.context, there(deputy), section))).toBe('access.denied');
      await endAbsence(hall.context, takase, { id: first, until: '2026-10-26', reason: '戻った' });
      expect(await codeOf(sectionMonth(hall.context, deputy, section))).toBe('access.denied');
    });
    it('is not for own requests, and not for those of other departments', async () => {
      const [own, other] = [asking(), asking()];
      await request(own, nishihara);
      await request(other, shiina);
      await give();
      await away();
      expect(await codeOf(order(ordering(own.id), deputy))).toBe('access.denied');
      expect(await codeOf(order(ordering(other.id), deputy))).toBe('access.denied');
    });
    it('ends early, at once', async () => {
      const id = randomUUID();
      const input = asking();
      await request(input);
      await give({ id });
      await away();
      await endMandate(hall.context, arima, { id, until: '2026-10-26', reason: '戻った' });
      expect(await codeOf(order(ordering(input.id), deputy))).toBe('access.denied');
      expect(await journal(`mandate/${id}`)).toMatchObject([
        { kind: 'MandateGiven', actor: '200001', reason: '課長の不在のとき' },
        { kind: 'MandateEnded', actor: '400001', reason: '戻った' },
      ]);
    });
    it('holds at a vacant post of a 課 without an absence', async () => {
      await hall.query(
        `update tk.appointment as a set effective_until = '2026-10-20' where a.municipality = $1 and a.staff = '200001'`,
        [takase.municipality],
      );
      const input = asking();
      await request(input);
      await give({}, arima);
      expect((await order(ordering(input.id), deputy)).capacity).toEqual({ as: 'standIn', for: null });
    });
    it('is every deed of the head: orders without a request, rejections, confirmations, each in the head’s place', async () => {
      await give();
      await away();
      const started = {
        id: randomUUID(),
        department: '11',
        staff: '100001',
        date: '2026-10-26',
        from: 1035,
        until: 1095,
      };
      const view = await startOrder(hall.context, deputy, {
        ...started,
        category: 'normal',
        work: '窓口',
        note: '',
        healthConfirmed: false,
      });
      expect(view.capacity?.as).toBe('standIn');
      const unneeded = asking({ from: 1100 });
      await request(unneeded);
      await rejectOvertime(hall.context, deputy, { id: unneeded.id, note: '翌日に', ground: 'notNow' });
      await hall.work('100001', '2026-10-26', 500, 1100);
      await hall.deriver.idle();
      hall.context.clock.moveTo('2026-10-27T08:30:00+09:00');
      expect((await confirmMany(hall.context, deputy, { ids: [started.id] })).confirmed).toEqual([started.id]);
      expect((await approvals()).reviews.map(({ deed }) => deed).sort()).toEqual([
        'OvertimeConfirmed',
        'OvertimeOrdered',
        'OvertimeRejected',
      ]);
    });
  });

  describe('専決', () => {
    it('is decided in the own right beside the head, within its bound a person and day, and is not seen afterwards', async () => {
      const [short, more] = [asking({ until: 1095 }), asking({ from: 1095, until: 1215 })];
      await request(short);
      await request(more);
      await give({ kind: 'delegated', dailyLimit: 120 });
      expect((await order(ordering(short.id), deputy)).capacity).toEqual({ as: 'delegated', for: '高瀬 誠' });
      expect(await codeOf(order(ordering(more.id), deputy))).toBe('overtime.order.beyond-mandate');
      expect((await order(ordering(more.id))).capacity).toBeNull();
      expect((await approvals()).reviews).toEqual([]);
    });
    it('holds from its first day to its last', async () => {
      await give({ kind: 'delegated', from: '2026-10-27', through: '2026-10-28' });
      const input = asking({ date: '2026-10-29' });
      await request(input);
      const at = async (now: string) => {
        hall.context.clock.moveTo(now);
        return codeOf(order(ordering(input.id, { until: 1184, ground: 'notNow', note: '短く' }), deputy));
      };
      expect(await at('2026-10-26T23:59:00+09:00')).toBe('access.denied');
      expect(await at('2026-10-29T08:00:00+09:00')).toBe('access.denied');
      expect(await at('2026-10-28T23:59:00+09:00')).toBe('done');
    });
  });

  describe('naming', () => {
    it('is for the head, those above and 人事課, and never for whoever stands in', async () => {
      await placeDirector();
      expect(await codeOf(give({}, director))).toBe('done');
      expect(await codeOf(give({ kind: 'delegated' }, arima))).toBe('done');
      await away();
      for (const who of [deputy, morishita, ono, there(takase)]) {
        const code = await codeOf(give({ kind: 'clerk', holder: '100001' }, who));
        // Elsewhere a head of the same number names for their own department.
        expect([who.municipality, code]).toEqual([
          who.municipality,
          who.municipality === takase.municipality ? 'access.denied' : 'done',
        ]);
      }
      expect((await mandatesView(hall.context, takase)).mandates).toHaveLength(2);
    });
    it('refuses overlaps, the head, oneself, the past and a 係 without a post, and writes nothing', async () => {
      const id = randomUUID();
      await give({ id });
      await give({ id });
      expect(await codeOf(give({ holder: '100001', from: '2026-10-30', through: '2026-11-05' }))).toBe(
        'mandate.overlaps',
      );
      expect(await codeOf(give({ holder: '200001' }, arima))).toBe('mandate.head');
      expect(await codeOf(give({ holder: '200001', kind: 'clerk' }))).toBe('mandate.self');
      expect(await codeOf(give({ from: '2026-10-25', kind: 'delegated' }))).toBe('mandate.past');
      expect(await codeOf(give({ department: '111' }))).toBe('mandate.no-post');
      expect(await codeOf(give({ department: '999' }, arima))).toBe('department.not-found');
      expect(await codeOf(give({ holder: '999999', kind: 'delegated' }))).toBe('staff.not-found');
      expect(
        await hall.query('select 1 from tk.mandate m where m.municipality = $1', [takase.municipality]),
      ).toHaveLength(1);
    });
    it('of two at once for the same days, one is refused', async () => {
      const codes = await Promise.all([codeOf(give()), codeOf(give({ holder: '100001' }))]);
      expect(codes.sort()).toEqual(['done', 'mandate.overlaps']);
    });
    it('is chosen among the people of the department and the heads beside it', async () => {
      await placeDirector();
      const { people } = await mandateCandidates(hall.context, takase, { department: '11' });
      expect(people.map(({ staff }) => staff)).toEqual(['500001', '100001', '100002']);
      expect(await codeOf(mandateCandidates(hall.context, takase, { department: '21' }))).toBe('access.denied');
    });
    it('shows what holds, what waits for an absence, and the posts where nobody is', async () => {
      await give();
      await give({ kind: 'clerk', holder: '100001', from: '2026-11-01', through: '2026-11-30' });
      const before = await mandatesView(hall.context, takase);
      expect(contract.mandatesView.answer.parse(before)).toEqual(before);
      expect(before.mandates.map(({ kind, state }) => [kind, state])).toEqual([
        ['clerk', 'upcoming'],
        ['standIn', 'waits'],
      ]);
      await away();
      await away({ staff: '300009' }, arima);
      await request(asking(), shiina);
      expect((await mandatesView(hall.context, takase)).mandates.at(-1)?.state).toBe('holds');
      const all = await mandatesView(hall.context, arima);
      expect(all.unattended).toEqual([
        { department: '21', path: '企画財政部 財政課', head: '課長 小野 直樹', waiting: 1 },
      ]);
      expect((await mandatesView(hall.context, takase)).unattended).toEqual([]);
      expect((await mandatesView(hall.context, ono)).absences.map(({ person }) => person.name)).toEqual(['小野 直樹']);
      expect((await mandatesView(hall.context, there(arima))).mandates).toEqual([]);
    });
    it('absences are told by the head, those above and 人事課, of heads alone', async () => {
      expect(await codeOf(away({}, ono))).toBe('access.denied');
      expect(await codeOf(away({}, morishita))).toBe('access.denied');
      expect(await codeOf(away({ staff: '100001' }, arima))).toBe('absence.no-head');
      expect(await codeOf(away())).toBe('done');
      expect(await codeOf(away({ from: '2026-10-27', through: '2026-10-29' }))).toBe('absence.overlaps');
    });
  });

  it('a person without hours of their own stands in for nobody', async () => {
    expect(await codeOf(openApprovals(hall.context, actorOf('999999', 'staff', 'deputy')))).toBe('done');
  });
});
