import { expect, it } from 'vitest';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { hold } from '../testing/hold-measures.ts';
import { priorNoticesOf } from '../testing/prior-notices.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, takase } from '../testing/town-hall.ts';
import { reopenForm, stampForm } from './decide.ts';
import { saveForm } from './write.ts';

eachTownHallAt(
  '2026-10-05T18:00:00+09:00',
  '京都市: the report of 特例業務 and the permission above 720 hours',
  (hall) => {
    const { file, address, valuesOf, submit, notices, morning, states } = priorNoticesOf(hall);
    const told = { 'outlook.month': '60:00', 'outlook.year': '600:00' };
    const report = {
      'report.work': '選挙の執行',
      'report.arrangement': '分担を替えた',
      'report.cause': '期日',
      'report.measures': '応援',
    };

    it('①–④ begin with the notice, and correct it', async () => {
      await hold(hall, 'kyoto', '2026-10-01');
      const id = await file();
      await morning('2026-10-06');
      expect(await valuesOf('kyoto-report')).toMatchObject({
        'report.work': '選挙の執行',
        'report.arrangement': '2人のうち1人が育休',
        'report.cause': '期日が法で決まる',
        'report.measures': '投票所の応援を求める',
        'outlook.exceptional': '50:00',
      });
      await submit('kyoto-report', { ...told, 'outlook.exceptional': '45:00', 'report.cause': '告示が早まった' });
      expect(await notices()).toMatchObject([
        { id, version: 2, expected: [{ month: '2026-11', minutes: 45 * 60 }], unavoidable: '告示が早まった' },
      ]);
      expect(await states()).toEqual(['kyoto-prior-report-self-directed form done']);
    });

    it('⑤ and the permission above 720 hours: due when they are foreseen, handed in, permitted by 人事部長', async () => {
      await hold(hall, 'kyoto', '2026-10-01');
      for (const month of ['04', '05', '06', '07', '08', '09']) await hall.handOver('100001', `2026-${month}`, 60 * 60);
      await morning('2026-10-06');
      // ①–④ for October were received before 720 hours of the year were foreseen: six months of 60 hours lead to them exactly.
      await submit('kyoto-report', { ...report, ...told, 'outlook.exceptional': '30:00' }, 0, takase, '2026-10');
      await stampForm(hall.context, arima, { ...address('kyoto-report', '2026-10'), step: 0 });
      await hall.handOver('100001', '2026-10', 60 * 60);
      await morning('2026-11-02');
      expect((await states()).filter((each) => each.includes('720'))).toEqual([]);
      await hall.query(
        `update tk.month_fact as f set overtime = $2 where f.municipality = $1 and f.month = '2026-10-01'`,
        [HERE, 60 * 60 + 1],
      );
      await hall.query(
        `insert into tk.stale_day (municipality, id, staff, first_date, last_date) values ($1, gen_random_uuid(), '100001', '2026-10-01', '2026-10-31')`,
        [HERE],
      );
      hall.context.wakeDeriver(HERE);
      await morning('2026-11-03');
      expect((await states()).filter((each) => each.includes('720'))).toEqual([
        'kyoto-permission-720 form open',
        'kyoto-permission-720 permission open',
      ]);
      const flow = { ...report, 'outlook.month': '60:01', 'outlook.exceptional': '30:00', 'outlook.year': '730:00' };
      // The report of the month is with 人事部: it goes back for ⑤.
      expect(await codeOf(submit('kyoto-report', flow, 1, takase, '2026-10'))).toBe('form.submit.submitted');
      await reopenForm(hall.context, arima, { ...address('kyoto-report', '2026-10'), reason: '⑤を書いてください' });
      expect(await codeOf(submit('kyoto-report', flow, 1, takase, '2026-10'))).toBe('form.filled');
      expect(await submit('kyoto-report', { ...flow, 'flow.review': 'RPAを入れた' }, 1, takase, '2026-10')).toEqual({
        state: 'submitted',
        awaits: '人事部',
      });
      expect((await states()).filter((each) => each.includes('720'))).toEqual([
        'kyoto-permission-720 form done',
        'kyoto-permission-720 permission open',
      ]);
      expect(await stampForm(hall.context, arima, { ...address('kyoto-report', '2026-10'), step: 0 })).toEqual({
        state: 'submitted',
        awaits: '人事部長',
      });
      // One person does not give both offices: the 人事部長's is told by another of 人事課.
      const other = { ...arima, login: 'hr-2', staff: null };
      expect(await stampForm(hall.context, other, { ...address('kyoto-report', '2026-10'), step: 1 })).toMatchObject({
        state: 'accepted',
      });
      const done = ['kyoto-permission-720 form done', 'kyoto-permission-720 permission done'];
      expect((await states()).filter((each) => each.includes('720'))).toEqual(done);
      await morning('2026-11-04');
      expect((await states()).filter((each) => each.includes('720'))).toEqual(done);
      await reopenForm(hall.context, arima, { ...address('kyoto-report', '2026-10'), reason: '取り消す' });
      expect((await states()).filter((each) => each.includes('720'))).toEqual([
        'kyoto-permission-720 form open',
        'kyoto-permission-720 permission open',
      ]);
      expect(
        await codeOf(saveForm(hall.context, takase, { ...address('kyoto-report', '2026-10'), filled: {}, saves: 2 })),
      ).toBe('done');
    });
  },
);
