import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { postsOf } from '../../access/form-posts.ts';
import { here } from '../../use-cases/reading/moment.ts';
import { eachTownHallAt } from '../../use-cases/testing/each-town-hall.ts';
import { ELSEWHERE, HERE } from '../../use-cases/testing/town-hall.ts';
import { holdersOf } from './form-holders.ts';
import { readGround } from './ground.ts';

const route = [
  { role: 'manager', label: '所属長' },
  { role: 'director', label: '次長' },
  { role: 'bureauHead', label: '部長' },
  { role: 'hr', label: '職員課長' },
  { role: 'hrDirector', label: '総務部長' },
  { role: 'viceMayor', label: '副市長' },
];
const form = { per: 'section', subject: '11', section: '11', bureau: '10' } as const;

eachTownHallAt('2026-11-04T18:00:00+09:00', 'who is told of a form that waits', (hall) => {
  const told = (municipality: string) =>
    hall.context.store.tenant(municipality, async (tx) => {
      const at = await here(hall.context, tx);
      const ground = await readGround(tx, at);
      return postsOf(route).map((post) => holdersOf(form, post, ground).join());
    });

  it('is whoever was named for the office, the 次長 and the head of the 部局 apart, and 人事課 where nobody was', async () => {
    const give = (office: string, kind: string, holder: string, department = '') =>
      hall.query(
        `insert into tk.form_office (municipality, id, office, kind, holder, department, effective_from, given_by, given_at, version)
         values ($1, $2, $3, $4, $5, $6, '2026-04-01', '400001', $7::timestamptz, 1)`,
        [HERE, randomUUID(), office, kind, holder, department, hall.context.clock.now()],
      );
    const account = (login: string, staff: string | null, roles: string) =>
      hall.query(
        `insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, $2, $3, $2, $4::text[], '')`,
        [HERE, login, staff, roles],
      );
    await account('400001', '400001', '{staff,hr}');
    expect(await told(HERE)).toEqual(['200001', '', '', '400001', '400001', '']);
    await give('職員課長', 'staff', '300001');
    await give('総務部長', 'post', '課長', '21');
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, '300009', '2026-04-01', '10', '次長', true, true)`,
      [HERE],
    );
    expect(await told(HERE)).toEqual(['200001', '300009', '', '300001', '300009', '']);
    // Whoever has no 職員番号 is told as that account.
    await account('vice-mayor', null, '{executive}');
    await give('副市長', 'account', 'vice-mayor');
    expect((await told(HERE))[5]).toBe('account/vice-mayor');
    expect(await told(ELSEWHERE)).toEqual(['200001', '', '', '', '', '']);
  });
});
