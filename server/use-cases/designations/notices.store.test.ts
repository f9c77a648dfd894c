import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tellOfDesignations } from '../../jobs/designation-notices.ts';
import { designate } from '../departments.ts';
import { requestOvertime } from '../overtime-request.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, ELSEWHERE, HERE, morishita, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { acknowledgeDesignation, checkDesignation, designationNotices, myNotices } from './notices.ts';
import { designateTask, endTask, tasksView } from './tasks.ts';

eachTownHallAt('2026-11-04T18:00:00+09:00', 'notices of designations', (hall) => {
  const december = {
    department: '11',
    from: '2026-12-01',
    until: null,
    publishedOn: '2026-11-04',
    reason: '国保の改定',
  };
  const tell = () => tellOfDesignations(hall.context, HERE, { url: 'https://tokimori.example' });

  it('tell everybody with caps before the month begins, once, on the page and by mail', async () => {
    await hall.query(
      `update tk.staff as s set mail = '100001@example.lg.jp' where s.municipality = $1 and s.staff = '100001'`,
      [HERE],
    );
    await designate(hall.context, arima, december);
    const mine = await myNotices(hall.context, morishita);
    expect(mine.designations).toMatchObject([
      { department: '11', name: '市民部 保険年金課', from: '2026-12-01', told: '2026-11-04', acknowledgedAt: null },
    ]);
    expect((await myNotices(hall.context, shiina)).designations).toEqual([]);
    expect((await myNotices(hall.context, takase)).designations).toEqual([]);
    expect(await tell()).toEqual({ told: 0, mails: 1 });
    expect(await tell()).toEqual({ told: 0, mails: 0 });
    const mails = await hall.query<{ recipient: string; about: string; body: string }>(
      'select m.recipient, m.about, m.body from tk.mail m where m.municipality = $1',
      [HERE],
    );
    expect(mails).toMatchObject([{ recipient: '100001', about: 'designation/11/2026-12-01' }]);
    expect(mails[0]?.body).toContain('令和8年12月1日から');
    expect(mails[0]?.body).toContain('\nhttps://tokimori.example/limits\n「確認した」');
  });

  it('are told on the page alone where they began before anybody was told, or while nobody was written to', async () => {
    await hall.query(`update tk.staff as s set mail = s.staff || '@example.lg.jp' where s.municipality = $1`, [HERE]);
    await hall.query(
      `insert into tk.designation (municipality, department, effective_from, published_on, reason)
       values ($1, '11', '2026-04-01', '2026-03-01', '国保の改定')`,
      [HERE],
    );
    expect(await tell()).toEqual({ told: 2, mails: 0 });
    expect((await myNotices(hall.context, morishita)).designations).toHaveLength(1);
    await designate(hall.context, arima, { ...december, department: '21' });
    expect(await tellOfDesignations(hall.context, HERE, null)).toEqual({ told: 0, mails: 0 });
    expect(await tell()).toEqual({ told: 0, mails: 0 });
  });

  it('are acknowledged by each for oneself, and those who have not are known', async () => {
    await designate(hall.context, arima, december);
    const seen = { department: '11', from: '2026-12-01' };
    const first = await acknowledgeDesignation(hall.context, morishita, seen);
    expect(await acknowledgeDesignation(hall.context, morishita, seen)).toEqual(first);
    expect(await codeOf(acknowledgeDesignation(hall.context, shiina, seen))).toBe('designation.notice-unknown');
    expect(await codeOf(acknowledgeDesignation(hall.context, there(morishita), seen))).toBe(
      'designation.notice-unknown',
    );
    const { people, steps } = await designationNotices(hall.context, arima, seen);
    expect(people.map(({ person, by, state, acknowledgedAt }) => [person.staff, by, state, acknowledgedAt])).toEqual([
      ['100001', '2026-11-30', 'inTime', '2026-11-04T18:00:00+09:00'],
      ['100002', '2026-11-30', 'inTime', null],
    ]);
    expect(steps.map(({ says }) => says)).toContain('noticesInTime');
    expect((await designationNotices(hall.context, takase, seen)).people).toHaveLength(2);
    expect(await codeOf(designationNotices(hall.context, ono, seen))).toBe('access.denied');
    expect(await codeOf(designationNotices(hall.context, there(arima), seen))).toBe('designation.not-found');
    const events = await hall.query('select 1 from tk.event e where e.municipality = $1 and e.kind = $2', [
      HERE,
      'DesignationAcknowledged',
    ]);
    expect(events).toHaveLength(1);
  });

  it('come on the day of publication, and to whoever comes into the department later', async () => {
    await designate(hall.context, arima, { ...december, publishedOn: '2026-11-10' });
    expect((await myNotices(hall.context, morishita)).designations).toEqual([]);
    expect((await tell()).told).toBe(0);
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department) values ($1, '300001', '2026-12-20', '111')`,
      [HERE],
    );
    hall.context.clock.moveTo('2026-11-10T09:00:00+09:00');
    expect((await tell()).told).toBe(3);
    expect((await myNotices(hall.context, nishihara)).designations[0]?.told).toBe('2026-11-10');
    const { people } = await designationNotices(hall.context, arima, { department: '11', from: '2026-12-01' });
    // December begins for the newcomer as for the others: the month of the move is the first.
    expect(people.map(({ person, by }) => [person.staff, by])).toContainEqual(['300001', '2026-11-30']);
    expect((await tell()).told).toBe(0);
    expect((await tellOfDesignations(hall.context, ELSEWHERE, null)).told).toBe(0);
  });

  it('are warned about before the designation is made: too late for the month, too many departments', async () => {
    const check = (from: string, publishedOn: string) =>
      checkDesignation(hall.context, arima, { department: '11', from, publishedOn });
    const good = await check('2026-12-01', '2026-11-30');
    expect([good.people, good.warns, good.steps.map(({ says }) => says)]).toEqual([
      2,
      false,
      ['unitFits', 'designatedBeforehand', 'fewDesignated', 'noticesInTime'],
    ]);
    const late = await check('2026-12-15', '2026-12-01');
    expect([late.warns, late.steps.map(({ says }) => says).at(-1)]).toEqual([true, 'noticesMissing']);
    await designate(hall.context, arima, { ...december, department: '21' });
    await designate(hall.context, arima, { ...december, department: '31' });
    const all = await check('2026-12-01', '2026-11-04');
    expect(all.steps.map(({ says }) => says)).toContain('allDesignated');
    expect(all.steps.find(({ says }) => says === 'allDesignated')?.citation?.place).toContain('2(2)');
    expect(await codeOf(checkDesignation(hall.context, takase, { ...december }))).toBe('access.denied');
  });

  describe('of tasks', () => {
    const task = {
      department: '11',
      name: '選挙の執行',
      kind: 'exceptional',
      from: '2026-11-10',
      until: null,
      publishedOn: '2026-11-05',
      reason: '市長選挙',
    } as const;
    const request = (date: string, id: string) =>
      requestOvertime(hall.context, morishita, {
        id: randomUUID(),
        date,
        from: 17 * 60 + 15,
        until: 19 * 60,
        category: 'normal',
        work: '投票所の準備',
        why: '',
        task: id,
      });

    it('are named in a request, which is then one of 特例業務, on their days and in their departments only', async () => {
      const id = randomUUID();
      await designateTask(hall.context, arima, { id, ...task });
      await designateTask(hall.context, arima, { id, ...task });
      expect((await tasksView(hall.context, arima)).tasks).toMatchObject([{ id, inForce: false, kind: 'exceptional' }]);
      expect((await myNotices(hall.context, morishita)).tasks).toEqual([
        { id, name: '選挙の執行', kind: 'exceptional', from: '2026-11-10', until: null },
      ]);
      expect((await myNotices(hall.context, shiina)).tasks).toEqual([]);
      expect((await request('2026-11-10', id)).overtime.category).toBe('exceptional');
      expect(await codeOf(request('2026-11-09', id))).toBe('task.not-in-force');
      await endTask(hall.context, arima, { id, until: '2026-11-20', reason: '選挙の終わり' });
      expect(await codeOf(request('2026-11-20', id))).toBe('task.not-in-force');
      expect((await request('2026-11-19', id)).overtime.category).toBe('exceptional');
      const grounds = await hall.query('select 1 from tk.overtime_ground g where g.municipality = $1 and g.task = $2', [
        HERE,
        id,
      ]);
      expect(grounds).toHaveLength(2);
    });
    it('are designated beforehand, once at a time, by 人事課', async () => {
      const make = (part: object, who = arima) =>
        designateTask(hall.context, who, { id: randomUUID(), ...task, ...part });
      expect(await codeOf(make({ from: '2026-11-03' }))).toBe('task.retroactive');
      expect(await codeOf(make({ publishedOn: '2026-11-11' }))).toBe('task.retroactive');
      expect(await codeOf(make({ until: '2026-11-10' }))).toBe('task.until-before-from');
      expect(await codeOf(make({}, takase))).toBe('access.denied');
      expect(await codeOf(tasksView(hall.context, takase))).toBe('access.denied');
      await make({ from: '2026-11-03', overrideReason: '告示が急だった' });
      expect(await codeOf(make({}))).toBe('task.overlaps');
      expect((await tasksView(hall.context, there(arima))).tasks).toEqual([]);
      const unknown = { id: randomUUID(), until: '2026-12-01', reason: 'x' };
      expect(await codeOf(endTask(hall.context, arima, unknown))).toBe('task.unknown');
    });
  });
});
