import type { Minutes } from '../../time/minutes.ts';
import type { ClippedRules } from '../rules.ts';
import { CERTAIN, type Chance, oneIn, perMillion, repeatedByChance, standingAmong } from './chance.ts';
import type { DeclaredMonth, RepeatCount } from './types.ts';

type Compared = {
  readonly person: string;
  readonly months: number;
  readonly total: Minutes;
  readonly repeated: number;
  readonly chance?: Chance;
};

/** The round total that occurs most often, the longest among equals; undefined without any. */
function mostRepeated(totals: readonly Minutes[], { roundTo }: ClippedRules): readonly [Minutes, number] | undefined {
  const of = new Map<Minutes, number>();
  for (const total of totals) if (total % roundTo === 0) of.set(total, (of.get(total) ?? 0) + 1);
  return [...of].sort(([a, times], [b, others]) => others - times || b - a)[0];
}

function compare(person: string, totals: readonly Minutes[], unit: Minutes, rules: ClippedRules): Compared[] {
  const { roundTo, spread, repeatMonths, repeatGrid } = rules;
  const most = mostRepeated(totals, rules);
  const judged = totals.length >= repeatMonths;
  const months = totals.length;
  if (most === undefined) return judged ? [{ person, months, total: 0, repeated: 0, chance: CERTAIN }] : [];
  const [total, repeated] = most;
  const round = spread / roundTo;
  const values = Math.max(round, Math.floor(spread / Math.max(unit, repeatGrid)));
  const chance = judged ? { chance: repeatedByChance(months, repeated, round, values) } : {};
  return [{ person, months, total, repeated, ...chance }];
}

/** Tenths of the months that would repeat a given value by chance: `months` on a grid of `spread` minutes. */
function expectedTenths(months: number, unit: Minutes, spread: Minutes): number {
  return Math.floor((20 * months * unit + spread) / (2 * spread));
}

/**
 * 同じ切りのよい時間数の繰り返し: round totals that a person declared in several months while presence went on.
 * @param months with undeclared presence
 */
export function repeatedTotals(
  months: readonly DeclaredMonth[],
  unit: Minutes,
  rules: ClippedRules,
): { readonly counts: readonly RepeatCount[]; readonly judged: number } {
  const of = new Map<string, Minutes[]>();
  for (const { person, declared } of months) {
    if (declared < rules.repeatsFrom) continue;
    of.set(person, [...(of.get(person) ?? []), declared]);
  }
  const people = [...of].sort(([a], [b]) => (a < b ? -1 : 1));
  const compared = people.flatMap(([person, totals]) => compare(person, totals, unit, rules));
  const judged = compared.filter(({ chance }) => chance !== undefined);
  const standing = standingAmong(
    judged.map(({ chance }) => chance ?? CERTAIN),
    rules.alphaPerTenThousand,
  );
  const stands = new Set(judged.filter((_, at) => standing[at]));
  const counts = compared
    .filter(({ repeated }) => repeated >= 2)
    .map((each): RepeatCount => {
      const { person, months: n, total, repeated: observed, chance } = each;
      return {
        person,
        total,
        n,
        observed,
        expectedTenths: chance === undefined ? 0 : expectedTenths(n, Math.max(unit, rules.repeatGrid), rules.spread),
        perMillion: perMillion(chance ?? CERTAIN),
        oneIn: oneIn(chance ?? CERTAIN),
        verdict: chance === undefined ? 'notJudged' : stands.has(each) ? 'conspicuous' : 'ordinary',
      };
    });
  return { counts, judged: judged.length };
}
