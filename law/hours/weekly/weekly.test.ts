import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { modelHours } from '../rules.ts';
import {
  type AllottedWeek,
  checkWeeklyHours,
  ImpossibleAllotment,
  type StaffCategory,
  splitPartTimeWeek,
} from './weekly.ts';

const FULL: AllottedWeek = [0, 465, 465, 465, 465, 465, 0];
const rulesNamed = (category: StaffCategory, ...weeks: readonly AllottedWeek[]) =>
  checkWeeklyHours(category, weeks, modelHours).outcome.map(({ rule }) => rule);
const week = (total: number): AllottedWeek => {
  const day = Math.floor(total / 5);
  return [0, day, day, day, day, total - 4 * day, 0];
};

describe('the hours of a week', () => {
  it.each(['fullTime', 'fiscalYearFullTime'] as const)('of %s staff are 38:45', (category) => {
    expect(rulesNamed(category, FULL)).toEqual([]);
    expect(rulesNamed(category, week(2324))).toEqual(['notFullWeek']);
    expect(rulesNamed(category, week(2326))).toEqual(['notFullWeek']);
  });

  it('are averaged over four weeks', () => {
    const long: AllottedWeek = [0, 555, 555, 555, 555, 555, 0];
    const short: AllottedWeek = [0, 375, 375, 375, 375, 375, 0];
    expect(rulesNamed('fullTime', long, short, FULL, FULL)).toEqual([]);
    expect(rulesNamed('fullTime', long)).toEqual(['notFullWeek']);
  });

  it('of short-time reappointees lie between 15:30 and 31:00', () => {
    expect(rulesNamed('shortTimeReappointee', week(930))).toEqual([]);
    expect(rulesNamed('shortTimeReappointee', week(929))).toEqual(['outsideRange']);
    expect(rulesNamed('shortTimeReappointee', week(1860))).toEqual([]);
    expect(rulesNamed('shortTimeReappointee', week(1861))).toEqual(['outsideRange']);
    expect(rulesNamed('shortTimeReappointee', week(930), week(1860))).toEqual([]);
  });

  it('of part-time appointees are shorter than a full week: 31:00 as four full days', () => {
    expect(rulesNamed('fiscalYearPartTime', [0, 465, 465, 465, 465, 0, 0])).toEqual([]);
    expect(rulesNamed('fiscalYearPartTime', [0, 465, 465, 465, 465, 464, 0])).toEqual([]);
    expect(rulesNamed('fiscalYearPartTime', FULL)).toEqual(['notShorter']);
  });

  it('of short-time staff have no day longer than a full one', () => {
    const { outcome, steps } = checkWeeklyHours('fiscalYearPartTime', [[0, 466, 465, 0, 0, 0, 0]], modelHours);
    expect(outcome).toEqual([{ rule: 'dayTooLong', week: 0, day: 1, minutes: 466 }]);
    expect(steps.map(({ says }) => says)).toEqual(['shorterCompared', 'dayTooLong', 'daysOffCounted', 'weeklyBroken']);
    expect(rulesNamed('shortTimeReappointee', [0, 466, 465, 0, 0, 0, 0])).toEqual(['dayTooLong']);
    expect(rulesNamed('fullTime', [0, 467, 465, 465, 465, 463, 0])).toEqual([]);
  });

  it('leave two days off for each week', () => {
    const six: AllottedWeek = [0, 388, 388, 388, 387, 387, 387];
    expect(checkWeeklyHours('fullTime', [six], modelHours).outcome).toEqual([
      { rule: 'tooFewDaysOff', off: 1, wanted: 2 },
    ]);
    expect(rulesNamed('fullTime', six, [0, 581, 581, 581, 582, 0, 0])).toEqual([]);
  });

  it('are refused for no week, five weeks and negative lengths', () => {
    for (const weeks of [[], [FULL, FULL, FULL, FULL, FULL], [[0, -1, 0, 0, 0, 0, 0] as AllottedWeek]])
      expect(() => checkWeeklyHours('fullTime', weeks, modelHours)).toThrow(ImpossibleAllotment);
  });
});

describe('overtime of part-time staff', () => {
  const split = (...days: readonly (readonly [regular: number, overtime: number])[]) =>
    splitPartTimeWeek(
      days.map(([regular, overtime]) => ({ regular, overtime })),
      modelHours,
    ).map(({ atOrdinary, atPremium }) => [atOrdinary, atPremium]);

  it('is paid at 100/100 until 7:45 of the day', () => {
    expect(split([360, 105])).toEqual([[105, 0]]);
    expect(split([360, 106])).toEqual([[105, 1]]);
    expect(split([465, 60])).toEqual([[0, 60]]);
    expect(split([480, 60])).toEqual([[0, 60]]);
  });

  it('and until 38:45 of the week', () => {
    const four = [465, 0] as const;
    expect(split(four, four, four, four, [0, 465])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [465, 0],
    ]);
    expect(split(four, four, four, four, [0, 465], [0, 1]).at(-1)).toEqual([0, 1]);
    expect(split(four, four, four, four, [465, 0], [0, 30]).at(-1)).toEqual([0, 30]);
  });

  it('by the day alone where the municipality says so', () => {
    const days = Array.from({ length: 6 }, () => ({ regular: 300, overtime: 165 }));
    const byDay = splitPartTimeWeek(days, { ...modelHours, partTimeWeeklyLimit: false });
    expect(byDay.every(({ atOrdinary, atPremium }) => atOrdinary === 165 && atPremium === 0)).toBe(true);
    const byWeek = splitPartTimeWeek(days, modelHours);
    expect(byWeek.map(({ atOrdinary }) => atOrdinary)).toEqual([165, 165, 165, 30, 0, 0]);
  });

  it('is conserved and refuses what cannot be', () => {
    const day = fc.record({ regular: fc.nat(465), overtime: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 7 }), (days) => {
        splitPartTimeWeek(days, modelHours).forEach(({ atOrdinary, atPremium }, at) => {
          expect(atOrdinary + atPremium).toBe(days[at]?.overtime);
          expect(atOrdinary).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: samples(100) },
    );
    const none = { regular: 0, overtime: 0 };
    expect(() =>
      splitPartTimeWeek(
        Array.from({ length: 8 }, () => none),
        modelHours,
      ),
    ).toThrow(ImpossibleAllotment);
    expect(() => splitPartTimeWeek([{ regular: -1, overtime: 0 }], modelHours)).toThrow(ImpossibleAllotment);
    expect(() => splitPartTimeWeek([{ regular: 0, overtime: -1 }], modelHours)).toThrow(ImpossibleAllotment);
  });
});
