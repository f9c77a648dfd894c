import { describe, expect, it } from 'vitest';
import { InputRefused } from '../refusal.ts';
import { judgementsOf } from './judgement-json.ts';
import { judgementTables } from './judgement-table.ts';
import { readHistories } from './read-histories.ts';

type Plain = Record<string, unknown>;
const september = { month: '2026-09', department: 'selfDirected', overtime: '20:00' };
const person = (more: Plain = {}): Plain => ({
  id: '100001',
  regime: 'ordinance',
  employedFrom: '2026-09',
  months: [september],
  ...more,
});
const document = (one: Plain, more: Plain = {}): Plain => ({ asOf: '2026-09-30', staff: [one], ...more });
const judged = (one: Plain, more: Plain = {}, explained = false) => {
  const [answer] = [...judgementsOf(readHistories(document(one, more)), explained)];
  return answer;
};
const request = {
  kind: 'overtimeLimit',
  ground: 'child',
  childBornOn: '2022-05-10',
  requestedOn: '2026-08-20',
  from: '2026-09-01',
  through: '2027-08-31',
};

function refusalsOf(one: Plain, more: Plain = {}): readonly string[] {
  try {
    readHistories(document(one, more));
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja ?? '');
    throw error;
  }
  return [];
}

describe('limits on request', () => {
  it('stand beside the caps, and the smaller binds', () => {
    const answer = judged(person({ restrictions: [request] }));
    expect(Object.keys(answer ?? {})).toEqual(['id', 'limits', 'personal', 'remaining']);
    expect(answer?.personal).toEqual([
      {
        limit: 'personalMonthly',
        month: '2026-09',
        value: '20:00',
        cap: '24:00',
        comparison: 'atMost',
        verdict: 'within',
        cites: '人事院規則10―11 第10条',
      },
      {
        limit: 'personalAnnual',
        from: '2026-09',
        through: '2027-08',
        value: '20:00',
        cap: '150:00',
        comparison: 'atMost',
        verdict: 'within',
        cites: '人事院規則10―11 第10条',
      },
    ]);
    expect(answer?.remaining).toEqual({ month: '2026-09', overtime: '4:00', binding: 'personalMonthly' });
  });

  it('change nothing when none are given', () => {
    const answer = judged(person());
    expect(Object.keys(answer ?? {})).toEqual(['id', 'limits', 'remaining']);
    expect(answer?.remaining).toEqual({ month: '2026-09', overtime: '25:00', binding: 'monthly' });
    expect(judged(person({ restrictions: [] }))).toMatchObject({ personal: [], remaining: { binding: 'monthly' } });
  });

  it('leave the caps to bind at a tie and where they leave less', () => {
    const months = [{ ...september, overtime: '45:00' }];
    expect(judged(person({ months, restrictions: [request] }))?.remaining).toMatchObject({
      overtime: '0:00',
      binding: 'monthly',
    });
  });

  it('exempt also in a month whose hours are not known', () => {
    const exempt = { ...request, kind: 'overtimeExemption' };
    expect(judged(person({ months: [], restrictions: [exempt] }))?.remaining).toEqual({
      month: '2026-09',
      overtime: '0:00',
      binding: 'personalExempt',
      notJudged: ['monthly', 'annual'],
    });
    expect(judged(person({ months: [], restrictions: [request] }))?.remaining).toMatchObject({
      overtime: null,
      binding: null,
      notJudged: ['monthly', 'annual', 'personalMonthly', 'personalAnnual'],
    });
  });

  it('do not count what a disaster demanded, and take the parameters of the municipality', () => {
    const months = [{ ...september, overtime: '30:00', disasterNeed: '10:00' }];
    expect(judged(person({ months, restrictions: [request] }))?.remaining).toMatchObject({ overtime: '4:00' });
    const late = {
      ...request,
      kind: 'overtimeExemption',
      childBornOn: '2022-05-10',
      from: '2025-06-01',
      through: '2025-12-31',
    };
    expect(refusalsOf(person({ restrictions: [late] }))).toEqual([]);
    const rules = { restrictions: { exemptionUntilSchoolFrom: '2025-07-01' } };
    expect(refusalsOf(person({ restrictions: [late] }), { rules })).toEqual([
      expect.stringMatching(/^staff\[0\]\.restrictions\[0\]: この請求は効きません\(請求できる期間の外です\)/),
    ]);
  });

  it.each<[string, Plain, RegExp]>([
    [
      'an overlap',
      person({ restrictions: [request, { ...request, kind: 'overtimeExemption', requestedOn: '2026-08-21' }] }),
      /restrictions\[1\]: .*重なって/,
    ],
    [
      'a birth that is missing',
      person({ restrictions: [{ ...request, childBornOn: null }] }),
      /restrictions\[0\]\.childBornOn: /,
    ],
    [
      'a request before the rule',
      person({ restrictions: [{ ...request, childBornOn: '2000-01-01', from: '2002-03-01', through: '2002-06-30' }] }),
      /restrictions: .*まだ定め/,
    ],
    ['an unknown key', person({ restrictions: [{ ...request, note: '' }] }), /restrictions\[0\]\.note: 知らない/],
  ])('are refused with %s', (_, one, pattern) => {
    expect(refusalsOf(one)).toEqual([expect.stringMatching(pattern)]);
  });
});

