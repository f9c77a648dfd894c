import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { runMeasures } from '../../jobs/measures-run.ts';
import { duesView } from '../measures/dues.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { hold } from '../testing/hold-measures.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE } from '../testing/town-hall.ts';
import { formsView } from './list.ts';
import { formView } from './view.ts';

const MONTH = '2026-10';
/** The 部長 and a 主幹 directly in 市民部. */
const [DIRECTOR, CHIEF] = ['500001', '500002'];
const director: Actor = { municipality: HERE, login: DIRECTOR, staff: DIRECTOR, roles: ['staff', 'manager'] };

eachTownHallAt('2026-11-04T09:00:00+09:00', 'who belongs to a 課', (hall) => {
  /** Beside the town hall: people directly in 市民部, a 係 of it without a 課, a 室 within 保険年金課, and a 事務局 that is a 部局 without departments. */
  const settle = async () => {
    const departments = [
      ['18', '市民相談係', 'section', '10'],
      ['112', '給付室', 'division', '11'],
      ['40', '監査委員事務局', 'bureau', null],
    ] as const;
    for (const [code, name, kind, parent] of departments)
      await hall.query(
        `insert into tk.department (municipality, department, effective_from, name, kind, parent) values ($1, $2, '2019-04-01', $3, $4, $5)`,
        [HERE, code, name, kind, parent],
      );
    const people = [
      [DIRECTOR, '朝倉 恵', '10', '部長', true],
      [CHIEF, '浅野 修', '10', '主幹', false],
      ['500003', '井上 涼', '18', '主任', false],
      ['500004', '上田 光', '112', '室長', true],
      ['500005', '江口 新', '40', '書記', false],
    ] as const;
    for (const [staff, name, department, post, managerial] of people) {
      await hall.query(
        `insert into tk.staff (municipality, staff, name, kana, joined_on) values ($1, $2, $3, '', '2015-04-01')`,
        [HERE, staff, name],
      );
      await hall.query(
        `insert into tk.appointment (municipality, staff, effective_from, department, post, managerial) values ($1, $2, '2025-04-01', $3, $4, $5)`,
        [HERE, staff, department, post, managerial],
      );
    }
    for (const staff of ['100001', '200001', '300009', DIRECTOR, CHIEF, '500003', '500004', '500005'])
      await hall.handOver(staff, MONTH, 50 * 60);
    await hall.deriver.idle();
  };
  const run = () => runMeasures(hall.context, HERE);
  const membersOn = async (subject: string) => {
    const { shown } = await formView(hall.context, arima, { form: 'zama-monthly', month: MONTH, subject });
    return shown.flatMap(({ rows }) => rows.map(([name]) => name));
  };
  const causes = () =>
    hall.query<{ subject: string; people: string[] }>(
      `select d.subject, array(select c.person from jsonb_to_recordset(d.causes) as c (person text) order by c.person) as people
       from tk.due d where d.municipality = $1 and d.measure = 'nerima-reduction-notice' order by d.subject`,
      [HERE],
    );

  it('is the same for the daily run and the forms: the nearest 課, and nobody who stands directly in a 部局', async () => {
    await settle();
    await hold(hall, 'nerima', '2026-10-01', /reduction-notice/);
    await run();
    expect(await causes()).toEqual([
      { subject: '11', people: ['100001', '200001'] },
      { subject: '112', people: ['500004'] },
      { subject: '18', people: ['500003'] },
      { subject: '21', people: ['300009'] },
      { subject: '40', people: ['500005'] },
    ]);
    expect(await membersOn('11')).toEqual(['高瀬 誠(管理職・在庁)', '森下 千尋', '西原 拓海']);
    expect(await membersOn('111')).toEqual(['森下 千尋', '西原 拓海']);
    expect(await membersOn('112')).toEqual(['上田 光(管理職・在庁)']);
    expect(await membersOn('18')).toEqual(['井上 涼']);
    expect(await membersOn('40')).toEqual(['江口 新']);
  });

  it('a 部局 with 課 is none itself: no form of a 課 can be opened for it, and none is offered for a 係 of a 課', async () => {
    await settle();
    const address = { form: 'zama-monthly', month: MONTH, subject: '10' };
    expect(await codeOf(formView(hall.context, arima, address))).toBe('form.subject');
    const { departments } = await formsView(hall.context, arima, { month: MONTH });
    const offered = departments.map(({ department, per }) => `${department} ${per}`);
    expect(offered).toEqual([
      // A 係 of a 課 is a group alone (豊橋市's report), never a 課.
      ...['10 bureau', '11 section', '111 group', '112 section', '18 section', '20 bureau', '21 section', '30 bureau'],
      '31 section',
      ...['40 section', '40 bureau'],
    ]);
  });

  it('who stands directly in a 部局 has own forms all the same, with the head of the 部局 as 所属長', async () => {
    await settle();
    await hold(hall, 'ukiha', '2026-10-01', /interview/);
    await run();
    const seen = async (who: Actor) =>
      (await duesView(hall.context, who, { state: 'open' })).dues.map(
        ({ subject, section }) => `${subject} ${section}`,
      );
    expect(await seen(director)).toContain('浅野 修 市民部');
    const address = { form: 'ukiha-record', month: MONTH, subject: CHIEF };
    const { mayFill, section } = await formView(hall.context, director, address);
    expect([mayFill, section]).toEqual([true, '市民部']);
    const line = (await formsView(hall.context, director, { month: MONTH })).lines.find(
      ({ subject }) => subject === CHIEF,
    );
    expect(line).toMatchObject({ mine: true, section: '市民部' });
    // Nobody writes about themselves.
    const own = await codeOf(formView(hall.context, director, { ...address, subject: DIRECTOR }));
    expect(own).toBe('access.denied');
  });
});
