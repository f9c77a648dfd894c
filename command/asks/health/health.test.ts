import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './health.ts';

const named = (name: string) => asks.find((ask) => ask.name === name)!;
const answerOf = (name: string, document: unknown) => named(name).answer(document);
const exampleOf = (name: string): Record<string, unknown> => ({ ...named(name).example });

function complaints(question: () => unknown): readonly string[] {
  try {
    question();
  } catch (error) {
    if (error instanceof InputRefused) {
      for (const { why, cure } of error.complaints)
        expect([why?.ja, why?.en, cure?.ja, cure?.en]).not.toContain(undefined);
      return error.complaints.map(({ why }) => why?.ja ?? '');
    }
    throw error;
  }
  return [];
}
const refusedBy = (name: string, more: object) => complaints(() => answerOf(name, { ...exampleOf(name), ...more }));

describe('every question on health', () => {
  it.each(asks.map((ask) => [ask.name, ask] as const))('%s answers its example in sentences', (_, ask) => {
    const { answer, explanation } = ask.answer(JSON.parse(JSON.stringify(ask.example)));
    expect(JSON.stringify(answer)).not.toMatch(/NaN|undefined/);
    expect(explanation().length).toBeGreaterThan(0);
    for (const line of explanation()) expect(line).not.toMatch(/NaN|undefined|\(\)|「」/);
  });

  it.each(asks.map((ask) => [ask.name] as const))('%s refuses a key that it does not know', (name) => {
    expect(refusedBy(name, { age: 3 })).toEqual(['age: 知らない項目です。']);
  });
});

describe('guidance-deadlines', () => {
  it('answers days, states, the zero report and the case', () => {
    const { answer } = answerOf('guidance-deadlines', exampleOf('guidance-deadlines'));
    expect(answer).toMatchObject({
      month: '2026-10',
      deadlines: [
        { step: 'count', due: '2026-11-10', doneOn: '2026-11-10', state: 'done', confidence: 'A' },
        { step: 'notifyPerson', state: 'done' },
        { step: 'informPhysician', state: 'done' },
        { step: 'request', due: '2026-12-10', state: 'doneLate', cites: '労働安全衛生規則 第52条の3第2項' },
        { step: 'interview', due: '2027-01-15', doneOn: null, state: 'open' },
        { step: 'opinion', due: null, state: 'waiting' },
        { step: 'measures', due: null, state: 'waiting' },
      ],
      overdue: [],
      report: { due: '2026-11-24', state: 'done', cites: '基発1228第16号', confidence: 'B' },
      case: { state: 'requested', label: '申出済み・日程調整待ち', since: '2026-12-15', held: false, unheld: null },
    });
  });

  it('takes the municipality’s own terms and count day', () => {
    const { answer } = answerOf('guidance-deadlines', {
      month: '2026-10',
      route: 'withoutRequest',
      urgent: true,
      done: { count: '2026-11-05' },
      asOf: '2026-12-01',
      rules: { countDay: 5, terms: { notifyPerson: { days: 7 }, interviewWithoutRequest: { days: 20 } } },
    });
    expect(answer).toMatchObject({
      deadlines: [
        { due: '2026-11-05' },
        { due: '2026-11-12' },
        { due: '2026-11-19' },
        { state: 'notNeeded' },
        { due: '2026-11-25' },
        {},
        {},
      ],
      overdue: ['notifyPerson', 'informPhysician', 'interview'],
      report: null,
      case: null,
    });
  });

  it('names the place of what cannot be', () => {
    expect(refusedBy('guidance-deadlines', { done: { count: '2026-10-31' } })[0]).toContain(
      'done.count: 時間の算定の日が',
    );
    expect(refusedBy('guidance-deadlines', { done: {}, report: { persons: 1 } })[0]).toContain(
      'done.count: 産業医への報告',
    );
    expect(refusedBy('guidance-deadlines', { report: { persons: 1, reportedOn: '2026-11-09' } })[0]).toContain(
      'done.informPhysician',
    );
    expect(refusedBy('guidance-deadlines', { events: [{ kind: 'notified', on: '2026-11-12' }] })).toEqual([
      'events[0]: 時間がまだ算定されていません。',
    ]);
    expect(refusedBy('guidance-deadlines', { rules: { countDay: 29, keepYears: 4 } })).toEqual([
      'rules.countDay: 法令が団体に委ねていない値です。',
      'rules.keepYears: 法令が団体に委ねていない値です。',
    ]);
    expect(refusedBy('guidance-deadlines', { events: [{ kind: 'begun', on: '2026-11-12' }] })).toHaveLength(1);
  });

  it('follows a case to its end', () => {
    const counted = { kind: 'counted', on: '2026-11-10', route: 'onRequest', exemptible: true };
    const stateAfter = (events: readonly object[]) =>
      answerOf('guidance-deadlines', { ...exampleOf('guidance-deadlines'), events }).answer.case;
    const finding = { physician: '産業医', examinedOn: '2026-10-20', ground: 'examination' };
    const exempted = { kind: 'exempted', on: '2026-11-12', finding };
    expect(stateAfter([counted, exempted])).toMatchObject({ state: 'exempted1m' });
    const closed = { kind: 'closed', on: '2026-11-30', because: 'tooBusy' };
    expect(stateAfter([counted, { kind: 'notified', on: '2026-11-12' }, closed])).toMatchObject({
      state: 'closed',
      unheld: 'tooBusy',
    });
  });
});

