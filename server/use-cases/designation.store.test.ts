import { expect, it } from 'vitest';
import { rebuild } from '../derive/rebuild.ts';
import { designate, endDesignation } from './departments.ts';
import { eachTownHallAt } from './testing/each-town-hall.ts';
import { arima, HERE } from './testing/town-hall.ts';

const given = { publishedOn: '2026-03-01', reason: '議会対応', overrideReason: '届出の遅れ' };

eachTownHallAt('2026-11-04T18:00:00+09:00', 'designations that look back', (hall) => {
  const differences = async () => {
    await hall.deriver.idle();
    return (await rebuild(hall.context, HERE, { check: true })).differences;
  };
  const move = (staff: string, on: string, department: string) =>
    hall.query('insert into tk.appointment (municipality, staff, effective_from, department) values ($1, $2, $3, $4)', [
      HERE,
      staff,
      on,
      department,
    ]);

  it('judge those again whose move is a move between kinds no longer', async () => {
    await move('300001', '2026-10-15', '11');
    for (const month of ['04', '05', '06', '07', '08', '09', '10']) await hall.handOver('300001', `2026-${month}`, 600);
    await hall.handOver('300001', '2026-11', 7300);
    await designate(hall.context, arima, { ...given, department: '21', from: '2026-04-01', until: null });
    await hall.deriver.idle();
    const afterTransfer = () =>
      hall.query('select 1 from tk.standing_limit l where l.municipality = $1 and l.limit_name = $2', [
        HERE,
        'afterTransfer',
      ]);
    expect(await afterTransfer()).toHaveLength(1);
    await designate(hall.context, arima, { ...given, department: '11', from: '2026-10-15', until: '2026-11-01' });
    expect(await differences()).toEqual([]);
    expect(await afterTransfer()).toEqual([]);
  });

  it('reach those who belonged to it before it was put elsewhere', async () => {
    await hall.query(
      `update tk.department d set effective_until = '2026-10-01' where d.municipality = $1 and d.department = '111'`,
      [HERE],
    );
    await hall.query(
      `insert into tk.department (municipality, department, effective_from, name, kind, parent) values ($1, '111', '2026-10-01', '国保係', 'section', '21')`,
      [HERE],
    );
    for (const month of ['09', '10']) await hall.handOver('100001', `2026-${month}`, 600);
    await designate(hall.context, arima, { ...given, department: '21', from: '2026-09-01', until: null });
    expect(await differences()).toEqual([]);
    await endDesignation(hall.context, arima, {
      department: '21',
      from: '2026-09-01',
      until: '2026-09-15',
      reason: 'x',
    });
    expect(await differences()).toEqual([]);
  });
});
