import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPayMonth, arbitraryPayRules } from '../testing/pay/arbitrary-month.ts';
import { samples } from '../testing/samples.ts';
import { payHours } from './pay-hours.ts';
import { payLawOf, sameHourUntil } from './pay-rates.ts';
import type { Allowance, PayMonth, PaySpan } from './pay-types.ts';
import { modelPay } from './rules.ts';

const total = (spans: readonly PaySpan[]): number => spans.reduce((sum, { from, until }) => sum + until - from, 0);
const worked = ({ overtime, reallotted }: PayMonth): number =>
  total(overtime.filter(({ travel }) => travel !== 'notOrdered')) +
  reallotted.reduce((sum, { exceeding }) => sum + exceeding, 0);
const exactOf = ({ classes }: ReturnType<typeof payHours>['outcome'], allowance: Allowance): number =>
  classes.reduce((sum, each) => sum + (each.allowance === allowance ? each.exact : 0), 0);

describe('pay hours of any month', () => {
  it('lose no minute and invent none', () => {
    fc.assert(
      fc.property(arbitraryPayMonth, (given) => {
        const { outcome } = payHours(given);
        const { sixty } = payLawOf(given.month);
        expect(exactOf(outcome, 'overtime')).toBe(worked(given));
        expect(exactOf(outcome, 'holiday')).toBe(total(given.holidayWork));
        expect(outcome.beyondSixty).toBe(Math.max(0, worked(given) - sixty));
      }),
      { numRuns: samples(100) },
    );
  });

  it('do not depend on the order of what is given', () => {
    fc.assert(
      fc.property(arbitraryPayMonth, arbitraryPayRules, (given, rules) => {
        const turned = {
          ...given,
          overtime: given.overtime.toReversed(),
          holidayWork: given.holidayWork.toReversed(),
          nightRegular: given.nightRegular.toReversed(),
          reallotted: given.reallotted.toReversed(),
        };
        expect(payHours(turned, rules)).toEqual(payHours(given, rules));
      }),
      { numRuns: samples(60) },
    );
  });

  it('are the same when they are computed again, and change nothing that was given', () => {
    fc.assert(
      fc.property(arbitraryPayMonth, (given) => {
        const before = structuredClone(given);
        const once = payHours(given);
        expect(payHours(given)).toEqual(once);
        expect(given).toEqual(before);
      }),
      { numRuns: samples(40) },
    );
  });

  it('never earn less for more overtime, minute by minute of the hourly amount', () => {
    const earned = (given: PayMonth): number =>
      payHours(given).outcome.classes.reduce((sum, { rate, exact }) => sum + rate * exact, 0);
    fc.assert(
      fc.property(arbitraryPayMonth, fc.nat(), (given, at) => {
        if (given.overtime.length === 0) return;
        const left = given.overtime.filter((_, i) => i !== at % given.overtime.length);
        expect(earned(given)).toBeGreaterThanOrEqual(earned({ ...given, overtime: left }));
      }),
      { numRuns: samples(100) },
    );
  });

  it('round no class by more than half an hour', () => {
    fc.assert(
      fc.property(arbitraryPayMonth, (given) => {
        for (const { exact, paid } of payHours(given, modelPay).outcome.classes) {
          expect(paid * 60 - exact).toBeLessThanOrEqual(30);
          expect(exact - paid * 60).toBeLessThan(30);
        }
      }),
      { numRuns: samples(60) },
    );
  });

  it('pay no class of the night for a minute of the day', () => {
    for (let at = 0; at < 2880; at += 1) {
      const hour = Math.floor(at / 60) % 24;
      const { night, until } = sameHourUntil(at);
      if (night !== (hour < 5 || hour >= 22) || until <= at) expect.fail(`minute ${at}`);
    }
  });
});
