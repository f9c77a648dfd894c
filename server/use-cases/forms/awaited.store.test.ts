import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, nishihara, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { returnForm, stampForm } from './decide.ts';
import { formsView } from './list.ts';
import { giveFormOffice } from './settings/offices.ts';
import { formView } from './view.ts';
import { submitForm } from './write.ts';

const month = '2026-10';
const address = { form: 'zama-review', month, subject: '11' };
const filled = { 'review.work': 'w', 'review.reason': 'r', 'review.measures': 'm' };
const executive: Actor = { municipality: HERE, login: 'vice-mayor', staff: null, roles: ['executive'] };

eachTownHallAt('2026-11-04T18:00:00+09:00', 'the step that a form waits for', (hall) => {
  const give = (office: string, kind: 'staff' | 'vacant', holder = '') =>
    giveFormOffice(hall.context, arima, {
      ...{ id: randomUUID(), office, kind, holder, department: '', from: '2026-11-01', through: null, reason: '' },
      handOver: false,
    });
  const appoint = (staff: string, department: string, post: string, managerial: boolean) =>
    hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, $2, '2026-04-01', $3, $4, true, $5)`,
      [HERE, staff, department, post, managerial],
    );
  const handedIn = async () => {
    await hall.handOver('100001', month, 52 * 60 + 10);
    await hall.deriver.idle();
    await submitForm(hall.context, takase, { ...address, filled, saves: 0 });
  };
  /** What the list says, which is what the form itself says. */
  const waits = async (who: Actor) => {
    const { lines } = await formsView(hall.context, who, { month });
    const [line] = lines;
    const { awaits, mayStamp, mayPass } = await formView(hall.context, who, address);
    expect([line?.awaits, line?.mine]).toEqual([awaits?.label, mayStamp || mayPass]);
    return `${line?.awaits} ${line?.mine}`;
  };

  it('is the next one that somebody holds, once its office falls vacant: in the list, on the page, and for returning it', async () => {
    await handedIn();
    expect([await waits(arima), await waits(executive)]).toEqual(['給与厚生係 true', '給与厚生係 false']);
    await give('給与厚生係', 'vacant');
    await give('人事研修係', 'staff', '300001');
    expect([await waits(arima), await waits(shiina)]).toEqual(['人事研修係 false', '人事研修係 true']);
    const back = (who: Actor) => codeOf(returnForm(hall.context, who, { ...address, reason: '理由を詳しく' }));
    expect([await back(takase), await back(there(arima)), await back(shiina)]).toEqual([
      ...['access.denied', 'form.nobody', 'done'],
    ]);
    expect((await formsView(hall.context, takase, { month })).lines).toMatchObject([{ state: 'returned', mine: true }]);
    expect((await formView(hall.context, takase, address)).history[0]).toMatchObject({
      ...{ deed: 'returned', by: '椎名 航平', label: '人事研修係' },
    });
  });

  it('is that of the offices, once the 次長 and the head of the 部局 are gone', async () => {
    await appoint('300009', '10', '部長兼次長', true);
    await handedIn();
    expect([await waits(ono), await waits(arima)]).toEqual(['次長 true', '次長 false']);
    await hall.query(`update tk.appointment as a set post = '部長' where a.municipality = $1 and a.department = '10'`, [
      HERE,
    ]);
    expect([await waits(ono), await waits(arima)]).toEqual(['部(局・室)長 true', '部(局・室)長 false']);
    await hall.query(`delete from tk.appointment a where a.municipality = $1 and a.department = '10'`, [HERE]);
    expect(await waits(arima)).toBe('給与厚生係 true');
  });

  it('is passed by 人事課, where nobody holds any that is left', async () => {
    await handedIn();
    for (const office of ['給与厚生係', '人事研修係', '職員課長', '総務部長', '副市長']) await give(office, 'vacant');
    expect([await waits(arima), await waits(takase), await waits(executive)]).toEqual([
      ...['給与厚生係 true', '給与厚生係 false', '給与厚生係 false'],
    ]);
    expect(await codeOf(stampForm(hall.context, arima, { ...address, step: 3 }))).toBe('done');
    expect((await formsView(hall.context, arima, { month })).lines).toMatchObject([{ state: 'accepted', mine: false }]);
  });
});

eachTownHallAt('2026-11-04T18:00:00+09:00', 'the forms of a 係長', (hall) => {
  it('of a 係 below a 係 are those of the people of the 課 above; of a 係 directly in a 部局 those of the 係', async () => {
    const depart = (department: string, name: string, parent: string) =>
      hall.query(
        `insert into tk.department (municipality, department, effective_from, name, kind, parent) values ($1, $2, '2019-04-01', $3, 'section', $4)`,
        [HERE, department, name, parent],
      );
    await depart('1111', '資格班', '111');
    await depart('101', '窓口係', '10');
    const place = (staff: string, department: string, post: string) =>
      hall.query(
        'update tk.appointment as a set department = $3, post = $4 where a.municipality = $1 and a.staff = $2',
        [HERE, staff, department, post],
      );
    const writes = async (who: Actor, subject: string) => {
      const view = formView(hall.context, who, { form: 'yokohama-1', month, subject });
      return codeOf(view.then(({ mayFill }) => expect(mayFill).toBe(true)));
    };
    await hall.handOver('100001', month, 90 * 60);
    await hall.deriver.idle();
    await place('100002', '1111', '係長');
    await place('100001', '1111', '主任');
    expect([await writes(nishihara, '100001'), await writes(nishihara, '100002')]).toEqual(['done', 'access.denied']);
    // The 係長 of the 係 above has those of the 班 below it.
    await place('100002', '111', '係長');
    expect(await writes(nishihara, '100001')).toBe('done');
    await place('100001', '101', '主任');
    expect(await writes(nishihara, '100001')).toBe('access.denied');
    await place('100002', '101', '係長');
    expect(await writes(nishihara, '100001')).toBe('done');
  });
});
