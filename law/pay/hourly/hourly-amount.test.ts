import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarRules, OutsideCalendar } from '../../calendar/municipal-calendar.ts';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { readPayRules } from '../../testing/pay/read-month.ts';
import { samples } from '../../testing/samples.ts';
import { formatDuration } from '../../time/minutes.ts';
import type { Allowance, PayClass } from '../pay-types.ts';
import { modelPay } from '../rules.ts';
import { classAmounts, type HourlyInput, hourlyAmount, ImpossibleAmount, premiumAmount } from './hourly-amount.ts';
import { fraction, inSen, rounded, scale, toYen, whole } from './yen.ts';

const calendar: CalendarRules = {
  weeklyDaysOff: [0, 6],
  yearEndClosing: { from: '12-29', through: '01-03' },
  anniversaries: [],
  allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
};

function inputOf(given: Given): HourlyInput {
  const anniversaries = given.texts('anniversaries').map((text) => {
    const [on = '', name = ''] = text.split(' ');
    return { on, name };
  });
  return {
    fiscalYear: given.number('fiscalYear'),
    salary: given.number('salary'),
    allowances: Object.fromEntries(
      given.texts('allowances').map((text) => {
        const [name = '', yen = ''] = text.split(': ');
        return [name, Number(yen)];
      }),
    ),
    ...(given.has('weekly') ? { weekly: given.minutes('weekly') } : {}),
    calendar: { ...calendar, anniversaries },
  };
}

const classOf = (text: string): PayClass => {
  const [allowance = '', rate = '', paid = ''] = text.split(' ');
  return { allowance: allowance as Allowance, rate: Number(rate), exact: Number(paid) * 60, paid: Number(paid) };
};

testCases(new URL('./hourly-amount.cases.yaml', import.meta.url), (given) => {
  const input = inputOf(given);
  const rules = readPayRules(given);
  const rates = given.texts('rates').map(Number);
  const classes = given.texts('classes').map(classOf);
  try {
    const { outcome, steps } = hourlyAmount(input, rules);
    const { amount, yearMinutes } = outcome;
    const amounts = classAmounts(classes, outcome, rules).outcome;
    return {
      answer: {
        base: outcome.base,
        days: outcome.days,
        hours: formatDuration(Number(yearMinutes.numerator / yearMinutes.denominator)),
        yen: amount.denominator === 1n ? Number(amount.numerator) : null,
        sen: inSen(amount),
        premiums: rates.map((rate) => `${rate} ${toYen(premiumAmount(outcome, rate, rules).outcome.amount, 'DOWN')}`),
        amounts: amounts.classes.map(({ yen }) => String(yen)),
        total: amounts.total,
        says: steps.map(({ says }) => says),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleAmount || error instanceof NotInForce || error instanceof OutsideCalendar) {
      return { answer: { refused: error.name }, refusal: error };
    }
    throw error;
  }
});

describe('the hourly amount', () => {
  const of = (salary: number, weekly = modelPay.fullWeek) =>
    hourlyAmount({ fiscalYear: 2026, salary, allowances: {}, weekly, calendar }).outcome;

  it('never falls when the salary rises, nor its premiums', () => {
    fc.assert(
      fc.property(fc.nat(900_000), fc.nat(9000), fc.constantFrom(25, 100, 125, 175), (salary, more, rate) => {
        const [less, greater] = [of(salary), of(salary + more)];
        expect(toYen(greater.amount, 'DOWN')).toBeGreaterThanOrEqual(toYen(less.amount, 'DOWN'));
        const [a, b] = [less, greater].map((each) => toYen(premiumAmount(each, rate).outcome.amount, 'DOWN'));
        expect(b).toBeGreaterThanOrEqual(a ?? 0);
      }),
      { numRuns: samples(100) },
    );
  });

  it('is the same for a salary and a week that are halved together, before it is rounded', () => {
    const exact = { ...modelPay, hourlyRounding: 'NONE' } as const;
    const at = (salary: number, weekly: number) =>
      hourlyAmount({ fiscalYear: 2026, salary, allowances: {}, weekly, calendar }, exact).outcome.amount;
    expect(at(200_000, 1162)).toEqual(scale(at(400_000, 2324), 1));
  });

  it('answers for every fiscal year from 2010 to 2027 with 15 to 22 days', () => {
    for (let fiscalYear = 2010; fiscalYear <= 2027; fiscalYear += 1) {
      const { days } = hourlyAmount({ fiscalYear, salary: 300_000, allowances: {}, calendar }).outcome;
      expect(days).toBeGreaterThanOrEqual(15);
      expect(days).toBeLessThanOrEqual(22);
    }
  });

  it('says what it added and divided', () => {
    const input = { fiscalYear: 2026, salary: 300_000, allowances: { regional: 30_000, remoteArea: 100 }, calendar };
    const decision = hourlyAmount({ ...input, weekly: 1395 });
    expect(decision.steps).toMatchObject([
      { says: 'baseSummed', figures: { salary: 300_000, allowances: 30_000, base: 330_000 } },
      { says: 'allowanceLeftOut', figures: { yen: 100 }, words: { allowance: 'remoteArea' } },
      {
        says: 'holidaysCounted',
        figures: { fiscalYear: 2026, days: 20, national: 17, yearEnd: 3, own: 0 },
        words: { rule: 'WEEKDAY_COUNT' },
      },
      { says: 'yearHoursSummed', figures: { fullWeek: 2325, weeks: 52, fullDay: 465, days: 20, minutes: 111_600 } },
      { says: 'shortWeekApplied', figures: { weekly: 1395, fullWeek: 2325, minutes: 66_960 } },
      { says: 'hourlyDivided', figures: { base: 330_000, minutes: 66_960, sen: 354_838, yen: 3548 } },
    ]);
    const classes = [{ allowance: 'overtime', rate: 125, exact: 120, paid: 2 }] as const;
    expect(classAmounts(classes, decision.outcome).steps).toMatchObject([
      { says: 'premiumRounded', figures: { rate: 125, sen: 443_500, yen: 4435 } },
      { says: 'amountSummed', figures: { rate: 125, hours: 2, yen: 8870 }, words: { allowance: 'overtime' } },
      { says: 'amountsTotalled', figures: { yen: 8870 } },
    ]);
  });
});

describe('yen', () => {
  it.each([
    [1n, 2n, 'HALF_UP', 1],
    [49n, 100n, 'HALF_UP', 0],
    [3n, 2n, 'DOWN', 1],
    [2n, 1n, 'UP', 2],
    [101n, 100n, 'UP', 2],
  ] as const)('%s/%s by %s is %s', (numerator, denominator, rounding, yen) =>
    expect(toYen({ numerator, denominator }, rounding)).toBe(yen),
  );

  it('keeps a fraction in its lowest terms, and what is not rounded as it is', () => {
    expect(fraction(50n, 100n)).toEqual({ numerator: 1n, denominator: 2n });
    expect(scale(whole(3), 125, 100)).toEqual({ numerator: 15n, denominator: 4n });
    expect(rounded({ numerator: 15n, denominator: 4n }, 'NONE')).toEqual({ numerator: 15n, denominator: 4n });
    expect(rounded({ numerator: 15n, denominator: 4n }, 'HALF_UP')).toEqual(whole(4));
  });
});
