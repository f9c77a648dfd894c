import { randomUUID } from 'node:crypto';
import * as hr from '@tokimori/contract/hr';
import { expect, it } from 'vitest';
import { cityLimits, cityMonth } from './city.ts';
import { departmentsView, designate, endDesignation } from './departments.ts';
import { findStaff, monthList } from './people.ts';
import { staffMonth } from './staff-month.ts';
import { eachTownHall } from './testing/each-town-hall.ts';
import { codeOf } from './testing/refused.ts';
import { arima, ELSEWHERE, HERE, morishita, takase, there } from './testing/town-hall.ts';

const OCTOBER = '2026-10';

eachTownHall('the pages of the whole municipality', (hall) => {
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
    // 財政課 is designated, and 保険年金課 with its 部 from November on: the warning stands already.
    expect(view.share).toEqual({ designated: 1, toCome: 1, divisions: 3, warn: true });
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
