import { randomUUID } from 'node:crypto';
import * as contract from '@tokimori/contract/differences';
import * as manager from '@tokimori/contract/manager';
import * as staffContract from '@tokimori/contract/staff';
import { expect, it } from 'vitest';
import { readMe } from '../../access/me.ts';
import type { Session } from '../../access/session.ts';
import type { Actor } from '../../context.ts';
import { decideCorrection, reportCorrection } from '../corrections.ts';
import { requestOvertime } from '../overtime-request.ts';
import { sectionMonth } from '../section.ts';
import { staffMonth } from '../staff-month.ts';
import { today } from '../staff-today.ts';
import { differenceDays, told } from '../testing/difference-days.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { dayDifference, investigateDifference } from './day.ts';
import { differencesFile, differencesMonth } from './month.ts';

const THURSDAY = '2026-10-22';
const OCTOBER = '2026-10';
const work = { says: 'work', from: 1040, until: 1085 } as const;
const study = { says: 'notWork', reason: 'selfStudy' } as const;

eachTownHall('differences of records, orders and declarations', (hall) => {
  const { trace, compare, cameLate, answer, rows } = differenceDays(hall);
  const { ordered } = overtimeAt(hall);
  /** The card says 17:20, the PC 18:05. */
  const pcLater = async (staff = '100001', until = 1085) => {
    await hall.work(staff, THURSDAY, 502, 1040);
    await trace('pc', staff, THURSDAY, 510, until);
  };
  const decide = (who: Actor, id: string, rest: Partial<Parameters<typeof decideCorrection>[2]> = {}) =>
    decideCorrection(hall.context, who, { id, accept: true, note: '', ...rest });
  const month = async (who: Actor) => {
    await hall.deriver.idle();
    return staffMonth(hall.context, who, { staff: 'me', month: OCTOBER });
  };
  const waiting = async (actor: Actor) => {
    const session: Session = {
      actor,
      name: '',
      csrf: '',
      factors: ['password'],
      mustChangePassword: false,
      tokenHash: Buffer.alloc(32),
    };
    return (await readMe(hall.context, session)).waiting;
  };

  it('are asked of the person the day after, with a deadline; the head sees every record', async () => {
    await pcLater();
    expect(await compare()).toBe(1);
    expect(await compare()).toBeNull();
    expect(told(await rows())).toEqual(['100001 2026-10-22 recordsDisagree 45 awaitsAnswer 2026-11-02']);
    const mine = await today(hall.context, morishita);
    expect(staffContract.today.answer.parse(mine)).toEqual(mine);
    expect(mine.tasks).toMatchObject([
      { kind: 'discrepancy', date: THURSDAY, dueOn: '2026-11-02', lastOut: 1040, pcLast: 1085, discrepancy: 45 },
    ]);
    const day = await dayDifference(hall.context, morishita, { staff: 'me', date: THURSDAY });
    expect(contract.dayDifference.answer.parse(day)).toEqual(day);
    expect(day).toMatchObject({
      difference: {
        winner: 'card',
        from: 1040,
        until: 1085,
        sources: [
          { source: 'card', first: 502, last: 1040 },
          { source: 'pc', first: 510, last: 1085 },
        ],
      },
      said: null,
    });
    expect(day.steps.map(({ says }) => says)).toEqual([
      'recordWins',
      'explainedUntil',
      'earlyArrivalNotAsked',
      'differenceWithin',
      'differenceFound',
      'notGrave',
    ]);
    const section = await sectionMonth(hall.context, takase, { department: '11', month: OCTOBER });
    expect(manager.sectionMonth.answer.parse(section)).toEqual(section);
    expect(section.questions).toMatchObject([
      { person: { staff: '100001' }, date: THURSDAY, discrepancy: 45, difference: { state: 'awaitsAnswer' } },
    ]);
    expect(await waiting(morishita)).toMatchObject({ mine: 1 });
    expect(await waiting(takase)).toMatchObject({ questions: 1 });
  });

  it('found to be work become overtime: month, remaining hours and the day change; asked twice, once', async () => {
    await pcLater();
    await compare();
    const before = await month(morishita);
    const id = await answer(morishita, THURSDAY, work);
    expect(await answer(morishita, THURSDAY, work, id)).toBe(id);
    expect(told(await rows())).toEqual(['100001 2026-10-22 recordsDisagree 45 awaitsConfirmation 2026-11-02']);
    expect((await today(hall.context, morishita)).tasks).toEqual([]);
    expect(await codeOf(decide(ono, id))).toBe('access.denied');
    expect(await codeOf(decide(there(arima), id))).toBe('correction.not-found');
    await decide(takase, id);
    await decide(takase, id);
    expect(told(await rows())).toEqual(['100001 2026-10-22 recordsDisagree 45 corrected -']);
    const after = await month(morishita);
    expect([before.standing?.overtime, after.standing?.overtime]).toEqual([0, 45]);
    expect((before.standing?.remaining ?? 0) - (after.standing?.remaining ?? 0)).toBe(45);
    expect(after.days[21]).toMatchObject({ overtime: 45, lastOut: 1040, pcLast: 1085 });
    const [punches] = await hall.query<{ count: number }>(
      `select count(*)::int as count from tk.punch p where p.municipality = $1 and p.staff = '100001'`,
      [HERE],
    );
    expect(punches?.count).toBe(4);
    const journal = await hall.query<{ stream: string; kind: string; actor: string; reason: string }>(
      `select split_part(e.stream, '/', 1) as stream, e.kind, e.actor, e.reason from tk.event e
       where e.municipality = $1 and (e.stream = $2 or e.stream = $3) order by e.recorded_at, e.stream, e.seq`,
      [HERE, `correction/${id}`, `overtime/${id}`],
    );
    expect(journal.map((each) => `${each.kind} ${each.actor}`)).toEqual([
      'CorrectionReported 100001',
      'CorrectionAccepted 200001',
      'OvertimeRequested 100001',
      'OvertimeConfirmed 200001',
    ]);
  });

  it('are corrected by the hours the head found, also where the person said otherwise', async () => {
    await pcLater();
    await pcLater('100002');
    await compare();
    const first = await answer(morishita, THURSDAY, work);
    await decide(takase, first, { worked: { from: 1040, until: 1070, category: 'temporary' } });
    const second = await answer(nishihara, THURSDAY, study);
    expect(await codeOf(decide(takase, second))).toBe('correction.accept.ground-missing');
    await decide(takase, second, {
      worked: { from: 1040, until: 1085, category: 'normal' },
      note: '指示した研修の資料作り',
    });
    expect((await month(morishita)).standing?.overtime).toBe(30);
    expect((await month(nishihara)).standing?.overtime).toBe(45);
    expect(told(await rows())).toEqual([
      '100001 2026-10-22 recordsDisagree 45 corrected -',
      '100002 2026-10-22 recordsDisagree 45 corrected -',
    ]);
  });

  it('confirmed not to be work close with the ground; what is grave goes to 人事課', async () => {
    await pcLater();
    await pcLater('100002', 1140);
    await compare();
    const short = await answer(morishita, THURSDAY, study);
    await decide(takase, short, { note: '講座の案内で確かめた' });
    const long = await answer(nishihara, THURSDAY, study);
    await decide(takase, long, { note: '本人に聞いた' });
    expect(told(await rows())).toEqual([
      '100001 2026-10-22 recordsDisagree 45 notWork -',
      '100002 2026-10-22 recordsDisagree 100 awaitsInvestigation 2026-11-25',
    ]);
    const found = {
      staff: '100002',
      date: THURSDAY,
      id: randomUUID(),
      worked: null,
      note: '入退館と聞き取りで確かめた',
    };
    expect(await codeOf(investigateDifference(hall.context, takase, found))).toBe('access.denied');
    expect(await codeOf(investigateDifference(hall.context, there(arima), found))).toBe('difference.not-found');
    expect(await investigateDifference(hall.context, arima, found)).toEqual({ state: 'notWork' });
    expect(await codeOf(investigateDifference(hall.context, arima, { ...found, staff: '400001' }))).toBe(
      'access.denied',
    );
    expect((await month(nishihara)).standing?.overtime).toBe(0);
  });

  it('that the head does not share, or that nobody answers, are decided by 人事課', async () => {
    await pcLater();
    await pcLater('100002');
    await compare();
    const id = await answer(morishita, THURSDAY, work);
    expect(await codeOf(decide(takase, id, { accept: false }))).toBe('correction.reject.note-missing');
    await decide(takase, id, { accept: false, note: '退庁を見ている' });
    expect(told(await rows())[0]).toBe('100001 2026-10-22 recordsDisagree 45 disputed 2026-11-02');
    hall.context.clock.moveTo('2026-11-05T08:29:00+09:00');
    const view = await differencesMonth(hall.context, arima, { month: OCTOBER });
    expect(contract.differencesMonth.answer.parse(view)).toEqual(view);
    expect(view.waiting.map((each) => [each.person.staff, each.state, each.overdue, each.mayInvestigate])).toEqual([
      ['100001', 'disputed', true, true],
      ['100002', 'awaitsAnswer', true, true],
    ]);
    const worked = { from: 1040, until: 1085, category: 'normal' } as const;
    const at = { date: THURSDAY, id: randomUUID(), note: '窓口の記録で確かめた' };
    expect(await investigateDifference(hall.context, arima, { ...at, staff: '100001', worked })).toEqual({
      state: 'corrected',
    });
    expect(await investigateDifference(hall.context, arima, { ...at, staff: '100002', worked: null })).toEqual({
      state: 'notWork',
    });
    expect((await month(morishita)).days[21]).toMatchObject({ overtime: 45 });
  });

  it('given back are asked again; a corrected record closes them', async () => {
    await pcLater();
    await compare();
    const id = await answer(morishita, THURSDAY, study);
    await decide(takase, id, { accept: false, note: '講座の名を書いてください' });
    expect(told(await rows())).toEqual(['100001 2026-10-22 recordsDisagree 45 awaitsAnswer 2026-11-02']);
    const punch = randomUUID();
    const told2 = { id: punch, date: THURSDAY, kind: 'punch', in: null, out: 1080, reason: '別の扉から出た' } as const;
    await reportCorrection(hall.context, morishita, told2);
    await decide(takase, punch);
    // The card is now 18:00 by the correction: after duty, for 45 minutes, it is asked about as before.
    expect(told(await rows())).toEqual(['100001 2026-10-22 afterDuty 45 awaitsAnswer 2026-11-02']);
    await hall.query(`update tk.correction as c set out_minute = 1050 where c.municipality = $1 and c.id = $2`, [
      HERE,
      punch,
    ]);
    await cameLate(THURSDAY, THURSDAY);
    await compare();
    expect(told(await rows())).toEqual(['100001 2026-10-22 recordsDisagree 35 awaitsAnswer 2026-11-02']);
  });

  it('lapse when an order explains them later, and are asked when records come late', async () => {
    await pcLater('100002');
    await compare();
    const until = 1085;
    await requestOvertime(hall.context, nishihara, {
      id: randomUUID(),
      date: THURSDAY,
      from: 1035,
      until,
      category: 'normal',
      work: '窓口',
      why: '後から命令を受けた',
    });
    await cameLate(THURSDAY, THURSDAY);
    expect(await compare()).toBe(1);
    // Claimed until 18:05 and present by the card until 17:20: what the card does not carry is asked about, never refused.
    expect(told(await rows())).toEqual(['100002 2026-10-22 declaredWithoutPresence 45 awaitsAnswer 2026-11-02']);
    await hall.work('100001', THURSDAY, 502, 1085);
    await cameLate(THURSDAY, THURSDAY);
    await compare();
    expect(told(await rows())[0]).toBe('100001 2026-10-22 afterDuty 50 awaitsAnswer 2026-11-02');
    await ordered(morishita, THURSDAY, 1085);
    hall.context.clock.moveTo('2026-10-27T08:29:00+09:00');
    await compare();
    expect(told(await rows())[0]).toBe('100001 2026-10-22 afterDuty 50 lapsed -');
    await hall.work('300001', THURSDAY, 502, 1040);
    await trace('gate', '300001', THURSDAY, 498, 1090);
    await cameLate(THURSDAY, THURSDAY);
    await compare();
    expect(told(await rows())).toContain('300001 2026-10-22 recordsDisagree 50 awaitsAnswer 2026-11-03');
  });

  it('are told by section and outcome: 人事課 of all, heads of their own, others of none', async () => {
    await pcLater();
    await pcLater('100002');
    await pcLater('300001', 1140);
    // 管理監督職員 are not asked about.
    await pcLater('200001', 1140);
    await compare();
    await decide(takase, await answer(morishita, THURSDAY, work));
    await decide(takase, await answer(nishihara, THURSDAY, study), { note: '聞き取り' });
    const view = await differencesMonth(hall.context, arima, { month: OCTOBER });
    expect(view.all).toMatchObject({
      total: 3,
      minutes: 190,
      open: 1,
      overdue: 0,
      corrected: 1,
      correctedMinutes: 45,
      notWork: 1,
      answerDays: 0,
    });
    expect(view.sections.map(({ section, name, total }) => [section, name, total])).toEqual([
      ['11', '保険年金課', 2],
      ['21', '財政課', 1],
    ]);
    expect((await differencesMonth(hall.context, takase, { month: OCTOBER })).sections).toHaveLength(1);
    expect((await differencesMonth(hall.context, there(arima), { month: OCTOBER })).all.total).toBe(0);
    expect(await codeOf(differencesMonth(hall.context, shiina, { month: OCTOBER }))).toBe('access.denied');
    const file = await differencesFile(hall.context, ono, { month: OCTOBER });
    expect(Buffer.from(file.bytes).toString('utf8')).toBe(
      '\ufeff課コード,課,差異の件数,差異の時間,未決,期限切れ,勤務(補正),補正した時間,勤務でない,理由のみ,記録の訂正,差異がなくなった,答えるまでの日数(中央値)\r\n' +
        '21,財政課,1,1:40,1,0,0,0:00,0,0,0,0,\r\n,計,1,1:40,1,0,0,0:00,0,0,0,0,\r\n',
    );
    expect(await codeOf(dayDifference(hall.context, shiina, { staff: '100001', date: THURSDAY }))).toBe(
      'access.denied',
    );
    expect((await dayDifference(hall.context, takase, { staff: '100001', date: THURSDAY })).said).toMatchObject({
      answer: work,
      decidedBy: '高瀬 誠',
    });
  });
});
