import { randomUUID } from 'node:crypto';
import { formDefinition } from '@tokimori/forms/catalogue';
import { expect, it } from 'vitest';
import { cityExceptional, sectionExceptional } from '../designations/exceptional.ts';
import { withdrawPriorNotice } from '../designations/prior-notices.ts';
import { duesView } from '../measures/dues.ts';
import { startOrder } from '../overtime-decision.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { hold } from '../testing/hold-measures.ts';
import { priorNoticesOf } from '../testing/prior-notices.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, ono, takase } from '../testing/town-hall.ts';
import { returnForm, stampForm } from './decide.ts';
import { formWorkbook, printedOf } from './form-files.ts';
import { openForm } from './open.ts';
import { formView } from './view.ts';
import { submitForm } from './write.ts';

type Sheet = {
  readonly prior: { readonly exceptional: readonly string[] };
  readonly review: { readonly exceptional: readonly string[] };
  readonly priorOn: string;
  readonly rows: readonly { readonly no: string; readonly prior: string; readonly review: string }[];
};

eachTownHallAt('2026-10-05T18:00:00+09:00', '練馬区: a form that is the prior notice of 特例業務', (hall) => {
  const { file, address, valuesOf, submit, notices, morning, states, deeds } = priorNoticesOf(hall);
  const seen = { 'prior.talkedOn': '2026-10-05', 'prior.managerOn': '2026-10-05', 'prior.toldOn': '2026-10-05' };
  const hours = {
    'hours.ordinary-2026-10': '5:00',
    'hours.exceptional-2026-10': '0:00',
    'hours.ordinary-2026-11': '10:00',
  };
  /** 保険年金課 designated as 他律: ③ to ⑥ are asked for too. */
  const designate = () =>
    hall.query(
      `insert into tk.designation (municipality, department, effective_from, published_on, reason)
       values ($1, '11', '2026-04-01'::date, '2026-03-20'::date, '窓口')`,
      [HERE],
    );

  it('begin with what the notice says; handed in, they settle the due and leave one notice', async () => {
    await designate();
    await hold(hall, 'nerima', '2026-10-01', /prior/);
    const id = await file({ mindAndBody: '良好' });
    await morning('2026-10-06');
    expect(await states()).toEqual(['nerima-prior-report-externally-driven form open']);
    expect(await valuesOf('nerima-prior')).toMatchObject({
      'hours.exceptional-2026-11': '50:00',
      'prior.overview': '選挙の執行(100%)',
      'prior.staffing': '2人のうち1人が育休',
      'prior.unavoidable': '期日が法で決まる',
      'prior.reduction': '投票所の応援を求める',
      'prior.health': '良好',
    });
    const before = await deeds('PriorNoticeFiled');
    await submit('nerima-prior', { ...seen, ...hours, 'prior.directorOn': '2026-10-05' });
    expect(await states()).toEqual(['nerima-prior-report-externally-driven form done']);
    const [notice, ...more] = await notices();
    expect([notice?.id, notice?.version, notice?.task, more]).toEqual([id, 1, '選挙の執行', []]);
    expect(await deeds('PriorNoticeFiled')).toBe(before);
    expect([notice?.from, notice?.through]).toEqual(['2026-11-01', '2026-11-20']);
    await morning('2026-10-07');
    expect(await states()).toEqual(['nerima-prior-report-externally-driven form done']);
  });

  it('handed in without a notice, are the notice: orders rest on it, and no due is left open', async () => {
    await hold(hall, 'nerima', '2026-10-01', /prior/);
    const filled = {
      ...seen,
      ...hours,
      'hours.exceptional-2026-11': '40:00',
      'hours.exceptional-2026-12': '20:30',
      'prior.overview': '選挙の執行(80%)\n開票の集計(20%)',
    };
    await submit('nerima-prior', filled);
    const [notice] = await notices();
    expect(notice).toMatchObject({
      task: '選挙の執行、開票の集計',
      from: '2026-11-01',
      through: '2026-12-31',
      expected: [
        { month: '2026-11', minutes: 40 * 60 },
        { month: '2026-12', minutes: 20 * 60 + 30 },
      ],
      filedOn: '2026-10-05',
      state: 'inTime',
      // ③ to ⑤ are not asked of 自律部署: the notice lacks nothing.
      complete: true,
      health: 'notNeeded',
    });
    await startOrder(hall.context, takase, {
      id: randomUUID(),
      department: '11',
      staff: '100001',
      date: '2026-11-04',
      from: 17 * 60 + 15,
      until: 19 * 60 + 15,
      category: 'exceptional',
      work: '投票所の準備',
      note: '告示',
      healthConfirmed: false,
    });
    const city = await cityExceptional(hall.context, arima, { month: '2026-11' });
    expect(city.orders.map(({ notice: each }) => each)).toEqual(['filed']);
    await morning('2026-10-06');
    // November was handed in already; December is still to be written, from the same notice.
    expect((await duesView(hall.context, takase, { state: 'open' })).dues.map(({ month }) => month)).toEqual([
      '2026-12',
    ]);
    const view = await sectionExceptional(hall.context, takase, { department: '11', month: '2026-11' });
    expect(view.form).toMatchObject({ key: 'nerima-prior', written: [{ staff: '100001', state: 'submitted' }] });
    expect((await valuesOf('nerima-prior', '2026-12'))['hours.exceptional-2026-12']).toBe('20:30');
  });

  it('handed in again after a return, correct the notice; withdrawn in between, they file a new one', async () => {
    const filled = { ...seen, ...hours, 'hours.exceptional-2026-11': '40:00', 'prior.overview': '選挙の執行(100%)' };
    await submit('nerima-prior', filled);
    const [first] = await notices();
    await returnForm(hall.context, arima, { ...address('nerima-prior'), reason: '時間を確かめてください' });
    expect(await notices()).toMatchObject([{ id: first?.id, version: 1 }]);
    hall.context.clock.moveTo('2026-10-22T09:00:00+09:00');
    await submit('nerima-prior', { ...filled, 'hours.exceptional-2026-11': '60:00' }, 1);
    expect(await notices()).toMatchObject([
      {
        id: first?.id,
        version: 2,
        expected: [{ month: '2026-11', minutes: 3600 }],
        filedOn: '2026-10-05',
        state: 'inTime',
      },
    ]);
    await returnForm(hall.context, arima, { ...address('nerima-prior'), reason: 'もう一度' });
    await withdrawPriorNotice(hall.context, takase, { id: first?.id ?? '', reason: '無投票' });
    await submit('nerima-prior', filled, 2);
    const [again, ...more] = await notices();
    expect(again?.id).not.toBe(first?.id);
    expect([again?.version, again?.filedOn, again?.state, more]).toEqual([1, '2026-10-22', 'late', []]);
  });

  it('of several notices, must say the same hours and change none of them', async () => {
    await file();
    await file({ task: '災害の復旧', expected: [{ month: '2026-11', minutes: 10 * 60 }] });
    expect(await valuesOf('nerima-prior')).toMatchObject({
      'hours.exceptional-2026-11': '60:00',
      'prior.overview': '選挙の執行(83%)\n災害の復旧(17%)',
    });
    expect(await codeOf(submit('nerima-prior', { ...seen, ...hours, 'hours.exceptional-2026-11': '60:01' }))).toBe(
      'form.notices-differ',
    );
    await submit('nerima-prior', { ...seen, ...hours });
    expect((await notices()).map(({ version }) => version)).toEqual([1, 1]);
  });

  it.each([
    ['99:59', 'notNeeded', false],
    ['100:00', 'missing', true],
  ])('%s in the month: the health of the person is %s', async (time, health, told) => {
    await submit('nerima-prior', { ...seen, ...hours, 'hours.exceptional-2026-11': time, 'prior.overview': '選挙' });
    expect(await notices()).toMatchObject([{ health }]);
    expect((await formView(hall.context, takase, address('nerima-prior'))).priorNotice).toEqual({
      department: '11',
      filed: 1,
      health: told,
    });
  });

  it('file nothing where none is expected, and nothing about oneself or by another head', async () => {
    await submit('nerima-prior', {
      ...seen,
      ...hours,
      'hours.exceptional-2026-11': '0:00',
      'prior.overview': 'なし',
    });
    expect(await notices()).toEqual([]);
    const filled = { ...seen, ...hours, 'hours.exceptional-2026-11': '9:00', 'prior.overview': '選挙' };
    const own = { form: 'nerima-prior', month: '2026-11', subject: '400001' };
    expect(await codeOf(submitForm(hall.context, arima, { ...own, filled, saves: 0 }))).toBe('access.denied');
    expect(await codeOf(submit('nerima-prior', filled, 1, ono))).toBe('access.denied');
    expect(await notices()).toEqual([]);
  });

  it('from a notice to the review two months later: one sheet, its left half as it was handed in', async () => {
    await designate();
    await hold(hall, 'nerima', '2026-10-01', /prior|review/);
    await file({ mindAndBody: '良好', expected: [{ month: '2026-11', minutes: 95 * 60 }] });
    await morning('2026-10-06');
    await submit('nerima-prior', { ...seen, ...hours, 'prior.directorOn': '2026-10-05' });
    await stampForm(hall.context, arima, { ...address('nerima-prior'), step: 0 });
    await hall.handOver('100001', '2026-11', 120 * 60, 100 * 60);
    await morning('2026-12-02');
    expect(await states()).toEqual([
      'nerima-prior-report-externally-driven form done',
      'nerima-review-externally-driven form open',
    ]);
    const [due] = (await duesView(hall.context, takase, { state: 'open' })).dues.filter(({ form }) => form !== null);
    expect(due).toMatchObject({ month: '2026-11', dueOn: '2027-01-20', form: { key: 'nerima-review' } });
    hall.context.clock.moveTo('2027-01-15T10:00:00+09:00');
    await hall.deriver.idle();
    expect(await valuesOf('nerima-review')).toMatchObject({ 'review.staffing': '2人のうち1人が育休' });
    const review = {
      'review.overview': '選挙の執行(100%)',
      'review.effect': '応援で20時間減った',
      'review.improvement': '名簿を早く整える',
      'review.course': '12月10日 面談',
      'review.health': '良好',
      'review.talkedOn': '2027-01-12',
      'review.managerOn': '2027-01-13',
      'review.directorOn': '2027-01-14',
      'review.toldOn': '2027-01-15',
    };
    await submit('nerima-review', review);
    expect((await states()).filter((each) => each.includes('review') && each.includes('form'))).toEqual([
      'nerima-review-externally-driven form done',
    ]);
    const sheet = await hall.context.store.tenant(HERE, async (tx) =>
      printedOf(tx, await openForm(hall.context, tx, takase, address('nerima-review'))),
    );
    const book = await formWorkbook(hall.context, takase, address('nerima-review'));
    expect([book.mediaType, book.fileName]).toEqual([
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      expect.stringMatching(/^特例業務従事職員に係る事後検証報告書兼本人通知書_2026-11_.*\.xlsx$/),
    ]);
    expect(Buffer.from(book.bytes).subarray(0, 2).toString()).toBe('PK');
    const { prior, review: after, priorOn, rows } = sheet as Sheet;
    expect([prior.exceptional[7], after.exceptional[7], priorOn]).toEqual(['95:00', '100:00', '令和8年10月6日']);
    const of = (no: string) => rows.find((row) => row.no === no);
    expect([of('②')?.prior, of('③')?.prior, of('⑥')?.prior]).toEqual([
      '選挙の執行(100%)',
      '2人のうち1人が育休',
      '良好',
    ]);
    expect([of('⑤')?.review, of('⑦')?.review]).toEqual(['投票所の応援を求める', '応援で20時間減った']);
    expect(formDefinition('nerima-review')?.earlier).toBe('nerima-prior');
  });
});
