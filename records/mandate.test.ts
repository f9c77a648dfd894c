import { describe, expect, it } from 'vitest';
import {
  type Absence,
  endAbsence,
  endMandate,
  type GiveMandate,
  giveMandate,
  type Mandate,
  recordAbsence,
} from './mandate.ts';

const mandate: Mandate = {
  id: 'a',
  department: '11',
  holder: '300002',
  kind: 'standIn',
  from: '2026-10-26',
  until: '2026-11-01',
  dailyLimit: null,
};
const giving: GiveMandate = {
  actor: '200001',
  mandate,
  today: '2026-10-26',
  known: null,
  others: [],
  heads: ['200001'],
  delegatedLimit: 180,
};
const code = (answer: ReturnType<typeof giveMandate> | ReturnType<typeof recordAbsence>) =>
  'refused' in answer ? answer.refused.code : answer.events.map(({ kind }) => kind).join();
const give = (change: Partial<Mandate>, more: Partial<GiveMandate> = {}) =>
  code(giveMandate({ ...giving, ...more, mandate: { ...mandate, ...change } }));

describe('指名', () => {
  it('される', () => expect(give({})).toBe('MandateGiven'));
  it('同じ指名は一度だけ残り、番号の使い回しは断る', () => {
    expect(give({}, { known: mandate })).toBe('');
    expect(give({ holder: '300003' }, { known: mandate })).toBe('mandate.id-taken');
  });
  it('過ぎた日から、逆の期間では、されない', () => {
    expect(give({ from: '2026-10-25' })).toBe('mandate.past');
    expect(give({ until: '2026-10-26' })).toBe('mandate.until-before-from');
    expect(give({ until: '2026-10-27' })).toBe('MandateGiven');
  });
  it('自分と、その所属の所属長は、されない', () => {
    expect(give({ holder: '200001' })).toBe('mandate.self');
    expect(give({ holder: '200001' }, { actor: '400001' })).toBe('mandate.head');
  });
  it('専決は団体の上限の中で、代決は上限によらない', () => {
    expect(give({ kind: 'delegated', dailyLimit: 180 })).toBe('MandateGiven');
    expect(give({ kind: 'delegated', dailyLimit: 181 })).toBe('mandate.limit');
    expect(give({ kind: 'delegated', dailyLimit: null })).toBe('MandateGiven');
    expect(give({ dailyLimit: 600 })).toBe('MandateGiven');
  });
  it('同じ種類の期間は一日も重ならず、続きは置ける', () => {
    const other = { ...mandate, id: 'b', holder: '300009', from: '2026-10-31', until: '2026-11-08' };
    expect(give({}, { others: [other] })).toBe('mandate.overlaps');
    expect(give({ until: '2026-10-31' }, { others: [other] })).toBe('MandateGiven');
    expect(give({ from: '2026-11-08', until: '2026-11-09' }, { others: [other] })).toBe('MandateGiven');
  });
  it('始まる前に終えたものは、どの日とも重ならない', () => {
    const empty = { ...mandate, id: 'b', holder: '300009', from: '2026-10-28', until: '2026-10-28' };
    expect(give({}, { others: [empty] })).toBe('MandateGiven');
  });
  it('庶務担当は何人でも置け、同じ人は重ならない', () => {
    const other = { ...mandate, id: 'b', kind: 'clerk', holder: '300009' } as const;
    expect(give({ kind: 'clerk' }, { others: [other] })).toBe('MandateGiven');
    expect(give({ kind: 'clerk', holder: '300009' }, { others: [other] })).toBe('mandate.overlaps');
  });
});

describe('早く終えること', () => {
  const end = (until: string, today = '2026-10-28') => code(endMandate(mandate, until, today));
  it('その日から効かず、同じ日なら何も起こらない', () => {
    expect(end('2026-10-28')).toBe('MandateEnded');
    expect(end('2026-11-01')).toBe('');
  });
  it('過ぎた日には戻れず、延ばせず、終わったものは終えられない', () => {
    expect(end('2026-10-27')).toBe('mandate.past');
    expect(end('2026-11-02')).toBe('mandate.end-later');
    expect(end('2026-11-03', '2026-11-02')).toBe('mandate.over');
  });
});

describe('所属長の不在', () => {
  const absence: Absence = { id: 'x', staff: '200001', from: '2026-10-26', until: '2026-10-27' };
  const record = (change: Partial<Absence>, others: readonly Absence[] = [], known: Absence | null = null) =>
    code(recordAbsence({ absence: { ...absence, ...change }, today: '2026-10-26', known, others }));
  it('一日でも、期間でも記録でき、重ならない', () => {
    expect(record({})).toBe('AbsenceRecorded');
    expect(record({ until: '2026-11-01' })).toBe('AbsenceRecorded');
    expect(record({}, [{ ...absence, id: 'y' }])).toBe('absence.overlaps');
    expect(record({ from: '2026-10-25' })).toBe('mandate.past');
    expect(record({ until: '2026-10-26' })).toBe('mandate.until-before-from');
  });
  it('同じ記録は一度だけ残る', () => {
    expect(record({}, [], absence)).toBe('');
    expect(record({ until: '2026-10-29' }, [], absence)).toBe('mandate.id-taken');
  });
  it('戻った日から効かない', () => {
    const long = { ...absence, until: '2026-11-01' };
    expect(code(endAbsence(long, '2026-10-28', '2026-10-28') as ReturnType<typeof recordAbsence>)).toBe('AbsenceEnded');
    expect(code(endAbsence(absence, '2026-10-28', '2026-10-28') as ReturnType<typeof recordAbsence>)).toBe(
      'absence.over',
    );
  });
});
