import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayStates } from '../store/day-state.ts';
import { eachDatabase } from '../store/testing/each-database.ts';
import { daysMade } from './days-made.ts';
import { type Deriver, startDeriver } from './deriver.ts';
import { rebuild } from './rebuild.ts';
import { CODE, openTown, type Town } from './testing/town.ts';

const OCTOBER = parseYearMonth('2026-10')!;

eachDatabase('the deriver', (open) => {
  let town: Town;
  let deriver: Deriver;

  beforeEach(async () => {
    town = await openTown(await open(), '2026-11-04T18:00:00+09:00');
    await town.department('A');
    await town.hire('1');
    deriver = startDeriver(town.context);
  });
  afterEach(async () => {
    await deriver.stop();
  });

  const stateOn = async (staff: string, day: number, month = '2026-11') =>
    dayStates[(await town.record(staff, month))!.day_state[day - 1]!];
  const differences = async () => (await rebuild(town.context, CODE, { check: true })).differences;

  it('derives a day of punches and orders, and the month and standing that follow', async () => {
    await town.punch('1', '2026-11-04 8:20', 'in');
    await deriver.idle();
    expect(await stateOn('1', 4)).toBe('open');
    await town.overtime('1', '2026-11-04', { from: 1035, until: 1155, minutes: 120, allowance: 5000 });
    await town.punch('1', '2026-11-04 19:20', 'out');
    await deriver.idle();
    const row = (await town.record('1', '2026-11'))!;
    expect(row).toMatchObject({ overtime: 120, department: 'A', source: 'days', allowance: 5000, days_worked: 1 });
    expect(row.overtime_days).toHaveLength(30);
    expect((row.cumulative as number[])[29]).toBe(120);
    expect(row.first_in).toHaveLength(30);
    expect((row.first_in as number[])[3]).toBe(500);
    expect((row.last_out as number[])[3]).toBe(1160);
    expect(row.disaster_days).toEqual([]);
    expect(await town.standing('1', '2026-11')).toMatchObject({ remaining: 45 * 60 - 120, binding: 'monthly' });
    expect(await differences()).toEqual([]);
  });

  it('makes a recorded month for everybody in service, and nothing for those who are not', async () => {
    await town.hire('2', { joined: '2026-10-15' });
    await town.hire('3', { joined: '2027-04-01' });
    await town.hire('4', { left: '2026-09-30' });
    await town.punch('1', '2026-10-05 8:20', 'in');
    await deriver.idle();
    const row = (await town.record('2', '2026-10'))!;
    expect(row.day_state.slice(0, 14).every((state) => dayStates[state] === 'dayOff')).toBe(true);
    expect(await stateOn('2', 15, '2026-10')).toBe('noRecord');
    expect(await town.record('3', '2026-11')).toBeUndefined();
    expect(await town.record('4', '2026-10')).toBeUndefined();
    expect(await town.record('2', '2026-09')).toBeUndefined();
    expect(await differences()).toEqual([]);
  });

  it('takes a leaving after midnight into the duty date of its shift', async () => {
    await town.punch('1', '2026-11-03 2:10', 'out');
    await town.punch('1', '2026-11-02 8:25', 'in');
    await deriver.idle();
    const row = (await town.record('1', '2026-11'))!;
    expect((row.last_out as number[]).slice(0, 3)).toEqual([-1, 1570, -1]);
    expect(await stateOn('1', 2)).toBe('classified');
  });

  it('asks for a missing leaving once 24 hours have passed, and does so without any new fact', async () => {
    await town.punch('1', '2026-11-04 8:22', 'in');
    await deriver.idle();
    town.context.clock.moveTo('2026-11-05T05:10:00+09:00');
    await deriver.idle();
    expect(await stateOn('1', 4)).toBe('open');
    expect(await stateOn('1', 5)).toBe('open');
    expect(await differences()).toEqual([]);
    town.context.clock.moveTo('2026-11-05T08:30:00+09:00');
    await deriver.idle();
    expect(await stateOn('1', 4)).toBe('missingOut');
    expect(await town.record('1', '2026-11')).toMatchObject({ unclassifiable: 1, presence: 0 });
    expect(await differences()).toEqual([]);
  });

  it('turns the day for everybody, over a stop of the server and the end of a month', async () => {
    await town.hire('2');
    await town.punch('1', '2026-11-04 8:22', 'in');
    await deriver.idle();
    await deriver.stop();
    town.context.clock.moveTo('2026-12-02T09:00:00+09:00');
    deriver = startDeriver(town.context);
    await deriver.idle();
    expect(await stateOn('2', 4)).toBe('noRecord');
    expect(await stateOn('2', 30)).toBe('noRecord');
    expect(await stateOn('2', 2, '2026-12')).toBe('open');
    expect(await stateOn('2', 3, '2026-12')).toBe('future');
    expect(await town.standing('2', '2026-12')).toMatchObject({ judged_on: '2026-12-02' });
    expect(await differences()).toEqual([]);
  });

  it('tells once of a clock that moved, when every day up to the one before is made', async () => {
    await town.punch('1', '2026-11-04 8:22', 'in');
    await deriver.idle();
    await deriver.stop();
    town.context.clock.moveTo('2026-11-06T09:00:00+09:00');
    const made: Promise<boolean>[] = [];
    deriver = startDeriver(town.context, (code) => {
      if (code === CODE)
        made.push(town.context.store.tenant(code, (tx) => daysMade(tx, parseLocalDate('2026-11-05')!, 300)));
    });
    await deriver.idle();
    expect(await Promise.all(made)).toEqual([true]);
    await town.punch('1', '2026-11-06 8:22', 'in');
    await deriver.idle();
    expect(made).toHaveLength(1);
    town.context.clock.moveTo('2026-11-06T09:05:00+09:00');
    await deriver.idle();
    expect(made).toHaveLength(2);
  });

  it('judges later months when an earlier one changes, and knows a month that was handed over', async () => {
    await town.department('B');
    await town.designate('B', '2026-04-01');
    await town.hire('2', { department: 'B' });
    await town.punch('2', '2026-11-04 8:22', 'in');
    await deriver.idle();
    expect(await town.limits('2', '2026-11')).toEqual([]);
    await town.handOver('2', OCTOBER, 95 * 60);
    await deriver.idle();
    expect(await town.record('2', '2026-10')).toMatchObject({
      source: 'month',
      overtime: 5700,
      externally_driven: true,
    });
    expect(await town.limits('2', '2026-10')).toMatchObject([{ limit_name: 'monthly', state: 'near', value: 5700 }]);
    expect(await town.standing('2', '2026-11')).toMatchObject({ remaining: 160 * 60 - 5700, binding: 'average-2' });
    // The other one served in October too, but nothing is known of it.
    expect(await town.standing('1', '2026-11')).toMatchObject({ state: 'unknown' });
    expect(await differences()).toEqual([]);
  });

  it('takes a limit away that has gone fine', async () => {
    const order = await town.overtime('1', '2026-11-02', {
      state: 'confirmed',
      from: null,
      until: null,
      minutes: 2701,
    });
    await deriver.idle();
    expect(await town.limits('1', '2026-11')).toMatchObject([
      { limit_name: 'monthly', state: 'over', value: 2701, slack: -1 },
    ]);
    await town.overtime('1', '2026-11-02', { id: order, state: 'revoked' });
    await deriver.idle();
    expect(await town.limits('1', '2026-11')).toEqual([]);
    expect(await town.standing('1', '2026-11')).toMatchObject({ remaining: 2700 });
  });

  it('counts a month of transfer as externally driven, and has no caps for managers', async () => {
    await town.department('B');
    await town.designate('B', '2026-04-01');
    await town.hire('2', { department: 'B' });
    await town.punch('2', '2026-10-05 8:22', 'in');
    await town.appoint('2', '2026-11-01', 'A');
    await town.appoint('1', '2026-11-04', 'A', true);
    await deriver.idle();
    expect(await town.record('2', '2026-11')).toMatchObject({ externally_driven: true, department: 'A' });
    expect(await town.standing('1', '2026-11')).toMatchObject({ state: 'none', remaining: null });
    await town.unappoint('2', '2026-11-01');
    await deriver.idle();
    expect(await town.record('2', '2026-11')).toMatchObject({ externally_driven: true, department: 'B' });
    expect(await differences()).toEqual([]);
  });

  it('asks about a difference on a day before somebody became a manager, in the same month', async () => {
    await town.punch('1', '2026-11-02 8:00', 'in');
    await town.punch('1', '2026-11-02 17:46', 'out');
    await town.punch('1', '2026-11-03 8:00', 'in');
    await deriver.idle();
    expect(await town.record('1', '2026-11')).toMatchObject({ discrepancies: 1, managerial: false });
    await town.appoint('1', '2026-11-04', 'A', true);
    await town.punch('1', '2026-11-04 8:00', 'in');
    await town.punch('1', '2026-11-04 17:46', 'out');
    await deriver.idle();
    expect(await town.record('1', '2026-11')).toMatchObject({ discrepancies: 1, managerial: true });
    expect(await differences()).toEqual([]);
  });

  it('lets a municipality without parameters keep nobody waiting', async () => {
    await town.context.store.registerMunicipality('990001', '規則のない町', town.context.clock.now());
    await town.punch('1', '2026-11-04 8:20', 'in');
    await deriver.idle();
    expect(await stateOn('1', 4)).toBe('open');
    expect(deriver.lagSeconds()).toBe(0);
  });

  it('sets a row aside that cannot be made, and goes on with the others', async () => {
    await deriver.idle();
    const owner = town.context.store as unknown as { asOwner: (text: string) => Promise<unknown> };
    await owner.asOwner(`insert into tk.overtime (municipality, id, staff, duty_date, department, state, minutes, category, version)
      select '${CODE}', gen_random_uuid(), '1', '2026-11-02', 'A', 'confirmed', 30000, 'normal', 1 from generate_series(1, 2)`);
    await town.hire('2');
    await town.punch('2', '2026-11-04 8:20', 'in');
    await town.correct('1', '2026-11-02', 'discrepancy');
    await deriver.idle();
    expect(await stateOn('2', 4)).toBe('open');
  });

  it('tells what does not follow from the facts, and mends it', async () => {
    await town.punch('1', '2026-11-04 8:20', 'in');
    await deriver.idle();
    const owner = town.context.store as unknown as { asOwner: (text: string) => Promise<unknown> };
    await owner.asOwner(`update tk.month_record set overtime = 60 where staff = '1'`);
    await owner.asOwner(`delete from tk.standing where staff = '1'`);
    const check = await rebuild(town.context, CODE, { check: true });
    expect(check.differences).toContainEqual({
      table: 'month_record',
      key: '2026-11/1',
      field: 'overtime',
      stored: '60',
      derived: '0',
    });
    expect(check.differences).toContainEqual({
      table: 'standing',
      key: '2026-11/1',
      field: 'row',
      stored: '(none)',
      derived: '(row)',
    });
    await rebuild(town.context, CODE);
    expect(await differences()).toEqual([]);
  });
});
