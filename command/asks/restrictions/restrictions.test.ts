import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './restrictions.ts';

const [restrictions] = asks;
const ask = (document: unknown) => restrictions?.answer(document);
const request = {
  kind: 'overtimeLimit',
  ground: 'child',
  childBornOn: '2022-05-10',
  requestedOn: '2026-03-20',
  from: '2026-04-01',
  through: '2027-03-31',
};

function complaintsOf(document: unknown): readonly string[] {
  try {
    ask(document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => why?.ja ?? '');
    throw error;
  }
  return [];
}

describe('tokimori law ask restrictions', () => {
  it('answers its example', () => {
    const answered = ask(restrictions?.example);
    expect(answered?.answer).toMatchObject({
      requests: [
        {
          kind: 'overtimeLimit',
          effective: { from: '2026-04-01', through: '2027-03-31' },
          eligibleThrough: '2029-03-31',
          defects: [],
          cites: '人事院規則10―11 第10条',
          confidence: 'B',
        },
        { kind: 'lateNightLimit', effective: { from: '2026-07-01', through: '2026-12-31' }, eligibleThrough: null },
      ],
      remaining: { month: '2026-10', overtime: '2:14', binding: 'personalAnnual' },
      forbiddenToday: { overtime: false, holidayWork: false, night: true, needsGraveReason: false },
    });
    const personal = answered?.answer.personal as readonly { verdict: string }[];
    expect(personal.filter(({ verdict }) => verdict === 'exceeded')).toEqual([
      {
        limit: 'personalMonthly',
        month: '2026-08',
        value: '24:01',
        cap: '24:00',
        comparison: 'atMost',
        verdict: 'exceeded',
        cites: '人事院規則10―11 第10条',
        confidence: 'B',
      },
    ]);
    expect(answered?.explanation().join('')).toContain('22:00 から 5:00 までの勤務を命令できません。');
  });

  it('takes the parameters of the municipality, and says what is wrong with a request', () => {
    const late = { ...request, requestedOn: '2026-03-31' };
    const rules = { overtimeRequestDays: 30, yearOf: null };
    expect(ask({ asOf: '2026-04-30', requests: [late], rules })?.answer).toMatchObject({
      requests: [{ defects: ['late'] }],
      remaining: { overtime: null, binding: null, notJudged: ['personalMonthly', 'personalAnnual'] },
    });
    const birth = {
      ...request,
      kind: 'maternityOvertime',
      ground: 'maternity',
      gaveBirthOn: '2026-02-10',
      through: '2027-12-31',
    };
    expect(ask({ asOf: '2026-04-30', requests: [birth, { ...birth, gaveBirthOn: null }] })?.answer).toMatchObject({
      requests: [{ eligibleThrough: '2027-02-10' }, { eligibleThrough: null }],
    });
    const declined = { ...request, notPossible: '代替がない', lapsedOn: '2026-08-01' };
    expect(ask({ asOf: '2026-04-30', managerial: true, requests: [declined] })?.answer).toMatchObject({
      requests: [{ effective: null, defects: ['managerial'] }],
    });
  });

  it.each<[string, unknown, readonly RegExp[]]>([
    [
      'a request that ends before it begins',
      { asOf: '2026-04-30', requests: [{ ...request, through: '2026-03-31' }] },
      [/^requests\[0\]\.through: /],
    ],
    [
      'a child without a birth',
      { asOf: '2026-04-30', requests: [{ ...request, childBornOn: null }] },
      [/^requests\[0\]\.childBornOn: /],
    ],
    [
      'a child born after the period',
      { asOf: '2026-04-30', requests: [{ ...request, childBornOn: '2027-04-01' }] },
      [/^requests\[0\]\.childBornOn: /],
    ],
    [
      'a request before the rule',
      {
        asOf: '2026-04-30',
        requests: [{ ...request, childBornOn: '2000-01-01', from: '2002-03-31', through: '2002-04-30' }],
      },
      [/^requests: その日には/],
    ],
    [
      'a month twice',
      { asOf: '2026-04-30', requests: [], months: Array(2).fill({ month: '2026-04', overtime: '1:00' }) },
      [/^requests: 月が二度/],
    ],
    [
      'more hours than a month has',
      { asOf: '2026-04-30', requests: [], months: [{ month: '2026-04', overtime: '720:01' }] },
      [/^months\[0\]\.overtime: 2026-04 の全時間 720:00 より長く/],
    ],
    ['an unknown kind', { asOf: '2026-04-30', requests: [{ ...request, kind: 'other' }] }, [/requests\[0\]\.kind: /]],
    [
      'a kind that is missing',
      { asOf: '2026-04-30', requests: [{ ...request, kind: undefined }] },
      [/^requests\[0\]\.kind: 必要な項目がありません/],
    ],
    [
      'a date that is none',
      { asOf: '2026-04-30', requests: [], rules: { exemptionUntilSchoolFrom: '2025-02-30' } },
      [/rules\.exemptionUntilSchoolFrom: /],
    ],
  ])('refuses %s', (_, document, expected) => {
    const found = complaintsOf(document);
    expect(found).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(found[at]).toMatch(pattern);
  });
});
