import type { SharingParameters } from '@tokimori/ordinances/parameters/groups/sharing';
import { expect, it } from 'vitest';
import type { Actor, Context } from '../../context.ts';
import { modelParameters } from '../../installation/ordinance-files.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { hold } from '../testing/hold-measures.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, shiina, type TownHall, takase, there } from '../testing/town-hall.ts';
import { bureausMonthlyView } from './bureaus-monthly.ts';
import { registersOverview } from './overview.ts';
import { progressView } from './progress.ts';
import { progressTrend } from './progress-trend.ts';
import { sectionSheetFile, sectionSheetView } from './section-sheet.ts';

const H = 60;
const executive: Actor = { ...arima, login: 'mayor', staff: null, roles: ['executive'] };

/** The town hall as a municipality that shares something else than the model. */
const sharing = ({ context }: TownHall, given: Partial<SharingParameters>): Context => ({
  ...context,
  parameters: async () => ({ ...modelParameters(), sharing: { ...modelParameters().sharing, ...given } }),
});
/** Duty days of September 2026 on which 森下 stays from the beginning of duty to an end. */
const stay = async (hall: TownHall, staff: string, days: readonly number[], until: number, month = '2026-09') => {
  for (const day of days) await hall.work(staff, `${month}-${String(day).padStart(2, '0')}`, 8 * H + 30, until);
};
const WEEKDAYS = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14];

