/** Exact rounding: integers only, half-up (四捨五入), each figure rounded once from its exact fraction. */

export type Fraction = { readonly numerator: number; readonly denominator: number };

/** Half of it up: ⌊(2n + d) / 2d⌋ in big integers. @param fraction numerator ≥ 0, denominator > 0 */
export function roundHalfUp({ numerator, denominator }: Fraction): number {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return Number((2n * n + d) / (2n * d));
}

/** Tenths of a percent of a share: 684,714 of 12,693,257 → 54. */
export const tenthsOfPercent = (part: number, whole: number): number =>
  roundHalfUp({ numerator: 1000 * part, denominator: whole });

/**
 * Hours a year per head as a fraction: Σ minutes ÷ 60 ÷ (Σ of the twelve monthly headcounts ÷ 12).
 * @param minutes of the year @param heads Σ of the twelve headcounts
 */
export const yearPerHead = (minutes: number, heads: number): Fraction => ({
  numerator: minutes,
  denominator: 5 * heads,
});

/** The same a month: the unrounded year ÷ 12. */
export const monthPerHead = (minutes: number, heads: number): Fraction => ({
  numerator: minutes,
  denominator: 60 * heads,
});

/** Tenths of a fraction: 148.2 / 12 = 1482 / 120 → 124. */
export const tenthsOf = ({ numerator, denominator }: Fraction): number =>
  roundHalfUp({ numerator: 10 * numerator, denominator });
