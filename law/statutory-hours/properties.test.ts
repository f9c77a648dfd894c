import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { samples } from '../testing/samples.ts';
import { epochDayOf, formatLocalDate, parseLocalDate, weekdayOf } from '../time/civil.ts';
import { firstDayOf, parseYearMonth } from '../time/months.ts';
import { periodLimit } from './classify.ts';
import { countStatutoryHours } from './count.ts';
import { ImpossibleOccasion } from './disaster-need.ts';
import { type LegalHolidayRule, modelStatutoryHours, type StatutoryHoursRules } from './rules.ts';
import type { DayCount, StatutoryInput, WorkedDay } from './types.ts';
import { endOfOneMonth, ImpossibleWeeks } from './weeks.ts';

const SUNDAY = epochDayOf(2026, 6, 7);
const rule = fc.constantFrom<LegalHolidayRule>('lastInWeek', 'asStated', 'sunday', 'wednesday', 'saturday');
const rules: fc.Arbitrary<StatutoryHoursRules> = fc.record({
  weekStart: fc.constant(0),
  legalHoliday: rule,
  weekAcrossMonths: fc.constantFrom('byDutyDate', 'lastDayOfWeek'),
  personnelCommission: fc.boolean(),
});

/** A day of quarter hours: regular hours from 9:00, overtime after them (to 32:00 at most), perhaps for a disaster. */
const day = fc.record({
  off: fc.boolean(),
  allotted: fc.integer({ min: 1, max: 40 }),
  leave: fc.integer({ min: 0, max: 40 }),
  overtime: fc.integer({ min: 0, max: 50 }),
  disaster: fc.boolean(),
  stated: fc.boolean(),
});

type Drawn = typeof day extends fc.Arbitrary<infer Value> ? Value : never;

function workedDay(date: number, { off, allotted, leave, overtime, disaster, stated }: Drawn): WorkedDay {
  const own = off ? 0 : allotted * 15;
  const regular = Math.max(0, own - leave * 15);
  const end = 540 + regular;
  return {
    date,
    kind: off ? 'weeklyDayOff' : 'dutyDay',
    allotted: own,
    regular: regular > 0 ? [{ from: 540, until: end }] : [],
    overtime:
      overtime > 0
        ? [{ from: end, until: Math.min(end + overtime * 15, 1920), basis: disaster ? 'disasterNeed' : 'agreement' }]
        : [],
    statedDayOff: stated,
  };
}

/** Two weeks from a Sunday (a third, empty one takes what runs past midnight), with or without averaging. */
const input: fc.Arbitrary<StatutoryInput> = fc
  .record({ days: fc.array(day, { minLength: 14, maxLength: 14 }), averaged: fc.boolean(), field: fc.boolean() })
  .map(({ days, averaged, field }) => ({
    days: Array.from({ length: 21 }, (_, at): WorkedDay => {
      const drawn = days[at];
      const none: WorkedDay = workedDay(SUNDAY + at, {
        off: true,
        allotted: 1,
        leave: 0,
        overtime: 0,
        disaster: false,
        stated: false,
      });
      return drawn === undefined ? none : workedDay(SUNDAY + at, drawn);
    }),
    averaging: averaged ? [{ from: SUNDAY, through: SUNDAY + 13 }] : [],
    workplace: { appdxTable1: field ? 13 : null, enterprise: false },
  }));

const totalOf = (days: readonly DayCount[], of: (each: DayCount) => number) =>
  days.reduce((sum, each) => sum + of(each), 0);
const statutory = ({ daily, weekly, period, disasterOvertime }: DayCount) => daily + weekly + period + disasterOvertime;
const holiday = ({ legalHolidayWork, disasterHolidayWork }: DayCount) => legalHolidayWork + disasterHolidayWork;

