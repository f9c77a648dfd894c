import { expect, it } from 'vitest';
import { noticesAt } from '../../jobs/testing/notices-at.ts';
import { askReopening, closeSection, reopenSection } from '../../use-cases/closing/close.ts';
import { eachTownHallAt } from '../../use-cases/testing/each-town-hall.ts';
import { arima, takase } from '../../use-cases/testing/town-hall.ts';

eachTownHallAt('2026-11-04T09:00:00+09:00', 'requests to reopen a month', (hall) => {
  const at = noticesAt(hall);
  const section = { department: '11', month: '2026-10' };
  const listed = async () =>
    (await at.listed())
      .filter(({ kind }) => kind === 'reopening')
      .map(({ recipient, line, path }) => [recipient, line, path]);

  it('wait for 人事課 until the month is opened, also when everything is read', async () => {
    await at.account('jinji', 'hr');
    await hall.work('100001', '2026-10-20', 502, 1035);
    await hall.deriver.idle();
    await closeSection(hall.context, takase, { ...section, reason: '' });
    await at.run();
    expect(await listed()).toEqual([]);
    await askReopening(hall.context, takase, { ...section, reason: '出張の命令が漏れていた' });
    const told = [['account/jinji', '市民部 保険年金課: 令和8年10月分の締めを再開する依頼', '/closing/2026-10/11']];
    await at.run();
    expect(await listed()).toEqual(told);
    await at.forget();
    expect(await at.run()).toMatchObject({ fresh: 0, gone: 0 });
    expect(await listed()).toEqual(told);
    await reopenSection(hall.context, arima, { ...section, reason: '訂正のため' });
    await at.run();
    expect(await listed()).toEqual([]);
  });
});
