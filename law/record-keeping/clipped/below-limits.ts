import type { Minutes } from '../../time/minutes.ts';
import type { ClippedRules } from '../rules.ts';
import { type BandChance, type Bands, bandsOf, chanceOf } from './bands.ts';
import { CERTAIN, oneIn, perMillion, standingAmong } from './chance.ts';
import { limitsIn, type Watched } from './limits.ts';
import type { DeclaredMonth, LimitCount } from './types.ts';

type Level = LimitCount['level'];
type Compared = {
  readonly who: string | null;
  readonly watched: Watched;
  readonly bands: Bands;
  /** Absent where the sample is too small. */
  readonly chance?: BandChance;
};

function by(level: Level, months: readonly DeclaredMonth[]): readonly (readonly [string | null, DeclaredMonth[]])[] {
  const of = new Map<string, DeclaredMonth[]>();
  for (const month of months) {
    const who = level === 'person' ? month.person : month.group;
    const known = of.get(who);
    if (known === undefined) of.set(who, [month]);
    else known.push(month);
  }
  const sorted: (readonly [string | null, DeclaredMonth[]])[] = [...of].sort(([a], [b]) => (a < b ? -1 : 1));
  // A habit of the whole house shows where each section is too small.
  return level === 'group' && of.size > 1 ? [[null, [...months]], ...sorted] : sorted;
}

/** Whether enough months of enough people lie in the last minutes and the band below to be judged. */
function isEnough(level: Level, { window, below }: Bands, rules: ClippedRules): boolean {
  const near = [...window, ...below];
  if (level === 'person') return near.length >= rules.personMonths;
  return near.length >= rules.groupMonths && new Set(near.map(({ person }) => person)).size >= rules.groupPeople;
}

function compareAll(level: Level, months: readonly DeclaredMonth[], unit: Minutes, rules: ClippedRules): Compared[] {
  const [first] = months;
  if (first === undefined) return [];
  return limitsIn(first.month, rules).flatMap((watched) => {
    const { most } = watched;
    const near = months.filter(({ declared }) => declared >= most - rules.band && declared <= most + rules.band);
    return by(level, near).map(([who, own]): Compared => {
      const bands = bandsOf(own, most, rules);
      const judged = isEnough(level, bands, rules);
      return { who, watched, bands, ...(judged ? { chance: chanceOf(bands, most, unit, rules) } : {}) };
    });
  });
}

function countOf(level: Level, { who, watched, bands, chance }: Compared, stands: boolean): LimitCount {
  const { window, below } = bands;
  return {
    level,
    who,
    limit: watched.limit,
    most: watched.most,
    n: chance?.n ?? window.length + below.length,
    observed: window.length,
    expectedTenths: chance?.expectedTenths ?? 0,
    perMillion: perMillion(chance?.chance ?? CERTAIN),
    oneIn: oneIn(chance?.chance ?? CERTAIN),
    verdict: chance === undefined ? 'notJudged' : stands ? 'conspicuous' : 'ordinary',
    months: window.map(({ person, month }) => ({ person, month })),
  };
}

/**
 * The comparisons of one level, each against all limits. Listed are those with at least one month in the last minutes;
 * `judged` counts every comparison with enough months, for the correction looks at all of them.
 * @param months with undeclared presence, in order of month
 */
export function belowLimits(
  level: Level,
  months: readonly DeclaredMonth[],
  unit: Minutes,
  rules: ClippedRules,
): { readonly counts: readonly LimitCount[]; readonly judged: number } {
  const compared = compareAll(level, months, unit, rules);
  const judged = compared.filter(({ chance }) => chance !== undefined);
  const standing = standingAmong(
    judged.map(({ chance }) => chance?.chance ?? CERTAIN),
    rules.alphaPerTenThousand,
  );
  const stands = new Set(judged.filter((_, at) => standing[at]));
  const counts = compared
    .filter(({ bands }) => bands.window.length > 0)
    .map((each) => countOf(level, each, stands.has(each)));
  return { counts, judged: judged.length };
}
