import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import {
  acceptSupport,
  closeSupport,
  confirmSupportHours,
  declineSupport,
  enterSupportHours,
  matchSupport,
  requestSupport,
} from './support-deeds.ts';
import { supportSums } from './support-sums.ts';
import { supportView } from './support-view.ts';
import { consentSupporter, endSupporter, registerSupporter } from './supporters.ts';

const executive: Actor = { municipality: HERE, login: 'executive', staff: null, roles: ['executive'] };
const WORKSTATION = 'わくわく(障害者ワークステーション)';

eachTownHallAt('2026-10-26T08:29:00+09:00', '登録型応援制度', (hall) => {
  const ask = async (who = takase, given: Partial<Parameters<typeof requestSupport>[2]> = {}) => {
    const subject = { department: '11', work: '封入と発送', skills: '', from: '2026-10-19', through: '2026-10-30' };
    const input = { id: randomUUID(), ...subject, fromMinute: 540, untilMinute: 720, people: 2, ...given };
    return (await requestSupport(hall.context, who, input)).id;
  };
  const register = async (who: Actor, kind: 'staff' | 'section' | 'workstation', department?: string) => {
    const input = { id: randomUUID(), kind, department, skills: '窓口・封入', availability: '午前' };
    return (await registerSupporter(hall.context, who, input)).id;
  };
  const consent = (who: Actor, id: string) => consentSupporter(hall.context, who, { id });
  const match = async (who: Actor, id: string, supporter: string, people = 1) => {
    const made = randomUUID();
    await matchSupport(hall.context, who, { id, match: made, supporter, people });
    return made;
  };
  const enter = (who: Actor, id: string, made: string, date: string, minutes: number) =>
    enterSupportHours(hall.context, who, { id, match: made, date, minutes });
  const confirm = (who: Actor, id: string, made: string, ...dates: string[]) =>
    confirmSupportHours(hall.context, who, { id, match: made, dates });
  const seen = async (who: Actor) => (await supportView(hall.context, who)).requests;
  const sums = (who: Actor, year = 2026) => supportSums(hall.context, who, { year });

  it('finds a supporter by offer and acceptance, and counts hours that the asking head confirmed', async () => {
    const id = await ask();
    const supporter = await register(shiina, 'staff');
    expect(await codeOf(match(shiina, id, supporter))).toBe('support.supporter-not-ready');
    await consent(ono, supporter);
    const made = await match(shiina, id, supporter, 5);
    expect((await seen(takase))[0]).toMatchObject({
      agreed: 0,
      matches: [
        {
          name: '椎名 航平',
          place: '企画財政部 財政課',
          people: 1,
          state: 'offered',
          mayAccept: true,
          concurrent: false,
        },
      ],
    });
    await acceptSupport(hall.context, takase, { id, match: made });
    await enter(shiina, id, made, '2026-10-20', 180);
    await enter(ono, id, made, '2026-10-21', 120);
    expect(await sums(arima)).toMatchObject({ total: 0, unconfirmed: 300, sections: 0 });
    await confirm(takase, id, made, '2026-10-20');
    expect(await sums(arima)).toMatchObject({
      total: 180,
      unconfirmed: 120,
      sections: 1,
      asked: [{ name: '市民部 保険年金課', total: 180 }],
      given: [{ name: '企画財政部 財政課', total: 180 }],
    });
    expect((await sums(arima)).asked[0]?.months).toEqual([0, 0, 0, 0, 0, 0, 180, 0, 0, 0, 0, 0]);
    const [request] = await seen(shiina);
    expect(request).toMatchObject({ agreed: 1, matches: [{ confirmed: 180, mayEnter: true, mayConfirm: false }] });
    expect(await codeOf(enter(shiina, id, made, '2026-10-20', 60))).toBe('support.hours.confirmed');
  });
  it('is matched by 人事課, with わくわく as a supporter of its own kind', async () => {
    const id = await ask();
    const workstation = await register(arima, 'workstation');
    const made = await match(arima, id, workstation, 3);
    await enter(arima, id, made, '2026-10-26', 360);
    expect(await codeOf(enter(takase, id, made, '2026-10-26', 300))).toBe('access.denied');
    await confirm(takase, id, made, '2026-10-26');
    expect((await sums(arima)).given).toMatchObject([{ department: '', name: WORKSTATION, total: 360 }]);
    expect((await seen(takase))[0]).toMatchObject({ agreed: 3, matches: [{ kind: 'workstation', concurrent: null }] });
  });
  it('tells whether a supporter holds the concurrent appointment that overtime needs', async () => {
    const id = await ask();
    const supporter = await register(shiina, 'staff');
    await consent(ono, supporter);
    await match(arima, id, supporter);
    expect((await seen(takase))[0]?.matches[0]?.concurrent).toBe(false);
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, '300001', '2026-10-19', '111', '主任', true, false)`,
      [HERE],
    );
    expect((await seen(takase))[0]?.matches[0]?.concurrent).toBe(true);
  });
  it('is a matter of those it concerns', async () => {
    const id = await ask();
    const supporter = await register(shiina, 'staff');
    expect(await codeOf(ask(ono))).toBe('access.denied');
    expect(await codeOf(ask(morishita))).toBe('access.denied');
    expect(await codeOf(consent(takase, supporter))).toBe('access.denied');
    expect(await codeOf(consent(there(ono), supporter))).toBe('supporter.not-found');
    await consent(ono, supporter);
    expect(await codeOf(register(shiina, 'staff'))).toBe('supporter.registered');
    expect(await codeOf(register(shiina, 'section', '21'))).toBe('access.denied');
    expect(await codeOf(register(ono, 'section', '11'))).toBe('access.denied');
    expect(await codeOf(register(ono, 'workstation'))).toBe('access.denied');
    expect(await codeOf(match(nishihara, id, supporter))).toBe('access.denied');
    expect(await codeOf(match(there(shiina), id, supporter))).toBe('support.not-found');
    const made = await match(shiina, id, supporter);
    expect((await seen(nishihara))[0]?.matches).toEqual([]);
    expect(await codeOf(acceptSupport(hall.context, ono, { id, match: made }))).toBe('access.denied');
    expect(await codeOf(declineSupport(hall.context, nishihara, { id, match: made, note: '不要' }))).toBe(
      'access.denied',
    );
    expect(await codeOf(closeSupport(hall.context, ono, { id, note: '' }))).toBe('access.denied');
    expect(await codeOf(endSupporter(hall.context, nishihara, { id: supporter, note: '' }))).toBe('access.denied');
    await declineSupport(hall.context, shiina, { id, match: made, note: '都合が変わった' });
    expect(await codeOf(acceptSupport(hall.context, takase, { id, match: made }))).toBe('support.declined-already');
    expect((await supportView(hall.context, nishihara)).supporters).toEqual([]);
    expect((await supportView(hall.context, ono)).supporters).toMatchObject([{ name: '椎名 航平', state: 'ready' }]);
    expect(await seen(there(takase))).toEqual([]);
    expect(await codeOf(sums(morishita))).toBe('access.denied');
    expect((await sums(executive)).total).toBe(0);
  });
  it('ends with a registration, after which one may register again', async () => {
    const first = await register(shiina, 'staff');
    await endSupporter(hall.context, ono, { id: first, note: '繁忙期のため' });
    expect((await supportView(hall.context, shiina)).supporters).toEqual([]);
    await register(shiina, 'staff');
    expect((await supportView(hall.context, shiina)).supporters).toMatchObject([{ state: 'proposed', mine: true }]);
  });
  it('keeps two matches at once apart: the later finds that the supporter is taken', async () => {
    const id = await ask();
    const supporter = await register(ono, 'section', '21');
    const done = await Promise.all([codeOf(match(arima, id, supporter)), codeOf(match(ono, id, supporter))]);
    expect(done.sort()).toEqual(['done', 'support.matched-already']);
    expect((await seen(takase))[0]?.matches).toHaveLength(1);
  });
  it('adds up as 豊橋市 told it of 令和3年度: six sections, 1,131 hours', async () => {
    const heads: Actor[] = [];
    for (const [i, hours] of [310, 251, 208, 165, 117, 80].entries()) {
      const [department, staff] = [`4${i}`, `50000${i}`];
      await hall.query(
        `insert into tk.department (municipality, department, effective_from, name, kind, parent) values ($1, $2, '2019-04-01', $3, 'division', '30')`,
        [HERE, department, `依頼${i + 1}課`],
      );
      await hall.query(
        `insert into tk.staff (municipality, staff, name, kana, joined_on) values ($1, $2, $3, 'カチョウ', '2015-04-01')`,
        [HERE, staff, `課長 ${i + 1}`],
      );
      await hall.query(
        `insert into tk.appointment (municipality, staff, effective_from, department, post, managerial) values ($1, $2, '2025-04-01', $3, '課長', true)`,
        [HERE, staff, department],
      );
      const head: Actor = { municipality: HERE, login: staff, staff, roles: ['staff', 'manager'] };
      heads.push(head);
      const id = await ask(head, { department, from: '2026-06-01', through: '2026-10-23', people: 20 });
      const supporter = await register(ono, 'section', '21');
      const made = await match(arima, id, supporter, 20);
      // A part in June, the rest in October; both confirmed by the head who asked.
      await enter(ono, id, made, '2026-06-15', 60 * 60);
      await enter(ono, id, made, '2026-10-05', (hours - 60) * 60);
      await confirm(head, id, made, '2026-06-15', '2026-10-05');
    }
    const found = await sums(arima);
    expect([found.sections, found.total / 60]).toEqual([6, 1131]);
    expect(found.asked.map(({ total }) => total / 60)).toEqual([310, 251, 208, 165, 117, 80]);
    expect(found.given.map(({ name, total }) => [name, total / 60])).toEqual([['企画財政部 財政課', 1131]]);
    expect(found.asked.reduce((sum, { months }) => sum + (months[2] ?? 0), 0) / 60).toBe(360);
    expect((await sums(arima, 2025)).total).toBe(0);
    // A head sees what the own section asked for, not the others.
    expect((await sums(heads[1] as Actor)).asked.map(({ total }) => total / 60)).toEqual([251]);
    expect((await sums(ono)).asked).toEqual([]);
    expect((await sums(ono)).given.map(({ total }) => total / 60)).toEqual([1131]);
    expect((await sums(there(arima))).total).toBe(0);
  });
});
