import { createHash, randomUUID } from 'node:crypto';
import { defaultLayout } from '@tokimori/ordinances/pay-layout/default-layout';
import type { PayLayout } from '@tokimori/ordinances/pay-layout/layout';
import { writeLayout } from '@tokimori/ordinances/pay-layout/read-layout';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { reopenSection } from '../closing/close.ts';
import { closeMunicipality } from '../closing/close-all.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, takase, there } from '../testing/town-hall.ts';
import { exportPayHours, payExports, payFile } from './pay-exports.ts';
import { checkPayLayout, decidePayLayout, payLayout } from './pay-layout.ts';

const OCTOBER = { month: '2026-10' };
const CLASSES = ['overtime/125', 'overtime/135', 'overtime/150', 'holiday/135'];
/** Minutes by class, so that sums are seen as they are. */
const exact: PayLayout = {
  ...defaultLayout(CLASSES, '2026-11-04'),
  name: '分で',
  encoding: 'utf-8',
  unit: 'minutes',
};
/** Duty days of October 2026. */
const DUTY = [1, 2, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30];
const day = (of: number) => `2026-10-${String(of).padStart(2, '0')}`;

eachTownHallAt('2026-11-04T09:00:00+09:00', 'hours for payroll', (hall) => {
  type Given = { from?: number | null; until?: number | null; minutes: number; state?: 'ordered' | 'confirmed' };
  const overtime = async (staff: string, date: string, given: Given) => {
    const { from = null, until = null, minutes, state = 'confirmed' } = given;
    await hall.query(
      `insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
       values ($1, $2, $3, $4, '111', $5, $6, $7, $8, 'normal', 1)`,
      [HERE, randomUUID(), staff, date, state, from, until, minutes],
    );
    await hall.query(
      `insert into tk.stale_day (municipality, id, staff, first_date, last_date) values ($1, $2, $3, $4, $4)`,
      [HERE, randomUUID(), staff, date],
    );
  };
  /** Two people with hand-computed months. */
  const october = async () => {
    // 森下: 10/20 17:15–23:00, 土曜日 9:00–18:00 (8:00 of work), 10/12 スポーツの日 8:30–18:00.
    await overtime('100001', day(20), { from: 1035, until: 1380, minutes: 345 });
    await overtime('100001', day(24), { from: 540, until: 1080, minutes: 480 });
    await overtime('100001', day(12), { from: 510, until: 1080, minutes: 510 });
    // 西原: fifteen days of 4:30 are 67:30, of which 7:30 beyond sixty hours.
    for (const of of DUTY.slice(0, 15)) await overtime('100002', day(of), { from: 1035, until: 1305, minutes: 270 });
    await hall.deriver.idle();
  };
  const decide = async (layout: PayLayout = exact) =>
    decidePayLayout(hall.context, arima, { text: writeLayout(layout), reason: '給与システムの様式' });
  const make = async (differences = false, who: Actor = arima) => {
    await hall.deriver.idle();
    return exportPayHours(hall.context, who, { ...OCTOBER, differences });
  };
  const bytesOf = async (id: string, who: Actor = arima): Promise<Buffer> => {
    const pieces: Uint8Array[] = [];
    for await (const piece of (await payFile(hall.context, who, { id })).pieces ?? []) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const rowsOf = async (id: string) =>
    (await bytesOf(id))
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n')
      .map((row) => row.split(','));
  /** Number, then minutes of the classes, beyond sixty, time off, state. */
  const told = async (id: string) => (await rowsOf(id)).slice(1).map((row) => [row[0], ...row.slice(4)].join(' '));

  it('are those of the record by class, as computed by hand', async () => {
    await october();
    await decide();
    const { made, problems } = await make();
    expect(await told(made.id)).toEqual([
      // 125: 17:15–22:00. 135: Saturday 8:00 and 17:15–18:00 of the holiday. 150: 22:00–23:00. Holiday: 7:45.
      '100001 285 525 60 465 0 0 未確定',
      // 3,600 minutes at 125; 450 beyond sixty at 150, a quarter of which may be time off: 112.5 → 112.
      '100002 3600 0 450 0 450 112 未確定',
    ]);
    expect(problems).toEqual([]);
    expect(made).toMatchObject({ people: 2, rows: 2, provisional: true, fileName: '給与連携_2026-10_未確定.csv' });
    expect(
      createHash('sha256')
        .update(await bytesOf(made.id))
        .digest('hex'),
    ).toBe(made.hash);
    const [event] = await hall.query<{ actor: string; data: { hash: string; rows: number } }>(
      `select e.actor, e.data from tk.event e where e.municipality = $1 and e.kind = 'PayHoursExported'`,
      [HERE],
    );
    expect(event).toMatchObject({ actor: '400001', data: { hash: made.hash, rows: 2 } });
  });

  it('leave with the layout to begin with in CP932, each class rounded for the month', async () => {
    await october();
    const { made } = await make();
    const [heading, first] = iconv.decode(await bytesOf(made.id), 'cp932').split('\r\n');
    expect(heading).toMatch(/^職員番号,氏名,所属コード,年月,時間外 25\/100,/);
    const columns = (heading ?? '').split(',');
    const cell = (name: string) => first?.split(',')[columns.indexOf(name)];
    // 4:45 → 5, 8:45 → 9, 1:00 → 1, 7:45 → 8.
    expect(['時間外 125/100', '時間外 135/100', '時間外 150/100', '休日勤務 135/100'].map(cell)).toEqual([
      '5',
      '9',
      '1',
      '8',
    ]);
  });

  it('are final once everybody is closed, and provisional again after a reopening', async () => {
    await october();
    await decide();
    await closeMunicipality(hall.context, arima, { ...OCTOBER, reason: '期限のため' });
    expect(await payExports(hall.context, arima, OCTOBER)).toMatchObject({ closed: true, people: 6, closedPeople: 6 });
    const { made } = await make();
    expect(made).toMatchObject({ provisional: false, fileName: '給与連携_2026-10.csv' });
    expect(await told(made.id)).toEqual(['100001 285 525 60 465 0 0 確定', '100002 3600 0 450 0 450 112 確定']);
    await reopenSection(hall.context, arima, { ...OCTOBER, department: '11', reason: '訂正' });
    expect((await make()).made.provisional).toBe(true);
  });

  it('of a second file are only what differs, when that is asked for', async () => {
    await october();
    await decide();
    expect(await codeOf(make(true))).toBe('pay.nothing-before');
    const { made: first } = await make();
    await overtime('100001', day(21), { from: 1035, until: 1095, minutes: 60 });
    await overtime('200001', day(21), { from: 1035, until: 1095, minutes: 60 });
    const { made: second } = await make(true);
    expect(second).toMatchObject({
      differences: true,
      people: 1,
      rows: 1,
      fileName: '給与連携_2026-10_未確定_差分.csv',
    });
    expect(await told(second.id)).toEqual(['100001 345 525 60 465 0 0 未確定']);
    await decide({ ...exact, differences: 'change' });
    await overtime('100002', day(30), { from: 1035, until: 1050, minutes: 15 });
    const { made: third } = await make(true);
    expect(await told(third.id)).toEqual(['100002 0 0 15 0 15 4 未確定']);
    // The same press of the button is the same file; later there are no differences left.
    expect((await make(true)).made.id).toBe(third.id);
    hall.context.clock.moveTo('2026-11-04T09:05:00+09:00');
    const [none, again] = [await make(true), await make(true)];
    expect([none.made.people, again.made.id]).toEqual([0, none.made.id]);
    // What was told stays what it was.
    expect(await told(first.id)).toHaveLength(2);
    expect((await payExports(hall.context, arima, OCTOBER)).exports).toHaveLength(4);
  });

  it('are one file however often the button is pressed, until something else is to be told', async () => {
    await october();
    await decide();
    await hall.deriver.idle();
    const ask = () => exportPayHours(hall.context, arima, { ...OCTOBER, differences: false });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second).toEqual(first);
    const of = (table: string) => hall.query(`select 1 from ${table} x where x.municipality = $1`, [HERE]);
    expect([(await of('tk.pay_export')).length, (await of('tk.pay_export_line')).length]).toEqual([1, 2]);
    await overtime('100001', day(21), { from: 1035, until: 1095, minutes: 60 });
    expect((await make()).made.id).not.toBe(first.made.id);
  });

  it('are not compared with a file in another unit: everybody’s is made first', async () => {
    await october();
    await decide();
    await make();
    await decide({ ...exact, unit: 'hhmm' });
    expect(await codeOf(make(true))).toBe('pay.unit-changed');
    await make();
    expect((await make(true)).made).toMatchObject({ differences: true, people: 0 });
  });

  it('name what wants a look, and leave out what is not known', async () => {
    await decide();
    await hall.handOver('300001', '2026-10', 600);
    await overtime('100001', day(20), { minutes: 90 });
    await overtime('100002', day(20), { from: 1035, until: 1155, minutes: 120, state: 'ordered' });
    await hall.work('100002', day(20), 500, 1100);
    await hall.work('100001', day(22), 500, null);
    const { made, problems } = await make();
    expect(Object.fromEntries(problems.map(({ kind, people }) => [kind, people.map(({ staff }) => staff)]))).toEqual({
      handedOver: ['300001'],
      withoutHours: ['100001'],
      unclassifiable: ['100001'],
      unconfirmed: ['100002'],
    });
    expect(await told(made.id)).toEqual(['100001 90 0 0 0 0 0 未確定', '100002 65 0 0 0 0 0 未確定']);
  });

  it('are not lost: a layout without a place for a class makes no file', async () => {
    await october();
    await decide({ ...exact, columns: exact.columns.filter(({ of }) => of !== 'holiday/135') });
    expect(await codeOf(make())).toBe('pay.without-place');
    expect((await payExports(hall.context, arima, OCTOBER)).exports).toEqual([]);
    await hall.query(`update tk.staff as s set name = '森下 𠮷' where s.municipality = $1 and s.staff = '100001'`, [
      HERE,
    ]);
    await decide({ ...exact, encoding: 'cp932' });
    expect(await codeOf(make())).toBe('pay.not-in-cp932');
    expect((await payExports(hall.context, arima, OCTOBER)).exports).toEqual([]);
  });

  it('are the business of 人事課, of its own municipality', async () => {
    await october();
    const { made } = await make();
    const auditor: Actor = { municipality: HERE, login: 'auditor', staff: null, roles: ['auditor'] };
    expect(await codeOf(make(false, auditor))).toBe('access.denied');
    expect(await codeOf(make(false, takase))).toBe('access.denied');
    expect((await bytesOf(made.id, auditor)).length).toBeGreaterThan(100);
    expect(await codeOf(bytesOf(made.id, takase))).toBe('access.denied');
    expect(await codeOf(bytesOf(made.id, there(arima)))).toBe('pay.unknown');
    expect((await payExports(hall.context, there(arima), OCTOBER)).exports).toEqual([]);
  });

  it('have a layout that is checked while it is written, and decided from today on', async () => {
    const view = await payLayout(hall.context, arima);
    expect(view).toMatchObject({ mayDecide: true, decided: [], layout: { name: '一人1行・区分ごとの列' } });
    expect(view.layout.sample).toHaveLength(3);
    const check = await checkPayLayout(hall.context, arima, {
      text: view.text.replace('gives: staff', 'gives: number'),
    });
    expect(check.layout).toBeNull();
    expect(check.problems[0]?.message).toContain('staff');
    const past = writeLayout({ ...exact, effectiveFrom: '2026-11-03' });
    expect(await codeOf(decidePayLayout(hall.context, arima, { text: past, reason: '様式' }))).toBe('pay.layout-past');
    await decide();
    expect((await payLayout(hall.context, arima)).decided).toMatchObject([
      { name: '分で', inForce: true, by: '400001' },
    ]);
    expect(await codeOf(decidePayLayout(hall.context, takase, { text: past, reason: 'x' }))).toBe('access.denied');
  });
});
