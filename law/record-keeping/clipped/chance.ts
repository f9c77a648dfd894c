/**
 * Chances as exact fractions of whole numbers: no rounding decides whether a pattern is called conspicuous, and every
 * machine answers the same.
 */

/** A chance from 0 to 1. */
export type Chance = { readonly numerator: bigint; readonly denominator: bigint };
/** A share `part` of `whole`, both whole numbers, 0 < part < whole. */
export type Share = { readonly part: number; readonly whole: number };

export const CERTAIN: Chance = { numerator: 1n, denominator: 1n };

/** Thrown for a share outside 0 … 1 or for counts that cannot be. */
export class ImpossibleChance extends Error {
  override readonly name = 'ImpossibleChance';
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compareChances(a: Chance, b: Chance): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The larger of two. */
export const largerChance = (a: Chance, b: Chance): Chance => (compareChances(a, b) < 0 ? b : a);

/** The larger of two shares. */
export const largerShare = (a: Share, b: Share): Share => (a.part * b.whole < b.part * a.whole ? b : a);

/**
 * P(X ≥ observed) for X of a binomial distribution with `trials` and the chance `share` of each: how often so many or more
 * of them come about by chance. Exact.
 * @throws ImpossibleChance
 */
export function atLeast(observed: number, trials: number, { part, whole }: Share): Chance {
  if (!(part > 0 && part < whole) || observed < 0 || observed > trials) {
    throw new ImpossibleChance(`${observed} of ${trials}, each ${part}/${whole}`);
  }
  const hit = BigInt(part);
  const miss = BigInt(whole - part);
  let term = hit ** BigInt(trials);
  let sum = term;
  for (let count = trials; count > observed; count -= 1) {
    // C(n,i−1)·hit^(i−1)·miss^(n−i+1) from C(n,i)·hit^i·miss^(n−i): the division leaves nothing.
    term = (term * BigInt(count) * miss) / (BigInt(trials - count + 1) * hit);
    sum += term;
  }
  return { numerator: sum, denominator: BigInt(whole) ** BigInt(trials) };
}

/** The number of ways to choose `chosen` of `of`. */
export function choose(of: number, chosen: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= chosen; i += 1) ways = (ways * BigInt(of - chosen + i)) / BigInt(i);
  return ways;
}

/**
 * An upper bound of the chance that, of `months` independent values on a grid of `values` equally likely places, of which
 * `round` are round, some `repeated` are one and the same round value: C(months, repeated) · round / values^repeated.
 * @throws ImpossibleChance
 */
export function repeatedByChance(months: number, repeated: number, round: number, values: number): Chance {
  if (round < 1 || round > values || repeated < 1 || repeated > months) {
    throw new ImpossibleChance(`${repeated} of ${months} on ${round} of ${values}`);
  }
  const numerator = choose(months, repeated) * BigInt(round);
  const denominator = BigInt(values) ** BigInt(repeated);
  return numerator < denominator ? { numerator, denominator } : CERTAIN;
}

/**
 * Which of several comparisons stand when any false alarm among them is to have at most the chance `perTenThousand`
 * (Holm's step-down of Bonferroni's correction; the comparisons may depend on each other). In the order of `chances`.
 */
export function standingAmong(chances: readonly Chance[], perTenThousand: number): readonly boolean[] {
  const order = chances.map((chance, at) => ({ chance, at }));
  order.sort((a, b) => compareChances(a.chance, b.chance) || a.at - b.at);
  const standing = chances.map(() => false);
  for (const [done, { chance, at }] of order.entries()) {
    const allowed = { numerator: BigInt(perTenThousand), denominator: BigInt(10_000 * (chances.length - done)) };
    if (compareChances(chance, allowed) > 0) break;
    standing[at] = true;
  }
  return standing;
}

/** The largest number that `oneIn` tells. */
export const RAREST = 1_000_000_000;

/** 「…回に1回以下」: the chance is at most one in so many (rounded down), up to a thousand million. */
export function oneIn({ numerator, denominator }: Chance): number {
  const times = denominator / numerator;
  return times > BigInt(RAREST) ? RAREST : Number(times);
}

/** The chance in millionths, rounded up: a bound, never less than the chance. */
export function perMillion({ numerator, denominator }: Chance): number {
  return Number((numerator * 1_000_000n + denominator - 1n) / denominator);
}
