import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { setCategory } from '../../use-cases/agreements/categories.ts';
import { recordDisaster } from '../../use-cases/agreements/disasters.ts';
import { endAgreement, saveAgreement } from '../../use-cases/agreements/save.ts';
import { startOrder } from '../../use-cases/overtime-decision.ts';
import { staffMonth } from '../../use-cases/staff-month.ts';
import { agreementDocument } from '../../use-cases/testing/agreement.ts';
import { eachTownHallAt } from '../../use-cases/testing/each-town-hall.ts';
import { codeOf } from '../../use-cases/testing/refused.ts';
import { arima, HERE, morishita, takase, there } from '../../use-cases/testing/town-hall.ts';
import { why } from '../../use-cases/why.ts';
import { rebuild } from '../rebuild.ts';

const OCTOBER = '2026-10';

eachTownHallAt('2026-11-04T18:00:00+09:00', 'people under 労基法36条', (hall) => {
  const listed = (number: number | null) =>
    hall.query(`update tk.department as d set appended_table = $2 where d.municipality = $1 and d.department = '10'`, [
      HERE,
      number,
    ]);
  const keep = (part: Parameters<typeof agreementDocument>[0] = {}, id: string = randomUUID()) =>
    saveAgreement(hall.context, arima, {
      id,
      version: 0,
      document: agreementDocument(part),
      replaces: null,
      reason: '',
    });
  /** A day from 8:30 with so much confirmed overtime after 17:15. */
  const day = async (date: string, minutes: number, category = 'normal', from = 17 * 60 + 15) => {
    await hall.work('100001', date, 8 * 60 + 20, Math.min(from + minutes, 23 * 60 + 59));
    if (minutes > 0)
      await hall.query(
        `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
         values ($1, gen_random_uuid(), '100001', $2::date, '111', 'confirmed', $3::smallint, $4::smallint, $5::smallint, $6, 1)`,
        [HERE, date, from, from + minutes, minutes, category],
      );
  };
  const settled = async () => {
    hall.context.wakeDeriver(HERE);
    await hall.deriver.idle();
    expect((await rebuild(hall.context, HERE, { check: true })).differences).toEqual([]);
  };
  const october = async () => (await staffMonth(hall.context, morishita, { staff: 'me', month: OCTOBER })).standing;
  const limits = async () =>
    (await october())?.limits.map(({ limit, state, value, cap }) => [limit, state, value, cap]);

  it('have every hour beyond eight as a breach without an agreement, and are judged by it once it is kept', async () => {
    await listed(13);
    // Mon 5th: 7:45 + 3:00 = 2:45 beyond eight hours; Fri 9th: 0:15 within them.
    await day('2026-10-05', 180);
    await day('2026-10-09', 15);
    await settled();
    expect((await limits())?.slice(0, 2)).toEqual([
      ['monthly', 'over', 165, 0],
      ['annual', 'over', 165, 0],
    ]);
    const none = await october();
    expect(none?.article36).toMatchObject({ workplace: '国保係', appdxTable1: 13, agreement: null, uncovered: 165 });
    expect([none?.state, none?.remaining, none?.overtime]).toEqual(['over', 0, 195]);

    const id = randomUUID();
    expect((await keep({}, id)).state).toBe('inForce');
    await settled();
    expect((await limits())?.map(([limit, state]) => [limit, state])).toEqual([
      ['monthly', 'fine'],
      ['monthlyTotal', 'fine'],
      ['annual', 'fine'],
    ]);
    const kept = await october();
    expect(kept?.limits[0]).toMatchObject({ limit: 'monthly', value: 165, cap: 1800, slack: 1635 });
    expect(kept?.article36).toMatchObject({
      workplace: '市民部',
      agreement: { id, from: '2026-04-01', through: '2027-03-31' },
      uncovered: 0,
    });
    const reasons = await why(hall.context, morishita, { staff: 'me', month: OCTOBER });
    expect([reasons.regime, reasons.ruleRevision]).toEqual(['article36', '2019-04-01']);
    expect(reasons.limits.map(({ limit }) => limit)).toContain('monthlyTotal');

    await endAgreement(hall.context, arima, { id, on: '2026-10-06', reason: '廃止' });
    await settled();
    expect((await october())?.state).toBe('over');
    expect((await october())?.article36).toMatchObject({ agreement: null, uncovered: 0 });
  });

  it('have the hours of a week beyond forty and a worked 法定休日 counted apart', async () => {
    await listed(13);
    await keep({});
    // A full week of 38:45, then Saturday 10:00 (the last day off of the week is not a 法定休日 while Sunday is free).
    for (const date of ['05', '06', '07', '08', '09']) await day(`2026-10-${date}`, 0);
    await day('2026-10-10', 300, 'normal', 9 * 60);
    await settled();
    // 38:45 + 5:00 − 40:00
    expect((await october())?.limits.find(({ limit }) => limit === 'monthly')).toMatchObject({ value: 225 });
    await day('2026-10-04', 120, 'normal', 9 * 60);
    await settled();
    const both = (await october())?.limits;
    expect(both?.find(({ limit }) => limit === 'monthlyTotal')?.value).toBe(
      (both?.find(({ limit }) => limit === 'monthly')?.value ?? 0) + 300,
    );
  });

  it('leave a registered need of 33条1項 outside the agreement, and only that', async () => {
    await listed(13);
    await keep({ lines: [{ ...agreementDocument().lines[0]!, monthly: 120 }] });
    await day('2026-10-05', 315, 'disaster');
    await settled();
    expect((await october())?.state).toBe('over');
    const occasion = {
      id: randomUUID(),
      version: 0,
      department: '11',
      from: '2026-10-05',
      through: '2026-10-06',
      reason: '台風による浸水',
      expected: 600,
      permittedOn: null,
      reportedOn: null,
      withdrawn: false,
    };
    expect((await recordDisaster(hall.context, takase, occasion)).state).toBe('reportDue');
    await settled();
    const outside = await october();
    expect([outside?.state, outside?.article36?.disaster]).toEqual(['fine', 300]);
    expect(outside?.limits[0]).toMatchObject({ limit: 'monthly', value: 0 });
    const reported = { ...occasion, version: 1, reportedOn: '2026-10-08' };
    expect((await recordDisaster(hall.context, arima, reported)).state).toBe('reported');
    expect((await recordDisaster(hall.context, arima, reported)).state).toBe('reported');
    expect(await codeOf(recordDisaster(hall.context, arima, { ...reported, expected: 1 }))).toBe('record.changed');
    expect(
      await codeOf(recordDisaster(hall.context, takase, { ...occasion, id: randomUUID(), department: '21' })),
    ).toBe('access.denied');
    expect(await codeOf(recordDisaster(hall.context, there(arima), { ...reported }))).toBe('record.changed');
  });

  it('are ordered nothing as 特例業務 beyond the agreement, and 災害対応 only on registered days', async () => {
    await listed(13);
    await keep({ lines: [{ ...agreementDocument().lines[0]!, monthly: 60, annual: 60 }] });
    const order = (category: 'exceptional' | 'disaster') =>
      startOrder(hall.context, takase, {
        id: randomUUID(),
        department: '11',
        staff: '100001',
        date: '2026-11-05',
        from: 17 * 60 + 15,
        until: 19 * 60 + 15,
        category,
        work: '浸水の対応',
        note: '急ぎ',
        healthConfirmed: true,
      });
    await settled();
    expect(await codeOf(order('exceptional'))).toBe('overtime.order.over-cap');
    expect(await codeOf(order('disaster'))).toBe('overtime.order.over-cap');
    await recordDisaster(hall.context, arima, {
      id: randomUUID(),
      version: 0,
      department: '10',
      from: '2026-11-05',
      through: '2026-11-05',
      reason: '大雨',
      expected: 120,
      permittedOn: '2026-11-04',
      reportedOn: null,
      withdrawn: false,
    });
    expect((await order('disaster')).state).toBe('ordered');
  });

  it('are 企業職員 and 単純労務職員 wherever they work, from a day on', async () => {
    await day('2026-10-05', 180);
    await settled();
    expect((await october())?.article36).toBeNull();
    const set = (from: string, who = arima) =>
      setCategory(hall.context, who, { staff: '100001', from, category: 'simpleLabor', reason: '給食調理' });
    expect(await codeOf(set('2026-10-01', takase))).toBe('access.denied');
    await set('2026-10-01');
    await set('2026-10-01');
    await settled();
    expect((await october())?.article36).toMatchObject({ appdxTable1: null, agreement: null });
    const september = await staffMonth(hall.context, morishita, { staff: 'me', month: '2026-09' });
    expect(september.standing?.article36 ?? null).toBeNull();
    expect(
      (
        await hall.query('select 1 from tk.event e where e.municipality = $1 and e.stream = $2', [
          HERE,
          'category/100001',
        ])
      ).length,
    ).toBe(1);
  });
});