describe('interview-record', () => {
  it('answers what is missing, and of the record only what the reader may see', () => {
    const { answer } = answerOf('interview-record', exampleOf('interview-record'));
    expect(answer).toMatchObject({
      complete: true,
      missing: [],
      unconfirmed: [],
      keptThrough: '2031-11-20',
      seen: { opinion: '12月の時間外勤務を制限する' },
      cites: ['労働安全衛生規則 第52条の5', '労働安全衛生規則 第52条の6', '総行公第139号 3(1)'],
    });
    expect(Object.keys(answer.seen as object)).toEqual(['opinion']);
    const whole = answerOf('interview-record', { ...exampleOf('interview-record'), reader: 'healthStaff' }).answer;
    expect(whole.seen).toMatchObject({ interviewedOn: '2026-11-20', fatigue: '疲労の蓄積あり' });
    const own = answerOf('interview-record', {
      kind: 'ownDoctor',
      record: {},
      recordedOn: '2026-12-01',
      rules: { keepYears: 7 },
    });
    expect(own.answer).toMatchObject({ complete: false, keptThrough: '2033-12-01' });
    expect(own.answer).not.toHaveProperty('seen');
  });
});

describe('the questions on the stress check', () => {
  it('stress-duty answers for workplace and persons', () => {
    const { answer, explanation } = answerOf('stress-duty', exampleOf('stress-duty'));
    expect(answer).toMatchObject({
      workplace: { duty: 'effort', becomesDutyBy: '2028-05-13', report: null, confidence: 'B' },
      persons: [
        { id: '100001', reached: true, because: [], invitation: 'invited' },
        { id: '100002', reached: false, because: ['shortTerm', 'lowHours'] },
      ],
    });
    expect(explanation().at(-1)).toMatch(/^100002: ストレスチェックの義務の対象ではありません。/);
    expect(refusedBy('stress-duty', { on: '2015-11-30' })).toEqual(['on: その日には、まだ定めがありません。']);
    const persons = [{ id: '1', weeklyHours: '0:00', normalWeeklyHours: '0:00' }];
    expect(refusedBy('stress-duty', { persons })[0]).toContain('persons[0].normalWeeklyHours');
    const alone = { on: '2026-11-01', workplace: { staff: 50, table: 13, personnelCommission: true } };
    expect(answerOf('stress-duty', alone).answer).toMatchObject({
      workplace: { duty: 'duty', report: { to: 'labourStandardsOffice', electronic: true } },
      persons: [],
    });
  });

  it('stress-consent answers whether the result may be given', () => {
    expect(answerOf('stress-consent', exampleOf('stress-consent')).answer).toMatchObject({
      mayBeGiven: false,
      since: null,
    });
    const requested = { toldOn: '2026-10-10', interviewRequestedOn: '2026-10-12', asOf: '2026-11-01' };
    expect(answerOf('stress-consent', requested).answer).toMatchObject({
      mayBeGiven: true,
      since: '2026-10-12',
      by: 'interviewRequest',
    });
    expect(answerOf('stress-consent', { asOf: '2026-11-01' }).answer).toMatchObject({ mayBeGiven: false });
  });

  it('stress-deadlines answers days and how long things are kept', () => {
    expect(answerOf('stress-deadlines', exampleOf('stress-deadlines')).answer).toMatchObject({
      deadlines: [{ state: 'done' }, { state: 'done' }, { due: '2026-11-15', state: 'open' }, {}, {}],
      resultKeptThrough: '2031-10-01',
      recordKeptThrough: null,
    });
    expect(refusedBy('stress-deadlines', { done: { result: '2026-10-15' } })[0]).toContain(
      'done.result: 本人への結果の通知',
    );
    const first = { schemeFrom: '2026-04-01', interviewFoundNecessary: false, asOf: '2026-05-01' };
    expect(answerOf('stress-deadlines', first).answer).toMatchObject({
      deadlines: [{ due: '2027-04-01' }, {}, {}, {}, {}],
    });
  });

  it('stress-23 judges by sums, and by points with a table', () => {
    const example = exampleOf('stress-23');
    expect(answerOf('stress-23', example).answer).toMatchObject({
      sum: { A: 15, B: 33, C: 18, highStress: true },
      converted: null,
      bounded: { A: 7, B: { least: 9, greatest: 13 }, C: 5, highStress: null },
      confidence: 'C',
    });
    const rules = { depression23: [3, 4, 6, 8, 12] };
    expect(answerOf('stress-23', { ...example, rules }).answer.converted).toMatchObject({ highStress: true });
    expect(refusedBy('stress-23', { answers: [1] })).toEqual(['answers: 答えが 1 個あります。']);
    expect(refusedBy('stress-23', { answers: [...new Array(22).fill(1), 5] })[0]).toContain(
      'answers[22]: 項目 23 の答え 5',
    );
    expect(refusedBy('stress-23', { rules: { depression23: [3, 4, 6, 8, 11] } })[0]).toContain('rules.depression23');
  });
});

