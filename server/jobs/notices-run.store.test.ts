import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noticeSettings } from '../use-cases/notices/settings.ts';
import { waitingNotices } from '../use-cases/notices/waiting.ts';
import { eachTownHall, eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { asking, ordering, overtimeAt } from '../use-cases/testing/overtime-at.ts';
import { codeOf } from '../use-cases/testing/refused.ts';
import { director, standingInAt } from '../use-cases/testing/standing-in-at.ts';
import { arima, ELSEWHERE, HERE, morishita, takase } from '../use-cases/testing/town-hall.ts';
import { runNotices } from './notices-run.ts';
import { MAILING, noticesAt } from './testing/notices-at.ts';

eachTownHall('what waits for people', (hall) => {
  const at = noticesAt(hall);
  const { request, order } = overtimeAt(hall);
  const { placeDirector, rise, give, away } = standingInAt(hall);
  const risen = async () => {
    await placeDirector();
    await at.addresses();
    await rise('100001');
    const input = asking();
    await request(input);
    await order(ordering(input.id));
    return input.id;
  };

  describe('an order that has moved up', () => {
    it('is told to the 部長 once, with the page on which it is decided, and not to the 課長 who approved', async () => {
      const id = await risen();
      expect(await at.run()).toMatchObject({ fresh: 1 });
      expect(await at.run()).toEqual({ fresh: 0, gone: 0, digests: 0 });
      const [mail, ...others] = await at.mails();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ recipient: '500001', subject: '【時守】承認を待っている時間外勤務があります(1件)' });
      expect(mail?.body).toContain('岸 和代 様');
      expect(mail?.body).toContain(
        '■ 森下 千尋: 令和8年10月26日 17:15–19:45(2:30)\n  https://jikan.example/section/decisions',
      );
      const { kinds } = await waitingNotices(hall.context, director);
      expect(kinds).toMatchObject([{ kind: 'finalApproval', count: 1 }]);
      hall.context.clock.moveTo('2026-10-26T09:00:00+09:00');
      await order(ordering(id), director);
      // The order is told to the person.
      expect(await at.run()).toMatchObject({ fresh: 1, gone: 1 });
      expect((await waitingNotices(hall.context, director)).kinds).toEqual([]);
    });
    it('is told to whoever stands in where the 部長 is away, and to the 部長 where nobody does', async () => {
      await risen();
      await away({ staff: '500001' }, arima);
      await at.run();
      expect((await at.mails()).map(({ recipient }) => recipient)).toEqual(['500001']);
      await give({ department: '10', holder: '300001' }, arima);
      expect(await at.run()).toMatchObject({ fresh: 1, gone: 1 });
      expect((await at.mails()).map(({ recipient }) => recipient)).toContain('300001');
    });
  });

  it('後閲 waits for the head in whose place it was decided, until it is seen', async () => {
    await at.addresses();
    const overtime = await at.objection();
    await hall.query(`update tk.objection as b set answered_at = $2 where b.municipality = $1`, [
      HERE,
      hall.context.clock.now(),
    ]);
    await hall.query(
      `insert into tk.after_review (municipality, id, department, about, overtime, deed, decided_by, decided_at, note)
       values ($1, $2, '11', 'standIn', $2, 'OvertimeOrdered', '100002', $3, '本人の体調')`,
      [HERE, overtime, hall.context.clock.now()],
    );
    await at.run();
    const [mail] = await at.mails();
    expect(mail?.recipient).toBe('200001');
    expect(mail?.body).toContain('森下 千尋: 令和8年10月23日の時間外勤務(西原 拓海 による代決)');
    expect(mail?.body).not.toContain('体調');
    await hall.query(`update tk.after_review as v set seen_at = $2 where v.municipality = $1`, [
      HERE,
      hall.context.clock.now(),
    ]);
    expect(await at.run()).toMatchObject({ gone: 1 });
  });

  it('an objection waits for the head; the words of the person are not in the mail', async () => {
    await at.addresses();
    await at.objection();
    await at.run();
    const [mail] = await at.mails();
    expect(mail?.recipient).toBe('200001');
    expect(mail?.body).not.toContain('通院');
  });

  it('a 差異 waits for the person, then for the head, then for 人事課', async () => {
    await at.addresses();
    await at.hr();
    const set = (state: string, who: string) =>
      hall.query(
        `insert into tk.difference (municipality, staff, duty_date, month, department, section, state, kind, minutes, undeclared, grave, records,
           found, shown_on, due_who, due_on, judged_at)
         values ($1, '100001', '2026-10-23', '2026-10-01', '111', '11', $2, 'afterDuty', 45, 45, false, '[]', '[]', '2026-10-24', $3, '2026-10-30', $4)
         on conflict (municipality, staff, duty_date) do update set state = excluded.state, due_who = excluded.due_who`,
        [HERE, state, who, hall.context.clock.now()],
      );
    const told: string[] = [];
    for (const [state, who] of [
      ['awaitsAnswer', 'staffMember'],
      ['awaitsOrder', 'departmentHead'],
      ['awaitsInvestigation', 'personnel'],
    ] as const) {
      await set(state, who);
      await at.run();
      hall.context.clock.moveTo(`2026-10-26T08:${30 + told.length}:00+09:00`);
      const last = (await at.mails()).at(-1);
      told.push(`${last?.recipient} ${last?.body.match(/■ (.*)/)?.[1]}`);
    }
    expect(told).toEqual([
      '100001 令和8年10月23日 0:45 理由を届け出る(期限 令和8年10月30日)',
      '200001 森下 千尋: 令和8年10月23日 0:45 命令を出すか決める(期限 令和8年10月30日)',
      '400001 森下 千尋: 令和8年10月23日 0:45 実態を調べる(期限 令和8年10月30日)',
    ]);
  });

  it('a form waits for the post that is awaited, and is told back to whoever handed it in; returned again, it is told again', async () => {
    await at.addresses();
    await at.hr();
    await at.form('submitted', 0);
    await at.run();
    await at.form('returned', 0, 'zama-review', 2);
    await at.run();
    await at.form('returned', 0, 'zama-review', 4);
    await at.run();
    const mails = await at.mails();
    expect(mails.map(({ recipient, subject }) => `${recipient} ${subject}`).sort()).toEqual([
      '200001 【時守】承認を待っている様式があります(1件)',
      '200001 【時守】様式が差し戻されました(1件)',
      '200001 【時守】様式が差し戻されました(1件)',
    ]);
    expect(mails[0]?.body).toContain('https://jikan.example/forms/zama-review/2026-09/11');
  });

  it('of another municipality is its own', async () => {
    await risen();
    await runNotices(hall.context, ELSEWHERE, MAILING);
    expect(await at.mails()).toEqual([]);
  });

  describe('as each person chose', () => {
    it('by the page alone: no mail, but on the page; what came meanwhile is not sent when it is chosen otherwise', async () => {
      await at.addresses();
      await at.choose(takase, 'objection', 'page');
      await at.objection();
      await at.run();
      await at.choose(takase, 'objection', 'atOnce');
      await at.run();
      expect(await at.mails()).toEqual([]);
      expect((await waitingNotices(hall.context, takase)).kinds).toMatchObject([{ kind: 'objection', count: 1 }]);
    });
    it('once a day: one mail with all that waits from the time of the day on, however often it is looked; none where nothing waits', async () => {
      await at.addresses();
      await at.hr();
      await at.choose(takase, 'objection', 'digest');
      await at.choose(takase, 'formReturned', 'digest');
      await at.choose(morishita, 'objection', 'digest');
      const id = await at.objection();
      await at.objection();
      await at.form('returned');
      expect(await at.run()).toMatchObject({ fresh: 3, digests: 0 });
      hall.context.clock.moveTo('2026-10-26T08:30:00+09:00');
      expect(await at.run()).toMatchObject({ digests: 1 });
      expect(await at.run()).toMatchObject({ digests: 0 });
      hall.context.clock.moveTo('2026-10-26T23:59:00+09:00');
      expect(await at.run()).toMatchObject({ digests: 0 });
      const [mail, ...others] = await at.mails();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ recipient: '200001', subject: '【時守】令和8年10月26日のまとめ(3件)' });
      expect(mail?.body).toMatch(
        /【代理の入力への申し出】2件\n■ .*\n■ .*\n→ 決裁 https:\/\/jikan\.example\/section\/decisions/,
      );
      expect(mail?.body).toContain('【差し戻された様式】1件');
      await hall.query(`update tk.objection as b set answered_at = $2 where b.municipality = $1 and b.id = $3`, [
        HERE,
        hall.context.clock.now(),
        id,
      ]);
      hall.context.clock.moveTo('2026-10-27T08:29:59+09:00');
      expect(await at.run()).toMatchObject({ digests: 0 });
      hall.context.clock.moveTo('2026-10-27T11:00:00+09:00');
      expect(await at.run()).toMatchObject({ digests: 1 });
      expect((await at.mails()).at(-1)?.subject).toBe('【時守】令和8年10月27日のまとめ(2件)');
    });
    it('two looks at the same time tell once', async () => {
      await at.addresses();
      await at.objection();
      await Promise.allSettled([at.run(), at.run(), at.run()]);
      expect(await at.mails()).toHaveLength(1);
    });
  });

  describe('what the municipality demands', () => {
    it('refuses less, says why, and keeps what was chosen; the journal tells the change', async () => {
      expect(await codeOf(at.choose(takase, 'finalApproval', 'page'))).toBe('notices.demanded');
      expect(await at.choose(takase, 'finalApproval', 'digest')).toEqual({ changed: 1 });
      expect(await at.choose(takase, 'finalApproval', 'digest')).toEqual({ changed: 0 });
      const { kinds, digestTime } = await noticeSettings(hall.context, MAILING, takase);
      expect(digestTime).toBe(510);
      expect(kinds.find(({ kind }) => kind === 'finalApproval')).toMatchObject({
        chosen: 'digest',
        least: 'digest',
        why: '時間外勤務の命令は、勤務が始まる前に出すものだから',
      });
      expect(
        await hall.query(
          `select e.actor, e.data from tk.event e where e.municipality = $1 and e.stream = 'notice-choices/200001'`,
          [HERE],
        ),
      ).toEqual([{ actor: '200001', data: { changes: [{ kind: 'finalApproval', from: 'atOnce', to: 'digest' }] } }]);
    });
    it('is kept also against what was chosen before', async () => {
      await at.addresses();
      await at.choose(takase, 'objection', 'page');
      const strict = at.demanding({ objection: 'atOnce' });
      await at.objection();
      await runNotices(strict, HERE, MAILING);
      expect(await at.mails()).toHaveLength(1);
      const { kinds } = await noticeSettings(strict, null, takase);
      expect(kinds.find(({ kind }) => kind === 'objection')).toMatchObject({ chosen: 'page', way: 'atOnce' });
    });
  });
});

