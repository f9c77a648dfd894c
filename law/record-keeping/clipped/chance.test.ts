import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import {
  atLeast,
  CERTAIN,
  type Chance,
  choose,
  compareChances,
  ImpossibleChance,
  largerChance,
  largerShare,
  oneIn,
  perMillion,
  RAREST,
  repeatedByChance,
  standingAmong,
} from './chance.ts';

const fraction = (numerator: bigint, denominator: bigint): Chance => ({ numerator, denominator });
const number = ({ numerator, denominator }: Chance): number =>
  Number((numerator * 1_000_000_000_000n) / denominator) / 1_000_000_000_000;

/** Every outcome of the trials, one by one. */
function byHand(observed: number, trials: number, part: number, whole: number): number {
  if (observed <= 0) return 1;
  if (trials === 0) return 0;
  const share = part / whole;
  return (
    share * byHand(observed - 1, trials - 1, part, whole) + (1 - share) * byHand(observed, trials - 1, part, whole)
  );
}

describe('the exact binomial chance', () => {
  it.each([
    [0, 5, 1, 2, 1n, 1n],
    [5, 5, 1, 2, 1n, 32n],
    [4, 5, 1, 2, 6n, 32n],
    [1, 1, 1, 6, 1n, 6n],
    [1, 2, 1, 6, 11n, 36n],
    [3, 3, 31, 301, 29_791n, 27_270_901n],
  ])('of at least %i of %i, each %i/%i', (observed, trials, part, whole, numerator, denominator) => {
    expect(compareChances(atLeast(observed, trials, { part, whole }), fraction(numerator, denominator))).toBe(0);
  });

  it('is what counting every outcome gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.nat(10), fc.integer({ min: 1, max: 30 }), (trials, off, part) => {
        const observed = Math.min(off, trials);
        expect(number(atLeast(observed, trials, { part, whole: 31 }))).toBeCloseTo(
          byHand(observed, trials, part, 31),
          9,
        );
      }),
      { numRuns: samples(100) },
    );
  });

  it('falls with every further month observed, and rises with the share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.nat(199),
        fc.integer({ min: 1, max: 98 }),
        (trials, at, part) => {
          const observed = at % trials;
          const chance = (n: number, of: number) => atLeast(n, trials, { part: of, whole: 100 });
          expect(compareChances(chance(observed + 1, part), chance(observed, part))).toBeLessThan(0);
          expect(compareChances(chance(observed + 1, part + 1), chance(observed + 1, part))).toBeGreaterThan(0);
        },
      ),
      { numRuns: samples(60) },
    );
  });

  it.each([
    [1, 2, 0, 10],
    [1, 2, 10, 10],
    [3, 2, 1, 10],
    [-1, 2, 1, 10],
  ])('refuses %i of %i, each %i/%i', (observed, trials, part, whole) => {
    expect(() => atLeast(observed, trials, { part, whole })).toThrow(ImpossibleChance);
  });
});

describe('the bound of a repetition', () => {
  it('chooses', () => expect([choose(12, 0), choose(12, 3), choose(12, 12)]).toEqual([1n, 220n, 1n]));

  it('is never more than certain', () => {
    expect(repeatedByChance(12, 1, 6, 6)).toEqual(CERTAIN);
    expect(repeatedByChance(3, 1, 1, 3)).toEqual(CERTAIN);
    expect(repeatedByChance(12, 3, 6, 72)).toEqual(fraction(1320n, 373_248n));
  });

  it('is above the true chance of small cases', () => {
    // Six months on six round values: how often does some value come three times or more? Counted through all 6^6.
    let hits = 0;
    for (let code = 0; code < 6 ** 6; code += 1) {
      const counts = [0, 0, 0, 0, 0, 0];
      for (let rest = code, at = 0; at < 6; at += 1, rest = Math.floor(rest / 6))
        counts[rest % 6] = (counts[rest % 6] ?? 0) + 1;
      if (Math.max(...counts) >= 3) hits += 1;
    }
    expect(number(repeatedByChance(6, 3, 6, 6))).toBeGreaterThanOrEqual(hits / 6 ** 6);
  });

  it.each([
    [6, 7, 1, 6],
    [6, 0, 1, 6],
    [6, 2, 0, 6],
    [6, 2, 7, 6],
  ])('refuses %i months, %i repeated, %i of %i', (months, repeated, round, values) => {
    expect(() => repeatedByChance(months, repeated, round, values)).toThrow(ImpossibleChance);
  });
});

describe('which comparisons stand', () => {
  const percent = (n: bigint) => fraction(n, 10_000n);

  it('is decided step by step, each against the comparisons still left', () => {
    // At 1 %: 0.5 % of two stands at the limit, then 1 % of one.
    expect(standingAmong([percent(100n), percent(50n)], 100)).toEqual([true, true]);
    expect(standingAmong([percent(100n), percent(51n)], 100)).toEqual([false, false]);
    expect(standingAmong([percent(101n), percent(50n)], 100)).toEqual([false, true]);
    expect(standingAmong([percent(100n)], 100)).toEqual([true]);
    expect(standingAmong([percent(101n)], 100)).toEqual([false]);
    expect(standingAmong([], 100)).toEqual([]);
  });

  it('keeps the false alarms of honest comparisons at the level', () => {
    // Of all pairs of evenly spread chances 1/100 … 100/100, those in which either stands at 5 %: 1 − 0.98².
    let alarms = 0;
    for (let a = 1n; a <= 100n; a += 1n)
      for (let b = 1n; b <= 100n; b += 1n)
        if (standingAmong([fraction(a, 100n), fraction(b, 100n)], 500).includes(true)) alarms += 1;
    expect(alarms).toBe(396);
  });
});

describe('what is shown of a chance', () => {
  it('is a bound', () => {
    expect(oneIn(fraction(1n, 915n))).toBe(915);
    expect(oneIn(fraction(2n, 1831n))).toBe(915);
    expect(oneIn(CERTAIN)).toBe(1);
    expect(oneIn(fraction(1n, BigInt(RAREST)))).toBe(RAREST);
    expect(oneIn(fraction(1n, BigInt(RAREST) + 1n))).toBe(RAREST);
    expect(oneIn(fraction(1n, 10n ** 40n))).toBe(RAREST);
    expect(perMillion(fraction(1n, 3n))).toBe(333_334);
    expect(perMillion(fraction(1n, 4n))).toBe(250_000);
    expect(perMillion(CERTAIN)).toBe(1_000_000);
    expect(perMillion(fraction(1n, 10n ** 40n))).toBe(1);
  });

  it('compares', () => {
    expect(compareChances(fraction(1n, 3n), fraction(1n, 2n))).toBe(-1);
    expect(compareChances(fraction(1n, 2n), fraction(1n, 3n))).toBe(1);
    expect(compareChances(fraction(2n, 4n), fraction(1n, 2n))).toBe(0);
    expect(largerChance(fraction(1n, 3n), fraction(1n, 2n))).toEqual(fraction(1n, 2n));
    expect(largerChance(fraction(1n, 2n), fraction(1n, 3n))).toEqual(fraction(1n, 2n));
    expect(largerShare({ part: 1, whole: 3 }, { part: 1, whole: 2 })).toEqual({ part: 1, whole: 2 });
    expect(largerShare({ part: 2, whole: 3 }, { part: 1, whole: 2 })).toEqual({ part: 2, whole: 3 });
  });
});
