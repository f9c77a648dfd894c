import { randomUUID } from 'node:crypto';
import { presetText } from '@tokimori/ordinances/measures/presets';
import type { FormParameters } from '@tokimori/ordinances/parameters/groups/forms';
import { expect, it } from 'vitest';
import type { Actor, Context } from '../../../context.ts';
import { modelParameters } from '../../../installation/ordinance-files.ts';
import { decideMeasures } from '../../measures/measures.ts';
import { eachTownHallAt } from '../../testing/each-town-hall.ts';
import { codeOf } from '../../testing/refused.ts';
import { arima, HERE, morishita, nishihara, ono, shiina, takase, there } from '../../testing/town-hall.ts';
import { stampForm } from '../decide.ts';
import { printedOf } from '../form-files.ts';
import { formsView } from '../list.ts';
import { openForm } from '../open.ts';
import { formView } from '../view.ts';
import { saveForm, submitForm } from '../write.ts';
import { endFormOffice, giveFormOffice } from './offices.ts';
import { chooseForms, formSettings } from './settings.ts';

const address = { form: 'zama-review', month: '2026-10', subject: '11' };
const filled = { 'review.work': 'w', 'review.reason': 'r', 'review.measures': 'm' };
const viceMayor: Actor = { municipality: HERE, login: 'vice-mayor', staff: null, roles: ['executive'] };
const auditor: Actor = { municipality: HERE, login: 'auditor', staff: null, roles: ['auditor'] };

