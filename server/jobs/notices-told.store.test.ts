import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../context.ts';
import { decideCorrection, reportCorrection } from '../use-cases/corrections.ts';
import { confirmOvertime } from '../use-cases/overtime-confirmation.ts';
import { rejectOvertime, returnOvertime, revokeOvertime } from '../use-cases/overtime-decision.ts';
import { agreePlan, returnPlan, savePlan } from '../use-cases/plans/plan-deeds.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from '../use-cases/testing/overtime-at.ts';
import { director, standingInAt } from '../use-cases/testing/standing-in-at.ts';
import { arima, HERE, morishita, nishihara, takase } from '../use-cases/testing/town-hall.ts';
import { noticesAt } from './testing/notices-at.ts';

const union: Actor = { municipality: HERE, login: 'union', staff: null, roles: ['union'] };

eachTownHallAt('2026-10-26T08:29:00+09:00', 'what is told to whom', (hall) => {
  const at = noticesAt(hall);
  const { request, order, ordered } = overtimeAt(hall);
  const { give, away, placeDirector } = standingInAt(hall);
  const told = async (kind: string) =>
    (await at.listed()).flatMap((row) => (row.kind === kind ? [`${row.recipient} ${row.line} → ${row.path}`] : []));
  /** The first look tells of nothing that was decided before it. */
  const begun = async () => {
    await at.addresses();
    await at.run();
    hall.context.clock.moveTo('2026-10-26T08:30:00+09:00');
  };

  describe('a request', () => {
    it('waits for the head with the time, by mail and page, until it is decided; never for the person', async () => {
      await begun();
      const input = asking();
      await request(input);
      await request(asking({ date: '2026-10-23' }), takase);
      await at.run();
      expect(await told('overtimeRequest')).toEqual([
        '200001 森下 千尋: 令和8年10月26日 17:15–19:45(2:30) → /section/decisions',
      ]);
      const [mail] = await at.mails();
      expect(mail).toMatchObject({
        recipient: '200001',
        subject: '【時守】決定を待っている時間外勤務の申請があります(1件)',
      });
      expect(mail?.body).not.toContain(input.work);
      await order(ordering(input.id));
      expect(await at.run()).toMatchObject({ gone: 1 });
      expect(await told('overtimeRequest')).toEqual([]);
    });
    it('after the work says so', async () => {
      await begun();
      await request(asking({ date: '2026-10-23' }));
      await at.run();
      expect(await told('overtimeRequest')).toEqual([
        '200001 森下 千尋: 令和8年10月23日 17:15–19:45(2:30) 勤務した後の申告 → /section/decisions',
      ]);
    });
    it('in time says nothing of that when the day has passed meanwhile', async () => {
      await begun();
      await request(asking());
      hall.context.clock.moveTo('2026-10-27T09:00:00+09:00');
      await at.run();
      const lines = await told('overtimeRequest');
      expect([lines.length, lines.some((line) => line.includes('勤務した後'))]).toEqual([1, false]);
    });
    it('waits for whoever stands in while the head is away, and for the absent head where nobody does', async () => {
      await begun();
      await request(asking());
      await away({}, arima);
      await at.run();
      expect((await told('overtimeRequest')).map((line) => line.slice(0, 6))).toEqual(['200001']);
      await give({ holder: '100002' }, arima);
      await at.run();
      expect((await told('overtimeRequest')).map((line) => line.slice(0, 6))).toEqual(['100002']);
      await request(asking(), nishihara);
      await at.run();
      // 西原 does not decide for himself: nobody else stands in, and the head hears of it though away.
      expect((await told('overtimeRequest')).map((line) => line.slice(0, 6)).sort()).toEqual(['100002', '200001']);
    });
    it('waits beside the head for whoever has the decision as far as it reaches', async () => {
      await begun();
      await give({ holder: '300001', kind: 'delegated', dailyLimit: 120 }, arima);
      await request(asking({ until: 1155 }));
      await request(asking({ until: 1185 }), nishihara);
      await at.run();
      expect((await told('overtimeRequest')).map((line) => line.split(':')[0]).sort()).toEqual([
        '200001 森下 千尋',
        '200001 西原 拓海',
        '300001 森下 千尋',
      ]);
    });
  });

  it('a correction waits for the head, and its answer is told to the person', async () => {
    await begun();
    const id = randomUUID();
    const reported = { id, date: '2026-10-23', kind: 'punch', in: null, out: 1035, reason: '打ち忘れ' } as const;
    await reportCorrection(hall.context, morishita, reported);
    await at.run();
    expect(await told('correctionRequest')).toEqual([
      '200001 森下 千尋: 令和8年10月23日 打刻の訂正の届け出 → /section/questions',
    ]);
    await decideCorrection(hall.context, takase, { id, accept: false, note: '通用口の記録と違う' });
    await at.run();
    expect(await told('correctionRequest')).toEqual([]);
    expect(await told('decision')).toEqual([
      '100001 令和8年10月23日 打刻の訂正の届け出が認められませんでした → /corrections/new?date=2026-10-23&kind=punch',
    ]);
    const mail = (await at.mails()).find(({ recipient }) => recipient === '100001');
    expect(mail?.body).not.toContain('通用口');
  });

  describe('a decision', () => {
    const told1 = async () => (await told('decision')).map((line) => line.replace('100001 令和8年10月26日 17:15–', ''));
    it('is told to the person with the next step, and leaves after seven days', async () => {
      await begun();
      const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
      await request(asking({ id: ids[0], until: 1155 }));
      await order(ordering(ids[0]));
      await at.run();
      expect(await told1()).toEqual(['19:15(2:00) 命令されました → /overtime']);
      await revokeOvertime(hall.context, takase, { id: ids[0], note: '中止' });
      await request(asking({ id: ids[1], until: 1170 }));
      await returnOvertime(hall.context, takase, { id: ids[1], note: '理由を詳しく' });
      await at.run();
      expect((await told1()).sort()).toEqual([
        '19:15(2:00) 命令が取り消されました → /overtime',
        '19:30(2:15) 差し戻されました。直して、もう一度申請できます → /overtime/new?date=2026-10-26',
      ]);
      await request(asking({ id: ids[2], until: 1200 }));
      await rejectOvertime(hall.context, takase, { id: ids[2], note: '翌日でよい', ground: 'notNow' });
      await at.run();
      expect(await told1()).toContain('20:00(2:45) 却下されました → /overtime');
      const mails = (await at.mails()).filter(({ recipient }) => recipient === '100001');
      expect(mails).toHaveLength(3);
      expect(mails.some(({ body }) => /理由を詳しく|翌日でよい|中止/.test(body))).toBe(false);
      expect(await at.run()).toEqual({ fresh: 0, gone: 0, digests: 0 });
      hall.context.clock.moveTo('2026-11-02T08:30:00+09:00');
      await at.run();
      expect(await told('decision')).toHaveLength(3);
      hall.context.clock.moveTo('2026-11-02T08:31:00+09:00');
      await at.run();
      expect(await told('decision')).toEqual([]);
      expect((await at.mails()).filter(({ recipient }) => recipient === '100001')).toHaveLength(3);
    });
    it('of a result is told where it differs from the order, and not where it is as ordered', async () => {
      await begun();
      for (const [who, until] of [
        [morishita, 1155],
        [nishihara, 1185],
      ] as const) {
        await hall.work(who.staff ?? '', '2026-10-23', 510, 1155);
        const id = await ordered(who, '2026-10-23', until);
        await hall.deriver.idle();
        await confirmOvertime(hall.context, takase, { id, note: '', ...(until === 1185 ? { until: 1155 } : {}) });
      }
      await at.run();
      expect(await told('decision')).toEqual([
        '100002 令和8年10月23日 17:15–19:15(2:00) 実績が命令と違う時間で確認されました → /month/2026-10',
      ]);
    });
    it('that was made before the first look is not told', async () => {
      await at.addresses();
      await request(asking({ id: randomUUID() }));
      const input = asking({ until: 1200, date: '2026-10-27' });
      await request(input);
      await order(ordering(input.id));
      await at.run();
      expect(await told('decision')).toEqual([]);
      expect((await at.mails()).map(({ recipient }) => recipient)).toEqual(['200001']);
    });
  });

  it('a plan waits for the 職員組合, then for 人事課, and a returned one for the head; a draft of one’s own for nobody', async () => {
    await begun();
    await at.hr();
    await at.account('union', 'union', 'union@kumiai.example');
    const on = { department: '11', month: '2026-11' };
    const lines = [{ staff: '100001', work: '資格データの検証', reason: '', weeks: null, minutes: 600 }];
    const plan = async () => {
      await at.run();
      return told('plan');
    };
    await savePlan(hall.context, takase, { ...on, version: 0, lines, remarks: '' });
    expect(await plan()).toEqual([]);
    await agreePlan(hall.context, takase, { ...on, version: 1, as: 'head' });
    expect(await plan()).toEqual([
      'account/union 市民部 保険年金課 令和8年11月分(職員組合の承認待ち) → /union/11/plans/2026-11',
    ]);
    const mail = (await at.mails()).find(({ recipient }) => recipient === 'account/union');
    expect(mail?.body).toContain('union の係 様');
    expect(mail?.body).toContain('https://jikan.example/union/11/plans/2026-11');
    expect(mail?.body).not.toContain('森下');
    await returnPlan(hall.context, union, { ...on, version: 2, note: '3週目に偏っている' });
    expect(await plan()).toEqual([
      '200001 市民部 保険年金課 令和8年11月分(差し戻されました。直して、もう一度承認してください) → /section/11/plans/2026-11',
    ]);
    await savePlan(hall.context, takase, { ...on, version: 3, lines, remarks: '直した' });
    await agreePlan(hall.context, takase, { ...on, version: 4, as: 'head' });
    await agreePlan(hall.context, union, { ...on, version: 5, as: 'union' });
    expect(await plan()).toEqual([
      '400001 市民部 保険年金課 令和8年11月分(人事課の受取り待ち) → /section/11/plans/2026-11',
    ]);
  });

  it('a draft that the 部長 wrote waits for the head of the 課; of a month that is over for nobody', async () => {
    await begun();
    await placeDirector();
    const lines = [{ staff: '100001', work: '資格データの検証', reason: '', weeks: null, minutes: 600 }];
    await savePlan(hall.context, director, { department: '11', month: '2026-10', version: 0, lines, remarks: '' });
    await at.run();
    expect(await told('plan')).toEqual([
      '200001 市民部 保険年金課 令和8年10月分(下書きができました。所属長の承認待ち) → /section/11/plans/2026-10',
    ]);
    hall.context.clock.moveTo('2026-11-01T09:00:00+09:00');
    await at.run();
    expect(await told('plan')).toEqual([]);
  });

  describe('a look', () => {
    it('reads what was touched, and comes to the same as reading everything', async () => {
      await begun();
      await at.hr();
      await at.run();
      const inputs = [asking(), asking({ date: '2026-10-27' }), asking({ date: '2026-10-28' })];
      for (const input of inputs) await request(input);
      await at.form('submitted');
      await at.objection();
      await at.run();
      await order(ordering(inputs[0]?.id ?? ''));
      await returnOvertime(hall.context, takase, { id: inputs[1]?.id ?? '', note: '理由を詳しく' });
      await at.form('returned', 0, 'zama-review', 2);
      hall.context.clock.moveTo('2026-10-26T08:31:00+09:00');
      await at.run();
      const bit = await at.listed();
      expect(bit.map(({ kind }) => kind).sort()).toEqual([
        'decision',
        'decision',
        'formReturned',
        'objection',
        'overtimeRequest',
      ]);
      await at.forget();
      expect(await at.run()).toEqual({ fresh: 0, gone: 0, digests: 0 });
      expect(await at.listed()).toEqual(bit);
    });
    it('leaves alone what nobody touched, and finds what it missed within the hour', async () => {
      await begun();
      const missed = () =>
        hall.query(
          `insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, version)
           values ($1, $2, '100001', '2026-10-29', '111', 'requested', 60, 'normal', 1)`,
          [HERE, randomUUID()],
        );
      await missed();
      expect(await at.run()).toMatchObject({ fresh: 0 });
      hall.context.clock.moveTo('2026-10-26T09:28:59+09:00');
      expect(await at.run()).toMatchObject({ fresh: 0 });
      hall.context.clock.moveTo('2026-10-26T09:29:00+09:00');
      expect(await at.run()).toMatchObject({ fresh: 1 });
    });
    it('finds a deed that was written before the last look and ended after it', async () => {
      await begun();
      hall.context.clock.moveTo('2026-10-26T08:40:00+09:00');
      await at.run();
      hall.context.clock.moveTo('2026-10-26T08:31:00+09:00');
      await request(asking());
      hall.context.clock.moveTo('2026-10-26T08:41:00+09:00');
      expect(await at.run()).toMatchObject({ fresh: 1 });
    });
    it('tells the new head of what waits, once there is one', async () => {
      await begun();
      await request(asking());
      await at.run();
      await hall.query(
        `update tk.appointment as a set managerial = false where a.municipality = $1 and a.staff = '200001'`,
        [HERE],
      );
      await hall.query(
        `update tk.appointment as a set managerial = true where a.municipality = $1 and a.staff = '100002'`,
        [HERE],
      );
      expect(await at.run()).toMatchObject({ fresh: 1, gone: 1 });
      expect((await told('overtimeRequest')).map((line) => line.slice(0, 6))).toEqual(['100002']);
    });
  });
});
