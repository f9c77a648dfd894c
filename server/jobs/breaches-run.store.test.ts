import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { markStale } from '../derive/stale.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { ELSEWHERE, HERE, type TownHall } from '../use-cases/testing/town-hall.ts';
import { runBreaches } from './breaches-run.ts';

type Row = {
  period: string;
  month: string;
  staff: string;
  limit_name: string;
  section: string;
  bureau: string;
  name: string;
  value: number;
  cap: number;
  carried: string;
  exceptional: number;
  overtime: number;
  outline_made: string;
  works: object;
  standing: string;
  state: string;
  outline: string;
  id: string;
};

const breaches = (hall: TownHall, municipality = HERE) =>
  hall.context.store.tenant(municipality, (tx) =>
    tx.query<Row>('select b.* from tk.breach b where b.municipality = $1 order by b.month, b.staff, b.limit_name', [
      municipality,
    ]),
  );
const told = (rows: readonly Row[]) =>
  rows.map(({ month, staff, limit_name, value, cap, standing }) =>
    [month.slice(0, 7), staff, limit_name, value, cap, standing].join(' '),
  );
const kinds = async (hall: TownHall, id: string | undefined) =>
  (
    await hall.query<{ kind: string; seq: number }>(
      'select e.kind, e.seq from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq',
      [HERE, `breach/${id}`],
    )
  ).map(({ kind, seq }) => `${seq} ${kind}`);

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
const worked = (hall: TownHall, staff: string, date: string, minutes: number, work: string) =>
  hall.query(
    `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, work, version)
     values ($1, $2, $3, $4::date, '21', 'confirmed', 1035, 1035 + $5::int, $5::int, 'normal', $6, 1)`,
    [HERE, randomUUID(), staff, date, minutes, work],
  );
/** As if the last run had been some days ago. */
const forget = (hall: TownHall) =>
  hall.query('update tk.breach_run as b set through = $2::date where b.municipality = $1', [HERE, '2026-10-20']);