describe('the hours of 36条', () => {
  it('are conserved: the classes make up what was worked beyond the regular hours', () => {
    fc.assert(
      fc.property(input, rules, (given, by) => {
        for (const each of countStatutoryHours(given, by).outcome.days) {
          expect(each.withinStatutory + statutory(each) + holiday(each) - each.fromRegular).toBe(each.overtime);
        }
      }),
      { numRuns: samples(40) },
    );
  });

  it('are counted once each whatever the month they fall in', () => {
    fc.assert(
      fc.property(input, rules, (given, by) => {
        const { days, months } = countStatutoryHours(given, by).outcome;
        const sum = (of: (month: (typeof months)[number]) => number) => months.reduce((all, each) => all + of(each), 0);
        expect(sum((each) => each.statutoryOvertime + each.disasterOvertime)).toBe(totalOf(days, statutory));
        expect(sum((each) => each.legalHolidayWork + each.disasterHolidayWork)).toBe(totalOf(days, holiday));
        expect(sum((each) => each.withinStatutory)).toBe(totalOf(days, (each) => each.withinStatutory));
      }),
      { numRuns: samples(40) },
    );
  });

  it('do not depend on the order of the days', () => {
    fc.assert(
      fc.property(input, rules, (given, by) => {
        const shuffled = { ...given, days: given.days.toReversed() };
        expect(countStatutoryHours(shuffled, by)).toEqual(countStatutoryHours(given, by));
      }),
      { numRuns: samples(40) },
    );
  });

  it('leave at most eight hours a day and forty a week where nothing is averaged', () => {
    fc.assert(
      fc.property(input, rules, (given, by) => {
        const { days } = countStatutoryHours({ ...given, averaging: [] }, by).outcome;
        const kept = days.map((each) => each.regular + each.overtime - statutory(each) - holiday(each));
        for (const each of kept) expect(each).toBeLessThanOrEqual(480);
        for (let week = 0; week < 21; week += 7) {
          expect(kept.slice(week, week + 7).reduce((a, b) => a + b)).toBeLessThanOrEqual(2400);
        }
      }),
      { numRuns: samples(40) },
    );
  });

  it('never fall when more is worked', () => {
    fc.assert(
      fc.property(input, fc.nat(13), (given, at) => {
        const before = countStatutoryHours({ ...given, averaging: [] }).outcome.days;
        const days = given.days.map((each, position) =>
          position === at && each.overtime.length > 0
            ? { ...each, overtime: each.overtime.map((span) => ({ ...span, until: span.until + 15 })) }
            : each,
        );
        const after = countStatutoryHours({ ...given, days, averaging: [] }).outcome.days;
        const all = (each: DayCount) => statutory(each) + holiday(each);
        expect(totalOf(after, all)).toBeGreaterThanOrEqual(totalOf(before, all));
      }),
      { numRuns: samples(40) },
    );
  });
});

describe('the limit of an averaging period', () => {
  it.each([
    [7, 2400],
    [14, 4800],
    [28, 9600],
    [29, 9942],
    [30, 10285],
    [31, 10628],
  ])('of %d days is %d minutes', (days, limit) => expect(periodLimit(days)).toBe(limit));

  it.each([
    ['2026-06-01', '2026-06-30'],
    ['2026-06-15', '2026-07-14'],
    ['2026-01-30', '2026-02-28'],
    ['2026-01-31', '2026-02-28'],
    ['2026-01-28', '2026-02-27'],
    ['2028-01-30', '2028-02-29'],
    ['2026-12-10', '2027-01-09'],
  ])('from %s ends by %s', (from, through) =>
    expect(formatLocalDate(endOfOneMonth(parseLocalDate(from) ?? Number.NaN))).toBe(through),
  );
});

describe('what cannot be', () => {
  it('is named with its day, if there is one', () => {
    const error = new ImpossibleWeeks('gap', SUNDAY);
    expect([error.name, error.message]).toEqual(['ImpossibleWeeks', `gap ${SUNDAY}`]);
    expect(new ImpossibleWeeks('noDay', null).message).toBe('noDay ');
    expect(new ImpossibleOccasion('reversed')).toMatchObject({ name: 'ImpossibleOccasion', message: 'reversed' });
  });
});

describe('cover time', () => {
  const weekFrom = (first: number): StatutoryInput => {
    const sunday = first - weekdayOf(first);
    const days = Array.from(
      { length: 7 },
      (_, at): WorkedDay =>
        workedDay(sunday + at, {
          off: at % 6 === 0,
          allotted: 31,
          leave: 0,
          overtime: at % 6 === 0 ? 0 : 2,
          disaster: false,
          stated: false,
        }),
    );
    return { days, averaging: [], workplace: { appdxTable1: 13, enterprise: false } };
  };

  it('every month from 1997-05 to 2028-03 has an answer', () => {
    for (let month = parseYearMonth('1997-05') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const { days } = countStatutoryHours(weekFrom(firstDayOf(month)), modelStatutoryHours).outcome;
      expect(totalOf(days, statutory)).toBe(75);
    }
  });

  it('and a day before 1997-04-01 is refused', () =>
    expect(() => countStatutoryHours(weekFrom(epochDayOf(1997, 3, 31)))).toThrow(NotInForce));
});
