import { expect, it } from 'vitest';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { takase } from '../testing/town-hall.ts';
import { formView } from './view.ts';
import { saveForm, submitForm } from './write.ts';

const review = { form: 'zama-review', month: '2026-10', subject: '11' };

eachTownHallAt('2026-11-04T18:00:00+09:00', 'forms that are handed in', (hall) => {
  const exceed = async () => {
    await hall.handOver('100001', '2026-10', 52 * 60 + 10);
    await hall.deriver.idle();
  };

  it('of a month that is over are begun before, and handed in once it is', async () => {
    await exceed();
    const monthly = { form: 'zama-monthly', month: '2026-11', subject: '11', filled: {} };
    expect(await codeOf(saveForm(hall.context, takase, { ...monthly, saves: 0 }))).toBe('done');
    expect(await codeOf(submitForm(hall.context, takase, { ...monthly, saves: 1 }))).toBe('form.month-running');
    const opens = async () => (await formView(hall.context, takase, monthly)).submitFrom;
    expect([await opens(), (await formView(hall.context, takase, review)).submitFrom]).toEqual(['2026-12-01', null]);
    hall.context.clock.moveTo('2026-12-01T09:00:00+09:00');
    expect(await opens()).toBeNull();
    expect(await codeOf(submitForm(hall.context, takase, { ...monthly, saves: 1 }))).toBe('done');
  });

  it('tell a day to come at its field, in what is handed in alone', async () => {
    await exceed();
    const record = { form: 'ukiha-record', month: '2026-10', subject: '100001' };
    const words = Object.fromEntries(
      ['record.work', 'record.cause', 'interview.officeOne', 'interview.officeTwo', 'interview.agreed'].map((key) => [
        key,
        '例',
      ]),
    );
    const later = { ...words, 'interview.on': '2026-11-05' };
    expect(await codeOf(saveForm(hall.context, takase, { ...record, filled: later, saves: 0 }))).toBe('done');
    await expect(submitForm(hall.context, takase, { ...record, filled: later, saves: 1 })).rejects.toMatchObject({
      code: 'form.filled',
      words: { fields: [{ field: 'interview.on', message: '面談日は、今日までの日付を入力してください' }] },
    });
    const held = { ...words, 'interview.on': '2026-11-04' };
    expect(await codeOf(submitForm(hall.context, takase, { ...record, filled: held, saves: 1 }))).toBe('done');
  });
});
