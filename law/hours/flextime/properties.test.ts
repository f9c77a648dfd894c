import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { samples } from '../../testing/samples.ts';
import { epochDayOf, parseLocalDate, weekdayOf } from '../../time/civil.ts';
import { firstDayOf, lengthOf, parseYearMonth } from '../../time/months.ts';
import { type FlextimeRules, type HoursRules, modelHours } from '../rules.ts';
import { modelFlextimeOn } from './national.ts';
import { ImpossibleDeclaration, periodLength, periodWeeks } from './period.ts';
import type { DeclaredDay } from './types.ts';
import { allottedMinutes, validateFlextime } from './validate.ts';
import { flextimeLeaveCredit, flextimeOvertime, NoHoursToTakeOff } from './worked.ts';

const SUNDAY = epochDayOf(2026, 11, 1);

/** Hours from 8:30 (very long ones from 5:00) with an hour of break at noon. */
function dayOf(date: number, minutes: number, kind: DeclaredDay['kind'] = 'dutyDay'): DeclaredDay {
  if (minutes === 0) return { date, kind, hours: null, breaks: [] };
  const long = minutes > 210;
  const from = minutes > 800 ? 300 : 510;
  return {
    date,
    kind,
    hours: { from, until: from + minutes + (long ? 60 : 0) },
    breaks: long ? [{ from: 720, until: 780 }] : [],
  };
}
const isWeekend = (date: number) => weekdayOf(date) % 6 === 0;
const ordinary = (from: number, length: number) =>
  Array.from({ length }, (_, at) =>
    isWeekend(from + at) ? dayOf(from + at, 0, 'weeklyDayOff') : dayOf(from + at, 465),
  );
const rulesWith = (period: FlextimeRules['period'], own: FlextimeRules = modelHours.flextime): HoursRules => ({
  ...modelHours,
  flextime: { ...own, period },
});

describe('a declaration', () => {
  it.each([
    ['oneWeek', 7, 1],
    ['twoWeeks', 14, 2],
    ['threeWeeks', 21, 3],
    ['fourWeeks', 28, 4],
    ['calendarMonth', 30, 0],
  ] as const)('of %s has %d days', (period, days, weeks) => {
    const rules = rulesWith(period).flextime;
    expect([periodLength(SUNDAY, rules), periodWeeks(rules)]).toEqual([days, weeks]);
  });

  it('of a calendar month holds 7:45 for each day that is no 週休日', () => {
    const rules = rulesWith('calendarMonth');
    const days = ordinary(SUNDAY, 30);
    const declared = { from: SUNDAY, declaredOn: SUNDAY - 30, ground: 'other', days } as const;
    expect(validateFlextime(declared, rules).outcome).toMatchObject({ accepted: true, total: 9765, required: 9765 });
  });

  it('keeps the sum however the hours are moved between days', () => {
    const moved = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(moved, (quarters) => {
        const last = -quarters.reduce((a, b) => a + b, 0);
        const minutes = [...quarters, last].map((quarter) => 465 + quarter * 15);
        fc.pre(minutes.every((each) => each >= 240 && each <= 690));
        const days = [
          dayOf(SUNDAY, 0, 'weeklyDayOff'),
          ...minutes.map((each, at) => dayOf(SUNDAY + 1 + at, each)),
          dayOf(SUNDAY + 6, 0, 'weeklyDayOff'),
        ];
        const declared = { from: SUNDAY, declaredOn: SUNDAY - 1, ground: 'other', days } as const;
        const { outcome } = validateFlextime(declared, rulesWith('oneWeek'));
        expect(outcome).toMatchObject({ accepted: true, total: 2325, findings: [] });
        expect(validateFlextime({ ...declared, days: days.toReversed() }, rulesWith('oneWeek')).outcome).toEqual(
          outcome,
        );
      }),
      { numRuns: samples(100) },
    );
  });

  it('counts exempt days and zero days anew in every week', () => {
    const days = ordinary(SUNDAY, 14).map((day, at) => {
      if (at === 2 || at === 9) return dayOf(day.date, 0);
      if (at === 3 || at === 10) return dayOf(day.date, 60);
      return at === 4 || at === 11 ? dayOf(day.date, 900) : at === 5 || at === 12 ? dayOf(day.date, 900) : day;
    });
    const declared = { from: SUNDAY, declaredOn: SUNDAY - 1, ground: 'other', days } as const;
    const { outcome, steps } = validateFlextime(declared, rulesWith('twoWeeks'));
    expect(outcome.exemptDays).toEqual([SUNDAY + 3, SUNDAY + 10]);
    expect(outcome.zeroDays).toEqual([SUNDAY + 2, SUNDAY + 9]);
    expect(outcome.findings.map(({ rule }) => rule)).toEqual([]);
    expect(steps.map(({ says }) => says)).toEqual([
      'frameFound',
      'totalCompared',
      'exemptDay',
      'exemptDay',
      'zeroDayGranted',
      'zeroDayGranted',
      'declarationAccepted',
    ]);
  });

  it('does not call a zero day granted that is refused', () => {
    const days = ordinary(SUNDAY, 7).map((day, at) => (at === 1 ? dayOf(day.date, 0) : day));
    const declared = { from: SUNDAY, declaredOn: SUNDAY - 1, ground: 'other', days } as const;
    const rules = rulesWith('oneWeek', { ...modelHours.flextime, zeroDay: 'none' });
    const said = validateFlextime(declared, rules).steps;
    expect(said.map(({ says }) => says)).toEqual([
      'frameFound',
      'totalCompared',
      'sumDiffers',
      'zeroDayNotAllowed',
      'declarationRefused',
    ]);
    expect(said[1]?.figures).toEqual({ total: 1860, required: 2325, weeks: 1, days: 5, unit: 2325 });
    expect(said[4]?.figures).toEqual({ findings: 2 });
    expect(said[3]?.figures).toEqual({ date: SUNDAY + 1 });
  });

  it.each([
    ['outside 0:00–48:00', { hours: { from: -15, until: 450 }, breaks: [] }],
    ['past 48:00', { hours: { from: 2400, until: 2895 }, breaks: [] }],
    ['with a break at its start', { hours: { from: 510, until: 1035 }, breaks: [{ from: 510, until: 570 }] }],
    ['with a break at its end', { hours: { from: 510, until: 1035 }, breaks: [{ from: 975, until: 1035 }] }],
    [
      'with breaks that overlap',
      {
        hours: { from: 510, until: 1035 },
        breaks: [
          { from: 720, until: 780 },
          { from: 779, until: 790 },
        ],
      },
    ],
    ['with an empty break', { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 720 }] }],
    ['with breaks and no hours', { hours: null, breaks: [{ from: 720, until: 780 }] }],
  ])('refuses a day %s', (_, own) => {
    const days = ordinary(SUNDAY, 7).map((day, at) => (at === 1 ? { ...day, ...own } : day));
    const declared = { from: SUNDAY, declaredOn: SUNDAY - 1, ground: 'other', days } as const;
    expect(() => validateFlextime(declared, rulesWith('oneWeek'))).toThrow(ImpossibleDeclaration);
  });

  it('takes breaks in any order that touch', () => {
    const breaks = [
      { from: 780, until: 800 },
      { from: 720, until: 780 },
    ];
    const days = ordinary(SUNDAY, 7).map((day, at) =>
      at === 1 ? { ...day, hours: { from: 510, until: 1055 }, breaks } : day,
    );
    const declared = { from: SUNDAY, declaredOn: SUNDAY - 1, ground: 'other', days } as const;
    expect(validateFlextime(declared, rulesWith('oneWeek')).outcome.findings.map(({ rule }) => rule)).toEqual([
      'offStep',
    ]);
  });
});

