/** Rounding half up in whole numbers, as the printed tables do. Null where a part is unknown or the divisor is zero. */
export function rounded(numerator: number | null, denominator: number | null, scale: number): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return Math.floor((numerator * scale * 2 + denominator) / (2 * denominator));
}

/** Tenths of a per cent: 1741 = 174.1 %. */
export const permille = (part: number | null, whole: number | null): number | null => rounded(part, whole, 1_000);

/** The sum, or null when one of the values is unknown. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** a × b, or null when one is unknown. */
export const times = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);
