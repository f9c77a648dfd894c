import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { markStale } from '../derive/stale.ts';
import { confirmOvertime } from '../use-cases/overtime-confirmation.ts';
import { startOrder } from '../use-cases/overtime-decision.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { hold } from '../use-cases/testing/hold-measures.ts';
import { ELSEWHERE, HERE, type TownHall, takase } from '../use-cases/testing/town-hall.ts';
import { runMeasures } from './measures-run.ts';

type Row = {
  measure: string;
  subject: string;
  on_date: string;
  section: string;
  bureau: string;
  deed: string;
  due_on: string | null;
  state: string;
  id: string;
};

const dues = (hall: TownHall, municipality = HERE) =>
  hall.context.store.tenant(municipality, (tx) =>
    tx.query<Row>(
      `select d.measure, d.subject, d.on_date, d.section, d.bureau, d.deed, d.due_on, d.state, d.id from tk.due d
       where d.municipality = $1 order by d.on_date, d.measure, d.subject, d.action`,
      [municipality],
    ),
  );
/** The sum of a month that was handed over, corrected. */
async function correct(hall: TownHall, staff: string, month: string, overtime: number): Promise<void> {
  await hall.query(
    'update tk.month_fact as f set overtime = $4 where f.municipality = $1 and f.staff = $2 and f.month = $3::date',
    [HERE, staff, `${month}-01`, overtime],
  );
  await hall.context.store.tenant(HERE, (tx) =>
    markStale(tx, [{ staff, firstDate: `${month}-01`, lastDate: `${month}-28` }]),
  );
  hall.context.wakeDeriver(HERE);
}
const told = (rows: readonly Row[]) =>
  rows.map(({ measure, subject, on_date, deed, due_on, state }) =>
    [measure, subject, on_date, deed, due_on ?? '-', state].join(' '),
  );

/** As if the last run had been some days ago. */
const forget = (hall: TownHall, through = '2026-10-01') =>
  hall.query('update tk.measure_run as m set through = $2::date where m.municipality = $1', [HERE, through]);

