import type { Minutes } from '../../time/minutes.ts';
import type { ClippedRules } from '../rules.ts';
import { atLeast, type Chance, compareChances, largerChance, largerShare, type Share } from './chance.ts';
import type { DeclaredMonth } from './types.ts';

/**
 * The comparison below one limit: months in the last minutes before it against the months of the band below and of the
 * band beyond. Were declarations honest, the last minutes would be no denser than their neighbourhood.
 */
export type Bands = {
  readonly window: readonly DeclaredMonth[];
  readonly below: readonly DeclaredMonth[];
  readonly beyond: readonly DeclaredMonth[];
};

const candidates = [60, 30, 15, 10, 5] as const;

/** The grid of declarations: the coarsest of 60, 30, 15, 10 and 5 minutes on which at least half of the totals lie; else 1. */
export function unitOf(declared: readonly Minutes[]): Minutes {
  const on = (unit: number) => declared.filter((total) => total % unit === 0).length;
  return declared.length === 0 ? 1 : (candidates.find((unit) => 2 * on(unit) >= declared.length) ?? 1);
}

/** Multiples of `unit` from `from` to `through`, both included. */
export function gridPoints(from: Minutes, through: Minutes, unit: Minutes): number {
  return Math.floor(through / unit) - Math.ceil(from / unit) + 1;
}

/** Sorts months around a limit; those farther away than `band` take no part. */
export function bandsOf(months: readonly DeclaredMonth[], most: Minutes, { within, band }: ClippedRules): Bands {
  const between = (from: Minutes, through: Minutes) =>
    months.filter(({ declared }) => declared >= from && declared <= through);
  return {
    window: between(most - within, most),
    below: between(most - band, most - within - 1),
    beyond: between(most + 1, most + band),
  };
}

/** The share of the last minutes, on one grid, of the band below alone and of both bands. */
function sharesOn(most: Minutes, unit: Minutes, { within, band }: ClippedRules): { below: Share; both: Share } {
  const part = gridPoints(most - within, most, unit);
  const below = gridPoints(most - band, most - within - 1, unit);
  const beyond = gridPoints(most + 1, most + band, unit);
  return { below: { part, whole: part + below }, both: { part, whole: part + below + beyond } };
}

export type BandChance = {
  readonly chance: Chance;
  readonly n: number;
  readonly expectedTenths: number;
};

const expected = (n: number, { part, whole }: Share): number => Math.floor((20 * n * part + whole) / (2 * whole));

/**
 * How often chance alone brings so many months into the last minutes: the larger of two exact binomial chances. Against the
 * band below alone it holds also for people who lawfully stop at the limit, against both bands also where the usual hours
 * of the group lie beyond it. On the grid of the declarations or of single minutes, whichever gives the last minutes more.
 */
export function chanceOf(
  { window, below, beyond }: Bands,
  most: Minutes,
  unit: Minutes,
  rules: ClippedRules,
): BandChance {
  const [fine, coarse] = [sharesOn(most, 1, rules), sharesOn(most, unit, rules)];
  const share = { below: largerShare(fine.below, coarse.below), both: largerShare(fine.both, coarse.both) };
  const observed = window.length;
  const n = observed + below.length;
  const all = n + beyond.length;
  const lower = atLeast(observed, n, share.below);
  const both = atLeast(observed, all, share.both);
  const chance = largerChance(lower, both);
  const byBoth = compareChances(both, lower) > 0;
  return {
    chance,
    n: byBoth ? all : n,
    expectedTenths: byBoth ? expected(all, share.both) : expected(n, share.below),
  };
}
