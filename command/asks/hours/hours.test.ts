import { describe, expect, it } from 'vitest';
import { InputRefused } from '../../refusal.ts';
import { asks } from './hours.ts';

function ask(name: string) {
  const found = asks.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}
const changed = (name: string, change: Readonly<Record<string, unknown>>) => ({ ...ask(name).example, ...change });
const answerOf = (name: string, change: Readonly<Record<string, unknown>> = {}) =>
  ask(name).answer(changed(name, change)).answer;

function refusalOf(name: string, change: Readonly<Record<string, unknown>>): string {
  try {
    answerOf(name, change);
  } catch (error) {
    if (error instanceof InputRefused) return error.complaints.map(({ why }) => `${why?.ja} ${why?.en}`).join('\n');
    throw error;
  }
  throw new Error('not refused');
}

describe('the questions on ordinary hours', () => {
  it.each(asks.map(({ name }) => name))('%s answers its example with grounds and full sentences', (name) => {
    const { answer, explanation } = ask(name).answer(ask(name).example);
    expect(JSON.stringify(answer)).toMatch(/"confidence":"[ABC]"/);
    const said = explanation();
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) expect(line).not.toMatch(/NaN|undefined|\(\)/);
  });

  it('breaks: a day of 45 minutes needs fifteen more with overtime', () => {
    expect(answerOf('breaks')).toMatchObject({
      worked: '8:30',
      required: '1:00',
      given: '0:45',
      kept: false,
      findings: [{ rule: 'tooShort', shortage: '0:15' }],
      further: { from: '17:15', to: '17:30' },
      together: { together: false, because: 'number' },
    });
    const ordinance = { workplace: { appdxTable1: 1 }, rules: { simultaneousBreakExempt: true } };
    expect(answerOf('breaks', ordinance)).toMatchObject({ together: { because: 'ordinance' } });
    expect(answerOf('breaks', { breaks: [{ from: '8:30', to: '9:30' }] })).toMatchObject({
      findings: [{ rule: 'notInside', from: '8:30', to: '9:30' }, { rule: 'tooShort' }],
    });
  });

  it('flextime: a day without hours, its overtime and leave of another', () => {
    expect(answerOf('flextime')).toMatchObject({
      accepted: true,
      total: '38:45',
      required: '38:45',
      zeroDays: ['2026-11-13'],
      overtime: [{ date: '2026-11-13', minutes: '2:00', paidAs: 'otherDay' }],
      leave: [{ date: '2026-11-10', credit: '9:45' }],
    });
    const rules = { flextime: { period: 'oneWeek', zeroDay: 'childOrCare', leaveDayStandard: 'fullDay' } };
    expect(answerOf('flextime', { rules })).toMatchObject({
      accepted: false,
      findings: [
        {
          rule: 'zeroDayNotAllowed',
          date: '2026-11-13',
          says: '11月13日(金)を勤務時間を割り振らない日にすることはできません。',
          confidence: 'B',
        },
      ],
      leave: [{ credit: '7:45' }],
    });
  });

  it('flextime: takes the core and the model of the day', () => {
    const core = { length: '4:00', from: '10:00', to: '15:00' };
    const rules = { flextime: { period: 'oneWeek', core, exemptDaysPerWeek: 0 } };
    expect(answerOf('flextime', { rules })).toMatchObject({ accepted: true });
    const longer = { flextime: { ...rules.flextime, core: { ...core, length: '4:01' } } };
    expect(answerOf('flextime', { rules: longer })).toMatchObject({
      findings: [{ rule: 'coreMissed' }, { rule: 'coreMissed' }, { rule: 'coreMissed' }, { rule: 'coreMissed' }],
    });
    const days = Array.from({ length: 7 }, (_, at) => ({
      date: `2016-04-0${at + 3}`,
      kind: at % 6 === 0 ? 'weeklyDayOff' : 'dutyDay',
      ...(at % 6 === 0 ? {} : { hours: { from: '6:45', to: '15:30' }, breaks: [{ from: '12:00', to: '13:00' }] }),
    }));
    const early = { from: '2016-04-03', declaredOn: '2016-03-20', days, rules: { flextime: { period: 'oneWeek' } } };
    expect(answerOf('flextime', early)).toMatchObject({
      accepted: false,
      findings: [{ rule: 'outsideBand' }, {}, {}, {}, {}],
    });
  });

  it('rest: the worked example, and the week', () => {
    expect(answerOf('rest')).toMatchObject({
      rests: [
        {
          interval: '8:50',
          shortage: '2:10',
          earliest: { date: '2026-11-05', at: '10:40' },
          proposal: { name: '遅出4', from: '11:00', to: '19:45' },
        },
      ],
      weeks: [{ from: '2026-11-01', days: 1, reached: 0, wanted: 1, kept: false }],
    });
    const shifts = [{ name: '遅出', from: '10:40', to: '19:25', breaks: [{ from: '12:00', to: '13:00' }] }];
    expect(answerOf('rest', { rules: { staggered: { shifts }, rest: { target: '11:00' } } })).toMatchObject({
      rests: [{ proposal: { name: '遅出' } }],
    });
    const two = [
      { end: { date: '2026-11-06', at: '20:00' }, start: { date: '2026-11-09', at: '8:30' } },
      { end: { date: '2026-11-05', at: '20:00' }, start: { date: '2026-11-06', at: '8:30' } },
    ];
    expect(answerOf('rest', { rests: two })).toMatchObject({ weeks: [{ from: '2026-11-01' }, { from: '2026-11-08' }] });
    const before = [{ end: { date: '2024-03-31', at: '23:00' }, start: { date: '2024-04-01', at: '8:30' } }];
    expect(answerOf('rest', { rests: before })).toMatchObject({ rests: [{ duty: 'none', shortage: '0:00' }] });
  });

  it('staggered: by right, or not at all', () => {
    expect(answerOf('staggered')).toMatchObject({ standing: 'entitled', granted: true, shift: { from: '9:30' } });
    const rules = { staggered: { offeredTo: 'childOrCare' } };
    expect(answerOf('staggered', { ground: 'other', rules })).toMatchObject({
      granted: false,
      findings: ['notOffered'],
    });
    expect(answerOf('staggered', { shift: 'なし' })).toMatchObject({ shift: null, findings: ['unknownShift'] });
  });

  it('weekly-hours: every kind of finding, and overtime by rate', () => {
    expect(answerOf('weekly-hours')).toMatchObject({
      kept: true,
      overtime: {
        days: [
          { '100/100': '0:00', '125/100': '1:00' },
          { '100/100': '1:45', '125/100': '0:15' },
        ],
      },
    });
    const weeks = [['7:46', '7:45', '7:45', '7:45', '7:45', '7:45', '0:00']];
    expect(answerOf('weekly-hours', { weeks })).toMatchObject({
      kept: false,
      findings: [
        { rule: 'notShorter', total: '46:31' },
        { rule: 'dayTooLong', week: 0, day: 0, minutes: '7:46' },
        { rule: 'tooFewDaysOff', off: 1, wanted: 2 },
      ],
    });
  });

  const days = ask('flextime').example.days as readonly Readonly<Record<string, unknown>>[];
  it.each([
    ['breaks', 'input', { regular: { from: '8:30', to: '8:30' } }],
    ['breaks', 'input', { regular: null, overtime: [] }],
    ['breaks', 'input', { overtime: [{ from: '17:00', to: '18:00' }] }],
    ['breaks', 'breaks[0].to', { breaks: [{ from: '12:00', to: '48:01' }] }],
    ['breaks', 'workplace.appdxTable1', { workplace: { appdxTable1: 16 } }],
    ['flextime', 'from', { from: '2016-03-31' }],
    ['flextime', 'days', { days: days.slice(1) }],
    ['flextime', 'days[6]', { days: days.with(6, { ...days[6], date: '2026-11-15' }) }],
    ['flextime', 'days[6].leave', { days: days.with(6, { ...days[6], leave: true }) }],
    ['flextime', 'declaredOn', { declaredOn: '2026-11-15' }],
    ['flextime', 'rules.flextime.period', { rules: { flextime: { period: 'fiveWeeks' } } }],
    [
      'rest',
      'rests[0]',
      { rests: [{ end: { date: '2026-11-04', at: '32:31' }, start: { date: '2026-11-05', at: '8:30' } }] },
    ],
    ['rest', 'rests[1].start', { rests: [0, 1].map(() => (ask('rest').example.rests as readonly unknown[])[0]) }],
    ['rest', 'rules.rest.daysPerWeek', { rules: { rest: { daysPerWeek: 8 } } }],
    [
      'staggered',
      'rules.staggered.shifts',
      { shift: '早', rules: { staggered: { shifts: [{ name: '早', from: '9:00', to: '9:00' }] } } },
    ],
    ['staggered', 'ground', { ground: 'hobby' }],
    ['weekly-hours', 'weeks', { weeks: [] }],
    ['weekly-hours', 'weeks[0][1]', { weeks: [['0:00', '7', '7:45', '7:45', '7:45', '0:00', '0:00']] }],
  ])('%s refuses and names %s', (name, place, change) => {
    expect(refusalOf(name, change)).toContain(` ${place}: `);
  });
});