eachTownHallAt('2026-11-04T09:00:00+09:00', 'the daily run of the measures', (hall) => {
  const run = async () => {
    await hall.deriver.idle();
    return runMeasures(hall.context, HERE);
  };

  it('asks nothing where nothing was decided, and not twice a day', async () => {
    expect(await run()).toBe(0);
    expect(await run()).toBeNull();
    expect(await dues(hall)).toEqual([]);
  });

  it('writes what came to be due once, with where it belongs and by when; the other municipality has none', async () => {
    await hold(hall, 'ukiha', '2026-10-01', /interview|meeting/);
    await hall.handOver('300001', '2026-10', 46 * 60);
    await hall.handOver('100001', '2026-10', 45 * 60);
    expect(await run()).toBe(2);
    const first = await dues(hall);
    expect(told(first)).toEqual([
      'ukiha-interview-45 300001 2026-10-31 interview 2026-11-30 open',
      'ukiha-meeting  2026-10-31 list 2026-11-30 open',
    ]);
    expect(first[0]).toMatchObject({ section: '21', bureau: '20' });
    await forget(hall);
    expect(await run()).toBe(0);
    expect(await dues(hall)).toEqual(first);
    expect(await dues(hall, ELSEWHERE)).toEqual([]);
  });

  it('tells of leaving late after ordered overtime whether or not the result was confirmed', async () => {
    await hold(hall, 'yokohama', '2026-11-01', /presence/);
    await hall.work('100001', '2026-11-02', 8 * 60 + 20, 20 * 60 + 31);
    const order = { id: randomUUID(), department: '11', staff: '100001', date: '2026-11-02', from: 1035, until: 1200 };
    const asked = { category: 'normal', work: '窓口', note: '窓口が長引いた', healthConfirmed: false } as const;
    await startOrder(hall.context, takase, { ...order, ...asked });
    await run();
    expect(told(await dues(hall))).toEqual(['yokohama-presence-30 100001 2026-11-02 alert - open']);
    // Confirmed until a minute later, the gap is 30 minutes, which is not more than 30.
    await confirmOvertime(hall.context, takase, { id: order.id, until: 1201, note: '片付けまで' });
    await forget(hall);
    await run();
    expect(told(await dues(hall))).toEqual(['yokohama-presence-30 100001 2026-11-02 alert - lapsed']);
  });

  it('tells of coming early without an order, and not where the early hours were ordered', async () => {
    await hold(hall, 'yokohama', '2026-11-01', /presence/);
    await hall.work('100001', '2026-11-02', 7 * 60 + 59, 17 * 60 + 20);
    await run();
    expect(told(await dues(hall))).toEqual(['yokohama-presence-30 100001 2026-11-02 alert - open']);
    const order = { id: randomUUID(), department: '11', staff: '100001', date: '2026-11-02', from: 480, until: 510 };
    const asked = {
      category: 'normal',
      work: '開庁の準備',
      note: '開庁前の来庁があった',
      healthConfirmed: false,
    } as const;
    await startOrder(hall.context, takase, { ...order, ...asked });
    await forget(hall);
    await run();
    expect(told(await dues(hall))).toEqual(['yokohama-presence-30 100001 2026-11-02 alert - lapsed']);
  });

  it('tells of no early coming on a day whose leaving was not punched: duty begins as on every other', async () => {
    await hold(hall, 'yokohama', '2026-11-01', /presence/);
    await hall.work('100001', '2026-11-02', 8 * 60 + 25, null);
    const order = { id: randomUUID(), department: '11', staff: '100001', date: '2026-11-02', from: 1035, until: 1155 };
    const late = { category: 'normal', work: '審査', note: '急ぎの来庁', healthConfirmed: false } as const;
    await startOrder(hall.context, takase, { ...order, ...late });
    await run();
    expect(told(await dues(hall))).toEqual([]);
  });

  it('asks once for months in a row, whatever else is decided anew meanwhile', async () => {
    for (const month of ['2026-08', '2026-09', '2026-10']) await hall.handOver('300001', month, 46 * 60);
    await hold(hall, 'nerima', '2026-09-01', /hearing/);
    await hall.query(
      `insert into tk.measure_run (municipality, through, ran_at) values ($1, '2026-08-31', $2::timestamptz)`,
      [HERE, hall.context.clock.now()],
    );
    await hold(hall, 'nerima', '2026-10-01', /hearing|alert/);
    await run();
    const hearings = (await dues(hall)).filter(({ measure }) => measure.includes('hearing'));
    expect(told(hearings).map((each) => each.split(' ').slice(1, 3).join(' '))).toEqual(['21 2026-09-30']);
  });

  it('leaves out days on which the measures did not hold yet', async () => {
    await hold(hall, 'ukiha', '2026-11-01', /interview/);
    await hall.handOver('300001', '2026-10', 46 * 60);
    expect(await run()).toBe(0);
    expect(await dues(hall)).toEqual([]);
  });

  it('lapses what corrected figures do not bring due any more, and opens it again; what is done stays done', async () => {
    await hold(hall, 'ukiha', '2026-10-01', /interview|meeting/);
    await hall.handOver('300001', '2026-10', 46 * 60);
    await run();
    const [done] = await dues(hall);
    await hall.query(`update tk.due as d set state = 'done' where d.municipality = $1 and d.id = $2`, [HERE, done?.id]);
    await correct(hall, '300001', '2026-10', 44 * 60);
    await forget(hall);
    await run();
    expect((await dues(hall)).map(({ state }) => state)).toEqual(['done', 'lapsed']);
    await correct(hall, '300001', '2026-10', 47 * 60);
    await forget(hall);
    expect(await run()).toBe(0);
    expect((await dues(hall)).map(({ state }) => state)).toEqual(['done', 'open']);
  });

  it('brings the plan of the month to come due on the first', async () => {
    await hold(hall, 'toyohashi', '2026-11-01', /plan/);
    await hall.work('300001', '2026-11-02', 8 * 60 + 20, 17 * 60 + 20);
    await run();
    expect(told(await dues(hall))).toEqual(
      ['11', '21', '31'].map((section) => `toyohashi-plan ${section} 2026-11-01 form 2026-11-30 open`),
    );
  });

  it('keeps a plan that is late, and what moved to another day of the month, as the one row it was', async () => {
    await hold(hall, 'toyohashi', '2026-09-01', /plan/);
    await hall.query(
      `insert into tk.due (municipality, month, measure, subject, instance, on_date, action, id, per, section, bureau, title, deed, what, by_roles, to_roles, due_on, causes, state, recorded_at)
       values ($1, '2026-10-01'::date, 'toyohashi-plan', '21', '2026-10-01'::date, '2026-09-01'::date, 0, gen_random_uuid(), 'section', '21', '20', '計画', 'form', '計画書', '{manager}', '{hr}', '2026-09-30'::date, '[]'::jsonb, 'open', $2::timestamptz)`,
      [HERE, hall.context.clock.now()],
    );
    await run();
    expect(told(await dues(hall))).toContain('toyohashi-plan 21 2026-09-01 form 2026-09-30 open');
  });

  it('stopped in the middle, leaves nothing half written: the next run writes all of it once', async () => {
    await hold(hall, 'ukiha', '2026-10-01', /interview|meeting/);
    await hall.handOver('300001', '2026-10', 46 * 60);
    await hall.deriver.idle();
    const { store } = hall.context;
    let written = 0;
    const cut: typeof store = {
      ...store,
      tenant: (municipality, work) =>
        store.tenant(municipality, async (tx) => {
          const answer = await work(tx);
          const [{ dues: now = 0 } = {}] = await tx.query<{ dues: number }>(
            'select count(*)::int as dues from tk.due d where d.municipality = $1',
            [municipality],
          );
          written = Math.max(written, now);
          if (now > 0) throw new Error('the process is gone before it commits');
          return answer;
        }),
    };
    await expect(runMeasures({ ...hall.context, store: cut }, HERE)).rejects.toThrow('the process is gone');
    expect(written).toBe(2);
    expect(await dues(hall)).toEqual([]);
    expect(await runMeasures(hall.context, HERE)).toBe(2);
    expect(await runMeasures(hall.context, HERE)).toBeNull();
    expect(await dues(hall)).toHaveLength(2);
  });

  it('waits until the days are made', async () => {
    await hall.deriver.idle();
    await hall.deriver.stop();
    await hall.query(
      `insert into tk.stale_day (municipality, id, staff, first_date, last_date)
       values ($1, gen_random_uuid(), '300001', '2026-11-02', '2026-11-02')`,
      [HERE],
    );
    expect(await runMeasures(hall.context, HERE)).toBeNull();
  });
});
