import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { modelParameters } from '../installation/ordinance-files.ts';
import { writeMissingNotices } from '../notices/missing-notices.ts';
import { decideCorrection, reportCorrection } from '../use-cases/corrections.ts';
import { sectionToday } from '../use-cases/section.ts';
import { today } from '../use-cases/staff-today.ts';
import { eachTownHallAt } from '../use-cases/testing/each-town-hall.ts';
import { codeOf } from '../use-cases/testing/refused.ts';
import { ELSEWHERE, HERE, morishita, ono, takase } from '../use-cases/testing/town-hall.ts';
import { runMissing } from './missing-run.ts';

const MAILING = { url: 'https://jikan.example' };

eachTownHallAt('2026-10-27T09:10:00+09:00', 'missing punches, the morning after', (hall) => {
  const run = async () => {
    await hall.deriver.idle();
    return runMissing(hall.context, HERE, MAILING);
  };
  const notices = () =>
    hall.query<{ staff: string; duty_date: string; kind: string; told_on: string | null; withdrawn: boolean }>(
      `select n.staff, n.duty_date, n.kind, n.told_on, n.withdrawn_at is not null as withdrawn from tk.missing_notice n
       where n.municipality = $1 order by n.duty_date, n.staff`,
      [HERE],
    );
  const mails = () =>
    hall.query<{ recipient: string; subject: string; body: string }>(
      'select m.recipient, m.subject, m.body from tk.mail m where m.municipality = $1 order by m.recipient',
      [HERE],
    );
  /** Yesterday (10月26日) morishita forgot to punch out, and nishihara punched as ever. */
  const yesterday = async () => {
    await hall.query(`update tk.staff as s set mail = s.staff || '@town.example' where s.municipality = $1`, [HERE]);
    await hall.work('100001', '2026-10-26', 502, null);
    await hall.work('100002', '2026-10-26', 502, 1035);
  };
  const section = () => sectionToday(hall.context, takase, { department: '11' });

  it('are told to the person and to the head, on the page and by one mail', async () => {
    await yesterday();
    expect(await run()).toEqual({ found: 1, withdrawn: 0, told: 1 });
    expect(await notices()).toEqual([
      { staff: '100001', duty_date: '2026-10-26', kind: 'missingOut', told_on: '2026-10-27', withdrawn: false },
    ]);
    const [own, head] = await mails();
    expect([own?.recipient, head?.recipient]).toEqual(['100001', '200001']);
    expect(own?.body).toContain('森下 千尋 様');
    expect(own?.body).toContain('■ 令和8年10月26日 退勤の打刻がありません');
    expect(own?.body).toContain('\n  https://jikan.example/corrections/new?date=2026-10-26&kind=punch\n');
    expect(head?.body).toContain('\nhttps://jikan.example/section/today\n');
    expect(head?.body).not.toContain('corrections/new');
    expect(head?.body).toContain('■ 森下 千尋: 令和8年10月26日 退勤の打刻がありません');
    expect((await section()).missing).toMatchObject([
      { person: { staff: '100001' }, date: '2026-10-26', kind: 'missingOut', toldOn: '2026-10-27', reported: false },
    ]);
    const { tasks } = await today(hall.context, morishita);
    expect(tasks.map(({ kind, date }) => `${kind} ${date}`)).toContain('missingOut 2026-10-26');
    expect(await codeOf(sectionToday(hall.context, ono, { department: '11' }))).toBe('access.denied');
  });

  it('of a head’s own and of the people headed stand in one mail, each with what is to be done', async () => {
    await yesterday();
    for (const staff of ['100001', '200001'])
      await hall.query(
        `insert into tk.missing_notice (municipality, staff, duty_date, kind, department, found_at)
         values ($1, $2, '2026-10-26', 'missingOut', '11', $3)`,
        [HERE, staff, hall.context.clock.now()],
      );
    const telling = { now: hall.context.clock.now(), mailing: MAILING, least: modelParameters().notices.least };
    await hall.context.store.tenant(HERE, (tx) => writeMissingNotices(tx, { ...telling, mailFrom: '2026-10-26' }));
    const [, head] = await mails();
    expect(head).toMatchObject({ recipient: '200001', subject: '【時守】打刻漏れのお知らせ(2件)' });
    expect(head?.body.split('\n\n').slice(1, 6)).toEqual([
      '打刻漏れがあります。正しい時刻を届け出てください。届け出るまで、その日の時間外勤務は集計されません。',
      '■ 令和8年10月26日 退勤の打刻がありません\n  https://jikan.example/corrections/new?date=2026-10-26&kind=punch',
      '課の職員に打刻漏れがあります。本人に届け出を促し、届け出を認めるか決めてください。',
      '■ 森下 千尋: 令和8年10月26日 退勤の打刻がありません',
      '次の画面で確かめてください。\nhttps://jikan.example/section/today',
    ]);
  });

  it('that waited before the first morning of all stand on the pages; by mail goes what is of yesterday', async () => {
    await yesterday();
    await hall.work('100002', '2026-10-22', 502, null);
    expect(await run()).toEqual({ found: 2, withdrawn: 0, told: 2 });
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['100001', '200001']);
    expect((await mails())[1]?.body).not.toContain('西原');
  });

  it('are told once, whatever happens in between', async () => {
    await yesterday();
    await run();
    expect(await run()).toEqual({ found: 0, withdrawn: 0, told: 0 });
    expect(await mails()).toHaveLength(2);
    // Found later on the same day: on the page at once, by mail the next morning.
    await hall.work('100002', '2026-10-23', 502, null);
    expect(await run()).toEqual({ found: 1, withdrawn: 0, told: 0 });
    expect((await section()).missing.map(({ person, toldOn }) => [person.staff, toldOn])).toEqual([
      ['100002', null],
      ['100001', '2026-10-27'],
    ]);
  });

  it('are withdrawn when the punch comes in, and found again when it goes', async () => {
    await yesterday();
    await run();
    await hall.work('100001', '2026-10-26', null, 1040);
    expect(await run()).toEqual({ found: 0, withdrawn: 1, told: 0 });
    expect(await notices()).toMatchObject([{ withdrawn: true }]);
    expect((await section()).missing).toEqual([]);
  });

  it('are withdrawn when a correction is accepted; until then the head sees that it waits', async () => {
    await yesterday();
    await run();
    const id = randomUUID();
    const told = { date: '2026-10-26', kind: 'punch' as const, in: null, out: 1050, reason: '打刻を忘れた' };
    await reportCorrection(hall.context, morishita, { id, ...told });
    await hall.deriver.idle();
    expect((await section()).missing).toMatchObject([{ reported: true }]);
    await decideCorrection(hall.context, takase, { id, accept: true, note: '' });
    expect(await run()).toMatchObject({ withdrawn: 1 });
  });

  it('are those of people whose record lacks a punch: not of a head who never punches, nor of a day without anything', async () => {
    await hall.work('100002', '2026-10-26', 502, 1035);
    expect(await run()).toEqual({ found: 0, withdrawn: 0, told: 0 });
    expect(await notices()).toEqual([]);
  });

  it('of the days of a stop are made up for, in one mail', async () => {
    await yesterday();
    await run();
    await hall.query(
      `update tk.missing_run as r set through = '2026-08-31', told_on = '2026-10-26' where r.municipality = $1`,
      [HERE],
    );
    await hall.work('100001', '2026-09-15', 502, null);
    await hall.work('100001', '2026-10-22', null, 1035);
    expect(await run()).toEqual({ found: 2, withdrawn: 0, told: 2 });
    expect((await notices()).map(({ duty_date, kind }) => `${duty_date} ${kind}`)).toEqual([
      '2026-09-15 missingOut',
      '2026-10-22 missingIn',
      '2026-10-26 missingOut',
    ]);
  });

  it('of another municipality are its own', async () => {
    await hall.work('100001', '2026-10-26', 502, null, ELSEWHERE);
    await hall.work('100002', '2026-10-26', 502, 1035);
    expect(await run()).toEqual({ found: 0, withdrawn: 0, told: 0 });
    await hall.deriver.idle();
    expect(await runMissing(hall.context, ELSEWHERE, null)).toMatchObject({ found: 1, told: 1 });
    expect(await notices()).toEqual([]);
  });

  it('wait until the days are made', async () => {
    await yesterday();
    await hall.deriver.idle();
    await hall.deriver.stop();
    await hall.work('100001', '2026-10-23', 502, null);
    expect(await runMissing(hall.context, HERE, MAILING)).toBeNull();
    expect(await notices()).toEqual([]);
  });
});

eachTownHallAt('2026-10-27T08:59:00+09:00', 'missing punches before the time at which people are told', (hall) => {
  it('stand on the page, and nobody is written to yet', async () => {
    await hall.work('100001', '2026-10-26', 500, null);
    await hall.deriver.idle();
    expect(await runMissing(hall.context, HERE, MAILING)).toEqual({ found: 1, withdrawn: 0, told: 0 });
    const { missing } = await sectionToday(hall.context, takase, { department: '11' });
    expect(missing).toMatchObject([{ date: '2026-10-26', toldOn: null }]);
  });
});
