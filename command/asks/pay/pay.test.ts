import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './pay.ts';

function askNamed(name: string) {
  const ask = asks.find((each) => each.name === name);
  if (ask === undefined) throw new Error(name);
  return ask;
}
const answerOf = (name: string, document: unknown) => askNamed(name).answer(document).answer;

function refusalOf(name: string, document: unknown): readonly string[] {
  try {
    answerOf(name, document);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why, cure }) => `${why?.ja} ${cure?.ja}`);
    throw error;
  }
  throw new Error('not refused');
}

describe('every question on pay', () => {
  it.each(asks.map((ask) => [ask.name, ask] as const))('%s answers its example, in sentences too', (_, ask) => {
    const { answer, explanation } = ask.answer(ask.example);
    expect(answer).toMatchObject({ cites: expect.any(Array), confidence: expect.stringMatching(/^[ABC]$/) });
    const said = explanation();
    expect(said.length).toBeGreaterThan(1);
    expect(said.join('\n')).not.toMatch(/NaN|undefined|\(\)/);
    expect(() => ask.answer({ ...ask.example, surprise: 1 })).toThrow(InputRefused);
  });
});

describe('hourly-amount', () => {
  const example = { fiscalYear: 2026, salary: 300_000, allowances: { regional: 30_000 } };

  it('tells the worked example of the fiscal years', () => {
    const yen = (fiscalYear: number) => answerOf('hourly-amount', { ...example, fiscalYear }).yen;
    expect([yen(2024), yen(2025), yen(2026)]).toEqual([2111, 2120, 2129]);
    expect(answerOf('hourly-amount', { ...example, rates: [125, 175] })).toMatchObject({
      base: 330_000,
      holidays: 20,
      yearHours: '1860:00',
      premiums: [
        { rate: '125/100', yen: 2661 },
        { rate: '175/100', yen: 3726 },
      ],
    });
  });

  it('takes what the municipality decided', () => {
    const rules = { holidayDeduction: 'NONE', hourlyRounding: 'NONE', allowancesInBase: [] };
    expect(answerOf('hourly-amount', { ...example, rules, rates: [] })).toMatchObject({
      base: 300_000,
      yearHours: '2015:00',
      yen: null,
      sen: 178_660,
      exact: '720000/403',
      premiums: [],
    });
    expect(answerOf('hourly-amount', { ...example, weekly: '23:15' })).toMatchObject({ yearHours: '1116:00' });
    const calendar = { anniversaries: [{ on: '06-23', name: '慰霊の日' }], weeklyDaysOff: [0, 6] };
    expect(answerOf('hourly-amount', { ...example, calendar })).toMatchObject({ holidays: 21 });
  });

  it('refuses what cannot be', () => {
    expect(refusalOf('hourly-amount', { ...example, fiscalYear: 2009 })).toEqual([
      expect.stringContaining('まだ定めがありません'),
    ]);
    expect(refusalOf('hourly-amount', { ...example, fiscalYear: 2099 })).toEqual([
      expect.stringContaining('祝日がわかりません'),
    ]);
    expect(refusalOf('hourly-amount', { ...example, weekly: '38:46' })).toHaveLength(1);
    expect(refusalOf('hourly-amount', { ...example, rules: { holidayWorkRate: 124 } })[0]).toContain(
      'rules.holidayWorkRate',
    );
    expect(refusalOf('hourly-amount', { ...example, rules: { payRoundingUpFrom: '0:31' } })[0]).toContain(
      'rules.payRoundingUpFrom',
    );
    expect(
      refusalOf('hourly-amount', { ...example, calendar: { yearEndClosing: { from: '12-32', through: '1' } } }),
    ).toHaveLength(2);
  });
});

