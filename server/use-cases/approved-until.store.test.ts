import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { approvedUntil } from './approved-until.ts';
import { eachTownHallAt } from './testing/each-town-hall.ts';
import { codeOf } from './testing/refused.ts';
import { ELSEWHERE, HERE } from './testing/town-hall.ts';

eachTownHallAt('2026-11-04T18:00:00+09:00', 'until when a person may work', (hall) => {
  const device = { municipality: HERE, device: 'pc-control' };
  const order = (date: string, until: number, state = 'ordered') =>
    hall.query(
      `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
       values ($1, $2, '100001', $3::date, '111', $4, 1035, $5::smallint, $5::smallint - 1035, 'normal', 1)`,
      [HERE, randomUUID(), date, state, until],
    );
  const ask = (more: object) => approvedUntil(hall.context, device, more);

  it('is the end of duty, and of the last order when that is later; what was only asked for does not count', async () => {
    expect(await ask({ staffNumber: '100001' })).toEqual({
      staffNumber: '100001',
      dutyDate: '2026-11-04',
      dutyEnds: '2026-11-04T17:15:00+09:00',
      orderEnds: null,
      until: '2026-11-04T17:15:00+09:00',
    });
    await order('2026-11-04', 20 * 60);
    await order('2026-11-04', 21 * 60, 'requested');
    // 課長が承認しても、部長の命令が出るまでは命令ではない。
    await order('2026-11-04', 22 * 60, 'firstApproved');
    expect(await ask({ staffNumber: '100001' })).toMatchObject({
      orderEnds: '2026-11-04T20:00:00+09:00',
      until: '2026-11-04T20:00:00+09:00',
    });
  });
  it('runs past midnight with the order', async () => {
    await order('2026-11-04', 26 * 60);
    expect(await ask({ staffNumber: '100001' })).toMatchObject({ until: '2026-11-05T02:00:00+09:00' });
  });
  it('is nothing on a day off without an order, and on a holiday', async () => {
    expect(await ask({ staffNumber: '100001', date: '2026-11-07' })).toMatchObject({ dutyEnds: null, until: null });
    expect(await ask({ staffNumber: '100001', date: '2026-11-03' })).toMatchObject({ dutyEnds: null, until: null });
    await order('2026-11-07', 18 * 60);
    expect(await ask({ staffNumber: '100001', date: '2026-11-07' })).toMatchObject({
      dutyEnds: null,
      until: '2026-11-07T18:00:00+09:00',
    });
  });
  it('is found by the PC account, and by nobody of another municipality', async () => {
    await hall.query(
      `update tk.staff as s set pc_account = 'TOWN\\morishita' where s.municipality = $1 and s.staff = '100001'`,
      [HERE],
    );
    expect(await ask({ account: 'town\\MORISHITA' })).toMatchObject({ staffNumber: '100001' });
    expect(await codeOf(ask({ account: 'nobody' }))).toBe('staff.unknown');
    const there = { municipality: ELSEWHERE, device: 'pc-control' };
    expect(await codeOf(approvedUntil(hall.context, there, { account: 'TOWN\\morishita' }))).toBe('staff.unknown');
  });
});
