import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../context.ts';
import { modelParameters } from '../../installation/ordinance-files.ts';
import { runNotices } from '../../jobs/notices-run.ts';
import { MAILING, noticesAt } from '../../jobs/testing/notices-at.ts';
import { writeDueNotices } from '../../notices/due-notices.ts';
import { eachTownHall } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, ELSEWHERE, HERE, morishita, takase, there } from '../testing/town-hall.ts';
import { sayNoticeAddress } from './address.ts';
import { chooseNotices, noticeSettings } from './settings.ts';
import { urgentThings } from './urgent.ts';
import { waitingNotices } from './waiting.ts';

const account = (login: string, ...roles: Actor['roles']): Actor => ({ municipality: HERE, login, staff: null, roles });
const executive = account('executive', 'executive');
const union = account('union', 'union');
const auditor = account('auditor', 'auditor');

eachTownHall('お知らせ of accounts without a 職員番号', (hall) => {
  const at = noticesAt(hall);
  const open = async () => {
    await at.addresses();
    for (const role of ['executive', 'union', 'auditor']) await at.account(role, role);
  };
  const kindsFor = async (who: Actor) =>
    (await waitingNotices(hall.context, who)).kinds.map(({ kind, things }) => `${kind} ${things[0]?.line}`);
  /** A row of `tk.due`, as the daily run makes one of 森下. */
  const due = (
    deed: string,
    by: string,
    to: string,
    more: { due?: string | null; form?: string; what?: string } = {},
    id: string = randomUUID(),
  ) =>
    hall.query<{ id: string }>(
      `insert into tk.due (municipality, month, measure, subject, instance, on_date, action, id, per, section, bureau, title, deed, what, form,
         by_roles, to_roles, due_on, causes, state, recorded_at)
       values ($1, '2026-10-01', $2, '100001', '2026-10-01', '2026-10-20', 0, $3, 'person', '11', '10', '試', $4, $5, $6, $7, $8, $9, '[]', 'open', $10) returning id`,
      [
        HERE,
        randomUUID(),
        id,
        deed,
        more.what ?? '対応方針の検討',
        more.form ?? null,
        `{${by}}`,
        `{${to}}`,
        more.due === undefined ? '2026-11-10' : more.due,
        hall.context.clock.now(),
      ],
    );

  it('the 副市長 is told of the form that is routed to them, of a talk and of a permission; the 職員組合 and auditors of none of them', async () => {
    await open();
    await at.form('submitted', 7);
    await due('interview', 'viceMayor,generalAffairs,manager', 'person');
    await due('permission', 'manager', 'viceMayor', { what: '年720時間を超える命令の許可', due: null });
    await due('form', 'manager', 'viceMayor', { form: 'zama-review' });
    await due('alert', 'manager', 'viceMayor');
    await due('interview', 'manager', 'person');
    await at.run();
    const [form, dues] = (await waitingNotices(hall.context, executive)).kinds;
    expect(form).toMatchObject({ kind: 'formApproval', count: 1 });
    expect(form?.things[0]?.path).toBe('/forms/zama-review/2026-09/11');
    expect(dues).toMatchObject({ kind: 'executiveDue', count: 2 });
    expect(dues?.things.map(({ line }) => line).sort()).toEqual([
      '市民部 保険年金課 森下 千尋: 令和8年10月分 許可を受ける「年720時間を超える命令の許可」',
      '市民部 保険年金課 森下 千尋: 令和8年10月分 面談する「対応方針の検討」(期限 令和8年11月10日)',
    ]);
    for (const other of [union, auditor, morishita, takase, there(executive)])
      expect(await kindsFor(other)).toEqual([]);
  });

  it('what the health side takes part in names nobody and says nothing of it', async () => {
    await open();
    await due('interview', 'viceMayor,health', 'person', { what: '体調の確認' });
    await at.run();
    expect(await kindsFor(executive)).toEqual([
      'executiveDue 市民部 保険年金課: 令和8年10月分 面談する(期限 令和8年11月10日)',
    ]);
  });

  it('what 人事課 does of the measures is written to its accounts; of the health side without a name, and never about oneself', async () => {
    await open();
    await at.hr();
    await at.account('personnel', 'hr', 'jinji@city.example');
    await hall.query(
      `update tk.account as a set roles = '{staff,hr}', staff = '100001' where a.municipality = $1 and a.login = 'auditor'`,
      [HERE],
    );
    const rows = [
      ...(await due('list', 'hr', 'health', { what: '保健面接指導の基礎資料' })),
      ...(await due('hearing', 'hr', 'manager', { what: '業務の見通しの聞き取り' })),
      ...(await due('form', 'manager', 'hr', { form: 'ukiha-record', what: '調書' })),
    ];
    await hall.context.store.tenant(HERE, (tx) =>
      writeDueNotices(
        tx,
        rows.map(({ id }) => id),
        { now: hall.context.clock.now(), about: 'dues/2026-10-26', url: null, least: modelParameters().notices.least },
      ),
    );
    const mails = await at.mails();
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(['200001', '400001', 'account/personnel']);
    for (const { body } of mails.filter(({ recipient }) => recipient !== '200001')) {
      expect(body).toMatch(/■ 保険年金課: .*保健面接指導の基礎資料/);
      expect(body).toMatch(/■ 森下 千尋: .*業務の見通しの聞き取り/);
      expect(body).not.toContain('調書');
    }
    expect(mails.find(({ recipient }) => recipient === '200001')?.body).not.toContain('基礎資料');
  });

  it('a form that an account handed in is told back to it', async () => {
    await open();
    await at.form('returned', 0, 'zama-review', 2, 'executive');
    await at.run();
    expect(await kindsFor(executive)).toEqual([
      'formReturned 時間外勤務検証結果報告書(令和8年9月分) 市民部 保険年金課',
    ]);
    expect(await kindsFor(takase)).toEqual([]);
  });

  it('人事課 without a 職員番号 is told what 人事課 does', async () => {
    await open();
    await at.account('personnel', 'hr');
    await at.form('submitted', 3);
    await at.run();
    const [kind] = await kindsFor(account('personnel', 'hr'));
    expect(kind).toMatch(/^formApproval /);
  });

  describe('the address', () => {
    const say = (mailAddress: string, who = executive) => sayNoticeAddress(hall.context, who, { mailAddress });
    it('is said by the account itself, once; then its mails go there, in the way it chose', async () => {
      await open();
      await say('fuku@city.example');
      await say('fuku@city.example');
      expect(await noticeSettings(hall.context, MAILING, executive)).toMatchObject({
        mailAddress: 'fuku@city.example',
        ownAddress: true,
      });
      await due('interview', 'viceMayor', 'person');
      await at.run();
      await at.run();
      expect(
        await hall.query(`select m.recipient, m.address from tk.mail m where m.municipality = $1`, [HERE]),
      ).toEqual([{ recipient: 'account/executive', address: 'fuku@city.example' }]);
      await chooseNotices(hall.context, executive, { choices: [{ kind: 'executiveDue', way: 'page' }] });
      await due('permission', 'manager', 'viceMayor');
      expect(await at.run()).toMatchObject({ fresh: 1 });
      expect(await at.mails()).toHaveLength(1);
      expect(
        await hall.query(
          `select e.kind, e.actor, e.data from tk.event e where e.municipality = $1 and e.stream = 'account/executive'`,
          [HERE],
        ),
      ).toEqual([{ kind: 'NoticeAddressSaid', actor: 'executive', data: { from: '', to: 'fuku@city.example' } }]);
    });
    it('of a member of staff, or what is none, is refused and nothing is written', async () => {
      await open();
      expect(await codeOf(say('x@city.example', morishita))).toBe('notices.address-of-staff');
      for (const wrong of [
        'fuku',
        'a@b',
        'a b@city.example',
        'a@city.example,b@city.example',
        '副市長<a@city.example>',
      ])
        expect(await codeOf(say(wrong))).toBe('notices.address');
      expect(
        await hall.query(`select a.login from tk.account a where a.municipality = $1 and a.mail <> ''`, [HERE]),
      ).toEqual([]);
      await say('fuku@city.example');
      await say('');
      expect(await noticeSettings(hall.context, MAILING, executive)).toMatchObject({ mailAddress: '' });
    });
    it('of the same login in another municipality is its own', async () => {
      await open();
      await say('fuku@city.example');
      expect(await noticeSettings(hall.context, MAILING, there(executive))).toMatchObject({ mailAddress: '' });
      await due('interview', 'viceMayor', 'person');
      await runNotices(hall.context, ELSEWHERE, MAILING);
      expect(await at.mails()).toEqual([]);
    });
  });

  it('each is offered the kinds that may reach them', async () => {
    const offered = async (who: Actor) =>
      (await noticeSettings(hall.context, MAILING, who)).kinds.map(({ kind }) => kind);
    expect(await offered(executive)).toEqual(['formApproval', 'formReturned', 'executiveDue']);
    expect(await offered(union)).toEqual(['plan']);
    expect(await offered(auditor)).toEqual([]);
    expect(await offered(morishita)).toContain('decision');
    expect(await offered(morishita)).not.toContain('executiveDue');
    expect((await noticeSettings(hall.context, MAILING, morishita)).ownAddress).toBe(false);
  });

  it('a login that is also a 職員番号 is not mixed up with the member of staff', async () => {
    await at.addresses();
    await at.account('100001', 'executive', 'fuku@city.example');
    await due('interview', 'viceMayor', 'manager');
    await at.run();
    expect(await hall.query(`select m.recipient, m.address from tk.mail m where m.municipality = $1`, [HERE])).toEqual([
      { recipient: 'account/100001', address: 'fuku@city.example' },
    ]);
    expect(await kindsFor(morishita)).toEqual([]);
  });

  describe('the first page', () => {
    const first = (who: Actor) => urgentThings(hall.context, who);
    it('tells a person what is due from them and what they were told; the head what is theirs, late ones first', async () => {
      await open();
      await due('interview', 'manager', 'person', { due: '2026-10-20' });
      await due('hearing', 'person', 'hr', { due: '2026-11-05', what: '業務の状況' });
      await due('alert', 'manager', 'person,manager', { what: '月45時間を超えた', due: null });
      expect(await first(morishita)).toMatchObject({
        counts: { due: 1, told: 1, decided: 0, waiting: 0 },
        things: [
          { what: 'due', line: expect.stringMatching(/^あなた: .*業務の状況/), dueOn: '2026-11-05', late: false },
          { what: 'told', line: 'あなた: 月45時間を超えた', path: '/dues' },
        ],
      });
      const head = await first(takase);
      expect(head.counts).toEqual({ due: 1, told: 1, decided: 0, waiting: 0 });
      expect(head.things[0]).toMatchObject({ what: 'due', dueOn: '2026-10-20', late: true });
      expect(head.things[0]?.line).toMatch(/^森下 千尋: /);
      for (const other of [auditor, union, there(morishita), there(takase)])
        expect((await first(other)).counts).toEqual({ due: 0, told: 0, decided: 0, waiting: 0 });
    });
    it('leads to the form by which something is done, for whoever fills it in', async () => {
      await due('form', 'manager', 'hr', { form: 'ukiha-record', what: '調書' });
      const { things } = await first(takase);
      expect(things).toHaveLength(1);
      expect((await first(morishita)).counts.due).toBe(0);
    });
    it('counts what waits beside requests and differences, which have pages of their own', async () => {
      await open();
      await at.hr();
      await at.form('submitted', 0);
      await at.objection();
      await at.run();
      expect(await first(takase)).toMatchObject({
        counts: { due: 0, told: 0, decided: 0, waiting: 1 },
        things: [{ what: 'waiting', path: '/forms/zama-review/2026-09/11' }],
      });
      expect((await first(arima)).counts.waiting).toBe(0);
    });
  });
});