describe('time-off-in-lieu', () => {
  const spans = Array.from({ length: 19 }, (_, at) => ({
    dutyDate: `2026-10-${String(at + 1).padStart(2, '0')}`,
    dayKind: 'dutyDay',
    from: '17:15',
    to: '21:15',
  }));
  const on = (date: string, more: object = {}) => ({ date, from: '8:30', to: '13:30', ...more });

  it('lets four hours be taken, and pays the sixteen at 125', () => {
    const given = { month: '2026-10', spans, designations: [on('2026-11-10')] };
    expect(answerOf('time-off-in-lieu', given)).toMatchObject({
      entitlement: '4:00',
      window: { from: '2026-11-01', through: '2026-12-31' },
      used: '4:00',
      withheld: [{ kind: 'dutyDay', hours: '16:00' }],
      classes: [{ allowance: 'overtime', rate: '125/100', exact: '76:00', paid: 76 }],
    });
  });

  it('reads the days from the calendar, the person and the 代休日', () => {
    const obstacles = (more: object, date = '2026-11-10') =>
      (
        answerOf('time-off-in-lieu', { month: '2026-10', spans, designations: [on(date)], ...more }) as {
          designations: { verdict: string; obstacles: string[] }[];
        }
      ).designations[0];
    expect(obstacles({}, '2026-11-03')).toMatchObject({ verdict: 'notPossible', obstacles: ['notDutyDay'] });
    expect(obstacles({ compensatoryDaysOff: ['2026-11-10'] })?.obstacles).toEqual(['notDutyDay']);
    expect(obstacles({ days: [{ date: '2026-11-10', kind: 'weeklyDayOff' }] })?.obstacles).toEqual(['notDutyDay']);
    expect(obstacles({ calendar: { weeklyDaysOff: [2] } })?.obstacles).toEqual(['notDutyDay']);
    const duty = { from: '9:00', to: '13:00' };
    expect(obstacles({ designations: [{ date: '2026-11-10', ...duty, duty: { ...duty, breaks: [] } }] })).toMatchObject(
      {
        verdict: 'possible',
        timeOff: '4:00',
      },
    );
  });

  it('refuses impossible spans and designations by their place', () => {
    const twice = { month: '2026-10', spans: [spans[0], spans[0]] };
    expect(refusalOf('time-off-in-lieu', twice)[0]).toContain('spans[1]');
    const reversed = { month: '2026-10', spans, designations: [on('2026-11-10', { to: '8:30' })] };
    expect(refusalOf('time-off-in-lieu', reversed)[0]).toContain('designations');
  });
});

describe('day-off-transfer', () => {
  it('tells the window and what is in the way', () => {
    expect(answerOf('day-off-transfer', { work: '2026-11-07', from: '2026-11-10' })).toMatchObject({
      verdict: 'possible',
      obstacles: [],
      window: { from: '2026-10-11', through: '2027-01-01' },
      moved: '7:45',
      sameWeek: false,
    });
    const half = { work: '2026-11-07', from: '2026-11-10', length: 'halfDay', regularHours: '4:00', atEdge: false };
    expect(answerOf('day-off-transfer', { ...half, decidedOn: '2026-11-07' })).toMatchObject({
      verdict: 'notPossible',
      obstacles: ['decidedTooLate', 'halfOfShortDay', 'notAtEdge'],
    });
    const earlier = [{ work: '2026-11-07', from: '2026-11-11' }];
    expect(answerOf('day-off-transfer', { work: '2026-11-07', from: '2026-11-10', earlier })).toMatchObject({
      obstacles: ['notDayOff'],
    });
    expect(
      answerOf('day-off-transfer', { work: '2026-11-07', from: '2026-11-10', fourWeeksFrom: '2026-11-01' }),
    ).toMatchObject({ verdict: 'possible' });
  });

  it('refuses a day before the rule', () => {
    expect(refusalOf('day-off-transfer', { work: '2010-03-28', from: '2010-04-05' })).toHaveLength(1);
  });
});

