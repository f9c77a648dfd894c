import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { epochDayOf } from '../../time/civil.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { asDaysAndTime, daysOf, timeOf } from './amount.ts';
import { judgeAnnualYear } from './judge-annual.ts';
import type { AnnualStaff, AnnualTaking } from './types.ts';

const START = epochDayOf(2026, 1, 1);
const arbitraryStaff: fc.Arbitrary<AnnualStaff> = fc
  .record({ dayMinutes: fc.constantFrom(465, 450, 360, 465), enterprise: fc.boolean() })
  .map((some) => ({ ...some, kind: 'fullTime', hourlyAgreement: true, hiredOn: epochDayOf(2020, 4, 1) }));
const arbitraryRules: fc.Arbitrary<LeaveRules> = fc
  .record({
    carryOverFraction: fc.constantFrom('keep', 'cut'),
    annualOrder: fc.constantFrom('carriedOverFirst', 'currentFirst'),
    halfDayUnit: fc.boolean(),
    halfDayCounts: fc.constantFrom('halfOfDay', 'hoursTaken'),
  })
  .map((some) => ({ ...modelLeave, ...some }));
const arbitraryTakings: fc.Arbitrary<AnnualTaking[]> = fc
  .array(
    fc.record({
      on: fc.integer({ min: START, max: START + 364 }),
      unit: fc.constantFrom('day', 'halfDay', 'hour'),
      minutes: fc.integer({ min: 1, max: 32 }).map((quarters) => quarters * 15),
      revoked: fc.boolean(),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((list) => list.map((taking, at) => ({ ...taking, id: `t${at}`, revoked: taking.revoked && at % 3 === 0 })));
const carried = fc.integer({ min: 0, max: 22 * 465 * 2 });

describe('年次有給休暇', () => {
  it('is neither lost nor made: granted = taken + carried over + expired, and no balance is negative', () => {
    fc.assert(
      fc.property(arbitraryStaff, arbitraryRules, arbitraryTakings, carried, (staff, rules, takings, before) => {
        const { outcome } = judgeAnnualYear(staff, 2026, before, takings, rules);
        const granted = outcome.granted.reduce((sum, { amount }) => sum + amount, 0);
        expect(granted).toBe(outcome.taken + outcome.carries + outcome.expires);
        expect(outcome.taken).toBe(outcome.entries.reduce((sum, { amount }) => sum + amount, 0));
        expect(
          Math.min(outcome.expires, outcome.carries, ...outcome.lots.map(({ amount }) => amount)),
        ).toBeGreaterThanOrEqual(0);
        expect(outcome.carries).toBeLessThanOrEqual(daysOf(rules.carryOver, staff.dayMinutes));
      }),
      { numRuns: samples(200) },
    );
  });

  it('answers every taking once, whatever the order in which days are given', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: START, max: START + 364 }), { minLength: 1, maxLength: 30, size: 'max' }),
        fc.integer(),
        (days, seed) => {
          const takings = days.map(
            (on, at): AnnualTaking => ({
              id: `t${at}`,
              on,
              unit: 'hour',
              minutes: 60 * (1 + (at % 4)),
              revoked: false,
            }),
          );
          const shuffled = [...takings].sort((a, b) => ((a.on * 7919 + seed) % 101) - ((b.on * 7919 + seed) % 101));
          const staff: AnnualStaff = {
            kind: 'fullTime',
            enterprise: false,
            hourlyAgreement: true,
            hiredOn: epochDayOf(2020, 4, 1),
            dayMinutes: 465,
          };
          const { outcome } = judgeAnnualYear(staff, 2026, 0, takings);
          expect(judgeAnnualYear(staff, 2026, 0, shuffled).outcome).toEqual(outcome);
          expect(outcome.entries).toHaveLength(takings.length);
        },
      ),
      { numRuns: samples(100) },
    );
  });

  it('is as if nothing had been taken when everything is revoked', () => {
    fc.assert(
      fc.property(arbitraryStaff, arbitraryRules, arbitraryTakings, carried, (staff, rules, takings, before) => {
        const revoked = takings.map((taking) => ({ ...taking, revoked: true }));
        const after = judgeAnnualYear(staff, 2026, before, revoked, rules).outcome;
        const untouched = judgeAnnualYear(staff, 2026, before, [], rules).outcome;
        expect([after.lots, after.carries, after.taken]).toEqual([untouched.lots, untouched.carries, 0]);
      }),
      { numRuns: samples(100) },
    );
  });

  it('tells an amount without losing half a minute', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.constantFrom(465, 450, 1), (amount, day) => {
        const { days, minutes, halfMinute } = asDaysAndTime(amount, day);
        expect(daysOf(days, day) + timeOf(minutes) + Number(halfMinute)).toBe(amount);
        expect(minutes).toBeLessThan(day);
      }),
      { numRuns: samples(200) },
    );
  });
});
