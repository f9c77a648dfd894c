import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { importFile } from '../../exchange/import-file.ts';
import { report } from '../../exchange/reports.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { effect, review } from '../testing/register-entries.ts';
import { arima, HERE, morishita, ono, takase, there } from '../testing/town-hall.ts';
import { digitalEffectEntry, digitalEffects, keepDigitalEffect } from './digital-effects.ts';
import { keepWorkReview, workReviewEntry, workReviews } from './work-reviews.ts';

const H = 60;
const executive: Actor = { ...arima, login: 'mayor', staff: null, roles: ['executive'] };
eachTownHallAt('2026-10-26T08:29:00+09:00', '登録', (hall) => {
  type Goal = 'draft' | 'registered' | 'closed';
  const keep = (id: string, goal: Goal, version = 0, content = review(), actor = takase, reason = '') =>
    keepWorkReview(hall.context, actor, { id, content, version, goal, reason });
  const list = (actor: Actor, year = 2026) => workReviews(hall.context, actor, { year });

  it('a review goes from draft to closed, and the journal keeps who, when, what and why', async () => {
    const id = randomUUID();
    expect(await keep(id, 'draft')).toEqual({ id, version: 1, state: 'draft' });
    expect(await keep(id, 'draft')).toEqual({ id, version: 1, state: 'draft' });
    expect(await keep(id, 'registered', 1)).toEqual({ id, version: 2, state: 'registered' });
    expect(await codeOf(keep(id, 'closed', 2))).toBe('register.incomplete');
    const done = review({
      decision: 'improve',
      steps: (['shown', 'set', 'told', 'reported'] as const).map((step) => ({ step, state: 'done', on: '2026-07-01' })),
      savings: [{ measure: 'meetings', what: 'Web会議', planned: 120 * H, actual: 95 * H }],
    });
    expect(await codeOf(keep(id, 'closed', 1, done))).toBe('register.changed');
    expect(await keep(id, 'closed', 2, done)).toMatchObject({ version: 3, state: 'closed' });
    expect(await codeOf(keep(id, 'registered', 3, done))).toBe('register.reopen.reason-missing');
    expect(await keep(id, 'registered', 3, done, arima, '実績の誤り')).toMatchObject({ version: 4 });
    const events = await hall.query<{ kind: string; actor: string; reason: string; name: string }>(
      `select e.kind, e.actor, e.reason, e.data->'content'->>'name' as name from tk.event e
       where e.municipality = $1 and e.stream = $2 order by e.seq`,
      [HERE, `review/${id}`],
    );
    expect(events.map(({ kind, actor, reason }) => [kind, actor, reason])).toEqual([
      ['EntryDrafted', '200001', ''],
      ['EntryRegistered', '200001', ''],
      ['EntryClosed', '200001', ''],
      ['EntryReopened', '400001', '実績の誤り'],
    ]);
    expect(new Set(events.map(({ name }) => name))).toEqual(new Set(['定例会議の運営']));
    expect(await workReviewEntry(hall.context, ono, { id })).toMatchObject({
      state: 'registered',
      section: '市民部 保険年金課',
      changedBy: '有馬 真理',
      content: done,
      mayKeep: false,
    });
  });

  it('two who change the same version at once: one wins, the other is told', async () => {
    const id = randomUUID();
    await keep(id, 'registered');
    const both = await Promise.all([
      codeOf(keep(id, 'registered', 1, review({ budget: '甲' }))),
      codeOf(keep(id, 'registered', 1, review({ budget: '乙' }), arima)),
    ]);
    expect(both.toSorted()).toEqual(['done', 'register.changed']);
  });

  it('is written by the head of the section and 人事課 alone, and seen by those who see the registers', async () => {
    const id = randomUUID();
    for (const actor of [morishita, ono, executive])
      expect(await codeOf(keep(id, 'draft', 0, review(), actor))).toBe('access.denied');
    await keep(id, 'draft');
    // Nobody takes an entry over by writing another department into it.
    expect(await codeOf(keep(id, 'draft', 1, review({ department: '21' }), ono))).toBe('access.denied');
    expect(await codeOf(keep(id, 'draft', 1, review({ department: '99' }), arima))).toBe('department.not-found');
    expect((await list(ono)).entries).toEqual([]);
    expect(await codeOf(workReviewEntry(hall.context, ono, { id }))).toBe('register.unknown');
    expect((await list(takase)).entries).toHaveLength(1);
    await keep(id, 'registered', 1);
    expect((await list(ono)).entries).toMatchObject([{ mayKeep: false }]);
    expect((await list(executive)).mayAdd).toBe(false);
    expect((await list(ono)).sections.map(({ department }) => department)).toEqual(['21']);
    expect(await codeOf(list(morishita))).toBe('access.denied');
    expect((await list(there(arima))).entries).toEqual([]);
    expect(await codeOf(workReviewEntry(hall.context, there(arima), { id }))).toBe('register.unknown');
  });

  it('sums the hours by kind of measure and section, without drafts and other years', async () => {
    const saving = (measure: 'meetings' | 'systems', planned: number, actual: number | null) => ({
      measure,
      what: '',
      planned: planned * H,
      actual: actual === null ? null : actual * H,
    });
    await keep(
      randomUUID(),
      'registered',
      0,
      review({ savings: [saving('meetings', 10, 8), saving('systems', 5, null)] }),
    );
    await keep(
      randomUUID(),
      'registered',
      0,
      review({ department: '21', savings: [saving('systems', 100, 90)] }),
      arima,
    );
    await keep(randomUUID(), 'draft', 0, review({ savings: [saving('systems', 1, 1)] }));
    await keep(randomUUID(), 'registered', 0, review({ fiscalYear: 2025 }));
    const { byMeasure, bySection, total, entries } = await list(takase);
    expect(entries).toHaveLength(3);
    expect(byMeasure).toEqual([
      { measure: 'meetings', planned: 10 * H, actual: 8 * H },
      { measure: 'systems', planned: 105 * H, actual: 90 * H },
    ]);
    expect(bySection.map(({ section, actual }) => [section, actual])).toEqual([
      ['企画財政部 財政課', 90 * H],
      ['市民部 保険年金課', 8 * H],
    ]);
    expect(total).toEqual({ planned: 115 * H, actual: 98 * H });
    expect((await list(takase, 2025)).entries).toHaveLength(1);
  });

  it('an effect shows hours and rate, the years, and the overtime of the section before and after', async () => {
    for (const [month, before, after] of [
      ['04', 20, 10],
      ['05', 30, 24],
    ] as const) {
      await hall.handOver('100001', `2025-${month}`, before * H);
      await hall.handOver('100001', `2026-${month}`, after * H);
    }
    await hall.deriver.idle();
    const id = randomUUID();
    const write = (content: DigitalEffect, goal: Goal = 'registered', version = 0) =>
      keepDigitalEffect(hall.context, takase, { id, content, version, goal, reason: '' });
    expect(await codeOf(write(effect({ since: '2026-02-30' })))).toBe('date.not-in-calendar');
    expect(await codeOf(write(effect({ until: '2026-03-31' })))).toBe('register.ends-before-begin');
    await write(effect());
    expect(await codeOf(write(effect(), 'closed', 1))).toBe('register.incomplete');
    expect(await digitalEffectEntry(hall.context, ono, { id })).toMatchObject({
      reduction: 35 * H,
      rate: 897,
      measured: {
        first: '2026-04',
        months: 2,
        before: { overtime: 50 * H, perHead: 25 * H },
        after: { overtime: 34 * H },
      },
    });
    const view = await digitalEffects(hall.context, executive, { year: 2026 });
    expect(view.entries).toMatchObject([{ rate: 897, human: 4 * H }]);
    expect(
      view.years.map(({ fiscalYear, inUse, introduced, reduction }) => [fiscalYear, inUse, introduced, reduction]),
    ).toEqual([
      [2026, 1, 1, 35 * H],
      [2025, 0, 0, 0],
      [2024, 0, 0, 0],
    ]);
    expect(view.byTool).toEqual([{ tool: 'rpa', inUse: 1, reduction: 35 * H }]);
    await write(effect({ until: '2026-09-30' }), 'closed', 1);
    expect((await digitalEffects(hall.context, executive, { year: 2027 })).entries).toEqual([]);
    expect((await digitalEffects(hall.context, there(arima), {})).entries).toEqual([]);
  });

  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tokimori-registers-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const take = async (kind: 'work-reviews' | 'digital-effects', text: string) => {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, text);
    const { taken, unchanged, refused, bad } = await importFile(hall.context, HERE, kind, path);
    return { counts: [taken, unchanged, refused], bad: bad.map(({ field, code }) => [field, code]) };
  };
  const csv = async (name: 'yamagata-review' | 'kochi-effects') => {
    const file = await report(hall.context, arima, { name, month: '2026-10', format: 'csv' });
    return Buffer.from(file.bytes).toString('utf8');
  };

  it('files: lines are taken in once, known ones with another content are refused, and the list is written as it is read', async () => {
    const reviews =
      '年度,区分,名称,部署コード,①必要性,見直しの結果,外部評価日,会議の見直し 見込み,会議の見直し 実績\n' +
      '2026,事業,市民まつり,11,○,縮小,R8.8.20,100,82.5\n2026,事務,会議,21,,,,10:00,\n2026,行事,会議,21,,,,,\n';
    expect(await take('work-reviews', reviews)).toEqual({
      counts: [2, 0, 1],
      bad: [['区分', 'import.value.not-in-list']],
    });
    expect((await take('work-reviews', reviews)).counts).toEqual([0, 2, 1]);
    expect((await take('work-reviews', reviews.replace('82.5', '83'))).bad[0]).toEqual([
      '名称',
      'import.register.known',
    ]);
    const view = await list(takase);
    expect(
      view.entries.map(({ name, decision, planned, actual, state }) => [name, decision, planned, actual, state]),
    ).toEqual([
      ['市民まつり', 'reduce', 100 * H, 82 * H + 30, 'registered'],
      ['会議', null, 10 * H, 0, 'registered'],
    ]);
    expect((await take('work-reviews', await csv('yamagata-review'))).counts).toEqual([0, 2, 0]);

    const effects =
      '道具,業務名,部署コード,導入前,RPA稼働時間,人の作業時間,使い始めた日,使い終わった日\n' +
      'AI-OCR,申請書の入力,11,1296,,0,2026/7/1,\nrpa,宿直手当入力業務,11,18,4,2,R8.4.1,R8.3.31\nRPA,手当,99,18,4,2,R8.4.1,\n';
    expect(await take('digital-effects', effects)).toEqual({
      counts: [1, 0, 2],
      bad: [
        ['使い終わった日', 'import.register.ends-before-begin'],
        ['部署コード', 'import.department.unknown'],
      ],
    });
    expect(await csv('kochi-effects')).toContain(
      'AI-OCR,申請書の入力,,11,市民部 保険年金課,登録済み,1296:00,,0:00,1296:00,100.0%,2026-07-01',
    );
    expect((await take('digital-effects', await csv('kochi-effects'))).counts).toEqual([0, 1, 0]);
  });
});
