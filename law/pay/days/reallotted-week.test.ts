import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { readPayRules } from '../../testing/pay/read-month.ts';
import { samples } from '../../testing/samples.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf, parseYearMonth } from '../../time/months.ts';
import { modelPay } from '../rules.ts';
import { ImpossibleWeek, judgeReallottedWeek, type ReallottedWeek, sumWeek } from './reallotted-week.ts';

const orNone = (given: Given, key: string) => (given.has(key) ? given.minutes(key) : 0);

function weekOf(given: Given): ReallottedWeek {
  const shortTime = given.has('shortTime') && given.flag('shortTime');
  if (given.has('days')) {
    const rules = readPayRules(given);
    const days = given.texts('days').map((text) => {
      const [date = '', ...figures] = text.split(' ');
      const [allotted = 0, worked = 0, holidayWork = 0, movedIn = 0] = figures.map(
        (f) => parseDuration(f) ?? Number.NaN,
      );
      return { day: parseLocalDate(date) ?? Number.NaN, allotted, worked, holidayWork, movedIn };
    });
    return sumWeek(days, shortTime, rules);
  }
  return {
    day: given.day('day'),
    worked: given.minutes('worked'),
    allotted: given.minutes('allotted'),
    holidayWork: orNone(given, 'holidayWork'),
    movedIn: given.minutes('movedIn'),
    shortTime,
  };
}

testCases(new URL('./reallotted-week.cases.yaml', import.meta.url), (given) => {
  try {
    const { outcome, steps } = judgeReallottedWeek(weekOf(given), readPayRules(given));
    return {
      answer: {
        paid: formatDuration(outcome),
        week: `${steps[0]?.words?.first}〜${steps[0]?.words?.last}`,
        says: steps.map(({ says }) => says),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleWeek) return { answer: { refused: error.message }, refusal: error };
    throw error;
  }
});

it('pays no more than was moved in, and never less for more work', () => {
  const minutes = fc.integer({ min: 0, max: 3600 });
  fc.assert(
    fc.property(
      fc.record({
        allotted: minutes,
        movedIn: fc.integer({ min: 0, max: 930 }),
        share: fc.nat(100),
        holiday: fc.nat(100),
      }),
      fc.constantFrom('T38' as const, 'T40_HOLIDAY_WEEK' as const),
      ({ allotted, movedIn, share, holiday }, reallottedMethod) => {
        const rules = { ...modelPay, reallottedMethod };
        const at = (worked: number) => {
          const holidayWork = holiday > 50 ? Math.min(worked, 465) : 0;
          const week = { day: 20_761, allotted, movedIn, worked, holidayWork, shortTime: false };
          return judgeReallottedWeek(week, rules).outcome;
        };
        const worked = Math.floor(((allotted + movedIn) * share) / 100);
        expect(at(worked)).toBeLessThanOrEqual(movedIn);
        expect(at(allotted + movedIn)).toBeGreaterThanOrEqual(at(worked));
      },
    ),
    { numRuns: samples(300) },
  );
});

it('answers for every week from April 2010 to March 2028, and not before', () => {
  const week = { allotted: 2325, worked: 2790, holidayWork: 0, movedIn: 465, shortTime: false };
  const first = firstDayOf(parseYearMonth('2010-04')!);
  for (let day = first; day < firstDayOf(parseYearMonth('2028-04')!); day += 7) {
    expect(judgeReallottedWeek({ ...week, day }).outcome).toBe(465);
  }
  expect(() => judgeReallottedWeek({ ...week, day: first - 1 })).toThrow(NotInForce);
});
