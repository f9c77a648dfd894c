import { describe, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { runMeasures } from '../../jobs/measures-run.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { hold } from '../testing/hold-measures.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { dueList, dueListFile } from './due-list.ts';
import { duesView } from './dues.ts';

const executive: Actor = { municipality: HERE, login: 'executive', staff: null, roles: ['executive'] };

eachTownHallAt('2026-11-04T09:00:00+09:00', 'a list that a measure hands over', (hall) => {
  const settle = async (...held: Parameters<typeof hold> extends [unknown, ...infer Rest] ? Rest : never) => {
    await hold(hall, ...held);
    await hall.deriver.idle();
    await runMeasures(hall.context, HERE);
  };
  const listed = async (who: Actor = arima) =>
    (await duesView(hall.context, who, { state: 'open' })).dues.filter(({ list }) => list);
  const only = async (who: Actor = arima) => (await listed(who))[0]?.id ?? '';
  const rows = async (who: Actor, id: string) =>
    (await dueList(hall.context, who, { id })).people.map(({ name, section, figure, value, since, month, year }) =>
      [name, section, figure, value, since ?? '-', month, year].join(' | '),
    );

  it('佐賀県: is one for the whole body, with who, where, the figure and the sums, the highest first', async () => {
    await hall.handOver('100001', '2026-10', 81 * 60);
    await hall.handOver('100001', '2026-09', 10 * 60);
    await hall.handOver('300001', '2026-10', 90 * 60);
    await hall.handOver('100002', '2026-10', 80 * 60);
    await settle('saga', '2026-10-01', /health/);
    expect(await listed()).toHaveLength(1);
    const id = await only();
    const { title, measure, occasion, subject, lists, total, more } = await dueList(hall.context, arima, { id });
    expect({ title, measure, subject, lists, total, more }).toEqual({
      title: '保健面接指導の基礎資料',
      measure: '月80時間を超えた職員等を、産業医による保健面接指導の基礎資料(一つの一覧)に載せる',
      subject: '',
      lists: 'people',
      total: 2,
      more: false,
    });
    expect(occasion).toContain('月の時間外勤務が 80:00 を超えるとき');
    expect(await rows(arima, id)).toEqual([
      '椎名 航平 | 企画財政部 財政課 | 月の時間外勤務 | 90:00 | 2026-10-31 | 90:00 | 90:00',
      '森下 千尋 | 市民部 保険年金課 国保係 | 月の時間外勤務 | 81:00 | 2026-10-31 | 81:00 | 91:00',
    ]);
  });

  it('佐賀県: is closed to everybody but 人事課, names nobody to executives, and is unknown elsewhere', async () => {
    await hall.handOver('100001', '2026-10', 81 * 60);
    await settle('saga', '2026-10-01', /health/);
    const id = await only();
    for (const who of [executive, takase, ono, morishita, there(arima)]) {
      expect(await codeOf(dueList(hall.context, who, { id }))).toBe('due.unknown');
      expect(await codeOf(dueListFile(hall.context, who, { id }))).toBe('due.unknown');
    }
    const [due] = (await duesView(hall.context, executive, { state: 'open' })).dues;
    expect(due).toMatchObject({ list: false, causes: [], causesMore: 0 });
  });

  it('佐賀県: a sheet leads only those to its page who may open it: 資料① the heads, 資料② 人事課', async () => {
    await hall.handOver('100001', '2026-10', 60);
    await settle('saga', '2026-10-01', /sheets/);
    const sheets = async (who: Actor) =>
      (await duesView(hall.context, who, { state: 'open' })).dues.map(({ sheet }) => sheet?.key ?? '-');
    expect((await sheets(arima)).sort()).toEqual(['saga-1', 'saga-2']);
    expect(await sheets(executive)).toContain('saga-2');
    expect(await sheets(takase)).toEqual(['saga-1']);
    expect(await sheets(morishita)).toEqual([]);
  });

  it('南砺市: is one for the whole body, read by all heads, not by staff, and says since when', async () => {
    for (const day of ['05', '06', '07', '08', '09', '13', '14', '15', '16', '19', '20'])
      await hall.work('300001', `2026-10-${day}`, 8 * 60 + 30, 23 * 60 + 15);
    await settle('nanto', '2026-10-01', /presence/);
    const lines = async (who: Actor) =>
      (await listed(who)).map(({ subject, what, causes }) => `${subject}${what} ${causes.map(({ name }) => name)}`);
    expect(await lines(arima)).toEqual(['当該月の超過在席時間が60時間を超えた職員 椎名 航平']);
    expect(await lines(takase)).toEqual(await lines(arima));
    expect(await lines(morishita)).toEqual([]);
    const id = await only();
    // 6 hours a day: more than 60 on the eleventh.
    expect(await rows(takase, id)).toEqual([
      expect.stringMatching(/^椎名 航平 \| 企画財政部 財政課 \| 月の超過在席時間 \| 66:00 \| 2026-10-20 /),
    ]);
    const open = async (who: Actor) => (await dueList(hall.context, who, { id })).people.map(({ mayOpen }) => mayOpen);
    expect([await open(takase), await open(ono), await open(arima)]).toEqual([[false], [true], [true]]);
    expect(await codeOf(dueList(hall.context, shiina, { id }))).toBe('due.unknown');
    expect(await codeOf(dueList(hall.context, executive, { id }))).toBe('done');
  });

  it('うきは市: tells heads how many of each 課, and names nobody', async () => {
    await hall.handOver('100001', '2026-10', 46 * 60);
    await hall.handOver('100002', '2026-10', 47 * 60);
    await hall.handOver('300001', '2026-10', 46 * 60);
    await settle('ukiha', '2026-10-01', /meeting/);
    const [due] = await listed(takase);
    expect(due).toMatchObject({ causes: [], causesMore: 0 });
    const { lists, people, sections } = await dueList(hall.context, takase, { id: due?.id ?? '' });
    expect([lists, people]).toEqual(['sections', []]);
    expect(sections.map(({ name, count }) => `${name} ${count}`)).toEqual([
      '市民部 保険年金課 2',
      '企画財政部 財政課 1',
    ]);
    const { bytes } = await dueListFile(hall.context, takase, { id: due?.id ?? '' });
    expect(Buffer.from(bytes).toString('utf8')).toBe(
      '\ufeff所属,人数\r\n市民部 保険年金課,2\r\n企画財政部 財政課,1\r\n',
    );
  });

  it('練馬区: of a 課 without condition, holds everybody of it, the most overtime first, for its head alone', async () => {
    await hall.handOver('100002', '2026-10', 41 * 60);
    await settle('nerima', '2026-10-01', /list-20/);
    const mine = await only(takase);
    expect(await rows(takase, mine)).toEqual([
      '西原 拓海 | 市民部 保険年金課 国保係 |  |  | - | 41:00 | 41:00',
      expect.stringMatching(/^森下 千尋 /),
      expect.stringMatching(/^高瀬 誠 /),
    ]);
    expect(await codeOf(dueList(hall.context, ono, { id: mine }))).toBe('due.unknown');
    expect(await codeOf(dueList(hall.context, morishita, { id: mine }))).toBe('due.unknown');
  });

  describe('of many', () => {
    it('comes in pages, and as a whole in the file', async () => {
      await hall.handOver('300001', '2026-10', 90 * 60);
      await settle('saga', '2026-10-01', /health/);
      const id = await only();
      await hall.query(
        `update tk.due as d set causes = (select jsonb_agg(jsonb_build_object('person', 'x' || n, 'figure', 'month', 'value', 5000 + n))
                                          from generate_series(1, 205) as n)
         where d.municipality = $1 and d.id = $2`,
        [HERE, id],
      );
      const page = (at: number) => dueList(hall.context, arima, { id, page: at });
      const all = await Promise.all([1, 2, 3].map(page));
      expect(all.map(({ people, total, more }) => [people.length, total, more])).toEqual([
        [100, 205, true],
        [100, 205, true],
        [5, 205, false],
      ]);
      expect(all[0]?.people[0]).toMatchObject({ staff: 'x205', value: '86:45' });
      const { bytes, fileName } = await dueListFile(hall.context, arima, { id });
      expect(Buffer.from(bytes).toString('utf8').trim().split('\r\n')).toHaveLength(206);
      expect(fileName).toBe('保健面接指導の基礎資料_2026-10.csv');
    });
  });
});
