import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { instantOf } from '../../runtime/clock.ts';
import { decideCorrection, reportCorrection } from '../corrections.ts';
import { confirmOvertime } from '../overtime-confirmation.ts';
import { dayOf } from '../reading/moment.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { asking, overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, ELSEWHERE, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import { askReopening, closeSection, reopenSection } from './close.ts';
import { closeMunicipality, remindClosing } from './close-all.ts';
import { closingView } from './closing-view.ts';
import { sectionClosing } from './section-closing.ts';

const OCTOBER = { month: '2026-10' };
const SECTION = { department: '11', ...OCTOBER };

eachTownHallAt('2026-11-04T09:00:00+09:00', 'closing a month', (hall) => {
  const deeds = overtimeAt(hall);
  const close = (who = takase, reason = '') => closeSection(hall.context, who, { ...SECTION, reason });
  const reopen = (reason = '訂正のため', who = arima) => reopenSection(hall.context, who, { ...SECTION, reason });
  const section = async (who = takase) => {
    await hall.deriver.idle();
    return sectionClosing(hall.context, who, SECTION);
  };
  const counts = async () => Object.fromEntries((await section()).checks.map(({ key, count }) => [key, count]));
  /** October is kept day by day. */
  const begin = async () => {
    await hall.work('300001', '2026-10-19', 502, 1035);
    await hall.deriver.idle();
  };
  /** 10月20日: morishita came and never left. */
  const forget = async () => {
    await hall.work('100001', '2026-10-20', 502, null);
    await hall.work('100002', '2026-10-20', 502, 1035);
    await hall.deriver.idle();
  };
  const correction = () => ({
    id: randomUUID(),
    date: '2026-10-20',
    kind: 'punch' as const,
    in: null,
    out: 1035,
    reason: '打刻を忘れた',
  });

  it('waits for everything that is open, which the page lists, and is done once all of it is settled', async () => {
    await forget();
    await hall.work('100001', '2026-10-21', 502, 1190);
    await deeds.request(asking({ date: '2026-10-21' }));
    expect(await counts()).toEqual({ missing: 1, discrepancy: 1, correction: 0, request: 1, result: 0 });
    const [missing] = (await section()).checks;
    expect(missing?.points).toEqual([{ staff: '100001', name: '森下 千尋', date: '2026-10-20' }]);
    expect(await codeOf(close())).toBe('closing.open-points');

    const reported = correction();
    await reportCorrection(hall.context, morishita, reported);
    expect(await counts()).toMatchObject({ missing: 1, correction: 1 });
    await decideCorrection(hall.context, takase, { id: reported.id, accept: true, note: '' });
    const [request] = await hall.query<{ id: string }>('select o.id from tk.overtime o where o.municipality = $1', [
      HERE,
    ]);
    await deeds.order({ id: request?.id ?? '', note: '', healthConfirmed: false });
    expect(await counts()).toEqual({ missing: 0, discrepancy: 0, correction: 0, request: 0, result: 1 });
    await confirmOvertime(hall.context, takase, { id: request?.id ?? '', note: '' });
    expect(Object.values(await counts()).every((count) => count === 0)).toBe(true);

    await close();
    const closed = await section();
    expect(closed).toMatchObject({ people: 3, closing: { state: 'closed', closedBy: '高瀬 誠' }, dueOn: '2026-11-05' });
    await close();
    const events = await hall.query<{ kind: string; actor: string }>(
      `select e.kind, e.actor from tk.event e where e.municipality = $1 and e.stream = 'closing/2026-10/11'`,
      [HERE],
    );
    expect(events).toEqual([{ kind: 'MonthClosed', actor: '200001' }]);
  });

  it('refuses deeds on the days of the closed month, and takes them again once it is reopened', async () => {
    await forget();
    const before = asking({ date: '2026-10-22' });
    await deeds.request(before);
    await hall.deriver.idle();
    await close(arima, '月末の退職者がいるため');
    const tried = () => ({
      request: codeOf(deeds.request(asking({ date: '2026-10-21' }))),
      order: codeOf(deeds.order({ id: before.id, note: '', healthConfirmed: false })),
      correction: codeOf(reportCorrection(hall.context, morishita, correction())),
    });
    const refused = tried();
    expect(await refused.request).toBe('month.closed');
    expect(await refused.order).toBe('month.closed');
    expect(await refused.correction).toBe('month.closed');
    // The same request again is the one that is there; November is open, and so is another section's October.
    expect(await codeOf(deeds.request(before))).toBe('done');
    expect(await codeOf(deeds.request(asking({ date: '2026-11-02' })))).toBe('done');
    await reopen();
    const taken = tried();
    expect(await taken.request).toBe('done');
    expect(await taken.order).toBe('done');
    expect(await taken.correction).toBe('done');
  });

  it('never loses a punch: one that comes after the closing is stored, derived and shown', async () => {
    await forget();
    await close(arima, '期限のため');
    await hall.query(
      `insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, recorded_at)
       values ($1, '2026-10-01', '100001', $2, $3, 'out', 'card', $4)`,
      [HERE, instantOf(dayOf('2026-10-20'), 1100), randomUUID(), new Date(hall.context.clock.now().getTime() + 60_000)],
    );
    await hall.query(
      `insert into tk.stale_day (municipality, id, staff, first_date, last_date) values ($1, $2, '100001', '2026-10-20', '2026-10-20')`,
      [HERE, randomUUID()],
    );
    const shown = await section(arima);
    expect(shown.latePunches).toEqual([
      expect.objectContaining({ staff: '100001', name: '森下 千尋', date: '2026-10-20', minute: 1100 }),
    ]);
    expect(await counts()).toMatchObject({ missing: 0 });
    const { sections } = await closingView(hall.context, arima, OCTOBER);
    expect(sections[0]).toMatchObject({ department: '11', latePunches: 1, closing: { state: 'closed' } });
    await reopen();
    expect((await section(arima)).latePunches).toEqual([]);
  });

  it('is asked for by the head and decided by 人事課, with reasons', async () => {
    await begin();
    expect(await codeOf(askReopening(hall.context, takase, { ...SECTION, reason: '直したい' }))).toBe(
      'closing.not-closed',
    );
    await close();
    await askReopening(hall.context, takase, { ...SECTION, reason: '10月20日の記録を直したい' });
    expect((await closingView(hall.context, arima, OCTOBER)).sections[0]).toMatchObject({
      closing: { askedBy: '高瀬 誠', askReason: '10月20日の記録を直したい' },
    });
    expect(await codeOf(reopen(''))).toBe('closing.reopen.reason-missing');
    expect(await codeOf(reopen('訂正', takase))).toBe('access.denied');
    await reopen();
    expect((await section()).closing).toMatchObject({ state: 'open', askReason: '', reopenReason: '訂正のため' });
  });

  it('of the municipality closes what is open, and opens with the first section that is reopened', async () => {
    await forget();
    expect(await codeOf(closeMunicipality(hall.context, arima, { ...OCTOBER, reason: '' }))).toBe(
      'closing.reason-missing',
    );
    expect((await section()).closing.state).toBe('open');
    expect(await codeOf(closeMunicipality(hall.context, takase, { ...OCTOBER, reason: 'x' }))).toBe('access.denied');
    expect(await closeMunicipality(hall.context, arima, { ...OCTOBER, reason: '期限のため' })).toEqual({ closed: 3 });
    const view = await closingView(hall.context, arima, OCTOBER);
    expect(view).toMatchObject({ whole: { state: 'closed', closedBy: '有馬 真理' } });
    expect(view.sections.map(({ department, people }) => [department, people])).toEqual([
      ['11', 3],
      ['21', 2],
      ['31', 1],
    ]);
    expect(await closeMunicipality(hall.context, arima, { ...OCTOBER, reason: '' })).toEqual({ closed: 0 });
    await reopen();
    expect(await closingView(hall.context, arima, OCTOBER)).toMatchObject({ whole: { state: 'open' } });
  });

  it('reminds the heads of what is open, once a day by mail', async () => {
    await begin();
    await hall.query(`update tk.staff as s set mail = s.staff || '@town.example' where s.municipality = $1`, [HERE]);
    await close();
    const mailing = { url: 'https://jikan.example' };
    expect(await remindClosing(hall.context, mailing, arima, OCTOBER)).toEqual({ reminded: 2, already: 0 });
    const again = { ...OCTOBER, departments: ['21'] };
    expect(await remindClosing(hall.context, mailing, arima, again)).toEqual({ reminded: 0, already: 1 });
    const deeds = () =>
      hall.query(
        `select 1 from tk.event e where e.municipality = $1 and e.kind = 'ClosingReminded' and e.stream like '%/21'`,
        [HERE],
      );
    expect(await deeds()).toHaveLength(1);
    const mails = await hall.query<{ recipient: string; body: string }>(
      'select m.recipient, m.body from tk.mail m where m.municipality = $1 order by m.recipient',
      [HERE],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual(['300009']);
    expect(mails[0]?.body).toContain('■ 財政課: 締められます');
    expect(mails[0]?.body).toContain('令和8年11月5日');
    const ono21 = await sectionClosing(hall.context, ono, { department: '21', ...OCTOBER });
    expect(ono21.closing).toMatchObject({ remindedBy: '有馬 真理', state: 'open' });
    hall.context.clock.moveTo('2026-11-05T09:00:00+09:00');
    expect(await remindClosing(hall.context, mailing, arima, again)).toEqual({ reminded: 1, already: 0 });
    expect(await deeds()).toHaveLength(2);
  });

  it('is the business of the own section, and of the own municipality', async () => {
    await begin();
    await hall.work('100001', '2026-10-19', 502, 1035, ELSEWHERE);
    await hall.deriver.idle();
    expect(await codeOf(sectionClosing(hall.context, ono, SECTION))).toBe('access.denied');
    expect(await codeOf(close(ono))).toBe('access.denied');
    expect(await codeOf(close(morishita))).toBe('access.denied');
    expect((await closingView(hall.context, ono, OCTOBER)).sections.map(({ department }) => department)).toEqual([
      '21',
    ]);
    await close(there(arima));
    expect((await section()).closing.state).toBe('open');
    expect((await sectionClosing(hall.context, there(arima), SECTION)).closing.state).toBe('closed');
  });

  it('waits for the end of the month, and for facts that are being derived', async () => {
    await hall.work('100001', '2026-11-02', 502, 1035);
    await hall.deriver.idle();
    expect(await codeOf(closeSection(hall.context, takase, { department: '11', month: '2026-11', reason: '' }))).toBe(
      'closing.month-running',
    );
    expect(await codeOf(closeSection(hall.context, takase, { department: '11', month: '2026-09', reason: '' }))).toBe(
      'closing.no-records',
    );
    await begin();
    await hall.deriver.stop();
    await hall.work('100001', '2026-10-21', 502, 1035);
    expect(await codeOf(close())).toBe('closing.making');
  });
});
