import { randomUUID } from 'node:crypto';
import * as staff from '@tokimori/contract/staff';
import { expect, it } from 'vitest';
import { decideCorrection, reportCorrection } from './corrections.ts';
import { designate } from './departments.ts';
import { history } from './history.ts';
import { returnOvertime } from './overtime-decision.ts';
import { requestOvertime } from './overtime-request.ts';
import { staffMonth, staffStanding } from './staff-month.ts';
import { today } from './staff-today.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { overtimeAt } from './testing/overtime-at.ts';
import { codeOf } from './testing/refused.ts';
import { arima, HERE, morishita, ono, shiina, takase } from './testing/town-hall.ts';
import { why } from './why.ts';

const OCTOBER = '2026-10';

eachTownHall('the pages of staff', (hall) => {
  const { ordered } = overtimeAt(hall);

  it('the month says up to which day its figures go, the running day with it once it has a record', async () => {
    await hall.work('100001', '2026-10-23', 502, 1040);
    await hall.deriver.idle();
    const month = () => staffMonth(hall.context, morishita, { staff: 'me', month: '2026-10' });
    expect(await month()).toMatchObject({ through: '2026-10-25', totals: { daysWorked: 1 } });
    await hall.work('100001', '2026-10-26', 504, null);
    await hall.deriver.idle();
    expect(await month()).toMatchObject({ through: '2026-10-26', totals: { daysWorked: 2 } });
  });

  it('today: what is recorded, what is open, what is left', async () => {
    await hall.work('100001', '2026-10-20', 503, 1270);
    await ordered(morishita, '2026-10-20', 1215);
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
    await ordered(morishita, '2026-10-23', 1155);
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
        why: '算定に時間を要した',
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
});
