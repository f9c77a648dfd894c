import type { YenRounding } from '../rules.ts';

/** An exact amount of yen: `numerator / denominator`, never negative. Whole numbers of any size, so that no yen is lost on the way. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

/** The fraction in its lowest terms. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  const common = greatestCommon(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

export const whole = (yen: number): Fraction => ({ numerator: BigInt(yen), denominator: 1n });

/** `a × times ÷ by`. */
export const scale = ({ numerator, denominator }: Fraction, times: number, by = 1): Fraction =>
  fraction(numerator * BigInt(times), denominator * BigInt(by));

/** Whole yen: 50銭 and more up, always down, or always up. */
export function toYen({ numerator, denominator }: Fraction, rounding: Exclude<YenRounding, 'NONE'>): number {
  switch (rounding) {
    case 'HALF_UP':
      return Number((2n * numerator + denominator) / (2n * denominator));
    case 'DOWN':
      return Number(numerator / denominator);
    case 'UP':
      return Number((numerator + denominator - 1n) / denominator);
  }
}

/** The same amount in whole yen; untouched by `NONE`. */
export const rounded = (amount: Fraction, rounding: YenRounding): Fraction =>
  rounding === 'NONE' ? amount : whole(toYen(amount, rounding));

/** Hundredths of a yen (銭), cut: for people to read, not to go on from. */
export const inSen = ({ numerator, denominator }: Fraction): number => Number((numerator * 100n) / denominator);
