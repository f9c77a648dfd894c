import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { monthPerHead, roundHalfUp, tenthsOf, tenthsOfPercent, yearPerHead } from './exact.ts';
import { average, changeOf, checkHundred, counted, published, ratio, share } from './measured.ts';

describe('rounding', () => {
  const fraction = fc.record({ numerator: fc.nat(2 ** 50), denominator: fc.integer({ min: 1, max: 2 ** 40 }) });

  it('is the whole number within half of the fraction, the upper one at the middle', () => {
    fc.assert(
      fc.property(fraction, (of) => {
        const [n, d, r] = [BigInt(of.numerator), BigInt(of.denominator), BigInt(roundHalfUp(of))];
        expect(2n * d * r - d <= 2n * n && 2n * n < 2n * d * r + d).toBe(true);
      }),
      { numRuns: samples(500) },
    );
  });

  it('takes the half up, also where a binary float would not', () => {
    expect(roundHalfUp({ numerator: 1, denominator: 2 })).toBe(1);
    expect(roundHalfUp({ numerator: 49, denominator: 100 })).toBe(0);
    expect(tenthsOf({ numerator: 1235, denominator: 100 })).toBe(124);
    expect(roundHalfUp({ numerator: 1482, denominator: 12 })).toBe(124);
    expect((12.35).toFixed(1)).toBe('12.3');
  });

  it('does not depend on the scale', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 5000 }), (a, b, scale) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b, 1)];
        expect(tenthsOfPercent(part * scale, whole * scale)).toBe(tenthsOfPercent(part, whole));
      }),
      { numRuns: samples(300) },
    );
  });

  it('of hours: a year per head is minutes / 5 heads of the months, a month a twelfth of it', () => {
    expect(yearPerHead(3600, 12)).toEqual({ numerator: 3600, denominator: 60 });
    expect(monthPerHead(3600, 12)).toEqual({ numerator: 3600, denominator: 720 });
  });
});

describe('shares', () => {
  const pair = fc
    .tuple(fc.nat(10_000_000), fc.nat(10_000_000))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b, 1)] as const);

  it('lie between 0 and 100 %, and a part and the rest make 100.0 or 100.1', () => {
    fc.assert(
      fc.property(pair, ([part, whole]) => {
        const [own, rest] = [share(part, whole, ''), share(whole - part, whole, '')];
        if (own.kind !== 'tenths' || rest.kind !== 'tenths') throw new Error('a share is in tenths');
        expect(own.value).toBeGreaterThanOrEqual(0);
        expect(own.value).toBeLessThanOrEqual(1000);
        expect([1000, 1001]).toContain(own.value + rest.value);
      }),
      { numRuns: samples(300) },
    );
  });

  it('are refused for a part over the whole, and for what is no count', () => {
    expect(() => share(2, 1, 'x')).toThrow('x: partOverWhole {"part":2,"whole":1}');
    for (const value of [-1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => share(value, 10, 'x')).toThrow('notWhole');
      expect(() => share(0, value, 'x')).toThrow('notWhole');
      expect(() => counted(value, 'x')).toThrow(`x: notWhole {"value":${JSON.stringify(value)}}`);
    }
    expect(ratio(3, 2)).toMatchObject({ value: 1500 });
  });

  it('of nothing, and averages of nobody, are none', () => {
    expect(share(0, 0, '')).toEqual({ kind: 'ofNothing' });
    expect(average({ numerator: 0, denominator: 0 })).toEqual({ kind: 'ofNothing' });
  });

  it('that were published of one whole make 99.9 to 100.1', () => {
    for (const [shares, fits] of [
      [[333, 333, 333], true],
      [[334, 334, 333], true],
      [[333, 333, 332], false],
      [[334, 334, 334], false],
    ] as const) {
      const check = () => checkHundred(shares, 'x');
      if (fits) expect(check).not.toThrow();
      else expect(check).toThrow('sharesNotHundred');
    }
    expect(() => checkHundred([1001, -1, 0], 'x')).toThrow('notWhole');
  });
});

describe('changes', () => {
  it('turn round with the years, and are absent between unlike figures', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        expect(changeOf(published(a), published(b))).toEqual({ kind: 'tenths', value: a - b });
        expect(changeOf(counted(a, ''), counted(b, ''))).toEqual({ kind: 'count', value: a - b });
        expect(changeOf(counted(a, ''), published(b))).toEqual({ kind: 'absent' });
        expect(changeOf(published(a), counted(b, ''))).toEqual({ kind: 'absent' });
      }),
      { numRuns: samples(50) },
    );
  });
});
