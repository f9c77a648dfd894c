import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { endFormOffice, giveFormOffice } from '../use-cases/forms/settings/offices.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { arima, HERE } from '../use-cases/testing/town-hall.ts';
import { noticesAt } from './testing/notices-at.ts';

eachTownHallAt('2026-10-26T08:29:00+09:00', 'forms that wait, from one look to the next', (hall) => {
  const at = noticesAt(hall);
  const give = (office: string, holder: string, through: string | null = null, id: string = randomUUID()) =>
    giveFormOffice(hall.context, arima, {
      ...{
        id,
        office,
        kind: 'staff',
        holder,
        department: '',
        from: '2026-10-26',
        through,
        reason: '',
        handOver: false,
      },
    });
  const told = async () => {
    await at.run();
    return (await at.listed()).flatMap(({ kind, recipient, line }) =>
      kind === 'formApproval' ? [`${recipient} ${line}`] : [],
    );
  };
  /** Nothing is touched between the looks, and the next one is not yet due to read everything. */
  const later = () => hall.context.clock.moveTo('2026-10-26T08:44:00+09:00');
  const form = '時間外勤務検証結果報告書(令和8年9月分) 市民部 保険年金課';

  it('whoever is named for the office that is awaited is told at the next look, and who was told before no more', async () => {
    await at.hr();
    await at.form('submitted', 5);
    expect(await told()).toEqual([`400001 ${form}(職員課長)`]);
    later();
    const id = randomUUID();
    await give('職員課長', '300001', null, id);
    expect(await told()).toEqual([`300001 ${form}(職員課長)`]);
    await give('職員課長', '300009');
    expect(await told()).toEqual([`300001 ${form}(職員課長)`, `300009 ${form}(職員課長)`]);
    await endFormOffice(hall.context, arima, { id, until: '2026-10-26' });
    expect(await told()).toEqual([`300009 ${form}(職員課長)`]);
  });

  it('so is who becomes the 次長 of the 部局 by the 職名 alone', async () => {
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, '300009', '2026-04-01', '10', '部長', true, true), ($1, '300001', '2026-04-01', '10', '次長', true, true)`,
      [HERE],
    );
    await at.form('submitted', 1);
    expect(await told()).toEqual([`300001 ${form}(次長)`]);
    later();
    await hall.query(
      `update tk.appointment as a set post = case a.staff when '300009' then '次長' else '部長' end
       where a.municipality = $1 and a.department = '10'`,
      [HERE],
    );
    expect(await told()).toEqual([`300009 ${form}(次長)`]);
  });

  it('a form of whoever stands directly in a 部局 waits for the head of the 部局, never for themselves', async () => {
    await at.form('submitted', 0);
    await hall.query(
      `update tk.form_sheet as f set form = 'yokohama-1', per = 'person', subject = '100001', section = '' where f.municipality = $1`,
      [HERE],
    );
    expect(await told()).toEqual([]);
    later();
    await hall.query(
      `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
       values ($1, '300009', '2026-04-01', '10', '部長', true, true), ($1, '100001', '2026-04-01', '10', '参事', true, true)`,
      [HERE],
    );
    expect(await told()).toEqual([expect.stringMatching(/^300009 .*市民部/)]);
  });
});