eachTownHallAt('2026-10-26T08:29:00+09:00', '進捗報告', (hall) => {
  const view = (actor: Actor, month = '2026-09') => progressView(hall.context, actor, { month });

  it('counts presence beyond duty hours, the bands, and who stayed long', async () => {
    // 17:15 to 24:00 is 6:45 a day, ten days 67:30.
    await stay(hall, '100001', WEEKDAYS, 24 * H);
    await stay(hall, '200001', WEEKDAYS, 24 * H);
    await stay(hall, '300001', [3, 4], 18 * H + 15, '2026-08');
    await hall.handOver('100001', '2025-09', 30 * H);
    await hall.deriver.idle();
    const report = await view(arima);
    const [now, before, lastYear] = report.rows;
    expect(now).toMatchObject({
      period: 'thisMonth',
      headcount: 4,
      beyond: 67 * H + 30,
      beyondPerHead: 169,
      allowance: null,
    });
    expect(before).toMatchObject({ month: '2026-08', beyond: 2 * H, beyondUnknown: 0 });
    expect(lastYear).toMatchObject({ month: '2025-09', overtime: 30 * H });
    expect(lastYear?.beyondUnknown).toBeGreaterThan(0);
    expect(report.bands.map(({ month, to80, sections }) => [month, to80, sections])).toEqual([
      ['2026-09', 2, ['保険年金課']],
      ['2026-08', 0, []],
      ['2026-07', 0, []],
      ['2025-09', 0, []],
    ]);
    expect(report.over60.map(({ staff, section, managerial, beyond }) => [staff, section, managerial, beyond])).toEqual(
      [
        ['100001', '保険年金課', false, 67 * H + 30],
        ['200001', '保険年金課', true, 67 * H + 30],
      ],
    );
    expect(report.over180).toEqual([]);
    expect(report.remarks.some((remark) => remark.includes('2025-09'))).toBe(true);
  });

  it('finds those whose three months come to 180 hours', async () => {
    for (const [month, from] of [
      ['2026-07', 1],
      ['2026-08', 3],
      ['2026-09', 1],
    ] as const)
      await stay(
        hall,
        '300001',
        Array.from({ length: 26 }, (_, i) => from + i).filter((day) => day <= 28),
        20 * H + 45,
        month,
      );
    await hall.deriver.idle();
    const records = await hall.query<{ beyond: number }>(
      `select r.beyond from tk.month_record r where r.municipality = $1 and r.staff = '300001' and r.month >= '2026-07-01'
         and r.month < '2026-10-01' order by r.month`,
      [HERE],
    );
    const months = records.map(({ beyond }) => beyond);
    const total = months.reduce((sum, beyond) => sum + beyond, 0);
    expect(total).toBeGreaterThan(180 * H);
    expect((await view(arima)).over180).toMatchObject([{ staff: '300001', section: '財政課', beyond: months, total }]);
  });

  it('names to a head the own people only; the city’s figures are the same', async () => {
    await stay(hall, '100001', WEEKDAYS, 24 * H);
    await stay(hall, '300001', WEEKDAYS, 25 * H);
    await hall.deriver.idle();
    const [whole, takases, onos] = [await view(executive), await view(takase), await view(ono)];
    expect(whole.over60.map(({ staff }) => staff)).toEqual(['300001', '100001']);
    expect(takases.over60.map(({ staff }) => staff)).toEqual(['100001']);
    expect(onos.over60.map(({ staff }) => staff)).toEqual(['300001']);
    expect(takases.rows).toEqual(whole.rows);
    expect(takases.bands[0]).toMatchObject({ to80: 2, sections: ['保険年金課'] });
    expect(takases.departments.map(({ department }) => department)).toEqual(['11', '111']);
    expect(whole.departments).toHaveLength(7);
    expect([whole.whole, whole.files, takases.whole, takases.files]).toEqual([true, true, false, false]);
  });

  it('names everybody to heads where a measure in force hands them the report, and opens the own people only', async () => {
    await stay(hall, '100001', WEEKDAYS, 24 * H);
    await stay(hall, '300001', WEEKDAYS, 25 * H);
    await hall.deriver.idle();
    await hold(hall, 'nanto', '2026-10-27');
    expect((await view(takase)).whole).toBe(false);
    hall.context.clock.moveTo('2026-10-27T08:29:00+09:00');
    const shown = await view(takase);
    expect(shown.over60.map(({ staff, mayOpen }) => [staff, mayOpen])).toEqual([
      ['300001', false],
      ['100001', true],
    ]);
    expect([shown.whole, shown.files]).toEqual([true, false]);
    expect(shown.bands).toEqual((await view(executive)).bands);
    expect(shown.departments.map(({ department }) => department)).toEqual(['11', '111']);
    expect(await codeOf(view(morishita))).toBe('access.denied');
    expect((await view(there(takase))).whole).toBe(false);
  });

  it('is closed to staff, and of one municipality', async () => {
    await stay(hall, '100001', WEEKDAYS, 24 * H);
    await hall.deriver.idle();
    expect(await codeOf(view(morishita))).toBe('access.denied');
    expect(await codeOf(view({ ...arima, roles: ['admin'] }))).toBe('access.denied');
    expect((await view(there(arima))).over60).toEqual([]);
    expect(await codeOf(view(arima, '2026-11'))).toBe('registers.month-ahead');
  });

  it('shows the trend of a department and of a person over three fiscal years', async () => {
    await stay(hall, '100001', [1, 2], 19 * H + 15);
    await stay(hall, '100001', [1], 18 * H + 15, '2026-04');
    await hall.deriver.idle();
    const trend = (actor: Actor, department: string, staff?: string) =>
      progressTrend(hall.context, actor, { month: '2026-09', department, ...(staff === undefined ? {} : { staff }) });
    const section = await trend(takase, '11');
    expect(section.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2025, 2024]);
    expect(section.years[0]?.beyond.slice(0, 7)).toEqual([60, null, null, null, null, 240, null]);
    expect(section.years[0]?.perHead[5]).toBe(120);
    expect(section.people.find(({ staff }) => staff === '100001')?.beyond[5]).toBe(240);
    expect(section.people.some(({ staff }) => staff === '300001')).toBe(false);
    const person = await trend(takase, '11', '100001');
    expect([person.name, person.years[0]?.beyond[0], person.years[0]?.beyond[5]]).toEqual(['森下 千尋', 60, 240]);
    expect((await trend(takase, '11', '300001')).years.flatMap(({ beyond }) => beyond).every((m) => m === null)).toBe(
      true,
    );
    expect((await trend(arima, '10')).people).toEqual([]);
    expect(await codeOf(trend(takase, '21'))).toBe('access.denied');
    expect(await codeOf(trend(arima, '99'))).toBe('department.not-found');
  });
});