describe('reallotted-week', () => {
  const week = (allotted: string, worked: string, movedIn: string, more: object = {}) => ({
    days: [{ date: '2026-11-04', allotted, worked, movedIn, ...more }],
  });

  it('tells the worked figures by both methods', () => {
    const method = { rules: { reallottedMethod: 'T40_HOLIDAY_WEEK' } };
    const exceeding = (document: object) => answerOf('reallotted-week', document).exceeding;
    expect(exceeding(week('38:45', '46:30', '7:45'))).toBe('7:45');
    expect(exceeding({ ...week('31:00', '46:30', '15:30'), shortTime: true })).toBe('7:45');
    const holiday = { holidayWork: '7:45' };
    expect(exceeding({ ...week('38:45', '47:45', '15:30', holiday), ...method })).toBe('0:00');
    expect(exceeding({ ...week('38:45', '48:30', '15:30', holiday), ...method })).toBe('2:00');
  });

  it.each([
    [week('38:45', '46:31', '7:45'), 'ほかの週から移した時間の合計より長く'],
    [week('38:45', '7:00', '0:00', { holidayWork: '7:01' }), '休日勤務が'],
    [{ days: [...week('7:45', '7:45', '0:00').days, ...week('7:45', '7:45', '0:00').days] }, '同じ日が2回'],
    [
      { days: [...week('7:45', '7:45', '0:00').days, { date: '2026-11-08', allotted: '0:00', worked: '0:00' }] },
      '2つの週',
    ],
    [{ days: [{ date: '2010-03-31', allotted: '0:00', worked: '0:00' }] }, 'まだ定めがありません'],
  ])('refuses %j', (document, why) => expect(refusalOf('reallotted-week', document)[0]).toContain(why));
});

describe('compensatory-day-off', () => {
  it('tells the three treatments of a holiday on a Saturday', () => {
    const named = { date: '2025-05-12', on: '2025-05-02' };
    const of = (more: object) => answerOf('compensatory-day-off', { holiday: '2025-05-03', ...more });
    expect(of({})).toMatchObject({ treatment: 'overtime', rate: '135/100', obstacles: ['onDayOff'] });
    expect(of({ transferred: true })).toMatchObject({ treatment: 'holidayWork', rate: '135/100' });
    expect(of({ transferred: true, named })).toMatchObject({
      treatment: 'compensated',
      rate: null,
      overtimeRate: '125/100',
    });
    expect(of({ transferred: true, named: { ...named, declined: true } })).toMatchObject({ obstacles: ['declined'] });
    expect(of({ transferred: true, required: '4:00', named })).toMatchObject({ obstacles: ['notWholeDay'] });
  });

  it('refuses a day that is no holiday', () => {
    expect(refusalOf('compensatory-day-off', { holiday: '2026-11-04' })[0]).toContain('休日でないか');
  });
});

describe('moved-holidays', () => {
  it('moves them for staff with other days off, and not where the municipality does not', () => {
    const asked = { from: '2026-11-01', through: '2027-02-28', calendar: { weeklyDaysOff: [2, 3] } };
    expect(answerOf('moved-holidays', asked).moved).toEqual([
      { holiday: '2026-11-03', to: '2026-11-05' },
      { holiday: '2027-02-23', to: '2027-02-25' },
    ]);
    expect(answerOf('moved-holidays', { ...asked, rules: { holidayMovesToNextDutyDay: false } }).moved).toEqual([]);
  });

  it('refuses a stretch that ends before it begins, and days that are all off', () => {
    expect(refusalOf('moved-holidays', { from: '2026-11-02', through: '2026-11-01' })[0]).toContain('through');
    const never = { weeklyDaysOff: [0, 1, 2, 3, 4, 5, 6] };
    expect(refusalOf('moved-holidays', { from: '2026-11-01', through: '2026-11-30', calendar: never })[0]).toContain(
      '勤務日',
    );
    expect(refusalOf('moved-holidays', { from: '2099-12-01', through: '2100-01-31' })[0]).toContain('祝日');
  });
});

describe('managers-allowance', () => {
  it('warns where the night is not paid', () => {
    const occasion = {
      dutyDate: '2026-11-04',
      dayKind: 'dutyDay',
      need: 'disaster',
      spans: [{ from: '21:00', to: '23:00' }],
    };
    expect(
      answerOf('managers-allowance', { occasions: [occasion], rules: { nightAllowanceForManagers: false } }),
    ).toMatchObject({
      occasions: [{ class: 'night', hours: '2:00', inBand: '1:00', night: '1:00', overSixHours: false, yen: null }],
      night: { hours: '1:00', rate: null },
      belowLaw: true,
      total: null,
    });
    expect(refusalOf('managers-allowance', { occasions: [occasion, occasion] })[0]).toContain('重なっている');
  });
});