eachTownHallAt('2026-11-04T18:00:00+09:00', 'the offices that forms pass', (hall) => {
  const give = (office: string, kind: 'staff' | 'account' | 'post' | 'vacant', holder: string, more: object = {}) =>
    giveFormOffice(hall.context, arima, {
      ...{
        id: randomUUID(),
        office,
        kind,
        holder,
        department: '',
        from: '2026-11-01',
        through: null,
        reason: '',
        handOver: false,
      },
      ...more,
    });
  const handedIn = async () => {
    await hall.handOver('100001', '2026-10', 52 * 60 + 10);
    await hall.deriver.idle();
    await submitForm(hall.context, takase, { ...address, filled, saves: 0 });
  };
  const stamp = (step: number, who: Actor, context: Context = hall.context) =>
    codeOf(stampForm(context, who, { ...address, step }));
  const view = (who: Actor) => formView(hall.context, who, address);

  it('are given by whoever was named, and by 人事課 no more; both by name where one holds two, and the seal tells both', async () => {
    await give('給与厚生係', 'staff', '300001');
    await give('人事研修係', 'staff', '300001');
    await give('職員課長', 'post', '課長', { department: '21' });
    await hall.query(
      `insert into tk.account (municipality, login, name, roles, password_hash) values ($1, 'vice-mayor', '東 一', '{executive}', '')`,
      [HERE],
    );
    await give('総務部長', 'account', 'vice-mayor');
    await handedIn();
    expect(await stamp(3, arima)).toBe('form.stamp.paper-missing');
    expect(await stamp(3, ono)).toBe('access.denied');
    expect(await stamp(3, morishita)).toBe('access.denied');
    expect((await formsView(hall.context, shiina, { month: '2026-10' })).lines).toMatchObject([{ mine: true }]);
    for (const step of [3, 4]) expect(await stamp(step, shiina)).toBe('done');
    expect(await stamp(5, shiina)).toBe('access.denied');
    expect(await stamp(5, ono)).toBe('done');
    // 副市長 was named 総務部長 by the account, but holds the other office by the role alone.
    expect(await stamp(6, viceMayor)).toBe('done');
    expect(await stamp(7, viceMayor)).toBe('form.stamp.twice-in-a-row');
    await give('副市長', 'account', 'vice-mayor');
    expect(await stamp(7, viceMayor)).toBe('done');
    const { route, state } = await view(arima);
    expect(state).toBe('accepted');
    expect(route.map(({ also }) => also)).toEqual(['', '', '', '', '給与厚生係', '', '', '総務部長']);
  });

  it('are handed over on a day without a gap; given again the same, and what begins later stays', async () => {
    const first = randomUUID();
    await give('給与厚生係', 'staff', '300001', { id: first });
    await give('給与厚生係', 'staff', '200001', { id: randomUUID(), from: '2026-12-01' });
    const over = { id: randomUUID(), from: '2026-11-10', through: '2026-11-30', handOver: true, reason: '人事異動' };
    await give('給与厚生係', 'post', '課長', { ...over, department: '21' });
    await give('給与厚生係', 'post', '課長', { ...over, department: '21' });
    const { offices } = await formSettings(hall.context, arima);
    const held = offices.find(({ office }) => office === '給与厚生係')?.holdings ?? [];
    expect(held.map(({ kind, from, through }) => [kind, from, through])).toEqual([
      ['staff', '2026-11-01', '2026-11-09'],
      ['post', '2026-11-10', '2026-11-30'],
      ['staff', '2026-12-01', null],
    ]);
    const journal = await hall.query<{ kind: string; reason: string }>(
      `select e.kind, e.reason from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq`,
      [HERE, `form-office/${first}`],
    );
    expect(journal).toEqual([
      { kind: 'FormOfficeGiven', reason: '' },
      { kind: 'FormOfficeEnded', reason: '人事異動' },
    ]);
    // Over a vacancy as over a person; never with the last day before the first, and then nothing has ended.
    await give('人事研修係', 'vacant', '');
    await give('人事研修係', 'staff', '300001', { from: '2026-11-04', handOver: true });
    const wrong = give('人事研修係', 'staff', '200001', { from: '2026-11-06', through: '2026-11-05', handOver: true });
    expect(await codeOf(wrong)).toBe('form-office.until-before-from');
    const still = (await formSettings(hall.context, arima)).offices.find(({ office }) => office === '人事研修係');
    expect(still?.holdings.map(({ holder, through }) => [holder, through])).toEqual([['300001', null]]);
  });

  it('offer the 職名 that somebody holds and the accounts without a 職員番号, those to 人事課 alone', async () => {
    await hall.query(
      `insert into tk.account (municipality, login, name, roles, password_hash) values ($1, 'vice-mayor', '東 一', '{executive}', '')`,
      [HERE],
    );
    const offered = await formSettings(hall.context, arima);
    expect(offered.departments.find(({ department }) => department === '21')?.posts).toContain('課長');
    expect(offered.accounts).toContainEqual({ login: 'vice-mayor', name: '東 一' });
    expect((await formSettings(hall.context, auditor)).accounts).toEqual([]);
  });

  it('are passed with 欠 where the municipality says so, never for a mistyped 職名; 人事課 acts for those not named, or not', async () => {
    await give('給与厚生係', 'vacant', '');
    expect(await codeOf(give('人事研修係', 'post', '係長', { department: '21' }))).toBe('form-office.unknown');
    await give('人事研修係', 'vacant', '');
    await handedIn();
    expect((await view(arima)).route.map(({ how }) => how)).toEqual([
      ...['own', 'vacant', 'vacant', 'vacant', 'vacant'],
      ...['own', 'own', 'own'],
    ]);
    const strict = withForms(hall.context, { hrForUnnamedOffices: false });
    expect(await stamp(5, arima, strict)).toBe('form.stamp.paper-missing');
    expect(await stamp(5, arima)).toBe('done');
    // What falls vacant while it is awaited does not hold the form up.
    await give('総務部長', 'vacant', '');
    await give('副市長', 'vacant', '');
    expect(await view(arima)).toMatchObject({ mayPass: true, mayStamp: false });
    expect(await stamp(6, takase)).toBe('access.denied');
    expect(await stamp(6, arima)).toBe('done');
    expect((await view(arima)).state).toBe('accepted');
  });

  it('tell 次長 and 部長 of a 部局 apart by their 職名', async () => {
    const appoint = (staff: string, post: string) =>
      hall.query(
        `insert into tk.appointment (municipality, staff, effective_from, department, post, concurrent, managerial)
         values ($1, $2, '2026-04-01', '10', $3, true, true)`,
        [HERE, staff, post],
      );
    await appoint('300009', '部長兼次長');
    await handedIn();
    expect(await stamp(1, takase)).toBe('access.denied');
    for (const step of [1, 2]) expect(await stamp(step, ono)).toBe('done');
    expect((await view(arima)).route[2]).toMatchObject({ by: '小野 直樹', also: '次長' });
  });

  it('are named by 人事課 alone, once, of people who are there', async () => {
    const input = { id: randomUUID(), office: '職員課長', kind: 'staff', holder: '300001', department: '' } as const;
    const period = { from: '2026-11-01', through: null, reason: '異動', handOver: false };
    for (const who of [takase, auditor, viceMayor])
      expect(await codeOf(giveFormOffice(hall.context, who, { ...input, ...period }))).toBe('access.denied');
    for (let nth = 0; nth < 2; nth++)
      expect(await codeOf(giveFormOffice(hall.context, arima, { ...input, ...period }))).toBe('done');
    expect(await codeOf(give('職員課長', 'staff', '300001'))).toBe('form-office.overlap');
    expect(await codeOf(give('職員課長', 'vacant', ''))).toBe('form-office.overlap');
    expect(await codeOf(give('職員課長', 'staff', '999999'))).toBe('form-office.unknown');
    expect(await codeOf(give('職員課長', 'account', 'nobody'))).toBe('form-office.unknown');
    expect(await codeOf(give('職員課長', 'post', '課長', { department: '99' }))).toBe('form-office.unknown');
    expect(await codeOf(give('知らない長', 'staff', '300001'))).toBe('form-office.unknown');
    expect(await codeOf(give('総務部長', 'staff', '300001', { through: '2026-10-30' }))).toBe(
      'form-office.until-before-from',
    );
    const offices = async (who: Actor) => (await formSettings(hall.context, who)).offices;
    const chief = (await offices(auditor)).find(({ office }) => office === '職員課長');
    expect(chief).toMatchObject({ state: 'named', holdings: [{ name: '椎名 航平', through: null, by: '有馬 真理' }] });
    expect((await offices(there(arima))).every(({ state }) => state === 'unnamed')).toBe(true);
    expect(await codeOf(formSettings(hall.context, takase))).toBe('access.denied');
    const end = (who: Actor, until = '2026-11-04') => codeOf(endFormOffice(hall.context, who, { id: input.id, until }));
    expect([await end(takase), await end(there(arima))]).toEqual(['access.denied', 'form-office.not-found']);
    expect([await end(arima, '2026-10-01'), await end(arima), await end(arima)]).toEqual([
      'form-office.until-before-from',
      'done',
      'done',
    ]);
    expect((await offices(arima)).find(({ office }) => office === '職員課長')).toMatchObject({
      state: 'unnamed',
      holdings: [],
    });
    const kinds = await hall.query<{ kind: string; reason: string }>(
      `select e.kind, e.reason from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq`,
      [HERE, `form-office/${input.id}`],
    );
    expect(kinds).toEqual([
      { kind: 'FormOfficeGiven', reason: '異動' },
      { kind: 'FormOfficeEnded', reason: '' },
    ]);
  });

  it('are not given to who can never approve, be it the account or the person behind it', async () => {
    const account = (login: string, staff: string | null, roles: string) =>
      hall.query(
        `insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, $2, $3, 'x', $4::text[], '')`,
        [HERE, login, staff, roles],
      );
    await account('audit', null, '{auditor}');
    await account('root', '300001', '{admin}');
    await account('both', null, '{auditor,executive}');
    const code = (...args: Parameters<typeof give>) => codeOf(give(...args));
    expect(await code('職員課長', 'account', 'audit')).toBe('form-office.cannot-approve');
    expect(await code('職員課長', 'staff', '300001')).toBe('form-office.cannot-approve');
    await expect(give('職員課長', 'account', 'root')).rejects.toMatchObject({
      words: { fields: [{ field: 'holder' }] },
    });
    expect(await hall.query('select 1 from tk.form_office o where o.municipality = $1', [HERE])).toEqual([]);
    await account('300001', '300001', '{staff}');
    expect(await code('職員課長', 'staff', '300001')).toBe('done');
    expect(await code('総務部長', 'account', 'both')).toBe('done');
  });

  it('forms that are used: those of the measures, until 人事課 chooses otherwise', async () => {
    const used = async (who = arima) =>
      (await formsView(hall.context, who, { month: '2026-10' })).kinds.flatMap((kind) => (kind.used ? [kind.key] : []));
    expect(await used()).toEqual([]);
    const text = presetText('zama').replace(/effectiveFrom: .*/, 'effectiveFrom: "2026-11-04"');
    await decideMeasures(hall.context, arima, { text, reason: '座間市の型' });
    expect(await used()).toEqual(['zama-monthly', 'zama-review']);
    const choose = (who: Actor, ...forms: string[]) => chooseForms(hall.context, who, { used: forms });
    expect(await codeOf(choose(takase, 'zama-review'))).toBe('access.denied');
    expect(await codeOf(choose(arima, 'no-such'))).toBe('form.unknown');
    expect(await choose(arima, 'zama-review', 'uji-record')).toEqual({ changed: 2 });
    expect(await choose(arima, 'zama-review', 'uji-record')).toEqual({ changed: 0 });
    expect(await used()).toEqual(['zama-review', 'uji-record']);
    expect(await used(there(arima))).toEqual([]);
  });

  it('words about health are shown to those who write the form and care for it, and hidden from executives, auditors and the others', async () => {
    await hall.handOver('100001', '2026-10', 52 * 60 + 10);
    await hall.deriver.idle();
    await hall.query(`update tk.appointment as a set post = '係長' where a.municipality = $1 and a.staff = '100002'`, [
      HERE,
    ]);
    const place = { form: 'yokohama-1', month: '2026-10', subject: '100001' };
    const words = {
      ...{ reason: '業務量の増加', outlook: '減る', interviewedOn: '2026-11-02', opinion: '締切を分ける' },
      ...{ work: '本算定', health: '不眠がある', effect: '腰痛' },
    };
    const report = Object.fromEntries(Object.entries(words).map(([key, value]) => [`100001.${key}`, value]));
    // The 係長 does not read, nor go on with, what the 課長 wrote about health; of what they wrote themselves they do.
    const health = { '100001.health': '不眠がある' };
    const draft = { ...place, subject: '100001', filled: health };
    await saveForm(hall.context, takase, { ...draft, saves: 0 });
    const closed = await formView(hall.context, nishihara, place);
    expect([closed.mayFill, JSON.stringify(closed).includes('不眠')]).toEqual([false, false]);
    expect(await codeOf(saveForm(hall.context, nishihara, { ...draft, saves: 1 }))).toBe('form.health');
    await saveForm(hall.context, takase, { ...draft, filled: {}, saves: 1 });
    // The 係長 writes it, as the original has it; where the municipality leaves it to heads, not.
    const headsOnly = withForms(hall.context, { chiefsWrite: false });
    expect(await codeOf(saveForm(headsOnly, nishihara, { ...place, filled: report, saves: 0 }))).toBe('access.denied');
    expect(await codeOf(saveForm(hall.context, shiina, { ...place, filled: report, saves: 0 }))).toBe('access.denied');
    expect(await codeOf(formView(hall.context, nishihara, { ...place, subject: '100002' }))).toBe('access.denied');
    expect(await submitForm(hall.context, nishihara, { ...place, filled: report, saves: 2 })).toEqual({
      state: 'submitted',
      awaits: '課長',
    });
    const text = async (who: Actor) => {
      const seen = await formView(hall.context, who, place);
      const printed = await hall.context.store.tenant(HERE, async (tx) =>
        printedOf(tx, await openForm(hall.context, tx, who, place)),
      );
      return { page: JSON.stringify(seen), paper: JSON.stringify(printed), seen };
    };
    for (const who of [viceMayor, auditor]) {
      const { page, paper, seen } = await text(who);
      for (const told of [page, paper]) {
        expect(told).not.toMatch(/不眠|腰痛/);
        expect(told).toContain('健康に関する記載のため表示しません');
        expect(told).toContain('締切を分ける');
      }
      const fields = seen.parts.flatMap((part) => part.fields);
      expect(fields.filter(({ hidden }) => hidden).map(({ label }) => label)).toEqual([
        '職員の健康状態',
        '長時間勤務による影響',
      ]);
    }
    for (const who of [takase, arima, nishihara]) {
      const { page, paper } = await text(who);
      for (const told of [page, paper]) expect(told).toMatch(/不眠がある.*腰痛/);
    }
    await give('労務担当課', 'staff', '300009');
    expect((await text(ono)).page).toContain('不眠がある');
    const list = async (who: Actor) => (await formsView(hall.context, who, { month: '2026-10' })).lines;
    expect(JSON.stringify(await list(auditor))).not.toContain('不眠');
    expect(await list(takase)).toMatchObject([{ form: 'yokohama-1', mine: true }]);
    expect(await list(nishihara)).toMatchObject([{ form: 'yokohama-1', mine: false }]);
  });
});

const withForms = (context: Context, given: Partial<FormParameters>): Context => ({
  ...context,
  parameters: async () => ({ ...modelParameters(), forms: { ...modelParameters().forms, ...given } }),
});