describe('the questions on group analysis', () => {
  it('group-risk shows risks, means and edition', () => {
    const { answer } = answerOf('group-risk', exampleOf('group-risk'));
    expect(answer).toMatchObject({
      shown: true,
      edition: 'current',
      sexes: {
        male: {
          answers: 20,
          means: { amount: '9.50', control: '7.00', chief: '7.00', colleagues: '8.00' },
          workload: '115.1',
          support: '106.0',
          total: '122.0',
        },
      },
      highStressWorkplace: false,
      small: false,
      confidence: 'C',
    });
    const apart = { ...exampleOf('group-risk'), rules: { mixedSex: 'apart' } };
    expect(answerOf('group-risk', apart).answer).toMatchObject({ group: null, highStressWorkplace: null });
  });

  it('group-risk shows nothing of nine answers, and refuses what cannot be', () => {
    const sums = { amount: 81, control: 63, chief: 63, colleagues: 72 };
    const few = { sexes: [{ sex: 'male', answers: 9, sums }] };
    const { answer } = answerOf('group-risk', few);
    expect(answer).toMatchObject({ shown: false, because: 'tooFewAnswers' });
    expect(JSON.stringify(answer)).not.toContain('means');
    const rules = { belowMinimum: 'withConsentOfAll' };
    expect(answerOf('group-risk', { ...few, consentOfAll: true, rules }).answer).toMatchObject({ shown: true });
    expect(refusedBy('group-risk', { sexes: [{ sex: 'male', answers: 30, sums }] })[0]).toContain(
      'sexes: 同じ性別が2回',
    );
    expect(refusedBy('group-risk', { rules: { minimum: 9 } })).toEqual([
      'rules.minimum: 法令が団体に委ねていない値です。',
    ]);
    expect(refusedBy('group-risk', { sexes: [] })[0]).toContain('sexes');
  });

  it('group-suppression hides so that no small group follows', () => {
    const { answer } = answerOf('group-suppression', exampleOf('group-suppression'));
    expect(answer).toMatchObject({
      minimum: 10,
      cells: [
        { department: '人事課', state: 'shown' },
        { department: '総務部', state: 'shown' },
        { department: '財政課', state: 'complementary' },
        { department: '管財課', state: 'tooFew' },
        { sex: 'male', state: 'shown' },
        { sex: 'female', state: 'shown' },
      ],
      shown: 4,
      hidden: 2,
    });
    expect(refusedBy('group-suppression', { departments: [] })[0]).toContain('groups: 部署の木にない部署');
    const raised = { ...exampleOf('group-suppression'), rules: { minimum: 31 } };
    expect(answerOf('group-suppression', raised).answer).toMatchObject({ minimum: 31, shown: 1 });
  });
});