describe('what else may stand beside the months', () => {
  it('the hours of other posts are summed', () => {
    const concurrent = [{ post: '選挙管理委員会', months: [{ ...september, overtime: '25:01' }] }];
    expect(judged(person({ concurrent }))).toMatchObject({
      limits: [{ limit: 'monthly', value: '45:01', verdict: 'exceeded' }, { limit: 'annual' }],
    });
    const driven = [{ months: [{ ...september, department: 'externallyDriven', overtime: '25:01' }] }];
    expect(judged(person({ concurrent: driven }), { rules: { concurrentKind: 'anyPost' } })).toMatchObject({
      limits: [{ limit: 'monthly', cap: '100:00', verdict: 'within' }, { cap: '720:00' }, { limit: 'monthsOver45' }],
    });
  });

  it('appointments without a gap are one employment, unless the municipality has it otherwise', () => {
    const appointments = [
      { from: '2026-04-01', through: '2026-08-31' },
      { from: '2026-09-01', through: '2027-03-31' },
    ];
    const one = person({ employedFrom: null, appointments });
    expect(judged(one)?.remaining).toMatchObject({ notJudged: ['annual'] });
    expect(judged(one, { rules: { reappointment: 'anew' } })?.remaining).not.toHaveProperty('notJudged');
  });

  it('the hours before a transfer are held against the former caps', () => {
    const months = [{ ...september, department: 'externallyDriven', overtime: '60:00' }];
    const transfers = [{ on: '2026-09-21', from: 'selfDirected', to: 'externallyDriven', overtimeBefore: '45:01' }];
    expect(judged(person({ months, transfers }))?.beforeTransfer).toEqual([
      {
        limit: 'monthlyBefore',
        on: '2026-09-21',
        value: '45:01',
        cap: '45:00',
        comparison: 'atMost',
        verdict: 'exceeded',
        cites: '人事院規則15―14 第16条の2の2第1項第1号',
      },
      expect.objectContaining({ limit: 'annualBefore', value: '45:01', cap: '360:00', verdict: 'within' }),
    ]);
  });

  it('a transfer on a first day is taken as the municipality has it', () => {
    const on = '2026-09-01';
    const transfers = [{ on, from: 'externallyDriven', to: 'selfDirected' }];
    expect(refusalsOf(person({ transfers }))).toEqual([expect.stringMatching(/異動のある月は他律/)]);
    const rules = { transferOnFirstDayOfMonth: 'confirmsKind' };
    expect(refusalsOf(person({ transfers }), { rules })).toEqual([]);
    const driven = [{ ...september, department: 'externallyDriven' }];
    expect(refusalsOf(person({ months: driven, transfers }), { rules })).toEqual([
      expect.stringMatching(/\(月の初日\)/),
    ]);
    const april = [{ ...september, month: '2026-04' }];
    const first = [{ ...transfers[0], on: '2026-04-01' }];
    expect(refusalsOf(person({ months: april, transfers: first }))).toEqual([]);
    const counts = { transferOnFirstDayOfYear: 'counts' };
    expect(refusalsOf(person({ months: april, transfers: first }), { rules: counts })).toHaveLength(1);
    const back = [...first, { on: '2026-04-20', from: 'selfDirected', to: 'externallyDriven' }];
    const both = april.map((month) => ({ ...month, department: 'externallyDriven' }));
    expect(refusalsOf(person({ months: both, transfers: back }))).toEqual([]);
  });

  it('an agreement of yearly averaging has its own maxima', () => {
    const months = [{ month: '2026-09', overtime: '42:01' }];
    const field = (agreement: Plain) => person({ regime: 'article36', months, agreement });
    expect(judged(field({ yearlyAveraging: true }))).toMatchObject({
      limits: [{ cap: '42:00', verdict: 'exceeded' }, { limit: 'monthlyTotal' }, { cap: '320:00' }],
    });
    expect(refusalsOf(field({ yearlyAveraging: true, monthly: '42:01' }))).toEqual([
      expect.stringMatching(/agreement\.monthly: /),
    ]);
  });

  it.each<[string, Plain, RegExp]>([
    [
      'a month of a post twice',
      person({ concurrent: [{ months: [september, september] }] }),
      /concurrent\[0\]\.months\[1\]\.month: /,
    ],
    [
      'a part longer than the whole',
      person({ concurrent: [{ months: [{ ...september, exceptional: '20:01' }] }] }),
      /concurrent\[0\]\.months\[0\]: 内数/,
    ],
    [
      'more disaster than overtime',
      person({ months: [{ ...september, disasterNeed: '20:01' }] }),
      /months\[0\]\.disasterNeed: /,
    ],
    ['appointments beside employedFrom', person({ appointments: [] }), /appointments: .*両方/],
    [
      'no appointment on the day',
      person({ employedFrom: null, appointments: [{ from: '2026-10-01' }] }),
      /appointments: 判定日に任用/,
    ],
    [
      'appointments at once',
      person({ employedFrom: null, appointments: [{ from: '2026-04-01' }, { from: '2026-05-01' }] }),
      /appointments: .*重なって/,
    ],
    [
      'more before the transfer than in the month',
      person({
        months: [{ ...september, department: 'externallyDriven' }],
        transfers: [{ on: '2026-09-21', from: 'selfDirected', to: 'externallyDriven', overtimeBefore: '20:01' }],
      }),
      /transfers\[0\]\.overtimeBefore: /,
    ],
  ])('is refused with %s', (_, one, pattern) => {
    expect(refusalsOf(one)).toEqual([expect.stringMatching(pattern)]);
  });
});