eachTownHallAt('2026-11-04T09:00:00+09:00', 'the daily run of 上限を超えた記録', (hall) => {
  const run = async () => {
    await hall.deriver.idle();
    return runBreaches(hall.context, HERE);
  };

  it('makes a record of each limit exceeded, to the minute, once; the other municipality has none', async () => {
    await hall.handOver('300001', '2026-08', 45 * 60);
    await hall.handOver('300001', '2026-09', 45 * 60 + 1);
    await hall.handOver('100001', '2026-09', 52 * 60, 10 * 60);
    expect(await run()).toBe(2);
    const rows = await breaches(hall);
    expect(told(rows)).toEqual(['2026-09 100001 monthly 3120 2700 holds', '2026-09 300001 monthly 2701 2700 holds']);
    expect(rows[0]).toMatchObject({
      section: '11',
      bureau: '10',
      name: '森下 千尋',
      carried: 'exceptional',
      exceptional: 600,
      overtime: 3120,
      state: 'open',
    });
    expect(rows[1]).toMatchObject({ section: '21', carried: 'none' });
    expect(await kinds(hall, rows[0]?.id)).toEqual(['1 BreachFound']);
    expect(await run()).toBeNull();
    await forget(hall);
    expect(await run()).toBe(0);
    expect(await breaches(hall)).toEqual(rows);
    expect(await breaches(hall, ELSEWHERE)).toEqual([]);
  });

  it('starts from the works of the period by hours, under one name each', async () => {
    await hall.handOver('300001', '2026-09', 60);
    for (const [day, minutes, work] of [
      ['2026-10-05', 900, '10月分 予算書の作成'],
      ['2026-10-06', 900, '予算書の作成。'],
      ['2026-10-07', 600, '起債の手続'],
      ['2026-10-08', 300, ''],
      ['2026-10-09', 240, '照会への回答'],
    ] as const)
      await worked(hall, '300001', day, minutes, work);
    await hall.context.store.tenant(HERE, (tx) =>
      markStale(tx, [{ staff: '300001', firstDate: '2026-10-01', lastDate: '2026-10-31' }]),
    );
    hall.context.wakeDeriver(HERE);
    await run();
    const [row] = await breaches(hall);
    expect(row).toMatchObject({ limit_name: 'monthly', value: 2940, overtime: 2940 });
    expect(row?.outline_made).toBe('予算書の作成(30:00)、起債の手続(10:00)、業務内容の記入なし(5:00)、ほか1業務(4:00)');
    expect(row?.works).toEqual([
      { work: '予算書の作成', minutes: 1800 },
      { work: '起債の手続', minutes: 600 },
      { work: '業務内容の記入なし', minutes: 300 },
      { work: '照会への回答', minutes: 240 },
    ]);
  });

  it('has one record a year for the limit of the year, of the month in which it was exceeded', async () => {
    for (const month of ['04', '05', '06', '07', '08', '09', '10'])
      await hall.handOver('300001', `2026-${month}`, 45 * 60);
    await hall.handOver('100001', '2026-10', 10 * 60);
    expect(await run()).toBe(0);
    for (const month of ['04', '05', '06', '07', '08', '09', '10'])
      await correct(hall, '300001', `2026-${month}`, 44 * 60 + (month === '10' ? 1 : 0) * 60);
    await hall.handOver('300001', '2026-11', 52 * 60);
    await forget(hall);
    await run();
    const year = (await breaches(hall)).filter(({ limit_name }) => limit_name === 'annual');
    expect(told(year)).toEqual([`2026-11 300001 annual ${(44 * 6 + 45 + 52) * 60} 21600 holds`]);
    expect(year[0]?.period).toBe('2026-04-01');
  });

  it('lapses what corrected figures do not exceed, keeps what was typed, and comes back', async () => {
    await hall.handOver('300001', '2026-09', 46 * 60);
    await run();
    const [{ id } = { id: '' }] = await breaches(hall);
    await hall.query(`update tk.breach as b set outline = '予算編成', version = 2 where b.municipality = $1`, [HERE]);
    await correct(hall, '300001', '2026-09', 44 * 60);
    await forget(hall);
    expect(await run()).toBe(0);
    expect((await breaches(hall))[0]).toMatchObject({ id, standing: 'lapsed', outline: '予算編成', value: 46 * 60 });
    await correct(hall, '300001', '2026-09', 47 * 60);
    await forget(hall);
    expect(await run()).toBe(0);
    expect((await breaches(hall))[0]).toMatchObject({ id, standing: 'holds', outline: '予算編成', value: 47 * 60 });
    expect(await kinds(hall, id)).toEqual(['1 BreachFound', '3 BreachLapsed', '4 BreachRevived']);
  });

  it('follows corrected figures without a deed', async () => {
    await hall.handOver('300001', '2026-09', 46 * 60);
    await run();
    await correct(hall, '300001', '2026-09', 50 * 60);
    await forget(hall);
    await run();
    const [row] = await breaches(hall);
    expect(row).toMatchObject({ value: 50 * 60, overtime: 50 * 60, standing: 'holds' });
    expect(await kinds(hall, row?.id)).toEqual(['1 BreachFound']);
  });

  it('makes records of this year alone once the review of the year before is overdue', async () => {
    await hall.handOver('300001', '2026-03', 60 * 60);
    await hall.handOver('300001', '2026-04', 60 * 60);
    await run();
    expect(told(await breaches(hall))).toEqual(['2026-04 300001 monthly 3600 2700 holds']);
  });

  it('stopped in the middle, leaves nothing half written', async () => {
    await hall.handOver('300001', '2026-09', 46 * 60);
    await hall.deriver.idle();
    const { store } = hall.context;
    const cut: typeof store = {
      ...store,
      tenant: (municipality, work) =>
        store.tenant(municipality, async (tx) => {
          const answer = await work(tx);
          const [row] = await tx.query('select b.id from tk.breach b where b.municipality = $1', [municipality]);
          if (row !== undefined) throw new Error('the process is gone before it commits');
          return answer;
        }),
    };
    await expect(runBreaches({ ...hall.context, store: cut }, HERE)).rejects.toThrow('the process is gone');
    expect(await breaches(hall)).toEqual([]);
    expect(await runBreaches(hall.context, HERE)).toBe(1);
  });
});

eachTownHallAt('2026-09-30T09:00:00+09:00', 'the first run while the review of last year is due', (hall) => {
  it('makes the records of last year too', async () => {
    await hall.handOver('300001', '2025-10', 60 * 60);
    await hall.handOver('300001', '2026-08', 60 * 60);
    await hall.deriver.idle();
    expect(await runBreaches(hall.context, HERE)).toBe(2);
  });
});