eachTownHallAt('2026-10-26T08:29:00+09:00', 'マネジメントシート', (hall) => {
  const sheet = (actor: Actor, department?: string, context: Context = hall.context, month = '2026-09') =>
    sectionSheetView(context, actor, { month, ...(department === undefined ? {} : { department }) });
  const fill = async () => {
    await hall.handOver('100001', '2026-08', 50 * H, 20 * H);
    await hall.handOver('100001', '2026-09', 46 * H, 0);
    await hall.handOver('100002', '2026-09', 10 * H, 0);
    await hall.handOver('100002', '2025-09', 14 * H, 0);
    await hall.deriver.idle();
  };

  it('splits 通常 and 特例, ranks people, and marks caps by where they stand', async () => {
    await fill();
    const view = await sheet(takase, '11');
    expect(view).toMatchObject({ name: '保険年金課', fiscalYear: 2026, shows: 'everyone', settled: true });
    expect(view.months).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09']);
    expect(view.totals.at(-1)).toMatchObject({ headcount: 2, ordinary: 56 * H, exceptional: 0, perHead: 28 * H });
    expect(view.totals.at(-1)?.lastYear).toBe(14 * H);
    expect(view.totals.at(-2)).toMatchObject({ ordinary: 30 * H, exceptional: 20 * H });
    expect(view.people.map(({ staff, rank, total, over45 }) => [staff, rank, total, over45])).toEqual([
      ['100001', 1, 96 * H, 2],
      ['100002', 2, 10 * H, 0],
    ]);
    const stored = await hall.query<{ limit: string; state: string }>(
      `select l.limit_name as limit, l.state from tk.standing_limit l
       where l.municipality = $1 and l.month = '2026-09-01' and l.staff = '100001' order by l.rank, l.slack, l.limit_name`,
      [HERE],
    );
    expect(stored.some(({ limit, state }) => limit === 'monthly' && state === 'over')).toBe(true);
    expect(view.people[0]?.marks.map(({ limit, state }) => ({ limit, state }))).toEqual(stored);
  });

  it('shows staff what the municipality shares: nothing, the own row, or names', async () => {
    await fill();
    expect(await sheet(morishita)).toMatchObject({ department: '11', shows: 'own', people: [{ staff: '100001' }] });
    const names = sharing(hall, { sectionSheet: 'names' });
    expect((await sheet(morishita, undefined, names)).people).toHaveLength(2);
    expect(await codeOf(sheet(morishita, '21', names))).toBe('access.denied');
    expect(await codeOf(sheet(shiina, '11', names))).toBe('access.denied');
    const none = sharing(hall, { sectionSheet: 'none' });
    expect(await codeOf(sheet(morishita, undefined, none))).toBe('access.denied');
    expect(await codeOf(sheet(ono, '11', none))).toBe('access.denied');
    expect((await sheet(arima, '11', none)).people).toHaveLength(2);
    expect((await sheet(there(arima), '11')).people).toEqual([]);
  });

  it('makes the file of what the caller sees', async () => {
    await fill();
    const file = async (actor: Actor) => {
      const { bytes, fileName } = await sectionSheetFile(hall.context, actor, {
        month: '2026-09',
        department: '11',
        format: 'csv',
      });
      expect(fileName).toBe('マネジメントシート_保険年金課_2026-09.csv');
      return Buffer.from(bytes).toString('utf8');
    };
    expect(await file(takase)).toContain('西原 拓海');
    expect(await file(morishita)).not.toContain('西原 拓海');
  });
});

eachTownHallAt('2026-10-26T08:29:00+09:00', '部局別の実績', (hall) => {
  const view = (actor: Actor, context: Context = hall.context) =>
    bureausMonthlyView(context, actor, { month: '2026-09' });
  const fill = async () => {
    for (const [staff, now, before] of [
      ['100001', 30, 20],
      ['100002', 0, 0],
      ['300001', 12, 24],
    ] as const) {
      await hall.handOver(staff, '2026-09', now * H);
      await hall.handOver(staff, '2025-09', before * H);
    }
    await hall.deriver.idle();
  };

  it('compares every bureau with last year', async () => {
    await fill();
    const { lines, total, merged } = await view(arima);
    expect(lines.map(({ name, hours, lastYear, ratio }) => [name, hours, lastYear, ratio])).toEqual([
      ['市民部', 30 * H, 20 * H, 1500],
      ['企画財政部', 12 * H, 24 * H, 500],
    ]);
    expect([total.hours, total.lastYear, total.ratio, merged]).toEqual([42 * H, 44 * H, 955, []]);
  });

  it('is for heads and those who see the city, and for all when it is shared; few people are joined', async () => {
    await fill();
    expect(await codeOf(view(morishita))).toBe('access.denied');
    expect((await view(takase)).lines.map(({ name }) => name)).toEqual(['その他']);
    const open = sharing(hall, { bureauFigures: true, fewestPeople: 2 });
    const shared = await view(morishita, open);
    expect(shared.lines.map(({ name, headcount }) => [name, headcount])).toEqual([['その他', 3]]);
    expect(shared.open).toBe(true);
    expect(await codeOf(view(there(morishita)))).toBe('access.denied');
  });

  it('the overview tells which sheets are open', async () => {
    const open = (actor: Actor, context: Context = hall.context) => registersOverview(context, actor);
    expect(await open(morishita)).toMatchObject({
      progress: false,
      sectionSheet: true,
      bureaus: false,
      registers: false,
      departments: [{ department: '11' }],
    });
    expect(await open(takase)).toMatchObject({ progress: true, registers: true, departments: [{ department: '11' }] });
    expect((await open(arima)).departments.map(({ department }) => department)).toEqual(['31', '11', '21']);
    const none = sharing(hall, { sectionSheet: 'none' });
    expect(await open(morishita, none)).toMatchObject({ sectionSheet: false, departments: [] });
    expect((await open(there(morishita))).sectionSheet).toBe(true);
  });
});
