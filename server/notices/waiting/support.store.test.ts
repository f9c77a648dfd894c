import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { noticesAt } from '../../jobs/testing/notices-at.ts';
import {
  acceptSupport,
  closeSupport,
  confirmSupportHours,
  enterSupportHours,
  matchSupport,
  requestSupport,
} from '../../use-cases/support/support-deeds.ts';
import { consentSupporter, registerSupporter } from '../../use-cases/support/supporters.ts';
import { eachTownHallAt } from '../../use-cases/testing/each-town-hall.ts';
import { arima, ono, shiina, takase } from '../../use-cases/testing/town-hall.ts';

eachTownHallAt('2026-10-26T08:29:00+09:00', 'notices of 登録型応援制度', (hall) => {
  const at = noticesAt(hall);
  const told = async () => {
    await at.run();
    return (await at.listed())
      .filter(({ kind }) => kind === 'support')
      .map(({ recipient, line }) => `${recipient} ${line}`);
  };
  const what = '市民部 保険年金課(令和8年10月26日から令和8年10月30日まで 9:00–12:00 1人): ';

  it('follow each step to whoever takes the next one', async () => {
    await hall.query(
      `insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, '400001', '400001', '有馬', '{staff,hr}', '')`,
      [arima.municipality],
    );
    const [id, supporter, match] = [randomUUID(), randomUUID(), randomUUID()];
    await registerSupporter(hall.context, shiina, {
      id: supporter,
      kind: 'staff',
      skills: '窓口',
      availability: '午前',
    });
    await consentSupporter(hall.context, ono, { id: supporter });
    const days = { from: '2026-10-26', through: '2026-10-30', fromMinute: 540, untilMinute: 720 };
    await requestSupport(hall.context, takase, { id, department: '11', work: '封入', skills: '', ...days, people: 1 });
    expect(await told()).toEqual([`300009 ${what}応援の依頼`, `400001 ${what}応援の依頼`]);
    await matchSupport(hall.context, shiina, { id, match, supporter, people: 1 });
    expect(await told()).toEqual([`200001 ${what}応援の申し出。受け入れるか決めてください`]);
    await acceptSupport(hall.context, takase, { id, match });
    expect(await told()).toEqual(
      ['300001', '300009'].map((giver) => `${giver} ${what}応援が決まりました。応援した時間を入れてください`),
    );
    await enterSupportHours(hall.context, shiina, { id, match, date: '2026-10-26', minutes: 120 });
    expect(await told()).toEqual([`200001 ${what}応援した時間 1日分。確かめてください`]);
    await confirmSupportHours(hall.context, takase, { id, match, dates: ['2026-10-26'] });
    expect(await told()).toEqual([]);
  });

  it('of a request end when nobody is looked for any more', async () => {
    await at.account('jinji', 'hr');
    const id = randomUUID();
    const days = { from: '2026-10-26', through: '2026-10-30', fromMinute: 540, untilMinute: 720 };
    await requestSupport(hall.context, takase, { id, department: '11', work: '封入', skills: '', ...days, people: 1 });
    expect(await told()).toEqual([`account/jinji ${what}応援の依頼`]);
    await closeSupport(hall.context, takase, { id, note: '' });
    expect(await told()).toEqual([]);
  });
});
