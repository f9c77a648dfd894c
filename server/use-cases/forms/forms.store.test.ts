import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetText } from '@tokimori/ordinances/measures/presets';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { runMeasures } from '../../jobs/measures-run.ts';
import { startPaperMill } from '../../paper/paper-mill.ts';
import { duesView } from '../measures/dues.ts';
import { decideMeasures } from '../measures/measures.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, ono, shiina, takase, there } from '../testing/town-hall.ts';
import { reopenForm, returnForm, stampForm } from './decide.ts';
import { formPaper, formWorkbook, sealsOf } from './form-files.ts';
import { formsView } from './list.ts';
import { openForm } from './open.ts';
import { createPrints } from './prints.ts';
import { formView } from './view.ts';
import { saveForm, submitForm } from './write.ts';

const address = { form: 'zama-review', month: '2026-10', subject: '11' };
const filled = { 'review.reason': '法改正に伴う臨時の調査', 'review.measures': '係の分担を見直す' };
const viceMayor: Actor = { municipality: HERE, login: 'vice-mayor', staff: null, roles: ['executive'] };
const auditor: Actor = { municipality: HERE, login: 'auditor', staff: null, roles: ['auditor'] };

eachTownHallAt('2026-11-04T18:00:00+09:00', 'forms', (hall) => {
  const save = (given: object = filled, saves = 0, who = takase) =>
    saveForm(hall.context, who, { ...address, filled: { ...given }, saves });
  const submit = (given: object = filled, saves = 0, who = takase) =>
    submitForm(hall.context, who, { ...address, filled: { ...given }, saves });
  const stamp = (step: number, who = arima) => stampForm(hall.context, who, { ...address, step });
  const onPaper = (step: number, paper: { by: string; on: string }, who = arima) =>
    codeOf(stampForm(hall.context, who, { ...address, step, paper }));
  const view = (who = takase) => formView(hall.context, who, address);
  const exceed = async () => {
    await hall.handOver('100001', '2026-10', 52 * 60 + 10);
    await hall.handOver('100002', '2026-10', 30 * 60);
    await hall.deriver.idle();
  };

  it('are filled from the records: who is over, by how much, for which month', async () => {
    await exceed();
    const { shown, parts, state, mayFill, mayStamp, subjectName, route } = await view();
    expect(shown[0]?.rows).toEqual([['森下 千尋', '市民部 保険年金課 国保係', '52:10', '月45時間']]);
    expect([state, mayFill, mayStamp, subjectName]).toEqual(['none', true, false, '保険年金課']);
    expect(parts[0]?.fields.map(({ label, required }) => [label, required])).toEqual([
      ['時間外勤務の業務内容', true],
      ['上限時間等を超えた理由', true],
      ['今後の対応方法、改善策', true],
    ]);
    expect(route.map(({ label }) => label)[0]).toBe('所属長');
  });

  describe('half-filled', () => {
    it('are kept, told apart when two write at once, and refused where a value is wrong', async () => {
      await exceed();
      expect(await save({ 'review.reason': '下書き' })).toMatchObject({ saves: 1 });
      expect(await codeOf(save({ 'review.reason': '別の人' }))).toBe('record.changed');
      await save({ 'review.reason': '下書き2' }, 1);
      expect(await codeOf(save({ 'review.reason': 'あ'.repeat(601) }, 2))).toBe('form.filled');
      expect(await codeOf(save({ 'no.such': 'x' }, 2))).toBe('form.filled');
      const { parts, state, saves } = await view();
      expect([state, saves, parts[0]?.fields[1]?.value]).toEqual(['draft', 2, '下書き2']);
      expect(
        await hall.query(`select 1 from tk.event e where e.municipality = $1 and e.stream like 'form/%'`, [HERE]),
      ).toEqual([]);
    });
    it('are not handed in while something required is missing', async () => {
      await exceed();
      expect(await codeOf(submit({ 'review.work': '' }))).toBe('form.filled');
    });
  });

  it('pass the posts in order, are returned with a reason and handed in again, and keep their history', async () => {
    await exceed();
    const work = { 'review.work': '国保の本算定', ...filled };
    // The head hands it in and approves with it; 市民部 has neither a 次長 nor a 部長.
    expect(await submit(work)).toEqual({ state: 'submitted', awaits: '給与厚生係' });
    expect(await codeOf(submit(work, 1))).toBe('form.submit.submitted');
    expect(await codeOf(save(work, 1))).toBe('form.submit.submitted');
    expect(await codeOf(stamp(5))).toBe('form.stamp.not-its-turn');
    expect(await stamp(3)).toEqual({ state: 'submitted', awaits: '人事研修係' });
    // One person of 人事課 does not give two offices in a row, and does not approve as the 副市長.
    expect(await codeOf(stamp(4))).toBe('form.stamp.twice-in-a-row');
    expect(await view(arima)).toMatchObject({ mayStamp: false, gaveBefore: true, mayRecord: true });
    expect(await returnForm(hall.context, arima, { ...address, reason: '理由を詳しく' })).toEqual({
      state: 'returned',
      awaits: '',
    });
    const returned = await view();
    expect([returned.note, returned.mayFill, returned.route.every(({ by }) => by === '')]).toEqual([
      '理由を詳しく',
      true,
      true,
    ]);
    await submit({ ...work, 'review.reason': '法改正に伴う臨時の調査(9月末まで)' }, 1);
    const other: Actor = { ...arima, login: 'hr-2', staff: null };
    for (const [step, who] of [
      [3, arima],
      [4, other],
      [5, arima],
    ] as const)
      await stamp(step, who);
    expect(await onPaper(6, { by: '小野 直樹', on: '2026-11-05' })).toBe('form.stamp.paper-later');
    expect(await onPaper(6, { by: '小野 直樹', on: '2026-02-30' })).toBe('date.not-in-calendar');
    expect(await onPaper(6, { by: '小野 直樹', on: '2026-11-03' }, takase)).toBe('access.denied');
    expect(await onPaper(6, { by: '小野 直樹', on: '2026-11-03' })).toBe('done');
    expect(await codeOf(stamp(7, takase))).toBe('access.denied');
    expect(await codeOf(stamp(7))).toBe('form.stamp.paper-missing');
    expect(await stamp(7, viceMayor)).toEqual({ state: 'accepted', awaits: '' });
    const done = await view(auditor);
    expect(done.route.map(({ by, how, recorder }) => [by, how, recorder])).toEqual([
      ['高瀬 誠', 'own', ''],
      ['', 'vacant', ''],
      ['', 'vacant', ''],
      ['有馬 真理', 'own', ''],
      ['hr-2', 'own', ''],
      ['有馬 真理', 'own', ''],
      ['小野 直樹', 'paper', '有馬 真理'],
      ['vice-mayor', 'own', ''],
    ]);
    expect(done.history.filter(({ deed }) => deed !== 'stamped').map(({ deed, reason }) => [deed, reason])).toEqual([
      ['submitted', ''],
      ['returned', '理由を詳しく'],
      ['submitted', ''],
    ]);
    const seals = await hall.context.store.tenant(HERE, async (tx) =>
      sealsOf(await openForm(hall.context, tx, auditor, address), (who) => (who === '400001' ? '有馬 真理' : who)),
    );
    expect(seals.slice(5, 7)).toMatchObject([
      { label: '職員課長', name: '有馬', note: '' },
      { label: '総務部長', name: '小野 直樹', note: '紙の決裁(記録 有馬)' },
    ]);
    expect(seals[1]).toEqual({ label: '次長', name: '欠', on: '', note: '' });
    // What the records told when it was handed in stays, whatever is corrected later.
    await hall.query(`update tk.standing_limit as l set cap = 1 where l.municipality = $1`, [HERE]);
    expect((await view(auditor)).shown).toEqual(done.shown);
  });

  it('are taken back after they were accepted by the last office or 人事課 alone, with a reason that stays', async () => {
    await exceed();
    await submit({ 'review.work': 'w', ...filled });
    for (const step of [3, 4, 5, 6])
      expect(await onPaper(step, { by: `決裁者${step}`, on: '2026-11-04' })).toBe('done');
    await stamp(7, viceMayor);
    expect(await codeOf(returnForm(hall.context, arima, { ...address, reason: '数字' }))).toBe('form.return.accepted');
    const reopen = (who: Actor, reason = '合計の誤り') => codeOf(reopenForm(hall.context, who, { ...address, reason }));
    expect((await view(takase)).mayReopen).toBe(false);
    for (const who of [takase, ono, auditor]) expect(await reopen(who)).toBe('access.denied');
    expect(await reopen(arima, ' ')).toBe('form.return.reason-missing');
    expect((await view(viceMayor)).mayReopen).toBe(true);
    expect(await reopen(viceMayor)).toBe('done');
    const { state, note, history, mayFill } = await view();
    expect([state, note, mayFill]).toEqual(['returned', '合計の誤り', true]);
    expect(history[0]).toMatchObject({ deed: 'reopened', by: 'vice-mayor', label: '副市長', reason: '合計の誤り' });
    expect(await codeOf(reopenForm(hall.context, there(arima), { ...address, reason: 'x' }))).toBe('form.nobody');
  });

  it('are not begun for months to come, nor where nobody is concerned', async () => {
    const open = (form: string, month: string, subject: string, who = takase) =>
      codeOf(formView(hall.context, who, { form, month, subject }));
    await exceed();
    expect(await open('zama-review', '2026-12', '11')).toBe('form.month');
    expect(await open('zama-review', '2026-09', '11')).toBe('form.nobody');
    expect(await open('zama-monthly', '2026-09', '11')).toBe('done');
    expect(await open('yokohama-1', '2026-10', '100002')).toBe('form.nobody');
    expect(await open('yokohama-1', '2026-10', '100001')).toBe('done');
    expect(await open('nerima-prior', '2026-12', '100001')).toBe('done');
    expect(await open('nerima-prior', '2027-03', '100001')).toBe('form.month');
    const early = { form: 'zama-review', month: '2026-12', subject: '11', filled, saves: 0 };
    expect(await codeOf(saveForm(hall.context, takase, early))).toBe('form.month');
    expect(await codeOf(submitForm(hall.context, arima, { ...early, month: '2026-09' }))).toBe('form.nobody');
    // A draft stays readable when the records are corrected, and is not handed in.
    await save({ 'review.work': 'w', ...filled });
    await hall.query(`update tk.month_fact as f set overtime = 60 where f.municipality = $1`, [HERE]);
    await hall.query(`delete from tk.standing_limit as l where l.municipality = $1`, [HERE]);
    expect(await codeOf(view())).toBe('done');
    expect(await codeOf(submit({ 'review.work': 'w', ...filled }, 1))).toBe('form.nobody');
  });

  it('are seen and written by those whose they are', async () => {
    await exceed();
    // The same post in another municipality meets that municipality's people, of whom nobody is over.
    expect(await codeOf(view(there(takase)))).toBe('form.nobody');
    for (const who of [morishita, shiina, ono]) expect(await codeOf(view(who))).toBe('access.denied');
    expect(await codeOf(save(filled, 0, ono))).toBe('access.denied');
    expect(await codeOf(save(filled, 0, auditor))).toBe('access.denied');
    expect(await codeOf(save(filled, 0, arima))).toBe('done');
    expect((await view(auditor)).mayFill).toBe(false);
    expect(await codeOf(formView(hall.context, arima, { ...address, subject: '999' }))).toBe('form.subject');
    expect(await codeOf(formView(hall.context, arima, { ...address, form: 'no-such' }))).toBe('form.unknown');
  });

  it('settle what a measure made due, and bring it back when they are returned', async () => {
    const text = presetText('zama').replace(/effectiveFrom: .*/, 'effectiveFrom: "2026-11-04"');
    await decideMeasures(hall.context, arima, { text, reason: '座間市の型' });
    await hall.query(`update tk.measure_set as m set effective_from = '2026-10-01' where m.municipality = $1`, [HERE]);
    await exceed();
    hall.context.clock.moveTo('2026-11-05T05:10:00+09:00');
    await hall.deriver.idle();
    await runMeasures(hall.context, HERE);
    const open = async () =>
      (await duesView(hall.context, takase, { state: 'open' })).dues
        .filter(({ deed }) => deed === '様式を出す')
        .map(({ what }) => what);
    const review = (await open()).find((what) => what.includes('検証結果報告書'));
    expect(review).toBeDefined();
    const line = (await formsView(hall.context, takase, { month: '2026-10' })).lines.find(
      ({ form }) => form === 'zama-review',
    );
    expect(line).toMatchObject({ subject: '11', subjectName: '保険年金課', state: 'none', mine: true, late: false });
    await submit({ 'review.work': 'w', ...filled });
    expect(await open()).not.toContain(review);
    const settled = await hall.query<{ reason: string }>(
      `select e.reason from tk.event e where e.municipality = $1 and e.kind = 'DueSettled'`,
      [HERE],
    );
    expect(settled).toEqual([{ reason: '様式の提出' }]);
    await returnForm(hall.context, arima, { ...address, reason: '数字を確かめてください' });
    expect(await open()).toContain(review);
    expect(
      (await formsView(hall.context, arima, { month: '2026-10' })).kinds.find(({ key }) => key === 'zama-review'),
    ).toMatchObject({
      count: 1,
      accepted: 0,
    });
    expect((await formsView(hall.context, there(arima), { month: '2026-10' })).lines).toEqual([]);
    expect(
      (await formsView(hall.context, ono, { month: '2026-10' })).lines.filter(({ form }) => form === 'zama-review'),
    ).toEqual([]);
  });

  it('are printed one by one, and for everybody at once with their progress', async () => {
    await exceed();
    await save();
    const mill = startPaperMill(hall.context.log);
    const paper = await formPaper(hall.context, mill, takase, address);
    expect([paper.mediaType, paper.fileName]).toEqual([
      'application/pdf',
      '時間外勤務検証結果報告書_2026-10_保険年金課.pdf',
    ]);
    expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await codeOf(formWorkbook(hall.context, takase, address))).toBe('form.no-workbook');
    const directory = await mkdtemp(join(tmpdir(), 'tokimori-prints-'));
    const prints = createPrints(hall.context, mill, { directory });
    const ask = (shape: 'pdf' | 'zip', month = '2026-10') =>
      prints.startPrint(hall.context, arima, { form: 'zama-review', month, shape });
    expect(await codeOf(ask('pdf', '2026-09'))).toBe('print.nothing');
    expect(
      await codeOf(prints.startPrint(hall.context, takase, { form: 'zama-review', month: '2026-10', shape: 'pdf' })),
    ).toBe('access.denied');
    for (const shape of ['pdf', 'zip'] as const) {
      const [{ id, total }, again] = await Promise.all([ask(shape), ask(shape)]);
      expect(again.id).toBe(id);
      await prints.settled();
      expect(await prints.readPrint(hall.context, arima, { id })).toMatchObject({
        state: 'done',
        total,
        done: 1,
        error: '',
      });
      const file = await prints.printFile(hall.context, arima, { id });
      expect(Buffer.from(file.bytes).subarray(0, 2).toString()).toBe(shape === 'pdf' ? '%P' : 'PK');
      expect(await codeOf(prints.printFile(hall.context, there(arima), { id }))).toBe('print.unknown');
    }
    await hall.query(`update tk.print_run as p set state = 'running' where p.municipality = $1`, [HERE]);
    await prints.failLeftOver();
    const rows = await hall.query<{ state: string }>('select p.state from tk.print_run p where p.municipality = $1', [
      HERE,
    ]);
    expect(rows.map(({ state }) => state)).toEqual(['failed', 'failed']);
    await mill.close();
    await rm(directory, { recursive: true });
  });
});