eachTownHallAt('2027-08-30T23:59:00+09:00', 'records of exceeded limits and the last day of their review', (hall) => {
  const at = noticesAt(hall);
  const breach = () =>
    hall.query(
      `insert into tk.breach (municipality, period, staff, limit_name, id, month, fiscal_year, department, section, bureau, name, value, cap, carried,
         exceptional, overtime, works, outline_made, standing, state, found_at, version)
       values ($1, '2026-09-01', '100001', 'monthly', $2, '2026-09-01', 2026, '111', '11', '10', '森下 千尋', 3000, 2700, 'none', 0, 3000, '[]', '',
         'holds', 'open', $3, 1)`,
      [HERE, randomUUID(), hall.context.clock.now()],
    );
  it('are told to the head and to 人事課: the record at once, the review from thirty days before, and once more when it is over', async () => {
    await at.addresses();
    await at.hr();
    await breach();
    expect(await at.run()).toMatchObject({ fresh: 1 });
    hall.context.clock.moveTo('2027-08-31T00:00:00+09:00');
    expect(await at.run()).toMatchObject({ fresh: 2, gone: 0 });
    hall.context.clock.moveTo('2027-09-30T23:59:00+09:00');
    expect(await at.run()).toMatchObject({ fresh: 0, gone: 0 });
    hall.context.clock.moveTo('2027-10-01T00:00:00+09:00');
    expect(await at.run()).toMatchObject({ fresh: 2, gone: 2 });
    const told = (await at.mails()).map(({ recipient, subject, body }) => [
      recipient,
      subject,
      body.match(/■ (.*)/)?.[1],
    ]);
    expect(told[0]).toEqual([
      '200001',
      '【時守】上限を超えた記録の記入をお願いします(1件)',
      '森下 千尋: 令和8年9月 月の上限(期限 令和8年10月10日)',
    ]);
    const review = '【時守】要因の整理・分析・検証の期限です(1件)';
    expect(told.slice(1)).toEqual([
      ['200001', review, '令和8年度 市民部 保険年金課(記録 1件、期限 令和9年9月30日)'],
      ['400001', review, '令和8年度 団体全体(記録 1件、期限 令和9年9月30日)'],
      ['200001', review, '令和8年度 市民部 保険年金課(記録 1件、期限 令和9年9月30日、過ぎています)'],
      ['400001', review, '令和8年度 団体全体(記録 1件、期限 令和9年9月30日、過ぎています)'],
    ]);
  });
});
