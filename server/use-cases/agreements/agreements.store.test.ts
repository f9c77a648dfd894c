import { randomUUID } from 'node:crypto';
import type { AgreementDocument } from '@tokimori/contract/agreements';
import { describe, expect, it } from 'vitest';
import { agreementDocument } from '../testing/agreement.ts';
import { eachTownHallAt } from '../testing/each-town-hall.ts';
import { codeOf } from '../testing/refused.ts';
import { arima, HERE, morishita, takase, there } from '../testing/town-hall.ts';
import { agreementsView, agreementView, checkAgreement } from './agreements.ts';
import { endAgreement, saveAgreement } from './save.ts';

eachTownHallAt('2026-11-04T18:00:00+09:00', 'the register of 36協定', (hall) => {
  const number = (appended: number | null) =>
    hall.query(`update tk.department as d set appended_table = $2 where d.municipality = $1 and d.department = '10'`, [
      HERE,
      appended,
    ]);
  const save = (
    document: AgreementDocument,
    given: { id?: string; version?: number; replaces?: string; reason?: string } = {},
  ) =>
    saveAgreement(hall.context, arima, {
      id: given.id ?? randomUUID(),
      version: given.version ?? 0,
      document,
      replaces: given.replaces ?? null,
      reason: given.reason ?? '',
    });
  const [line] = agreementDocument().lines;
  const monthly = (minutes: number) => agreementDocument({ lines: [{ ...line!, monthly: minutes }] });

  describe('while it is written', () => {
    it('names every missing item and every violation with its place', async () => {
      await number(13);
      const document = agreementDocument({
        lines: [{ ...line!, monthly: 2701, tasks: '' }],
        representative: null,
        filedOn: null,
      });
      const check = await checkAgreement(hall.context, arima, { document });
      expect(check.findings.map(({ kind, path }) => [kind, path])).toEqual([
        ['missing', 'lines[0].tasks'],
        ['missing', 'representative'],
        ['violation', 'lines[0].monthly'],
        ['notice', 'filedOn'],
      ]);
      expect([check.lawful, check.taken, check.from]).toEqual([false, false, null]);
      expect(check.findings[2]?.step).toMatchObject({ says: 'aboveMaximum', figures: { value: 2701, maximum: 2700 } });
      expect(check.steps.map(({ says, words }) => [says, words.authority])).toContainEqual([
        'fileWith',
        'laborStandardsOffice',
      ]);
    });
    it('is refused where it cannot be, by its place', async () => {
      const reversed = agreementDocument({ term: { from: '2026-04-01', through: '2026-03-31' } });
      expect(await codeOf(checkAgreement(hall.context, arima, { document: reversed }))).toBe('agreement.impossible');
      const noDay = agreementDocument({ filedOn: '2026-02-30' });
      expect(await codeOf(checkAgreement(hall.context, arima, { document: noDay }))).toBe('date.not-in-calendar');
      const early = agreementDocument({ yearStart: '2018-04-01', term: { from: '2018-04-01', through: '2019-03-31' } });
      expect(await codeOf(checkAgreement(hall.context, arima, { document: early }))).toBe('agreement.too-early');
    });
  });

  it('takes nothing above the law, keeps the rest as a draft, and what is lawful and filed in force', async () => {
    await number(13);
    expect(await codeOf(save(monthly(2701)))).toBe('agreement.above-law');
    expect(await hall.query('select 1 from tk.agreement36 a where a.municipality = $1', [HERE])).toEqual([]);
    const id = randomUUID();
    const draft = await save(agreementDocument({ representative: null }), { id });
    expect([draft.state, draft.check.lawful]).toEqual(['draft', false]);
    expect((await agreementsView(hall.context, arima)).uncovered).toEqual([
      { department: '10', name: '市民部', appdxTable1: 13, headcount: 2 },
    ]);
    const kept = await save(agreementDocument(), { id, version: 1 });
    expect([kept.state, kept.check.from, kept.check.through]).toEqual(['inForce', '2026-04-01', '2027-03-31']);
    const { agreements, uncovered } = await agreementsView(hall.context, arima);
    expect(uncovered).toEqual([]);
    expect(agreements).toMatchObject([{ id, name: '市民部', state: 'inForce', open: 0, version: 2, daysLeft: 147 }]);
    const kinds = await hall.query<{ kind: string }>(
      'select e.kind from tk.event e where e.municipality = $1 and e.stream = $2 order by e.seq',
      [HERE, `agreement/${id}`],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['AgreementDrafted', 'AgreementRegistered']);
  });

  it('is the same when the same click comes twice, and lets the slower of two writers know', async () => {
    const id = randomUUID();
    await save(agreementDocument(), { id });
    expect((await save(agreementDocument(), { id })).state).toBe('inForce');
    expect(await codeOf(save(monthly(1700), { id }))).toBe('record.changed');
    expect(await codeOf(save(monthly(1700), { id, version: 1 }))).toBe('agreement.reason');
    expect(await codeOf(save(agreementDocument({ filedOn: null }), { id, version: 1, reason: '誤り' }))).toBe(
      'agreement.would-lose-effect',
    );
    expect((await save(monthly(1700), { id, version: 1, reason: '誤記' })).state).toBe('inForce');
    const { document, row } = await agreementView(hall.context, arima, { id });
    expect([document.lines[0]?.monthly, row.version]).toEqual([1700, 2]);
  });

  it('refuses an overlap, and is replaced by a new one that ends it on the day before', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await save(agreementDocument(), { id: first });
    const next = agreementDocument({
      yearStart: '2026-12-01',
      term: { from: '2026-12-01', through: '2027-11-30' },
      concludedOn: '2026-10-20',
      filedOn: '2026-11-01',
    });
    expect(await codeOf(save(next, { id: second }))).toBe('agreement.overlaps');
    const elsewhere = { ...next, department: '21' };
    expect(await codeOf(save(elsewhere, { id: second, replaces: first }))).toBe('agreement.replaced-unfit');
    expect((await save(next, { id: second, replaces: first })).state).toBe('upcoming');
    const { agreements } = await agreementsView(hall.context, arima);
    expect(agreements.map(({ id, through, state }) => [id, through, state])).toEqual([
      [first, '2026-11-30', 'renewalDue'],
      [second, '2027-11-30', 'upcoming'],
    ]);
  });

  it('tells of the end within the days of the municipality, and is ended with a reason', async () => {
    const id = randomUUID();
    const until = (through: string) =>
      agreementDocument({ yearStart: '2026-01-01', term: { from: '2026-01-01', through } });
    await save({ ...until('2027-01-03'), concludedOn: '2025-12-01', filedOn: '2025-12-10' }, { id });
    expect((await agreementView(hall.context, arima, { id })).row).toMatchObject({ state: 'renewalDue', daysLeft: 60 });
    const end = (on: string) => endAgreement(hall.context, arima, { id, on, reason: '施設の廃止' });
    expect(await codeOf(end('2027-01-03'))).toBe('agreement.end-outside');
    expect(await codeOf(end('2025-12-31'))).toBe('agreement.end-outside');
    await end('2026-11-03');
    expect((await agreementView(hall.context, arima, { id })).row.state).toBe('ended');
    const draft = randomUUID();
    await save(agreementDocument({ representative: null }), { id: draft });
    await endAgreement(hall.context, arima, { id: draft, on: '2026-11-04', reason: '作り直し' });
    expect(await codeOf(agreementView(hall.context, arima, { id: draft }))).toBe('agreement.unknown');
  });

  it('is read by those of the whole municipality, kept by 人事課, and of one municipality', async () => {
    const id = randomUUID();
    await save(agreementDocument(), { id });
    for (const who of [takase, morishita]) {
      expect(await codeOf(agreementsView(hall.context, who))).toBe('access.denied');
      expect(await codeOf(agreementView(hall.context, who, { id }))).toBe('access.denied');
      expect(await codeOf(checkAgreement(hall.context, who, { document: agreementDocument() }))).toBe('access.denied');
      const again = { id, version: 1, document: monthly(1), replaces: null, reason: 'x' };
      expect(await codeOf(saveAgreement(hall.context, who, again))).toBe('access.denied');
      expect(await codeOf(endAgreement(hall.context, who, { id, on: '2026-11-04', reason: 'x' }))).toBe(
        'access.denied',
      );
    }
    expect((await agreementsView(hall.context, there(arima))).agreements).toEqual([]);
    expect(await codeOf(agreementView(hall.context, there(arima), { id }))).toBe('agreement.unknown');
    expect(await codeOf(endAgreement(hall.context, there(arima), { id, on: '2026-11-04', reason: 'x' }))).toBe(
      'agreement.unknown',
    );
    expect((await agreementView(hall.context, arima, { id })).row.state).toBe('inForce');
  });
});
