import { describe, expect, it } from 'vitest';
import { answer, having, refusal } from './testing/asking.ts';

describe('leave-kinds, leave-taking', () => {
  it('lists the kinds as the municipality has them', () => {
    const { kinds } = answer('leave-kinds', {}) as { kinds: { code: string; limit: { per: string } }[] };
    expect(kinds.length).toBeGreaterThan(40);
    expect(answer('leave-kinds')).toMatchObject({
      kinds: [
        { code: 'sickChildLeave', limit: { per: 'year', days: 5, more: 10 }, confidence: 'A' },
        { code: 'shortCaregiverLeave' },
        { code: 'caregiverLeave', limit: { periods: 3, months: 6 }, pay: 'unpaid' },
        { code: 'caregiverTime', limit: { time: '2:00', years: 3 } },
      ],
    });
    const special = answer('leave-kinds', { group: 'special', rules: { specialDays: { summer: 5, memorial: null } } });
    const codes = (special as { kinds: { code: string }[] }).kinds.map(({ code }) => code);
    expect(codes).not.toContain('memorial');
    expect(special).toMatchObject({
      kinds: expect.arrayContaining([
        expect.objectContaining({ code: 'summer', limit: { per: 'year', days: 5, counts: 'dutyDays' } }),
      ]),
    });
    expect(refusal('leave-kinds', { rules: { absentKinds: ['x'] } })[0]).toContain(
      'rules: 「x」という種類はありません。',
    );
    const own = { code: 'summer', name: '夏', pay: 'paid', attendance: 'present', units: ['day'], daysPerYear: 1 };
    expect(refusal('leave-kinds', { rules: { municipalKinds: [own] } })[0]).toContain(
      'rules: 「summer」が2回あります。',
    );
  });

  it('checks a taking', () => {
    const name = 'leave-taking';
    expect(answer(name)).toMatchObject({ verdict: 'accepted', wanted: '3:00', left: { time: '26:00' } });
    const week = (hours: readonly string[]) =>
      answer(name, { kind: 'childcareShortTime', from: '2026-04-01', week: hours });
    expect(week(['7:45', '7:45', '7:45'])).toMatchObject({ verdict: 'accepted', week: '23:15', pattern: '7:45 × 3' });
    expect(week(['1:00'])).toMatchObject({ verdict: 'refused', pattern: null });
    const prenatal = { kind: 'prenatal', from: '2026-03-01', time: null, facts: { birth: { dueOn: '2026-03-10' } } };
    expect(answer(name, prenatal)).toMatchObject({ verdict: 'accepted', left: null });
    const sick = {
      kind: 'sickLeave',
      from: '2026-06-01',
      through: '2026-06-07',
      dutyDays: 5,
      facts: { daysBefore: 0 },
    };
    expect(answer(name, sick)).toMatchObject({ verdict: 'accepted', left: { days: 83 } });
  });

  it('refuses a taking by place', () => {
    const name = 'leave-taking';
    expect(refusal(name, { kind: 'holiday' })[0]).toContain('kind: 「holiday」という種類はありません。');
    expect(refusal(name, { facts: {} })[0]).toContain('facts: この種類の判定に要る facts.children がありません。');
    expect(refusal(name, { time: null, through: '2026-05-12' })[0]).toContain('dutyDays: 必要な項目がありません。');
    expect(refusal(name, { through: '2026-05-10' })[0]).toContain('through: 終わりの日が');
    expect(refusal(name, { from: '2019-03-31' })[0]).toContain('まだ定めがありません');
    expect(refusal(name, { kind: 'childcareShortTime' })[0]).toContain('week: 必要な項目がありません。');
    expect(refusal(name, { kind: 'childcareShortTime', week: ['0:00'] })[0]).toContain('week: 1日の勤務時間');
    const facts = { birth: { dueOn: '2026-03-10', bornOn: '2026-12-01' } };
    expect(refusal(name, { kind: 'prenatal', time: null, facts })[0]).toContain(
      'facts.birth.bornOn: 出産の日 2026-12-01',
    );
  });
});

describe('maternity-window, register-tally', () => {
  it('answers windows by dates', () => {
    expect(answer('maternity-window')).toMatchObject({
      prenatal: { from: '2026-01-28', through: '2026-03-15' },
      postnatal: { from: '2026-03-16', through: '2026-05-10' },
      provisional: false,
    });
    expect(refusal('maternity-window', { bornOn: '2027-01-01' })[0]).toContain('bornOn: 出産の日 2027-01-01');
    expect(refusal('maternity-window', { rules: { postnatalWeeks: 6 } })[0]).toContain('rules: 産後の週数 6 は');
    expect(refusal('maternity-window', { rules: { prenatalWeeks: 5 } })[0]).toContain('rules: 産前の週数 5 は');
  });

  it('tallies a month', () => {
    const { categories } = answer('register-tally') as { categories: { label: string; days: number; time: string }[] };
    expect(categories.filter(({ days, time }) => days > 0 || time !== '0:00')).toEqual([
      { label: '出勤', sure: 'legible', days: 2, time: '0:00' },
      { label: '年休', sure: 'legible', days: 0, time: '3:00' },
      { label: '家族休', sure: 'legible', days: 1, time: '0:00' },
    ]);
    expect(
      having('register-tally', { preset: 'model', marks: [{ on: '2026-05-02', kind: 'weeklyDayOff' }] }),
    ).toMatchObject({
      uncounted: [{ code: 'weeklyDayOff', days: 1, time: '0:00' }],
    });
    const marks = (...list: object[]) => refusal('register-tally', { marks: list })[0];
    expect(marks({ on: '2026-06-01', kind: 'attendance' })).toContain(
      'marks[0]: 2026-06-01はこの月の日ではありません。',
    );
    expect(marks({ on: '2026-05-01', kind: 'x' })).toContain('marks[0]: 「x」という種類はありません。');
    const twice = { on: '2026-05-01', kind: 'attendance' };
    expect(marks(twice, twice)).toContain('marks[1]: 2026-05-01に同じ種類が2回');
    const category = { label: 'x', codes: ['attendance'], sure: 'legible' };
    const rules = { registerCategories: [category, category] };
    expect(refusal('register-tally', { preset: 'model', rules })[0]).toContain(
      'rules: 種類「attendance」が整理欄の2つの欄',
    );
  });
});