describe('the national frame', () => {
  it('covers every month from 2016-04 to 2028-03, each by the model of its day', () => {
    for (let month = parseYearMonth('2016-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const from = firstDayOf(month);
      const declared = { from, declaredOn: from - 5, ground: 'other', days: ordinary(from, lengthOf(month)) } as const;
      const rules = rulesWith('calendarMonth', modelFlextimeOn(from));
      expect(validateFlextime(declared, rules).outcome.accepted).toBe(true);
    }
    expect(() => modelFlextimeOn(epochDayOf(2016, 3, 31))).toThrow(NotInForce);
  });

  it('is the model since 2025-04-01', () => expect(modelFlextimeOn(SUNDAY)).toEqual(modelHours.flextime));

  it.each([
    ['2016-04-01', 300, 360, 420, 0, 'childOrCare'],
    ['2023-03-31', 300, 360, 420, 0, 'childOrCare'],
    ['2023-04-01', 120, 120, 300, 1, 'childOrCare'],
    ['2025-03-31', 120, 120, 300, 1, 'childOrCare'],
    ['2025-04-01', 120, 120, 300, 1, 'anyone'],
  ])('on %s has a core of %d, %d a day, from %d, %d exempt, zero days for %s', (on, core, least, from, exempt, zero) =>
    expect(modelFlextimeOn(parseLocalDate(on) ?? 0)).toMatchObject({
      core: { length: core, from: 540, until: 960 },
      minPerDay: least,
      bandFrom: from,
      bandUntil: 1320,
      exemptDaysPerWeek: exempt,
      zeroDay: zero,
    }),
  );
});

describe('what counts on a flextime day', () => {
  const worked = [
    { from: 480, until: 540 },
    { from: 1000, until: 1100 },
  ];
  it.each([
    ['dutyDay', dayOf(SUNDAY, 465), 95, 'dutyDay', 'outsideAllotment'],
    ['a day without hours', dayOf(SUNDAY, 0), 160, 'otherDay', 'zeroDayWork'],
    ['a 週休日', dayOf(SUNDAY, 0, 'weeklyDayOff'), 160, 'otherDay', 'dayOffWork'],
    ['a 休日', dayOf(SUNDAY, 465, 'legalHoliday'), 95, 'otherDay', 'holidayBeyond'],
  ] as const)('as overtime of %s', (_, day, minutes, paidAs, says) => {
    const { outcome, steps } = flextimeOvertime(day, worked);
    expect(outcome).toEqual({ minutes, paidAs });
    expect(steps.map((step) => [step.says, step.figures.minutes])).toEqual([[says, minutes]]);
  });

  it('is not the break inside the allotment', () =>
    expect(flextimeOvertime(dayOf(SUNDAY, 465), [{ from: 720, until: 780 }]).outcome.minutes).toBe(0));

  it('as leave is what was allotted, or a full day where the rules say so', () => {
    const long = dayOf(SUNDAY, 600);
    expect(flextimeLeaveCredit(long, modelHours)).toMatchObject({
      outcome: 600,
      steps: [{ says: 'leaveCredit', figures: { minutes: 600 } }],
    });
    const full = { ...modelHours, flextime: { ...modelHours.flextime, leaveDayStandard: 'fullDay' } } as const;
    expect(flextimeLeaveCredit(long, full)).toMatchObject({
      outcome: 465,
      steps: [{ says: 'leaveCreditFull', figures: { minutes: 465, allotted: 600 } }],
    });
    expect(allottedMinutes(long)).toBe(600);
    for (const rules of [modelHours, full]) {
      expect(() => flextimeLeaveCredit(dayOf(SUNDAY, 0), rules)).toThrow(NoHoursToTakeOff);
    }
  });
});
