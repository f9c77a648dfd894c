import { randomUUID } from 'node:crypto';
import * as hr from '@tokimori/contract/hr';
import * as manager from '@tokimori/contract/manager';
import * as staff from '@tokimori/contract/staff';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../access/refusal.ts';
import { eachDatabase } from '../store/testing/each-database.ts';
import { cityLimits, cityMonth } from './city.ts';
import { decideCorrection, reportCorrection } from './corrections.ts';
import { departmentsView, designate, endDesignation } from './departments.ts';
import { history } from './history.ts';
import { orderOvertime, returnOvertime } from './overtime-decision.ts';
import { requestOvertime } from './overtime-request.ts';
import { findStaff, monthList } from './people.ts';
import { sectionMonth, sectionToday } from './section.ts';
import { staffMonth, staffStanding } from './staff-month.ts';
import { today } from './staff-today.ts';
import {
  arima,
  ELSEWHERE,
  HERE,
  morishita,
  nishihara,
  ono,
  openTownHall,
  shiina,
  type TownHall,
  takase,
  there,
} from './testing/town-hall.ts';
import { why } from './why.ts';

const OCTOBER = '2026-10';

eachDatabase('the pages', (open) => {
  let hall: TownHall;
  beforeEach(async () => {
    hall = await openTownHall(await open());
  });
  afterEach(async () => {
    await hall.deriver.stop();
  });

  const codeOf = async (deed: Promise<unknown>): Promise<string> => {
    try {
      await deed;
      return 'done';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  /** A day's work with an order that was asked for and given. */
  const overtime = async (who: typeof morishita, date: string, until: number, head = takase) => {
    const id = randomUUID();
    await requestOvertime(hall.context, who, {
      id,
      date,
      from: 1035,
      until,
      category: 'normal',
      work: '国保システムの更新',
      why: '',
    });
    await orderOvertime(hall.context, head, { id, note: '', healthConfirmed: false });
    return id;
  };

  it('today: what is recorded, what is open, what is left', async () => {
    await hall.work('100001', '2026-10-20', 503, 1270);
    await overtime(morishita, '2026-10-20', 1215);
    await hall.work('100001', '2026-10-23', 502, null);
    await hall.work('100001', '2026-10-26', 504, null);
    const returned = randomUUID();
    await requestOvertime(hall.context, morishita, {
      id: returned,
      date: '2026-10-26',
      from: 1035,
      until: 1185,
      category: 'normal',
      work: '検証',
      why: '',
    });
    await returnOvertime(hall.context, takase, { id: returned, note: '内容を詳しく' });
    await hall.deriver.idle();
    const answer = await today(hall.context, morishita);
    expect(staff.today.answer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      now: '2026-10-26T08:29:00+09:00',
      dutyDate: '2026-10-26',
      day: { state: 'open', firstIn: 504, lastOut: null, allotment: { from: 510, until: 1035 } },
    });
    expect(answer.records).toMatchObject([
      { minute: 504, direction: 'in', source: 'card', occurredAt: '2026-10-26T08:24:00+09:00' },
    ]);
    expect(answer.tasks.map((task) => [task.kind, task.date, task.dueOn])).toEqual([
      ['returned', '2026-10-26', '2026-11-05'],
      ['missingOut', '2026-10-23', '2026-11-05'],
      ['discrepancy', '2026-10-20', '2026-11-05'],
    ]);
    expect(answer.tasks[0]).toMatchObject({ overtimeId: returned, note: '内容を詳しく' });
    expect(answer.tasks[2]).toMatchObject({ orderUntil: 1215, lastOut: 1270, discrepancy: 55 });
    expect(answer.standing).toMatchObject({ overtime: 180, remaining: 2520, department: 'selfDirected' });
    const id = randomUUID();
    const reported = await reportCorrection(hall.context, morishita, {
      id,
      date: '2026-10-23',
      kind: 'punch',
      in: null,
      out: 1182,
      reason: 'かざし忘れ',
    });
    expect(reported).toEqual({ id, state: 'requested', decidesBy: '課長 高瀬 誠' });
    await hall.deriver.idle();
    expect((await today(hall.context, morishita)).tasks.map((task) => task.kind)).toEqual(['returned', 'discrepancy']);
  });

  it('keeps the duty date of a night until its shift ends', async () => {
    hall.context.clock.moveTo('2026-10-27T04:10:00+09:00');
    await hall.work('100001', '2026-10-26', 504, null);
    await hall.deriver.idle();
    const before = await today(hall.context, morishita);
    expect(before).toMatchObject({ dutyDate: '2026-10-26', day: { date: '2026-10-26', firstIn: 504 } });
    hall.context.clock.moveTo('2026-10-27T05:30:00+09:00');
    await hall.deriver.idle();
    expect(await today(hall.context, morishita)).toMatchObject({ dutyDate: '2026-10-26' });
  });

  it('a correction is decided by the head, once, and makes the day count', async () => {
    await hall.work('100001', '2026-10-23', 502, null);
    await overtime(morishita, '2026-10-23', 1155);
    await hall.deriver.idle();
    expect((await staffMonth(hall.context, morishita, { staff: 'me', month: OCTOBER })).totals).toMatchObject({
      overtime: 0,
      unclassifiable: ['2026-10-23'],
    });
    const id = randomUUID();
    const report = { id, date: '2026-10-23', kind: 'punch', in: null, out: 1160, reason: 'かざし忘れ' } as const;
    await reportCorrection(hall.context, morishita, report);
    await reportCorrection(hall.context, morishita, report);
    expect(await codeOf(decideCorrection(hall.context, morishita, { id, accept: true, note: '' }))).toBe(
      'access.denied',
    );
    expect(await codeOf(decideCorrection(hall.context, ono, { id, accept: true, note: '' }))).toBe('access.denied');
    expect(await codeOf(decideCorrection(hall.context, takase, { id, accept: false, note: '' }))).toBe(
      'correction.reject.note-missing',
    );
    expect(await decideCorrection(hall.context, takase, { id, accept: true, note: '' })).toEqual({
      id,
      state: 'accepted',
    });
    await hall.deriver.idle();
    const month = await staffMonth(hall.context, morishita, { staff: 'me', month: OCTOBER });
    expect(staff.staffMonth.answer.parse(month)).toEqual(month);
    expect(month.totals).toMatchObject({ overtime: 120, unclassifiable: [] });
    const events = await hall.query<{ kind: string }>(
      'select e.kind from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq',
      [HERE, `correction/${id}`],
    );
    expect(events.map((row) => row.kind)).toEqual(['CorrectionReported', 'CorrectionAccepted']);
  });

  it('the section shows people, what waits and what is to be asked', async () => {
    await hall.work('100002', '2026-10-15', 500, 1302);
    await overtime(nishihara, '2026-10-15', 1230);
    await hall.work('100001', '2026-10-23', 502, null);
    const waiting = randomUUID();
    await requestOvertime(hall.context, morishita, {
      id: waiting,
      date: '2026-10-27',
      from: 1035,
      until: 1185,
      category: 'normal',
      work: '検証',
      why: '',
    });
    await reportCorrection(hall.context, nishihara, {
      id: randomUUID(),
      date: '2026-10-15',
      kind: 'discrepancy',
      in: null,
      out: null,
      reason: '片付けと日報',
    });
    await hall.deriver.idle();
    const answer = await sectionMonth(hall.context, takase, { department: '11', month: OCTOBER });
    expect(manager.sectionMonth.answer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      name: '保険年金課',
      path: '市民部 保険年金課',
      through: '2026-10-25',
      today: '2026-10-26',
      total: 195,
      daysLeft: 5,
      counts: { decisions: 1, discrepancies: 1, missing: 1 },
    });
    expect(answer.rows.map((row) => row.person.staff)).toEqual(['100002', '100001', '200001']);
    expect(answer.rows[0]?.days[14]).toMatchObject({ state: 'classified', overtime: 195, discrepancy: true });
    expect(answer.rows.at(-1)).toMatchObject({ state: 'none', remaining: null });
    expect(answer.rows[1]?.days[26]).toMatchObject({ requested: 150 });
    expect(answer.decisions).toMatchObject([
      {
        overtime: { id: waiting },
        effect: { before: 0, added: 150, daysLeft: 4 },
        deadline: '2026-10-27T17:15:00+09:00',
      },
    ]);
    expect(answer.questions).toMatchObject([
      {
        date: '2026-10-15',
        kind: 'discrepancy',
        discrepancy: 72,
        correction: { state: 'requested', reason: '片付けと日報' },
      },
      { date: '2026-10-23', kind: 'missingOut', correction: null },
    ]);
    expect(await sectionMonth(hall.context, arima, { department: '111', month: OCTOBER })).toMatchObject({
      path: '市民部 保険年金課 国保係',
      counts: { decisions: 1 },
    });
    expect(await codeOf(sectionMonth(hall.context, takase, { department: '21', month: OCTOBER }))).toBe(
      'access.denied',
    );
    expect(await codeOf(sectionMonth(hall.context, arima, { department: '99', month: OCTOBER }))).toBe(
      'department.not-found',
    );
  });

  it('the section today: who is in', async () => {
    await hall.work('100001', '2026-10-26', 500, null);
    await hall.deriver.idle();
    const answer = await sectionToday(hall.context, takase, { department: '11' });
    expect(manager.sectionToday.answer.parse(answer)).toEqual(answer);
    expect(answer.people.map(({ person, presence }) => [person.staff, presence])).toEqual([
      ['200001', 'notYet'],
      ['100001', 'in'],
      ['100002', 'notYet'],
    ]);
  });

  it('why and history explain a standing that rests on earlier months', async () => {
    await designate(hall.context, arima, {
      department: '21',
      from: '2026-04-01',
      until: null,
      publishedOn: '2026-03-16',
      reason: '予算編成',
      overrideReason: '導入前の指定の登録',
    });
    for (const [month, minutes, exceptional] of [
      ['2026-04', 5300, 0],
      ['2026-05', 3130, 0],
      ['2026-06', 2320, 0],
      ['2026-07', 2850, 0],
      ['2026-08', 3675, 1080],
      ['2026-09', 5810, 0],
    ] as const) {
      await hall.handOver('300001', month, minutes, exceptional);
    }
    for (const [day, until] of [
      [1, 1455],
      [2, 1455],
      [5, 1455],
      [6, 1455],
      [7, 1455],
      [8, 1455],
      [9, 1455],
      [22, 1350],
    ] as const) {
      const date = `2026-10-${String(day).padStart(2, '0')}`;
      await hall.work('300001', date, 501, until + 18);
      const id = randomUUID();
      await requestOvertime(hall.context, shiina, {
        id,
        date,
        from: 1035,
        until,
        category: 'normal',
        work: '予算要求の調整',
        why: '',
      });
      await hall.query('update tk.overtime as o set state = $3 where o.municipality = $1 and o.id = $2', [
        HERE,
        id,
        'ordered',
      ]);
    }
    await hall.query(
      `insert into tk.stale_day (municipality, id, staff, first_date, last_date) values ($1, $2, '300001', '2026-10-01', '2026-10-26')`,
      [HERE, randomUUID()],
    );
    await hall.deriver.idle();
    const answer = await why(hall.context, arima, { staff: '300001', month: OCTOBER });
    expect(staff.why.answer.parse(answer)).toEqual(answer);
    const overtimeSoFar = 7 * 420 + 315;
    expect(answer.standing).toMatchObject({
      department: 'externallyDriven',
      departmentSince: '2026-04-01',
      overtime: overtimeSoFar,
      binding: 'average-2',
      remaining: 9600 - 5810 - overtimeSoFar,
    });
    expect(answer.exampleDay).toMatchObject({ date: '2026-10-22', overtime: 315 });
    expect(answer.chapters.map((each) => each.chapter)).toEqual([
      'records',
      'overtime',
      'sum',
      'caps',
      'remaining',
      'exceptions',
      'verdict',
    ]);
    expect(answer.limits[0]).toEqual({
      limit: 'average-2',
      total: 9600,
      before: 5810,
      now: overtimeSoFar,
      slack: 9600 - 5810 - overtimeSoFar,
      binding: true,
    });
    expect(
      (await why(hall.context, arima, { staff: '300001', month: OCTOBER, limit: 'annual' })).limits[0]?.limit,
    ).toBe('annual');
    expect(answer.days).toHaveLength(8);
    const person = await history(hall.context, ono, { staff: '300001' });
    expect(staff.history.answer.parse(person)).toEqual(person);
    expect(person.months.map((each) => each.month)).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
    expect(person.months.at(-1)?.averages[0]).toEqual({ months: 2, average: Math.round((5810 + overtimeSoFar) / 2) });
    expect(person.months[4]?.exceptional).toBe(1080);
    expect(person.monthsOver45).toEqual(['2026-04', '2026-05', '2026-07', '2026-08', '2026-09', '2026-10']);
    expect(person.events.map((event) => event.kind)).toContain('designation');
    expect(await codeOf(history(hall.context, takase, { staff: '300001' }))).toBe('access.denied');
  });

  it('a month without a record says so', async () => {
    expect(await codeOf(why(hall.context, morishita, { staff: 'me', month: '2026-01' }))).toBe('month.no-record');
    expect(await staffStanding(hall.context, morishita, { staff: 'me' })).toBeNull();
    const month = await staffMonth(hall.context, morishita, { staff: 'me', month: '2026-11' });
    expect(staff.staffMonth.answer.parse(month)).toEqual(month);
    expect(month).toMatchObject({ through: null, standing: null, totals: { overtime: 0 } });
    expect(await codeOf(staffMonth(hall.context, arima, { staff: '999999', month: OCTOBER }))).toBe('staff.not-found');
  });

  it('the city adds up its departments and compares the same days', async () => {
    for (const day of ['2025-10-14', '2026-09-14', '2026-09-28', '2026-10-14']) {
      await hall.work('100001', day, 500, 1300);
      await hall.query(
        `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, work, version)
         values ($1, $2, '100001', $3, '111', 'ordered', 1035, 1275, 240, 'normal', '更新', 1)`,
        [HERE, randomUUID(), day],
      );
    }
    await hall.query(
      `insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, work, version)
       values ($1, $2, '300001', '2026-10-15', '21', 'confirmed', 2800, 'disaster', '避難所の運営', 1)`,
      [HERE, randomUUID()],
    );
    for (const number of ['100001', '300001']) {
      await hall.query(
        `insert into tk.stale_day (municipality, id, staff, first_date, last_date) values ($1, $2, $3, '2025-10-01', '2026-10-26')`,
        [HERE, randomUUID(), number],
      );
    }
    await hall.deriver.idle();
    const answer = await cityMonth(hall.context, arima, { month: OCTOBER });
    expect(hr.cityMonth.answer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      through: '2026-10-25',
      settled: false,
      headcount: 4,
      total: { now: 3040, previous: 240, lastYear: 240 },
      perHead: { now: 760, previous: 60, lastYear: 60 },
      people: { overExceptional: 1 },
      externallyDrivenShare: { designated: 0, departments: 3, warn: false },
      previous: '2026-09',
      next: null,
    });
    expect(answer.bureaus.map((row) => [row.name, row.headcount, row.total.now, row.total.previous])).toEqual([
      ['企画財政部', 1, 2800, 0],
      ['市民部', 2, 240, 240],
      ['総務部', 1, 0, 0],
    ]);
    expect(answer.distribution.map(({ band, count, lastYear }) => [band, count, lastYear])).toEqual([
      ['zero', 2, 3],
      ['to20', 1, 1],
      ['to45', 0, 0],
      ['to60', 1, 0],
      ['to80', 0, 0],
      ['below100', 0, 0],
      ['from100', 0, 0],
    ]);
    expect(answer.rows[0]).toMatchObject({
      person: { staff: '300001' },
      bureauName: '企画財政部',
      limit: 'monthly',
      state: 'overExceptional',
      value: 2800,
      slack: -100,
      work: '避難所の運営',
      dueOn: '2026-11-05',
    });
    expect(answer.exceptionalByBureau).toEqual([{ name: '企画財政部', month: OCTOBER, minutes: 2800 }]);
    expect(answer.trend[0]).toMatchObject({ fiscalYear: 2026 });
    expect(answer.trend[0]?.perHead.slice(5, 7)).toEqual([120, null]);
    const september = await cityMonth(hall.context, arima, { month: '2026-09' });
    expect(september).toMatchObject({ settled: true, total: { now: 480, previous: null }, next: OCTOBER });
    expect(await codeOf(cityMonth(hall.context, takase, { month: OCTOBER }))).toBe('access.denied');
    expect((await cityMonth(hall.context, there(arima), { month: OCTOBER })).total.now).toBe(0);
    const limits = await cityLimits(hall.context, arima, { month: OCTOBER, limit: 'monthly', after: 0, size: 10 });
    expect(hr.cityLimits.answer.parse(limits)).toEqual(limits);
    expect(limits.rows.every((row) => row.limit === 'monthly')).toBe(true);
    expect(
      await cityLimits(hall.context, arima, {
        month: OCTOBER,
        department: '10',
        state: 'overExceptional',
        after: 0,
        size: 10,
      }),
    ).toEqual({ rows: [], count: 0 });
  });

  it('lists the month of many, found by name, kana and number, page by page', async () => {
    await hall.work('100001', '2026-10-14', 500, 1040);
    await hall.work('100001', '2026-10-14', 500, 1040, ELSEWHERE);
    await hall.deriver.idle();
    const first = await monthList(hall.context, arima, { month: OCTOBER, size: 4 });
    expect(hr.monthList.answer.parse(first)).toEqual(first);
    expect(first).toMatchObject({ count: 6, next: '300001' });
    const rest = await monthList(hall.context, arima, { month: OCTOBER, size: 4, after: '300001' });
    expect(rest.rows.map((row) => row.person.staff)).toEqual(['300009', '400001']);
    expect(rest.next).toBeNull();
    expect((await monthList(hall.context, arima, { month: OCTOBER, size: 4, department: '10' })).count).toBe(3);
    expect((await monthList(hall.context, arima, { month: OCTOBER, size: 4, search: '%' })).count).toBe(0);
    expect((await monthList(hall.context, arima, { month: OCTOBER, size: 4, search: 'モリ' })).rows[0]).toMatchObject({
      person: { name: '森下 千尋' },
      daysWorked: 1,
      presence: 540,
    });
    expect((await findStaff(hall.context, arima, { search: '椎名' })).people).toMatchObject([
      { staff: '300001', departmentName: '財政課' },
    ]);
    expect((await findStaff(hall.context, takase, { search: '椎名' })).people).toEqual([]);
    expect((await findStaff(hall.context, takase, { search: '1000' })).people).toHaveLength(2);
    expect(await codeOf(findStaff(hall.context, morishita, { search: '椎名' }))).toBe('access.denied');
  });

  it('designates ahead, refuses looking back without a reason, and the caps follow', async () => {
    await hall.work('300001', '2026-10-14', 500, 1040);
    await hall.deriver.idle();
    const input = { department: '21', from: '2026-10-01', until: null, publishedOn: '2026-10-20', reason: '予算編成' };
    expect(await codeOf(designate(hall.context, arima, input))).toBe('designation.retroactive');
    expect(
      await codeOf(designate(hall.context, arima, { ...input, from: '2026-11-01', publishedOn: '2026-11-02' })),
    ).toBe('designation.retroactive');
    expect(await codeOf(designate(hall.context, takase, input))).toBe('access.denied');
    expect(await codeOf(designate(hall.context, arima, { ...input, department: '99', from: '2026-11-01' }))).toBe(
      'department.not-found',
    );
    expect(await codeOf(designate(hall.context, arima, { ...input, from: '2026-02-30' }))).toBe('date.not-in-calendar');
    expect(await designate(hall.context, arima, { ...input, from: '2026-11-01' })).toEqual({
      designated: true,
      warn: false,
    });
    expect(await codeOf(designate(hall.context, arima, { ...input, from: '2026-12-01' }))).toBe('designation.overlaps');
    expect(
      await designate(hall.context, arima, { ...input, until: '2026-11-01', overrideReason: '周知の遅れ' }),
    ).toEqual({ designated: true, warn: false });
    expect(await designate(hall.context, arima, { ...input, department: '10', from: '2026-11-01' })).toEqual({
      designated: true,
      warn: true,
    });
    await hall.deriver.idle();
    expect((await staffMonth(hall.context, arima, { staff: '300001', month: OCTOBER })).standing).toMatchObject({
      department: 'externallyDriven',
      departmentSince: '2026-10-01',
      binding: 'monthly',
      remaining: 5999,
    });
    const view = await departmentsView(hall.context, arima, {});
    expect(hr.departmentsView.answer.parse(view)).toEqual(view);
    expect(view.departments.find((row) => row.department === '21')).toMatchObject({
      headcount: 2,
      designation: { from: '2026-10-01' },
      upcoming: { from: '2026-11-01' },
    });
    expect(view.departments.find((row) => row.department === '10')).toMatchObject({ headcount: 3, kind: 'bureau' });
    expect(
      await endDesignation(hall.context, arima, {
        department: '21',
        from: '2026-10-01',
        until: '2026-10-02',
        reason: '誤り',
      }),
    ).toEqual({ ended: true });
    expect(
      await codeOf(
        endDesignation(hall.context, arima, {
          department: '21',
          from: '2026-05-01',
          until: '2026-10-02',
          reason: '誤り',
        }),
      ),
    ).toBe('designation.not-found');
    const events = await hall.query<{ kind: string; reason: string }>(
      `select e.kind, e.reason from tk.event e where e.municipality = $1 and e.stream = 'department/21' order by e.seq`,
      [HERE],
    );
    expect(events.map((row) => row.kind)).toEqual(['DepartmentDesignated', 'DepartmentDesignated', 'DesignationEnded']);
  });
});
