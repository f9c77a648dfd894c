import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { withdrawPriorNotice } from '../use-cases/designations/prior-notices.ts';
import { saveForm } from '../use-cases/forms/write.ts';
import { duesView } from '../use-cases/measures/dues.ts';
import { startOrder } from '../use-cases/overtime-decision.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { hold } from '../use-cases/testing/hold-measures.ts';
import { priorNoticesOf } from '../use-cases/testing/prior-notices.ts';
import { ELSEWHERE, HERE, takase } from '../use-cases/testing/town-hall.ts';
import { runMeasures } from './measures-run.ts';

type Row = { month: string; subject: string; on_date: string; due_on: string; passed_on: string | null; state: string };

eachTownHallAt('2026-10-05T18:00:00+09:00', 'reports of what is expected of a month to come', (hall) => {
  const { file } = priorNoticesOf(hall);
  const withdraw = (id: string) => withdrawPriorNotice(hall.context, takase, { id, reason: '無投票' });
  const order = (date: string, staff = '100001') =>
    startOrder(hall.context, takase, {
      id: randomUUID(),
      department: '11',
      staff,
      date,
      from: 17 * 60 + 15,
      until: 19 * 60 + 15,
      category: 'exceptional',
      work: '投票所の準備',
      note: '告示',
      healthConfirmed: false,
    });
  /** The next morning's run, after the days were made. */
  const morning = async (date: string) => {
    hall.context.clock.moveTo(`${date}T05:10:00+09:00`);
    await hall.deriver.idle();
    return runMeasures(hall.context, HERE, { url: null });
  };
  const dues = async (municipality = HERE) => {
    const rows = await hall.context.store.tenant(municipality, (tx) =>
      tx.query<Row>(
        `select d.month, d.subject, d.on_date, d.due_on, d.passed_on, d.state from tk.due d
         where d.municipality = $1 order by d.month, d.subject`,
        [municipality],
      ),
    );
    return rows.map(({ month, subject, on_date, due_on, passed_on, state }) =>
      [subject, month.slice(0, 7), on_date, due_on, passed_on ?? '-', state].join(' '),
    );
  };
  const nerima = () => hold(hall, 'nerima', '2026-10-01', /prior/);

  it('come to be due by a notice, once, for the head, by the 20th of the month before, and are told', async () => {
    await nerima();
    await hall.query(
      `update tk.staff as s set mail = 'takase@example.jp' where s.municipality = $1 and s.staff = '200001'`,
      [HERE],
    );
    expect(await morning('2026-10-05')).toBe(0);
    hall.context.clock.moveTo('2026-10-05T18:00:00+09:00');
    await file();
    expect(await morning('2026-10-06')).toBe(1);
    expect(await dues()).toEqual(['100001 2026-11 2026-10-05 2026-10-20 - open']);
    expect(await dues(ELSEWHERE)).toEqual([]);
    const mails = await hall.query<{ recipient: string; body: string }>(
      'select m.recipient, m.body from tk.mail m where m.municipality = $1',
      [HERE],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual(['200001']);
    expect(mails[0]?.body).toContain('月の特例業務 50:00');
    expect(await morning('2026-10-07')).toBe(0);
    const view = await duesView(hall.context, takase, { state: 'open' });
    expect(view.dues).toMatchObject([
      {
        month: '2026-11',
        form: { key: 'nerima-prior', subject: '100001' },
        dueOn: '2026-10-20',
        passedOn: null,
        late: false,
      },
    ]);
    expect(view.dues[0]?.causes).toMatchObject([{ staff: '100001', figure: '月の特例業務', value: '50:00' }]);
  });

  it('come by orders too; the larger of both is what is expected', async () => {
    await nerima();
    await file();
    await order('2026-11-04');
    await order('2026-11-05', '100002');
    await morning('2026-10-06');
    expect(await dues()).toEqual([
      '100001 2026-11 2026-10-05 2026-10-20 - open',
      '100002 2026-11 2026-10-05 2026-10-20 - open',
    ]);
    const { dues: shown } = await duesView(hall.context, takase, { state: 'open' });
    expect(shown.map(({ causes }) => causes[0]?.value)).toEqual(['50:00', '2:00']);
  });

  it('are late where the work is urgent: due on the day on which it came, with the day that was over', async () => {
    await nerima();
    await order('2026-10-06');
    await morning('2026-10-06');
    expect(await dues()).toEqual(['100001 2026-10 2026-10-05 2026-10-05 2026-09-20 open']);
    const { dues: shown } = await duesView(hall.context, takase, { state: 'open' });
    expect(shown).toMatchObject([{ dueOn: '2026-10-05', passedOn: '2026-09-20', late: true }]);
    for (const [filed, on, passed] of [
      ['2026-10-20', '2026-10-20', '-'],
      ['2026-10-21', '2026-10-21', '2026-10-20'],
    ] as const) {
      hall.context.clock.moveTo(`${filed}T18:00:00+09:00`);
      const staff = passed === '-' ? '100001' : '100002';
      await file({ staff });
      await morning(`2026-10-${Number(filed.slice(8)) + 1}`);
      expect(await dues()).toContain(`${staff} 2026-11 ${on} ${on} ${passed} open`);
    }
  });

  it('lapse when the notice is withdrawn, and begin again with another; what somebody has begun to write stays', async () => {
    await nerima();
    const id = await file();
    await morning('2026-10-06');
    await withdraw(id);
    await morning('2026-10-07');
    expect(await dues()).toEqual(['100001 2026-11 2026-10-05 2026-10-20 - lapsed']);
    hall.context.clock.moveTo('2026-10-25T09:00:00+09:00');
    const again = await file();
    await morning('2026-10-26');
    const late = '100001 2026-11 2026-10-25 2026-10-25 2026-10-20 open';
    expect(await dues()).toEqual([late]);
    const address = { form: 'nerima-prior', month: '2026-11', subject: '100001' };
    await saveForm(hall.context, takase, { ...address, filled: {}, saves: 0 });
    await withdraw(again);
    await morning('2026-10-27');
    expect(await dues()).toEqual([late]);
  });

  it('lapse in the month itself as well, and are not asked of a month before the measures held', async () => {
    await order('2026-10-06');
    await hold(hall, 'nerima', '2026-11-01', /prior/);
    const id = await file();
    await morning('2026-11-02');
    expect(await dues()).toEqual(['100001 2026-11 2026-11-01 2026-11-01 2026-10-20 open']);
    await withdraw(id);
    await morning('2026-11-10');
    expect(await dues()).toEqual(['100001 2026-11 2026-11-01 2026-11-01 2026-10-20 lapsed']);
  });

  it('練馬区: come by the year, where nobody entered 特例業務: for the month that leads above its cap, in time', async () => {
    for (const [month, hours] of [
      ['04', 60],
      ['05', 60],
      ['06', 60],
      ['07', 60],
      ['08', 60],
      ['09', 54],
    ] as const)
      await hall.handOver('100002', `2026-${month}`, hours * 60);
    await hall.work('100002', '2026-10-01', 502, 1035);
    await nerima();
    await morning('2026-10-06');
    // 354 hours of six months, 59 on the mean: October leads above 360 with the first hour, November in any case.
    expect(await dues()).toEqual(['100002 2026-11 2026-10-01 2026-10-20 - open']);
    const { dues: shown } = await duesView(hall.context, takase, { state: 'open' });
    expect(shown[0]?.causes).toMatchObject([{ staff: '100002', figure: '年度の時間外勤務の累計', value: '472:00' }]);
    expect(await dues(ELSEWHERE)).toEqual([]);
  });

  it('京都市: come by the forecast of the month that runs, on the day on which the order was known', async () => {
    await hold(hall, 'kyoto', '2026-10-01', /prior/);
    await hall.work('100002', '2026-10-01', 502, 1035);
    await morning('2026-10-06');
    expect(await dues()).toEqual([]);
    // Seven days of seven hours each, ordered on the 6th: 49:00.
    hall.context.clock.moveTo('2026-10-06T18:00:00+09:00');
    for (const date of ['13', '14', '15', '16', '19', '20', '21'])
      await startOrder(hall.context, takase, {
        id: randomUUID(),
        department: '11',
        staff: '100002',
        date: `2026-10-${date}`,
        from: 17 * 60 + 15,
        until: 24 * 60 + 15,
        category: 'disaster',
        work: '罹災証明',
        note: '台風',
        healthConfirmed: true,
      });
    await morning('2026-10-07');
    expect(await dues()).toEqual(['100002 2026-10 2026-10-06 2026-10-06 2026-09-30 open']);
  });

  it('京都市: by the last day of the month before', async () => {
    await hold(hall, 'kyoto', '2026-10-01', /prior/);
    await file();
    await morning('2026-10-06');
    expect(await dues()).toEqual(['100001 2026-11 2026-10-05 2026-10-31 - open']);
  });
});
