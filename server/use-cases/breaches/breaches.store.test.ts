import { describe, expect, it } from 'vitest';
import { modelParameters } from '../../installation/ordinance-files.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { exceededAt, words } from '../testing/exceeded-at.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { breachAnalysis, breachFile } from './analysis.ts';
import { breachView, draftBreach, returnBreach } from './breach.ts';
import { reviewsView, reviewView, writeReview } from './reviews.ts';

const auditor = { ...arima, login: 'kansa', staff: null, roles: ['auditor' as const] };

eachTownHallAt('2026-11-11T09:00:00+09:00', 'the use cases of 上限を超えた記録', (hall) => {
  const at = exceededAt(hall);
  const begin = async () => {
    await at.september();
    await at.run();
  };

  describe('the list', () => {
    it('shows heads their own, 人事課 and auditors all, staff and the other municipality nothing', async () => {
      await begin();
      const told = async (who: typeof arima) => (await at.list(who)).breaches.map(({ staff }) => staff);
      expect(await told(arima)).toEqual(['100001', '100002', '300001']);
      expect(await told(auditor)).toEqual(['100001', '100002', '300001']);
      expect(await told(takase)).toEqual(['100001', '100002']);
      expect(await told(ono)).toEqual(['300001']);
      expect(await told(there(arima))).toEqual([]);
      expect(await told(there(takase))).toEqual([]);
      expect(await codeOf(at.list(morishita))).toBe('access.denied');
    });
    it('tells what is late from the day after the one given', async () => {
      await begin();
      const { counts, breaches, years } = await at.list();
      expect(counts).toEqual({ waiting: 3, late: 3, completed: 0, lapsed: 0 });
      expect(breaches[0]).toMatchObject({
        recordDue: '2026-10-10',
        late: true,
        mayWrite: false,
        carried: 'exceptional',
      });
      expect(years).toEqual([2026]);
      await hall.handOver('100001', '2026-10', 50 * 60);
      await at.forget();
      await at.run();
      // 10月の分は11月10日まで。いまは11月11日。
      expect((await at.list()).counts).toMatchObject({ waiting: 4, late: 4 });
    });
  });

  describe('④ and ⑤', () => {
    it('are drafted, completed, returned and completed again by the head; the journal keeps all of it', async () => {
      await begin();
      const id = await at.idOf('100001');
      expect(await draftBreach(hall.context, takase, { id, ...words, reason: '' })).toEqual({ kept: true });
      expect(await breachView(hall.context, takase, { id })).toMatchObject({
        state: 'open',
        outline: words.outline,
        reason: '',
        missing: ['reason'],
        mayWrite: true,
        review: { ofYear: '2027-09-30', ofMonth: null },
      });
      expect(await codeOf(at.complete(id, { reason: ' ' }))).toBe('breach.complete.missing');
      expect(await codeOf(at.complete(id, { causes: [], mainCause: '' }))).toBe('breach.complete.no-cause');
      expect(await at.complete(id)).toEqual({ completed: 1 });
      expect(await at.complete(id)).toEqual({ completed: 0 });
      expect((await at.list(takase, 'completed')).breaches).toMatchObject([{ staff: '100001', state: 'completed' }]);
      expect(await codeOf(returnBreach(hall.context, arima, { id, note: '' }))).toBe('breach.return.note-missing');
      await returnBreach(hall.context, arima, { id, note: '分担の見直しを書いてください' });
      expect(await breachView(hall.context, arima, { id })).toMatchObject({
        state: 'returned',
        note: '分担の見直しを書いてください',
        reason: words.reason,
      });
      await at.complete(id, { reason: '分担を見直したが足りなかった' });
      const view = await breachView(hall.context, auditor, { id });
      expect(view).toMatchObject({ state: 'completed', completedBy: '高瀬 誠', mayWrite: false, mayReturn: false });
      expect(view.history.map(({ kind, by }) => [kind, by])).toEqual([
        ['BreachCompleted', '高瀬 誠'],
        ['BreachReturned', '有馬 真理'],
        ['BreachCompleted', '高瀬 誠'],
        ['BreachDrafted', '高瀬 誠'],
        ['BreachFound', 'system:breaches'],
      ]);
    });
    it('are written for all limits of the person in the month at once, and for nobody else', async () => {
      await hall.query(
        `insert into tk.designation (municipality, department, effective_from, published_on, reason)
         values ($1, '11', '2026-04-01'::date, '2026-03-20'::date, '年度当初から')`,
        [HERE],
      );
      await hall.handOver('100001', '2026-08', 70 * 60);
      await hall.handOver('100001', '2026-09', 101 * 60);
      await hall.handOver('100002', '2026-09', 100 * 60);
      await at.run();
      const id = await at.idOf('100001');
      const { siblings } = await breachView(hall.context, takase, { id });
      expect(siblings.map(({ limit, value, cap }) => [limit, value, cap])).toEqual([['average-2', 171 * 60, 160 * 60]]);
      const other = await at.idOf('100002');
      expect(await codeOf(at.complete(id, { also: [other] }))).toBe('breach.complete.other-month');
      expect((await at.list()).counts.completed).toBe(0);
      expect(await at.complete(id, { also: siblings.map((each) => each.id) })).toEqual({ completed: 2 });
    });
    it('are not written by others', async () => {
      await begin();
      const id = await at.idOf('100001');
      expect(await codeOf(at.complete(id, {}, ono))).toBe('breach.not-found');
      expect(await codeOf(at.complete(id, {}, there(takase)))).toBe('breach.not-found');
      expect(await codeOf(at.complete(id, {}, arima))).toBe('access.denied');
      expect(await codeOf(breachView(hall.context, shiina, { id }))).toBe('access.denied');
      expect(await codeOf(returnBreach(hall.context, takase, { id, note: 'x' }))).toBe('access.denied');
    });
    it('stay when the figures are corrected, and say that they were', async () => {
      await begin();
      const id = await at.idOf('100002');
      await at.complete(id);
      await hall.query(`update tk.breach as b set value = 2880 where b.municipality = $1 and b.id = $2`, [HERE, id]);
      expect((await at.list(arima, 'completed')).breaches).toMatchObject([{ changed: true, value: 2880 }]);
      expect(await at.complete(id)).toEqual({ completed: 1 });
      expect((await at.list(arima, 'completed')).breaches).toMatchObject([{ changed: false }]);
    });
  });

  describe('要因の分析', () => {
    it('groups by cause, section, work and limit; hours count a person and month once', async () => {
      await begin();
      await at.complete(await at.idOf('100001'));
      await at.complete(await at.idOf('300001'), { causes: ['締切の集中'], mainCause: '締切の集中' }, ono);
      const { groups, sections, causes, months } = await breachAnalysis(hall.context, arima, {});
      expect(groups).toMatchObject({
        records: 3,
        people: 3,
        minutes: (52 + 46 + 45) * 60 + 1,
        exceptional: 1,
        unwritten: 1,
      });
      expect(
        groups.byCause.map(({ name, records, people, minutes, main }) => [name, records, people, minutes, main]),
      ).toEqual([
        ['締切の集中', 2, 2, 97 * 60 + 1, 1],
        ['欠員・休業者', 1, 1, 52 * 60, 1],
        ['要因の記入待ち', 1, 1, 46 * 60, 1],
      ]);
      expect(groups.bySection.map(({ key, records, people }) => [key, records, people])).toEqual([
        ['11', 2, 2],
        ['21', 1, 1],
      ]);
      expect(groups.byMonth).toMatchObject([{ key: '2026-09', records: 3 }]);
      expect([sections.map(({ section }) => section), causes, months]).toEqual([
        ['11', '21'],
        ['欠員・休業者', '締切の集中'],
        ['2026-09'],
      ]);
      const one = await breachAnalysis(hall.context, arima, { cause: '締切の集中', section: '21' });
      expect(one.groups.records).toBe(1);
      expect((await breachAnalysis(hall.context, arima, { limit: 'average' })).groups.records).toBe(0);
      expect((await breachAnalysis(hall.context, takase, {})).groups.records).toBe(2);
      expect((await breachAnalysis(hall.context, there(arima), {})).groups.records).toBe(0);
    });
    it('filters by work, and leaves as a file', async () => {
      await begin();
      await hall.query(
        `update tk.breach as b set works = '[{"work":"予算書の作成","minutes":600}]'::jsonb where b.municipality = $1 and b.staff = '300001'`,
        [HERE],
      );
      const { groups } = await breachAnalysis(hall.context, arima, { task: '予算書の作成' });
      expect(groups.byTask).toMatchObject([{ name: '予算書の作成', records: 1, minutes: 600 }]);
      await at.complete(await at.idOf('100001'));
      const csv = await breachFile(hall.context, takase, { format: 'csv' });
      const lines = new TextDecoder().decode(csv.bytes).trim().split('\r\n');
      expect(csv.fileName).toBe('上限を超えた記録_2026年度.csv');
      expect(lines).toHaveLength(3);
      expect(lines[1]).toContain('森下 千尋,月の上限,52:00,,45:00,,10:00,資格データの検証,');
      expect(lines[2]).toContain('西原 拓海');
      expect((await breachFile(hall.context, arima, { format: 'xlsx' })).bytes.byteLength).toBeGreaterThan(1000);
      expect(await codeOf(breachFile(hall.context, morishita, { format: 'csv' }))).toBe('access.denied');
    });
  });

  describe('the documents', () => {
    const text = { sorted: '欠員が続いた', analysed: '採用が遅れた', verified: '応援では足りない' };
    const year = { span: 'year' as const, period: '2026-04', section: '11' };
    it('watch the six months after the year, and each month where the municipality says so', async () => {
      await begin();
      const view = await reviewsView(hall.context, arima, {});
      expect(view).toMatchObject({ yearDue: '2027-09-30', monthly: false, counts: { open: 0, late: 0, concluded: 0 } });
      expect(view.reviews.map(({ section, records, running, due }) => [section, records, running, due])).toEqual([
        ['', 3, true, '2027-09-30'],
        ['11', 2, true, '2027-09-30'],
        ['21', 1, true, '2027-09-30'],
      ]);
      hall.context.clock.moveTo('2027-10-01T09:00:00+09:00');
      const later = await reviewsView(hall.context, arima, { year: 2026 });
      expect(later.counts).toEqual({ open: 3, late: 3, concluded: 0 });
      expect(later.reviews.every(({ late, running }) => late && !running)).toBe(true);
    });
    it('watch months too', async () => {
      await begin();
      const parameters = modelParameters();
      const designation = { ...parameters.designation, monthlyReview: { monthsAfter: 2, day: 10 } };
      const context = { ...hall.context, parameters: async () => ({ ...parameters, designation }) };
      const months = (await reviewsView(context, takase, {})).reviews.filter(({ span }) => span === 'month');
      expect(months.map(({ period, section, due, late }) => [period, section, due, late])).toEqual([
        ['2026-09', '11', '2026-11-10', true],
      ]);
    });
    it('are drafted and concluded by the head for the own section, and open again when records come', async () => {
      await begin();
      const write = (who: typeof arima, conclude: boolean, given = {}) =>
        writeReview(hall.context, who, { ...year, ...text, conclude, ...given });
      expect(await write(takase, false, { verified: '' })).toEqual({ state: 'draft' });
      // While the year runs records may still come: it is drafted, not concluded.
      expect(await codeOf(write(takase, true))).toBe('review.running');
      expect(await reviewView(hall.context, takase, year)).toMatchObject({ state: 'draft', running: true });
      hall.context.clock.moveTo('2027-03-31T23:59:00+09:00');
      expect(await codeOf(write(takase, true))).toBe('review.running');
      hall.context.clock.moveTo('2027-04-01T00:00:00+09:00');
      expect(await codeOf(write(takase, true, { verified: ' ' }))).toBe('review.missing');
      expect(await write(takase, true)).toEqual({ state: 'concluded' });
      const view = await reviewView(hall.context, auditor, year);
      expect(view).toMatchObject({ state: 'concluded', ...text, concludedBy: '高瀬 誠', since: 0, mayWrite: false });
      expect(view.groups.records).toBe(2);
      expect((await reviewsView(hall.context, arima, { year: 2026 })).counts.concluded).toBe(1);
      await hall.handOver('100002', '2026-10', 60 * 60);
      await at.forget();
      hall.context.clock.moveTo('2027-04-01T10:00:00+09:00');
      await at.run();
      expect(await reviewView(hall.context, takase, year)).toMatchObject({ records: 3, since: 1 });
      expect((await reviewsView(hall.context, arima, { year: 2026 })).counts.concluded).toBe(0);
      await write(takase, true);
      expect(await reviewView(hall.context, takase, year)).toMatchObject({ since: 0 });
    });
    it('of other sections and of the whole body are not a head’s to write', async () => {
      await begin();
      hall.context.clock.moveTo('2027-04-01T09:00:00+09:00');
      const write = (who: typeof arima, section: string) =>
        writeReview(hall.context, who, { ...year, section, ...text, conclude: true });
      expect(await codeOf(write(takase, '21'))).toBe('access.denied');
      expect(await codeOf(write(takase, ''))).toBe('access.denied');
      expect(await codeOf(write(there(arima), '11'))).toBe('review.nothing');
      expect(await codeOf(write(arima, '31'))).toBe('review.nothing');
      expect(await write(arima, '')).toEqual({ state: 'concluded' });
      expect(await codeOf(reviewView(hall.context, takase, { ...year, section: '21' }))).toBe('access.denied');
      expect(await reviewView(hall.context, takase, { ...year, section: '' })).toMatchObject({
        analysed: '採用が遅れた',
      });
    });
  });
});