describe('--explain', () => {
  it('adds the sentences of the caps, and none of a forecast', () => {
    const explanation = judged(person(), {}, true)?.explanation ?? [];
    expect(explanation).toContain('9月の時間外勤務は 20:00 です。');
    expect(explanation).toContain(
      '月: 45:00 − 20:00 = 25:00(あと 25:00)。先に届く上限です。(人事院規則15―14 第16条の2の2第1項第1号イ(1))',
    );
    expect(explanation).toContain(
      '9月に命令できるのは あと 25:00 です(月の上限)。(人事院規則15―14 第16条の2の2第1項第1号イ(1))',
    );
    expect(explanation.join('')).not.toMatch(/見込み|NaN/);
    expect(explanation.join('')).toContain('育児・介護の請求による上限は、この判定に入っていません。');
  });

  it('tells the requests themselves where they are given', () => {
    const explanation = judged(person({ restrictions: [request] }), {}, true)?.explanation ?? [];
    expect(explanation.join('')).not.toContain('この判定に入っていません');
    expect(explanation.join('')).toContain('請求による上限のもとで命令できるのは あと 4:00 です');
  });

  it('stands below each person of the table', () => {
    const transfers = [{ on: '2026-09-21', from: 'selfDirected', to: 'externallyDriven', overtimeBefore: '12:00' }];
    const months = [{ ...september, department: 'externallyDriven' }];
    const exempt = { ...request, kind: 'overtimeExemption', from: '2026-09-16' };
    const people = readHistories(document(person({ months, transfers, restrictions: [exempt] })));
    const text = [...judgementTables(people, 'ja', true)].join('');
    expect(text).toMatch(/免除\(請求\) +2026-09 +0:00 以下 +判定できない\(月の一部だけの請求\) +人事院規則10―11 第9条/);
    expect(text).toMatch(/異動前の月 +〜2026-09-20 +12:00 +45:00 以下 +上限の内/);
    expect(text).toMatch(/2026-09 あと 0:00\(先に届く上限: 免除\(請求\)\)\n {2}9月の時間外勤務は 20:00 です。\n/);
    const english = [...judgementTables(people, 'en')].join('');
    expect(english).toContain('2026-09 0:00 left (first limit: exempt on request)');
    expect(english).toContain('not judged(part of the month)');
    expect(english).not.toContain('です。');
  });
});
