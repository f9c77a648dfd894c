import { presetText } from '@tokimori/ordinances/measures/presets';
import { readMeasures } from '@tokimori/ordinances/measures/read-measures';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { runMeasures } from '../../jobs/measures-run.ts';
import { duesView } from '../measures/dues.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { overtimeAt } from '../testing/overtime-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, takase, there } from '../testing/town-hall.ts';
import { planView } from './plan.ts';
import { agreePlan, receivePlan, returnPlan, savePlan } from './plan-deeds.ts';
import { plansForUnion, plansOfMonth } from './plans-of-month.ts';

const union: Actor = { municipality: HERE, login: 'union', staff: null, roles: ['union'] };
const executive: Actor = { municipality: HERE, login: 'executive', staff: null, roles: ['executive'] };
const line = (staff: string, minutes: number, work = '資格データの検証') => ({
  staff,
  work,
  reason: '更新の切替え',
  weeks: null,
  minutes,
});

eachTownHallAt('2026-11-04T09:00:00+09:00', '時間外勤務実施計画書', (hall) => {
  const of = (department: string, month: string) => ({ department, month });
  const view = (who = takase, month = '2026-12', department = '11') =>
    planView(hall.context, who, of(department, month));
  const save = (lines: ReturnType<typeof line>[], version = 0, who = takase, month = '2026-12') =>
    savePlan(hall.context, who, { ...of('11', month), version, lines, remarks: '' });
  const agree = (version: number, as: 'head' | 'union', who: Actor, month = '2026-12') =>
    agreePlan(hall.context, who, { ...of('11', month), version, as });
  const receive = (version: number, who = arima, month = '2026-12') =>
    receivePlan(hall.context, who, { ...of('11', month), version });
  const giveBack = (version: number, who: Actor, note = '3週目に偏っている') =>
    returnPlan(hall.context, who, { ...of('11', '2026-12'), version, note });
  const received = async (lines = [line('100001', 1800)], month = '2026-12') => {
    await save(lines, 0, takase, month);
    await agree(1, 'head', takase, month);
    await agree(2, 'union', union, month);
    return receive(3, arima, month);
  };
  const toyohashi = async () => {
    const { measures } = readMeasures(presetText('toyohashi'), 'toyohashi').measures ?? { measures: [] };
    const set = { name: '試', about: '試', effectiveFrom: '2026-10-01', measures };
    await hall.query(
      `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, '2026-10-01'::date, $2::jsonb, '400001', '試', $3::timestamptz)`,
      [HERE, JSON.stringify(set), hall.context.clock.now()],
    );
    await hall.handOver('100001', '2026-10', 40 * 60);
    await hall.handOver('100001', '2026-11', 60);
    await hall.deriver.idle();
  };
  const plansDue = async (who: Actor, state: 'open' | 'settled') =>
    (await duesView(hall.context, who, { state })).dues
      .filter(({ what }) => what === '時間外勤務実施計画書')
      .map(({ section, month, state: now, settledBy }) => `${section} ${month} ${now} ${settledBy}`.trim())
      .sort();

  describe('下書き', () => {
    it('begins with the hours of the same month of last year, else with the forecast of the running one', async () => {
      await hall.handOver('100001', '2025-12', 620);
      await hall.handOver('100001', '2026-11', 300);
      await hall.deriver.idle();
      const found = await view();
      expect(found).toMatchObject({
        state: null,
        version: 0,
        dueOn: '2026-11-30',
        late: false,
        path: '市民部 保険年金課',
      });
      expect(found.lines).toEqual([
        { staff: '100001', name: '森下 千尋', work: '', reason: '', weeks: null, minutes: 620 },
      ]);
      expect(found.people.map(({ name, planned, lastYear }) => `${name} ${planned} ${lastYear}`)).toEqual([
        '森下 千尋 620 620',
        '西原 拓海 0 null',
      ]);
      expect(found.sums).toMatchObject({ planned: 620, lastYear: 620, actual: null });
      expect(found.weeks).toHaveLength(5);
      expect(found.may).toMatchObject({ draft: true, agreeAsHead: false, receive: false });
    });
    it('takes works from what was ordered in this section in that month', async () => {
      for (const [id, work, minutes] of [
        ['1', '年末の窓口', 300],
        ['2', '決算の準備', 200],
      ] as const)
        await hall.query(
          `insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, work, version)
           values ($1, $2, '100001', '2025-12-10', '111', 'confirmed', $3, 'normal', $4, 1)`,
          [HERE, `00000000-0000-4000-8000-00000000000${id}`, minutes, work],
        );
      expect((await view()).lines.map(({ work, minutes }) => `${work} ${minutes}`)).toEqual([
        '年末の窓口 300',
        '決算の準備 200',
      ]);
    });
    it('is written by the head, refuses strangers in its lines, and is not overwritten unseen', async () => {
      expect(await save([line('100001', 1800), line('100002', 600)])).toEqual({ state: 'draft', version: 1 });
      expect(await save([line('100001', 1800), line('100002', 600)])).toEqual({ state: 'draft', version: 1 });
      expect(await codeOf(save([line('100001', 60)]))).toBe('record.changed');
      expect(await codeOf(save([line('300001', 60)], 1))).toBe('plan.line.not-of-section');
      expect(await codeOf(save([line('100001', 60)], 0, takase, '2027-01'))).toBe('plan.draft.too-early');
      expect(await codeOf(save([line('100001', 60)], 0, takase, '2026-10'))).toBe('plan.draft.month-over');
      for (const who of [ono, arima, morishita, union]) expect(await codeOf(save([], 1, who))).toBe('access.denied');
      expect((await view()).people.map(({ planned }) => planned)).toEqual([1800, 600]);
    });
    it('of a 係 is that of its 課', async () => {
      await save([line('100001', 1800)]);
      expect(await view(takase, '2026-12', '111')).toMatchObject({ department: '11', state: 'draft' });
    });
  });

  describe('承認', () => {
    it('goes from head to union to 人事課; what was due is settled by the system, with an entry that names who received', async () => {
      await toyohashi();
      await runMeasures(hall.context, HERE);
      expect(await plansDue(arima, 'open')).toContain('市民部 保険年金課 2026-12 open');
      expect(await received()).toEqual({ state: 'received', version: 4 });
      expect(await receive(3)).toEqual({ state: 'received', version: 4 });
      expect(await plansDue(arima, 'open')).not.toContain('市民部 保険年金課 2026-12 open');
      expect(await plansDue(takase, 'settled')).toEqual(['市民部 保険年金課 2026-12 done 有馬 真理']);
      const events = await hall.query<{ actor: string; data: object; reason: string }>(
        "select e.actor, e.data, e.reason from tk.event e where e.municipality = $1 and e.kind = 'DueSettled'",
        [HERE],
      );
      expect(events).toEqual([
        {
          actor: 'system:plans',
          reason: '計画書の受取り',
          data: expect.objectContaining({ month: '2026-12', subject: '11', receivedBy: '400001' }),
        },
      ]);
      expect((await view()).history.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
        'PlanReceived 有馬 真理',
        'PlanAgreedByUnion union',
        'PlanAgreedByHead 高瀬 誠',
        'PlanDrafted 高瀬 誠',
      ]);
    });
    it('that comes before its day has come due is settled by the daily run, once', async () => {
      await received();
      await toyohashi();
      await runMeasures(hall.context, HERE);
      expect(await plansDue(takase, 'settled')).toEqual(['市民部 保険年金課 2026-12 done 有馬 真理']);
      expect(await plansDue(takase, 'open')).toEqual(['市民部 保険年金課 2026-11 open']);
    });
    it('is returned with the reason, and goes round again', async () => {
      await save([line('100001', 1800)]);
      await agree(1, 'head', takase);
      expect(await codeOf(receive(2))).toBe('plan.receive.not-agreed');
      expect(await giveBack(2, union)).toEqual({ state: 'returned', version: 3 });
      expect(await view()).toMatchObject({ state: 'returned', note: '3週目に偏っている', may: { draft: true } });
      expect((await view()).history[0]).toMatchObject({ kind: 'PlanReturned', note: '3週目に偏っている' });
      await save([line('100001', 1500)], 3);
      await agree(4, 'head', takase);
      await agree(5, 'union', union);
      expect(await giveBack(6, arima, '応援の予定を入れてください')).toMatchObject({ state: 'returned' });
      expect(await codeOf(agree(7, 'union', union))).toBe('access.denied');
    });
    it('is a matter of each role alone, and of one municipality', async () => {
      await save([line('100001', 1800)]);
      for (const who of [union, ono, morishita, there(takase)])
        expect(await codeOf(view(who))).toBe(who.municipality === HERE ? 'access.denied' : 'done');
      expect((await view(there(takase))).state).toBeNull();
      expect(await codeOf(agree(1, 'head', ono))).toBe('access.denied');
      expect(await codeOf(agree(1, 'union', takase))).toBe('access.denied');
      expect(await codeOf(giveBack(1, union))).toBe('access.denied');
      await agree(1, 'head', takase);
      expect(await codeOf(giveBack(2, ono))).toBe('access.denied');
      expect(await codeOf(agree(2, 'union', there(union)))).toBe('access.denied');
      for (const who of [takase, ono, union, executive]) expect(await codeOf(receive(2, who))).toBe('access.denied');
      expect(await codeOf(agree(1, 'union', union))).toBe('record.changed');
      expect(await codeOf(agree(2, 'union', { ...union, staff: '200001' }))).toBe('plan.agree.own');
    });
  });

  it('shows the 職員組合 the plans put before it with names and planned hours, and nothing else', async () => {
    await hall.handOver('100001', '2025-12', 620);
    await hall.deriver.idle();
    await save([line('100001', 1800)]);
    expect((await plansForUnion(hall.context, union)).plans).toEqual([]);
    await agree(1, 'head', takase);
    expect((await plansForUnion(hall.context, union)).plans).toMatchObject([
      {
        path: '市民部 保険年金課',
        month: '2026-12',
        state: 'agreedByHead',
        planned: 1800,
        people: 1,
        headName: '高瀬 誠',
      },
    ]);
    const seen = await view(union);
    expect(seen.people).toEqual([
      { staff: '100001', name: '森下 千尋', post: '主任', planned: 1800, lastYear: null, forecast: null, actual: null },
      { staff: '100002', name: '西原 拓海', post: '主任', planned: 0, lastYear: null, forecast: null, actual: null },
    ]);
    expect(seen.sums).toEqual({ planned: 1800, lastYear: null, before: null, actual: null, through: null });
    expect(seen.past).toEqual([]);
    expect(seen.may).toMatchObject({
      agreeAsUnion: true,
      giveBack: true,
      draft: false,
      receive: false,
      measures: false,
    });
    expect((await plansForUnion(hall.context, there(union))).plans).toEqual([]);
    for (const who of [takase, arima]) expect(await codeOf(plansForUnion(hall.context, who))).toBe('access.denied');
  });

  describe('人事課の一覧', () => {
    it('lists sections without a plan as late once the due day is over, first of all', async () => {
      await received([line('100001', 1800)], '2026-11');
      const { sections } = await plansOfMonth(hall.context, arima, { month: '2026-11' });
      expect(sections.map(({ name, state, late, planned }) => `${name} ${state} ${late} ${planned}`)).toEqual([
        '財政課 null true null',
        '人事課 null true null',
        '保険年金課 received false 1800',
      ]);
      expect(sections[0]?.dueOn).toBe('2026-10-31');
      const next = await plansOfMonth(hall.context, executive, { month: '2026-12' });
      expect(next.sections.map(({ late }) => late)).toEqual([false, false, false]);
      for (const who of [takase, union])
        expect(await codeOf(plansOfMonth(hall.context, who, { month: '2026-11' }))).toBe('access.denied');
    });
    it('names those who went beyond what was planned, and orders go on', async () => {
      await received([line('100001', 60), line('100002', 600)], '2026-11');
      await overtimeAt(hall).ordered(morishita, '2026-11-02', 1155);
      await hall.work('100001', '2026-11-02', 500, 1160);
      await overtimeAt(hall).ordered(nishihara, '2026-11-02', 1155);
      await hall.work('100002', '2026-11-02', 500, 1160);
      await hall.deriver.idle();
      const { sections } = await plansOfMonth(hall.context, arima, { month: '2026-11' });
      const section = sections.find(({ department }) => department === '11');
      expect(section).toMatchObject({
        planned: 660,
        actual: 240,
        beyond: [{ name: '森下 千尋', planned: 60, actual: 120 }],
      });
      const plan = await view(takase, '2026-11');
      expect(plan.people.map(({ planned, actual }) => [planned, actual])).toEqual([
        [60, 120],
        [600, 120],
      ]);
      expect(plan.weeks.map(({ from, actual }) => `${from.slice(8)} ${actual}`)).toEqual([
        '01 0',
        '02 240',
        '09 null',
        '16 null',
        '23 null',
        '30 null',
      ]);
      expect(plan.sums).toMatchObject({ planned: 660, actual: 240, through: '2026-11-03' });
    });
  });
});
